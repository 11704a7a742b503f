package dispute_test

import (
	"errors"
	"flag"
	"fmt"
	"math/big"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/gpuarbiter/gpuarbiter/pkg/market/dispute"
	"github.com/gpuarbiter/gpuarbiter/pkg/market/dispute/disputetest"
	"github.com/gpuarbiter/gpuarbiter/pkg/model/graph"
	"github.com/gpuarbiter/gpuarbiter/pkg/model/graph/graphtest"
)

func keccak(b []byte) [32]byte { return crypto.Keccak256Hash(b) }

// play plays a game to its end; the claimant from theirs, up to so many moves (-1: all of
// them), the challenger from mine.
func (a *arena) play(id [32]byte, example int, theirs, mine *dispute.Trace, moves int) error {
	for range 40 {
		g := a.at(id)
		var m *dispute.Move
		from := claimant
		if g.Turn == dispute.Choosing {
			from = challenger
			var err error
			if m, err = dispute.Challenge(a.claim, g, mine, a.group(example)); err != nil {
				return err
			}
		} else {
			if m = dispute.Defend(a.theirs, g, theirs); m != nil && moves == 0 {
				a.cfg.Time += window + 1
				from, m = challenger, &dispute.Move{Name: "timeout", Data: abi.PackTimeout(id)}
			}
			moves--
		}
		if m == nil {
			return nil
		}
		if _, err := a.call(from, nil, m.Name, m.Data); err != nil {
			return err
		}
		a.cfg.Time++
	}
	return errors.New("the game does not end")
}

// wrong is an example that the model is wrong about.
func (a *arena) wrong() (example int, honest *dispute.Trace, all []bool) {
	for i := range drawn {
		t, err := a.claim.Trace(a.pixelsOf(i))
		if err != nil {
			a.t.Fatal(err)
		}
		right := graph.Argmax(t.Tensors[len(t.Tensors)-1]) == a.labelOf(i)
		if !right {
			example, honest = i, t
		}
		all = append(all, right)
	}
	return example, honest, all
}

var gamesFlag = flag.Int("games", 1000, "games of random liars against the honest side")

// Whatever a claimant lies about, the honest challenger proves it, and is not out of pocket.
func TestEveryLieIsProven(t *testing.T) {
	games := 0
	for seed := uint64(1); games < *gamesFlag; seed++ {
		n, err := playLiars(t, seed)
		if err != nil {
			t.Fatalf("seed %d: %v", seed, err)
		}
		games += n
	}
	t.Logf("%d games", games)
}

// The same from wherever chance leads.
func FuzzLiars(f *testing.F) {
	f.Add(uint64(1))
	f.Fuzz(func(t *testing.T, seed uint64) {
		if _, err := playLiars(t, seed); err != nil {
			t.Fatal(err)
		}
	})
}

// playLiars plays every kind of lie about one example of a random network, and one in which
// the claimant is silent from some move on.
func playLiars(t *testing.T, seed uint64) (games int, err error) {
	r := rand.New(rand.NewPCG(seed, 12))
	net := graphtest.Random(r)
	var a *arena
	if seed%8 == 0 {
		a = newBlobArena(t, r, net, dispute.NewClaim(net))
	} else {
		a = newArena(t, r, net)
	}
	example, honest, right := a.wrong()
	if honest == nil {
		return 0, nil
	}
	right[example] = true
	if err := a.assert(right); err != nil {
		return 0, err
	}
	asserted := a.cfg.State
	lies := disputetest.Lies(r, net, honest, a.labelOf(example))
	for i := range len(lies) + 1 {
		a.cfg.State, a.moves = asserted.Copy(), nil
		l, silent := lies[min(i, len(lies)-1)], -1
		if i == len(lies) {
			l, silent = lies[r.IntN(len(lies))], r.IntN(4)
		}
		before := a.credit(challenger)
		id, err := a.dispute(example, int64(i))
		if err != nil {
			return 0, err
		}
		if err := a.play(id, example, l.Trace, honest, silent); err != nil {
			return 0, fmt.Errorf("%s in %+v: %w\n%v", l.Name, net.Tensors, err, a.moves)
		}
		if !a.lost() {
			return 0, fmt.Errorf("%s in %+v stands\n%v", l.Name, net.Tensors, a.moves)
		}
		gained := new(big.Int).Sub(a.credit(challenger), before)
		if want := new(big.Int).Div(claimBond, big.NewInt(4)); gained.Cmp(want) <= 0 {
			return 0, fmt.Errorf("the challenger got %v, less than %v", gained, want)
		}
		games++
	}
	return games, nil
}

