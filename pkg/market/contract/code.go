package contract

import (
	"encoding/hex"
	"slices"

	"github.com/ethereum/go-ethereum/crypto"
)

// Code is what a contract's deployed code is recognised by.
type Code struct {
	hash       string // keccak-256 of the code with its immutables zeroed
	immutables []int  // where words of 32 bytes are filled in by the constructor
}

// Is reports whether deployed code is this contract's.
func (c Code) Is(code []byte) bool {
	code = slices.Clone(code)
	for _, at := range c.immutables {
		if len(code) < at+32 {
			return false
		}
		clear(code[at : at+32])
	}
	return hex.EncodeToString(crypto.Keccak256(code)) == c.hash
}
