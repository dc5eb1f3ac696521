# Emission factors as they were published, and the pilot scheme.
# Sourced by quickstart.sh, never run.

STANDARDS_KEY=(--key "$KEYS/cn-standards.lin.key" --yes)

publish_gwp_sets() {
  local file id
  for file in "$EXAMPLES"/factors/gwp/*.json; do
    id=$(sed 's|//.*||' "$file" | jq -r .id)
    tanji --quiet gwp show "$id" >/dev/null 2>&1 || tanji --quiet gwp publish "$file" "${STANDARDS_KEY[@]}"
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
  tanji scheme import "$EXAMPLES/schemes/baoting-1-5-pilot.json" "${STANDARDS_KEY[@]}"
  say "2026 年采收的芒果,限值:" "the limit for mangoes harvested in 2026:"
  tanji --quiet scheme threshold baoting-1-5-pilot/2026-1 --category CPC:01316 --year 2026
  say "荔枝没有出处可靠的基准强度,所以没有限值,也没有标签:" \
    "lychees have no base intensity with a source, so no limit and no label:"
  tanji --quiet scheme threshold baoting-1-5-pilot/2026-1 --category CPC:01324 --year 2026 || true
}
