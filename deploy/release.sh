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
		deploy/debian/build.sh "$version" out/gpuarbiter out/gpuarbiter_amd64.deb &&
		bill out/gpuarbiter out/gpuarbiter.cdx.json)
}
# The bill of materials (SBOM) of a binary, as CycloneDX has it; its time is the commit's.
bill() { # binary file
	GOFLAGS=-mod=mod go run github.com/CycloneDX/cyclonedx-gomod/cmd/cyclonedx-gomod@v1.10.0 bin -json -std -noserial -version "$version" -output "$2" "$1"
	sed -i "s/\"timestamp\": \"[^\"]*\"/\"timestamp\": \"$(date -u -d "@$SOURCE_DATE_EPOCH" +%FT%TZ)\"/" "$2"
}
temp=$(mktemp -d)
trap 'git worktree remove --force "$temp/one" 2>/dev/null; git worktree remove --force "$temp/the-other" 2>/dev/null; rm -rf "$temp"' EXIT
build "$temp/one"
build "$temp/the-other"
for f in gpuarbiter gpuarbiter_amd64.deb gpuarbiter.cdx.json; do
	cmp "$temp/one/out/$f" "$temp/the-other/out/$f"
	cp "$temp/one/out/$f" "$out/"
done
(cd "$out" && sha256sum gpuarbiter gpuarbiter_amd64.deb gpuarbiter.cdx.json > SHA256SUMS)
echo "$out: both builds are the same bytes"
