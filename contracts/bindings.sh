#!/usr/bin/env bash
# Writes the Go bindings of the compiled contracts. Usage: bindings.sh ABIGEN OUTDIR
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
for name in Market DenseEvaluator Dense4Evaluator ConvEvaluator; do
  out=$2/$(echo "$name" | tr '[:upper:]' '[:lower:]').gen.go
  "$1" --v2 --abi "$here/artifacts/$name.abi" --bin "$here/artifacts/$name.bin" --pkg contract --type "$name" --out "$out"
  chmod 644 "$out"
done
