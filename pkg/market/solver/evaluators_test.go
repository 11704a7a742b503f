package solver

import (
	"errors"
	"fmt"
	"math/big"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum"
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
	"github.com/gpuarbiter/gpuarbiter/pkg/model/graph"
	"github.com/gpuarbiter/gpuarbiter/pkg/model/graph/graphtest"
	"github.com/gpuarbiter/gpuarbiter/pkg/model/modeltest"

	"github.com/gpuarbiter/gpuarbiter/test/race"
)

// contest is a challenge on one of the evaluators, and a model for it.
type contest struct {
	target   evaluator.Target
	net      model.Integer
	size     int // of a group
	com      *dataset.Commitment
	payloads [][]byte
	artifact string
	id       uint64
}

func newContest(t *testing.T, target evaluator.Target, net model.Integer, size int) *contest {
	t.Helper()
	r := rand.New(rand.NewPCG(7, 8))
	features := net.Inputs()
	set := &dataset.Set{Shape: dataset.Shape{Channels: 1, Height: 1, Width: features}, Classes: net.Classes(), Pixels: modeltest.Pixels(r, 30*size*features)}
	e := net.Counter()
	for i := range 30 * size {
		set.Labels = append(set.Labels, byte(model.Largest(e.Logits(set.Example(i)))))
	}
	c := &contest{target: target, net: net, size: size, artifact: filepath.Join(t.TempDir(), "model.gaq")}
	var err error
	layout := dataset.Layout{GroupSize: size, Features: features, Classes: net.Classes(), Form: target.Form()}
	if c.com, c.payloads, err = dataset.Commit(set, layout, 30, [32]byte{9}); err != nil {
		t.Fatal(err)
	}
	raw, err := net.Marshal()
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(c.artifact, raw, 0o600); err != nil {
		t.Fatal(err)
	}
	return c
}

// twoParts is a network that travels in two parts.
func twoParts(r *rand.Rand) *graph.Network {
	return graphtest.Fill(r, &graph.Network{Tensors: []graph.Tensor{{Op: graph.Input, Channels: 1, Height: 1, Width: 600}, {Op: graph.Dense, A: 0, Channels: 115}, {Op: graph.Logits, A: 1, Channels: 3}}})
}

// newToken deploys an ERC-20 of which the organiser has a million units.
func (s *stage) newToken() (token common.Address) {
	s.Helper()
	code, err := os.ReadFile("../contract/testdata/TestToken.hex")
	s.must("token", err)
	r, err := s.organiser.Tx.Wait(s.Context(), "token", txmgr.Call{Data: common.FromHex(strings.TrimSpace(string(code)))})
	if s.must("token", err); err != nil {
		s.FailNow()
	}
	// mint(address,uint256)
	data := append(crypto.Keccak256([]byte("mint(address,uint256)"))[:4], append(common.LeftPadBytes(s.organiser.Tx.Address().Bytes(), 32), common.LeftPadBytes(big.NewInt(1e6).Bytes(), 32)...)...)
	_, err = s.organiser.Tx.Wait(s.Context(), "mint", txmgr.Call{To: &r.ContractAddress, Data: data})
	s.must("mint", err)
	return r.ContractAddress
}

// held is how much of a token an account has.
func (s *stage) held(token, by common.Address) int64 {
	s.Helper()
	client, err := s.organiser.Market.Client(s.Context())
	s.must("client", err)
	data := append(crypto.Keccak256([]byte("balanceOf(address)"))[:4], common.LeftPadBytes(by.Bytes(), 32)...)
	out, err := client.CallContract(s.Context(), ethereum.CallMsg{To: &token, Data: data}, nil)
	s.must("balanceOf", err)
	return new(big.Int).SetBytes(out).Int64()
}

