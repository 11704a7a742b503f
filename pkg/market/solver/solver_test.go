package solver

import (
	"context"
	"crypto/ecdsa"
	"encoding/json"
	"errors"
	"fmt"
	"math/big"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"
	"go.uber.org/zap"

	"github.com/gpuarbiter/gpuarbiter/pkg/dataset"
	"github.com/gpuarbiter/gpuarbiter/pkg/evaluator"
	"github.com/gpuarbiter/gpuarbiter/pkg/market"
	"github.com/gpuarbiter/gpuarbiter/pkg/market/beacon"
	"github.com/gpuarbiter/gpuarbiter/pkg/market/chain"
	"github.com/gpuarbiter/gpuarbiter/pkg/market/organiser"
	"github.com/gpuarbiter/gpuarbiter/pkg/market/txmgr"
	"github.com/gpuarbiter/gpuarbiter/pkg/model"
	"github.com/gpuarbiter/gpuarbiter/pkg/model/modeltest"
	"github.com/gpuarbiter/gpuarbiter/test/devnet"
)

type wallet struct{ *ecdsa.PrivateKey }

func newWallet(t *testing.T) wallet {
	t.Helper()
	k, err := crypto.GenerateKey()
	if err != nil {
		t.Fatal(err)
	}
	return wallet{k}
}

func (w wallet) Address() common.Address { return crypto.PubkeyToAddress(w.PublicKey) }

func (w wallet) SignTx(tx *types.Transaction, id *big.Int) (*types.Transaction, error) {
	return types.SignTx(tx, types.LatestSignerForChainID(id), w.PrivateKey)
}

// shelf keeps records as the real store does: as JSON.
type shelf[T any] struct {
	mu   sync.Mutex
	all  map[string][]byte
	key  func(T) string
	fail error
}

func newShelf[T any](key func(T) string) *shelf[T] {
	return &shelf[T]{all: map[string][]byte{}, key: key}
}

func (s *shelf[T]) Put(v T) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.fail != nil {
		return s.fail
	}
	b, err := json.Marshal(v)
	s.all[s.key(v)] = b
	return err
}

func (s *shelf[T]) All() (all []T, err error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, b := range s.all {
		var v T
		if err := json.Unmarshal(b, &v); err != nil {
			return nil, err
		}
		all = append(all, v)
	}
	return all, nil
}

// stage is a chain with a market, an organiser and a solver.
type stage struct {
	*testing.T
	node      *devnet.Node
	market    common.Address
	organiser *organiser.Organiser
	wallet    wallet // the solver's
	solver    *Solver
	attempts  *shelf[Attempt]
	intents   *shelf[txmgr.Intent]

	running  atomic.Pointer[Solver] // nil: none
	mu       sync.Mutex
	payments map[string]Payment
	jammed   bool // the ledger takes nothing
}

// pace lets the chain's time pass: a second for each block, and a block only when the
// solver, if there is one, has looked at the one before twice. However busy the
// machine is, no deadline comes before the solver could have acted.
func (s *stage) pace(ctx context.Context) {
	for ctx.Err() == nil {
		_ = chain.Sleep(ctx, 100*time.Millisecond)
		for looks, tries := 0, 0; looks < 2 && tries < 500 && ctx.Err() == nil; tries++ {
			solver := s.running.Load()
			if solver == nil {
				break
			}
			before := solver.State().At
			for range 100 {
				if _ = chain.Sleep(ctx, 10*time.Millisecond); !solver.State().At.Equal(before) || s.running.Load() != solver {
					looks++
					break
				}
			}
		}
		if ctx.Err() == nil && s.node.Mine(0) != nil {
			return
		}
	}
}

