//go:build e2e

package e2e

import (
	"context"
	"fmt"
	"math/big"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/ethclient"

	"github.com/gpuarbiter/gpuarbiter/pkg/httpapi"
	"github.com/gpuarbiter/gpuarbiter/pkg/market/chain"
	"github.com/gpuarbiter/gpuarbiter/pkg/market/contract"
	"github.com/gpuarbiter/gpuarbiter/pkg/market/solver"
	"github.com/gpuarbiter/gpuarbiter/test/devnet"
	"github.com/gpuarbiter/gpuarbiter/test/scenario"
)

// endpoints are three proxies in front of one node, each with its own fault.
type endpoints struct {
	*testing.T
	w     *scenario.World
	all   []*faulty
	begin time.Time
}

// set gives each endpoint its fault, all at one moment.
func (e *endpoints) set(modes ...string) {
	for i, mode := range modes {
		e.all[i].set(mode)
	}
	e.Logf("%5.1f s: the endpoints: %q", time.Since(e.begin).Seconds(), modes)
}

// said waits until the daemon says just this of its endpoints, by their order;
// "" is nothing.
func (e *endpoints) said(ctx context.Context, want ...string) {
	e.Helper()
	var lines, last []string
	for i, what := range want {
		if what != "" {
			lines = append(lines, fmt.Sprintf("rpc[%d] %s", i, what))
		}
	}
	err := e.w.Wait(ctx, fmt.Sprintf("waiting for the endpoints to be %q", want), func(s httpapi.Status) bool {
		last = s.Markets[0].Endpoints
		return slices.Equal(last, lines)
	})
	if err != nil {
		e.Fatalf("%v; last: %q", err, last)
	}
}

func (e *endpoints) state(ctx context.Context, id int, want ...solver.AttemptState) {
	e.Helper()
	if err := e.w.WaitState(ctx, id, want...); err != nil {
		e.Fatal(err)
	}
}

// fork is a node whose chain has the same transactions as far as they are
// copied, but other blocks, and runs ahead of the world's, as does its clock.
type fork struct {
	*testing.T
	w      *scenario.World
	node   *devnet.Node
	copied uint64
}

func newFork(ctx context.Context, t *testing.T, w *scenario.World) *fork {
	node, err := devnet.Embedded(devnet.Options{Accounts: []common.Address{w.Organiser.Address, w.Solver.Address}, Manual: true})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(node.Stop)
	f := &fork{T: t, w: w, node: node}
	f.copy(ctx)
	for range 60 {
		f.mine()
	}
	return f
}

func (f *fork) mine() {
	if err := f.node.Mine(0); err != nil {
		f.Error(err)
	}
}

// copy repeats the organiser's transactions.
func (f *fork) copy(ctx context.Context) {
	f.Helper()
	from := dial(f.T, f.w)
	defer from.Close()
	to, err := ethclient.Dial(f.node.URL)
	if err != nil {
		f.Fatal(err)
	}
	defer to.Close()
	head, err := from.BlockNumber(ctx)
	if err != nil {
		f.Fatal(err)
	}
	for ; f.copied < head; f.copied++ {
		block, err := from.BlockByNumber(ctx, new(big.Int).SetUint64(f.copied+1))
		if err != nil {
			f.Fatal(err)
		}
		for _, tx := range block.Transactions() {
			if who, err := types.Sender(types.LatestSignerForChainID(tx.ChainId()), tx); err == nil && who == f.w.Organiser.Address {
				if err := to.SendTransaction(ctx, tx); err != nil {
					f.Fatal(err)
				}
			}
		}
		f.mine()
	}
}

// keep makes blocks until ctx ends.
func (f *fork) keep(ctx context.Context) {
	for ctx.Err() == nil {
		f.mine()
		select {
		case <-ctx.Done():
		case <-time.After(time.Second):
		}
	}
}

