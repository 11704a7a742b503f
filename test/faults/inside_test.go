package faults

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"time"

	"github.com/gpuarbiter/gpuarbiter/pkg/miner"
	"github.com/gpuarbiter/gpuarbiter/pkg/store"
	"github.com/gpuarbiter/gpuarbiter/test/scenario"
)

// open creates a challenge, draws and publishes it, beside the other tests.
func (a *around) open() {
	data := filepath.Join(a.dir, "data")
	if err := dataset(data); err != nil {
		a.t.Fatal(err)
	}
	created := make(chan error, 1)
	a.created = created
	ctx := a.parent.Context()
	go func() {
		id, err := a.world.Create(ctx, scenario.Terms{
			Data: []string{"--data", data, "--group-size", "12"}, Drawn: 2, Need: "20", Reward: "1",
			CommitWindow: time.Hour, RevealWindow: time.Hour, ClaimWindow: time.Hour, TurnWindow: time.Hour,
		}, new(scenario.Costs))
		a.challenge = id
		created <- err
	}()
}

// changedData: the organiser's files are no longer what the challenge is about.
func (a *around) changedData() {
	if a.created == nil {
		a.t.Fatal("there is no challenge: the chain was never in reach")
	}
	if err := <-a.created; err != nil {
		a.t.Fatal(err)
	}
	secrets, _ := filepath.Glob(filepath.Join(a.dir, "world", "organiser", "commitment-*.json"))
	if len(secrets) != 1 {
		a.t.Fatalf("the organiser's commitments are %v, want one", secrets)
	}
	bundle := filepath.Join(a.dir, "training.bundle")
	publish := []string{"challenge", "publish", fmt.Sprint(a.challenge), "--config", a.config, "--chain", "gone", "-o", bundle, "--commitment"}
	images := filepath.Join(a.dir, "data", "train-images-idx3-ubyte")
	good, err := os.ReadFile(images)
	if err != nil {
		a.t.Fatal(err)
	}
	bad := bytes.Clone(good)
	bad[5000] ^= 1
	write(a.t, images, string(bad))
	a.fails("the data set has changed since challenge create", append(publish, secrets[0])...)
	if _, err := os.Stat(bundle); err == nil {
		a.t.Error("a bundle was written in spite of that")
	}
	write(a.t, images, string(good))
	other := filepath.Join(a.dir, "other.json")
	_, _, _ = a.cli("challenge", "create", "--data", filepath.Dir(images), "--group-size", "12", "--holdout-groups", "2", "--need", "20", "--reward", "1",
		"--data-uri", "https://x.example/", "-o", other, "--config", a.config, "--chain", "wrong", "--state", filepath.Join(a.dir, "organiser"))
	a.fails("is not the commitment of challenge", append(publish, other)...)
	if code, _, errs := a.cli(append(publish, secrets[0])...); code != 0 {
		a.t.Errorf("publish of the right data: exit %d: %s", code, errs)
	}
}

// reload: a faulty file changes nothing, a good one says what it changes.
func (a *around) reload() {
	hup := func() {
		if err := a.cmd.Process.Signal(syscall.SIGHUP); err != nil {
			a.t.Fatal(err)
		}
	}
	good := a.configText(a.t)
	write(a.t, a.config, strings.Replace(good, "price_per_kwh: 0.1", "price_per_kwh: cheap", 1))
	hup()
	a.within(patience, "the fault of the file", func() bool { return a.status().ConfigFault != "" })
	if s := a.status(); !strings.Contains(s.ConfigFault, "config.yaml: line 3: ") {
		a.t.Errorf("the fault %q does not name file and line", s.ConfigFault)
	}
	a.wantMetric("config_last_reload_successful", 0)
	a.wantLogged(1, "configuration is not reloaded; the last good one stays in force")
	a.earns(first)

	a.facts["Tariff"] = "0.25"
	write(a.t, a.config, strings.Replace(a.configText(a.t), "ledger_every: 500ms", "ledger_every: 700ms", 1))
	hup()
	a.within(patience, "the file to be loaded", func() bool { return a.status().ConfigFault == "" })
	a.wantMetric("config_last_reload_successful", 1)
	a.wantLogged(1, `changed.*electricity.price_per_kwh: 0.1 -> 0.25`)
	a.wantLogged(1, `changed, but needs a restart.*policy.ledger_every: 500ms -> 700ms`)
	a.wantLogged(1, "not reloaded")
	a.shows(false, "configuration was not reloaded")
	// The price is in force: power is booked at it.
	a.within(patience, "a line of the ledger at the new price", func() bool {
		var lines []store.Line
		a.read("/api/ledger?n=8", &lines)
		for _, l := range lines {
			if strings.HasPrefix(l.Quote, "0.25 USD/kWh") {
				return true
			}
		}
		return false
	})
	a.earns(second)
}

