#!/usr/bin/env bash
# All the set-up, then every test: pipeline and storage under ThreadSanitizer, the fuzzers by clang,
# and all in one build with AddressSanitizer and UndefinedBehaviorSanitizer. Prints how long each
# part took and ends with the test runner's own summary.
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"
cd "$ROOT"

ASAN_DIR=$ROOT/build/test

sanitized_build() {
  build "$ASAN_DIR" -- -DTANJI_SANITIZER=address,undefined -DTANJI_BENCHMARKS=OFF -DTANJI_PRECOMPILE=ON
}

check_format() {
  git ls-files '*.h' '*.cc' | xargs clang-format-16 --dry-run -Werror
  say "格式无误。" "formatting is right."
}

# What a developer waits for after touching one operation: from the changed file to a linked node.
warm_rebuild() {
  local operation=ledger/modules/evidence/register_document.cc start
  touch "$operation"
  start=$(date +%s%N)
  CCACHE_DISABLE=1 ninja -C "$ASAN_DIR" tanjid >/dev/null
  printf '%d ms from %s to a linked tanjid (limit 30000, sanitized build)\n' \
    $((($(date +%s%N) - start) / 1000000)) "$operation"
}

run_ctest() {
  ctest --test-dir "$ASAN_DIR" --output-on-failure -j2
}

part "packages" install_packages
part "layers" deploy/layers.sh
part "formatting" check_format
part "thread sanitizer" deploy/threads.sh
part "fuzzing" deploy/fuzz.sh
part "build with address and undefined sanitizers" sanitized_build
part "warm rebuild" warm_rebuild
print_parts
# Last, so that the test runner's own summary ends the run.
run_ctest
