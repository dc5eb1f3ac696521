# A document is registered by its hash; an accreditation is granted, suspended and reinstated, and
# every question about it has a date.

FARM=(--key "$WORK/farm.key" --yes)
OFFICER=(--key "$WORK/officer.key" --yes)

a_document_is_registered() {
  story "a document is registered, and its altered copy is noticed"
  printf '保亭农场 2026 年度碳足迹声明\nFootprint declaration\n' >"$WORK/statement.txt"
  expect 6 j document check "$WORK/statement.txt"
  expect 0 j document register "$WORK/statement.txt" --title-zh 碳足迹声明 \
    --title-en 'Footprint declaration' --prevailing zh --url https://farm.example/statement.txt \
    "${FARM[@]}"
  DOCUMENT=$(out_value '.created[0]')
  same "$DOCUMENT" "documents/$(sha256sum <"$WORK/statement.txt" | cut -d' ' -f1)" \
    "the name of the document"
  expect 0 j document check "$WORK/statement.txt"
  holds '.yes and .answer.document.document.registered_by == "participants/bt-farm-07"'
  expect 0 t document show "$DOCUMENT"
  says 碳足迹声明
  expect 0 t document list
  says "${DOCUMENT#documents/}"
  for offset in 0 20 $(($(stat -c %s "$WORK/statement.txt") - 1)); do
    flip "$WORK/statement.txt" "$offset" "$WORK/altered.txt"
    expect 6 j document check "$WORK/altered.txt"
    holds '.found == false'
  done
  cp "$WORK/statement.txt" "$WORK/longer.txt"
  printf ' ' >>"$WORK/longer.txt"
  expect 6 j document check "$WORK/longer.txt"
  expect 2 j document register "$WORK/statement.txt" --title-en Again "${OFFICER[@]}"
  refused ALREADY_EXISTS
}

# wrong_input CODE NAME ARGUMENTS...: refused on this machine, in both languages, with a text of
# its own in each.
wrong_input() {
  local code=$1 name=$2
  shift 2
  expect "$code" j "$@"
  refused "$name"
  local zh en
  expect "$code" env LANG=zh_CN.UTF-8 "$TANJI" "$@"
  complains "错误 [$name]"
  zh=$(head -n 1 "$ERR")
  expect "$code" env LANG=en_GB.UTF-8 "$TANJI" "$@"
  complains "Error [$name]"
  en=$(head -n 1 "$ERR")
  LC_ALL=C.UTF-8 grep -qP '\p{Han}' <<<"$zh" || wrong "a message in Chinese: $zh"
  [ "${zh#*\]}" != "${en#*\]}" ] || wrong "different messages in Chinese and English"
}

what_is_wrong_is_said() {
  story "what is wrong is said in Chinese and in English"
  : >"$WORK/empty.txt"
  printf 'x' >"$WORK/no-ending"
  wrong_input 1 UNKNOWN_COMMAND docment list
  complains document
  wrong_input 1 UNKNOWN_OPTION document list --page-siz 3
  wrong_input 1 SURPLUS_WORD document list extra
  wrong_input 1 VERB_MISSING document
  wrong_input 1 ARGUMENT_MISSING document show
  wrong_input 1 BAD_NAME document show documents/xyz
  wrong_input 1 BAD_TIME document show "$DOCUMENT" --on yesterday
  wrong_input 1 BAD_NUMBER document list --page-size many
  wrong_input 1 NOT_A_CHOICE --output yaml document list
  wrong_input 1 TEXT_MISSING document register "$WORK/statement.txt" "${FARM[@]}"
  wrong_input 1 MEDIA_TYPE_UNKNOWN document register "$WORK/no-ending" --title-zh 题 "${FARM[@]}"
  wrong_input 1 NO_KEY document register "$WORK/statement.txt" --title-zh 题 --yes
  wrong_input 5 FILE_EMPTY document register "$WORK/empty.txt" --title-zh 题 "${FARM[@]}"
  wrong_input 5 FILE_UNREADABLE document check "$WORK/not-there.txt"
  wrong_input 2 ALREADY_EXISTS document register "$WORK/statement.txt" --title-zh 题 "${FARM[@]}"
  sed 's/"region"/"regoin"/' "$WORK/farm.json" >"$WORK/misspelt.json"
  wrong_input 1 JSON_UNKNOWN_FIELD participant register "$WORK/misspelt.json" "${FARM[@]}"
  sed 's/PRODUCER/PRODUZENT/' "$WORK/farm.json" >"$WORK/misspelt.json"
  wrong_input 1 JSON_VALUE participant register "$WORK/misspelt.json" "${FARM[@]}"
  wrong_input 4 UNREACHABLE --node 127.0.0.1:1 --timeout 300ms node status
  wrong_input 5 LEDGER_NOT_TRUSTED --ledger other.example/zone document list
}

