package dispute_test

import (
	"errors"
	"fmt"
	"math/big"
	"math/rand/v2"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/state"
	"github.com/ethereum/go-ethereum/core/tracing"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/core/vm"
	"github.com/ethereum/go-ethereum/core/vm/runtime"
	"github.com/ethereum/go-ethereum/params"
	"github.com/holiman/uint256"

	"github.com/gpuarbiter/gpuarbiter/pkg/blob"
	"github.com/gpuarbiter/gpuarbiter/pkg/dataset"
	"github.com/gpuarbiter/gpuarbiter/pkg/market/contract"
	"github.com/gpuarbiter/gpuarbiter/pkg/market/dispute"
	"github.com/gpuarbiter/gpuarbiter/pkg/model/graph"
)

const (
	groups   = 64
	drawn    = 8
	window   = 1000
	gasPrice = 1_000_000_000
)

var (
	abi        = contract.NewDispute()
	marketABI  = contract.NewMarket()
	market     = common.HexToAddress("0x1111")
	claimant   = common.HexToAddress("0xaaaa")
	challenger = common.HexToAddress("0xbbbb")
	claimBond  = new(big.Int).Mul(big.NewInt(100_000_000), big.NewInt(gasPrice))
	gameBond   = new(big.Int).Mul(big.NewInt(1_000_000), big.NewInt(gasPrice))
)

// arena is the game's contract in go-ethereum's EVM under the rules of today's
// mainnet, beside a market that answers caseOf with one entry.
type arena struct {
	t    testing.TB
	cfg  *runtime.Config
	game common.Address

	claim   *dispute.Claim
	theirs  *dispute.Claim // as the claimant has it
	program []byte         // what the model was loaded as, in blobs
	data    *dataset.Set
	commit  *dataset.Commitment
	tree    *dataset.Tree
	payload [][]byte
	slots   []int // the group of each example: groups have one
	roots   [][32]byte
	kids    [][32]byte
	gas     map[common.Address]uint64
	moves   []move
}

// move is a transaction that was taken.
type move struct {
	name  string
	bytes int
	gas   uint64
}

func (m move) String() string { return fmt.Sprintf("%-12s %6d bytes %8d gas", m.name, m.bytes, m.gas) }

// newArena has a network and a hold-out of random data in it, all in calldata.
func newArena(t testing.TB, r *rand.Rand, net *graph.Network) *arena {
	t.Helper()
	return newArenaOf(t, r, dataset.Plain, net, dispute.NewClaim(net))
}

// newBlobArena has them in blobs. The claimant has committed to a network of their own, and the blobs hold net.
func newBlobArena(t testing.TB, r *rand.Rand, net *graph.Network, theirs *dispute.Claim) *arena {
	t.Helper()
	a := newArenaOf(t, r, dataset.Blob, net, theirs)
	a.claim.WeightsRoot, a.claim.Blobs = theirs.Weights.Root(), blob.Cut(net.Weights)
	var hashes []byte
	for i := range a.claim.Blobs {
		hash, err := blob.Hash(&a.claim.Blobs[i])
		if err != nil {
			t.Fatal(err)
		}
		hashes = append(hashes, hash[:]...)
	}
	header := graph.Keccak(a.claim.Header)
	a.claim.Facts.ModelHash, a.claim.Facts.Blobs = graph.Keccak(header[:], a.claim.WeightsRoot[:]), graph.Keccak(hashes)
	a.program = append(a.claim.Facts.ModelHash[:], hashes...)
	return a
}

