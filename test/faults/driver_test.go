package faults

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

const driverConfig = `state_dir: state
http: {listen: ""}
electricity: {price_per_kwh: 0.1}
devices: {source: nvml, nvml_library: %s}
policy: {tick: 500ms}
`

const card = `name=NVIDIA GeForce RTX 3090
power_mw=25000
energy_mj=1234500
temperature=41
memory_used=65000000
memory_total=25769803776
limit_min_mw=100000
limit_max_mw=385000
limit_default_mw=350000
`

// TestDriver: without the driver's library the daemon stays and says so; once
// the library is there, it finds the devices by itself.
func TestDriver(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	library, cards := filepath.Join(dir, "libnvidia-ml.so.1"), filepath.Join(dir, "cards")
	config := filepath.Join(dir, "config.yaml")
	write(t, config, fmt.Sprintf(driverConfig, library))
	d := start(t, dir, config, "STANDIN_NVML_DIR="+cards)

	d.within(5*time.Second, "the fault", func() bool { return d.status().Fault != "" })
	if s := d.status(); !strings.Contains(s.Fault, library) || len(s.Devices) != 0 {
		t.Errorf("fault is %q with %d devices, want one that names %s, and none", s.Fault, len(s.Devices), library)
	}
	d.shows(true, "fault: no devices: ")
	d.wantMetric("devices_up", 0)
	d.fails(library, "gpus", "--config", config)
	if code, out, _ := d.cli("config", "check", "--online", "--config", config); code != 1 || !strings.Contains(out, "FAULT  devices") || !strings.Contains(out, "install the NVIDIA driver") {
		t.Errorf("config check --online: exit %d, want 1 and a fault of the devices:\n%s", code, out)
	}
	before, _ := d.metric("ticks_total")
	d.within(5*time.Second, "five more ticks", func() bool { n, _ := d.metric("ticks_total"); return n >= before+5 })
	d.wantLogged(1, "no devices.*"+library)

	if _, err := exec.LookPath("cc"); err != nil {
		t.Skip("no C compiler named cc: the stand-in for the driver's library cannot be built, so its return is not tested")
	}
	write(t, filepath.Join(cards, "gpu0"), card)
	build := exec.Command("cc", "-shared", "-fPIC", "-o", library+".new", "../../pkg/gpu/nvml/testdata/standin/nvml.c")
	if out, err := build.CombinedOutput(); err != nil {
		t.Fatalf("cc: %v\n%s", err, out)
	}
	if err := os.Rename(library+".new", library); err != nil {
		t.Fatal(err)
	}
	d.within(20*time.Second, "the driver's devices", func() bool { s := d.status(); return s.Fault == "" && len(s.Devices) == 1 })
	d.wantMetric("devices_up", 1)
	d.shows(false, "fault:")
	d.wantLogged(1, "no devices")
	d.wantLogged(1, "device.*RTX 3090")
	if code := d.stop(); code != 0 {
		t.Errorf("exit %d at TERM, want 0", code)
	}
}

func write(t *testing.T, path, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
}
