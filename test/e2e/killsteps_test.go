//go:build e2e

package e2e

import (
	"context"
	"fmt"
	"math/big"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/ethclient"

	"github.com/gpuarbiter/gpuarbiter/pkg/httpapi"
	"github.com/gpuarbiter/gpuarbiter/pkg/market/solver"
	"github.com/gpuarbiter/gpuarbiter/test/scenario"
)

// step is something of which the daemon's log has a line.
type step struct {
	name string
	line *regexp.Regexp
}

func steps() (all []step) {
	all = append(all, step{"seen", regexp.MustCompile(`challenge seen\s`)})
	for _, s := range []solver.AttemptState{solver.Training, solver.Ready, solver.Committed, solver.Claimed, solver.Revealed, solver.Evaluated} {
		if s == solver.Ready { // between the trainer's end and the solver's record of it
			all = append(all, step{"trained", regexp.MustCompile(`worker ended\s.*trained \(`)})
		}
		all = append(all, step{string(s), regexp.MustCompile(fmt.Sprintf(`attempt\s.*"to": ?"%s"`, s))})
	}
	return all
}

// moments watches for the next step in the log and the next transaction of the
// solver's account, of which the node tells as soon as it has it.
type moments struct {
	*testing.T
	log    string
	steps  []step // to come
	client *ethclient.Client
	w      *scenario.World
	nonce  uint64 // of the next transaction
}

// next waits for the next moment to kill the daemon at; "" if the attempt is paid.
func (m *moments) next(ctx context.Context) string {
	paid := regexp.MustCompile(`attempt\s.*"to": ?"paid"`)
	for ; ; time.Sleep(5 * time.Millisecond) {
		text, err := os.ReadFile(m.log)
		if err != nil {
			m.Fatal(err)
		}
		if len(m.steps) > 0 && m.steps[0].line.Match(text) {
			name := m.steps[0].name
			m.steps = m.steps[1:]
			return name
		}
		n, err := m.client.PendingNonceAt(ctx, m.w.Solver.Address)
		if err != nil {
			m.Fatalf("waiting for %v, or transaction %d: %v", m.steps, m.nonce, err)
		}
		if n > m.nonce {
			m.nonce++
			return fmt.Sprintf("transaction %d", m.nonce)
		}
		if paid.Match(text) {
			return ""
		}
	}
}

// kill -9 of the daemon each time that the attempt has come a step further, and
// each time that the node has got a transaction: it is found again and finished,
// every transaction happens once, and it is paid to the wei.
func TestKill9AtEveryStep(t *testing.T) {
	begin := time.Now()
	ctx, cancel := context.WithTimeout(t.Context(), 6*time.Minute)
	defer cancel()
	// 15 epochs of about 117 steps at 130 steps a second: at least 13 s
	w := world(t, scenario.Options{Geth: true, Epochs: 15, Margin: 0.2, Threads: 1, SpeedLimit: 130})
	d := daemon(t, w)
	stop := guard(t, w)
	defer stop()
	before := balance(t, w)
	m := &moments{T: t, log: filepath.Join(filepath.Dir(w.StateDir), "daemon.log"), steps: steps(), client: dial(t, w), w: w}
	defer m.client.Close()
	var costs scenario.Costs
	organised := make(chan error, 1)
	go func() {
		id, err := w.Create(ctx, scenario.Terms{
			Data: []string{"--digits", "9600"}, Groups: 400, Drawn: 20, Need: "80%", Reward: "0.1",
			CommitWindow: 95 * time.Second, RevealWindow: time.Minute, ClaimWindow: 40 * time.Second, TurnWindow: 90 * time.Second,
		}, &costs)
		if err == nil {
			err = w.Reveal(ctx, id, &costs)
		}
		organised <- err
	}()
	kills := 0
	for at := m.next(ctx); at != ""; at = m.next(ctx) {
		t.Logf("%5.1f s: %s", time.Since(begin).Seconds(), at)
		d = killDaemon(ctx, t, w, d)
		kills++
	}
	if err := <-organised; err != nil {
		t.Error("the organiser:", err)
	}
	if err := w.WaitState(ctx, 0, solver.Paid); err != nil {
		t.Fatal(err)
	}
	if len(m.steps) > 0 {
		t.Errorf("the daemon was not killed at %v", m.steps)
	}
	m.booked(ctx)
	checkPaid(ctx, t, w, 0, before, costs, time.Since(begin))
	t.Logf("killed %d times", kills)
}

// booked waits until the ledger has the gas of every transaction, which for the
// last one is by the look after its receipt, and until the status has it, too.
func (m *moments) booked(ctx context.Context) {
	err := m.w.Wait(ctx, fmt.Sprintf("the gas of %d transactions is booked", m.nonce), func(s httpapi.Status) bool {
		gas, n := new(big.Int), uint64(0)
		for _, l := range ledger(m.T, m.w) {
			if l.Kind == "gas" {
				gas.Add(gas, bigOf(strings.TrimPrefix(l.Amount, "-")))
				n++
			}
		}
		c, _ := scenario.Challenge(s, 0)
		return n == m.nonce && bigOf(c.GasWei).Cmp(gas) == 0
	})
	if err != nil {
		m.Error(err)
	}
}