func newArenaOf(t testing.TB, r *rand.Rand, form dataset.Form, net *graph.Network, theirs *dispute.Claim) *arena {
	t.Helper()
	db, err := state.New(types.EmptyRootHash, state.NewDatabaseForTesting())
	if err != nil {
		t.Fatal(err)
	}
	a := &arena{t: t, gas: map[common.Address]uint64{}, theirs: theirs}
	a.cfg = &runtime.Config{ChainConfig: params.MainnetChainConfig, BlockNumber: big.NewInt(30_000_000), Time: 1_790_000_000, State: db, GasLimit: 1 << 40, BaseFee: new(big.Int)}
	bin := contract.CalldataDisputeMetaData.Bin
	if form == dataset.Blob {
		bin = contract.BlobDisputeMetaData.Bin
	}
	code := append(common.FromHex(bin), abi.PackConstructor(big.NewInt(gasPrice))...)
	if _, a.game, _, err = runtime.Create(code, a.cfg); err != nil {
		t.Fatal(err)
	}
	for _, who := range []common.Address{claimant, challenger} {
		db.AddBalance(who, uint256.MustFromBig(new(big.Int).Mul(claimBond, big.NewInt(1000))), tracing.BalanceChangeUnspecified)
	}
	in := net.Tensors[0]
	a.data = &dataset.Set{Shape: dataset.Shape{Channels: in.Channels, Height: in.Height, Width: in.Width}, Classes: net.Classes()}
	for range groups {
		for range in.Size() {
			a.data.Pixels = append(a.data.Pixels, byte(r.Uint32()))
		}
		a.data.Labels = append(a.data.Labels, byte(r.IntN(net.Classes())))
	}
	layout := dataset.Layout{GroupSize: 1, Features: in.Size(), Classes: net.Classes(), Form: form}
	if a.commit, a.payload, err = dataset.Commit(a.data, layout, groups, [32]byte{1}); err != nil {
		t.Fatal(err)
	}
	if a.tree, err = a.commit.Tree(a.payload); err != nil {
		t.Fatal(err)
	}
	a.claim = dispute.NewClaim(net)
	a.claim.Facts = contract.DisputeFacts{
		DatasetHash: a.tree.Root(), Seed: [32]byte{7}, ModelHash: net.Hash(),
		Groups: big.NewInt(groups), GroupSize: big.NewInt(1), Features: big.NewInt(int64(in.Size())), Classes: big.NewInt(int64(net.Classes())),
	}
	for slot := range drawn {
		a.slots = append(a.slots, dataset.Permute(a.claim.Facts.Seed, slot, groups))
	}
	return a
}

// knows lets the market know the entry.
func (a *arena) knows() {
	f := a.claim.Facts
	end := f.ModelHash
	if a.program != nil {
		end = graph.Keccak(a.program)
	}
	out, err := marketABI.GetABI().Methods["caseOf"].Outputs.Pack(contract.IMarketCase{
		Solver: claimant, Status: 3, ModelHash: end, DatasetHash: f.DatasetHash, Seed: f.Seed, Deadline: a.cfg.Time + window, TurnWindow: window,
		Groups: groups, HoldoutGroups: drawn, GroupSize: 1, Features: uint16(f.Features.Uint64()), Classes: uint16(f.Classes.Uint64()),
	})
	if err != nil {
		a.t.Fatal(err)
	}
	// PUSH2 length, PUSH1 15, PUSH0, CODECOPY, PUSH2 length, PUSH0, RETURN, and what is returned
	n := len(out)
	code := append([]byte{0x61, byte(n >> 8), byte(n), 0x60, 12, 0x5f, 0x39, 0x61, byte(n >> 8), byte(n), 0x5f, 0xf3}, out...)
	a.cfg.State.SetCode(market, code, tracing.CodeChangeUnspecified)
}

// pixelsOf and labelOf are a hold-out example's.
func (a *arena) pixelsOf(example int) []byte { return a.example(example)[:a.data.Shape.Features()] }
func (a *arena) labelOf(example int) int     { return int(a.example(example)[a.data.Shape.Features()]) }
func (a *arena) example(example int) []byte  { return a.payload[a.slots[example]] }

func (a *arena) group(example int) dispute.Group {
	g := a.slots[example]
	shown := dispute.Group{Salt: a.commit.Salts[g], Proof: a.tree.Proof(g), Payload: a.payload[g]}
	if a.program != nil {
		shown.Blobs = a.commit.Committed(g, a.payload[g])
	}
	return shown
}

