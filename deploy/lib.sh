# Shared by the entry scripts; sourced, never run.
set -euo pipefail
ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
export CCACHE_DIR=${CCACHE_DIR:-$HOME/.cache/tanji-ccache} CCACHE_MAXSIZE=${CCACHE_MAXSIZE:-5G}

# say "zh" "en": one line in the user's language.
say() {
  case "${LC_ALL:-${LC_MESSAGES:-${LANG:-}}}" in
    zh*) printf '%s\n' "$1" ;;
    *) printf '%s\n' "$2" ;;
  esac
}

fail() {
  say "$@" >&2
  exit 1
}

# part NAME COMMAND...: runs a part, prints how long it took, and remembers it for the summary.
PARTS=()
part() {
  local name=$1 start=$SECONDS
  shift
  printf '\n== %s\n' "$name"
  "$@"
  PARTS+=("$(printf '%6d s  %s' $((SECONDS - start)) "$name")")
}
print_parts() {
  printf '\n'
  say "各部分用时:" "time of each part:"
  printf '%s\n' "${PARTS[@]}"
}

install_packages() {
  local wanted missing=()
  mapfile -t wanted < <(grep -v '^#' "$ROOT/deploy/packages.txt")
  for package in "${wanted[@]}"; do
    dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || missing+=("$package")
  done
  if [ ${#missing[@]} -eq 0 ]; then
    say "所需软件包已齐备。" "all packages are installed."
    return
  fi
  [ "$(id -u)" = 0 ] || fail "需要 root 权限安装软件包:${missing[*]}" "root is needed to install packages: ${missing[*]}"
  say "正在安装 ${#missing[@]} 个软件包……" "installing ${#missing[@]} packages ..."
  apt-get update -q >/dev/null
  DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends "${missing[@]}" >/dev/null
}

# build DIR TARGETS... -- CMAKE ARGUMENTS...
build() {
  local dir=$1 targets=()
  shift
  while [ $# -gt 0 ] && [ "$1" != -- ]; do targets+=("$1"); shift; done
  [ $# -eq 0 ] || shift
  mkdir -p "$(dirname "$dir")"  # the log lies beside the build: in a fresh clone there is nothing yet
  cmake -S "$ROOT" -B "$dir" -G Ninja "$@" >"$dir.configure.log" 2>&1 ||
    { cat "$dir.configure.log" >&2; fail "配置构建失败。" "configuring the build failed."; }
  ninja -C "$dir" "${targets[@]}"
}
