package faults

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/gpuarbiter/gpuarbiter/pkg/store"
)

// The database can be copied while the daemon runs; damaged, it is replaced by the daily
// copy at the next start, and the daemon runs.
func TestBackupAndDamage(t *testing.T) {
	dir := t.TempDir()
	config := filepath.Join(dir, "config.yaml")
	write(t, config, "state_dir: state\nhttp: {listen: \"\"}\nelectricity: {price_per_kwh: 0.2}\ndevices: {source: simulated}\n")
	d := start(t, dir, config)
	copied := filepath.Join(dir, "copy.db")
	if code, out, errs := d.cli("backup", copied, "--config", config); code != 0 {
		t.Fatalf("code %d: %s%s", code, out, errs)
	}
	st, err := store.Open(copied)
	if err != nil {
		t.Fatal(err)
	}
	st.Close()
	d.fails("no such file or directory", "backup", filepath.Join(dir, "none", "copy.db"), "--config", config)
	daily := func() []string {
		list, _ := filepath.Glob(filepath.Join(d.state, "snapshots", "gpuarbiter-*.db"))
		return list
	}
	d.within(patience, "the daily copy", func() bool { return len(daily()) > 0 })
	d.stop()
	if err := os.WriteFile(filepath.Join(d.state, "gpuarbiter.db"), []byte("a disk's own words"), 0o600); err != nil {
		t.Fatal(err)
	}
	d = start(t, dir, config)
	d.wantLogged(1, "the database was damaged")
}
