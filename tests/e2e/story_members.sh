# Members join with keys of several holders; two of them have to sign what matters, each on a
# machine of their own.

LEAD=(--key "$WORK/lead.key" --yes)

# participant_file FILE ID KIND
participant_file() {
  cat >"$1" <<JSON
{
  // What a person would write.
  "id": "$2",
  "kinds": ["$3"],
  "legal_name": {"zh": "机构 $2", "prevailing": "ZH", "translation": "MISSING"},
  "region": "CN-HI"
}
JSON
}

a_participant_is_registered() {
  story "a participant is registered with the key it handed over"
  make_key farm bt-farm-07 owner
  make_grant farm MANAGE_KEYS REGISTER_DOCUMENTS
  participant_file "$WORK/farm.json" bt-farm-07 PRODUCER
  expect 0 j participant register "$WORK/farm.json" --grant "$WORK/farm.grant" "${LEAD[@]}"
  holds '.fate == "FATE_APPLIED" and .code == "OK" and .created == ["participants/bt-farm-07"]'
  holds '.verified.ledger == "'"$CHAIN"'"'
  FARM_TRANSACTION=$(out_value .transaction_id) FARM_INDEX=$(out_value .index)
  expect 0 j participant show bt-farm-07
  holds '.yes and .answer.participant.keys[0].key.holder == "owner"'
  expect 0 t participant list
  says bt-farm-07
  expect 0 t key list bt-farm-07
  says owner
}

registering_twice_is_refused() {
  story "what the ledger refuses is recorded, with its reason"
  expect 2 j participant register "$WORK/farm.json" --grant "$WORK/farm.grant" "${LEAD[@]}"
  refused ALREADY_EXISTS
  holds '.fate == "FATE_FAILED" and .refused_operation == 0'
  REFUSED_TRANSACTION=$(out_value .transaction_id)
  expect 6 j transaction status "$REFUSED_TRANSACTION"
  holds '.code == "ALREADY_EXISTS"'
  expect 0 j transaction status "$FARM_TRANSACTION"
  holds ".fate == \"FATE_APPLIED\" and .index == $FARM_INDEX"
  expect 2 j transaction status "$(printf '0%.0s' {1..64})"
  refused NOT_FOUND
}

only_who_may_can_register() {
  story "only who may register can"
  make_key stranger stranger nobody
  make_grant stranger MANAGE_KEYS
  participant_file "$WORK/stranger.json" stranger PRODUCER
  # The farm's key lacks the permission; then a key that the ledger does not know; then one whose
  # grant was made for another participant.
  expect 2 j participant register "$WORK/stranger.json" --grant "$WORK/stranger.grant" --yes \
    --key "$WORK/farm.key"
  refused THRESHOLD_NOT_MET
  expect 2 j participant register "$WORK/stranger.json" --grant "$WORK/stranger.grant" --yes \
    --key "$WORK/stranger.key"
  refused AUTHOR_UNKNOWN
  participant_file "$WORK/stranger-2.json" stranger-2 PRODUCER
  expect 2 j participant register "$WORK/stranger-2.json" --grant "$WORK/stranger.grant" "${LEAD[@]}"
  refused POSSESSION_FALSE
  participant_file "$WORK/power.json" power BODY
  expect 1 j participant register "$WORK/power.json" --grant "$WORK/stranger.grant" "${LEAD[@]}"
  refused KIND_NEEDS_BALLOT
  expect 6 j participant show stranger
}

two_have_to_sign() {
  story "from now on two have to sign registrations"
  expect 2 j participant thresholds --threshold REGISTER_PARTICIPANTS=4 "${LEAD[@]}"
  refused THRESHOLD_UNREACHABLE
  expect 0 j participant thresholds --threshold REGISTER_PARTICIPANTS=2 "${LEAD[@]}"
  make_key auditor gdp-verify lead
  make_grant auditor MANAGE_KEYS REGISTER_DOCUMENTS
  participant_file "$WORK/auditor.json" gdp-verify AUDITOR
  expect 2 j participant register "$WORK/auditor.json" --grant "$WORK/auditor.grant" "${LEAD[@]}"
  refused THRESHOLD_NOT_MET
}

