//go:build e2e

package e2e

import (
	"bytes"
	"context"
	"math/big"
	"math/rand/v2"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/ethclient"

	"github.com/gpuarbiter/gpuarbiter/pkg/evaluator"
	"github.com/gpuarbiter/gpuarbiter/pkg/market"
	"github.com/gpuarbiter/gpuarbiter/pkg/market/beacon"
	"github.com/gpuarbiter/gpuarbiter/pkg/market/chain"
	"github.com/gpuarbiter/gpuarbiter/pkg/market/solver"
	"github.com/gpuarbiter/gpuarbiter/pkg/market/txmgr"
	"github.com/gpuarbiter/gpuarbiter/pkg/model/graph"
	"github.com/gpuarbiter/gpuarbiter/pkg/model/graph/graphtest"
	"github.com/gpuarbiter/gpuarbiter/test/devnet"
	"github.com/gpuarbiter/gpuarbiter/test/liar"
	"github.com/gpuarbiter/gpuarbiter/test/scenario"
)

// disputed are the terms of a challenge whose verdict is reached by dispute.
func disputed(turn time.Duration) scenario.Terms {
	return scenario.Terms{
		Data: []string{"--digits", "5000"}, Drawn: 6, Need: "60%", Reward: "1", Evaluator: string(evaluator.BlobDispute), // 83 in a group, and in a blob
		CommitWindow: 50 * time.Second, RevealWindow: 2 * time.Minute, ClaimWindow: 15 * time.Second, TurnWindow: turn,
	}
}

// The main job where the verdict is an assertion that nobody disputes: what solver and
// organiser send for it does not grow with the network.
func TestDisputeNobodyLies(t *testing.T) {
	ctx, cancel := context.WithTimeout(t.Context(), 9*time.Minute)
	defer cancel()
	w := world(t, scenario.Options{Geth: true, Epochs: 12, Margin: 0.4, Threads: 2})
	daemon(t, w)
	r := mainJob(ctx, t, w, disputed(15*time.Second))
	gas, sent := gasUsed(t, w, "/dispute/")
	t.Logf("%d of %d right; what the verdict took: %d gas in %d transactions", r.right, r.points, gas, sent)
}

// The challenge that cost 1,133 M gas while the contract evaluated it (docs/adr/0008-verdicts.md): 1,235 images of
// CIFAR-10 (JPEG), with all that organiser and solver send.
func TestDisputeCIFAR(t *testing.T) {
	dir, ok := shared("cifar10-jpeg")
	if !ok {
		t.Skip("../shared/data/cifar10-jpeg is absent")
	}
	ctx, cancel := context.WithTimeout(t.Context(), 14*time.Minute)
	defer cancel()
	w := world(t, scenario.Options{Geth: true, Epochs: 2, Margin: 0.5, Threads: 2})
	daemon(t, w)
	terms := disputed(30 * time.Second)
	terms.Data, terms.Drawn, terms.Need, terms.CommitWindow = []string{"--data", dir, "--split", "train"}, 5, "20%", 4*time.Minute
	r := mainJob(ctx, t, w, terms)
	const most = 1_500_000
	all, blobs := allGas(ctx, t, w)
	t.Logf("%d of %d right; solver and organiser: %d gas, and %d blobs", r.right, r.points, all, blobs)
	if all > most {
		t.Errorf("%d gas, at most %d wanted", all, most)
	}
}

// allGas is what solver and organiser have sent since the market is there, by the chain's receipts, and their blobs.
func allGas(ctx context.Context, t *testing.T, w *scenario.World) (gas uint64, blobs int) {
	t.Helper()
	client, err := ethclient.DialContext(ctx, w.Node.URL)
	if err != nil {
		t.Fatal(err)
	}
	defer client.Close()
	head, err := client.BlockNumber(ctx)
	if err != nil {
		t.Fatal(err)
	}
	for n := range head + 1 {
		block, err := client.BlockByNumber(ctx, new(big.Int).SetUint64(n))
		if err != nil {
			t.Fatal(err)
		}
		for _, tx := range block.Transactions() {
			if tx.To() == nil { // the market, its evaluators
				continue
			}
			r, err := client.TransactionReceipt(ctx, tx.Hash())
			if err != nil {
				t.Fatal(err)
			}
			gas, blobs = gas+r.GasUsed, blobs+len(tx.BlobHashes())
			t.Logf("%s %x: %d gas, %d blobs", tx.To(), tx.Data()[:min(4, len(tx.Data()))], r.GasUsed, len(tx.BlobHashes()))
		}
	}
	return gas, blobs
}

