# From published factors to a footprint that a stranger checks offline: a body publishes factors and a
# standard, the farm declares what its mangoes emit, anyone has it explained line by line, and a factor
# that falls takes the footprint with it.

EXAMPLES=$(dirname "${BASH_SOURCE[0]}")/../../deploy/examples
PUBLISHER=(--key "$WORK/publisher.key" --yes)
DECLARER=(--key "$WORK/declarer.key" --yes)
INVENTORY=$EXAMPLES/inventories/mango-gate.json

a_body_publishes_factors() {
  story "a body publishes emission factors and a standard"
  make_key publisher eu-body publisher
  expect 0 j key add "$WORK/publisher.key" --permission PUBLISH_FACTORS --permission MANAGE_SCHEMES \
    --key "$WORK/office.key" --yes
  expect 0 j gwp publish "$EXAMPLES/factors/gwp/ar6.json" "${PUBLISHER[@]}"
  local table
  for table in cn-grid-footprint-2023 cn-grid-footprint-2024 cpcd fertiliser-chen-lu-wang-2015 gbt-32151-34-2024 \
    gbt-51366-2019 ipcc-2019-agriculture; do
    expect 0 j dataset import "$EXAMPLES/factors/$table.csv" \
      --dataset "$EXAMPLES/factors/$table.json" "${PUBLISHER[@]}"
    holds '.already_there == false'
  done
  # Again: nothing is sent.
  expect 0 j dataset import "$EXAMPLES/factors/cpcd.csv" --dataset "$EXAMPLES/factors/cpcd.json" \
    "${PUBLISHER[@]}"
  holds '.already_there and .transactions == 0'
  expect 0 t factor show cn-grid-footprint-2024/average
  says 0.5777
}

a_body_publishes_a_standard() {
  story "a body publishes a standard, whose limits anyone computes"
  local pilot=$EXAMPLES/schemes/baoting-1-5-pilot.json
  expect 0 j scheme import "$pilot" "${PUBLISHER[@]}"
  expect 0 j scheme import "$pilot" "${PUBLISHER[@]}"
  holds '.already_there and .transactions == 0'
  expect 0 j scheme threshold baoting-1-5-pilot/v1 --category CPC:01316 --year 2026
  expect 6 t scheme threshold baoting-1-5-pilot/v1 --category CPC:01359 --year 2026
  expect 6 t scheme threshold baoting-1-5-pilot/v1 --category CPC:01316 --year 2051
  expect 0 t scheme clauses baoting-1-5-pilot/v1
}

the_farm_declares_its_mangoes() {
  story "the farm declares what its mangoes emit"
  expect 0 j facility reinstate orchard-1 --interval 1 --reason-zh 复耕 "${GROWER[@]}"
  make_key declarer bt-farm-07 declarer
  expect 0 j key add "$WORK/declarer.key" --permission DECLARE_FOOTPRINTS --key "$WORK/farm.key" --yes
  # What it comes to is known before anything is signed.
  expect 0 j footprint check "$INVENTORY"
  expect 2 j footprint declare "$INVENTORY" "${GROWER[@]}"
  refused THRESHOLD_NOT_MET
  sed 's#factors/average"#factors/averages"#' "$INVENTORY" >"$WORK/unknown-factor.json"
  expect 1 j footprint declare "$WORK/unknown-factor.json" "${DECLARER[@]}"
  refused NOT_FOUND
  expect 0 j footprint declare "$INVENTORY" "${DECLARER[@]}"
  FOOTPRINT=$(grep -oE 'footprints/[0-9a-f-]{36}' "$OUT" | head -n 1)
  expect 0 j footprint show "$FOOTPRINT"
  holds '.yes and .answer.footprint.result.value == "0.5378707"'
  expect 0 t footprint list
  says "$FOOTPRINT"
}

anyone_has_it_explained() {
  story "anyone has it explained, line by line"
  expect 0 t footprint explain "$FOOTPRINT"
  says 0.538
  says 0.5777
  expect 0 env LANG=zh_CN.UTF-8 "$TANJI" footprint explain "$FOOTPRINT"
  says 0.538
  expect 0 j footprint explain "$FOOTPRINT"
  holds '(.. | strings | select(. == "0.5378707")) != null'
}

a_stranger_checks_the_footprint() {
  story "a stranger checks the footprint offline, and a factor falls"
  expect 0 t policy
  cp "$OUT" "$WORK/footprint.policy"
  expect 0 j prove footprint "$FOOTPRINT" --out "$WORK/footprint.proof"
  expect 0 offline "$TANJI" --output json verify "$WORK/footprint.proof" \
    --policy "$WORK/footprint.policy"
  holds '.yes and .answer.footprint.result.value == "0.5378707"'
  flip "$WORK/footprint.proof" $(($(stat -c %s "$WORK/footprint.proof") / 2)) "$WORK/spoilt.proof"
  expect 3 offline "$TANJI" --output json verify "$WORK/spoilt.proof" --policy "$WORK/footprint.policy"
  local before
  before=$(now)
  a_moment
  expect 0 j factor withdraw cn-grid-footprint-2024/average --reason-zh 数值有误 "${PUBLISHER[@]}"
  expect 6 j footprint show "$FOOTPRINT"
  holds '.answer.footprint.status.kind == "STATUS_KIND_IN_FORCE" and (.answer.footprint.in_force // false | not)'
  holds '[.answer.footprint.factors[] | select(.in_force // false | not) | .name] ==
    ["datasets/cn-grid-footprint-2024/factors/average"]'
  # As at that time it stood.
  expect 0 j footprint show "$FOOTPRINT" --on "$before"
  # Nothing new stands on it.
  expect 1 j footprint declare "$INVENTORY" "${DECLARER[@]}"
  refused NOT_IN_FORCE
}

story_footprints() {
  a_body_publishes_factors
  a_body_publishes_a_standard
  the_farm_declares_its_mangoes
  anyone_has_it_explained
  a_stranger_checks_the_footprint
}
