#!/usr/bin/env bash
# Builds the fuzz targets with clang and runs them, two at a time. Each target runs for at least
# FUZZ_SECONDS and 10,000 executions. operation_fuzz is one target that runs once per operation: each
# of its runs has at least 10,000 executions, and together they take at least FUZZ_SECONDS.
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"
cd "$ROOT"
DIR=$ROOT/build/fuzz
SECONDS_EACH=${FUZZ_SECONDS:-20}
EXECUTIONS=10000
# Every file of tests/fuzz is a target; operation_fuzz runs otherwise than the rest.
mapfile -t TARGETS < <(basename -s .cc tests/fuzz/*_fuzz.cc | grep -v '^operation_fuzz$')
COMMON=(-seed=1 -print_final_stats=1 -max_len=16384 -rss_limit_mb=2048 -timeout=30)

build_targets() {
  build "$DIR" "${TARGETS[@]}" operation_fuzz -- -DCMAKE_CXX_COMPILER=clang++-16 -DCMAKE_BUILD_TYPE=None \
    "-DCMAKE_CXX_FLAGS=-O1 -fsanitize=fuzzer-no-link" -DTANJI_SANITIZER=address,undefined \
    -DTANJI_PRECOMPILE=ON -DTANJI_FUZZERS=ON -DTANJI_TESTS=OFF -DTANJI_BENCHMARKS=OFF
  rm -rf "$DIR/corpus" "$DIR/counts"
  mkdir -p "$DIR/counts"
  python3 deploy/fuzz_seeds.py "$DIR/corpus"
}

# fuzz NAME LIMIT: once, with the limit; leaves the number of executions in EXECUTED.
fuzz() {
  local name=$1 limit=$2
  local target=${name%%.*} operation=${name#*.} log=$DIR/$1.log
  [ "$operation" != "$name" ] || operation=
  TANJI_FUZZ_OPERATION=$operation "$DIR/tests/fuzz/$target" "${COMMON[@]}" "$limit" \
    -artifact_prefix="$DIR/$name-" "$DIR/corpus/$name" >"$log" 2>&1 ||
    { tail -n 30 "$log" >&2; echo "fuzz: $name failed" >&2; return 1; }
  EXECUTED=$(sed -n 's/^stat::number_of_executed_units: *//p' "$log")
  EXECUTED=${EXECUTED:-0}
}

# run NAME SECONDS: prints and records executions and seconds; fails if the target failed or ran too
# little.
run() {
  local name=$1 seconds=$2 start took
  mkdir -p "$DIR/corpus/$name"
  start=$(date +%s%N)
  fuzz "$name" -max_total_time="$seconds" || return 1
  [ "$EXECUTED" -ge $EXECUTIONS ] || fuzz "$name" -runs=$EXECUTIONS || return 1
  [ "$EXECUTED" -ge $EXECUTIONS ] || { echo "fuzz: $name ran only $EXECUTED times" >&2; return 1; }
  took=$((($(date +%s%N) - start) / 1000000))
  echo "$EXECUTED $took" >"$DIR/counts/$name"
  printf '%12d executions %7d.%d s  %s\n' "$EXECUTED" $((took / 1000)) $((took % 1000 / 100)) "$name"
}

# Two at a time: one per core.
run_all() {
  local seconds=$1 name pids=() failed=0
  shift
  for name in "$@"; do
    run "$name" "$seconds" &
    pids+=($!)
    if [ ${#pids[@]} -ge 2 ]; then
      wait "${pids[0]}" || failed=1
      pids=("${pids[@]:1}")
    fi
  done
  for pid in "${pids[@]}"; do wait "$pid" || failed=1; done
  return $failed
}

# Without a name the target prints the names of all operations.
operations() {
  env -u TANJI_FUZZ_OPERATION "$DIR/tests/fuzz/operation_fuzz" deploy/packages.txt 2>/dev/null |
    grep -E '^[a-z_]+$' || true
}

part "fuzzing: build" build_targets
mapfile -t NAMES < <(operations)
[ ${#NAMES[@]} -gt 0 ] || fail "没有找到任何操作。" "found no operation to fuzz."
part "fuzzing: parsers and verifiers" run_all "$SECONDS_EACH" "${TARGETS[@]}"
part "fuzzing: operations" run_all $((SECONDS_EACH / ${#NAMES[@]} + 1)) "${NAMES[@]/#/operation_fuzz.}"

awk '{executions += $1; ms += $2} END {printf "%12d executions %9.1f s  operation_fuzz\n", executions, ms / 1000}' \
  "$DIR"/counts/operation_fuzz.*
awk -v need="$SECONDS_EACH" '{ms += $2} END {exit ms / 1000 < need}' "$DIR"/counts/operation_fuzz.* ||
  fail "operation_fuzz 运行时间不足。" "operation_fuzz ran too short a time."
print_parts
say "模糊测试：${#TARGETS[@]} 个目标和 ${#NAMES[@]} 种操作，无失败。" \
  "fuzzing: ${#TARGETS[@]} targets and ${#NAMES[@]} operations, no failure."
