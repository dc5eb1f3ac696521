#!/usr/bin/env bash
# From a bare Debian 12 to a running solo node with a first ledger on it: installs, builds, starts
# the node, lets each role of the example do its job through the `tanji` CLI, and leaves the node
# running. A second run keeps the ledger and ends with the same lines.
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"
cd "$ROOT"

RELEASE=$ROOT/build/release
HERE=${TANJI_QUICKSTART_DIR:-$ROOT/build/quickstart}
CHAIN=ledger.example/baoting
EXAMPLES=$ROOT/deploy/examples
KEYS=$HERE/keys
export TANJI_HOME=$HERE/home TANJI_NODE=127.0.0.1:7050
tanji() { "$RELEASE/client/cli/tanji" "$@"; }
tanjid() { "$RELEASE/node/daemon/tanjid" "$@"; }

step() { printf '\n── '; say "$1" "$2"; }

# new_key PARTICIPANT HOLDER: a key file for a person of the example, without a passphrase.
new_key() {
  local file=$KEYS/$1.$2.key
  [ -f "$file" ] || tanji --quiet key new "$file" --participant "$1" --holder "$2" --unprotected >/dev/null
}

# grant PARTICIPANT HOLDER PERMISSIONS...: proof that the holder has the key, for the registrar.
grant() {
  local file=$KEYS/$1.$2.grant.json from=$KEYS/$1.$2.key arguments=()
  shift 2
  for permission in "$@"; do arguments+=(--permission "$permission"); done
  [ -f "$file" ] || tanji --quiet --ledger $CHAIN key grant "$from" "${arguments[@]}" --out "$file" >/dev/null
}

make_keys() {
  mkdir -p "$KEYS"
  for who in accreditor.sun accreditor.zhou cn-standards.lin eu-standards.maes green-verify.li \
    green-verify.zhao hainan-cert.chen bt-farm-07.fu bt-farm-12.huang bt-paddy-coop.wang; do
    new_key "${who%.*}" "${who#*.}"
  done
  grant accreditor sun manage_keys accredit register_documents
  grant accreditor zhou manage_keys accredit
  grant cn-standards lin manage_keys govern register_participants license register_documents \
    manage_schemes
  grant eu-standards maes manage_keys govern register_participants license register_documents \
    manage_schemes
  for who in green-verify.li green-verify.zhao hainan-cert.chen bt-farm-07.fu bt-farm-12.huang bt-paddy-coop.wang; do
    grant "${who%.*}" "${who#*.}" manage_keys register_documents
  done
}

make_ledger() {
  tanjid init --keys-only --dir "$HERE/node" --node-id baoting-1 >"$HERE/node-identity.json"
  jq --argjson now "$(date +%s)" --slurpfile node "$HERE/node-identity.json" \
    --slurpfile sun "$KEYS/accreditor.sun.grant.json" --slurpfile zhou "$KEYS/accreditor.zhou.grant.json" \
    --slurpfile lin "$KEYS/cn-standards.lin.grant.json" --slurpfile maes "$KEYS/eu-standards.maes.grant.json" '
    .time = ($now * 1000 | tostring)
    | .nodes = [$node[0] + {operator: "participants/cn-standards"}]
    | .participants[0].keys = [$sun[0], $zhou[0]]
    | .participants[1].keys = $lin | .participants[2].keys = $maes
  ' "$EXAMPLES/genesis.json" >"$HERE/genesis.json"
  tanjid init --dir "$HERE/node" --chain-id $CHAIN --node-id baoting-1 --genesis "$HERE/genesis.json" >/dev/null
}

node_is_running() {
  local ready=$HERE/node/data/run/ready
  [ -f "$ready" ] && kill -0 "$(jq .pid "$ready")" 2>/dev/null &&
    tanji --quiet --timeout 5s --unverified node status >/dev/null 2>&1
}

