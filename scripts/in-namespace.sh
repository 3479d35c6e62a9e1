#!/bin/sh
# Runs a command where it can have a PC/SC service of its own: private processes, network and /run/pcscd.
# Nothing outside is touched, and everything the command leaves behind ends with it.
#
#   scripts/in-namespace.sh COMMAND [ARGUMENT...]
#
# With KAZASU_COUNT_UPLINK=1 there is also a way out that leads nowhere: what is sent there is counted and said at the end, and
# is a failure. Without it nobody could even try.
#
# Ends with the status of the command. Needs unshare (util-linux) and ip (iproute2), and either root or a kernel that
# lets everybody make user namespaces.
set -eu

if [ $# -eq 0 ]; then
  echo "usage: $0 COMMAND [ARGUMENT...]" >&2
  exit 64
fi
for tool in unshare ip; do
  if ! command -v "$tool" >/dev/null; then
    echo "$0: $tool is missing (Debian packages: util-linux, iproute2)" >&2
    exit 69
  fi
done

# The driver of the virtual reader writes each message in two pieces. Without "quickack" the second piece waits for the
# delayed acknowledgement of the first, which adds 40 ms to every command (Nagle's algorithm, RFC 896).
#
# The shell that runs this stays as the first process: it collects orphans, and when it ends the kernel ends the rest.
inside='
  set -eu
  ip link set lo up
  for loopback in 127.0.0.0/8 127.0.0.1; do
    ip route replace local "$loopback" dev lo table local proto kernel scope host src 127.0.0.1 quickack 1
  done
  if [ ! -d /run/pcscd ]; then
    mount -t tmpfs tmpfs /run
    mkdir /run/pcscd
  fi
  mount -t tmpfs tmpfs /run/pcscd
  export KAZASU_PRIVATE_NAMESPACE=1
  if [ -n "${KAZASU_COUNT_UPLINK:-}" ]; then
    mount -t sysfs sysfs /sys
    ip link add uplink type veth peer name nowhere
    for each in uplink nowhere; do echo 1 > "/proc/sys/net/ipv6/conf/$each/disable_ipv6"; done
    ip link set nowhere up
    ip address add 192.0.2.2/24 dev uplink
    ip link set uplink up
    ip neighbour add 192.0.2.1 lladdr 02:00:00:00:00:01 dev uplink
    ip route add default via 192.0.2.1
    # Questions for names would go to a server on this machine, and not be counted.
    echo nameserver 192.0.2.1 > /run/pcscd/resolv.conf
    mount --bind /run/pcscd/resolv.conf "$(readlink -f /etc/resolv.conf)"
  fi
  set +e
  "$@"
  status=$?
  if [ -n "${KAZASU_COUNT_UPLINK:-}" ]; then
    packets=$(cat /sys/class/net/uplink/statistics/tx_packets)
    echo "$packets packets to anything but this machine" >&2
    [ "$packets" -eq 0 ] || status=1
  fi
  exit "$status"
'
options='--mount --net --pid --fork --mount-proc --kill-child'
[ "$(id -u)" -eq 0 ] || options="$options --map-root-user"

# In the background, because unshare itself ignores SIGTERM and SIGINT while it waits. Descriptor 3 keeps the standard
# input, which a shell takes away from what it runs in the background.
exec 3<&0
# shellcheck disable=SC2086 # the options are meant to be split
unshare $options sh -c "$inside" in-namespace "$@" <&3 3<&- &
namespace=$!
trap 'kill -KILL "$namespace"' INT TERM HUP

status=0
wait "$namespace" || status=$?
exit "$status"
