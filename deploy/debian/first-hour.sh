#!/usr/bin/env bash
# docs/FIRST-HOUR.md, walked in a Debian of its own with a stopwatch: first-hour.sh DEB [RELEASE]. As root, with debootstrap
# and Go. Somebody who may use sudo types what the page shows, into a terminal of 80 columns, and uses no editor. It fails where
# a command does, or where the first decision is not there within five minutes of the first command.
#
# Not as on a rig: the cards are simulated; prices, pools and miners are stand-ins (test/standin/hour), since nothing but Debian's
# packages is to be reached; no systemd runs in a chroot, so that the unit's command is started by hand.
#
# What the terminal showed is kept in OUT (out/first-hour/RELEASE). PICTURES=FOLDER makes docs/FIRST-HOUR.md's pictures of it
# (node, chromium, npm ci in test/faults/page). MIRROR is where Debian comes from, if not from its own servers.
set -euo pipefail
cd "$(dirname "$(readlink -f "$0")")/../.."
deb=$1 release=${2:-bookworm} limit=300
out=${OUT:-out/first-hour/$release}
page=127.0.0.1:9820 away=127.0.9.1 # the rig's page; where the stand-ins serve
rm -rf "$out" && mkdir -p "$out"
if (: > "/dev/tcp/${page/:/\/}") 2>/dev/null; then echo "another rig's page is at $page; stop it first"; exit 1; fi

root=$(mktemp -d)
leave() {
	kill $(jobs -p) 2>/dev/null || true
	wait || true
	for m in proc dev; do if mountpoint -q "$root/$m"; then umount -l "$root/$m"; fi; done
	rm -rf --one-file-system "$root"
}
trap leave EXIT
chmod 755 "$root" # others than root live in it
debootstrap --variant=minbase --include=systemd,sudo,ca-certificates "$release" "$root" ${MIRROR:+"$MIRROR"} >"$out/debootstrap"
mount -t proc proc "$root/proc"
mount --rbind /dev "$root/dev" && mount --make-rslave "$root/dev" # what is unmounted there stays here

# A machine with a name of its own, and this one's way to Debian's packages.
inside=(unshare --uts bash -c 'echo rig1 >/proc/sys/kernel/hostname; exec chroot "$@"' _ "$root")
{ echo "127.0.1.1 rig1"; cat /etc/hosts; } > "$root/etc/hosts"
[ -e "$root/etc/resolv.conf" ] || cp -L /etc/resolv.conf "$root/etc/resolv.conf"
apt-config dump | grep -iE '^Acquire::https?::' > "$root/etc/apt/apt.conf.d/90way" || true
# A bar that stays on the screen's last line makes no good transcript.
echo 'Binary::apt::DPkg::Progress-Fancy "0";' > "$root/etc/apt/apt.conf.d/91plain"
"${inside[@]}" useradd --create-home --shell /bin/bash you
echo 'you ALL=(ALL) NOPASSWD: ALL' > "$root/etc/sudoers.d/you"
cp "$deb" "$root/home/you/gpuarbiter_amd64.deb"

# Everything outside the rig, under the names that it knows.
CGO_ENABLED=0 go build -trimpath -o "$out/hour" ./test/standin/hour
"$out/hour" "$out/ca.crt" "$away" &
until [ -s "$out/ca.crt" ]; do kill -0 $! || exit 1; sleep 0.1; done
for name in api.coingecko.com whattomine.com api.frankfurter.dev {rvn,etc,erg}.2miners.com; do echo "$away $name"; done >> "$root/etc/hosts"
cp "$out/ca.crt" "$root/usr/local/share/ca-certificates/first-hour.crt"
"${inside[@]}" update-ca-certificates >/dev/null 2>&1

began=${EPOCHREALTIME/[.,]/}
passed() { local t=$((${EPOCHREALTIME/[.,]/} - began)); printf '%d.%d' $((t / 1000000)) $((t / 100000 % 10)); }
note() { printf '%7s s  %s\n' "$(passed)" "$1" | tee -a "$out/clock.txt"; }