start_node() {
  if node_is_running; then
    say "节点已在运行。" "the node is running already."
    return
  fi
  rm -f "$HERE/node/data/run/ready"
  setsid nohup "$RELEASE/node/daemon/tanjid" start --config "$HERE/node/config.toml" >>"$HERE/node.log" 2>&1 </dev/null &
  for _ in $(seq 100); do
    [ -f "$HERE/node/data/run/ready" ] && return
    sleep 0.1
  done
  tail -n 5 "$HERE/node.log" >&2
  fail "节点没有启动,见 $HERE/node.log" "the node did not start, see $HERE/node.log"
}

# register ID HOLDER...: by the Chinese standards body, unless it is registered already.
register() {
  local id=$1 grants=()
  shift
  tanji --quiet participant show "$id" >/dev/null 2>&1 && return
  for holder in "$@"; do grants+=(--grant "$KEYS/$id.$holder.grant.json"); done
  tanji --quiet participant register "$EXAMPLES/participants/$id.json" "${grants[@]}" \
    --key "$KEYS/cn-standards.lin.key" --yes
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

# A stranger with two files and no network.
prove_and_verify() {
  local name proof=$HERE/accreditation.proof policy=$HERE/policy altered=$HERE/altered.proof
  name=$(accreditation_name)
  rm -f "$proof" "$altered" "$policy"
  tanji --quiet policy >"$policy"
  tanji --quiet prove accreditation "$name" --out "$proof" >/dev/null
  env -u TANJI_NODE "$RELEASE/client/cli/tanji" verify "$proof" --policy "$policy"
  say "改动证明文件中的一个字节再验证:" "one byte of the proof file altered:"
  python3 - "$proof" "$altered" <<'PYTHON'
import sys
data = bytearray(open(sys.argv[1], "rb").read())
data[len(data) // 2] ^= 1
open(sys.argv[2], "wb").write(data)
PYTHON
  if env -u TANJI_NODE "$RELEASE/client/cli/tanji" verify "$altered" --policy "$policy"; then
    fail "被改动的证明通过了验证!" "an altered proof verified!"
  fi
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

step "1/7 安装软件包" "1/7 packages"
install_packages
step "2/7 构建发布版" "2/7 release build"
build "$RELEASE" tanjid tanji -- -DCMAKE_BUILD_TYPE=Release -DTANJI_TESTS=OFF -DTANJI_BENCHMARKS=OFF
step "3/7 密钥、创世文件与节点" "3/7 keys, genesis and node"
mkdir -p "$HERE"
chmod 700 "$HERE"
make_keys
[ -f "$HERE/node/config.toml" ] || make_ledger
start_node
[ -n "$(tanji --quiet --output json trust list 2>/dev/null | grep -o "$CHAIN" | head -n 1)" ] || tanji trust add --from-node
step "4/7 中方标准机构登记参与方" "4/7 the Chinese standards body registers participants"
register green-verify li zhao
register hainan-cert chen
register bt-farm-07 fu
register bt-farm-12 huang
register bt-paddy-coop wang
tanji --quiet participant list
step "5/7 认可(两人共同签署)与许可" "5/7 accreditation, signed by two people, and licence"
accredit
license
step "6/7 暂停与恢复" "6/7 suspension and reinstatement"
suspend_and_reinstate
step "7/7 离线证明" "7/7 a proof, verified offline"
prove_and_verify

printf '\n'
say "节点正在运行。账本与密钥在 $HERE" "The node is running. Ledger and keys are in $HERE"
say "继续查看:" "Look around:"
cat <<LINES
  export PATH=$RELEASE/client/cli:\$PATH TANJI_HOME=$TANJI_HOME
  tanji participant list
  tanji participant show green-verify
  tanji log entries
  curl -s http://127.0.0.1:7051/checkpoint
LINES
say "停止节点:" "Stop the node:"
printf '  kill $(jq .pid %s)\n' "$HERE/node/data/run/ready"
