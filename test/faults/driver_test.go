package faults

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

const driverConfig = `state_dir: state
http: {listen: ""}
electricity: {price_per_kwh: 0.1}
devices: {source: nvml, nvml_library: %s}
policy: {tick: 500ms}
`

// TestDriver: without the driver's library the daemon stays and says so; once
// the library is there, it finds the devices by itself.
func TestDriver(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	driver, rig := filepath.Join(dir, "libnvidia-ml.so.1"), cards{filepath.Join(dir, "cards")}
	config := filepath.Join(dir, "config.yaml")
	write(t, config, fmt.Sprintf(driverConfig, driver))
	d := start(t, dir, config, rig.env())

	d.within(patience, "the fault", func() bool { return d.status().Fault != "" })
	if s := d.status(); !strings.Contains(s.Fault, driver) || len(s.Devices) != 0 {
		t.Errorf("fault is %q with %d devices, want one that names %s, and none", s.Fault, len(s.Devices), driver)
	}
	d.shows(true, "fault: no devices: ")
	d.wantMetric("devices_up", 0)
	d.fails(driver, "gpus", "--config", config)
	if code, out, _ := d.cli("config", "check", "--online", "--config", config); code != 1 || !strings.Contains(out, "FAULT  devices") || !strings.Contains(out, "install the NVIDIA driver") {
		t.Errorf("config check --online: exit %d, want 1 and a fault of the devices:\n%s", code, out)
	}
	before, _ := d.metric("ticks_total")
	d.within(patience, "five more ticks", func() bool { n, _ := d.metric("ticks_total"); return n >= before+5 })
	d.wantLogged(1, "no devices.*"+driver)

	if err := buildLibrary(); err != nil {
		t.Fatal(err)
	}
	rig.set(t, 0, "NVIDIA GeForce RTX 3090", "")
	if err := os.Symlink(library, driver); err != nil {
		t.Fatal(err)
	}
	d.within(patience, "the driver's devices", func() bool { s := d.status(); return s.Fault == "" && len(s.Devices) == 1 })
	d.wantMetric("devices_up", 1)
	d.shows(false, "fault:")
	d.wantLogged(1, "no devices")
	d.wantLogged(1, "device.*RTX 3090")
	if code := d.stop(); code != 0 {
		t.Errorf("exit %d at TERM, want 0", code)
	}
}