they_sign_on_their_own_machines() {
  story "two sign offline, a third puts the signatures together and submits"
  expect 0 offline "$TANJI" --ledger "$CHAIN" participant register "$WORK/auditor.json" \
    --grant "$WORK/auditor.grant" "${LEAD[@]}" --out "$WORK/by-lead.tx"
  expect 0 offline "$TANJI" transaction show "$WORK/by-lead.tx"
  says gdp-verify
  # Without a terminal nobody can say yes.
  expect 1 offline setsid -w "$TANJI" --output json transaction sign "$WORK/by-lead.tx" \
    --key "$WORK/reviewer.key"
  refused NOT_CONFIRMED
  expect 1 offline "$TANJI" --output json transaction sign "$WORK/by-lead.tx" --yes \
    --key "$WORK/farm.key"
  refused AUTHORS_DIFFER
  for other in reviewer third; do
    expect 0 offline "$TANJI" transaction sign "$WORK/by-lead.tx" --key "$WORK/$other.key" --yes \
      --out "$WORK/by-$other.tx"
  done
  expect 0 offline "$TANJI" --output json transaction combine "$WORK/by-reviewer.tx" \
    "$WORK/by-third.tx" --out "$WORK/by-all.tx"
  holds '.signatures == 3'
  expect 2 j transaction submit "$WORK/by-lead.tx"
  refused THRESHOLD_NOT_MET
  expect 0 j transaction submit "$WORK/by-all.tx"
  holds '.fate == "FATE_APPLIED"'
  local index
  index=$(out_value .index)
  # Whatever comes again, with whatever signatures: the same answer.
  for file in by-all by-reviewer by-lead; do
    expect 0 j transaction submit "$WORK/$file.tx"
    holds ".index == $index"
  done
}

spoilt_transactions_are_refused() {
  story "spoilt transaction files are refused"
  participant_file "$WORK/certifier.json" hainan-cert CERTIFIER
  make_key certifier hainan-cert lead
  make_grant certifier MANAGE_KEYS
  expect 0 t participant register "$WORK/certifier.json" --grant "$WORK/certifier.grant" --yes \
    --key "$WORK/lead.key" --key "$WORK/third.key" --out "$WORK/certifier.tx"
  local size
  size=$(stat -c %s "$WORK/certifier.tx")
  flip "$WORK/certifier.tx" $((size - 1)) "$WORK/spoilt.tx"
  expect 2 j transaction submit "$WORK/spoilt.tx"
  refused SIGNATURE_FALSE
  flip "$WORK/certifier.tx" 0 "$WORK/spoilt.tx"
  expect 1 j transaction submit "$WORK/spoilt.tx"
  refused NOT_CANONICAL
  expect 1 j transaction combine "$WORK/certifier.tx" "$WORK/by-all.tx" --out "$WORK/none"
  refused BODIES_DIFFER
  expect 0 j transaction submit "$WORK/certifier.tx"
  expect 0 t participant register "$WORK/stranger.json" --grant "$WORK/stranger.grant" --expire 1s \
    --key "$WORK/lead.key" --key "$WORK/third.key" --yes --out "$WORK/late.tx"
  sleep 1.2
  expect 2 j transaction submit "$WORK/late.tx"
  refused EXPIRED
}

keys_come_and_go() {
  story "keys come and go; the last ones cannot"
  make_key farm-2 bt-farm-07 son
  expect 0 j key add "$WORK/farm-2.key" --permission REGISTER_DOCUMENTS --permission MANAGE_KEYS \
    --key "$WORK/farm.key" --yes
  local second
  second=$(out_value '.created[0]')
  expect 0 j key show "$second"
  holds '.yes and .answer.key.key.holder == "son"'
  expect 2 j key add "$WORK/farm-2.key" --permission MANAGE_KEYS --key "$WORK/farm.key" --yes
  refused KEY_TAKEN
  expect 0 j key retire "$second" --reason-zh 不再使用 --key "$WORK/farm.key" --yes
  expect 6 j key show "$second"
  expect 2 j participant thresholds --threshold MANAGE_KEYS=1 --key "$WORK/farm-2.key" --yes
  refused KEY_NOT_IN_FORCE
  expect 0 j key show "$WORK/farm.key"
  local first
  first=$(out_value .name)
  expect 2 j key retire "$first" --reason-en 'the last one' --key "$WORK/farm.key" --yes
  refused THRESHOLD_UNREACHABLE
}

story_members() {
  a_participant_is_registered
  registering_twice_is_refused
  only_who_may_can_register
  two_have_to_sign
  they_sign_on_their_own_machines
  spoilt_transactions_are_refused
  keys_come_and_go
}