// A challenge on each evaluator is won by a solver, whatever has to be sent for
// it; anyone can read the model back and replay the whole challenge. One of the
// rewards is in a token.
func TestSolverOnEveryEvaluator(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	contests := []*contest{
		newContest(t, evaluator.Dense4, modeltest.DenseOf(model.Bits4, r, 30, 9, 4), 32),
		newContest(t, evaluator.Dense, modeltest.Dense(r, 600, 110, 3), 12),
		newContest(t, evaluator.Dispute, twoParts(r), 2),
	}
	if race.Enabled { // the node is some twenty times as slow
		contests = contests[:1]
	} else {
		contests = append(contests, newContest(t, evaluator.BlobDispute, graphtest.Random(r), 2))
	}
	s := newStage(t)
	ctx, o := t.Context(), s.organiser
	token := s.newToken()
	together(len(contests), func(i int) {
		c := contests[i]
		reward, in := big.NewInt(1e17), market.Ether
		if i == 0 {
			reward, in = big.NewInt(700_000), token
		}
		evaluator, err := o.Market.EvaluatorFor(ctx, c.target)
		s.must("evaluator", err)
		c.id, err = organiser.New(o.Market, o.Tx).Create(ctx, "create/"+string(c.target), market.Terms{
			DatasetHash: c.com.Root, Groups: 30, HoldoutGroups: 3, GroupSize: uint16(c.size), Features: uint16(c.net.Inputs()), Classes: uint16(c.net.Classes()),
			DrawDelay: 2, Evaluator: evaluator, AccuracyThreshold: big.NewInt(int64(3*c.size - 2)),
			OrganiserBond: big.NewInt(4e15), CommitBond: big.NewInt(1e15), TokenPrice: new(big.Int), ClaimBond: big.NewInt(2e15),
			CommitWindow: 20, RevealWindow: 40, ClaimWindow: 10, TurnWindow: 60, DataURI: "file:///none", Token: in,
		}, reward)
		s.must("create", err)
	})
	if s.Failed() {
		s.FailNow()
	}
	foreign := market.New("dev", s.node.ChainID, []string{s.node.URL}, token)
	defer foreign.Close()
	if _, err := foreign.Head(ctx); !errors.Is(err, chain.ErrForeignCode) {
		t.Errorf("another contract in the market's place: %v", err)
	}
	stop := s.solve()
	defer stop()
	together(len(contests), func(i int) {
		c := contests[i]
		s.must("draw", organiser.New(o.Market, o.Tx).Draw(ctx, "draw/"+string(c.target), c.id, 50*1e6))
	})
	for _, c := range contests {
		s.await(c.id, "ready for training", func(a Attempt) bool { return a.Bundle != "" && s.status(c.id).Obstacle == "" })
		s.solver.TrainingBegan(ctx, market.ChallengeKey("dev", c.id))
		s.solver.Trained(ctx, market.ChallengeKey("dev", c.id), c.artifact, 1, 1)
	}
	together(len(contests), func(i int) {
		c := contests[i]
		s.must("wait", o.WaitFor(ctx, c.id, market.PhaseReveal))
		s.must("reveal", organiser.New(o.Market, o.Tx).Reveal(ctx, "reveal/"+string(c.target), c.id, c.com, c.payloads))
	})
	for _, c := range contests {
		a := s.await(c.id, "paid", func(a Attempt) bool { return a.State == Paid })
		if a.Claim != 3*c.size || a.Right != 3*c.size {
			t.Errorf("%s: %+v", c.target, a)
		}
		s.replayed(c, a.Entry)
	}
	if got := s.held(token, s.wallet.Address()); got != 700_000 || s.held(token, s.market) != 0 || s.held(token, o.Tx.Address()) != 300_000 {
		t.Errorf("the solver holds %d tokens", got)
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if p := s.payments[market.ChallengeKey("dev", contests[0].id)+"/reward"]; p.Token != token || p.Wei.Int64() != 700_000 {
		t.Errorf("booked %+v", p)
	}
}

// replayed reads the model back from the chain and verifies every step.
func (s *stage) replayed(c *contest, entry uint64) {
	s.Helper()
	chain := s.organiser.Market
	ch, err := chain.Challenge(s.Context(), c.id)
	s.must("challenge", err)
	if ch.Target != c.target {
		s.Errorf("%s is taken for %q", c.target, ch.Target)
	}
	raw, err := chain.Model(s.Context(), ch, entry)
	s.must("model", err)
	if want, _ := os.ReadFile(c.artifact); string(raw) != string(want) {
		s.Errorf("%s: another model was read back: %d bytes, want %d", c.target, len(raw), len(want))
	}
	checks, err := chain.Verify(s.Context(), c.id)
	s.must("verify", err)
	for _, check := range checks {
		if !check.OK {
			s.Errorf("%s: %+v", c.target, check)
		}
	}
	if text := fmt.Sprint(checks); len(checks) < 6 {
		s.Errorf("%s: only %s", c.target, text)
	}
}

// Where the evaluator runs code that is not ours nothing is reckoned, revealed,
// evaluated or trained for; and nothing breaks.
func TestForeignEvaluator(t *testing.T) {
	ch := &market.Challenge{Chain: "dev", Terms: market.Terms{Groups: 30, HoldoutGroups: 4, GroupSize: 12, Features: 12, Classes: 3}}
	n := modeltest.Dense(rand.New(rand.NewPCG(1, 2)), 12, 3)
	if market.Fits(ch, n) {
		t.Error("a model fits an evaluator that nobody knows")
	}
	if _, err := market.Prove(ch, nil); !errors.Is(err, market.ErrForeignEvaluator) {
		t.Error(err)
	}
	if _, err := market.CountRight(n, ch, nil); err == nil {
		t.Error("right answers were counted")
	}
	s, err := New(Config{Market: market.New("dev", 1, nil, common.Address{}), Attempts: newShelf(func(a Attempt) string { return a.Key }), Log: zap.NewNop()})
	if err != nil {
		t.Fatal(err)
	}
	a := &Attempt{Key: "dev/0", Chain: "dev", State: Seen}
	if err := s.fetch(t.Context(), a, ch); err != nil || a.State != Passed {
		t.Errorf("%+v, %v", a, err)
	}
}

// Nothing is trained for a hold-out that cannot be read once it is revealed.
func TestWithoutBlobsNothingIsTrained(t *testing.T) {
	m := market.New("dev", 1, nil, common.Address{})
	s, err := New(Config{Market: m, Attempts: newShelf(func(a Attempt) string { return a.Key }), Log: zap.NewNop()})
	if err != nil {
		t.Fatal(err)
	}
	s.cfg.Tx = &txmgr.Manager{}
	ch := &market.Challenge{Chain: "dev", Target: evaluator.BlobDispute}
	ch.Phase, ch.Deadline = uint8(market.PhaseCommit), 1000
	a, head := &Attempt{Key: "dev/0", Chain: "dev", State: Seen, Bundle: "b"}, &types.Header{Time: 1}
	if why := s.obstacle(a, ch, head); !strings.Contains(why, "chains.dev.beacon") {
		t.Errorf("without anybody who serves blobs: %q", why)
	}
	m.Blobs = beacon.New([]string{"http://127.0.0.1:1"}, nil)
	if why := s.obstacle(a, ch, head); why != "" {
		t.Errorf("with somebody: %q", why)
	}
}
