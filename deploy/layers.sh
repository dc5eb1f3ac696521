#!/usr/bin/env bash
# Fails on an include that points up: proto < crypto < ledger < node, client, and within ledger
# base < state < storage < engine < modules < answers. Reads includes as text.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

# rank PATH: the height of a file's folder; folders of one rank may not include each other, except
# files of the same folder.
rank() {
  case $1 in
    crypto/hash/*) echo 10 ;;
    crypto/sign/*) echo 11 ;;
    crypto/wire/*) echo 12 ;;
    crypto/json/* | crypto/log/*) echo 13 ;;
    crypto/note/* | crypto/tree/*) echo 14 ;;
    ledger/base/texts/*) echo 20 ;;
    ledger/base/*) echo 19 ;;
    ledger/state/*) echo 21 ;;
    ledger/storage/*) echo 22 ;;
    ledger/engine/*) echo 23 ;;
    ledger/modules/common/*) echo 30 ;;
    ledger/modules/evidence/*) echo 31 ;;
    ledger/modules/membership/*) echo 32 ;;
    ledger/modules/factors/*) echo 33 ;;
    ledger/modules/schemes/*) echo 34 ;;
    ledger/modules/products/*) echo 35 ;;
    ledger/modules/footprints/reckon/*) echo 36 ;;
    ledger/modules/footprints/*) echo 37 ;;
    ledger/modules/verification/*) echo 38 ;;
    ledger/modules/labels/*) echo 39 ;;
    ledger/modules/*) echo 49 ;;
    ledger/answers/*) echo 50 ;;
    node/pipeline/* | node/config/*) echo 60 ;;
    node/proofs/*) echo 61 ;;
    node/audit/*) echo 62 ;;
    node/grpc/* | node/http/*) echo 63 ;;
    node/daemon/*) echo 64 ;;
    client/sdk/*) echo 70 ;;
    client/sheet/*) echo 70 ;;
    client/cli/labels/*) echo 71 ;;
    client/cli/*) echo 72 ;;
    *) echo 0 ;;
  esac
}

arrows=0
bad=0
# folder PATH: of a file, for these arrows. What the CLI keeps in folders of its own is one with it.
folder() {
  case $1 in
    client/cli/lists/* | client/cli/footprints/* | client/cli/certificates/* | client/cli/product_labels/*) echo client/cli ;;
    *) dirname "$1" ;;
  esac
}

while IFS=: read -r file line; do
  included=${line#*\"}
  included=${included%\"*}
  [ -f "$included" ] || continue
  from=$(folder "$file")
  to=$(folder "$included")
  [ "$from" != "$to" ] || continue
  arrows=$((arrows + 1))
  from_rank=$(rank "$file")
  to_rank=$(rank "$included")
  crosses_sides=0
  [[ $file == client/* && $included == node/* ]] && crosses_sides=1
  if [ "$from_rank" = 0 ] || [ "$to_rank" = 0 ]; then
    echo "layers: folder without a rank: $file -> $included" >&2
    bad=1
  elif [ "$to_rank" -ge "$from_rank" ] || [ $crosses_sides = 1 ]; then
    echo "layers: arrow points up: $file -> $included" >&2
    bad=1
  fi
done < <(grep -rHE '^#include "(crypto|ledger|node|client)/' --include='*.h' --include='*.cc' crypto ledger node client)

# Inside the state machine: no clock, float, randomness, threads or unordered order.
if grep -rnE '^[^/]*\b(double|float|std::chrono|std::random|rand\(|std::thread|std::mutex|unordered_(map|set)|setlocale|getenv|time\(nullptr)' \
  --include='*.h' --include='*.cc' ledger/base ledger/state ledger/engine ledger/modules ledger/answers; then
  echo "layers: the state machine uses what it must not" >&2
  bad=1
fi
[ $arrows -gt 0 ] || { echo "layers: found no include at all" >&2; bad=1; }
[ $bad = 0 ] && echo "layers: $arrows includes between folders, none points up"
exit $bad
