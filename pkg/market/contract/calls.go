package contract

import (
	"bytes"
	"math/big"
)

// Reveal is a call of revealHoldout: groups end to end, from FirstSlot on.
type Reveal struct {
	ID, FirstSlot *big.Int
	Salts, Proofs [][32]byte
	Payloads      []byte
}

// maxCalls bounds how many calls are looked for in one transaction.
const maxCalls = 8

// calls finds the calls of a method in a transaction's data: its own call, or one
// that it hands on to the market through another contract. Anybody can make a
// transaction that emits our events and carries nonsense, so what is found here
// may be anything: none, or not what the event speaks of. What is a call of the method itself is
// no other: the contract reads nothing behind it, where a call that was never made could stand.
func calls(method string, data []byte) (found [][]any) {
	m := NewMarket().abi.Methods[method]
	if own, is := bytes.CutPrefix(data, m.ID); is {
		if args, err := m.Inputs.Unpack(own); err == nil {
			found = append(found, args)
		}
		return found
	}
	for range maxCalls {
		at := bytes.Index(data, m.ID)
		if at < 0 {
			break
		}
		data = data[at+len(m.ID):]
		if args, err := m.Inputs.Unpack(data); err == nil {
			found = append(found, args)
		}
	}
	return found
}

// Reveals finds the calls of revealHoldout in a transaction's data.
func Reveals(data []byte) (found []Reveal) {
	for _, args := range calls("revealHoldout", data) {
		found = append(found, Reveal{args[0].(*big.Int), args[1].(*big.Int), args[2].([][32]byte), args[3].([][32]byte), args[4].([]byte)})
	}
	return found
}

// ModelParts finds the parts that calls of revealModel in a transaction's data carry.
func ModelParts(data []byte) (parts [][]byte) {
	for _, args := range calls("revealModel", data) {
		parts = append(parts, args[2].([]byte))
	}
	return parts
}

// Opening is what a call of claim opens a commitment with.
type Opening struct{ ModelHash, Salt [32]byte }

// Openings finds the calls of claim in a transaction's data.
func Openings(data []byte) (found []Opening) {
	for _, args := range calls("claim", data) {
		found = append(found, Opening{args[2].([32]byte), args[3].([32]byte)})
	}
	return found
}