// fullDisk: nothing can be stored for a while.
func (a *around) fullDisk() {
	if !a.writable {
		a.t.Skip("no permission to mount a small disk: a full one is not tested")
	}
	before, _ := a.metric("store_faults_total")
	fill := filepath.Join(a.state, "fill")
	a.fill(fill)
	a.within(patience, "the store to fail", func() bool { return a.status().StoreFault != "" })
	a.shows(true, "fault: the store cannot be written: ")
	if n, _ := a.metric("store_faults_total"); n <= before {
		a.t.Errorf("store_faults_total is %v, and was %v before", n, before)
	}
	a.fails("no space left on device", "challenge", "finalize", "7", "--config", a.config, "--chain", "gone", "--state", filepath.Join(a.state, "organiser"))
	other := filepath.Join(a.dir, "other.yaml")
	write(a.t, other, "state_dir: state/other\nhttp: {listen: \"\"}\nelectricity: {price_per_kwh: 0.1}\n")
	a.fails("no space left on device", "run", "--config", other)
	a.earns(first)
	a.earns(second)
	a.wantLogged(1, "ledger cannot be written.*no space left on device")
	if err := os.Remove(fill); err != nil {
		a.t.Fatal(err)
	}
	a.within(patience, "the store to be written again", func() bool { return a.status().StoreFault == "" && a.logged("ledger is written again") == 1 })
	a.shows(false, "store cannot be written")
	a.wantLogged(1, "ledger cannot be written")
	a.balanced()
}

// fill leaves no byte of the disk free.
func (a *around) fill(path string) {
	f, err := os.Create(path)
	if err != nil {
		a.t.Fatal(err)
	}
	defer f.Close()
	for size := 1 << 20; size > 0; {
		if _, err := f.Write(make([]byte, size)); errors.Is(err, syscall.ENOSPC) {
			size /= 2
		} else if err != nil {
			a.t.Fatal(err)
		}
	}
}

// balanced wants the ledger to hold just what was measured: nothing is lost and
// nothing is booked twice. A share or two may not be booked yet.
func (a *around) balanced() {
	a.t.Helper()
	var lines []store.Line
	a.read("/api/ledger?n=100000", &lines)
	joules, shares := map[string]float64{}, map[string]int{}
	for _, l := range lines {
		var n int
		var v float64
		if _, err := fmt.Sscanf(l.Source, "%d accepted shares", &n); err == nil {
			shares[l.Device] += n
		}
		if _, err := fmt.Sscan(l.Amount, &v); err == nil && l.Unit == "J" {
			joules[l.Device] += v
		}
	}
	for _, device := range []int{first, second} {
		id := uuid(device)
		if booked, seen := shares[id], int(a.shares(device)); booked > seen || booked < seen-2 {
			a.t.Errorf("device %d: %d shares are booked, %d were accepted", device, booked, seen)
		}
		measured, _ := a.metric(`gpu_energy_joules_total{uuid="` + id + `"}`)
		if rest := measured - joules[id]; rest < -1 || rest > 1500 { // some seconds at some 300 W
			a.t.Errorf("device %d: %.0f J are booked, %.0f J were measured", device, joules[id], measured)
		}
	}
}

// stuck: a file of prices that is a pipe without a writer holds nobody up. A daemon that
// stands still beats no more, its workers go on, and it beats again when it goes on.
func (a *around) stuck() {
	beat := func(within time.Duration) bool {
		select {
		case <-a.heartbeats:
			return true
		case <-time.After(within):
			return false
		}
	}
	accepted := func() uint64 {
		n, err := miner.PoolAPI{Kind: miner.OwnPool, URL: a.poolAPI, Wallet: "w", Worker: fmt.Sprintf("gpuarbiter-%d", first)}.Ask(a.t.Context())
		if err != nil {
			a.t.Fatal(err)
		}
		return n.Shares
	}
	for range 3 {
		if !beat(watchdog) {
			a.t.Fatal("no heartbeat in the watchdog's time")
		}
	}
	pipe := filepath.Join(a.dir, "prices")
	if err := syscall.Mkfifo(pipe, 0o600); err != nil {
		a.t.Fatal(err)
	}
	a.facts["Tariff"] = "{file: prices, key: kwh, max_age: 1h}"
	write(a.t, a.config, a.configText(a.t))
	if err := a.cmd.Process.Signal(syscall.SIGHUP); err != nil {
		a.t.Fatal(err)
	}
	a.within(patience, "the fault of the pipe", func() bool {
		_, out, _ := a.cli("explain", "--config", a.config)
		return strings.Contains(out, "no regular file")
	})
	for range 3 {
		if !beat(watchdog) {
			a.t.Fatal("no heartbeat beside a pipe")
		}
	}
	if err := os.Remove(pipe); err != nil {
		a.t.Fatal(err)
	}
	write(a.t, pipe, fmt.Sprintf(`{"kwh": {"value": 0.3, "at": %q}}`, time.Now().Format(time.RFC3339)))

	if err := a.cmd.Process.Signal(syscall.SIGSTOP); err != nil {
		a.t.Fatal(err)
	}
	a.within(patience, "the heartbeat to stop", func() bool { return !beat(watchdog) })
	before := accepted() // the devices do not wait for the daemon
	a.within(patience, "the pool to get shares", func() bool { return accepted() >= before+2 })
	if err := a.cmd.Process.Signal(syscall.SIGCONT); err != nil {
		a.t.Fatal(err)
	}
	if !beat(patience) {
		a.t.Error("no heartbeat after the daemon was set free")
	}
}
