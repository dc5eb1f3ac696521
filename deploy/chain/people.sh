# Who takes part: registered, accredited, licensed; and a suspension.
# Sourced by quickstart.sh, never run.

# register ID HOLDER...: by the Chinese standards body, unless it is registered already.
register() {
  local id=$1 grants=()
  shift
  if found participant "$id"; then return; fi
  for holder in "$@"; do grants+=(--grant "$KEYS/$id.$holder.grant.json"); done
  tanji --quiet participant register "$EXAMPLES/participants/$id.json" "${grants[@]}" \
    --key "$KEYS/cn-standards.lin.key" --yes
}

register_all() {
  register green-verify li zhao
  register hainan-cert chen lu
  register bt-farm-07 fu
  register bt-farm-12 huang
  register bt-paddy-coop wang
  tanji --quiet participant list
}

# accreditation_of PARTICIPANT: the name of its accreditation; nothing where there is none yet.
accreditation_of() {
  tanji --quiet --output json accreditation list |
    jq -r --arg body "participants/$1" '[.rows[] | select(.accreditation.body == $body) | .name][0] // empty'
}

# accredit_one PARTICIPANT FILE: two people sign, each at their own desk: one signs a file, the other adds
# a signature and submits.
accredit_one() {
  local draft=$HERE/accreditation.tx both=$HERE/accreditation.both.tx
  if [ -n "$(accreditation_of "$1")" ]; then return; fi
  rm -f "$draft" "$both"
  tanji --quiet accreditation grant "$2" --key "$KEYS/accreditor.sun.key" --out "$draft" --yes
  tanji --quiet transaction sign "$draft" --key "$KEYS/accreditor.zhou.key" --out "$both" --yes
  tanji --quiet transaction submit "$both" --yes
}

accredit() {
  local certificate=$EXAMPLES/accreditation-certificate.txt
  if ! tanji --quiet document check "$certificate" >/dev/null; then
    tanji --quiet document register "$certificate" --title-zh "认可证书（示例）" \
      --title-en "Accreditation certificate (example)" --prevailing zh --key "$KEYS/accreditor.sun.key" --yes
  fi
  accredit_one green-verify "$EXAMPLES/accreditation.json"
  accredit_one hainan-cert "$EXAMPLES/labels/certifier-accreditation.json"
}

license() {
  local licences
  licences=$(tanji --quiet --output json licence list | jq '.rows | length')
  if [ "$licences" -gt 0 ]; then return; fi
  tanji --quiet licence grant --certifier hainan-cert --scheme baoting-1-5-pilot --from 2026-01-01 \
    --until 2030-01-01 --key "$KEYS/cn-standards.lin.key" --yes
}

# A suspension that has ended shows in the log; it is told once.
suspend_the_accreditation() {
  local name
  name=$(accreditation_of green-verify)
  suspend_and_reinstate accreditation "$name" accreditation "$name" \
    --key "$KEYS/accreditor.sun.key" --key "$KEYS/accreditor.zhou.key"
}
