# From a statement to a label in a shop: a certifier decides, the farm labels a harvest, the labels are
# printed, a stranger checks one offline, and what falls below takes the label with it.

# Lu decides and Chen has evaluated, as the example names them.
DECIDERS=(--key "$WORK/lu.key" --key "$WORK/chen.key" --yes)
SELLER=(--key "$WORK/seller.key" --yes)

a_certifier_is_accredited_and_licensed() {
  story "a certifier is accredited and licensed"
  local person
  for person in lu chen; do
    make_key "$person" hainan-cert "$person"
    expect 0 j key add "$WORK/$person.key" --permission CERTIFY --key "$WORK/certifier.key" --yes
  done
  make_key seller bt-farm-07 seller
  expect 0 j key add "$WORK/seller.key" --permission RELEASE_LABELS --key "$WORK/farm.key" --yes
  make_key licensor eu-body licensor
  expect 0 j key add "$WORK/licensor.key" --permission LICENSE --key "$WORK/office.key" --yes
  expect 0 j accreditation grant "$EXAMPLES/labels/certifier-accreditation.json" "${OFFICER[@]}"
  CERTIFIER_SCOPE=$(out_value '.created[0]')
  expect 0 j licence grant --certifier hainan-cert --scheme baoting-1-5-pilot --from 2026-03-01 \
    --until "$(date -u -d '+3 years' +%Y-%m-%d)" --key "$WORK/licensor.key" --yes
  PILOT_LICENCE=$(out_value '.created[0]')
}

# certify STATEMENT OPTION...: what the certifier signs.
certify() {
  local statement=$1
  shift
  j certificate issue "$EXAMPLES/labels/mango-certificate.json" --statement "$statement" \
    --licence "$PILOT_LICENCE" --accreditation "$CERTIFIER_SCOPE" "$@"
}

a_certificate_is_decided() {
  story "a certificate is decided by somebody who took no part"
  expect 0 j statement issue "$CONCLUSION" --footprint "$MANGOES" --accreditation "$SCOPE" "${BOTH[@]}"
  BASIS=$(out_value '.created[0]')
  expect 2 certify "$STATEMENT" "${DECIDERS[@]}"
  refused STATEMENT_DOES_NOT_STAND
  local person
  for person in lu chen; do
    expect 2 certify "$BASIS" --key "$WORK/$person.key" --yes
    refused HOLDER_NOT_SIGNING
  done
  sed 's/"lu"/"chen"/' "$EXAMPLES/labels/mango-certificate.json" >"$WORK/chen.json"
  expect 1 j certificate issue "$WORK/chen.json" --statement "$BASIS" --licence "$PILOT_LICENCE" \
    --accreditation "$CERTIFIER_SCOPE" --key "$WORK/chen.key" --yes
  refused DECIDER_EVALUATED
  expect 0 certify "$BASIS" "${DECIDERS[@]}"
  CERTIFICATE=$(out_value '.created[0]')
  expect 0 j certificate show "$CERTIFICATE"
  holds '.answer.certificate.in_force and (.answer.certificate.certificate.years | length) > 0'
  expect 0 t certificate list
  says "$CERTIFICATE"
}

a_harvest_is_labelled() {
  story "a harvest is labelled, and no kilogram of it twice"
  expect 0 j lot register "$PRODUCTS/mango-harvest-2026.json" "${GROWER[@]}"
  local release=(label release --certificate "$CERTIFICATE" --market CN --units 1500)
  local lot=(--lot bt-farm-07/mango-2026)
  expect 2 j "${release[@]}" "${lot[@]}" --mass 7500kg "${SELLER[@]}"
  refused NOT_IN_FORCE
  expect 0 j lot confirm bt-farm-07/mango-2026 --finding-zh 已看过磅单 "${VERIFIER[@]}"
  expect 2 j "${release[@]}" "${lot[@]}" --mass 7500kg "${GROWER[@]}"
  refused THRESHOLD_NOT_MET
  expect 2 j "${release[@]}" "${lot[@]}" --mass 14201kg "${SELLER[@]}"
  refused LABELLED_BEYOND_LOT
  expect 2 j "${release[@]}" --lot bt-farm-07/mango-2025 --mass 1kg "${SELLER[@]}"
  refused HARVEST_OUTSIDE_COVERAGE
  expect 0 j "${release[@]}" "${lot[@]}" --mass 7500kg "${SELLER[@]}"
  LABEL=$(out_value '.created[0]')
  expect 2 j "${release[@]}" "${lot[@]}" --mass 6701kg "${SELLER[@]}"
  refused LABELLED_BEYOND_LOT
  expect 2 j lot loss mango-2026 6701kg --reason-zh 已贴标的不能先损耗 "${GROWER[@]}"
  refused LOT_OVERDRAWN
  expect 0 j label show "$LABEL" --unit 7
  holds '.answer.label.in_force and .answer.label.unit.exists'
  # As people type it.
  local typed
  typed=$(sed 's#labels/##; s/..../& /g' <<<"$LABEL" | tr '[:upper:]' '[:lower:]')
  expect 0 t label show "$typed"
  expect 0 env LANG=zh_CN.UTF-8 "$TANJI" label show "$LABEL"
  says 示例
  expect 6 j label show "$LABEL" --unit 1501
  expect 0 j label report "$LABEL" --units 1-100 --fate spoiled --reason-zh 印刷模糊 "${SELLER[@]}"
  expect 6 j label show "$LABEL" --unit 100
  holds '.answer.label.kind == "STATUS_KIND_IN_FORCE" and .answer.label.unit.fate == "UNIT_FATE_SPOILED"'
  expect 2 j label report "$LABEL" --units 100-101 --fate spoiled --reason-zh 又一次 "${SELLER[@]}"
  refused UNITS_REPORTED
}

