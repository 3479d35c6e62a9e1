#!/bin/bash
# Makes a kiosk of a Debian 12: packages, two users, the program below /opt/kazasu, units, policy of the browser, keys, limits.
# It may be run again at any time; what is as it should be is left alone. See docs/operations.md.
set -euo pipefail
# Whatever root's own may be: two other users read what is written here.
umask 022

usage='Usage: kiosk/install.sh [OPTIONS]        (as root, from a project that has been built)

  --dry-run               says what it would do, and does nothing
  --panel INCHES:WxH      the screen as it hangs, e.g. 21.5:1080x1920 (default), 32:1920x1080
  --panel-height MM       from the floor to the lower edge of the screen; default: 720
  --turned QUARTERS       how often the panel is turned clockwise by 90 degrees, 0 to 3; default: 0. Not with --x11
  --hub URL               the hub of the office; without it the desk is on this machine
  --hub-network ADDRESS   what the server may reach beside this machine: the hub, and the name server if the hub has a name.
                          An address or a network (10.1.2.0/24); may be given more than once
  --printer 80mm|a4       the paper of the printer; CUPS is installed and keeps no job; its queue is set up by hand (docs/operations.md)
  --x11                   Xorg with openbox in place of cage, for panels without a Wayland driver
  --uninstall             takes everything away but packages, users and data
  --purge                 with --uninstall: the users, /var/lib/kazasu-kiosk and /etc/kazasu as well
  --files                 units, policy and the other files only; used by kiosk/release.sh
  --help                  this text'

here=$(dirname "$(dirname "$(realpath "$0")")")
program=/opt/kazasu
touch_rule=/etc/udev/rules.d/80-kazasu-touch.rules
dry_run="" uninstall="" purge="" files_only="" x11="" hub="" printer="" panel="" panel_height="" turned="" networks=()

die() {
  echo "install.sh: $1" >&2
  exit "${2:-1}"
}

while [ $# -gt 0 ]; do
  flag=$1
  shift
  case $flag in
    --dry-run) dry_run=1 ;;
    --uninstall) uninstall=1 ;;
    --purge) purge=1 ;;
    --files) files_only=1 ;;
    --x11) x11=1 ;;
    --help) echo "$usage"; exit 0 ;;
    --panel | --panel-height | --turned | --hub | --hub-network | --printer)
      [ $# -gt 0 ] || die "$flag: what?" 2
      case $flag in
        --panel) panel=$1 ;;
        --panel-height) panel_height=$1 ;;
        --turned) turned=$1 ;;
        --hub) hub=$1 ;;
        --printer) printer=$1 ;;
        --hub-network) networks+=("$1") ;;
      esac
      shift
      ;;
    *) echo "install.sh: $flag?" >&2; echo "$usage" >&2; exit 2 ;;
  esac