an_accreditation_is_granted() {
  story "an accreditation is granted"
  expect 0 t accreditation grant --print-template
  cat >"$WORK/accreditation.json" <<JSON
{
  "body": "participants/gdp-verify",
  "scope": {"activity": "VERIFICATION", "schemes": ["schemes/hainan-low-carbon"],
            "sub_scopes": ["ISO 14067"], "product_categories": ["CPC:0131"],
            "assurance_levels": ["LIMITED", "REASONABLE"]},
  "valid_from_time": "2026-03-01", "valid_until_time": "$(date -u -d '+3 years' +%Y-%m-%d)",
  "document": "$DOCUMENT"
}
JSON
  expect 2 j accreditation grant "$WORK/accreditation.json" "${FARM[@]}"
  refused THRESHOLD_NOT_MET
  a_moment
  BEFORE_GRANT=$(now)
  a_moment
  expect 0 j accreditation grant "$WORK/accreditation.json" "${OFFICER[@]}"
  ACCREDITATION=$(out_value '.created[0]')
  expect 0 j accreditation show "$ACCREDITATION"
  holds '.yes and .answer.accreditation.accreditation.body == "participants/gdp-verify"'
  sed 's/gdp-verify/bt-farm-07/' "$WORK/accreditation.json" >"$WORK/of-farm.json"
  expect 2 j accreditation grant "$WORK/of-farm.json" "${OFFICER[@]}"
  refused ACTIVITY_MISMATCH
}

it_is_suspended_and_reinstated() {
  story "it is suspended and reinstated, and the answer depends on the date"
  a_moment
  IN_FORCE_AT=$(now)
  a_moment
  expect 1 j accreditation suspend "$ACCREDITATION" "${OFFICER[@]}"
  refused TEXT_MISSING
  expect 2 j accreditation suspend "$ACCREDITATION" --reason-zh 核查 --key "$WORK/lead.key" --yes
  expect 2 j accreditation suspend "$ACCREDITATION" --reason-zh 倒签 --effective 2026-03-02 \
    "${OFFICER[@]}"
  refused BACKDATED
  expect 0 j accreditation suspend "$ACCREDITATION" --reason-zh 抽查不合格 "${OFFICER[@]}"
  expect 6 j accreditation show "$ACCREDITATION"
  holds '.found and (.yes | not) and .answer.accreditation.status.kind == "STATUS_KIND_SUSPENDED"'
  a_moment
  SUSPENDED_AT=$(now)
  a_moment
  expect 2 j accreditation reinstate "$ACCREDITATION" --interval 7 --reason-zh 整改 "${OFFICER[@]}"
  refused INTERVAL_NOT_OPEN
  expect 0 j accreditation reinstate "$ACCREDITATION" --interval 1 --reason-zh 整改完成 "${OFFICER[@]}"
  expect 0 j accreditation show "$ACCREDITATION"
}

every_question_has_a_date() {
  story "every question has a date, and a date of what was known"
  expect 0 j accreditation show "$ACCREDITATION" --on "$IN_FORCE_AT"
  expect 6 j accreditation show "$ACCREDITATION" --on "$SUSPENDED_AT"
  expect 0 j accreditation show "$ACCREDITATION" --on "$IN_FORCE_AT" --known "$SUSPENDED_AT"
  expect 0 j accreditation show "$ACCREDITATION" --on "$IN_FORCE_AT" --known "$IN_FORCE_AT"
  # Its certificate says March, but it counts from the block that recorded it.
  expect 6 j accreditation show "$ACCREDITATION" --on "$BEFORE_GRANT"
  expect 1 j accreditation show "$ACCREDITATION" --on "$SUSPENDED_AT" --known "$IN_FORCE_AT"
  refused EFFECTIVE_AFTER_KNOWN
  expect 1 j accreditation show "$ACCREDITATION" --on "$(in_hours 24)"
  refused EFFECTIVE_AFTER_KNOWN
}

a_licence_is_another_matter() {
  story "accredited is not licensed"
  local licence=(licence grant --scheme hainan-low-carbon --from 2026-03-01
                 --until "$(date -u -d '+2 years' +%Y-%m-%d)")
  expect 2 j "${licence[@]}" --certifier gdp-verify "${LEAD[@]}"
  refused WRONG_KIND
  expect 0 j "${licence[@]}" --certifier hainan-cert "${LEAD[@]}"
  LICENCE=$(out_value '.created[0]')
  expect 0 j licence show "$LICENCE"
  expect 0 j licence withdraw "$LICENCE" --reason-en 'given back' "${LEAD[@]}"
  expect 6 j licence show "$LICENCE"
  holds '.answer.licence.status.kind == "STATUS_KIND_WITHDRAWN"'
}

story_evidence() {
  a_document_is_registered
  what_is_wrong_is_said
  an_accreditation_is_granted
  it_is_suspended_and_reinstated
  every_question_has_a_date
  a_licence_is_another_matter
}
