//go:build chaos

package chaos

import (
	"context"
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"sync"
	"testing"
	"time"

	"github.com/gpuarbiter/gpuarbiter/pkg/gpu/simrig"
	"github.com/gpuarbiter/gpuarbiter/pkg/store"
)

var (
	long = flag.Bool("long", false, "twenty rounds instead of four, and 500 handovers instead of 100")
	seed = flag.Uint64("seed", 0, "of everything that is drawn; 0: another one each time")
	keep = flag.Bool("keep", false, "leave logs and states where they are")
)

// What is built once, and where.
var program, stubborn, library string

func TestMain(m *testing.M) {
	flag.Parse()
	os.Exit(run(m))
}

func run(m *testing.M) int {
	dir, err := os.MkdirTemp("", "gpuarbiter-chaos-bin-")
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	defer os.RemoveAll(dir)
	program, stubborn, library = filepath.Join(dir, "gpuarbiter"), filepath.Join(dir, "stubborn"), filepath.Join(dir, "libnvidia-ml.so.1")
	for out, pkg := range map[string]string{program: "../../cmd/gpuarbiter", stubborn: "../standin/stubborn"} {
		if said, err := exec.Command("go", "build", "-o", out, pkg).CombinedOutput(); err != nil {
			fmt.Fprintf(os.Stderr, "go build: %v\n%s", err, said)
			return 1
		}
	}
	if err := buildLibrary(library); err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	return m.Run()
}

// chaos is the whole world of the test.
type chaos struct {
	t      *testing.T
	watch  *watch
	rigs   []*rig
	sites  []*site
	quotes *quotes
	chain  *chain

	mu         sync.Mutex
	counts     map[string]int
	overdrawn  map[account]bool // of which it has been told
	violations int
}

// violate tells of something that must not be.
func (c *chaos) violate(format string, args ...any) {
	c.mu.Lock()
	c.violations++
	c.mu.Unlock()
	c.t.Errorf("VIOLATION %s "+format, append([]any{time.Now().Format("15:04:05.000")}, args...)...)
}

func (c *chaos) count(what string) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.counts[what]++
}

// Whatever dies, a device has one worker at most, nothing outlives its daemon, every device
// works again when the faults are over, and no hash is booked that no pool took.
func TestNothingDiesBadly(t *testing.T) {
	if *seed == 0 {
		*seed = rand.Uint64()>>32 + 1
	}
	rounds, goal := 4, 100
	if *long {
		rounds, goal = 20, 500
	}
	t.Logf("seed %d: %d rounds", *seed, rounds)
	begin := time.Now()
	c := setUp(t)
	defer c.print()

	running, stop := context.WithCancel(t.Context())
	defer stop()
	var around sync.WaitGroup
	around.Go(func() { c.watch.run(running) })
	defer func() { stop(); around.Wait() }()

	pricing, settle := context.WithCancel(running)
	defer settle()
	around.Go(func() { c.quotes.run(pricing) })
	end := c.startDaemons(t)
	defer end()
	c.mining(t)
	if err := c.chain.open(t.Context()); err != nil {
		t.Fatal(err)
	}
	t.Logf("everything runs after %s", time.Since(begin).Round(time.Second))

	auditing, silence := context.WithCancel(running)
	defer silence()
	var audits sync.WaitGroup
	audits.Go(func() { c.auditAll(auditing) })
	c.carryOut(t.Context(), plan(*seed, rounds))
	if err := within(t.Context(), fmt.Sprintf("%d handovers", goal), func() bool { return c.watch.handovers() >= goal }); err != nil {
		c.violate("%v; there were %d", err, c.watch.handovers())
	}
	silence()
	audits.Wait()
	settle()
	c.recover(t)
	end()
	c.books(t)
}