func newStage(t *testing.T) *stage {
	owner, solver := newWallet(t), newWallet(t)
	node, err := devnet.Embedded(devnet.Options{Accounts: []common.Address{owner.Address(), solver.Address()}, Manual: true})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(node.Stop)
	// ahead of every wall clock, so that a block is a second after its parent
	if err := node.Mine(24 * time.Hour); err != nil {
		t.Fatal(err)
	}
	s := &stage{T: t, node: node, wallet: solver, payments: map[string]Payment{}}
	ctx, cancel := context.WithCancel(t.Context())
	paced := make(chan struct{})
	go func() { defer close(paced); s.pace(ctx) }()
	t.Cleanup(func() { cancel(); <-paced })
	s.attempts = newShelf(func(a Attempt) string { return a.Key })
	s.intents = newShelf(func(in txmgr.Intent) string { return in.Key })
	chain := market.New("dev", node.ChainID, []string{node.URL}, common.Address{})
	s.organiser = organiser.New(chain, s.manager(chain, owner, newShelf(func(in txmgr.Intent) string { return in.Key })))
	if s.market, _, err = s.organiser.Deploy(t.Context(), "deploy", organiser.Rules{MinWindow: 2, MinBond: big.NewInt(1e15), MinDrawDelay: 2, GasPrice: big.NewInt(1e9)}); err != nil {
		t.Fatal(err)
	}
	chain.Drop()
	chain = market.New("dev", node.ChainID, []string{node.URL}, s.market)
	chain.Blobs = beacon.New([]string{node.Beacon}, nil)
	t.Cleanup(chain.Drop)
	s.organiser.Market, s.organiser.Poll = chain, 50*time.Millisecond
	return s
}

func (s *stage) manager(c *market.Market, w wallet, intents txmgr.Store) *txmgr.Manager {
	m, err := txmgr.New(new(big.Int).SetUint64(s.node.ChainID), c.Backend(), w, intents, txmgr.Options{Poll: 100 * time.Millisecond})
	if err != nil {
		s.Fatal(err)
	}
	return m
}

// solve runs the solver until stop.
func (s *stage) solve() (stop func()) {
	chain := market.New("dev", s.node.ChainID, []string{s.node.URL}, s.market)
	chain.Blobs = beacon.New([]string{s.node.Beacon}, nil)
	var err error
	s.solver, err = New(Config{
		Market: chain, Tx: s.manager(chain, s.wallet, s.intents), Attempts: s.attempts, Log: zap.NewNop(), Poll: 50 * time.Millisecond, Margin: time.Second,
		Fetch: func(context.Context, *market.Challenge) (string, dataset.Shape, error) {
			return "bundle", dataset.Shape{}, nil
		},
		Accept: func(*market.Challenge) string { return "" },
		Pay: func(p Payment) bool {
			s.mu.Lock()
			defer s.mu.Unlock()
			if !s.jammed {
				p.Wei = new(big.Int).Set(p.Wei)
				s.payments[p.ID] = p
			}
			return !s.jammed
		},
	})
	if err != nil {
		s.Fatal(err)
	}
	ctx, cancel := context.WithCancel(s.Context())
	done := make(chan struct{})
	s.running.Store(s.solver)
	go func() { defer close(done); s.solver.Run(ctx) }()
	return func() { s.running.Store(nil); cancel(); <-done; chain.Drop() }
}

// status is the solver's view of a challenge.
func (s *stage) status(id uint64) Status {
	for _, c := range s.solver.State().Challenges {
		if c.Challenge.ID == id {
			return c
		}
	}
	return Status{}
}

// await waits until the attempt is in a state and settled as wanted.
func (s *stage) await(id uint64, what string, ok func(Attempt) bool) Attempt {
	s.Helper()
	for end := time.Now().Add(5 * time.Minute); !s.Failed(); time.Sleep(50 * time.Millisecond) {
		a := s.status(id).Attempt
		if ok(a) {
			return a
		}
		if time.Now().After(end) {
			s.Errorf("challenge %d is not %s: %+v, fault %q", id, what, a, s.solver.State().Fault)
		}
	}
	s.FailNow()
	return Attempt{}
}

// holdout is a data set that a network knows by heart, or one of pure chance.
func holdout(t *testing.T, n *model.Network, known bool) (*dataset.Commitment, [][]byte) {
	t.Helper()
	r := rand.New(rand.NewPCG(5, 6))
	set := &dataset.Set{Shape: dataset.Shape{Channels: 1, Height: 1, Width: 12}, Classes: 3, Pixels: modeltest.Pixels(r, 12*360)}
	e := model.NewEvaluator(n)
	for i := range 360 {
		label := byte(r.IntN(3))
		if known {
			label = byte(e.Classify(set.Pixels[12*i : 12*i+12]))
		}
		set.Labels = append(set.Labels, label)
	}
	com, payloads, err := dataset.Commit(set, dataset.Layout{GroupSize: 12, Features: 12, Classes: 3}, 30, [32]byte{9})
	if err != nil {
		t.Fatal(err)
	}
	return com, payloads
}

