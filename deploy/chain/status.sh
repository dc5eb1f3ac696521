# What is in the ledger, and a suspension as an example.
# Sourced by quickstart.sh, never run.

# found NOUN NAME: whether it is in the ledger, whatever its status; absence is proved. Anything else,
# such as a proof that does not hold, ends the script.
found() {
  local code=0 answer
  answer=$(tanji --quiet --output json "$1" show "$2") || code=$?
  case $code in
    0 | 6) jq -e '.found' <<<"$answer" >/dev/null ;;
    *) fail "无法确定 $2 是否在账本上（退出码 $code）。" "cannot tell whether $2 is in the ledger (exit code $code)" ;;
  esac
}

# status_of NOUN NAME: the kind of its status, and the number of the interval that decides.
status_of() {
  local code=0 answer
  answer=$(tanji --quiet --output json "$1" show "$2") || code=$?
  [ $code = 0 ] || [ $code = 6 ] || fail "查询 $2 失败。" "asking about $2 failed"
  jq -r --arg noun "$1" '.answer[$noun].status | "\(.kind) \(.number // 0)"' <<<"$answer"
}

# suspend_and_reinstate NOUN NAME SHOWN-NOUN SHOWN-NAME KEYS...: suspends one thing, shows what becomes of
# another, and reinstates it. Whatever an earlier run has done of it is not done again.
suspend_and_reinstate() {
  local noun=$1 name=$2 shown_noun=$3 shown=$4 kind number code=0
  shift 4
  local signers=("$@" --prevailing zh --yes) told=$HERE/told.$noun
  read -r kind number <<<"$(status_of "$noun" "$name")"
  if [ "$kind" = STATUS_KIND_IN_FORCE ]; then
    if [ -f "$told" ]; then return; fi
    tanji --quiet "$noun" suspend "$name" --reason-zh "例行复核（示例）" --reason-en "Routine review (example)" "${signers[@]}"
    read -r kind number <<<"$(status_of "$noun" "$name")"
  fi
  say "暂停期间：" "while it is suspended:"
  tanji --quiet "$shown_noun" show "$shown" >"$HERE/shown" || code=$?
  head -n 12 "$HERE/shown"
  [ $code = 6 ] || fail "$shown 仍显示为有效！" "$shown is still shown as in force!"
  touch "$told"
  tanji --quiet "$noun" reinstate "$name" --interval "$number" --reason-zh "复核通过（示例）" --reason-en "Review passed (example)" "${signers[@]}"
}
