#!/usr/bin/env bash
# The long crash loop: kills a real node at least 200 times, at every named point and at random
# moments, and checks after each death that nothing it ever said has become untrue. See
# tests/crash/README.md.
#
#   deploy/crash.sh [KILLS [SEED]]
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"
cd "$ROOT"

RELEASE_DIR=$ROOT/build/release
KILLS=${1:-220}
SEED=${2:-$RANDOM$RANDOM}

crash_loop() {
  "$RELEASE_DIR/tests/crash/crash_loop" --tanjid "$RELEASE_DIR/node/daemon/tanjid" \
    --kills "$KILLS" --seed "$SEED" --each-point --limit-s 7200
}

part "packages" install_packages
part "build" build "$RELEASE_DIR" tanjid crash_loop -- -DCMAKE_BUILD_TYPE=Release -DTANJI_TESTS=ON
part "crash loop" crash_loop
say "节点被终止至少 $KILLS 次，其所言仍全部成立（种子 ${SEED}）。" \
  "after at least $KILLS deaths all that the node said still holds (seed $SEED)."
print_parts
