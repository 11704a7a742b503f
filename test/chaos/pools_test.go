//go:build chaos

package chaos

import (
	"context"
	"encoding/json"
	"fmt"
	"net"
	"net/http"
	"os/exec"
	"strconv"
	"strings"
	"sync"
	"time"

	"github.com/gpuarbiter/gpuarbiter/internal/demo/pool"
	"github.com/gpuarbiter/gpuarbiter/pkg/store"
)

const (
	wallet = "wallet"
	// A miner does so many hashes a second, and a share stands for so many: two shares a
	// second.
	hashLimit  = 100
	difficulty = 50
)

// site is a pool with its books, which outlive its deaths, as a real one's do.
type site struct {
	coin         string
	pool         *pool.Pool
	stratum, api string // addresses
	stop         func()
}

// newSite opens a pool for a coin.
func newSite(coin string) (*site, error) {
	p, err := pool.New(pool.Options{Algorithm: "sha256d", Difficulty: difficulty})
	if err != nil {
		return nil, err
	}
	s := &site{coin: coin, pool: p, stratum: "127.0.0.1:0", api: "127.0.0.1:0"}
	return s, s.open()
}

// open serves at the addresses that it had before. Another process may have taken one of
// them as an outgoing port meanwhile: that passes.
func (s *site) open() error {
	stratum, err := listen(s.stratum)
	if err != nil {
		return err
	}
	api, err := listen(s.api)
	if err != nil {
		stratum.Close()
		return err
	}
	s.stratum, s.api = stratum.Addr().String(), api.Addr().String()
	ctx, cancel := context.WithCancel(context.Background())
	server := &http.Server{Handler: s.pool.Handler(), ReadHeaderTimeout: 5 * time.Second}
	var serving sync.WaitGroup
	serving.Go(func() { _ = s.pool.Serve(ctx, stratum) })
	serving.Go(func() { _ = server.Serve(api) })
	s.stop = func() { cancel(); _ = server.Close(); serving.Wait() }
	return nil
}

func listen(address string) (l net.Listener, err error) {
	for end := time.Now().Add(patience); ; time.Sleep(50 * time.Millisecond) {
		if l, err = net.Listen("tcp", address); err == nil || time.Now().After(end) {
			return l, err
		}
	}
}

// kill cuts every connection and leaves nobody at the addresses.
func (s *site) kill() { s.stop() }

// accepted is the difficulty of the shares that the pool took from a worker.
func (s *site) accepted(worker string) uint64 {
	for _, a := range s.pool.Stats().Accounts {
		if a.Wallet == wallet && a.Worker == worker {
			return a.Difficulty
		}
	}
	return 0
}

// workerName is how a device is called at the pools.
func (r *rig) workerName(device int) string { return fmt.Sprintf("%s-%d", r.name, device) }

// accepted is what all pools took from a device.
func (c *chaos) accepted(r *rig, device int) (sum uint64) {
	for _, s := range c.sites {
		sum += s.accepted(r.workerName(device))
	}
	return sum
}

// ledger asks the daemon for its ledger as a person would.
func (r *rig) ledger(ctx context.Context) (lines []store.Line, err error) {
	ctx, cancel := context.WithTimeout(ctx, patience)
	defer cancel()
	out, err := exec.CommandContext(ctx, program, "ledger", "--json", "-n", "100000", "--config", r.config()).Output()
	if err != nil {
		return nil, err
	}
	return lines, json.Unmarshal(out, &lines)
}

// account is what the ledger books a device's hashes of a coin on.
type account struct{ device, coin string }

// audit holds a ledger against the pools' books. What they say is asked after what the
// ledger says, and only grows. It returns the hashes of both.
func (c *chaos) audit(r *rig, lines []store.Line) (booked, accepted uint64) {
	books := map[account]float64{}
	for _, l := range lines {
		coin, mined := strings.CutPrefix(l.Workload, "mine ")
		if l.Kind != store.MiningRevenue || !mined {
			continue
		}
		hashes, err := strconv.ParseFloat(l.Amount, 64)
		if err != nil || l.Unit != "hashes" {
			c.violate("%s: a line of the ledger cannot be read: %+v", r.name, l)
		}
		books[account{l.Device, coin}] += hashes
	}
	for index, device := range r.devices {
		for _, s := range c.sites {
			a := account{device, s.coin}
			has, took := uint64(books[a]), s.accepted(r.workerName(index))
			delete(books, a)
			if has > took && !c.overdrawn[a] {
				c.overdrawn[a] = true
				c.violate("%s: device %d has %d hashes of %s in the ledger, the pool took %d", r.name, index, has, s.coin, took)
			}
			booked, accepted = booked+has, accepted+took
		}
	}
	if len(books) > 0 {
		c.violate("%s: the ledger has hashes of nobody: %v", r.name, books)
	}
	return booked, accepted
}

// auditAll asks every daemon that answers for its ledger, again and again.
func (c *chaos) auditAll(ctx context.Context) {
	for ctx.Err() == nil {
		for _, r := range c.rigs {
			lines, err := r.ledger(ctx)
			if err != nil {
				continue // it is dead just now
			}
			c.audit(r, lines)
			c.count("audits of a ledger")
		}
		select {
		case <-ctx.Done():
		case <-time.After(10 * time.Second):
		}
	}
}
