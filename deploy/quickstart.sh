#!/usr/bin/env bash
# From a bare Debian 12 to a running solo node with a first ledger on it: installs, builds, starts
# the node, lets each role of the example do its job through the `tanji` CLI (chain/), and leaves the
# node running. A second run keeps the ledger and ends with the same lines.
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

STEPS=13 STEP=0
step() {
  STEP=$((STEP + 1))
  printf '\n── %d/%d ' $STEP $STEPS
  say "$1" "$2"
}

for part in keys node status people factors farm audit label proof; do source "$ROOT/deploy/chain/$part.sh"; done

step "安装软件包" "packages"
install_packages
step "构建发布版" "release build"
build "$RELEASE" tanjid tanji -- -DCMAKE_BUILD_TYPE=Release -DTANJI_TESTS=OFF -DTANJI_BENCHMARKS=OFF
step "密钥、创世文件与节点" "keys, genesis and node"
mkdir -p "$HERE"
chmod 700 "$HERE"
make_keys
[ -f "$HERE/node/config.toml" ] || make_ledger
start_node
[ -n "$(tanji --quiet --output json trust list 2>/dev/null | grep -o "$CHAIN" | head -n 1)" ] || tanji trust add --from-node
step "中方标准机构登记参与方" "the Chinese standards body registers participants"
register_all
step "认可（两人共同签署）与许可，一次暂停与恢复" "accreditation, signed by two people, and licence; a suspension"
accredit
license
suspend_the_accreditation
step "公布排放因子" "emission factors are published"
publish_gwp_sets
import_datasets
step "试行标准" "the pilot scheme"
import_scheme
step "两家农场与一家合作社登记地块、产品和采收" "two farms and a cooperative register land, products and harvests"
register_growers
step "申报碳足迹，并逐行说明其中一份" "footprints are declared, and one explained line by line"
declare_footprints
explain_mango
step "核查机构提出更正要求，农场答复，两人签署核查声明" "the auditor asks, the farm answers, two people sign a statement"
verify_mango
step "认证机构发证；没有基准强度的荔枝被拒绝" "a certificate; and lychees, for which there is no base intensity"
certify_mango
refuse_lychee
step "农场为 2026 年的采收放行标识并打印" "the farm labels its harvest of 2026 and prints the labels"
label_mango
print_labels
step "离线证明；因子暂停后的状态" "a proof, verified offline; and what a suspended factor does"
prove_and_verify
suspend_a_factor

printf '\n'
say "节点正在运行。账本与密钥在 $HERE" "The node is running. Ledger and keys are in $HERE"
say "继续查看：" "Look around:"
cat <<LINES
  export PATH=$RELEASE/client/cli:\$PATH TANJI_HOME=$TANJI_HOME
  tanji participant list
  tanji footprint list
  tanji label list
  tanji footprint explain $(<"$HERE/footprints/rice-gate")
  tanji log entries
  curl -s http://127.0.0.1:7051/checkpoint
LINES
say "停止节点：" "Stop the node:"
printf '  kill $(jq .pid %s)\n' "$HERE/node/data/run/ready"
