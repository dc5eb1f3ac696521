# An auditor asks, the farm answers, and two people sign a statement.
# Sourced by quickstart.sh, never run.

# Once: asked, answered and closed.
correct() {
  local footprint=$1 name=$HERE/correction
  if [ -s "$name" ]; then return; fi
  tanji --quiet --output json correction request "$footprint" --line irrigation \
    --request-zh "请说明灌溉电量的依据（示例）" --request-en "What is the electricity for irrigation based on? (example)" \
    --prevailing zh --key "$KEYS/green-verify.li.key" --yes |
    jq -r '.created[0]' >"$name.new"
  tanji --quiet correction answer "$(<"$name.new")" --answer-zh "按泵房电表（示例）" \
    --answer-en "The meter of the pump house (example)" --prevailing zh --key "$KEYS/bt-farm-07.fu.key" --yes
  tanji --quiet correction close "$(<"$name.new")" --as resolved --note-zh "已核对电表（示例）" \
    --note-en "The meter was read (example)" --prevailing zh --key "$KEYS/green-verify.zhao.key" --yes
  mv "$name.new" "$name"
}

# Lead and reviewer, each at their own desk: one signs a file, the other adds a signature and submits.
verify_mango() {
  local footprint name=$HERE/statement draft=$HERE/statement.tx both=$HERE/statement.both.tx
  footprint=$(<"$HERE/footprints/mango-gate")
  correct "$footprint"
  if [ ! -s "$name" ]; then
    rm -f "$draft" "$both"
    tanji --quiet statement issue "$EXAMPLES/verification/mango-statement.json" --footprint "$footprint" \
      --accreditation "$(accreditation_of green-verify)" --key "$KEYS/green-verify.li.key" --out "$draft" --yes
    tanji --quiet transaction sign "$draft" --key "$KEYS/green-verify.zhao.key" --out "$both" --yes
    tanji --quiet --output json transaction submit "$both" --yes |
      jq -r '.created[0]' >"$name.new"
    mv "$name.new" "$name"
  fi
  tanji --quiet statement show "$(<"$name")"
}
