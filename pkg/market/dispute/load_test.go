package dispute_test

import (
	"errors"
	"math/big"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/ethereum/go-ethereum/common"

	"github.com/gpuarbiter/gpuarbiter/pkg/market/contract"
	"github.com/gpuarbiter/gpuarbiter/pkg/market/dispute"
	"github.com/gpuarbiter/gpuarbiter/pkg/model/graph"
	"github.com/gpuarbiter/gpuarbiter/pkg/model/graph/graphtest"
)

var evaluatorABI = contract.NewEvaluator()

// load gives the contract a model's parts, and says whether it has taken the whole of it.
func (a *arena) load(parts [][]byte, hash [32]byte, features, classes int) (done bool, err error) {
	return a.loadIn(graph.MaxWork, parts, hash, features, classes)
}

// loadIn does so where each example has to be computed in so many nanoseconds.
func (a *arena) loadIn(time int, parts [][]byte, hash [32]byte, features, classes int) (done bool, err error) {
	digest := hash
	for i, p := range parts {
		out, err := a.call(claimant, nil, "load", evaluatorABI.PackLoad(big.NewInt(int64(time)), digest, i == 0, p, big.NewInt(int64(features)), big.NewInt(int64(classes))))
		if err != nil {
			return false, err
		}
		v, err := evaluatorABI.UnpackLoad(out)
		if err != nil {
			return false, err
		}
		digest, done = v.Next, v.Done
	}
	return done && digest == hash, nil
}

// Models of one part and of several are taken, and no other bytes under their hash.
func TestTheContractTakesModels(t *testing.T) {
	r := rand.New(rand.NewPCG(51, 52))
	wide := graphtest.Fill(r, &graph.Network{Tensors: []graph.Tensor{{Op: graph.Input, Channels: 1, Height: 30, Width: 30}, {Op: graph.Dense, A: 0, Channels: 145}, {Op: graph.Logits, A: 1, Channels: 4}}})
	a := newArena(t, r, wide)
	nets := []*graph.Network{wide, graphtest.ResNet20(r), graphtest.Residual(r)}
	for range 20 {
		nets = append(nets, graphtest.Random(r))
	}
	for _, n := range nets {
		parts, hash := n.Parts(), n.Hash()
		if done, err := a.load(parts, hash, n.Inputs(), n.Classes()); err != nil || !done {
			t.Fatalf("%d tensors, %d parts: %v, %v", len(n.Tensors), len(parts), done, err)
		}
		if done, err := a.loadIn(n.Work(), parts, hash, n.Inputs(), n.Classes()); err != nil || !done {
			t.Errorf("just in time: %v, %v", done, err)
		}
		if done, err := a.loadIn(n.Work()-1, parts, hash, n.Inputs(), n.Classes()); !errors.Is(err, errRefused) {
			t.Errorf("a nanosecond too late: %v, %v", done, err)
		}
		if done, err := a.load(parts, hash, n.Inputs()+1, n.Classes()); !errors.Is(err, errRefused) {
			t.Errorf("another number of inputs: %v, %v", done, err)
		}
		if done, err := a.load(parts, hash, n.Inputs(), n.Classes()+1); !errors.Is(err, errRefused) {
			t.Errorf("another number of classes: %v, %v", done, err)
		}
		for range 8 { // any other byte, in any part
			changed := make([][]byte, len(parts))
			for i := range parts {
				changed[i] = append([]byte(nil), parts[i]...)
			}
			p := changed[r.IntN(len(changed))]
			p[r.IntN(len(p))] ^= byte(1 << r.IntN(8))
			if done, err := a.load(changed, hash, n.Inputs(), n.Classes()); done && err == nil {
				t.Fatalf("%d tensors, %d parts: other bytes are taken", len(n.Tensors), len(parts))
			}
		}
		if done, _ := a.load(parts[1:], hash, n.Inputs(), n.Classes()); done {
			t.Error("a model without its first part is taken")
		}
	}
}

