package faults

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"sync"
	"testing"
)

// The devices of these tests are those of the stand-in for NVIDIA's library:
// what it says of them stands in files, which a test can change. The simulated
// rig's would be taken while another program on this machine uses them.

// library is where buildLibrary puts the stand-in.
var library string

var buildLibrary = sync.OnceValue(func() error {
	cmd := exec.Command("cc", "-shared", "-fPIC", "-o", library, "../../pkg/gpu/nvml/testdata/standin/nvml.c")
	if out, err := cmd.CombinedOutput(); err != nil {
		return fmt.Errorf("cc: %w\n%s\nthese tests need a C compiler named cc (Debian: apt install gcc)", err, out)
	}
	return nil
})

// cards are the files of the stand-in's cards.
type cards struct{ dir string }

func (c cards) env() string { return "STANDIN_NVML_DIR=" + c.dir }

// set describes a card anew; more are further lines, such as lost=1.
func (c cards) set(t testing.TB, index int, model, more string) {
	t.Helper()
	path := filepath.Join(c.dir, fmt.Sprintf("gpu%d", index))
	write(t, path+".new", fmt.Sprintf("name=%s\n%s%s", model, `power_mw=250000
temperature=61
memory_used=65000000
memory_total=25769803776
limit_min_mw=100000
limit_max_mw=385000
limit_default_mw=350000
`, more))
	if err := os.Rename(path+".new", path); err != nil {
		t.Fatal(err)
	}
}

// remove takes a card out; only the last one can be.
func (c cards) remove(t *testing.T, index int) {
	t.Helper()
	if err := os.Remove(filepath.Join(c.dir, fmt.Sprintf("gpu%d", index))); err != nil {
		t.Fatal(err)
	}
}

func uuid(device int) string { return fmt.Sprintf("GPU-57a4d100-0000-4000-8000-%012d", device) }

func write(t testing.TB, path, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
}
