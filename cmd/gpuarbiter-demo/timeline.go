package main

import (
	"context"
	"fmt"
	"math/big"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/gpuarbiter/gpuarbiter/pkg/gpu"
	"github.com/gpuarbiter/gpuarbiter/pkg/httpapi"
	"github.com/gpuarbiter/gpuarbiter/pkg/profit"
	"github.com/gpuarbiter/gpuarbiter/pkg/store"
	"github.com/gpuarbiter/gpuarbiter/test/scenario"
)

// timeline prints what happens, with the seconds since the start.
type timeline struct {
	started time.Time

	mu sync.Mutex
}

func newTimeline() *timeline { return &timeline{started: time.Now()} }

func (t *timeline) line(format string, args ...any) {
	t.mu.Lock()
	defer t.mu.Unlock()
	fmt.Printf("%4.0fs  %s\n", time.Since(t.started).Seconds(), fmt.Sprintf(format, args...))
}

// watch prints changes until ctx ends.
func (t *timeline) watch(ctx context.Context, w *scenario.World) {
	var last httpapi.Status
	ticker := time.NewTicker(time.Second)
	defer ticker.Stop()
	for n := 0; ; n++ {
		if s, err := w.Status(ctx); err == nil {
			t.changes(last, s)
			if n%8 == 4 {
				t.rig(s)
			}
			last = s
		}
		select {
		case <-ctx.Done():
			return
		case <-ticker.C:
		}
	}
}

// rig sums the devices up in one line.
func (t *timeline) rig(s httpapi.Status) {
	count, net, watts := map[string]int{}, 0.0, 0.0
	training := ""
	for _, d := range s.Devices {
		count[d.Workload.String()]++
		if d.NetUSD != nil && !d.Workload.Task() {
			net += *d.NetUSD
		}
		if d.Watts != nil {
			watts += *d.Watts
		}
		if d.Workload.Task() && d.Progress > 0 {
			training = fmt.Sprintf("; training %.0f %%, int8 accuracy %.3f", 100*d.Progress, d.Accuracy)
		}
	}
	var parts []string
	for w, n := range count {
		parts = append(parts, fmt.Sprintf("%d x %s", n, w))
	}
	slices.Sort(parts)
	t.line("rig: %s; mining nets %.4f USD/h at %.0f W%s; ledger %.4f USD", strings.Join(parts, ", "), net, watts, training, s.Money.Net)
}

func (t *timeline) changes(old, s httpapi.Status) {
	before := map[gpu.UUID]profit.Workload{}
	for _, d := range old.Devices {
		before[d.UUID] = d.Workload
	}
	for _, d := range s.Devices {
		if was, ok := before[d.UUID]; ok && was != d.Workload {
			value := ""
			if d.NetUSD != nil {
				value = fmt.Sprintf(", %.4f USD/h", *d.NetUSD)
			}
			t.line("device %d (%s): %s -> %s%s", d.Index, strings.TrimPrefix(d.Model, "NVIDIA GeForce "), was, d.Workload, value)
		}
	}
	seen := map[string]httpapi.ChallengeStatus{}
	for _, m := range old.Markets {
		for _, c := range m.Challenges {
			seen[c.Key] = c
		}
	}
	for _, m := range s.Markets {
		for _, c := range m.Challenges {
			was, ok := seen[c.Key]
			if !ok {
				t.line("challenge %s: %s ether for %d of %d right answers", c.Key, ether(c.RewardWei), c.Need, c.Points)
			}
			if ok && was.Phase != c.Phase {
				t.line("challenge %s: phase %s", c.Key, c.Phase)
			}
			if was.State != c.State && c.State != "seen" {
				t.line("attempt on %s: %s (%s)", c.Key, c.State, c.Reason)
			}
		}
	}
}

// ether writes wei as ether.
func ether(wei string) string {
	v, ok := new(big.Int).SetString(wei, 10)
	if !ok {
		return "0"
	}
	return new(big.Rat).SetFrac(v, big.NewInt(1e18)).FloatString(6)
}

// summary says where time and money went.
func (r *run) summary(ctx context.Context) error {
	time.Sleep(6 * time.Second) // the ledger's last interval
	s, err := r.w.Status(ctx)
	if err != nil {
		return err
	}
	var lines []store.Line
	if err := r.w.Get(ctx, "/api/ledger?n=100000", &lines); err != nil {
		return err
	}
	after, err := r.w.Balance(ctx, r.w.Solver.Address)
	if err != nil {
		return err
	}
	r.table(s, lines)
	c, _ := scenario.Challenge(s, r.id)
	fmt.Printf("\nchallenge %s: %s, %s\n", c.Key, c.Phase, c.Outcome)
	fmt.Printf("  right answers that the contract counted: %d of %d (%.2f %%), %d needed\n", c.Right, c.Points, 100*float64(c.Right)/float64(c.Points), c.Need)
	fmt.Printf("  reward %s ether, our gas %s ether, organiser's gas %s ether in %d transactions\n", ether(c.RewardWei), ether(c.GasWei), ether(r.costs.Gas.String()), r.costs.Transactions)
	fmt.Printf("  wallet %s ether before, %s after\n", ether(r.before.String()), ether(after.String()))
	m := s.Money
	fmt.Printf("\nledger, USD: mining %.6f, rewards %.4f, electricity %.6f, gas %.4f, bonds %.4f, net %.4f\n", m.Mining, m.Rewards, m.Electricity, m.Gas, m.Bonds, m.Net)
	gained := new(big.Int).Sub(after, r.before)
	reward, _ := new(big.Int).SetString(c.RewardWei, 10)
	gas, _ := new(big.Int).SetString("0"+c.GasWei, 10)
	if want := new(big.Int).Sub(reward, gas); gained.Cmp(want) != 0 {
		return fmt.Errorf("the wallet gained %s wei, reward less gas is %s wei", gained, want)
	}
	fmt.Println("the wallet gained exactly the reward less the gas")
	return nil
}

// table is time and money for each device and workload.
func (r *run) table(s httpapi.Status, lines []store.Line) {
	type key struct{ device, workload string }
	type sum struct{ seconds, revenue, power float64 }
	sums := map[key]*sum{}
	for _, l := range lines {
		k := key{l.Device, l.Workload}
		if l.Device == "" {
			continue
		}
		if sums[k] == nil {
			sums[k] = &sum{}
		}
		sums[k].seconds += l.Seconds
		if l.Kind == store.Electricity {
			sums[k].power += l.USD
		} else {
			sums[k].revenue += l.USD
		}
	}
	fmt.Printf("\n%-3s %-22s %-14s %8s %14s %14s\n", "#", "device", "workload", "seconds", "revenue, USD", "power, USD")
	for _, d := range s.Devices {
		for _, workload := range slices.Sorted(func(yield func(string) bool) {
			for k := range sums {
				if k.device == string(d.UUID) && !yield(k.workload) {
					return
				}
			}
		}) {
			v := sums[key{string(d.UUID), workload}]
			fmt.Printf("%-3d %-22s %-14s %8.0f %14.6f %14.6f\n", d.Index, strings.TrimPrefix(d.Model, "NVIDIA GeForce "), workload, v.seconds, v.revenue, v.power)
		}
	}
}
