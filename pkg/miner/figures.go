package miner

import (
	"encoding/json"
	"fmt"
	"math"
)

// Largest values that are believed of a pool; anything above is a fault of its API.
const (
	maxCount  = 1e15 // shares
	maxHashes = 1e24 // hashes, hashes per second
)

// numbers checks values and keeps the first fault.
type numbers struct{ err error }

func (p *numbers) fail(field string, value any, why string) {
	if p.err == nil {
		p.err = fmt.Errorf("%s: %.64q %s", field, fmt.Sprint(value), why)
	}
}

func (p *numbers) number(field string, n json.Number, limit float64) float64 {
	v, err := n.Float64()
	if err != nil || math.IsNaN(v) || v < 0 || v > limit {
		p.fail(field, n, fmt.Sprintf("is not a number from 0 to %g", limit))
		return 0
	}
	return v
}

func (p *numbers) count(field string, n json.Number) uint64 {
	v := p.number(field, n, maxCount)
	if v != math.Trunc(v) {
		p.fail(field, n, "is not a whole number")
	}
	return uint64(v)
}
