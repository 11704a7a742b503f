#!/usr/bin/env bash
# Gets what a Debian lacks for building and testing: gcc and libc's headers as packages, and where its Go is too old for
# go.mod, or none is there, Go from Debian's backports, into bin/.go alone. Says nothing if all is there.
set -Eeuo pipefail
cd "$(dirname "$0")/.."
PATH=$PWD/bin/.go/bin:$PATH
wanted=$(sed -n 's/^go //p' go.mod)
trap 'printf "error: no Go %s or later with a C compiler, and they could not be got\nhint: install Go (https://go.dev/dl), gcc and libc6-dev\n" "$wanted" >&2' ERR

compiles() { echo '#include <stdlib.h>' | "${CC:-gcc}" -E - >/dev/null 2>&1; }
enough() { go list -m >/dev/null 2>&1; } # a Go since 1.21 gets the one that go.mod names, if it may
root() { if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi; }
mirror() { apt-get indextargets --format '$(SITE)' 'Created-By: Packages' 'Label: Debian' | sed -n 1p; }

if ! compiles; then
	echo "needs: apt-get install gcc libc6-dev" >&2
	root apt-get update -qq
	root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends gcc libc6-dev >/dev/null
fi
if ! enough; then
	version=${wanted%.*}
	echo "needs: Go $version from Debian's backports, into bin/.go (45 MB, unpacked 265)" >&2
	[ -n "$(mirror)" ] || root apt-get update -qq
	part=$PWD/bin/.go.part
	rm -rf bin/.go "$part"
	mkdir -p "$part/lists/partial"
	echo "deb [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] $(mirror) trixie-backports main" > "$part/sources.list"
	apt=(apt-get -qq -o APT::Sandbox::User=root -o Dir::Etc::SourceList="$part/sources.list" -o Dir::Etc::SourceParts=-
		-o Dir::State::Lists="$part/lists" -o Dir::Cache="$part")
	"${apt[@]}" update
	env -C "$part" "${apt[@]}" download "golang-$version-go" "golang-$version-src"
	for p in "$part"/*.deb; do dpkg-deb -x "$p" "$part"; done
	ln -s "lib/go-$version/bin" "$part/usr/bin" # golang-go's links are not among these
	mv "$part/usr" bin/.go
	rm -rf "$part"
	hash -r
	go list -m >/dev/null
fi
