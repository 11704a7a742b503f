package faults

import (
	"context"
	"fmt"
	"math"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/gpuarbiter/gpuarbiter/internal/demo/pool"
	"github.com/gpuarbiter/gpuarbiter/pkg/store"
	"github.com/gpuarbiter/gpuarbiter/test/standin"
)

const minersConfig = `state_dir: state
http: {listen: ""}
electricity: {price_per_kwh: 0.01}
devices: {source: nvml, nvml_library: %s}
mining:
  warmup: 5s
  coins:
  - {name: ONE, algorithm: %s, miner: %s, binary: %s, pool: "stratum+tcp://%s", wallet: wallet, price_usd: 1, difficulty: 1e6, block_reward: 1,
     models: {RTX 3090: {hashes_per_second: %s, watts: 1}}}
policy: {tick: 500ms, ledger_every: 500ms, drain_timeout: 2s}
`

// realMiner is a real program, from an environment variable or from the PATH; the test is
// left out where there is none.
func realMiner(t *testing.T, variable, name string) string {
	path := os.Getenv(variable)
	if path == "" {
		found, err := exec.LookPath(name)
		if err != nil {
			t.Skipf("%s is not to be had: put it on the PATH, or name it in %s", name, variable)
		}
		path = found
	}
	return path
}

// servePool serves a pool of shares of a difficulty, until the test ends.
func servePool(t *testing.T, difficulty uint64) (p *pool.Pool, address string) {
	t.Helper()
	p, err := pool.New(pool.Options{Algorithm: "argon2/chukwa", Difficulty: difficulty})
	if err != nil {
		t.Fatal(err)
	}
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	t.Cleanup(cancel)
	go func() { _ = p.Serve(ctx, l) }()
	return p, l.Addr().String()
}

// TestRealMiners: XMRig and cpuminer-opt mine under the daemon by their pages; what the
// ledger has is what the pools took, as exactly as the miner tells.
func TestRealMiners(t *testing.T) {
	if err := buildLibrary(); err != nil {
		t.Fatal(err)
	}
	mine := func(t *testing.T, algorithm, miner, binary, pool, rate string) *daemon {
		dir := t.TempDir()
		rig := cards{filepath.Join(dir, "cards")}
		rig.set(t, 0, "NVIDIA GeForce RTX 3090", "pids=\n")
		config := filepath.Join(dir, "config.yaml")
		write(t, config, fmt.Sprintf(minersConfig, library, algorithm, miner, binary, pool, rate))
		d := start(t, dir, config, rig.env())
		d.within(patience, "twenty shares", func() bool { return d.shares(0) >= 20 })
		d.within(patience, "a rate", func() bool { return d.device(0).Hashrate > 0 }) // XMRig's first is the mean of ten seconds
		s := d.device(0)
		if s.Restarts > 0 || !strings.HasPrefix(s.Worker, "ok") {
			t.Errorf("%d restarts, %s, %v H/s", s.Restarts, s.Worker, s.Hashrate)
		}
		return d
	}
	booked := func(t *testing.T, d *daemon) (sum float64) {
		if code := d.stop(); code != 0 {
			t.Errorf("exit %d", code)
		}
		st, err := store.Open(filepath.Join(filepath.Dir(d.config), "state", "gpuarbiter.db"))
		if err != nil {
			t.Fatal(err)
		}
		defer st.Close()
		err = store.Each(st, store.Ledger, func(_ string, l store.Line) error {
			if l.Kind != store.MiningRevenue {
				return nil
			}
			v, err := strconv.ParseFloat(l.Amount, 64)
			sum += v
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
		return sum
	}
	t.Run("xmrig", func(t *testing.T) {
		binary := realMiner(t, "GPUARBITER_TEST_XMRIG", "xmrig")
		p, address := servePool(t, 200)
		d := mine(t, "argon2/chukwa", "xmrig", binary, address, "1000")
		took := func() (sum float64) {
			for _, a := range p.Stats().Accounts {
				sum += float64(a.Difficulty)
			}
			return sum
		}
		sum := booked(t, d)
		if all := took(); sum > all || sum < all-10*200 {
			t.Errorf("%v hashes are booked, the pool took %v", sum, all)
		}
	})
	t.Run("cpuminer-opt", func(t *testing.T) {
		binary := realMiner(t, "GPUARBITER_TEST_CPUMINER", "cpuminer")
		p := standin.NewBitcoinPool(t, 0.0005) // two million hashes
		d := mine(t, "sha256d", "cpuminer-opt", binary, p.Address, "15e6")
		if users := p.Logins(); len(users) != 1 || users[0] != "wallet.gpuarbiter-0" {
			t.Errorf("%v have logged in", users)
		}
		// It tells no difficulty: shares come by chance, the ledger has what was hashed.
		sum, took := booked(t, d), p.ShareHashes*float64(p.Accepted.Load())
		if p.Refused.Load() > 0 || math.Abs(sum/took-1) > 0.9 {
			t.Errorf("%v hashes are booked, the pool took %v in %d shares, and refused %d", sum, took, p.Accepted.Load(), p.Refused.Load())
		}
	})
}