func (s *stage) create(com *dataset.Commitment, name string) uint64 {
	s.Helper()
	evaluator, err := s.organiser.Market.EvaluatorFor(s.Context(), evaluator.Dense)
	if err != nil {
		s.Fatal(err)
	}
	terms := market.Terms{
		DatasetHash: com.Root, Groups: 30, HoldoutGroups: 4, GroupSize: 12, Features: 12, Classes: 3, DrawDelay: 2, Evaluator: evaluator,
		AccuracyThreshold: big.NewInt(40), OrganiserBond: big.NewInt(4e15), CommitBond: big.NewInt(1e15), TokenPrice: new(big.Int), ClaimBond: big.NewInt(2e15),
		CommitWindow: 20, RevealWindow: 20, ClaimWindow: 10, TurnWindow: 40, DataURI: "file:///none",
	}
	id, err := organiser.New(s.organiser.Market, s.organiser.Tx).Create(s.Context(), name, terms, big.NewInt(1e17))
	if err != nil {
		s.Error(err)
	}
	return id
}

// together does n things at once; blocks come slowly.
func together(n int, f func(int)) {
	var wg sync.WaitGroup
	for i := range n {
		wg.Go(func() { f(i) })
	}
	wg.Wait()
}

// must carries an organiser's step out.
func (s *stage) must(what string, err error) {
	s.Helper()
	if err != nil {
		s.Errorf("%s: %v", what, err)
	}
}

// mailbox deploys a contract that hands on to the market what follows the first
// n bytes that it is called with, and returns how to call it.
func (s *stage) mailbox(n int) func(junk, call []byte) txmgr.Call {
	s.Helper()
	from := []byte{0x61, byte(n >> 8), byte(n)} // PUSH2 n
	code := slices.Concat(
		from, []byte{0x36, 0x03, 0x80}, // CALLDATASIZE, SUB, DUP1: the size
		from, []byte{0x5f, 0x37}, // PUSH2 n, PUSH0, CALLDATACOPY(0, n, size)
		[]byte{0x5f, 0x5f, 0x91, 0x5f, 0x5f},          // PUSH0 PUSH0 SWAP2 PUSH0 PUSH0: out 0, 0; in size, 0; value 0
		[]byte{0x73}, s.market[:], []byte{0x5a, 0xf1}, // PUSH20 market, GAS, CALL
		[]byte{0x60, 0, 0x57},                // PUSH1 end, JUMPI
		[]byte{0x5f, 0x5f, 0xfd, 0x5b, 0x00}, // REVERT; end: JUMPDEST, STOP
	)
	code[len(code)-7] = byte(len(code) - 2) // PUSH1 end
	deploy := append([]byte{0x60, byte(len(code)), 0x80, 0x60, 0x0a, 0x5f, 0x39, 0x5f, 0xf3, 0x00}, code...)
	r, err := s.organiser.Tx.Wait(s.Context(), fmt.Sprintf("mailbox/%d", n), txmgr.Call{Data: deploy})
	if s.must("mailbox", err); err != nil {
		return nil
	}
	return func(junk, call []byte) txmgr.Call {
		if len(junk) > n {
			s.Fatalf("%d bytes of junk", len(junk))
		}
		return txmgr.Call{To: &r.ContractAddress, Data: slices.Concat(junk, make([]byte, n-len(junk)), call)}
	}
}

