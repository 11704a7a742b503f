#!/usr/bin/env bash
# Writes the Go bindings of the compiled contracts. Usage: bindings.sh ABIGEN OUTDIR
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
write() { # TYPE ABI BIN
  local out=$2/$(echo "$1" | tr '[:upper:]' '[:lower:]').gen.go
  "$abigen" --v2 --abi "$3" ${4:+--bin "$4"} --pkg contract --type "$1" --out "$out"
  chmod 644 "$out"
}
abigen=$1
write Market "$2" "$here/artifacts/Market.abi" "$here/artifacts/Market.bin"
# All evaluators are called alike: one binding for the calls, and the code of each.
write Evaluator "$2" "$here/artifacts/IEvaluator.abi"
# So are both disputes, of which the one in blobs has two calls more.
write Dispute "$2" "$here/artifacts/BlobDispute.abi"
for name in DenseEvaluator Dense4Evaluator CalldataDispute BlobDispute; do
  write "$name" "$2" <(echo '[]') "$here/artifacts/$name.bin"
done
