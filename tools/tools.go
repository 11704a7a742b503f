//go:build tools

// Package tools pins the programs that build, check and test gpuarbiter; none of them is in the product.
package tools

import (
	_ "github.com/OpenPeeDeeP/depguard/v2/cmd/depguard"
	_ "github.com/ethereum/go-ethereum/cmd/abigen"
	_ "github.com/ethereum/go-ethereum/cmd/geth"
	_ "honnef.co/go/tools/cmd/staticcheck"
)
