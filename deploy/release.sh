#!/usr/bin/env bash
# Builds a release twice, in folders of different names and with nothing compiled before, and compares: release.sh VERSION.
set -euo pipefail
version=$1
cd "$(dirname "$0")/.."
out=out/release
rm -rf "$out" && mkdir -p "$out"
SOURCE_DATE_EPOCH=$(git log -1 --format=%ct)
export SOURCE_DATE_EPOCH
build() { # folder
	git worktree add --quiet --detach "$1" HEAD
	(cd "$1" && GOCACHE="$1-cache" go build -trimpath -buildvcs=false -ldflags "-s -w -buildid= -X main.version=$version" -o out/gpuarbiter ./cmd/gpuarbiter &&
		deploy/debian/build.sh "$version" out/gpuarbiter out/gpuarbiter_amd64.deb)
}
temp=$(mktemp -d)
trap 'git worktree remove --force "$temp/one" 2>/dev/null; git worktree remove --force "$temp/the-other" 2>/dev/null; rm -rf "$temp"' EXIT
build "$temp/one"
build "$temp/the-other"
for f in gpuarbiter gpuarbiter_amd64.deb; do
	cmp "$temp/one/out/$f" "$temp/the-other/out/$f"
	cp "$temp/one/out/$f" "$out/"
done
go version -m "$out/gpuarbiter" > "$out/modules.txt" # what it is built of, with checksums
(cd "$out" && sha256sum gpuarbiter gpuarbiter_amd64.deb modules.txt > SHA256SUMS)
echo "$out: both builds are the same bytes"