// Two liars claim that models of nonsense are right about everything, one of them in blobs that hold other
// weights than were committed to, and dispute what is right, too. A daemon that is killed and starts again, and a
// stranger who only watches, prove both lies; the daemon wins.
func TestDisputeLiars(t *testing.T) {
	ctx, cancel := context.WithTimeout(t.Context(), 14*time.Minute)
	defer cancel()
	wallets, accounts := make([]liar.Wallet, 2), []common.Address{}
	for i := range wallets {
		var err error
		if wallets[i], err = liar.NewWallet(); err != nil {
			t.Fatal(err)
		}
		accounts = append(accounts, wallets[i].Address())
	}
	hunter, address, err := devnet.WriteKeystore(t.TempDir(), "a hunter's")
	if err != nil {
		t.Fatal(err)
	}
	w := world(t, scenario.Options{Geth: true, Epochs: 12, Margin: 0.4, Threads: 2, Funded: append(accounts, address)})
	d := daemon(t, w)
	for i, lie := range []string{"a byte, and its consequences", liar.OtherBlob} {
		lies(ctx, t, w, wallets[i], lie)
	}
	var costs scenario.Costs
	id, err := w.Create(ctx, disputed(45*time.Second), &costs)
	if err != nil {
		t.Fatal(err)
	}
	if err := w.WaitState(ctx, id, solver.Committed); err != nil {
		t.Fatal(err)
	}
	watched := watches(ctx, t, w, hunter, id)
	if err := w.Reveal(ctx, id, &costs); err != nil {
		t.Fatal(err)
	}
	if err := w.WaitState(ctx, id, solver.Claimed, solver.Revealed); err != nil {
		t.Fatal(err)
	}
	for range 3 { // in the middle of whatever it does
		select {
		case <-time.After(12 * time.Second):
		case <-ctx.Done():
			t.Fatal(ctx.Err())
		}
		d.Kill()
		d = daemon(t, w)
	}
	if err := w.WaitState(ctx, id, solver.Paid); err != nil {
		t.Fatal(err)
	}
	replay, err := w.Verify(ctx, id)
	if err != nil {
		t.Errorf("challenge verify: %v", err)
	}
	t.Log(replay)
	if n := strings.Count(replay, "its claim was disputed and lost"); n != 2 {
		t.Errorf("%d claims were disputed and lost, want 2", n)
	}
	gas, sent := gasUsed(t, w, "/dispute/")
	t.Logf("the daemon's disputes: %d gas in %d transactions", gas, sent)
	if text := <-watched; !strings.Contains(text, "a claim is false") {
		t.Errorf("who watched has seen nothing:\n%s", text)
	} else {
		t.Log(text)
	}
}

// lies lets a liar act, block after block, until the test is over.
func lies(ctx context.Context, t *testing.T, w *scenario.World, wallet liar.Wallet, lie string) {
	t.Helper()
	m := market.New("dev", w.Node.ChainID, []string{w.Node.URL}, common.HexToAddress(w.Market))
	m.Blobs = beacon.New([]string{w.Node.Beacon}, nil)
	tx, err := txmgr.New(new(big.Int).SetUint64(m.ID), m.Backend(), wallet, liar.Forgetful{}, txmgr.Options{ReplaceAfter: time.Hour})
	if err != nil {
		t.Fatal(err)
	}
	shape := graphtest.Fill(rand.New(rand.NewPCG(1, 2)), &graph.Network{Tensors: []graph.Tensor{
		{Op: graph.Input, Channels: 1, Height: 28, Width: 28},
		{Op: graph.Conv, A: 0, Channels: 6, Kernel: 3, Stride: 1, Pad: 1, Groups: 1},
		{Op: graph.Max, A: 1, Kernel: 2, Stride: 2},
		{Op: graph.Logits, A: 2, Channels: 10},
	}})
	l := liar.New(m, tx, uint64(wallet.Address()[0]), shape, lie, 2)
	ctx, stop := context.WithCancel(ctx)
	var done sync.WaitGroup
	done.Go(func() {
		for chain.Sleep(ctx, 500*time.Millisecond) == nil {
			if err := l.Act(ctx); err != nil && ctx.Err() == nil {
				t.Logf("the liar: %v", err) // a node that is busy: again
				m.Drop()
			}
		}
	})
	t.Cleanup(func() {
		stop()
		done.Wait()
		m.Close()
		t.Logf("a liar of %s was refused: %v", lie, l.Refused)
	})
}

// watches runs `challenge watch` for somebody with an account of their own, and gives what
// it has said once it is over.
func watches(ctx context.Context, t *testing.T, w *scenario.World, keystore string, id int) <-chan string {
	t.Helper()
	cmd := exec.CommandContext(ctx, binary, "challenge", "watch", strconv.Itoa(id), "--until-closed", "--poll", "1s", "--rpc", w.Node.URL, "--beacon", w.Node.Beacon,
		"--chain-id", strconv.FormatUint(w.Node.ChainID, 10), "--market", w.Market, "--keystore", keystore, "--password-file", keystore+".password",
		"--state", filepath.Join(t.TempDir(), "state"))
	var text bytes.Buffer
	cmd.Stdout, cmd.Stderr = &text, &text
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	said := make(chan string, 1)
	go func() {
		err := cmd.Wait()
		said <- text.String() + "\nended: " + errText(err)
	}()
	return said
}

func errText(err error) string {
	if err == nil {
		return "well"
	}
	return err.Error()
}