// Of three endpoints one lies behind, one has another chain that has run ahead,
// or hides its receipts, or goes away, and all of that changes at every step:
// the challenge is won all the same, with each transaction once.
func TestNothingIsLostByTheEndpoints(t *testing.T) {
	ctx, cancel := context.WithTimeout(t.Context(), 5*time.Minute)
	defer cancel()
	e := &endpoints{T: t, begin: time.Now(), all: []*faulty{newFaulty(t), newFaulty(t), newFaulty(t)}}
	e.w = world(t, scenario.Options{Epochs: 12, Margin: 0.2, Threads: 2, RPC: func(node string) (urls []string) {
		for _, p := range e.all {
			p.target, urls = node, append(urls, p.URL)
		}
		return urls
	}})
	other := newFork(ctx, t, e.w)
	for _, p := range e.all {
		p.other = other.node.URL
	}
	e.set("lag", "hide", "") // and what starts with one that lies behind leaves it
	daemon(t, e.w)
	if err := e.w.WaitMining(ctx, e.w.Devices()); err != nil {
		t.Fatal(err)
	}
	e.said(ctx, "lies behind")
	before := balance(t, e.w)
	var costs scenario.Costs
	id, err := e.w.Create(ctx, scenario.Terms{
		Data: []string{"--digits", "9600"}, Groups: 400, Drawn: 20, Need: "70%", Reward: "0.1",
		CommitWindow: 80 * time.Second, RevealWindow: time.Minute, ClaimWindow: 30 * time.Second, TurnWindow: time.Minute,
	}, &costs)
	if err != nil {
		t.Fatal(err)
	}
	other.copy(ctx) // the same challenge stands on the other chain, not drawn
	keeping, stop := context.WithCancel(ctx)
	kept := make(chan struct{})
	go func() { defer close(kept); other.keep(keeping) }()
	defer func() { stop(); <-kept }()
	served := make(chan error, 1)
	go func() { served <- e.w.Serve(ctx, id) }()
	e.steps(ctx, id)
	if err := <-served; err != nil {
		t.Error("the organiser's unattended service:", err)
	}
	checkOnce(ctx, t, e.w, id, before)
	e.checkSent()
	e.checkLog()
}

// steps changes the faults at every step of the attempt.
func (e *endpoints) steps(ctx context.Context, id int) {
	const gone, late, against = "does not answer", "lies behind", "disagrees with the majority"
	e.state(ctx, id, solver.Training, solver.Ready)
	e.set("other", "hide", "")
	e.said(ctx, against)
	e.state(ctx, id, solver.Committed)
	e.set("", "other", "lag") // the commit's receipt is not 12 blocks old
	e.said(ctx, "", against, late)
	e.set("lag", "", "other")
	e.said(ctx, late, "", against)
	e.set("stall", "fail", "") // what was on another chain a moment ago is alone
	e.said(ctx, gone, gone, against)
	if err := e.w.Wait(ctx, "waiting for the fault", func(s httpapi.Status) bool { return strings.Contains(s.Markets[0].Fault, chain.ErrDisagree.Error()) }); err != nil {
		e.Error(err)
	}
	if err := e.w.WaitMining(ctx, e.w.Devices()); err != nil {
		e.Error("the rig does not go on mining: ", err)
	}
	e.set("", "fail", "stall") // between commit and claim two of three are gone
	e.said(ctx, "", gone, gone)
	e.state(ctx, id, solver.Claimed)
	e.set("stall", "lag", "fail") // to this one there is no claim yet
	e.said(ctx, gone, "", gone)
	e.set("stall", "", "other")
	e.state(ctx, id, solver.Revealed, solver.Evaluated, solver.Paid)
	e.set("lag", "stall", "") // in the middle of the evaluation
	e.state(ctx, id, solver.Evaluated, solver.Paid)
	e.set("fail", "", "stall")
	e.state(ctx, id, solver.Paid)
	e.set("", "", "")
	e.said(ctx)
}

// checkSent: no nonce carried two payloads, and no payload but the call that
// ends a phase went under two nonces.
func (e *endpoints) checkSent() {
	payload := func(tx *types.Transaction) string { return fmt.Sprintf("%v %v %x", tx.To(), tx.Value(), tx.Data()) }
	finalize := common.Bytes2Hex(contract.NewMarket().PackFinalize(common.Big0)[:4])
	what, nonces := map[uint64]string{}, map[string]uint64{}
	for _, p := range e.all {
		for _, tx := range p.sent {
			text := payload(tx)
			if before, known := what[tx.Nonce()]; known && before != text {
				e.Errorf("nonce %d carried two payloads: %.90s and %.90s", tx.Nonce(), before, text)
			}
			if before, known := nonces[text]; known && before != tx.Nonce() && !strings.HasPrefix(common.Bytes2Hex(tx.Data()), finalize) {
				e.Errorf("nonces %d and %d carried %.90s", before, tx.Nonce(), text)
			}
			what[tx.Nonce()], nonces[text] = text, tx.Nonce()
		}
	}
	e.Logf("%d nonces, %d payloads", len(what), len(nonces))
}

// checkLog: the daemon said what was amiss, and that it was over.
func (e *endpoints) checkLog() {
	log, err := os.ReadFile(filepath.Join(filepath.Dir(e.w.StateDir), "daemon.log"))
	if err != nil {
		e.Fatal(err)
	}
	for _, line := range []string{"rpc[0] lies behind", "rpc[1] disagrees with the majority", "rpc[2] does not answer", "all endpoints are well again"} {
		if !strings.Contains(string(log), line) {
			e.Errorf("the log does not say %q", line)
		}
	}
}
