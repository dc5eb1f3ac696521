# Answers as files: they hold offline, for anyone with the policy, and in no other form.

answers_are_files() {
  story "answers are files that hold without any node or network"
  expect 0 t prove document "$DOCUMENT" --out "$WORK/document.proof"
  expect 0 t prove accreditation "$ACCREDITATION" --out "$WORK/accreditation.proof"
  expect 6 t prove accreditation "$ACCREDITATION" --on "$SUSPENDED_AT" --out "$WORK/suspended.proof"
  expect 6 t prove document "$(printf 'a%.0s' {1..64})" --out "$WORK/absent.proof"
  PROVED_AT=$(date +%s%N)
  expect 5 j prove document "$DOCUMENT" --out "$WORK/document.proof"
  refused FILE_EXISTS
}

verify() { offline env -u TANJI_NODE "TANJI_HOME=$WORK/nobody" "$TANJI" "$@"; }

they_hold_offline() {
  story "the node is stopped; a stranger with nothing but the policy verifies them"
  stop_node
  expect 0 verify verify "$WORK/document.proof" --policy "$WORK/policy"
  says "$DOCUMENT"
  expect 0 verify --output json verify "$WORK/accreditation.proof" --policy "$WORK/policy"
  holds '.yes and .as_of == false and .verified.ledger == "'"$CHAIN"'"'
  expect 6 verify --output json verify "$WORK/suspended.proof" --policy "$WORK/policy"
  holds '.found and (.yes | not)'
  expect 6 verify --output json verify "$WORK/absent.proof" --policy "$WORK/policy"
  holds '.found == false'
  expect 5 verify --output json verify "$WORK/document.proof"
  refused LEDGER_NOT_TRUSTED
  # Who trusts the ledger already needs no policy file.
  expect 0 offline "$TANJI" verify "$WORK/document.proof"
}

the_wrong_policy_refuses_them() {
  story "another ledger's policy, or another node's keys, refuse them"
  expect 0 "$TANJID" init --dir "$WORK/other-ledger" --chain-id other.example/zone
  "$TANJID" init --dir "$WORK/same-name" --chain-id "$CHAIN" >/dev/null
  local name
  for name in other-ledger same-name; do
    sed -i 's/^listen = .*/listen = "127.0.0.1:0"/' "$WORK/$name/config.toml"
    DIR=$WORK/$name CONFIG=$WORK/$name/config.toml start_node
    expect 0 t policy --from-node --home "$WORK/nobody" --out "$WORK/$name.policy"
    stop_node
  done
  expect 3 verify --output json verify "$WORK/document.proof" --policy "$WORK/other-ledger.policy"
  refused CHECKPOINT_WRONG_LOG
  expect 3 verify --output json verify "$WORK/document.proof" --policy "$WORK/same-name.policy"
  # Nor is it put in the place of the one that is believed, unless that is said.
  expect 5 j trust add "$WORK/same-name.policy"
  refused POLICY_DIFFERS
}

an_altered_proof_is_refused() {
  story "a proof of which one bit was altered is refused"
  local size offset
  size=$(stat -c %s "$WORK/document.proof")
  for ((offset = 0; offset < size; offset += size / 24 + 1)); do
    flip "$WORK/document.proof" "$offset" "$WORK/altered.proof"
    expect 3 verify --output json verify "$WORK/altered.proof" --policy "$WORK/policy"
  done
  head -c $((size - 1)) "$WORK/document.proof" >"$WORK/altered.proof"
  expect 3 verify --output json verify "$WORK/altered.proof" --policy "$WORK/policy"
  { cat "$WORK/document.proof"; printf 'x'; } >"$WORK/altered.proof"
  expect 3 verify --output json verify "$WORK/altered.proof" --policy "$WORK/policy"
  head -c $((256 * 1024 + 1)) /dev/zero >"$WORK/altered.proof"
  expect 3 verify --output json verify "$WORK/altered.proof" --policy "$WORK/policy"
  refused BUNDLE_TOO_LARGE
}

an_old_proof_is_refused() {
  story "a proof is refused once it is older than asked for"
  local age_ms=$((($(date +%s%N) - PROVED_AT) / 1000000))
  # Cosignatures have whole seconds.
  [ $age_ms -ge 2500 ] || sleep 2.5
  expect 3 verify --output json verify "$WORK/document.proof" --policy "$WORK/policy" --max-age 1s
  refused BUNDLE_TOO_OLD
  expect 0 verify --output json verify "$WORK/document.proof" --policy "$WORK/policy" --max-age 1h
  expect 1 verify --output json verify "$WORK/document.proof" --policy "$WORK/policy" --max-age soon
  refused BAD_DURATION
}

history_says_that_it_is_history() {
  story "a proof of an earlier state says that it is history"
  start_node
  local size
  size=$("$TANJI" --output json log checkpoint | jq .log_size)
  # A node keeps at most one state a second.
  for number in 1 2; do
    sleep 1.1
    printf 'later %s\n' "$number" >"$WORK/later-$number.txt"
    expect 0 t document register "$WORK/later-$number.txt" --title-en Later "${FARM[@]}"
  done
  expect 0 j prove document "$DOCUMENT" --as-of "$size" --out "$WORK/history.proof"
  holds '.as_of'
  expect 0 verify --output json verify "$WORK/history.proof" --policy "$WORK/policy" --max-age 1ms
  holds ".as_of and .verified.log_size <= $size"
  expect 4 j prove document "$DOCUMENT" --as-of 2 --out "$WORK/none.proof"
  refused PROOF_WINDOW_PASSED
}

the_log_is_open() {
  story "the log can be read and followed, entry by entry"
  expect 0 j log verify
  holds '.known_size >= 2'
  expect 0 j log entry 0
  holds '.entry.genesis.chain_id == "'"$CHAIN"'"'
  expect 0 j log entry "$FARM_INDEX"
  holds ".transaction_id == \"$FARM_TRANSACTION\""
  expect 1 j log entry 999999
  refused BEYOND_END
  expect 0 j log entries --from 0 --count 5
  holds '.entries | length == 5 and .[1].entry.block.first_index == "1"'
  expect 0 j log watch --from 0 --count 3
  same "$(jq -s 'map(.index) | tostring' "$OUT")" '"[0,1,2]"' "the indexes of the watched entries"
  expect 0 t log watch --from 0 --by bt-farm-07 --count 1
  says participants/bt-farm-07
}

story_proofs() {
  answers_are_files
  they_hold_offline
  the_wrong_policy_refuses_them
  an_altered_proof_is_refused
  an_old_proof_is_refused
  history_says_that_it_is_history
  the_log_is_open
}
