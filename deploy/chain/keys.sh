# Keys of the people of the example, each as if made on their own machine.
# Sourced by quickstart.sh, never run.

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
    green-verify.zhao hainan-cert.chen hainan-cert.lu bt-farm-07.fu bt-farm-12.huang bt-paddy-coop.wang; do
    new_key "${who%.*}" "${who#*.}"
  done
  grant accreditor sun manage_keys accredit register_documents
  grant accreditor zhou manage_keys accredit
  grant cn-standards lin manage_keys govern register_participants license register_documents publish_factors manage_schemes
  grant eu-standards maes manage_keys govern register_participants license register_documents manage_schemes
  for who in green-verify.li green-verify.zhao; do
    grant "${who%.*}" "${who#*.}" manage_keys register_documents verify
  done
  grant hainan-cert chen manage_keys register_documents certify
  grant hainan-cert lu manage_keys certify
  for who in bt-farm-07.fu bt-farm-12.huang bt-paddy-coop.wang; do
    grant "${who%.*}" "${who#*.}" manage_keys register_documents register_products declare_footprints release_labels
  done
}
