# The bodies decide together what none of them may do alone: who is suspended, which flag is on.

OFFICE=(--key "$WORK/office.key" --yes)

height() {
  "$TANJI" --output json node status | jq -r '.height | tonumber'
}

two_bodies_switch_a_flag() {
  story "two bodies decide to switch a flag on"
  local from
  from=$(($(height) + 14))
  local proposal=(ballot propose --title-zh 开启演练 --title-en 'Switch the rehearsal on'
                  --prevailing zh --switch-flag "REHEARSAL@$from")
  expect 2 j "${proposal[@]}" --deadline "$(in_hours 20000)" "${LEAD[@]}"
  refused DEADLINE_OUT_OF_RANGE
  expect 2 j "${proposal[@]}" --deadline "$(in_hours 48)" --key "$WORK/farm.key" --yes
  expect 0 j "${proposal[@]}" --deadline "$(in_hours 48)" "${LEAD[@]}"
  BALLOT=$(out_value '.created[0]')
  expect 0 j ballot vote "$BALLOT" yes "${LEAD[@]}"
  expect 2 j ballot vote "$BALLOT" no --key "$WORK/reviewer.key" --yes
  refused VOTED_ALREADY
  expect 2 j ballot execute "$BALLOT" "${LEAD[@]}"
  refused BALLOT_NOT_CARRIED
  expect 2 j ballot vote "$BALLOT" yes --key "$WORK/officer.key" --yes
  expect 0 j ballot vote "$BALLOT" yes "${OFFICE[@]}"
  expect 0 j ballot execute "$BALLOT" "${OFFICE[@]}"
  expect 2 j ballot execute "$BALLOT" "${OFFICE[@]}"
  refused BALLOT_CLOSED
  expect 0 j ballot show "$BALLOT"
  holds '.ballot.state == "BALLOT_STATE_EXECUTED" and (.votes | length) == 2'
  expect 0 j node status
  holds ".scheduled_flags[0].flag == \"FEATURE_FLAG_REHEARSAL\"
         and (.scheduled_flags[0].from_height | tonumber) == $from
         and (.flags | index(\"FEATURE_FLAG_REHEARSAL\")) == null"
  the_flag_comes_into_force "$from"
}

the_flag_comes_into_force() {
  local from=$1 number=0
  while [ "$(height)" -lt "$from" ]; do
    [ $((++number)) -le 20 ] || wrong "a height that grows with every document"
    printf 'note %s\n' "$number" >"$WORK/note-$number.txt"
    expect 0 t document register "$WORK/note-$number.txt" --title-en "Note $number" "${FARM[@]}"
  done
  expect 0 j node status
  holds '(.flags | index("FEATURE_FLAG_REHEARSAL")) != null'
  holds '(.scheduled_flags // []) | length == 0'
}

no_body_suspends_another_alone() {
  story "no body suspends another alone; together they suspend and reinstate"
  expect 2 j participant suspend hainan --reason-en 'we disagree' "${OFFICE[@]}"
  refused STATUS_NEEDS_BALLOT
  decide --title-en 'Suspend the accreditor' --set-status cnas=SUSPENDED --reason-en 'late audit'
  expect 6 j participant show cnas
  holds ".answer.participant.status.interval.by == \"$BALLOT\""
  expect 2 j accreditation reinstate "$ACCREDITATION" --interval 1 --reason-zh 已整改 "${OFFICER[@]}"
  refused NOT_IN_FORCE
  decide --title-en 'Reinstate the accreditor' --reinstate cnas@1 --reason-en 'audit passed'
  expect 0 j participant show cnas
}

# decide PROPOSAL...: proposed, voted for by two bodies, executed; leaves its name in BALLOT.
decide() {
  expect 0 j ballot propose "$@" --deadline "$(in_hours 48)" "${LEAD[@]}"
  BALLOT=$(out_value '.created[0]')
  expect 0 j ballot vote "$BALLOT" yes "${LEAD[@]}"
  expect 0 j ballot vote "$BALLOT" yes "${OFFICE[@]}"
  expect 0 j ballot execute "$BALLOT" "${OFFICE[@]}"
}

story_governance() {
  no_body_suspends_another_alone
  two_bodies_switch_a_flag
}
