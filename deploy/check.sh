#!/usr/bin/env bash
# The checks that need builds of their own: ThreadSanitizer over what has threads, and the fuzzers.
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"
cd "$ROOT"

TSAN_DIR=$ROOT/build/tsan

thread_sanitizer() {
  build "$TSAN_DIR" node_pipeline_test ledger_storage_concurrency_test ledger_storage_planted_race -- \
    -DTANJI_SANITIZER=thread -DTANJI_BENCHMARKS=OFF -DTANJI_PRECOMPILE=ON
  export TSAN_OPTIONS="ignore_noninstrumented_modules=1 halt_on_error=1"
  # A race that is there on purpose must be seen, or the silence of the rest says nothing.
  if "$TSAN_DIR/tests/ledger/storage/ledger_storage_planted_race" >"$TSAN_DIR/planted.log" 2>&1; then
    fail "ThreadSanitizer 没有发现故意留下的竞争。" "ThreadSanitizer missed the planted race."
  fi
  grep -q 'ThreadSanitizer: data race' "$TSAN_DIR/planted.log"
  "$TSAN_DIR/tests/ledger/storage/ledger_storage_concurrency_test" --gtest_brief=1
  "$TSAN_DIR/tests/node/pipeline/node_pipeline_test" --gtest_brief=1
}

part "packages" install_packages
part "thread sanitizer" thread_sanitizer
part "fuzzing" deploy/fuzz.sh
print_parts
