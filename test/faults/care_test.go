package faults

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/gpuarbiter/gpuarbiter/pkg/scheduler"
	"github.com/gpuarbiter/gpuarbiter/test/standin"
)

const careConfig = `state_dir: state
http: {listen: ""}
electricity: {price_per_kwh: 0.01}
devices:
  source: nvml
  nvml_library: %s
  expected: 6
  max_celsius: 80
  tuning: [{work: mine, power_limit_watts: 220, memory_offset_mhz: 500}]
mining:
  grace: 2s
  coins:
  - {name: ONE, algorithm: argon2/chukwa, miner: builtin, pool: "stratum+tcp://%s", wallet: w, price_usd: 1, difficulty: 100, block_reward: 1,
     models: {RTX 3090: {hashes_per_second: 4, watts: 1, hash_limit: 4}}}
policy: {tick: 500ms, ledger_every: 500ms, drain_timeout: 2s}
`

// TestDevicesThatAreNotWell: each of the faults that the driver shows is seen in status and
// metrics, keeps that device alone from work, and ends as docs/OPERATIONS.md says.
func TestDevicesThatAreNotWell(t *testing.T) {
	if err := buildLibrary(); err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	rig, p := cards{filepath.Join(dir, "cards")}, standin.NewPool(t, "")
	const model, free = "NVIDIA GeForce RTX 3090", "pids=\n"
	for i := range 6 {
		rig.set(t, i, model, free)
	}
	rig.set(t, 3, model, free+"mig=1\n")
	rig.set(t, 4, model, free+"lost=1\n")
	rig.set(t, 5, model, free+"unlisted=1\n")
	config := filepath.Join(dir, "config.yaml")
	write(t, config, fmt.Sprintf(careConfig, library, p.Address))
	d := start(t, dir, config, rig.env())
	phase := func(device int, want scheduler.Phase, why string) {
		t.Helper()
		d.within(patience, fmt.Sprintf("device %d to be %s: %s", device, want, why), func() bool {
			s := d.device(device)
			return s.Phase == want && strings.Contains(s.Reason, why)
		})
	}
	working := func(device int) {
		t.Helper()
		phase(device, scheduler.PhaseRunning, "")
	}
	for i := range 3 {
		working(i)
	}
	gone := func(uuid, index string) string {
		return fmt.Sprintf(`gpu_missing{index="%s",uuid="%s"}`, index, uuid)
	}

	// Left alone, missing at boot, and not known to be free.
	absent := map[bool]scheduler.Absent{}
	for _, a := range d.status().Absent {
		absent[a.Missing] = a
	}
	if a := absent[false]; a.Device.Index != 3 || !strings.Contains(a.Why, "MIG mode is on") {
		t.Errorf("%+v", a)
	}
	if a := absent[true]; a.Device.Index != 4 || !strings.Contains(a.Why, "lost") {
		t.Errorf("%+v", a)
	}
	d.wantMetric(gone("", "4"), 1)
	d.wantMetric(fmt.Sprintf(`gpu_left_alone{reason="unusable",uuid="%s"}`, uuid(3)), 1)
	d.shows(true, "left alone: "+model)
	d.shows(true, "missing: #4")
	phase(5, scheduler.PhaseQuarantined, "does not say which processes")
	d.wantMetric(fmt.Sprintf(`gpu_faulty{uuid="%s"}`, uuid(5)), 1)
	rig.set(t, 4, model, free)
	working(4)
	if _, still := d.metric(gone("", "4")); still {
		t.Error("it is still missed")
	}

	// Settings are in force; who may not set them says so.
	d.within(patience, "the power limit", func() bool { s := d.device(0); return s.LimitWatts != nil && *s.LimitWatts == 220 })
	d.wantMetric(fmt.Sprintf(`gpu_settings_refused{uuid="%s"}`, uuid(0)), 0)

	// An error that only a repair helps, and its release.
	write(t, filepath.Join(rig.dir, "gpu0.xid"), "48\n")
	phase(0, scheduler.PhaseQuarantined, "xid 48: double-bit memory error")
	d.wantMetric(fmt.Sprintf(`gpu_xid_errors_total{uuid="%s",xid="48"}`, uuid(0)), 1)
	d.wantMetric(fmt.Sprintf(`gpu_held{by="xid",uuid="%s"}`, uuid(0)), 1)
	d.shows(true, "driver: #0: xid 48")
	d.within(patience, "its own limit again", func() bool { s := d.device(0); return s.LimitWatts != nil && *s.LimitWatts == 350 })
	d.command("device", "release", "0")
	working(0)

	// Heat, and its end.
	rig.set(t, 1, model, free+"temperature=84\n")
	phase(1, scheduler.PhaseQuarantined, "too hot: its die is at 84 C, the limit is 80 C")
	d.wantMetric(fmt.Sprintf(`gpu_held{by="heat",uuid="%s"}`, uuid(1)), 1)
	rig.set(t, 1, model, free+"temperature=60\n")
	working(1)

	// An operator's pause, over a kill of the daemon; what was here is missed.
	d.command("device", "pause", "--for", "2h", "--reason", "a new fan", "2")
	phase(2, scheduler.PhasePaused, "by the operator: a new fan, until ")
	d.wantMetric(fmt.Sprintf(`gpu_held{by="operator",uuid="%s"}`, uuid(2)), 1)
	d.fails("no device is called", "device", "resume", "--config", config, "GPU-none")
	_ = d.cmd.Process.Kill()
	<-d.done
	rig.remove(t, 5)
	d = start(t, dir, config, rig.env())
	phase(2, scheduler.PhasePaused, "a new fan")
	working(0)
	d.wantMetric(gone(uuid(5), ""), 1)
	d.shows(true, "missing: "+model+" "+uuid(5))
	if _, out, errs := d.cli("gpus", "--config", config); !strings.Contains(out, "it is missing: ") || !strings.Contains(out, "#5") {
		t.Errorf("gpus does not miss it: %s%s", out, errs)
	}
	d.command("device", "forget", uuid(5))
	d.command("device", "resume", uuid(2))
	working(2)
	d.command("rig", "pause")
	for i := range 3 {
		phase(i, scheduler.PhasePaused, "by the operator")
	}
}