// Three challenges at once: one is won though somebody fills the chain with
// misleading calls; of one the organiser reveals nothing; of one our model is
// not good enough. In the end all our money is back, and the ledger knows.
func TestSolver(t *testing.T) {
	s := newStage(t)
	ctx, o := t.Context(), s.organiser
	network := modeltest.Dense(rand.New(rand.NewPCG(1, 2)), 12, 8, 3)
	raw, err := network.Marshal()
	s.must("marshal", err)
	artifact := filepath.Join(t.TempDir(), "model.gaq")
	s.must("write", os.WriteFile(artifact, raw, 0o600))
	before, err := o.Market.Balance(ctx, s.wallet.Address())
	s.must("balance", err)

	good, goodData := holdout(t, network, true)
	chance, chanceData := holdout(t, network, false)
	ids := make([]uint64, 3)
	var send func(junk, call []byte) txmgr.Call
	together(4, func(i int) {
		if i == 3 {
			send = s.mailbox(512)
			return
		}
		ids[i] = s.create([]*dataset.Commitment{good, good, chance}[i], fmt.Sprintf("create/%d", i))
	})
	if s.Failed() {
		s.FailNow()
	}
	won, silent, hard := ids[0], ids[1], ids[2]
	stop := s.solve()
	together(3, func(i int) {
		if err := organiser.New(o.Market, o.Tx).Draw(ctx, fmt.Sprintf("draw/%d", i), ids[i], 50*time.Millisecond); err != nil {
			t.Errorf("draw %d: %v", ids[i], err)
		}
	})
	for _, id := range []uint64{won, silent, hard} {
		key := market.ChallengeKey("dev", id)
		s.await(id, "ready for training", func(a Attempt) bool { return a.Bundle != "" && s.status(id).Obstacle == "" })
		s.solver.TrainingBegan(ctx, key)
		s.solver.Trained(ctx, key, artifact, 1, 1)
	}
	for _, id := range []uint64{won, silent, hard} {
		s.await(id, "committed", func(a Attempt) bool { return a.State == Committed })
	}
	// A daemon that is stopped and started again goes on where it was.
	stop()
	stop = s.solve()
	defer func() { stop() }()

	s.must("wait", o.WaitFor(ctx, won, market.PhaseReveal))
	s.must("wait", o.WaitFor(ctx, hard, market.PhaseReveal)) // drawn in another block, perhaps
	together(2, func(i int) {
		if i == 0 {
			s.must("reveal", organiser.New(o.Market, o.Tx).Reveal(ctx, "reveal/hard", hard, chance, chanceData))
			return
		}
		s.mislead(won, send)
		s.must("reveal", o.Reveal(ctx, "reveal/won", won, good, goodData))
	})

	paid := s.await(won, "paid", func(a Attempt) bool { return a.State == Paid && a.Withdrawn })
	if paid.Claim != 48 || paid.Right != 48 || paid.RewardWei != "100000000000000000" {
		t.Errorf("%+v", paid)
	}
	if a := s.await(silent, "over", func(a Attempt) bool { return a.Withdrawn }); a.State != Expired || a.Reason != "hold-out not revealed" || !a.Settled {
		t.Errorf("%+v", a)
	}
	if a := s.await(hard, "over", func(a Attempt) bool { return a.Withdrawn }); a.State != Beaten || a.Claim >= 40 || !a.Settled {
		t.Errorf("%+v", a)
	}
	for seen, looks := s.solver.State().At, 0; looks < 2; time.Sleep(20 * time.Millisecond) {
		if at := s.solver.State().At; !at.Equal(seen) { // gas is booked by the look after the receipt
			seen, looks = at, looks+1
		}
	}
	stop()
	stop = func() {}
	s.checkMoney(before, []uint64{won, silent, hard})
}

// mislead tries to reveal through contracts, in transactions that say something
// else or hide what they say: what an organiser or a rival would do so that we
// cannot read the hold-out. The market does not let them.
func (s *stage) mislead(id uint64, send func(junk, call []byte) txmgr.Call) {
	s.Helper()
	abi := s.organiser.Market.ABI
	n := new(big.Int).SetUint64(id)
	nothing := abi.PackRevealHoldout(n, new(big.Int), nil, nil, nil)
	negative := new(big.Int).SetUint64(1<<63 + 1)
	junk := [][]byte{
		nil,
		abi.PackRevealHoldout(n, negative, [][32]byte{{1}}, nil, []byte{1}),
		abi.PackRevealHoldout(n, new(big.Int), nil, [][32]byte{{}}, []byte{1}),
	}
	together(len(junk), func(i int) {
		r, err := s.organiser.Tx.Wait(s.Context(), fmt.Sprintf("mislead/%d", i), send(junk[i], nothing))
		if !errors.Is(err, txmgr.ErrRevert) {
			s.Errorf("call %d through a contract: %+v, %v", i, r, err)
		}
	})
}

