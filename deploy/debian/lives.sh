#!/usr/bin/env bash
# The package's lives in a Debian of its own: lives.sh OLD.deb NEW.deb [RELEASE]. As root, with debootstrap. There is no
# systemd in it: the rig is started by hand, and what systemd would do is not seen.
set -euo pipefail
old=$(readlink -f "$1") new=$(readlink -f "$2") release=${3:-bookworm}
root=${LIVES_ROOT:-$(mktemp -d)}
chmod 755 "$root" # the rig's user lives in it, too
[ -x "$root/bin/bash" ] || debootstrap --variant=minbase "$release" "$root" >/dev/null
cp "$old" "$root/tmp/old.deb" && cp "$new" "$root/tmp/new.deb"
mountpoint -q "$root/proc" || mount -t proc proc "$root/proc"
mountpoint -q "$root/dev" || { mount --rbind /dev "$root/dev" && mount --make-rslave "$root/dev"; } # what is unmounted there stays here
trap 'umount -l "$root/proc" "$root/dev"; [ -n "${LIVES_ROOT:-}" ] || rm -rf --one-file-system "$root"' EXIT

cat > "$root/tmp/lives" <<'IN'
set -euo pipefail
export DEBIAN_FRONTEND=noninteractive
say() { echo "== $*"; }
say install
dpkg --force-depends -i /tmp/old.deb
id gpuarbiter
[ "$(stat -c '%U %G %a' /var/lib/gpuarbiter)" = "gpuarbiter gpuarbiter 700" ]
[ "$(stat -c '%U %G %a' /etc/gpuarbiter)" = "root gpuarbiter 2750" ]
gpuarbiter version
say the first hour
SECONDS=0
gpuarbiter config init --simulated --tariff 0.29 --currency EUR --wallet RVN=RXBurnXXXXXXXXXXXXXXXXXXXXXXWUo9FV
gpuarbiter wallet new
gpuarbiter wallet show
gpuarbiter config check
[ "$(stat -c '%U %G %a' /etc/gpuarbiter/config.yaml)" = "root gpuarbiter 640" ]
[ "$(stat -c '%U %G %a' /etc/gpuarbiter/keystore/solver.json)" = "root gpuarbiter 640" ]
[ "$(stat -c '%U %a' /etc/gpuarbiter/wallet.password)" = "root 600" ]
# What the unit hands over as a credential.
install -d -o gpuarbiter /run/credentials
install -o gpuarbiter -m 400 /etc/gpuarbiter/wallet.password /run/credentials/wallet-password
CREDENTIALS_DIRECTORY=/run/credentials setpriv --reuid gpuarbiter --regid gpuarbiter --clear-groups gpuarbiter run --config /etc/gpuarbiter/config.yaml >/tmp/log 2>&1 &
rig=$!
trap 'kill $rig 2>/dev/null || true' EXIT
decided() { gpuarbiter explain >/tmp/explained 2>/dev/null && grep -q "RTX 4090" /tmp/explained; }
for _ in $(seq 100); do decided && break; sleep 0.2; done
decided || { cat /tmp/log; exit 1; }
say "the first decision after $SECONDS s"
say upgrade, with the rig at work
dpkg --force-depends -i /tmp/new.deb
kill -0 $rig
gpuarbiter status >/dev/null
[ -e /etc/gpuarbiter/config.yaml ]
kill $rig
wait $rig || true
say remove
dpkg -r gpuarbiter
[ ! -e /usr/bin/gpuarbiter ]
[ -e /etc/gpuarbiter/config.yaml ] && [ -e /var/lib/gpuarbiter/gpuarbiter.db ]
say purge
dpkg -P gpuarbiter
[ ! -e /etc/gpuarbiter/config.yaml ] && [ -e /etc/gpuarbiter/keystore/solver.json ] && [ -e /var/lib/gpuarbiter/gpuarbiter.db ]
[ ! -e /usr/lib/systemd/system/gpuarbiter.service ]
say all four lives
IN
chroot "$root" /bin/bash /tmp/lives
