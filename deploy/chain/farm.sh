# Two farms and a cooperative: land, products, harvests, footprints.
# Sourced by quickstart.sh, never run.

# grower PRODUCT PARTICIPANT HOLDER FACILITY: what they register once.
grower() {
  local product=$1 participant=$2 key=(--key "$KEYS/$2.$3.key" --yes) facility=$4 lot
  local products=$EXAMPLES/products
  tanji --quiet facility show "participants/$participant/facilities/$facility" >/dev/null 2>&1 ||
    tanji --quiet facility register "$products/$product-facility.json" "${key[@]}"
  tanji --quiet product show "participants/$participant/products/$product" >/dev/null 2>&1 ||
    tanji --quiet product register "$products/$product-product.json" "${key[@]}"
  lot=participants/$participant/lots/$(sed 's|//.*||' "$products/$product-harvest.json" | jq -r .id)
  tanji --quiet lot show "$lot" >/dev/null 2>&1 && return
  # Where no yield bound with a source is set, a harvest counts once an auditor has seen it.
  tanji --quiet lot register "$products/$product-harvest.json" "${key[@]}"
  tanji --quiet lot confirm "$lot" --finding-zh "已查看地块与过磅单（示例）" \
    --finding-en "saw the field and the weighing slips (example)" --prevailing zh \
    --key "$KEYS/green-verify.li.key" --yes
}

register_growers() {
  grower mango bt-farm-07 fu orchard-1
  grower lychee bt-farm-12 huang orchard-1
  grower paddy bt-paddy-coop wang paddy-1
  tanji --quiet lot list
}

# declare_one INVENTORY PARTICIPANT HOLDER: remembers the name that the ledger gave it.
declare_one() {
  local name=$HERE/footprints/$1
  [ -s "$name" ] && return
  mkdir -p "$HERE/footprints"
  printf '\n%s\n' "$1"
  tanji --output json footprint declare "$EXAMPLES/inventories/$1.json" --key "$KEYS/$2.$3.key" --yes |
    grep -oE 'footprints/[0-9a-f-]{36}' | head -n 1 >"$name"
}

declare_footprints() {
  for inventory in mango-gate mango-sea-fr mango-air-fr; do declare_one "$inventory" bt-farm-07 fu; done
  for inventory in lychee-gate lychee-guangzhou; do declare_one "$inventory" bt-farm-12 huang; done
  declare_one rice-gate bt-paddy-coop wang
  tanji --quiet footprint list
}

explain_mango() { tanji --quiet footprint explain "$(<"$HERE/footprints/mango-gate")"; }
