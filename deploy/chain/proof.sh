# A stranger with two files and no network, and what becomes of a footprint when a factor falls.
# Sourced by quickstart.sh, never run.

verify_offline() { env -u TANJI_NODE "$RELEASE/client/cli/tanji" verify "$1" --policy "$HERE/policy"; }

prove_and_verify() {
  local proof=$HERE/mango.proof altered=$HERE/altered.proof
  rm -f "$proof" "$altered" "$HERE/policy"
  tanji --quiet policy >"$HERE/policy"
  tanji --quiet prove footprint "$(<"$HERE/footprints/mango-gate")" --out "$proof" >/dev/null
  verify_offline "$proof"
  say "改动证明文件中的一个字节再验证:" "one byte of the proof file altered:"
  python3 - "$proof" "$altered" <<'PYTHON'
import sys
data = bytearray(open(sys.argv[1], "rb").read())
data[len(data) // 2] ^= 1
open(sys.argv[2], "wb").write(data)
PYTHON
  if verify_offline "$altered"; then
    fail "被改动的证明通过了验证!" "an altered proof verified!"
  fi
}

# Interval 0 is the factor's own life, 1 the suspension.
suspend_a_factor() {
  local factor=datasets/cn-grid-footprint-2024/factors/average texts=(--prevailing zh "${STANDARDS_KEY[@]}")
  [ -f "$HERE/factor-reinstated" ] && return
  if tanji --quiet factor show "$factor" >/dev/null 2>&1; then
    tanji --quiet factor suspend "$factor" --reason-zh "例行复核（示例）" --reason-en "Routine review (example)" "${texts[@]}"
  fi
  say "电力因子暂停期间,芒果足迹的状态:" "the mango footprint while the factor of electricity is suspended:"
  tanji --quiet footprint show "$(<"$HERE/footprints/mango-gate")" | head -n 12 || true
  tanji --quiet factor reinstate "$factor" --interval 1 --reason-zh "复核通过（示例）" --reason-en "Review passed (example)" "${texts[@]}"
  touch "$HERE/factor-reinstated"
}
