//go:build e2e

package e2e

import (
	"context"
	"math/big"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"

	"github.com/gpuarbiter/gpuarbiter/pkg/market"
	"github.com/gpuarbiter/gpuarbiter/pkg/market/solver"
	"github.com/gpuarbiter/gpuarbiter/test/scenario"
)

// A node that drops and repeats transactions and stops answering, and a chain
// that takes five blocks back twice: the challenge is won all the same, with
// one commit, and the wallet gains exactly the reward less the gas.
func TestNothingIsLostByTheChain(t *testing.T) {
	ctx, cancel := context.WithTimeout(t.Context(), 5*time.Minute)
	defer cancel()
	proxy, second := newFaulty(t), newFaulty(t) // a transaction goes to both
	w := world(t, scenario.Options{Epochs: 12, Margin: 0.2, Threads: 2, RPC: func(node string) []string {
		proxy.target, second.target = node, node
		return []string{proxy.URL, second.URL}
	}})
	daemon(t, w)
	if err := w.WaitMining(ctx, w.Devices()); err != nil {
		t.Fatal(err)
	}
	before := balance(t, w)
	proxy.set("drop")
	second.set("drop")
	var costs scenario.Costs
	id, err := w.Create(ctx, scenario.Terms{
		Data: []string{"--digits", "9600"}, Groups: 400, Drawn: 20, Need: "70%", Reward: "0.1",
		CommitWindow: 80 * time.Second, RevealWindow: time.Minute, ClaimWindow: 20 * time.Second, TurnWindow: time.Minute,
	}, &costs)
	if err != nil {
		t.Fatal(err)
	}
	served := make(chan error, 1)
	go func() { served <- w.Serve(ctx, id) }()
	for proxy.drops() < 3 {
		if err := sleepCtx(ctx); err != nil {
			t.Fatal("the proxy never saw the commit: ", err)
		}
	}
	proxy.set("repeat")
	second.set("")
	if err := w.WaitState(ctx, id, solver.Committed); err != nil {
		t.Fatal(err)
	}
	takeBack(ctx, t, w, 5)
	if err := w.WaitState(ctx, id, solver.Claimed); err != nil {
		t.Fatal(err)
	}
	takeBack(ctx, t, w, 5)
	if err := w.WaitState(ctx, id, solver.Revealed, solver.Evaluated, solver.Paid); err != nil {
		t.Fatal(err)
	}
	proxy.set("stall")
	if err := w.WaitState(ctx, id, solver.Paid); err != nil {
		t.Fatal(err)
	}
	if err := <-served; err != nil {
		t.Error("the organiser's unattended service:", err)
	}
	proxy.set("")
	checkOnce(ctx, t, w, id, before)
}

func sleepCtx(ctx context.Context) error {
	select {
	case <-ctx.Done():
		return ctx.Err()
	case <-time.After(100 * time.Millisecond):
		return nil
	}
}

// takeBack removes the newest blocks; what they held is gone from the node.
func takeBack(ctx context.Context, t *testing.T, w *scenario.World, blocks uint64) {
	t.Helper()
	c := dial(t, w)
	defer c.Close()
	head, err := c.BlockNumber(ctx)
	if err != nil {
		t.Fatal(err)
	}
	if err := c.Client().CallContext(ctx, nil, "debug_setHead", hexutil.Uint64(head-blocks)); err != nil {
		t.Fatal(err)
	}
	t.Logf("the chain took %d blocks back from %d", blocks, head)
}

// checkOnce: one entry, no transaction beside those that the ledger has, and
// not a wei missing.
func checkOnce(ctx context.Context, t *testing.T, w *scenario.World, id int, before *big.Int) {
	t.Helper()
	chain := market.New("dev", w.Node.ChainID, []string{w.Node.URL}, common.HexToAddress(w.Market))
	defer chain.Close()
	ch, err := chain.Challenge(ctx, uint64(id))
	if err != nil {
		t.Fatal(err)
	}
	if ch.Commits != 1 {
		t.Errorf("%d commits, want one", ch.Commits)
	}
	c := dial(t, w)
	defer c.Close()
	nonce, err := c.NonceAt(ctx, w.Solver.Address, nil)
	if err != nil {
		t.Fatal(err)
	}
	used, sent := gasUsed(t, w, "")
	if int(nonce) != sent {
		t.Errorf("the account sent %d transactions, the ledger has gas for %d", nonce, sent)
	}
	s, err := w.Status(ctx)
	if err != nil {
		t.Fatal(err)
	}
	status, _ := scenario.Challenge(s, id)
	want := new(big.Int).Sub(bigOf(status.RewardWei), bigOf(status.GasWei))
	if gained := new(big.Int).Sub(balance(t, w), before); gained.Cmp(want) != 0 {
		t.Errorf("the wallet gained %v wei, reward less gas is %v", gained, want)
	}
	t.Logf("%d transactions, %d gas, entry counted %d of %d", sent, used, status.Right, status.Points)
}