labels_are_printed() {
  story "labels are printed, and a scanner reads them"
  expect 0 t label sheet "$LABEL" --units 101-110 --out "$WORK/sheet"
  local page
  page=$(find "$WORK/sheet" -name '*.svg' | sort | head -n 1)
  rsvg-convert -d 200 -p 200 "$page" -o "$WORK/page.png"
  zbarimg --raw -q "$WORK/page.png" >"$WORK/codes" 2>/dev/null
  same "$(wc -l <"$WORK/codes")" 10 "how many codes a scanner finds"
  grep -qF "${LABEL#labels/}" "$WORK/codes" || wrong "the serial in what is scanned"
}

what_falls_below_takes_the_label() {
  story "a stranger checks the label offline, and what falls below takes it"
  expect 0 t policy
  cp "$OUT" "$WORK/label.policy"
  expect 0 j prove label "$LABEL" --unit 101 --out "$WORK/label.proof"
  expect 0 offline "$TANJI" --output json verify "$WORK/label.proof" --policy "$WORK/label.policy"
  holds '.yes and .answer.label.kind == "STATUS_KIND_IN_FORCE"'
  [ "$(stat -c %s "$WORK/label.proof")" -le $((112 * 1024)) ] || wrong "a proof of at most 112 KiB"
  flip "$WORK/label.proof" $(($(stat -c %s "$WORK/label.proof") / 2)) "$WORK/spoilt.proof"
  expect 3 offline "$TANJI" --output json verify "$WORK/spoilt.proof" --policy "$WORK/label.policy"
  local before
  before=$(now)
  a_moment
  expect 0 j accreditation suspend "$CERTIFIER_SCOPE" --reason-zh 例行复核 "${OFFICER[@]}"
  expect 6 j label show "$LABEL"
  holds '.answer.label.kind == "STATUS_KIND_SUSPENDED" and .answer.label.status.kind == "STATUS_KIND_IN_FORCE"'
  holds '[.answer.label.causes[].name] == ["'"$CERTIFIER_SCOPE"'"]'
  # As it was known before.
  expect 0 j label show "$LABEL" --known "$before"
  expect 2 j label release --certificate "$CERTIFICATE" --market CN --units 1 --lot bt-farm-07/mango-2026 \
    --mass 1kg "${SELLER[@]}"
  refused CERTIFICATE_DOES_NOT_STAND
  expect 0 j accreditation reinstate "$CERTIFIER_SCOPE" --interval 1 --reason-zh 通过 "${OFFICER[@]}"
  expect 0 j label show "$LABEL"
  expect 0 j certificate suspend "$CERTIFICATE" --reason-zh 待查 "${DECIDERS[@]}"
  expect 6 j certificate show "$CERTIFICATE"
  # Released lots are reached only if the decision says so.
  expect 0 j label show "$LABEL"
  expect 0 j certificate suspend "$CERTIFICATE" --only-released-lots --reason-zh 含已放行批次 "${DECIDERS[@]}"
  expect 6 j label show "$LABEL"
  expect 0 j label withdraw "$LABEL" --reason-zh 抽检不合格 "${DECIDERS[@]}"
  expect 6 j label show "$LABEL"
  holds '.answer.label.kind == "STATUS_KIND_WITHDRAWN"'
  expect 0 t label list
  says "${LABEL#labels/}"
}

story_labels() {
  a_certifier_is_accredited_and_licensed
  a_certificate_is_decided
  a_harvest_is_labelled
  labels_are_printed
  what_falls_below_takes_the_label
}