# typed TRANSCRIPT [QUESTION ANSWER]...: types each answer once its question is there.
typed() {
	local transcript=$1 seen=0
	shift
	while [ $# -gt 0 ]; do
		for _ in $(seq 600); do tail -c "+$((seen + 1))" "$transcript" | grep -qF -- "$1" && break; sleep 0.1; done
		seen=$(stat -c %s "$transcript")
		printf '%s\r' "$2"
		shift 2
	done
}

# walk NAME COMMAND [QUESTION ANSWER]...: what the reader does, and the stopwatch after it.
declare -A at
mkfifo "$out/keys" && exec 3<>"$out/keys" # a keyboard that stays: at its end a terminal would show ^@
walk() {
	local name=$1 command=$2 transcript="$out/$1.txt" typist
	shift 2
	printf '$ %s\r\n' "$command" > "$transcript"
	typed "$transcript" "$@" >&3 & typist=$!
	if ! "${inside[@]}" runuser -u you -- env -C /home/you TERM=xterm-256color LANG=C.UTF-8 \
		script -qefc "stty cols 80 rows 50; $command" /dev/null <&3 >> "$transcript"; then
		cat "$transcript"
		echo "first-hour.sh: that failed, after $(passed) s"
		exit 1
	fi
	kill $typist 2>/dev/null || true
	at[$name]=$(passed)
	note "$command"
}

# 1. Install
walk update "sudo apt update"
walk install "sudo apt install ./gpuarbiter_amd64.deb" "[Y/n]" Y
# 2. Configure. The first address of ETC lacks a digit.
walk init "sudo gpuarbiter config init --simulated" "kilowatt-hour" "0.29 EUR" "ERG" "" \
	"ETC" 0x00000000000000000000000000000000000dEa "ETC is to be paid" 0x000000000000000000000000000000000000dEaD "RVN" RXBurnXXXXXXXXXXXXXXXXXXXXXXWUo9FV
# 3. Install the miners
walk miners "sudo gpuarbiter miner list"
walk check "sudo gpuarbiter config check"
install -D "$out/hour" "$root/opt/t-rex/t-rex"
install -D "$out/hour" "$root/opt/lolMiner/lolMiner"
# 4. Check
walk online "sudo gpuarbiter config check --online"
# 5. See what it would do, then let it
explained() { "${inside[@]}" gpuarbiter explain 2>/dev/null | grep -q "$1"; }
# await WORDS: until explain has them; the daemon is $!.
await() {
	until explained "$1"; do
		kill -0 $! 2>/dev/null || { cat "$out/daemon.log"; exit 1; }
		[ $((${EPOCHREALTIME/[.,]/} - began)) -lt $((limit * 1000000)) ] || { cat "$out/daemon.log"; echo "no device $1 within $limit s"; exit 1; }
		sleep 0.2
	done
}
service=("${inside[@]}" setpriv --reuid gpuarbiter --regid gpuarbiter --clear-groups env -C /var/lib/gpuarbiter HOME=/var/lib/gpuarbiter)
"${service[@]}" gpuarbiter run --dry-run >"$out/daemon.log" 2>&1 & dry=$!
await "switches to mine"
note "sudo -u gpuarbiter gpuarbiter run --dry-run"
walk dry "sudo gpuarbiter explain 0" # in another terminal
kill $dry && wait $dry
walk enable "sudo systemctl enable gpuarbiter-helper.socket gpuarbiter" # as for --now:
read -ra start <<<"$(sed -n 's/^ExecStart=//p' "$root/usr/lib/systemd/system/gpuarbiter.service")"
"${service[@]}" "${start[@]}" >"$out/daemon.log" 2>&1 &
await "runs mine"
first=$(passed)
note "THE FIRST DECISION: cards mine"
[ "${first%.*}" -lt $limit ] || { echo "that is more than $limit s"; exit 1; }
for _ in $(seq 100); do [ "$("${inside[@]}" gpuarbiter status | grep -c "H/s, [1-9]")" = 8 ] && break; sleep 0.2; done # shares come
walk status "sudo gpuarbiter status"
walk explain "sudo gpuarbiter explain 0"
# 6. Measure: twenty seconds behind two minutes of warming up.
walk bench "sudo gpuarbiter bench --device 0 --coin RVN --for 20s"
# And then
walk ledger "sudo gpuarbiter ledger"
walk day "sudo gpuarbiter ledger --by day --since 7d"
walk report "sudo gpuarbiter report --month $(date -u +%Y-%m) -o month.html"
walk wallet "sudo gpuarbiter wallet new"
echo "$release: $first s from the first command to the first decision; $limit are allowed"

[ -n "${PICTURES:-}" ] || exit 0
# picture NAME WALK[:FIRST:LAST]...: of what these walks showed, with the stopwatch after the last of them.
picture() {
	local name=$1 last=${*: -1}
	shift
	node deploy/debian/terminal.mjs "you@rig1, ${at[${last%%:*}]} s after the first command" "${@/#/$out/}" > "$PICTURES/first-hour-$name.svg"
}
picture install install:1:11
picture init init
picture check check online
picture explain status explain
picture bench bench day
node test/faults/page/photo.mjs "http://$page/" "$PICTURES/first-hour-page.png"