done
# The server takes no others (lib/kiosk/panel.ts), and a kiosk whose server does not start shows nothing.
if [ -n "$panel" ]; then
  [[ $panel =~ ^([0-9]{1,3})(\.[0-9]{1,2})?:([0-9]{3,4})x([0-9]{3,4})$ ]] || die "--panel takes inches and pixels, e.g. 21.5:1080x1920" 2
  hundredths=$((10#${BASH_REMATCH[1]} * 100)) pixels=("10#${BASH_REMATCH[3]}" "10#${BASH_REMATCH[4]}")
  (( hundredths >= 700 && (hundredths < 10000 || (hundredths == 10000 && ${#BASH_REMATCH[2]} == 0)) && pixels[0] >= 480 && pixels[1] >= 480 )) ||
    die "--panel takes 7 to 100 inches and at least 480 pixels each way" 2
fi
[[ -z $panel_height || ( $panel_height =~ ^[0-9]{1,4}$ && 10#$panel_height -le 1500 ) ]] || die "--panel-height takes whole millimetres, 1500 at most" 2
[[ $turned =~ ^[0-3]?$ ]] || die "--turned takes 0, 1, 2 or 3" 2
[[ -z $hub || $hub =~ ^https://[A-Za-z0-9.:-]+/?$ ]] || die "--hub takes an address that begins with https://" 2
[[ -z $printer || $printer =~ ^(80mm|a4)$ ]] || die "--printer takes 80mm or a4" 2
for network in "${networks[@]}"; do
  [[ $network =~ ^[0-9A-Fa-f.:]+(/[0-9]{1,3})?$ ]] || die "--hub-network takes an address or a network, not $network" 2
done
[ -z "$hub" ] || [ ${#networks[@]} -gt 0 ] || die "--hub needs --hub-network: the server reaches no other address" 2
[ -n "$dry_run" ] || [ "$(id -u)" -eq 0 ] || die "has to be run as root (or with --dry-run)"

# Says what is done; does it unless this is a dry run.
run() {
  echo "  $*"
  [ -n "$dry_run" ] || "$@"
}
step() { echo; echo "$1"; }
fine() { echo "  (as it should be) $1"; }

# put MODE FILE: writes standard input into FILE unless that is what it holds.
put() {
  local mode=$1 file=$2 text
  text=$(cat)
  if [ -f "$file" ] && [ "$(cat "$file")" = "$text" ] && [ "$(stat -c %a "$file")" = "$mode" ]; then
    fine "$file"
    return
  fi
  echo "  write $file, mode $mode:"
  while IFS= read -r line; do echo "    | $line"; done <<<"$text"
  [ -z "$dry_run" ] || return 0
  mkdir -p "$(dirname "$file")"
  # In one go: whoever reads it meanwhile sees the old one or the new one.
  printf '%s\n' "$text" >"$file.new"
  chmod "$mode" "$file.new"
  mv "$file.new" "$file"
}

# place MODE SOURCE FILE: the same with a file of the project.
place() {
  local mode=$1 source=$2 file=$3
  if cmp -s "$source" "$file" && [ "$(stat -c %a "$file")" = "$mode" ]; then
    fine "$file"
    return
  fi
  run install -D --mode="$mode" "$source" "$file.new"
  run mv "$file.new" "$file"
}

# What belongs where: mode, file of the project, place on the machine.
files() {
  cat <<'LIST'
644 kiosk/systemd/kazasu-server.service /etc/systemd/system/kazasu-server.service
644 kiosk/systemd/kazasu-browser.service /etc/systemd/system/kazasu-browser.service
644 kiosk/systemd/kazasu-pcscd-watch.service /etc/systemd/system/kazasu-pcscd-watch.service
644 kiosk/systemd/pcscd-service.conf /etc/systemd/system/pcscd.service.d/kazasu.conf
644 kiosk/systemd/pcscd-socket.conf /etc/systemd/system/pcscd.socket.d/kazasu.conf
644 kiosk/chromium-policy.json /etc/chromium/policies/managed/kazasu.json
644 kiosk/keys/rules /usr/share/X11/xkb/rules/kazasu
644 kiosk/keys/symbols /usr/share/X11/xkb/symbols/kazasu
644 kiosk/system/polkit.rules /etc/polkit-1/rules.d/50-kazasu.rules
644 kiosk/system/journald.conf /etc/systemd/journald.conf.d/kazasu.conf
644 kiosk/system/logind.conf /etc/systemd/logind.conf.d/kazasu.conf
644 kiosk/system/sysctl.conf /etc/sysctl.d/80-kazasu.conf
644 kiosk/system/system.conf /etc/systemd/system.conf.d/kazasu.conf
755 kiosk/kazasu /usr/local/bin/kazasu
LIST
}
x11_files() {
  cat <<'LIST'
644 kiosk/systemd/kazasu-x.service /etc/systemd/system/kazasu-x.service
644 kiosk/systemd/kazasu-browser-x11.conf /etc/systemd/system/kazasu-browser.service.d/x11.conf
644 kiosk/system/xorg.conf /etc/X11/xorg.conf.d/80-kazasu.conf
LIST
}
printer_files() {
  cat <<'LIST'
644 kiosk/systemd/var-spool-cups.mount /etc/systemd/system/var-spool-cups.mount
LIST
}
wants_printer() { [ -n "$printer" ] || [ -e /etc/systemd/system/var-spool-cups.mount ]; }
wants_x11() { [ -n "$x11" ] || [ -e /etc/systemd/system/kazasu-x.service ]; }
if [ -n "$turned" ] && wants_x11; then die '--turned is for cage; with --x11 turn the picture in /etc/X11/xorg.conf.d' 2; fi

# In a chroot there is nothing that could be told.
has_systemd() { [ -d /run/systemd/system ]; }
tell_systemd() { if has_systemd; then run systemctl "$@"; else echo "  (no systemd is running here: not done) systemctl $*"; fi; }
units=(seatd.service pcscd.socket kazasu-server.service kazasu-browser.service)

# Units and policy of the release that runs, which may be older than this project; before the first there is only this one.
place_files() {
  local mode source file from=$here
  if [ -L "$program/current" ]; then from=$program/current; fi
  while read -r mode source file; do
    if [ -e "$from/$source" ]; then place "$mode" "$from/$source" "$file"; else echo "  (not in the release that runs) $file"; fi
  done < <(files; if wants_x11; then x11_files; fi; if wants_printer; then printer_files; fi)
}

if [ -n "$files_only" ]; then
  place_files
  exit 0
fi

if [ -n "$uninstall" ]; then
  step 'Services'
  # The watch over pcscd stops with the server.
  for unit in kazasu-browser kazasu-x kazasu-server; do
    if [ -e "/etc/systemd/system/$unit.service" ]; then tell_systemd disable --now "$unit.service"; fi
  done
  had_printer=""
  if [ -e /etc/systemd/system/var-spool-cups.mount ]; then
    had_printer=1
    # It holds the folder. CUPS itself may be gone.
    if systemctl cat cups.service >/dev/null 2>&1; then tell_systemd stop cups.service; fi
    tell_systemd disable --now var-spool-cups.mount
  fi
  if [ "$(systemctl is-enabled ctrl-alt-del.target 2>&1)" = masked ]; then run systemctl unmask ctrl-alt-del.target; fi
  step 'Files'
  while read -r _ _ file; do
    if [ -e "$file" ]; then run rm "$file"; else fine "$file is not there"; fi
  done < <(files; x11_files; printer_files; echo "- - $touch_rule")
  for path in /etc/systemd/system/kazasu-server.service.d /etc/systemd/system/kazasu-browser.service.d "$program"; do
    if [ -e "$path" ]; then run rm -r "$path"; fi
  done
  # The office may have a drop-in of its own there.
  for path in /etc/systemd/system/pcscd.service.d /etc/systemd/system/pcscd.socket.d; do
    if [ -e "$path" ]; then run rmdir --ignore-fail-on-non-empty "$path"; fi
  done
  # Where a service could not be told, as in a chroot.
  for link in multi-user.target.wants/kazasu-{server,browser}.service cups.service.requires/var-spool-cups.mount; do
    link=/etc/systemd/system/$link
    if [ -L "$link" ]; then run rm "$link"; fi
  done
  tell_systemd daemon-reload
  # cage may end with an error when it is stopped; nothing of ours is to be in the list of what has failed.
  if has_systemd; then systemctl reset-failed 'kazasu-*' 2>/dev/null || true; fi
  if [ -n "$had_printer" ] && systemctl cat cups.service >/dev/null 2>&1; then tell_systemd start cups.service; fi
  if [ -n "$purge" ]; then
    step 'Users, settings and data'
    for path in /etc/kazasu /var/lib/kazasu-kiosk; do
      # It may be a partition of its own.
      if mountpoint -q "$path"; then run find "$path" -mindepth 1 -delete
      elif [ -e "$path" ]; then run rm -r "$path"; fi
    done
    for user in kazasu kazasu-browser; do
      if getent passwd "$user" >/dev/null; then run userdel "$user"; fi
    done
  else
    step 'Kept: the users, /etc/kazasu and /var/lib/kazasu-kiosk (--purge takes them as well).'
  fi
  step 'Kept as well: the packages, seatd and pcscd, three lines in /etc/cups/cupsd.conf. Restart the machine: limits of the journal and of the kernel, and the terminal at the panel, are as before from then on.'
  exit 0
fi

step 'Debian packages'
[ -e /etc/debian_version ] || die 'this is not Debian'
packages=(cage chromium fonts-noto-cjk libatomic1 libccid libgl1-mesa-dri pcscd polkitd seatd udev xkb-data)
if wants_x11; then packages+=(xserver-xorg-core xserver-xorg-input-libinput openbox xauth); fi
if [ -n "$printer" ]; then packages+=(cups); fi
# Deadlines are counted from today: the clock has to be right.
if ! dpkg-query --show --showformat='${db:Status-Status} ${Provides}\n' | grep -q '^installed .*time-daemon'; then packages+=(systemd-timesyncd); fi
missing=()
for package in "${packages[@]}"; do
  if [ "$(dpkg-query --show --showformat='${db:Status-Status}' "$package" 2>/dev/null)" = installed ]; then
    fine "$package"
  else
    missing+=("$package")
  fi
done
if [ ${#missing[@]} -gt 0 ]; then
  run apt-get update --quiet
  run env DEBIAN_FRONTEND=noninteractive apt-get install --yes --quiet --no-install-recommends "${missing[@]}"
fi

step 'Users: no password, no shell, no home'
for user in kazasu kazasu-browser; do
  if getent passwd "$user" >/dev/null; then
    fine "$user"
  else
    run useradd --system --user-group --no-create-home --home-dir /nonexistent --shell /usr/sbin/nologin "$user"
  fi
done

step "Program, from $here"
release=("$here/kiosk/release.sh" put)
if [ -n "$dry_run" ]; then release+=(--dry-run); fi
"${release[@]}" "$here"

step 'Settings'
# What was said the last time holds until something else is said.
before() { if [ -e /etc/kazasu/kiosk.env ]; then sed -n "s/^KAZASU_KIOSK_FLAGS=.*--$1 \([^ ]*\).*/\1/p" /etc/kazasu/kiosk.env; fi; }
panel=${panel:-$(before panel)} panel=${panel:-21.5:1080x1920}
panel_height=${panel_height:-$(before panel-height)} panel_height=${panel_height:-720}
hub=${hub:-$(before hub)}
printer=${printer:-$(before printer)}
flags="--panel $panel --panel-height $panel_height"
if [ -n "$hub" ]; then flags+=" --hub $hub"; fi
if [ -n "$printer" ]; then flags+=" --printer $printer"; fi
if [ -e /etc/kazasu/kiosk.env ] && grep -qxF "KAZASU_KIOSK_FLAGS=$flags" /etc/kazasu/kiosk.env; then
  fine '/etc/kazasu/kiosk.env'
elif [ -e /etc/kazasu/kiosk.env ]; then
  # What the office has added stays.
  run sed -i "s|^KAZASU_KIOSK_FLAGS=.*|KAZASU_KIOSK_FLAGS=$flags|" /etc/kazasu/kiosk.env
else
  put 644 /etc/kazasu/kiosk.env <<EOF
# Written by kiosk/install.sh. After a change: systemctl restart kazasu-server
KAZASU_KIOSK_FLAGS=$flags
# Further flags of \`kazasu kiosk\`, e.g. --home-address or --print-queue; these stay as they are:
KAZASU_KIOSK_MORE=
# The hub's certificate is from the office's own authority:
# NODE_EXTRA_CA_CERTS=/etc/kazasu/ca.pem
EOF
fi
cage_flags=()
for ((quarter = 0; quarter < ${turned:-0}; quarter++)); do cage_flags+=(-r); done
cage_line="KAZASU_CAGE_FLAGS=${cage_flags[*]}"
if [ ! -e /etc/kazasu/browser.env ]; then
  put 644 /etc/kazasu/browser.env <<EOF
# Written by kiosk/install.sh. Each -r turns the picture by 90 degrees, clockwise.
$cage_line
# The printer is not the default of CUPS:
# LPDEST=slip
EOF
elif [ -n "$turned" ] && ! grep -qxF "$cage_line" /etc/kazasu/browser.env; then
  # What the office has added stays.
  run sed -i "s|^KAZASU_CAGE_FLAGS=.*|$cage_line|" /etc/kazasu/browser.env
else
  fine '/etc/kazasu/browser.env'
fi
# cage turns touches with the picture only where it is told which screen they belong to.
if [ "${turned:-0}" -ne 0 ]; then
  screens=()
  for status in /sys/class/drm/card*-*/status; do
    if [ -e "$status" ] && [ "$(cat "$status")" = connected ]; then
      screen=$(basename "$(dirname "$status")")
      screens+=("${screen#card*-}")
    fi
  done
  if [ ${#screens[@]} -eq 1 ]; then
    put 644 "$touch_rule" <<EOF
# Written by kiosk/install.sh: the touches of the panel turn with its picture.
SUBSYSTEM=="input", ENV{ID_INPUT_TOUCHSCREEN}=="1", ENV{WL_OUTPUT}="${screens[0]}"
EOF
    run udevadm control --reload
    run udevadm trigger --subsystem-match=input
  else
    echo "  --turned: one screen has to be connected for the touches to turn with it, not ${#screens[@]}; run this again with the panel"
  fi
fi
if [ ${#networks[@]} -gt 0 ]; then
  put 644 /etc/systemd/system/kazasu-server.service.d/hub.conf <<EOF
# Written by kiosk/install.sh: what the server may reach beside this machine.
[Service]
$(printf 'IPAddressAllow=%s\n' "${networks[@]}")
EOF
fi

step 'Units, policy of the browser, keys, limits'
place_files

if wants_printer; then
  step 'Printing: nothing is kept'
  # set_cups NAME VALUE
  set_cups() {
    local file=/etc/cups/cupsd.conf
    if grep -qxF "$1 $2" "$file" 2>/dev/null; then
      fine "$1 $2"
    elif grep -qiE "^$1 " "$file" 2>/dev/null; then
      run sed -i -E "s/^$1 .*/$1 $2/I" "$file"
    else
      run sed -i "1i $1 $2" "$file"
    fi
  }
  set_cups PreserveJobFiles No
  set_cups PreserveJobHistory No
  set_cups Browsing No
  units+=(var-spool-cups.mount)
fi

step 'Services'
tell_systemd daemon-reload
# A keyboard must not start the machine anew.
if [ "$(systemctl is-enabled ctrl-alt-del.target 2>&1)" = masked ]; then
  fine 'ctrl-alt-del.target is masked'
else
  run systemctl mask ctrl-alt-del.target
fi
for unit in "${units[@]}"; do
  if systemctl --quiet is-enabled "$unit" 2>/dev/null; then fine "$unit is enabled"; else run systemctl enable "$unit"; fi
done
if has_systemd; then
  run systemctl restart systemd-journald.service systemd-sysctl.service
fi
tell_systemd restart polkit.service
# Its jobs so far go with the folder that it had them in.
if wants_printer; then tell_systemd restart cups.service; fi
# Not waited for: what they do is in the journal.
tell_systemd start --no-block "${units[@]}"
if has_systemd && systemctl --quiet is-active kazasu-server.service 2>/dev/null; then
  echo '  What has changed holds after: systemctl restart kazasu-server kazasu-browser'
fi

step 'Check list'
node=$here/node_modules/node/bin/node
if "$node" -e 0 2>/dev/null; then
  "$node" "$here/cli/kazasu.ts" checklist --panel "$panel" --panel-height "$panel_height"
else
  echo '  (once the packages are here)'
fi
if [ -n "$dry_run" ]; then step 'That was a dry run: nothing has been changed.'; fi