// command runs a command of the operator's that must succeed.
func (d *daemon) command(args ...string) {
	d.t.Helper()
	if code, out, errs := d.cli(append(args, "--config", d.config)...); code != 0 {
		d.t.Errorf("%v: exit %d\n%s%s", args, code, out, errs)
	}
}

// TestBench: a coin without figures is measured on a real worker, and mined from then on.
func TestBench(t *testing.T) {
	t.Parallel() // a worker warms up for two minutes before it is measured
	if err := buildLibrary(); err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	rig, p := cards{filepath.Join(dir, "cards")}, standin.NewPool(t, "")
	rig.set(t, 0, "NVIDIA GeForce RTX 3090", "pids=\n")
	config := filepath.Join(dir, "config.yaml")
	text := fmt.Sprintf(careConfig, library, p.Address)
	text = text[:strings.Index(text, "     models:")] + "    }\n" + text[strings.Index(text, "policy:"):]
	write(t, config, strings.Replace(text, "block_reward: 1,", "block_reward: 1", 1))
	d := start(t, dir, config, rig.env())
	if code, out, errs := d.cliWithin(4*time.Minute, "bench", "--config", config, "--coin", "ONE", "--for", "5s"); code != 0 || !strings.Contains(out, "ONE") || errs != "" { // a pipe gets no bar
		t.Errorf("exit %d\n%s%s", code, out, errs)
	}
	d.within(patience, "the coin to be mined for what it earns", func() bool {
		s := d.device(0)
		return s.Workload.Target == "ONE" && s.NetUSD != nil && *s.NetUSD > 0 && len(s.Trials) == 0
	})
}
