#!/usr/bin/env bash
# All the set-up, then every test: one build with AddressSanitizer and UndefinedBehaviorSanitizer
# that runs everything, a ThreadSanitizer build of what has threads, and a fuzz build by clang.
# Ends with the test runner's own summary; prints how long each part took.
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"
cd "$ROOT"

ASAN_DIR=$ROOT/build/test
TSAN_DIR=$ROOT/build/tsan

sanitized_build() {
  build "$ASAN_DIR" -- -DTANJI_SANITIZER=address,undefined -DTANJI_BENCHMARKS=OFF
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

thread_sanitizer() {
  build "$TSAN_DIR" node_pipeline_test ledger_storage_concurrency_test ledger_storage_planted_race -- \
    -DTANJI_SANITIZER=thread -DTANJI_BENCHMARKS=OFF
  export TSAN_OPTIONS="ignore_noninstrumented_modules=1 halt_on_error=1"
  # A race that is there on purpose must be seen, or the silence of the rest says nothing.
  if "$TSAN_DIR/tests/ledger/storage/ledger_storage_planted_race" >"$TSAN_DIR/planted.log" 2>&1; then
    fail "ThreadSanitizer 没有发现故意留下的竞争。" "ThreadSanitizer missed the planted race."
  fi
  grep -q 'ThreadSanitizer: data race' "$TSAN_DIR/planted.log"
  "$TSAN_DIR/tests/ledger/storage/ledger_storage_concurrency_test" --gtest_brief=1
  "$TSAN_DIR/tests/node/pipeline/node_pipeline_test" --gtest_brief=1
}

run_ctest() {
  ctest --test-dir "$ASAN_DIR" --output-on-failure -j2
}

part "packages" install_packages
part "layers" deploy/layers.sh
part "formatting" check_format
part "build with address and undefined sanitizers" sanitized_build
part "warm rebuild" warm_rebuild
part "thread sanitizer" thread_sanitizer
part "fuzzing" deploy/fuzz.sh
print_parts
# Last, so that the test runner's own summary ends the run.
run_ctest
