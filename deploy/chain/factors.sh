# Emission factors as they were published, and the pilot scheme.
# Sourced by quickstart.sh, never run.

STANDARDS_KEY=(--key "$KEYS/cn-standards.lin.key" --yes)
PILOT=baoting-1-5-pilot/v1

publish_gwp_sets() {
  local file
  for file in "$EXAMPLES"/factors/gwp/*.json; do
    if ! found gwp "$(basename "$file" .json)"; then
      tanji --quiet gwp publish "$file" "${STANDARDS_KEY[@]}"
    fi
  done
  tanji --quiet gwp list
}

# An import that is there already says so and changes nothing.
import_datasets() {
  local table
  for table in "$EXAMPLES"/factors/*.csv; do
    tanji dataset import "$table" --dataset "${table%.csv}.json" "${STANDARDS_KEY[@]}"
  done
  tanji --quiet dataset list
}

import_scheme() {
  local answer code=0
  tanji scheme import "$EXAMPLES/schemes/baoting-1-5-pilot.json" "${STANDARDS_KEY[@]}"
  say "2026 年采收的芒果，限值：" "the limit for mangoes harvested in 2026:"
  tanji --quiet scheme threshold $PILOT --category CPC:01316 --year 2026
  say "荔枝没有有出处的基准强度，所以没有限值，也不能加标：" \
    "lychees have no base intensity with a source, so there is no limit and no label:"
  answer=$(tanji --quiet scheme threshold $PILOT --category CPC:01359 --year 2026) || code=$?
  printf '%s\n' "$answer"
  [ $code = 6 ] || fail "荔枝竟有限值！" "lychees have a limit after all!"
}