// setUp makes everything but the daemons run.
func setUp(t *testing.T) *chaos {
	dir, err := os.MkdirTemp("", "gpuarbiter-chaos-")
	if err != nil {
		t.Fatal(err)
	}
	c := &chaos{t: t, counts: map[string]int{}, overdrawn: map[account]bool{}}
	t.Cleanup(func() {
		if t.Failed() || *keep {
			t.Logf("configurations and logs are left in %s", dir)
			return
		}
		_ = os.RemoveAll(dir)
	})
	c.watch = newWatch(c.violate)
	c.quotes = &quotes{path: filepath.Join(dir, "quotes.json"), coins: coins, fail: c.violate, rng: rand.New(rand.NewPCG(*seed, 2))}
	for _, coin := range coins {
		s, err := newSite(coin)
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { s.kill() })
		c.sites = append(c.sites, s)
	}
	if c.chain, err = newChain(t.Context(), filepath.Join(dir, "world")); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(c.chain.close)
	simulated := c.addRig(t, dir, "sim")
	for _, spec := range simrig.DefaultRig(simulated.state) {
		simulated.devices = append(simulated.devices, string(spec.Device.UUID))
	}
	carded := c.addRig(t, dir, "nvml")
	cards := filepath.Join(carded.dir, "cards")
	if err := os.Mkdir(cards, 0o700); err != nil {
		t.Fatal(err)
	}
	carded.env = []string{"STANDIN_NVML_DIR=" + cards}
	for i, model := range models {
		card, err := newCard(cards, i, model)
		if err != nil {
			t.Fatal(err)
		}
		carded.cards, carded.devices = append(carded.cards, card), append(carded.devices, cardUUID(i))
	}
	for _, r := range c.rigs {
		if err := c.configure(r); err != nil {
			t.Fatal(err)
		}
	}
	c.watch.rigs = c.rigs
	return c
}

func (c *chaos) addRig(t *testing.T, dir, name string) *rig {
	r, err := newRig(c.watch, dir, name, c.violate)
	if err != nil {
		t.Fatal(err)
	}
	if !r.shrink(t) {
		t.Logf("no permission to mount a small disk: the disk of %s is never full", name)
	}
	c.rigs = append(c.rigs, r)
	return r
}

// startDaemons starts the keepers; end ends every daemon in good order, and wants all of
// them to have a good end and to leave nothing.
func (c *chaos) startDaemons(t *testing.T) (end func()) {
	keeping, stop := context.WithCancel(t.Context())
	for _, r := range c.rigs {
		go r.keep(keeping)
	}
	return sync.OnceFunc(func() {
		stop()
		for _, r := range c.rigs {
			if code, err := r.finish(); err != nil || code != 0 {
				c.violate("%s: the daemon's end at TERM: exit %d, %v", r.name, code, err)
			}
			select {
			case <-c.watch.died(r, time.Now()):
			case <-time.After(patience):
				c.violate("%s: something is left of the last daemon", r.name)
			}
			for _, line := range r.crashes() {
				c.violate("%s: in the log: %s", r.name, line)
			}
		}
	})
}

// mining waits until every device has earned.
func (c *chaos) mining(t *testing.T) {
	for _, r := range c.rigs {
		for index := range r.devices {
			if err := within(t.Context(), fmt.Sprintf("device %d of %s to earn", index, r.name), func() bool { return c.accepted(r, index) > 0 }); err != nil {
				t.Fatalf("%v; the daemon's last words:\n%s", err, r.lastWords())
			}
		}
	}
}

// books reads the ledgers of daemons that have ended.
func (c *chaos) books(t *testing.T) {
	for _, r := range c.rigs {
		st, err := store.Open(filepath.Join(r.state, "gpuarbiter.db"))
		if err != nil {
			c.violate("%s: %v", r.name, err)
			continue
		}
		lines, err := store.All[store.Line](st, store.Ledger)
		if err != nil {
			c.violate("%s: %v", r.name, err)
		}
		st.Close()
		booked, accepted := c.audit(r, lines)
		if booked == 0 {
			c.violate("%s: nothing is booked of %d accepted hashes", r.name, accepted)
		}
		t.Logf("%s: %d hashes are booked, the pools took %d (%.1f %% are not booked)", r.name, booked, accepted, 100-100*float64(booked)/float64(max(accepted, 1)))
	}
}