// The contract takes a header exactly if the format does.
func TestTheContractKnowsHeaders(t *testing.T) {
	r := rand.New(rand.NewPCG(61, 62))
	a := newArena(t, r, graphtest.Residual(r))
	taken := 0
	for range 3000 {
		n := graphtest.Random(r)
		header := n.Header()
		for range r.IntN(3) {
			header[4+r.IntN(len(header)-4)] = byte(r.IntN(12))
		}
		parsed, size, err := graph.ParseHeader(header)
		weights := make([]byte, min(size, graph.PartBytes))
		if err != nil {
			weights = n.Weights // of what it was before
		} else if size > graph.PartBytes {
			continue
		}
		other := graph.Network{Tensors: n.Tensors, Weights: weights}
		inputs, classes := n.Inputs(), n.Classes()
		if err == nil {
			other.Tensors = parsed.Tensors
			inputs, classes = parsed.Inputs(), parsed.Classes()
		}
		root := graph.NewTree(weights).Root()
		first := graph.Keccak(header)
		hash := graph.Keccak(first[:], root[:])
		part := append(append(append(append([]byte(nil), header...), 0, 0), hash[:]...), weights...)
		done, callErr := a.load([][]byte{part}, hash, inputs, classes)
		if got := done && callErr == nil; got != (err == nil) {
			t.Fatalf("header %x: the format says %v, the contract %v, %v", header, err, done, callErr)
		} else if got {
			taken++
		}
	}
	t.Logf("%d of 3000 were headers", taken)
	if taken < 500 || taken > 2500 {
		t.Error("the test tries one side alone")
	}
}

// A network that nobody could compute in time is refused, by the format and by the contract.
func TestWorkHasABound(t *testing.T) {
	r := rand.New(rand.NewPCG(71, 72))
	a := newArena(t, r, graphtest.Residual(r))
	for channels, want := range map[int]bool{32: true, 64: false} {
		n := &graph.Network{Tensors: []graph.Tensor{
			{Op: graph.Input, Channels: 512, Height: 64, Width: 64},
			{Op: graph.Conv, A: 0, Channels: channels, Kernel: 7, Stride: 1, Pad: 3, Groups: 1},
			{Op: graph.Max, A: 1, Kernel: 16, Stride: 16},
			{Op: graph.Logits, A: 2, Channels: 2},
		}}
		size, err := n.Layout()
		if got := err == nil; got != want {
			t.Errorf("%d channels: the format says %v", channels, err)
		}
		if err != nil { // laid out as if nothing were wrong: the contract alone is asked
			n.Tensors[1].Height, n.Tensors[1].Width = 64, 64
			n.Tensors[2].Channels, n.Tensors[2].Height, n.Tensors[2].Width = channels, 4, 4
			n.Tensors[3].Height, n.Tensors[3].Width = 1, 1
			n.Tensors[3].Offset = channels * (5 + 49*512)
			size = n.Tensors[3].Offset + 2*(5+16*channels)
		}
		n.Weights = make([]byte, size)
		_, err = a.load(n.Parts()[:1], n.Hash(), n.Inputs(), 2)
		if got := err == nil; got != want {
			t.Errorf("%d channels: the contract says %v", channels, err)
		}
	}
}

