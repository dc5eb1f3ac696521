#!/usr/bin/env bash
# ThreadSanitizer over what has threads: the node's pipeline and the ledger's storage, in a build of
# their own that holds nothing else.
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"
cd "$ROOT"
DIR=$ROOT/build/tsan

build_targets() {
  build "$DIR" node_pipeline_test ledger_storage_concurrency_test ledger_storage_planted_race -- \
    -DTANJI_SANITIZER=thread -DTANJI_BENCHMARKS=OFF -DTANJI_PRECOMPILE=ON
}

# A race that is there on purpose must be seen, or the silence of the rest says nothing.
see_planted_race() {
  if "$DIR/tests/ledger/storage/ledger_storage_planted_race" >"$DIR/planted.log" 2>&1 ||
    ! grep -q 'ThreadSanitizer: data race' "$DIR/planted.log"; then
    cat "$DIR/planted.log" >&2
    fail "ThreadSanitizer 没有发现故意留下的竞争。" "ThreadSanitizer missed the planted race."
  fi
  say "故意留下的竞争已被发现。" "the planted race was seen."
}

run_tests() {
  export TSAN_OPTIONS="ignore_noninstrumented_modules=1 halt_on_error=1"
  see_planted_race
  "$DIR/tests/ledger/storage/ledger_storage_concurrency_test" --gtest_brief=1
  "$DIR/tests/node/pipeline/node_pipeline_test" --gtest_brief=1
}

part "thread sanitizer: build" build_targets
part "thread sanitizer: node/pipeline and ledger/storage" run_tests
print_parts
