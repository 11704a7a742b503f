#!/bin/sh
# Plants each fault of test/sim/planted in a copy of the tree and lets the simulation look for
# it. Ends with 1 if one is not found. Usage: test/sim/planted.sh [BEGINNING OF A NAME...]
set -u
cd "$(dirname "$0")/../.." || exit 2
copy=$(mktemp -d) || exit 2
trap 'rm -rf "$copy"' EXIT
mkdir -p "$copy/test"
cp -r go.mod go.sum pkg "$copy/" && cp -r test/sim "$copy/test/" || exit 2
disk=$(test -w /dev/shm && echo /dev/shm || echo /tmp)
missed=0
for patch in test/sim/planted/*.patch; do
	name=$(basename "$patch" .patch)
	wanted=$(test $# -eq 0 && echo yes)
	for begins in "$@"; do
		case $name in "$begins"*) wanted=yes ;; esac
	done
	test "$wanted" || continue
	git -C "$copy" apply "$PWD/$patch" || exit 2
	begin=$(date +%s)
	words=$(cd "$copy" && TMPDIR=$disk go test -count=1 -timeout 20m -run TestSimulate ./test/sim -seeds 12 -days 3 2>&1)
	if [ $? -eq 0 ]; then
		missed=$((missed + 1))
		printf '%-46s NOT FOUND\n' "$name"
	else
		found=$(printf '%s\n' "$words" | grep -m1 -o 'after [0-9hms.]*: .*\|panic: .*\|deadlock.*' | cut -c1-110)
		printf '%-46s found in %3d s: %s\n' "$name" $(($(date +%s) - begin)) "$found"
	fi
	git -C "$copy" apply -R "$PWD/$patch" || exit 2
done
exit $((missed > 0))