// checkMoney compares the wallet with the ledger: everything came back but gas,
// and the reward and a share of the slashed bond came besides.
func (s *stage) checkMoney(before *big.Int, ids []uint64) {
	s.Helper()
	after, err := s.organiser.Market.Balance(s.Context(), s.wallet.Address())
	s.must("balance", err)
	credit, err := s.organiser.Market.Credit(s.Context(), s.wallet.Address())
	s.must("credit", err)
	if credit.Sign() != 0 {
		s.Errorf("%v wei are left in the contract", credit)
	}
	sums := map[string]*big.Int{"gas": new(big.Int), "bond": new(big.Int), "reward": new(big.Int)}
	s.mu.Lock()
	defer s.mu.Unlock()
	total := new(big.Int)
	for _, p := range s.payments {
		sums[p.Kind].Add(sums[p.Kind], p.Wei)
		total.Add(total, p.Wei)
	}
	if gained := new(big.Int).Sub(after, before); gained.Cmp(total) != 0 {
		s.Errorf("the wallet gained %v wei, the ledger says %v", gained, total)
	}
	// of the silent organiser's bond the terms' commit bond came, 1e15; the entry that
	// could not claim forfeited half of what it had paid, a fiftieth of the reward
	if sums["reward"].Int64() != 1e17 || sums["bond"].Sign() != 0 || sums["gas"].Sign() >= 0 {
		s.Errorf("reward %v, bonds %v, gas %v", sums["reward"], sums["bond"], sums["gas"])
	}
	for _, id := range ids {
		key := market.ChallengeKey("dev", id)
		gas := new(big.Int)
		for _, p := range s.payments {
			if p.Key == key && p.Kind == "gas" {
				gas.Sub(gas, p.Wei)
			}
		}
		if a := s.status(id).Attempt; a.GasWei != gas.String() {
			s.Errorf("%s: %s wei for gas, the ledger says %v", key, a.GasWei, gas)
		}
	}
}

// A step that fails is its own attempt's trouble; news that cannot be stored
// is taken in later. No chain is needed for that.
func TestSolverKeepsNews(t *testing.T) {
	attempts := newShelf(func(a Attempt) string { return a.Key })
	s, err := New(Config{Market: market.New("dev", 1, nil, common.Address{}), Attempts: attempts, Log: zap.NewNop()})
	if err != nil {
		t.Fatal(err)
	}
	raw, err := modeltest.Dense(rand.New(rand.NewPCG(1, 2)), 12, 3).Marshal()
	if err != nil {
		t.Fatal(err)
	}
	artifact := filepath.Join(t.TempDir(), "model.gaq")
	if err := os.WriteFile(artifact, raw, 0o600); err != nil {
		t.Fatal(err)
	}
	for key := range 3 {
		k := market.ChallengeKey("dev", uint64(key))
		s.adopt(Attempt{Key: k, Chain: "dev", ID: uint64(key), State: Training, Need: 40, Points: 48})
		s.known[uint64(key)] = &market.Challenge{Chain: "dev", ID: uint64(key), Target: evaluator.Dense, Terms: market.Terms{Groups: 30, HoldoutGroups: 4, GroupSize: 12, Features: 12, Classes: 3, CommitBond: big.NewInt(10)}}
		s.known[uint64(key)].Reward, s.known[uint64(key)].AccuracyThreshold = big.NewInt(100), big.NewInt(40)
	}
	attempts.fail = errors.New("no space left on device")
	s.untold = []trainedModel{
		{key: "dev/0", artifact: artifact, validation: 0.9, chance: 0.9}, {key: "dev/1", artifact: artifact, validation: 0.8, chance: 0.01}, {key: "dev/2", artifact: artifact + "x", validation: 1, chance: 1},
	}
	s.retell()
	if a := s.attempts["dev/0"]; a.State != Training || len(s.untold) != 3 {
		t.Fatalf("%+v, %d untold", a, len(s.untold))
	}
	attempts.fail = nil
	s.retell()
	for key, want := range map[string]AttemptState{"dev/0": Ready, "dev/1": Abandoned, "dev/2": Abandoned} {
		if a := s.attempts[key]; a.State != want {
			t.Errorf("%+v, want %s", a, want)
		}
	}
	if a := s.attempts["dev/0"]; common.Hash(a.ModelHash) != crypto.Keccak256Hash(raw) || len(a.Salt) != 32 || len(s.untold) != 0 {
		t.Errorf("%+v", a)
	}
	s.untold = []trainedModel{{key: "dev/0", artifact: "other", validation: 1}, {key: "dev/9", validation: 1}}
	s.retell()
	// it is kept where no later training writes
	kept := s.attempts["dev/0"].Artifact
	if err := os.Remove(artifact); err != nil {
		t.Fatal(err)
	}
	if b, err := os.ReadFile(kept); err != nil || !slices.Equal(b, raw) || kept == artifact {
		t.Errorf("%s: %v", kept, err)
	}
	if a := s.attempts["dev/0"]; a.Artifact != kept || len(a.Salt) != 32 {
		t.Errorf("a model that is committed to was replaced: %+v", a)
	}
}
