# From the orchard to a lot that is sold: the farm registers, an auditor who is not the farm confirms,
# mass is neither made nor forgotten, and a stranger checks all of it offline.

PRODUCTS=$(dirname "${BASH_SOURCE[0]}")/../../deploy/examples/products
GROWER=(--key "$WORK/grower.key" --yes)
VERIFIER=(--key "$WORK/verifier.key" --yes)

the_farm_registers_what_it_grows() {
  story "a farm registers where it grows, what, and how much of it there was"
  make_key grower bt-farm-07 grower
  expect 0 j key add "$WORK/grower.key" --permission REGISTER_PRODUCTS --key "$WORK/farm.key" --yes
  expect 2 j lot register "$PRODUCTS/mango-harvest.json" "${GROWER[@]}"
  refused NOT_FOUND
  expect 2 j facility register "$PRODUCTS/mango-facility.json" --key "$WORK/farm.key" --yes
  refused THRESHOLD_NOT_MET
  expect 0 j facility register "$PRODUCTS/mango-facility.json" "${GROWER[@]}"
  holds '.created == ["participants/bt-farm-07/facilities/orchard-1"]'
  sed 's/"WET"/"DRY"/' "$PRODUCTS/mango-facility.json" >"$WORK/dry.json"
  expect 1 j facility register "$WORK/dry.json" "${GROWER[@]}"
  refused CLIMATE_CONTRADICTED
  expect 0 j product register "$PRODUCTS/mango-product.json" "${GROWER[@]}"
  expect 0 j lot register "$PRODUCTS/mango-harvest.json" "${GROWER[@]}"
  expect 6 j yield-bound show CPC:01316
  holds '.found == false and .verified.ledger == "'"$CHAIN"'"'
}

only_an_auditor_ends_the_review() {
  story "only an auditor ends the review of a harvest"
  expect 6 j lot show mango-2025 "${GROWER[@]}"
  holds '.answer.lot.status.kind == "STATUS_KIND_UNDER_REVIEW" and .answer.lot.lot.mass_kg == "15000"'
  expect 2 j lot derive "$PRODUCTS/mango-split.json" "${GROWER[@]}"
  refused NOT_IN_FORCE
  expect 2 j lot reinstate mango-2025 --interval 1 --reason-zh 自己恢复 "${GROWER[@]}"
  refused REVIEW_ENDS_BY_AUDITOR
  UNCONFIRMED=$(now)
  a_moment
  make_key verifier gdp-verify verifier
  expect 0 j key add "$WORK/verifier.key" --permission VERIFY --key "$WORK/auditor.key" --yes
  expect 1 j lot confirm mango-2025 --finding-zh 已看过磅单 "${VERIFIER[@]}"
  refused BAD_NAME
  expect 0 j lot confirm bt-farm-07/mango-2025 --finding-zh 已看过磅单 "${VERIFIER[@]}"
  expect 0 j lot show bt-farm-07/mango-2025
  holds '.answer.lot.confirmation.auditor == "participants/gdp-verify"'
  # Whoever asks as of then is told what could be known then.
  expect 6 j lot show bt-farm-07/mango-2025 --known "$UNCONFIRMED"
  holds '.answer.lot | has("confirmation") | not'
}

mass_is_conserved() {
  story "mass is neither made nor forgotten"
  expect 0 j lot derive "$PRODUCTS/mango-split.json" "${GROWER[@]}"
  expect 0 j lot loss mango-2025 120jin --reason-zh 运输中压坏 "${GROWER[@]}"
  expect 2 j lot loss mango-2025 9940.5kg --reason-zh 多报 "${GROWER[@]}"
  refused LOT_OVERDRAWN
  sed 's/"mango-2025-a"/"mango-2025-b"/; s/"5000", "unit": "kg"},$/"5001", "unit": "kg"},/' \
    "$PRODUCTS/mango-split.json" >"$WORK/more.json"
  expect 1 j lot derive "$WORK/more.json" "${GROWER[@]}"
  refused YIELD_EXCEEDED
  expect 0 j lot list bt-farm-07
  holds '[.rows[].left_kg] == ["9940", "5000"] and all(.rows[]; .in_force)'
  expect 0 t facility list
  says 'participants/bt-farm-07/facilities/orchard-1'
}

a_stranger_checks_the_lot() {
  story "a stranger checks a lot offline"
  expect 0 t policy
  cp "$OUT" "$WORK/products.policy"
  expect 0 j prove lot bt-farm-07/mango-2025 --out "$WORK/lot.proof"
  expect 0 offline "$TANJI" --output json verify "$WORK/lot.proof" --policy "$WORK/products.policy"
  holds '.yes and .answer.lot.balance == {taken_kg: "5000", lost_kg: "60"}'
  flip "$WORK/lot.proof" $(($(stat -c %s "$WORK/lot.proof") / 2)) "$WORK/spoilt.proof"
  expect 3 offline "$TANJI" --output json verify "$WORK/spoilt.proof" \
    --policy "$WORK/products.policy"
  expect 0 j facility suspend orchard-1 --reason-zh 休耕 "${GROWER[@]}"
  expect 6 j facility show bt-farm-07/orchard-1
  # What was harvested by then stays.
  expect 0 j lot show bt-farm-07/mango-2025
}

story_products() {
  the_farm_registers_what_it_grows
  only_an_auditor_ends_the_review
  mass_is_conserved
  a_stranger_checks_the_lot
}
