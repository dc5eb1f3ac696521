# Who takes part: registered, accredited, licensed; and a suspension.
# Sourced by quickstart.sh, never run.

# register ID HOLDER...: by the Chinese standards body, unless it is registered already.
register() {
  local id=$1 grants=()
  shift
  tanji --quiet participant show "$id" >/dev/null 2>&1 && return
  for holder in "$@"; do grants+=(--grant "$KEYS/$id.$holder.grant.json"); done
  tanji --quiet participant register "$EXAMPLES/participants/$id.json" "${grants[@]}" \
    --key "$KEYS/cn-standards.lin.key" --yes
}

register_all() {
  register green-verify li zhao
  register hainan-cert chen
  register bt-farm-07 fu
  register bt-farm-12 huang
  register bt-paddy-coop wang
  tanji --quiet participant list
}

# The name of the example's accreditation; nothing where there is none yet.
accreditation_name() {
  tanji --quiet --output json accreditation list | grep -oE 'accreditations/[0-9a-f-]{36}' | head -n 1 || true
}

accredit() {
  [ -z "$(accreditation_name)" ] || return 0
  local certificate=$EXAMPLES/accreditation-certificate.txt
  tanji --quiet document check "$certificate" >/dev/null 2>&1 ||
    tanji --quiet document register "$certificate" --title-zh "认可证书（示例）" \
    --title-en "Accreditation certificate (example)" --prevailing zh --key "$KEYS/accreditor.sun.key" --yes
  # Two people, each at their own desk: one signs a file, the other adds a signature and submits.
  local draft=$HERE/accreditation.tx both=$HERE/accreditation.both.tx
  rm -f "$draft" "$both"
  tanji --quiet accreditation grant "$EXAMPLES/accreditation.json" --key "$KEYS/accreditor.sun.key" --out "$draft" --yes
  tanji --quiet transaction sign "$draft" --key "$KEYS/accreditor.zhou.key" --out "$both" --yes
  tanji --quiet transaction submit "$both" --yes
}

license() {
  tanji --quiet --output json licence list | grep -q 'licences/' && return
  tanji --quiet licence grant --certifier hainan-cert --scheme baoting-1-5-pilot --from 2026-01-01 \
    --until 2030-01-01 --key "$KEYS/cn-standards.lin.key" --yes
}

# Interval 0 is the accreditation's own life, 1 the first suspension.
suspend_and_reinstate() {
  local name signers=(--key "$KEYS/accreditor.sun.key" --key "$KEYS/accreditor.zhou.key" --prevailing zh --yes)
  name=$(accreditation_name)
  [ -f "$HERE/reinstated" ] && return
  if tanji --quiet accreditation show "$name" >/dev/null 2>&1; then
    tanji --quiet accreditation suspend "$name" --reason-zh "例行复核（示例）" --reason-en "Routine review (example)" "${signers[@]}"
  fi
  say "暂停期间的状态:" "its status while suspended:"
  tanji --quiet accreditation show "$name" | head -n 4 || true
  tanji --quiet accreditation reinstate "$name" --interval 1 --reason-zh "复核通过（示例）" --reason-en "Review passed (example)" "${signers[@]}"
  touch "$HERE/reinstated"
}
