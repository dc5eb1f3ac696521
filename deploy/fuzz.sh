#!/usr/bin/env bash
# Builds the fuzz targets with clang and runs each for at least FUZZ_SECONDS and 10,000 executions.
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"
cd "$ROOT"
DIR=$ROOT/build/fuzz
SECONDS_EACH=${FUZZ_SECONDS:-20}
EXECUTIONS=10000
TARGETS=(wire_fuzz envelope_fuzz entry_fuzz bundle_fuzz note_fuzz tile_fuzz state_proof_fuzz json_fuzz operation_fuzz)

# run TARGET [OPERATION]: prints one line; fails if the target crashed or ran too little.
run() {
  local target=$1 operation=${2:-} name=$1${2:+.$2}
  local corpus=$DIR/corpus/$name log=$DIR/$name.log executions
  mkdir -p "$corpus"
  export TANJI_FUZZ_OPERATION=$operation
  local common=(-seed=1 -print_final_stats=1 -max_len=16384 -rss_limit_mb=2048 -artifact_prefix="$DIR/$name-")
  "$DIR/tests/fuzz/$target" "${common[@]}" -max_total_time="$SECONDS_EACH" "$corpus" >"$log" 2>&1 ||
    { tail -n 30 "$log" >&2; echo "fuzz: $name failed" >&2; return 1; }
  executions=$(sed -n 's/^stat::number_of_executed_units: *//p' "$log")
  if [ "${executions:-0}" -lt $EXECUTIONS ]; then
    "$DIR/tests/fuzz/$target" "${common[@]}" -runs=$EXECUTIONS "$corpus" >"$log" 2>&1 || { tail -n 30 "$log" >&2; return 1; }
    executions=$(sed -n 's/^stat::number_of_executed_units: *//p' "$log")
  fi
  [ "${executions:-0}" -ge $EXECUTIONS ] || { echo "fuzz: $name ran only ${executions:-0} times" >&2; return 1; }
  printf '%12d executions  %s\n' "$executions" "$name"
}

build "$DIR" "${TARGETS[@]}" -- -DCMAKE_CXX_COMPILER=clang++-16 -DCMAKE_BUILD_TYPE=None \
  "-DCMAKE_CXX_FLAGS=-O1 -fsanitize=fuzzer-no-link" -DTANJI_SANITIZER=address,undefined \
  -DTANJI_PRECOMPILE=ON -DTANJI_FUZZERS=ON -DTANJI_TESTS=OFF -DTANJI_BENCHMARKS=OFF
rm -rf "$DIR/corpus"
python3 deploy/fuzz_seeds.py "$DIR/corpus"

jobs=()
for target in "${TARGETS[@]}"; do
  [ "$target" = operation_fuzz ] || jobs+=("$target")
done
# Without a name the target prints the names of all operations.
while read -r operation; do jobs+=("operation_fuzz $operation"); done < <(env -u TANJI_FUZZ_OPERATION "$DIR/tests/fuzz/operation_fuzz" deploy/packages.txt 2>/dev/null | grep -E '^[a-z_]+$' || true)
[ ${#jobs[@]} -gt ${#TARGETS[@]} ] || fail "没有找到任何操作。" "found no operation to fuzz."

# Two at a time: one per core.
pids=()
failed=0
for job in "${jobs[@]}"; do
  # shellcheck disable=SC2086
  run $job &
  pids+=($!)
  if [ ${#pids[@]} -ge 2 ]; then
    wait "${pids[0]}" || failed=1
    pids=("${pids[@]:1}")
  fi
done
for pid in "${pids[@]}"; do wait "$pid" || failed=1; done
[ $failed = 0 ] || exit 1
say "模糊测试:${#jobs[@]} 个目标,无失败。" "fuzzing: ${#jobs[@]} targets, no failure."
