package player

import (
	"encoding/binary"
	"math/big"
	"slices"
	"testing"

	"github.com/ethereum/go-ethereum/core/types"
	"pgregory.net/rapid"

	"github.com/gpuarbiter/gpuarbiter/pkg/market"
	"github.com/gpuarbiter/gpuarbiter/pkg/market/dispute"
)

// link is a block of a chain that is made up: what is over in it stays so in those on top of it.
type link struct {
	header *types.Header
	over   bool
}

// Whatever blocks a chain takes back, and whenever it is looked at: what is remembered for good has been over
// for as many blocks as can be taken back, and what is over for good is remembered in the end.
func TestWhatIsRememberedStaysSo(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m, name, made := memory[int]{}, [32]byte{1}, uint64(0)
		chain := []link{{&types.Header{Number: new(big.Int)}, false}}
		highest := 0 // block that there ever was: what lies deeper than can be taken back below it stays
		tip := func() link { return chain[len(chain)-1] }
		mine := func(n int, over bool) {
			for range n {
				made++
				h := &types.Header{Number: big.NewInt(int64(len(chain))), Extra: binary.BigEndian.AppendUint64(nil, made)}
				chain = append(chain, link{h, over || tip().over})
			}
			highest = max(highest, len(chain)-1)
		}
		stands := func(b block) bool {
			return b.number < uint64(len(chain)) && chain[b.number].header.Hash() == b.hash
		}
		look := func() {
			if _, final := m.final(name); final {
				return
			}
			if !tip().over {
				delete(m, name)
				return
			}
			m.over(name, 7, tip().header, stands)
			if _, final := m.final(name); final && !chain[len(chain)-1-market.ReorgBlocks].over {
				t.Fatalf("remembered for good at block %d, though it is over only since fewer than %d blocks", len(chain)-1, market.ReorgBlocks)
			}
		}
		t.Repeat(map[string]func(*rapid.T){
			"mine": func(t *rapid.T) { mine(rapid.IntRange(1, 40).Draw(t, "blocks"), false) },
			"end":  func(t *rapid.T) { mine(1, true) },
			"take back": func(t *rapid.T) {
				n := rapid.IntRange(1, market.ReorgBlocks).Draw(t, "blocks")
				if ended := slices.IndexFunc(chain, func(l link) bool { return l.over }); ended > 0 && rapid.Bool().Draw(t, "the end") {
					n = len(chain) - ended
				}
				n = min(n, len(chain)-1, len(chain)-1-(highest-market.ReorgBlocks))
				if _, final := m.final(name); final && !chain[len(chain)-1-n].over {
					t.Fatalf("remembered for good, and %d blocks undo it", n)
				}
				chain = chain[:len(chain)-n]
			},
			"look": func(*rapid.T) { look() },
		})
		mine(1, true)
		look()
		mine(market.ReorgBlocks, false)
		look() // may find that the block is gone at which it was over first
		mine(market.ReorgBlocks, false)
		look()
		if what, final := m.final(name); !final || what != 7 {
			t.Fatalf("%d, remembered %v", what, final)
		}
	})
}

// No more is remembered than may be.
func TestMemoryIsBounded(t *testing.T) {
	m, head := memory[int]{}, &types.Header{Number: new(big.Int)}
	for i := range uint64(3 * mostRemembered) {
		m.over([32]byte(binary.BigEndian.AppendUint64(make([]byte, 24), i)), 0, head, nil)
		if len(m) > mostRemembered {
			t.Fatalf("%d are remembered", len(m))
		}
	}
}

// Moves of different games are different transactions, however much of the games' names is alike.
func TestGamesAreNotMistaken(t *testing.T) {
	list := &dispute.Move{Name: "list"}
	for i := range 32 {
		a, b := game{}, game{}
		b.id[i] = 1
		if moveKey("k", a, list) == moveKey("k", b, list) {
			t.Errorf("games whose names differ in byte %d are one", i)
		}
	}
}