// txGas is what a transaction pays for so much execution and calldata (EIP-7623).
func txGas(data []byte, execution uint64) uint64 {
	tokens := uint64(0)
	for _, b := range data {
		tokens += 4
		if b == 0 {
			tokens -= 3
		}
	}
	return 21_000 + max(4*tokens+execution, 10*tokens)
}

var errRefused = errors.New("refused")

func (a *arena) call(from common.Address, value *big.Int, name string, data []byte) ([]byte, error) {
	if value == nil {
		value = new(big.Int)
	}
	a.cfg.Origin, a.cfg.Value = from, value
	before := len(a.cfg.State.Logs())
	out, left, err := runtime.Call(a.game, data, a.cfg)
	if err != nil {
		if errors.Is(err, vm.ErrExecutionReverted) {
			why, _ := abi.UnpackError(out)
			return nil, fmt.Errorf("%w: %s: %T %x", errRefused, name, why, out)
		}
		return nil, fmt.Errorf("%w: %s: %w", errRefused, name, err)
	}
	gas := txGas(data, a.cfg.GasLimit-left)
	a.gas[from] += gas
	a.moves = append(a.moves, move{name, len(data), gas})
	for _, log := range a.cfg.State.Logs()[before:] {
		if e, err := abi.UnpackListedEvent(log); err == nil {
			a.roots = e.Roots
		}
		if e, err := abi.UnpackOpenedEvent(log); err == nil {
			a.kids = e.Children
		}
	}
	return out, nil
}

// assert claims that the model is right about every example.
func (a *arena) assert(right []bool) error {
	a.claim.Bitmap = dispute.Bitmap(right)
	a.claim.Facts.BitmapHash = common.Hash(keccak(a.claim.Bitmap))
	a.knows()
	_, err := a.call(claimant, claimBond, "assertRight", abi.PackAssertRight(market, big.NewInt(3), big.NewInt(4), a.claim.Bitmap, a.program))
	out, err2 := a.call(claimant, nil, "claimOf", abi.PackClaimOf(market, big.NewInt(3), big.NewInt(4)))
	if err2 != nil {
		a.t.Fatal(err2)
	}
	a.claim.Key = [32]byte(out)
	a.theirs.Key, a.theirs.Facts = a.claim.Key, a.claim.Facts
	return err
}

func (a *arena) dispute(example int, nonce int64) ([32]byte, error) {
	out, err := a.call(challenger, gameBond, "dispute", abi.PackDispute(a.claim.Key, a.claim.Facts, a.claim.Bitmap, big.NewInt(int64(example)), big.NewInt(nonce)))
	if err != nil {
		return [32]byte{}, err
	}
	return [32]byte(out), nil
}

func (a *arena) at(id [32]byte) *dispute.Game {
	a.t.Helper()
	a.cfg.Value = new(big.Int)
	out, _, err := runtime.Call(a.game, abi.PackGetGame(id), a.cfg)
	if err != nil {
		a.t.Fatal(err)
	}
	g, err := abi.UnpackGetGame(out)
	if err != nil {
		a.t.Fatal(err)
	}
	return dispute.At(id, g, a.roots, a.kids)
}

func (a *arena) lost() bool { return a.claimNow().Lost }

func (a *arena) claimNow() contract.DisputeClaim {
	a.t.Helper()
	a.cfg.Value = new(big.Int)
	out, _, err := runtime.Call(a.game, abi.PackGetClaim(a.claim.Key), a.cfg)
	if err != nil {
		a.t.Fatal(err)
	}
	c, err := abi.UnpackGetClaim(out)
	if err != nil {
		a.t.Fatal(err)
	}
	return c
}

// credit is what an account may take out of the contract.
func (a *arena) credit(of common.Address) *big.Int {
	a.cfg.Value = new(big.Int)
	out, _, err := runtime.Call(a.game, abi.PackBalance(of), a.cfg)
	if err != nil {
		a.t.Fatal(err)
	}
	return new(big.Int).SetBytes(out)
}
