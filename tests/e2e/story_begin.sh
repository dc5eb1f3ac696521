# From nothing to a ledger of three organisations: keys on everyone's own machine, a genesis file
# made of what they hand over, and a node.

# make_key NAME PARTICIPANT HOLDER
make_key() {
  expect 0 t key new "$WORK/$1.key" --participant "$2" --holder "$3" --unprotected
}

# make_grant KEY PERMISSION...: what the holder hands to whoever registers them; needs no network.
make_grant() {
  local key=$1 permissions=()
  shift
  for permission in "$@"; do permissions+=(--permission "$permission"); done
  expect 0 offline "$TANJI" key grant "$WORK/$key.key" --ledger "$CHAIN" "${permissions[@]}" \
    --out "$WORK/$key.grant"
}

a_passphrase_protects_a_key() {
  story "a passphrase protects a key"
  printf 'correct horse battery\n' >"$WORK/passphrase"
  chmod 644 "$WORK/passphrase"
  expect 5 j key new "$WORK/lead.key" --participant hainan --holder lead \
    --passphrase-file "$WORK/passphrase"
  refused FILE_MODE
  chmod 600 "$WORK/passphrase"
  expect 0 t key new "$WORK/lead.key" --participant hainan --holder lead \
    --passphrase-file "$WORK/passphrase"
  same "$(stat -c %a "$WORK/lead.key")" 600 "the mode of a key file"
  expect 5 j key new "$WORK/lead.key" --unprotected
  refused FILE_EXISTS
  expect 0 j key show "$WORK/lead.key"
  holds '.participant == "participants/hainan" and .holder == "lead" and .protected'
  printf 'wrong horse battery\n' >"$WORK/wrong-passphrase"
  chmod 600 "$WORK/wrong-passphrase"
  expect 5 j key grant "$WORK/lead.key" --ledger "$CHAIN" --permission GOVERN \
    --passphrase-file "$WORK/wrong-passphrase" --out "$WORK/none"
  refused PASSPHRASE_WRONG
  # Opening it takes a second each time: the rest of the story uses keys without one.
  mv "$WORK/lead.key" "$WORK/protected.key"
}

everyone_makes_keys() {
  story "everyone makes keys and hands over a grant"
  make_key lead hainan lead
  make_key reviewer hainan reviewer
  make_key third hainan third
  make_key office eu-body office
  make_key officer cnas officer
  for key in lead reviewer third; do
    make_grant "$key" MANAGE_KEYS GOVERN REGISTER_PARTICIPANTS LICENSE REGISTER_DOCUMENTS
  done
  make_grant office MANAGE_KEYS GOVERN REGISTER_PARTICIPANTS REGISTER_DOCUMENTS
  make_grant officer MANAGE_KEYS ACCREDIT REGISTER_DOCUMENTS
}

# organisation ID KINDS ZH EN REGION GRANT...
organisation() {
  local id=$1 kinds=$2 zh=$3 en=$4 region=$5
  shift 5
  jq -n --arg id "$id" --argjson kinds "$kinds" --arg zh "$zh" --arg en "$en" --arg region "$region" \
    '{id: $id, kinds: $kinds, region: $region, keys: [inputs],
      legal_name: {zh: $zh, en: $en, prevailing: "PREVAILING_ZH",
                   translation: "TRANSLATION_HUMAN"}}' "$@"
}

the_genesis_names_them() {
  story "the genesis file names them and the node"
  expect 0 "$TANJID" init --dir "$DIR" --keys-only --node-id node-1
  cp "$OUT" "$WORK/node.json"
  {
    organisation cnas '["PARTICIPANT_KIND_ACCREDITOR"]' 认可委 "Accreditation service" CN \
      "$WORK/officer.grant"
    organisation eu-body '["PARTICIPANT_KIND_BODY"]' 欧洲机构 "European body" DE "$WORK/office.grant"
    organisation hainan '["PARTICIPANT_KIND_BODY", "PARTICIPANT_KIND_OPERATOR"]' 海南机构 \
      "Hainan body" CN-HI "$WORK/lead.grant" "$WORK/reviewer.grant" "$WORK/third.grant"
  } >"$WORK/organisations.json"
  jq -n --arg chain "$CHAIN" --arg time "$(date +%s)000" --slurpfile node "$WORK/node.json" \
    --slurpfile organisations "$WORK/organisations.json" \
    '{chain_id: $chain, time: $time, flags: ["FEATURE_FLAG_FOUNDATION"],
      participants: $organisations,
      nodes: [$node[0] + {operator: "participants/hainan"}]}' >"$WORK/genesis.json"
}

