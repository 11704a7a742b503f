package faults

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"github.com/gpuarbiter/gpuarbiter/pkg/store"
	"github.com/gpuarbiter/gpuarbiter/test/standin"
)

// TestProgram: an operator's program is work like any other: it runs where it is worth more than
// mining, on the device that it was given alone, is ended and cleared up behind when that changes, and
// rules speak of it. Nothing that it is worth comes into the ledger.
func TestProgram(t *testing.T) {
	t.Parallel()
	if err := buildLibrary(); err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	rig, p := cards{filepath.Join(dir, "cards")}, standin.NewPool(t, "")
	rig.set(t, 0, "NVIDIA GeForce RTX 3090", "pids=\n")
	rig.set(t, 1, "NVIDIA GeForce RTX 3090", "pids=\n")
	mark, config := filepath.Join(dir, "mark"), filepath.Join(dir, "config.yaml")
	configure := func(rule string) {
		write(t, config, fmt.Sprintf(rulesConfig, library, p.Address, "  - {name: card 1 mines, devices: {indices: [1]}, only: true, work: {kinds: [mine]}}\n"+rule)+fmt.Sprintf(`work:
  program:
  - name: render
    command: [sh, -c, 'echo "$CUDA_VISIBLE_DEVICES {{.Index}} $SCENE" > "{{.WorkDir}}/there"; echo frame 7; exec sleep 1000']
    env: {SCENE: "of {{.Device}}"}
    clear: [sh, -c, 'date >> %s']
    usd_per_hour: 200
    watts: 100
    grace: 2s
`, mark))
	}
	configure("")
	d := start(t, dir, config, rig.env())
	does := func(index int, want string) {
		t.Helper()
		d.within(patience, want, func() bool { return d.device(index).Workload.String() == want && d.device(index).Phase == "running" })
	}
	does(0, "program render") // 144 USD an hour at ONE
	does(1, "mine ONE")
	there := filepath.Join(d.state, "workers", uuid(0), "program-render", "there")
	d.within(patience, "its program", func() bool {
		b, _ := os.ReadFile(there)
		return strings.TrimSpace(string(b)) == uuid(0)+" 0 of "+uuid(0)
	})
	if _, out, errs := d.cli("explain", "0", "--config", d.config); !strings.Contains(out, "program render") {
		t.Errorf("explain:\n%s%s", out, errs)
	}
	configure("  - {name: no programs, work: {kinds: [program]}, forbid: true}\n")
	if err := d.cmd.Process.Signal(syscall.SIGHUP); err != nil {
		t.Fatal(err)
	}
	does(0, "mine ONE")
	if b, _ := os.ReadFile(mark); strings.Count(string(b), "\n") != 2 {
		t.Errorf("it was cleared up %d times, not before and behind it", strings.Count(string(b), "\n"))
	}
	var all []store.Line
	d.read("/api/ledger?n=10000", &all)
	for _, l := range all {
		if strings.HasPrefix(l.Workload, "program") && l.USD > 0 {
			t.Errorf("the ledger has %+v", l)
		}
	}
}
