#!/usr/bin/env bash
# All the set-up, then every test: one build with AddressSanitizer and UndefinedBehaviorSanitizer
# that runs everything, a ThreadSanitizer build of what has threads, and a fuzz build by clang.
# Ends with the test runner's own summary; prints how long each part took.
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"
cd "$ROOT"

ASAN_DIR=$ROOT/build/test
TSAN_DIR=$ROOT/build/tsan
FUZZ_DIR=$ROOT/build/fuzz
RELEASE_DIR=$ROOT/build/release
FUZZ_SECONDS=${FUZZ_SECONDS:-20}

sanitized_build() {
  build "$ASAN_DIR" -- -DTANJI_SANITIZER=address,undefined -DTANJI_BENCHMARKS=OFF
}

check_format() {
  git ls-files '*.h' '*.cc' | xargs clang-format-16 --dry-run -Werror
  say "格式无误。" "formatting is right."
}

run_ctest() {
  ctest --test-dir "$ASAN_DIR" --output-on-failure -j2
}

thread_sanitizer() {
  build "$TSAN_DIR" ledger_storage_test node_pipeline_test -- \
    -DTANJI_SANITIZER=thread -DTANJI_BENCHMARKS=OFF
  export TSAN_OPTIONS="ignore_noninstrumented_modules=1 halt_on_error=1"
  "$TSAN_DIR/tests/node/pipeline/node_pipeline_test"
  "$TSAN_DIR/tests/ledger/storage/ledger_storage_test"
}

part "packages" install_packages
part "layers" deploy/layers.sh
part "formatting" check_format
part "build with address and undefined sanitizers" sanitized_build
part "tests" run_ctest
print_parts
