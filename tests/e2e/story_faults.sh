# The node is killed, stopped in the middle of work, and audited; a ledger that was rewritten is
# noticed.

kill_nine_loses_nothing() {
  story "kill -9 loses nothing that was said"
  printf 'before the crash\n' >"$WORK/crash.txt"
  expect 0 j document register "$WORK/crash.txt" --title-en Crash "${FARM[@]}"
  local id index
  id=$(out_value .transaction_id) index=$(out_value .index)
  end_node KILL
  expect 4 j document check "$WORK/crash.txt" --timeout 500ms
  refused UNREACHABLE
  start_node
  expect 0 j document check "$WORK/crash.txt"
  expect 0 j transaction status "$id"
  holds ".index == $index"
  expect 0 j log verify
  holds ".known_size > $index"
}

a_submission_in_doubt_is_sent_again() {
  story "a submission whose fate is unknown is kept, and sent again without being recorded twice"
  end_node KILL
  printf 'in doubt\n' >"$WORK/doubt.txt"
  expect 4 j document register "$WORK/doubt.txt" --title-en Doubt --timeout 500ms "${FARM[@]}"
  refused FATE_UNKNOWN
  local file
  file=$(error_json | jq -r .error.detail.file)
  start_node
  expect 0 j transaction submit "$file"
  local index
  index=$(out_value .index)
  [ ! -e "$file" ] || wrong "no pending file once the fate is known"
  expect 0 j document check "$WORK/doubt.txt"
  expect 0 j log entry "$index"
}

sigterm_drains() {
  story "SIGTERM lets the node finish what it has begun"
  local number children=()
  for number in 1 2 3 4 5 6; do
    printf 'drain %s\n' "$number" >"$WORK/drain-$number.txt"
    expect 0 t document register "$WORK/drain-$number.txt" --title-en Drain "${FARM[@]}" \
      --out "$WORK/drain-$number.tx"
    "$TANJI" --output json --timeout 20s transaction submit "$WORK/drain-$number.tx" \
      >"$WORK/drain-$number.out" 2>&1 </dev/null &
    children+=($!)
  done
  stop_node
  start_node
  local i code
  for i in 0 1 2 3 4 5; do
    code=0
    wait "${children[$i]}" || code=$?
    number=$((i + 1))
    LAST=(transaction submit "drain-$number.tx") RC=$code
    # Answered, or cut off; never told anything that is not so.
    [ $code -eq 0 ] || [ $code -eq 4 ] || wrong "exit code 0 or 4 of a call during the stop"
    [ $code -ne 0 ] || expect 0 j document check "$WORK/drain-$number.txt"
    expect 0 j transaction submit "$WORK/drain-$number.tx"
    holds '.fate == "FATE_APPLIED"'
  done
}

the_store_is_audited() {
  story "the store is audited, byte by byte, and every block executed again"
  expect 1 "$TANJID" fsck --config "$CONFIG"
  local size
  size=$("$TANJI" --output json log checkpoint | jq .log_size)
  stop_node
  expect 0 "$TANJID" fsck --config "$CONFIG"
  says "entries=$size"
  expect 0 "$TANJID" replay --config "$CONFIG"
  expect 0 "$TANJID" replay --config "$CONFIG" --explain "$REFUSED_TRANSACTION"
  says ALREADY_EXISTS
  expect 1 "$TANJID" replay --config "$CONFIG" --explain nothing
  damage_is_found
}

damage_is_found() {
  story "a flipped bit on the disk is found"
  cp -r "$DIR" "$WORK/damaged"
  local file
  file=$(find "$WORK/damaged/data/store" \( -name '*.sst' -o -name '*.log' \) -size +2k \
    -printf '%s %p\n' | sort -n | tail -n 1 | cut -d' ' -f2-)
  flip "$file" $(($(stat -c %s "$file") / 2)) "$WORK/flipped"
  cp "$WORK/flipped" "$file"
  expect 1 "$TANJID" fsck --config "$WORK/damaged/config.toml"
}

a_rewritten_ledger_is_noticed() {
  story "a node that shows a shorter or another history is caught"
  # The same keys, the same genesis, another history: what an operator could do alone.
  mkdir "$WORK/rewritten"
  cp -r "$DIR/keys" "$WORK/rewritten/keys"
  expect 0 "$TANJID" init --dir "$WORK/rewritten" --chain-id "$CHAIN" --genesis "$WORK/genesis.json"
  sed -i 's/^listen = .*/listen = "127.0.0.1:0"/' "$WORK/rewritten/config.toml"
  DIR=$WORK/rewritten CONFIG=$WORK/rewritten/config.toml start_node
  local known number
  expect 0 j trust list
  known=$(out_value '.ledgers[0].verified_size')
  # Shorter: a client that has seen more does not settle for less, however long it waits.
  expect 4 j log verify --timeout 1s
  # Grown past what was seen, with other entries.
  cp -r "$TANJI_HOME" "$WORK/forger"
  rm -f "$WORK"/forger/ledgers/*/checkpoint
  for ((number = 0; number * 2 < known; ++number)); do
    printf 'forged %s\n' "$number" >"$WORK/forged.txt"
    expect 0 t document register "$WORK/forged.txt" --title-en Forged --key "$WORK/lead.key" --yes \
      --home "$WORK/forger"
  done
  expect 3 j log verify
  refused CONSISTENCY_FALSE
  [ -f "$(error_json | jq -r .error.detail.file)" ] || wrong "the evidence, in a file that is named"
  expect 3 j document check "$WORK/statement.txt"
  stop_node
}

story_faults() {
  kill_nine_loses_nothing
  a_submission_in_doubt_is_sent_again
  sigterm_drains
  the_store_is_audited
  a_rewritten_ledger_is_noticed
}
