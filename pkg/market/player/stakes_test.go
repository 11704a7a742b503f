package player

import (
	"context"
	"fmt"
	"math/big"
	"os"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/core/types"

	"github.com/gpuarbiter/gpuarbiter/pkg/market"
)

// A lie is left where gas is dearer than what is won or saved by disproving it, or where games lock too much: half as
// much where a lie costs us nothing, so that the other half is there when one does.
func TestWhatIsDeclined(t *testing.T) {
	const gwei = 1e9
	none := func(context.Context, *market.Challenge) (*big.Int, error) { return nil, nil }
	bounty, bond, reward := big.NewInt(1e16), big.NewInt(2e15), big.NewInt(1e18)
	for name, c := range map[string]struct {
		baseFee, most, locked int64
		stake                 *big.Int
		watches               bool // nothing is ever at stake
		want                  string
	}{
		"cheap gas":                             {baseFee: 5 * gwei},
		"dear gas":                              {baseFee: 10 * gwei, want: tooDear},
		"dear gas, and a reward at stake":       {baseFee: 10 * gwei, stake: reward},
		"gas that eats the reward":              {baseFee: 1010 * gwei, stake: reward, want: tooDear},
		"all is locked":                         {most: 1e16, locked: 9e15, stake: reward, want: tooMany},
		"half is locked, and nothing at stake":  {most: 1e16, locked: 4e15, want: tooMany},
		"half is locked, and nothing claimed":   {most: 1e16, locked: 4e15, stake: new(big.Int), want: tooMany},
		"half is locked, and a reward at stake": {most: 1e16, locked: 4e15, stake: reward},
		"half is locked of a watcher's":         {most: 1e16, locked: 4e15, watches: true},
		"less is locked":                        {most: 1e16, locked: 3e15},
	} {
		p := &Player{Stake: none, opening: map[[32]byte]*big.Int{{1}: big.NewInt(c.locked)}}
		if c.watches {
			p.Stake = nil
		}
		if c.most > 0 {
			p.MaxGameBonds = big.NewInt(c.most)
		}
		if got := p.declines(bounty, bond, c.stake, &types.Header{BaseFee: big.NewInt(c.baseFee)}); got != c.want {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
}

// Every move that was measured takes no more gas than it is sent with where a node does not find out, and so does a
// bitmap of the most examples.
func TestGasOfMovesSuffices(t *testing.T) {
	table, err := os.ReadFile("../../../contracts/gas-dispute.txt")
	if err != nil {
		t.Fatal(err)
	}
	moves := 0
	for _, line := range strings.Split(string(table), "\n") {
		var move string
		var bytes int
		var gas uint64
		if n, _ := fmt.Sscanf(line, "  %s %d %d", &move, &bytes, &gas); n != 3 || strings.Count(line, "-") > 0 || len(strings.Fields(line)) != 3 {
			continue
		}
		if moves++; gas > gasOf(make([]byte, bytes)) {
			t.Errorf("%s of %d bytes: %d gas, sent with %d", move, bytes, gas, gasOf(make([]byte, bytes)))
		}
	}
	if moves < 10 {
		t.Errorf("%d moves are read out of the table", moves)
	}
	if got, want := gasOf(make([]byte, market.MostAsserted/8)), uint64(4_100_000); got < want || got > 1<<24 {
		t.Errorf("a bitmap of %d examples: %d gas, want %d", market.MostAsserted, got, want)
	}
	if got, want := gasOf(make([]byte, 2*32768)), uint64(3_481_668); got < want { // the dearest proof of the table
		t.Errorf("a proof of the widest row: %d gas, want %d", got, want)
	}
}