init_refuses_what_is_wrong() {
  story "tanjid init refuses what is wrong, and says what"
  expect 1 "$TANJID" init --dir "$WORK/x" --chain-id 'No Chain'
  complains "is not a chain id"
  expect 1 "$TANJID" init --dir "$DIR" --chain-id other.example/zone --genesis "$WORK/genesis.json"
  complains "$CHAIN"
  # A grant is for one chain, one participant and one holder.
  jq '.participants[0].keys[0].holder = "somebody"' "$WORK/genesis.json" >"$WORK/bad.json"
  expect 1 "$TANJID" init --dir "$DIR" --chain-id "$CHAIN" --genesis "$WORK/bad.json"
  jq '.surprise = 1' "$WORK/genesis.json" >"$WORK/bad.json"
  expect 1 "$TANJID" init --dir "$DIR" --chain-id "$CHAIN" --genesis "$WORK/bad.json"
  complains surprise
  jq '.nodes += [{id: "witness-1", role: "NODE_ROLE_WITNESS",
                  cosigner_public_key: .participants[0].keys[0].public_key}]' \
    "$WORK/genesis.json" >"$WORK/bad.json"
  expect 1 "$TANJID" init --dir "$DIR" --chain-id "$CHAIN" --genesis "$WORK/bad.json"
  complains COSIGNATURES_NOT_COLLECTED
  jq '.nodes[0].log_public_key = .nodes[0].cosigner_public_key' "$WORK/genesis.json" >"$WORK/bad.json"
  expect 1 "$TANJID" init --dir "$DIR" --chain-id "$CHAIN" --genesis "$WORK/bad.json"
}

the_node_is_made_once() {
  story "the node is made, once"
  expect 0 "$TANJID" init --dir "$DIR" --chain-id "$CHAIN" --genesis "$WORK/genesis.json"
  same "$(stat -c %a "$DIR/keys/log.seed")" 600 "the mode of the node's keys"
  expect 1 "$TANJID" init --dir "$DIR" --chain-id "$CHAIN" --genesis "$WORK/genesis.json"
  sed -i 's/^listen = .*/listen = "127.0.0.1:0"/' "$CONFIG"
  sed 's/^verify_threads/verify_thread/' "$CONFIG" >"$DIR/bad.toml"
  expect 1 "$TANJID" start --config "$DIR/bad.toml"
  complains verify_thread
}

the_node_starts() {
  story "the node starts and says where it listens"
  start_node
  local before
  before=$(cat "$DIR/data/run/ready")
  expect 1 "$TANJID" start --config "$CONFIG"
  same "$(cat "$DIR/data/run/ready")" "$before" "what the running node's ready file says"
  expect 0 curl -sf --max-time 20 "http://$HTTP/healthz"
  expect 0 curl -sf --max-time 20 "http://$HTTP/readyz"
  expect 0 curl -sf --max-time 20 "http://$HTTP/metrics"
  says "tanji_"
  expect 0 curl -sf --max-time 20 "http://$HTTP/checkpoint"
  same "$(head -n 1 "$OUT")" "$CHAIN" "the first line of the checkpoint"
  expect 22 curl -sf --max-time 20 "http://$HTTP/nothing"
}

a_client_learns_whom_to_believe() {
  story "a client learns whom to believe"
  expect 5 j participant show hainan
  refused NOTHING_TRUSTED
  expect 0 j trust add --from-node
  expect 0 j trust list
  holds '.ledgers | length == 1 and .[0].ledger == "'"$CHAIN"'"'
  expect 0 t policy --out "$WORK/policy"
  grep -q '^quorum ' "$WORK/policy" || wrong "a policy file with a quorum line"
  expect 0 j node status
  holds '.chain_id == "'"$CHAIN"'" and (.log_size | tonumber) == 2'
  expect 0 j participant show hainan
  holds '.yes and .answer.participant.participant.region == "CN-HI"'
  expect 6 j participant show nobody
  holds '.found == false'
}

story_begin() {
  a_passphrase_protects_a_key
  everyone_makes_keys
  the_genesis_names_them
  init_refuses_what_is_wrong
  the_node_is_made_once
  the_node_starts
  a_client_learns_whom_to_believe
}
