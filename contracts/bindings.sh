#!/usr/bin/env bash
# Writes the Go bindings of the compiled contracts. Usage: bindings.sh ABIGEN OUTDIR
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
for name in Market DenseEvaluator FreivaldsEvaluator; do
  out=$2/$(echo "$name" | tr '[:upper:]' '[:lower:]').gen.go
  # the type of load's results may exist only once in the package
  alias=(); [ "$name" = DenseEvaluator ] || alias=(--alias load=loadPart)
  "$1" --v2 "${alias[@]}" --abi "$here/artifacts/$name.abi" --bin "$here/artifacts/$name.bin" --pkg contract --type "$name" --out "$out"
  chmod 644 "$out"
done
