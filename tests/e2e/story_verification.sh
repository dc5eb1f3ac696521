# What an auditor makes of a footprint: it asks, the farm answers, two people sign a statement, a stranger
# checks it offline, and a suspended accreditation takes the statement with it.

CONCLUSION=$EXAMPLES/verification/mango-statement.json
# Holders li and zhao, as the example names them.
BOTH=(--key "$WORK/li.key" --key "$WORK/zhao.key" --yes)

an_auditor_has_two_people_and_a_scope() {
  story "an auditor has two people, and an accreditation for the pilot"
  expect 0 j scheme import "$EXAMPLES/schemes/baoting-1-5-pilot.json" "${PUBLISHER[@]}"
  local person
  for person in li zhao; do
    make_key "$person" gdp-verify "$person"
    expect 0 j key add "$WORK/$person.key" --permission VERIFY --key "$WORK/auditor.key" --yes
  done
  sed 's#schemes/hainan-low-carbon#schemes/baoting-1-5-pilot#' "$WORK/accreditation.json" >"$WORK/for-pilot.json"
  expect 0 j accreditation grant "$WORK/for-pilot.json" "${OFFICER[@]}"
  SCOPE=$(out_value '.created[0]')
  # The factor of the other story has fallen: this inventory buys coal power.
  sed 's#footprint-2024/factors/average#footprint-2024/factors/coal#' "$INVENTORY" >"$WORK/coal.json"
  expect 0 j footprint declare "$WORK/coal.json" "${DECLARER[@]}"
  MANGOES=$(grep -oE 'footprints/[0-9a-f-]{36}' "$OUT" | head -n 1)
}

the_farm_answers() {
  story "the auditor asks, the farm answers, and what is open blocks the statement"
  expect 0 j correction request "$MANGOES" --line irrigation --request-zh 请说明电量依据 --key "$WORK/li.key" --yes
  local asked
  asked=$(out_value '.created[0]')
  expect 2 j statement issue "$CONCLUSION" --footprint "$MANGOES" --accreditation "$SCOPE" "${BOTH[@]}"
  refused CORRECTIONS_OPEN
  expect 2 j correction answer "$asked" --answer-zh 不是我 --key "$WORK/li.key" --yes
  refused THRESHOLD_NOT_MET
  expect 0 j correction answer "$asked" --answer-zh 按泵房电表 "${DECLARER[@]}"
  expect 2 j correction answer "$asked" --answer-zh 再答 "${DECLARER[@]}"
  refused CORRECTION_ANSWERED
  expect 0 j correction close "$asked" --as resolved --note-zh 已核对 --key "$WORK/zhao.key" --yes
  expect 0 j correction show "$asked"
  holds '.answer.correction.correction.state == "CORRECTION_STATE_RESOLVED"'
  expect 0 env LANG=zh_CN.UTF-8 "$TANJI" correction show "$asked"
  says 已解决
  says 按泵房电表
}

two_people_sign_a_statement() {
  story "two people sign a statement, each at their own desk"
  local issue=(statement issue "$CONCLUSION" --footprint "$MANGOES" --accreditation "$SCOPE")
  expect 2 j "${issue[@]}" --key "$WORK/li.key" --yes
  refused HOLDER_NOT_SIGNING
  expect 2 j statement issue "$CONCLUSION" --footprint "$FOOTPRINT" --accreditation "$SCOPE" "${BOTH[@]}"
  refused FOOTPRINT_DOES_NOT_STAND
  expect 2 j statement issue "$CONCLUSION" --footprint "$MANGOES" --accreditation "$ACCREDITATION" "${BOTH[@]}"
  refused OUTSIDE_SCOPE
  sed 's/"-0.0004"/"-0.1"/' "$CONCLUSION" >"$WORK/kind.json"
  expect 2 j statement issue "$WORK/kind.json" --footprint "$MANGOES" --accreditation "$SCOPE" "${BOTH[@]}"
  refused OPINION_TOO_FAVOURABLE
  expect 0 j "${issue[@]}" --key "$WORK/li.key" --out "$WORK/statement.li.tx" --yes
  expect 0 j transaction sign "$WORK/statement.li.tx" --key "$WORK/zhao.key" --out "$WORK/statement.tx" --yes
  expect 0 j transaction submit "$WORK/statement.tx" --yes
  STATEMENT=$(out_value '.created[0]')
  expect 0 t statement show "$STATEMENT"
  says unmodified
  says participants/bt-farm-07/products/mango
  expect 0 t statement list
  says "$STATEMENT"
}

a_stranger_checks_the_statement() {
  story "a stranger checks the statement offline, and an accreditation is suspended"
  expect 0 t policy
  cp "$OUT" "$WORK/statement.policy"
  expect 0 j prove statement "$STATEMENT" --out "$WORK/statement.proof"
  expect 0 offline "$TANJI" --output json verify "$WORK/statement.proof" --policy "$WORK/statement.policy"
  holds '.yes and .answer.statement.footprint.in_force'
  flip "$WORK/statement.proof" $(($(stat -c %s "$WORK/statement.proof") / 2)) "$WORK/spoilt.proof"
  expect 3 offline "$TANJI" --output json verify "$WORK/spoilt.proof" --policy "$WORK/statement.policy"
  expect 0 j accreditation suspend "$SCOPE" --reason-zh 例行复核 "${OFFICER[@]}"
  expect 6 j statement show "$STATEMENT"
  holds '.answer.statement.status.kind == "STATUS_KIND_IN_FORCE"'
  holds '.answer.statement.accreditation_status.kind == "STATUS_KIND_SUSPENDED"'
  expect 2 j statement issue "$CONCLUSION" --footprint "$MANGOES" --accreditation "$SCOPE" "${BOTH[@]}"
  refused NOT_IN_FORCE
  expect 0 j accreditation reinstate "$SCOPE" --interval 1 --reason-zh 通过 "${OFFICER[@]}"
  expect 0 j statement show "$STATEMENT"
  expect 0 j statement withdraw "$STATEMENT" --reason-zh 依据有误 --key "$WORK/li.key" --yes
  expect 6 j statement show "$STATEMENT"
}

story_verification() {
  an_auditor_has_two_people_and_a_scope
  the_farm_answers
  two_people_sign_a_statement
  a_stranger_checks_the_statement
}
