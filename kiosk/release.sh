#!/bin/bash
# Releases of the program on a kiosk: /opt/kazasu/releases/NAME, of which /opt/kazasu/current is the one that runs and
# /opt/kazasu/previous the one before. See docs/operations.md.
set -euo pipefail
umask 022

usage='Usage: release.sh COMMAND        (as root)

  update DIRECTORY    a built project becomes the release that runs; when it is not ready within a minute, the one before is put back
  roll-back           back to the release before
  list                the releases that are here
  put DIRECTORY       copies the first release and starts nothing; used by kiosk/install.sh. With --dry-run it says what it would do'

program=/opt/kazasu
ready=http://127.0.0.1:3000/api/health/ready
ready_seconds=60

die() {
  echo "release.sh: $1" >&2
  exit "${2:-1}"
}
say() { echo "  $*"; }

# What a release is made of. Not the tests' and the builder's own files.
parts=(app cli components docs kiosk lib messages public scripts .next node_modules package.json package-lock.json
  next.config.js postcss.config.mjs proxy.ts tsconfig.json global.ts)

# The same files have the same name.
name_of() {
  local version digest
  version=$(sed -n 's/^  "version": "\([0-9A-Za-z.-]*\)",$/\1/p' "$1/package.json")
  digest=$(cd "$1" && find cli kiosk lib package-lock.json .next/kazasu-source-hash -type f -print0 | sort -z | xargs -0 sha256sum | sha256sum)
  echo "$version-${digest:0:12}"
}

starts() { "$1/node_modules/node/bin/node" -e 0 2>/dev/null; }

check_source() {
  if [ ! -f "$1/package.json" ] || [ ! -d "$1/kiosk" ]; then die "$1 is not a Kazasu project"; fi
  if [ ! -x "$1/node_modules/node/bin/node" ] || [ ! -f "$1/.next/kazasu-source-hash" ]; then die "$1 has not been built: npm run build"; fi
  starts "$1" ||
    die "$1/node_modules/node/bin/node does not start here: it needs libatomic1 (apt-get install libatomic1), a disk that programs may be started from, and the processor it was built for (here: $(uname -m))"
  # A release cannot build itself: nothing may write to it.
  "$1/node_modules/node/bin/node" -e "import('$1/scripts/build.ts').then(({ isBuilt }) => process.exit(isBuilt() ? 0 : 1))" ||
    die "$1 has changed since it was built: npm run build"
}

# Resolves to the name of the release behind a link, or to nothing.
behind() { if [ -L "$program/$1" ]; then basename "$(readlink "$program/$1")"; fi; }

# Either the link leads to the old release or to the new one; there is no moment without.
lead() {
  ln -sfn "releases/$2" "$program/.$1.new"
  mv -T "$program/.$1.new" "$program/$1"
}

copy() {
  local source=$1 name=$2 draft
  if [ -d "$program/releases/$name" ]; then
    say "$name is here already"
    return
  fi
  draft=$program/releases/.draft
  say "copy $source to $program/releases/$name"
  rm -rf "$draft"
  mkdir -p "$draft"
  tar --create --directory "$source" --exclude=.next/cache --exclude=./data --owner=root --group=root --mode=go-w,a+rX "${parts[@]}" |
    tar --extract --directory "$draft" --no-same-owner --preserve-permissions
  # What is not on the disk when the power fails must not look like a release.
  sync -f "$draft"
  mv "$draft" "$program/releases/$name"
}