// Blobs that hold other weights than were committed to lose the claim, whatever example is disputed, and
// be the difference beyond the end.
func TestLiesAboutBlobs(t *testing.T) {
	r := rand.New(rand.NewPCG(91, 92))
	for i := range 24 {
		net := graphtest.Random(r)
		other := append([]byte(nil), net.Weights...)
		if size := graph.Word << graph.Depth(len(other)); i%4 == 0 && size > len(other) {
			other = append(other, make([]byte, size-len(other))...)
			other[len(net.Weights)+r.IntN(size-len(net.Weights))] = 1
		} else {
			other[r.IntN(len(other))] ^= byte(1 + r.IntN(255))
		}
		theirs := dispute.NewClaim(&graph.Network{Tensors: net.Tensors, Weights: other})
		a := newBlobArena(t, r, net, theirs)
		right := make([]bool, drawn)
		right[i%drawn] = true
		if err := a.assert(right); err != nil {
			t.Fatal(err)
		}
		said, err := theirs.Trace(a.pixelsOf(i % drawn))
		if err != nil {
			t.Fatal(err)
		}
		honest, err := a.claim.Trace(a.pixelsOf(i % drawn))
		if err != nil {
			t.Fatal(err)
		}
		id, err := a.dispute(i%drawn, 1)
		if err != nil {
			t.Fatal(err)
		}
		if err := a.play(id, i%drawn, said, honest, -1); err != nil || !a.lost() {
			t.Fatalf("%+v: %v\n%v", net.Tensors, err, a.moves)
		}
	}
}

// Nothing proves a byte wrong that is right, whichever way the challenger goes: so what
// the contract computes is what the forward pass does.
func TestWhatIsRightStands(t *testing.T) {
	r := rand.New(rand.NewPCG(21, 22))
	seen := map[graph.Op]int{}
	for range 40 {
		net := graphtest.Random(r)
		a := newArena(t, r, net)
		if err := a.assert(make([]bool, drawn)); err != nil {
			t.Fatal(err)
		}
		_, _, right := a.wrong()
		for i := range right {
			right[i] = true // said of all; the trace alone counts here
		}
		a = newArena(t, r, net)
		if err := a.assert(right); err != nil {
			t.Fatal(err)
		}
		honest, err := a.claim.Trace(a.pixelsOf(0))
		if err != nil {
			t.Fatal(err)
		}
		for k := range net.Tensors {
			seen[net.Tensors[k].Op] += a.tryToProve(r, k, honest)
		}
	}
	t.Log(seen)
	for op := graph.Input; op <= graph.Logits; op++ {
		if seen[op] < 20 {
			t.Errorf("%v was tried %d times", op, seen[op])
		}
	}
}

// tryToProve goes to a random word of tensor k and tries all its bytes.
func (a *arena) tryToProve(r *rand.Rand, k int, honest *dispute.Trace) (tried int) {
	a.t.Helper()
	tree, net := honest.Trees[k], a.claim.Net
	id, err := a.dispute(0, int64(r.Uint32()))
	if err != nil {
		a.t.Fatal(err)
	}
	word := r.IntN(1 << tree.Depth())
	if r.IntN(2) == 0 { // one that holds something
		word = r.IntN((net.Tensors[k].Size() + graph.Word - 1) / graph.Word)
	}
	says := tree.Nodes(tree.Depth(), word, 1)[0]
	siblings := tree.Siblings(tree.Depth(), word, min(tree.Depth(), 5))
	a.must(claimant, dispute.Defend(a.claim, a.at(id), honest))
	if tree.Depth() == 0 {
		siblings = honest.List.Siblings(honest.List.Depth(), k, honest.List.Depth())
	} else {
		g := a.at(id)
		a.must(challenger, &dispute.Move{Name: "chooseTensor", Data: abi.PackChooseTensor(id, g.Node, a.claim.Facts, a.claim.Header, a.claim.Weights.Root(), big.NewInt(int64(k)))})
		a.must(claimant, dispute.Defend(a.claim, a.at(id), honest))
		for a.at(id).Left > 0 {
			g := a.at(id)
			child := word >> g.Left & (1<<g.Opened - 1)
			a.must(challenger, &dispute.Move{Name: "choose", Data: abi.PackChoose(id, g.Node, big.NewInt(int64(child)))})
			a.must(claimant, dispute.Defend(a.claim, a.at(id), honest))
		}
	}
	g := a.at(id)
	for i := range graph.Word {
		at := word*graph.Word + i
		if net.Tensors[k].Op == graph.Logits && i%4 != 0 && at < net.Tensors[k].Size() {
			continue
		}
		m, err := dispute.Prove(a.claim, g, honest, a.group(0), k, at, says, siblings)
		if err != nil {
			a.t.Fatal(err)
		}
		_, err = a.call(challenger, nil, m.Name, m.Data)
		if !errors.Is(err, errRefused) || !strings.Contains(err.Error(), "NotProven") {
			a.t.Fatalf("tensor %d %+v of %+v, byte %d: %v", k, net.Tensors[k], net.Tensors[net.Tensors[k].A], at, err)
		}
		if at < net.Tensors[k].Size() {
			tried++
		}
	}
	return tried
}

func (a *arena) must(from common.Address, m *dispute.Move) {
	a.t.Helper()
	if m == nil {
		a.t.Fatal("no move")
	}
	if _, err := a.call(from, nil, m.Name, m.Data); err != nil {
		a.t.Fatal(err)
	}
}
