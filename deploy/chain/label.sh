# A certifier decides, the farm labels a harvest and prints the labels.
# Sourced by quickstart.sh, never run.

# certificate_of FRUIT STATEMENT OPTION...: decided by one, evaluated by the other, signed by both.
certificate_of() {
  tanji --quiet "${@:3}" certificate issue "$EXAMPLES/labels/$1-certificate.json" --statement "$2" \
    --licence "$(tanji --quiet --output json licence list | jq -r '.rows[0].name')" \
    --accreditation "$(accreditation_of hainan-cert)" --key "$KEYS/hainan-cert.lu.key" \
    --key "$KEYS/hainan-cert.chen.key" --yes
}

certify_mango() {
  local name=$HERE/certificate
  if [ ! -s "$name" ]; then
    certificate_of mango "$(<"$HERE/statement")" --output json | jq -r '.created[0]' >"$name.new"
    mv "$name.new" "$name"
  fi
  tanji --quiet certificate show "$(<"$name")"
}

# Verified like the mangoes, and refused: the pilot has no base intensity for lychees.
refuse_lychee() {
  local code=0 statement=$HERE/lychee-statement
  if [ -f "$HERE/told.lychee" ]; then return; fi
  if [ ! -s "$statement" ]; then
    tanji --quiet --output json statement issue "$EXAMPLES/verification/lychee-second-statement.json" \
      --footprint "$(<"$HERE/footprints/lychee-gate")" --accreditation "$(accreditation_of green-verify)" \
      --key "$KEYS/green-verify.li.key" --key "$KEYS/green-verify.zhao.key" --yes |
      jq -r '.created[0]' >"$statement.new"
    mv "$statement.new" "$statement"
  fi
  say "荔枝同样核查过，但试点没有它的基准强度，发证被拒绝：" \
    "the lychees are verified too, but the pilot has no base intensity for them, and no certificate:"
  certificate_of lychee "$(<"$statement")" || code=$?
  [ $code = 2 ] || fail "荔枝竟拿到了证书！" "the lychees have a certificate after all!"
  touch "$HERE/told.lychee"
}

# The harvest of 2026, which the footprint of 2025 covers forward; half of it is labelled, crate by crate.
label_mango() {
  local name=$HERE/label lot=bt-farm-07/mango-2026 farm=(--key "$KEYS/bt-farm-07.fu.key" --yes)
  register_harvest "$EXAMPLES/products/mango-harvest-2026.json" bt-farm-07 fu mango-2026
  if [ ! -s "$name" ]; then
    tanji --quiet --output json label release --certificate "$(<"$HERE/certificate")" --lot $lot --mass 7500kg \
      --units 1500 --market CN "${farm[@]}" | jq -r '.created[0]' >"$name.new"
    mv "$name.new" "$name"
  fi
  tanji --quiet label show "$(<"$name")"
}

# An A4 page of ten labels, as SVG.
print_labels() {
  rm -rf "$HERE/sheet"
  tanji --quiet label sheet "$(<"$HERE/label")" --units 1-10 --out "$HERE/sheet"
}