// Models in blobs are taken with the transactions that carry their blobs, and with no others; what is left is their program.
func TestTheContractTakesModelsInBlobs(t *testing.T) {
	r := rand.New(rand.NewPCG(81, 82))
	large := graphtest.Fill(r, &graph.Network{Tensors: []graph.Tensor{{Op: graph.Input, Channels: 1, Height: 40, Width: 100}, {Op: graph.Dense, A: 0, Channels: 200}, {Op: graph.Logits, A: 1, Channels: 4}}})
	for _, n := range []*graph.Network{large, graphtest.ResNet20(r), graphtest.Residual(r)} {
		a := newBlobArena(t, r, n, dispute.NewClaim(n))
		parts, program, err := n.BlobParts()
		if err != nil {
			t.Fatal(err)
		}
		load := func(change func(k int, part []byte, carried []common.Hash) ([]byte, []common.Hash)) (done bool, end [32]byte, err error) {
			end, carried := n.Hash(), 0
			for k, p := range parts {
				var hashes []common.Hash
				for range p.Blobs {
					hashes = append(hashes, program.Blobs[carried])
					carried++
				}
				data := p.Data
				if change != nil {
					data, hashes = change(k, slices.Clone(data), hashes)
				}
				a.cfg.BlobHashes = hashes
				out, err := a.call(claimant, nil, "load", evaluatorABI.PackLoad(big.NewInt(int64(n.Work())), end, k == 0, data, big.NewInt(int64(n.Inputs())), big.NewInt(int64(n.Classes()))))
				if err != nil {
					return false, end, err
				}
				v, err := evaluatorABI.UnpackLoad(out)
				if err != nil {
					return false, end, err
				}
				end, done = v.Next, v.Done
			}
			return done, end, nil
		}
		done, end, err := load(nil)
		if err != nil || !done || end != graph.Keccak(program.Bytes()) {
			t.Fatalf("%d parts: %t, %v", len(parts), done, err)
		}
		last := len(parts) - 1
		for what, change := range map[string]func(k int, part []byte, carried []common.Hash) ([]byte, []common.Hash){
			"no blob": func(_ int, part []byte, _ []common.Hash) ([]byte, []common.Hash) { return part, nil },
			"one too many": func(k int, part []byte, carried []common.Hash) ([]byte, []common.Hash) {
				if k == last {
					carried = append(carried, common.Hash{1})
				}
				return part, carried
			},
			"another root": func(_ int, part []byte, carried []common.Hash) ([]byte, []common.Hash) {
				part[len(n.Header())+graph.Word]++
				return part, carried
			},
			"a byte more": func(_ int, part []byte, carried []common.Hash) ([]byte, []common.Hash) {
				return append(part, 0), carried
			},
			"another one before": func(k int, part []byte, carried []common.Hash) ([]byte, []common.Hash) {
				if k == last {
					part = append(part, make([]byte, graph.Word)...)
				}
				return part, carried
			},
		} {
			if done, _, err := load(change); !errors.Is(err, errRefused) {
				t.Errorf("%s, %d parts: %t, %v", what, len(parts), done, err)
			}
		}
		in, err := graph.ParseBlobPart(parts[last].Data, program.Blobs[len(program.Blobs)-len(parts[last].Blobs):])
		if err != nil || in.Fill(a.claim.Blobs) != nil || in.Net.Hash() != n.Hash() || !slices.Equal(in.Blobs, program.Blobs) {
			t.Errorf("%d parts are read back as another model: %v", len(parts), err)
		}
	}
}

// A group of the hold-out counts as revealed by a transaction that carries its blob.
func TestTheContractSeesBlobs(t *testing.T) {
	r := rand.New(rand.NewPCG(83, 84))
	n := graphtest.Residual(r)
	a := newBlobArena(t, r, n, dispute.NewClaim(n))
	hashes := []common.Hash{{1}, {2}, {3}}
	for _, c := range []struct {
		payload, carried []common.Hash
		want             bool
	}{
		{hashes[2:], hashes, true}, {hashes[:1], hashes[:1], true}, {hashes[2:], hashes[:2], false}, {[]common.Hash{{}}, hashes, false}, {[]common.Hash{{}}, nil, false},
		{hashes, hashes, true}, {hashes[1:], hashes, true}, {hashes[:2], hashes, true}, {hashes, hashes[:2], false}, {[]common.Hash{hashes[0], hashes[2]}, hashes, false}, {[]common.Hash{hashes[2], {}}, hashes, false},
	} {
		a.cfg.BlobHashes = c.carried
		var payload []byte
		for _, hash := range c.payload {
			payload = append(payload, hash[:]...)
		}
		out, err := a.call(claimant, nil, "checkGroup", evaluatorABI.PackCheckGroup(payload, big.NewInt(3), big.NewInt(2), big.NewInt(1)))
		if err != nil {
			t.Fatal(err)
		}
		if got, err := evaluatorABI.UnpackCheckGroup(out); err != nil || got != c.want {
			t.Errorf("%x beside %d blobs: %t, %v", payload, len(c.carried), got, err)
		}
	}
}
