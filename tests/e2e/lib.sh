# What the stories share: running a command and saying what was expected of it, and one node.
# Sourced by e2e_test.sh, never run.
set -euo pipefail

WORK=$(mktemp -d "${TMPDIR:-/tmp}/tanji-e2e-XXXXXX")
OUT=$WORK/out ERR=$WORK/err
NODE_PID=
CHAIN=e2e.example/zone
CHECKS=0

# Whoever runs the test may have settings of their own.
unset LC_ALL LC_MESSAGES TANJI_NODE TANJI_KEY TANJI_OFFSET TANJI_CRASH_AT
export LANG=en_US.UTF-8 TANJI_HOME=$WORK/home

clean_up() {
  local code=$?
  [ -z "$NODE_PID" ] || kill -9 "$NODE_PID" 2>/dev/null || true
  if [ $code -eq 0 ]; then
    rm -rf "$WORK"
  else
    [ ! -f "$WORK/node.log" ] || { printf '\nthe node last said:\n'; tail -n 15 "$WORK/node.log"; }
    printf '\nFAILED; what is left lies in %s\n' "$WORK"
  fi >&2
}
trap clean_up EXIT

story() { printf '== %s\n' "$*"; }

# wrong EXPECTED: what was run last, what it did, and what was expected.
wrong() {
  {
    printf '\nran:      %s\n' "${LAST[*]}"
    printf 'expected: %s\n' "$1"
    printf 'exit code %s\n--- standard output\n' "$RC"
    head -c 4000 "$OUT"
    printf -- '--- standard error\n'
    head -c 4000 "$ERR"
  } >&2
  exit 1
}

# expect CODE COMMAND...: runs it; its output is then in $OUT and $ERR.
expect() {
  local code=$1
  shift
  LAST=("$@") RC=0
  "$@" >"$OUT" 2>"$ERR" </dev/null || RC=$?
  CHECKS=$((CHECKS + 1))
  [ "$RC" -eq "$code" ] || wrong "exit code $code"
}

says() {
  CHECKS=$((CHECKS + 1))
  grep -qF -- "$1" "$OUT" || wrong "“$1” on standard output"
}
complains() {
  CHECKS=$((CHECKS + 1))
  grep -qF -- "$1" "$ERR" || wrong "“$1” on standard error"
}
# holds JQ-EXPRESSION: true of the JSON on standard output.
holds() {
  CHECKS=$((CHECKS + 1))
  jq -e "$1" "$OUT" >/dev/null 2>&1 || wrong "JSON on standard output of which this is true: $1"
}
# The error, in JSON; what a person is shown before signing may come before it.
error_json() { sed -n '/^{/,$p' "$ERR"; }
# refused NAME
refused() {
  CHECKS=$((CHECKS + 1))
  error_json | jq -e --arg name "$1" '.error.name == $name and (.error.message | length > 0)' \
    >/dev/null 2>&1 || wrong "the error $1, as JSON on standard error"
}
# same A B WHAT
same() {
  CHECKS=$((CHECKS + 1))
  [ "$1" = "$2" ] || wrong "$3: $1, not $2"
}
out_value() { jq -r "$1" "$OUT"; }

# Commands of people: in tables, and in JSON for what is looked at closely.
t() { "$TANJI" "$@"; }
j() { "$TANJI" --output json "$@"; }
# offline COMMAND...: without any network where this machine lets us take it away.
offline() {
  if unshare -n true 2>/dev/null; then unshare -n "$@"; else "$@"; fi
}

now() { date -u +%Y-%m-%dT%H:%M:%S.%3NZ; }
in_hours() { date -u -d "+$1 hours" +%Y-%m-%dT%H:%M:%SZ; }
# Until the clock of the ledger, in milliseconds, has certainly moved on.
a_moment() { sleep 0.05; }

# flip FILE OFFSET TO: a copy with one bit of the byte at OFFSET changed.
flip() {
  cp "$1" "$3"
  local byte
  byte=$(od -An -tu1 -j "$2" -N 1 "$1" | tr -d ' ')
  printf "\\x$(printf %02x $((byte ^ 1)))" | dd of="$3" bs=1 seek="$2" conv=notrunc status=none
}

# --- the node -----------------------------------------------------------------------------------

DIR=$WORK/node
CONFIG=$DIR/config.toml

start_node() {
  rm -f "$DIR/data/run/ready"
  "$TANJID" start --config "$CONFIG" >>"$WORK/node.log" 2>&1 </dev/null &
  NODE_PID=$!
  local tries
  for ((tries = 0; tries < 600; ++tries)); do
    if [ -f "$DIR/data/run/ready" ]; then
      GRPC=$(jq -r .grpc "$DIR/data/run/ready") HTTP=$(jq -r .http "$DIR/data/run/ready")
      export TANJI_NODE=$GRPC
      return
    fi
    kill -0 "$NODE_PID" 2>/dev/null || break
    sleep 0.1
  done
  LAST=("$TANJID" start --config "$CONFIG") RC=none
  wrong "a node that is ready within 60 s"
}

# end_node SIGNAL: and waits; the exit code is in NODE_CODE.
end_node() {
  kill "-$1" "$NODE_PID"
  NODE_CODE=0
  wait "$NODE_PID" 2>/dev/null || NODE_CODE=$?
  NODE_PID=
}

stop_node() {
  end_node TERM
  LAST=(kill -TERM node) RC=$NODE_CODE
  same "$NODE_CODE" 0 "the exit code of a node that SIGTERM stops"
}