# The previous one is needed to go back to; older ones are not.
clear_old() {
  local release
  for release in "$program"/releases/*; do
    case $(basename "$release") in
      "$(behind current)" | "$(behind previous)") ;;
      *) say "delete $release"; rm -rf "$release" ;;
    esac
  done
}

is_ready() {
  "$program/current/node_modules/node/bin/node" -e "
    fetch('$ready', { signal: AbortSignal.timeout(2000) }).then(({ status }) => process.exit(status === 200 ? 0 : 1), () => process.exit(1));"
}

# Files, units and processes of the release that current leads to. Returns whether it is ready in time.
start() {
  # Not left to -e, which is off where the result of a function is asked for.
  "$program/current/kiosk/install.sh" --files || return 1
  systemctl daemon-reload || return 1
  say 'restart kazasu-server'
  systemctl restart --no-block kazasu-server.service || return 1
  local end=$((SECONDS + ready_seconds))
  # The server that is on its way out answers, too.
  until [ "$(systemctl show --property=ActiveState --value kazasu-server.service)" = active ] && is_ready; do
    [ $SECONDS -lt $end ] || return 1
    sleep 0.5
  done
  # The old browser has shown its pages until now, which work without the server.
  say 'it is ready; restart kazasu-browser'
  systemctl restart --no-block kazasu-browser.service
}

need_root() { [ "$(id -u)" -eq 0 ] || die 'has to be run as root'; }

# One at a time; and where the root file system is read-only, it is not, meanwhile.
begin() {
  need_root
  exec 9>/run/lock/kazasu-release
  flock --nonblock 9 || die 'another one is at work'
  case ,$(findmnt --noheadings --output OPTIONS --target "$program"), in
    *,ro,*)
      say "make $(findmnt --noheadings --output TARGET --target "$program") writable meanwhile"
      mount -o remount,rw "$(findmnt --noheadings --output TARGET --target "$program")"
      trap 'sync; mount -o remount,ro "$(findmnt --noheadings --output TARGET --target "$program")"' EXIT
      ;;
  esac
}

put() {
  local source='' dry_run=''
  for word in "$@"; do
    if [ "$word" = --dry-run ]; then dry_run=1; else source=$(realpath "$word"); fi
  done
  [ -n "$source" ] || die 'put: which directory?' 2
  if [ -n "$dry_run" ] && [ ! -e /usr/share/doc/libatomic1 ] && ! starts "$source"; then
    say "(not looked at yet: whether $source is what was built; that takes libatomic1)"
  else
    check_source "$source"
  fi
  if [ -L "$program/current" ]; then
    say "(as it should be) $program/current is $(behind current); another release: kiosk/release.sh update"
    return
  fi
  local name
  name=$(name_of "$source")
  if [ -n "$dry_run" ]; then
    say "copy $source to $program/releases/$name: ${parts[*]}"
    say "link $program/current to releases/$name"
    return
  fi
  need_root
  copy "$source" "$name"
  say "link $program/current to releases/$name"
  lead current "$name"
}

update() {
  [ $# -eq 1 ] || die 'update: which directory?' 2
  local source name before
  source=$(realpath "$1")
  check_source "$source"
  begin
  name=$(name_of "$source")
  before=$(behind current)
  [ -n "$before" ] || die 'nothing is installed here: kiosk/install.sh'
  if [ "$name" = "$before" ]; then
    say "$name is the one that runs"
    return
  fi
  copy "$source" "$name"
  say "from $before to $name"
  lead current "$name"
  if start; then
    lead previous "$before"
    clear_old
    return
  fi
  say "not ready after $ready_seconds s; back to $before"
  lead current "$before"
  start || die "$before is not ready either: journalctl -u kazasu-server"
  clear_old
  die "$name was not ready; $before runs again. Why: journalctl -u kazasu-server"
}

roll_back() {
  begin
  local from to
  from=$(behind current)
  to=$(behind previous)
  if [ -z "$to" ] || [ ! -d "$program/releases/$to" ]; then die 'there is no release before this one'; fi
  say "from $from back to $to"
  lead current "$to"
  lead previous "$from"
  start || die "$to is not ready: journalctl -u kazasu-server. Back to $from: release.sh roll-back"
}

list() {
  local release name
  for release in "$program"/releases/*; do
    name=$(basename "$release")
    case $name in
      "$(behind current)") echo "$name  runs" ;;
      "$(behind previous)") echo "$name  the one before" ;;
      *) echo "$name" ;;
    esac
  done
}

# The whole script is read before it begins: it may be part of a release that is deleted meanwhile.
main() {
  local command=${1:-}
  [ $# -eq 0 ] || shift
  case $command in
    put) put "$@" ;;
    update) update "$@" ;;
    roll-back) roll_back ;;
    list) list ;;
    '' | help | --help) echo "$usage" ;;
    *) echo "$usage" >&2; die "$command?" 2 ;;
  esac
}
main "$@"
exit
