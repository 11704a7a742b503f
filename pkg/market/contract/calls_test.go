package contract_test

import (
	"bytes"
	"encoding/binary"
	"math/big"
	"math/rand/v2"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/gpuarbiter/gpuarbiter/pkg/market/contract"
)

// readable is how many groups of the hold-out a call's data give to whoever reads
// them from the chain: each proven, none twice.
func (g *game) readable(data []byte) (groups map[int]bool) {
	groups = map[int]bool{}
	const depth = 5
	size := len(g.data.payloads[0])
	for _, r := range contract.Reveals(data) {
		if len(r.Proofs) != depth*len(r.Salts) || len(r.Payloads) != size*len(r.Salts) || !r.FirstSlot.IsInt64() {
			continue
		}
		for i := range r.Salts {
			slot := int(r.FirstSlot.Int64()) + i
			if slot < 0 || slot >= int(g.terms.HoldoutGroups) {
				continue
			}
			index := g.slot(slot)
			var word [32]byte
			binary.BigEndian.PutUint64(word[24:], uint64(index))
			node := crypto.Keccak256Hash([]byte{0}, word[:], r.Salts[i][:], r.Payloads[i*size:(i+1)*size])
			for d, sibling := range r.Proofs[i*depth : (i+1)*depth] {
				if index>>d&1 == 0 {
					node = crypto.Keccak256Hash([]byte{1}, node[:], sibling[:])
				} else {
					node = crypto.Keccak256Hash([]byte{1}, sibling[:], node[:])
				}
			}
			if node == common.Hash(g.terms.DatasetHash) {
				groups[slot] = true
			}
		}
	}
	return groups
}

// E1: what the contract accepts as revealed, everybody can read. Before, offsets of
// single groups could be negative for the compiler and were refused by every
// client: a hold-out counted as revealed that no solver could read.
func TestWhatIsAcceptedCanBeRead(t *testing.T) {
	c := newChain(t)
	g := newGame(c, 1)
	g.open(1000)
	p := g.players(g.truth)[0]
	g.drawNow()
	g.commitTo(p.actor, p.bytes)
	g.endCommits()
	whole := g.packReveal(g.piece(0, 4))
	accepted, refused := 0, 0
	check := func(data []byte) {
		t.Helper()
		if c.why(g.owner, nil, data) != "" {
			refused++
			return
		}
		accepted++
		salts := at(data, 4+int(wordAt(data, 2).Int64()))
		first := wordAt(data, 1)
		if read := g.readable(data); int64(len(read)) != salts.Int64() || !read[int(first.Int64())] {
			t.Fatalf("the contract takes %v groups from slot %v, of which %d can be read: %x", salts, first, len(read), data)
		}
	}
	check(whole)
	r := rand.New(rand.NewPCG(1, 2))
	n := 1000
	if testing.Short() {
		n = 400
	}
	for range n {
		check(mutate(r, whole))
	}
	t.Logf("%d mutations accepted, %d refused", accepted, refused)
	if accepted < n/50 || refused < n/50 {
		t.Error("the mutations are too tame or too wild to show anything")
	}
}

// wordAt is argument word i of a call.
func wordAt(data []byte, i int) *big.Int { return at(data, 4+32*i) }

// at is the number at a byte of the data; zero where that lies outside.
func at(data []byte, pos int) *big.Int {
	if pos < 0 || pos+32 > len(data) {
		return new(big.Int)
	}
	return new(big.Int).SetBytes(data[pos : pos+32])
}

// mutate changes what a decoder looks at: offsets (negative ones, shared ones, ones
// that are no multiple of a word), lengths, the order of the tails, what lies
// between and behind them.
func mutate(r *rand.Rand, whole []byte) []byte {
	data := bytes.Clone(whole)
	put := func(i int, v *big.Int) {
		copy(data[4+32*i:4+32*i+32], common.LeftPadBytes(new(big.Int).And(v, new(big.Int).Sub(new(big.Int).Lsh(big.NewInt(1), 256), big.NewInt(1))).Bytes(), 32))
	}
	for range 1 + r.IntN(2) {
		head := 2 + r.IntN(3) // an offset
		switch r.IntN(8) {
		case 0: // the tail moved behind all, at any alignment
			from := int(wordAt(data, head).Int64())
			if from < 0 || 4+from > len(data) {
				continue
			}
			tail := bytes.Clone(data[4+from:])
			data = append(data, make([]byte, r.IntN(70))...)
			put(head, big.NewInt(int64(len(data)-4)))
			data = append(data, tail...)
		case 1: // negative, or beyond 64 bits
			put(head, new(big.Int).Neg(big.NewInt(int64(32*r.IntN(40)))))
		case 2:
			put(head, new(big.Int).Lsh(big.NewInt(1), uint(60+r.IntN(196))))
		case 3: // one tail for two
			put(head, wordAt(data, 2+r.IntN(3)))
		case 4: // junk behind
			data = append(data, make([]byte, r.IntN(100))...)
		case 5: // cut short
			data = data[:len(data)-r.IntN(40)]
		case 6: // fewer groups: all lengths fit, tails hold more than is read
			k := int64(1 + r.IntN(4))
			size := wordAt(whole, int(wordAt(whole, 4).Int64())/32).Int64() / 4
			for i, length := range []int64{k, 5 * k, size * k} {
				if at := int(wordAt(whole, 2+i).Int64()) / 32; 4+32*at+32 <= len(data) {
					put(at, big.NewInt(length))
				}
			}
		case 7: // a byte anywhere
			data[4+r.IntN(len(data)-4)] ^= byte(1 << r.IntN(8))
		}
	}
	return data
}
