package books

import (
	"maps"
	"math/big"
	"slices"
	"time"
)

// Part is a device's part of an amount.
type Part struct {
	Device string
	Amount *big.Int
}

// Split shares an amount out among devices by the time that each has worked for it. The parts
// are whole, and their sum is the amount; a device whose part is nothing has none. Without any
// time nobody has one.
func Split(amount *big.Int, worked map[string]time.Duration) (parts []Part) {
	all := new(big.Int)
	for _, d := range worked {
		all.Add(all, big.NewInt(int64(max(d, 0))))
	}
	if all.Sign() == 0 {
		return nil
	}
	so, given := new(big.Int), new(big.Int)
	for _, device := range slices.Sorted(maps.Keys(worked)) {
		so.Add(so, big.NewInt(int64(max(worked[device], 0))))
		// What has been given up to here is rounded, not each part: so nothing is left over.
		upTo := new(big.Int).Mul(amount, so)
		upTo.Quo(upTo, all)
		if part := new(big.Int).Sub(upTo, given); part.Sign() != 0 {
			parts = append(parts, Part{device, part})
		}
		given = upTo
	}
	return parts
}
