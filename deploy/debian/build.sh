#!/usr/bin/env bash
# Builds the Debian package: build.sh VERSION BINARY OUTPUT.deb. The same commit gives the same bytes.
set -euo pipefail
version=${1#v} binary=$2 out=$3
cd "$(dirname "$0")/../.."
export SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-$(git log -1 --format=%ct 2>/dev/null || echo 0)}
# What is no release sorts before all, by its date; a hyphen has a meaning of its own to Debian.
[[ $version =~ ^[0-9]+\.[0-9]+ ]] || version=0~$(date -u -d "@$SOURCE_DATE_EPOCH" +%Y%m%d.%H%M%S)+$version
version=${version//-/+}

root=$(mktemp -d)
trap 'rm -rf "$root"' EXIT
chmod 755 "$root"
file() { install -D -m "$1" "$2" "$root$3"; }
# The package's paths are the distribution's.
unit() { install -d "$root/usr/lib/systemd/system"; sed 's#/usr/local/bin/#/usr/bin/#; s#/usr/local/share/doc#/usr/share/doc#' "deploy/systemd/$1" > "$root/usr/lib/systemd/system/$1"; }

file 755 "$binary" /usr/bin/gpuarbiter
for u in gpuarbiter.service gpuarbiter-helper.service gpuarbiter-helper.socket; do unit "$u"; done
file 644 deploy/debian/sysusers.conf /usr/lib/sysusers.d/gpuarbiter.conf
doc=/usr/share/doc/gpuarbiter
for d in docs/*.md README.md CHANGELOG.md; do file 644 "$d" "$doc/$(basename "$d")"; done
file 644 LICENSE $doc/copyright
file 644 config.example.yaml $doc/examples/config.example.yaml
for e in deploy/systemd/*.conf deploy/prometheus/{alerts,prometheus,alertmanager.example}.yml deploy/grafana/gpuarbiter.json; do file 644 "$e" "$doc/examples/$(basename "$e")"; done
for t in trainers/pytorch/*; do
  case $(basename "$t") in
    test_*|__pycache__) ;;
    train.py) file 755 "$t" "/usr/share/gpuarbiter/$t" ;;
    *) file 644 "$t" "/usr/share/gpuarbiter/$t" ;;
  esac
done
"$binary" config schema > "$root$doc/examples/gpuarbiter.schema.json"
install -d "$root/usr/share/bash-completion/completions" "$root/usr/share/zsh/vendor-completions" "$root/usr/share/fish/vendor_completions.d" "$root/usr/share/man/man1"
"$binary" completion bash > "$root/usr/share/bash-completion/completions/gpuarbiter"
"$binary" completion zsh > "$root/usr/share/zsh/vendor-completions/_gpuarbiter"
"$binary" completion fish > "$root/usr/share/fish/vendor_completions.d/gpuarbiter.fish"
"$binary" man "$root/usr/share/man/man1"
gzip -9n "$root"/usr/share/man/man1/*.1

install -d "$root/DEBIAN"
sed "s/@VERSION@/$version/" deploy/debian/control.in > "$root/DEBIAN/control"
for s in postinst prerm postrm; do install -m 755 "deploy/debian/$s" "$root/DEBIAN/$s"; done
find "$root" -exec touch -h -d "@$SOURCE_DATE_EPOCH" {} +
mkdir -p "$(dirname "$out")"
dpkg-deb --root-owner-group -Zxz --threads-max=1 --build "$root" "$out" >/dev/null
echo "$out: $(dpkg-deb --field "$out" Version), $(stat -c %s "$out") bytes"
