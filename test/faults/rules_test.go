package faults

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/gpuarbiter/gpuarbiter/pkg/curtail"
	"github.com/gpuarbiter/gpuarbiter/pkg/store"
	"github.com/gpuarbiter/gpuarbiter/test/standin"
)

const rulesConfig = `state_dir: state
http: {listen: ""}
electricity: {price_per_kwh: 0.01}
devices: {source: nvml, nvml_library: %s}
mining:
  grace: 2s
  coins:
  - {name: ONE, algorithm: argon2/chukwa, miner: builtin, pool: "stratum+tcp://%[2]s", wallet: w, price_usd: 1, difficulty: 100, block_reward: 1,
     models: {RTX 3090: {hashes_per_second: 4, watts: 1, hash_limit: 4}}}
  - {name: TWO, algorithm: argon2/chukwa, miner: builtin, pool: "stratum+tcp://%[2]s", wallet: w, price_usd: 0.5, difficulty: 100, block_reward: 1,
     models: {RTX 3090: {hashes_per_second: 4, watts: 1, hash_limit: 4}}}
policy:
  tick: 500ms
  min_run: 1s
  signal_every: 0s
  rules:
%[3]s`

// TestRules: what the rules say is done by the daemon, explained, and changed by a reload.
func TestRules(t *testing.T) {
	t.Parallel()
	if err := buildLibrary(); err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	rig, p := cards{filepath.Join(dir, "cards")}, standin.NewPool(t, "")
	for i := range 3 {
		rig.set(t, i, "NVIDIA GeForce RTX 3090", "pids=\n")
	}
	config := filepath.Join(dir, "config.yaml")
	rules := func(lines ...string) {
		write(t, config, fmt.Sprintf(rulesConfig, library, p.Address, "  - "+strings.Join(lines, "\n  - ")+"\n"))
	}
	rules("{name: card 0 rests, devices: {indices: [0]}, forbid: true}", "{name: one at two, work: {coins: [TWO]}, at_least: 1}")
	d := start(t, dir, config, rig.env())
	doing := func(want ...string) {
		t.Helper()
		got := make([]string, len(want))
		d.within(patience, "the cards to do "+strings.Join(want, ", "), func() bool {
			ok := true
			for i := range want {
				s := d.device(i)
				got[i] = s.Workload.String() + " " + string(s.Phase)
				ok = ok && s.Workload.String() == want[i] && string(s.Phase) != "starting"
			}
			return ok
		})
	}
	doing("idle", "mine TWO", "mine ONE")
	if _, out, errs := d.cli("explain", "0", "--config", d.config); !strings.Contains(out, `rule "card 0 rests"`) {
		t.Errorf("explain:\n%s%s", out, errs)
	}
	rules("{name: nobody at one, work: {coins: [ONE]}, at_most: 0}", "{name: card 2 rests, devices: {indices: [2]}, only: true, work: {kinds: [train]}}")
	if err := d.cmd.Process.Signal(syscall.SIGHUP); err != nil {
		t.Fatal(err)
	}
	doing("mine TWO", "mine TWO", "idle")
	if code := d.stop(); code != 0 {
		t.Errorf("exit %d", code)
	}
}

// A coin whose first pool does not serve is mined at its second one, and that is said.
func TestSecondPool(t *testing.T) {
	t.Parallel()
	if err := buildLibrary(); err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	rig, p := cards{filepath.Join(dir, "cards")}, standin.NewPool(t, "")
	rig.set(t, 0, "NVIDIA GeForce RTX 3090", "pids=\n")
	config := filepath.Join(dir, "config.yaml")
	text := fmt.Sprintf(rulesConfig, library, p.Address, "  - {name: none at two, work: {coins: [TWO]}, forbid: true}\n")
	write(t, config, strings.Replace(text, fmt.Sprintf(`pool: "stratum+tcp://%s"`, p.Address), fmt.Sprintf(`pool: "stratum+tcp://127.0.0.1:1", pools: ["stratum+tcp://%s"]`, p.Address), 1))
	d := start(t, dir, config, rig.env())
	d.within(patience, "a login at the second pool", func() bool { return d.device(0).Workload.String() == "mine ONE" && p.Logins.Load() > 1 })
	d.within(patience, "the reason", func() bool { return strings.Contains(d.device(0).Worker, "at stratum+tcp://"+p.Address+": ") })
}

// TestCurtailment: a signal takes the rig down at once and brings it back, what is paid for it
// is in the ledger, and a signal that is lost means off.
func TestCurtailment(t *testing.T) {
	t.Parallel()
	if err := buildLibrary(); err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	rig, p := cards{filepath.Join(dir, "cards")}, standin.NewPool(t, "")
	for i := range 2 {
		rig.set(t, i, "NVIDIA GeForce RTX 3090", "pids=\n")
	}
	config, signal := filepath.Join(dir, "config.yaml"), filepath.Join(dir, "signal")
	send := func(target int) {
		write(t, signal+".new", fmt.Sprintf(`{"target": %d, "timestamp": %d}`, target, time.Now().Unix()))
		if err := os.Rename(signal+".new", signal); err != nil {
			t.Fatal(err)
		}
	}
	contract := fmt.Sprintf("curtailment: {file: %s, every: 1s, baseline_watts: 700, off_watts: 690, max_age: 1h, within: 5s, min_off: 2s, restore_step_watts: 350, restore_every: 1s, income_usd_per_hour: 3600}\n", signal)
	text := fmt.Sprintf(rulesConfig, library, p.Address, "  - {name: none at two, work: {coins: [TWO]}, forbid: true}\n")
	write(t, config, contract+strings.Replace(text, "  tick: 500ms", "  tick: 500ms\n  ledger_every: 500ms", 1))
	send(100)
	d := start(t, dir, config, rig.env())
	both := func(want string) {
		t.Helper()
		d.within(patience, "both at "+want, func() bool {
			return d.device(0).Workload.String() == want && d.device(1).Workload.String() == want
		})
	}
	both("mine ONE")
	send(0)
	both("idle")
	d.within(patience, "the ceiling", func() bool {
		c := d.status().Curtailment
		return c != nil && c.Ceiling != nil && *c.Ceiling == 0 && c.Met && !c.Late
	})
	if ceiling, ok := d.metric("curtailment_ceiling_watts"); !ok || ceiling != 0 {
		t.Errorf("the metric says %v, %t", ceiling, ok)
	}
	if _, out, errs := d.cli("explain", "0", "--config", d.config); !strings.Contains(out, "the curtailment of 0 W") {
		t.Errorf("explain:\n%s%s", out, errs)
	}
	d.within(patience, "what it pays", func() bool { return len(d.lines(store.Curtailment)) > 2 })
	for _, l := range d.lines(store.Curtailment) {
		if l.USD < 0.9*l.Seconds || l.USD > 1.1*l.Seconds { // 3,600 USD an hour
			t.Errorf("%+v", l)
		}
	}
	send(100)
	both("mine ONE")
	d.within(patience, "the end of it", func() bool {
		s := d.status()
		return s.Curtailment.Phase == curtail.Free && s.Money.Curtailment > 0
	})
	write(t, signal, "{}") // what is not understood leaves the last one in force, for its time
	both("mine ONE")
	d.within(patience, "the fault in the log", func() bool { return d.logged("the signal of the curtailment is not understood") > 0 })
}
