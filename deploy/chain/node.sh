# The genesis and the node.
# Sourced by quickstart.sh, never run.

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
  fail "节点没有启动，见 $HERE/node.log" "the node did not start, see $HERE/node.log"
}
