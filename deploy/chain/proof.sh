# A stranger with two files and no network, and what becomes of a label when a factor falls.
# Sourced by quickstart.sh, never run.

verify_offline() { env -u TANJI_NODE "$RELEASE/client/cli/tanji" verify "$1" --policy "$HERE/policy"; }

prove_and_verify() {
  local proof=$HERE/label.proof altered=$HERE/altered.proof code=0
  rm -f "$proof" "$altered" "$HERE/policy"
  tanji --quiet policy >"$HERE/policy"
  tanji --quiet prove label "$(<"$HERE/label")" --unit 7 --out "$proof" >/dev/null
  verify_offline "$proof"
  say "改动证明文件中的一个字节再验证：" "one byte of the proof file altered:"
  python3 - "$proof" "$altered" <<'PYTHON'
import sys
data = bytearray(open(sys.argv[1], "rb").read())
data[len(data) // 2] ^= 1
open(sys.argv[2], "wb").write(data)
PYTHON
  verify_offline "$altered" || code=$?
  [ $code = 3 ] || fail "被改动的证明没有被识破！" "the altered proof was not refused!"
}

suspend_a_factor() {
  # What an earlier run has told is not told again.
  [ -f "$HERE/told.factor" ] || say "暂停电力因子，芒果标识随之暂停：" \
    "the factor of electricity is suspended, and the mango label with it:"
  suspend_and_reinstate factor cn-grid-footprint-2024/average label "$(<"$HERE/label")" \
    --key "$KEYS/cn-standards.lin.key"
}
