# Two farms and a cooperative: land, products, harvests, footprints.
# Sourced by quickstart.sh, never run.

# register_harvest FILE PARTICIPANT HOLDER LOT: once.
register_harvest() {
  local lot=$2/$4
  if ! found lot "$lot"; then tanji --quiet lot register "$1" --key "$KEYS/$2.$3.key" --yes; fi
  # Where no yield bound with a source is set, a harvest counts once an auditor has seen it.
  if [ "$(status_of lot "$lot" | cut -d' ' -f1)" = STATUS_KIND_UNDER_REVIEW ]; then
    tanji --quiet lot confirm "$lot" --finding-zh "已查看地块与过磅单（示例）" \
      --finding-en "saw the field and the weighing slips (example)" --prevailing zh \
      --key "$KEYS/green-verify.li.key" --yes
  fi
}

# grower PRODUCT PARTICIPANT HOLDER FACILITY LOT: what they register once.
grower() {
  local product=$1 participant=$2 key=(--key "$KEYS/$2.$3.key" --yes) facility=$4
  local products=$EXAMPLES/products
  if ! found facility "$participant/$facility"; then
    tanji --quiet facility register "$products/$product-facility.json" "${key[@]}"
  fi
  if ! found product "$participant/$product"; then
    tanji --quiet product register "$products/$product-product.json" "${key[@]}"
  fi
  register_harvest "$products/$product-harvest.json" "$participant" "$3" "$5"
}

register_growers() {
  grower mango bt-farm-07 fu orchard-1 mango-2025
  grower lychee bt-farm-12 huang orchard-1 lychee-2025
  grower paddy bt-paddy-coop wang paddy-1 paddy-2025-early
  tanji --quiet lot list
}

# declare_one INVENTORY PARTICIPANT HOLDER: remembers the name that the ledger gave it.
declare_one() {
  local name=$HERE/footprints/$1
  if [ -s "$name" ]; then return; fi
  mkdir -p "$HERE/footprints"
  printf '\n%s\n' "$1"
  tanji --output json footprint declare "$EXAMPLES/inventories/$1.json" --key "$KEYS/$2.$3.key" --yes |
    jq -r .footprint >"$name.new"
  mv "$name.new" "$name"
}

declare_footprints() {
  for inventory in mango-gate mango-sea-fr mango-air-fr; do declare_one "$inventory" bt-farm-07 fu; done
  for inventory in lychee-gate lychee-guangzhou; do declare_one "$inventory" bt-farm-12 huang; done
  declare_one rice-gate bt-paddy-coop wang
  tanji --quiet footprint list
}

explain_mango() { tanji --quiet footprint explain "$(<"$HERE/footprints/mango-gate")"; }
