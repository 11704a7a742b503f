//go:build chaos

package chaos

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync"
)

// card is one of the stand-in for NVIDIA's library: a file says what it says.
type card struct {
	path, model string

	mu   sync.Mutex
	pids []int // that the driver lists: those that the process table has
	hung bool  // calls about it do not return
	full bool  // its memory is in use, and nobody knows by whom
}

// buildLibrary compiles the stand-in.
func buildLibrary(path string) error {
	cmd := exec.Command("cc", "-shared", "-fPIC", "-o", path, "../../pkg/gpu/nvml/testdata/standin/nvml.c")
	if out, err := cmd.CombinedOutput(); err != nil {
		return fmt.Errorf("cc: %w\n%s\nthe cards need a C compiler named cc (Debian: apt install gcc)", err, out)
	}
	return nil
}

// cardUUID is the name that the stand-in gives its cards.
func cardUUID(index int) string { return fmt.Sprintf("GPU-57a4d100-0000-4000-8000-%012d", index) }

func newCard(dir string, index int, model string) (*card, error) {
	c := &card{path: filepath.Join(dir, fmt.Sprintf("gpu%d", index)), model: model}
	return c, c.set(func(*card) {})
}

// set changes the card at once.
func (c *card) set(change func(*card)) error {
	c.mu.Lock()
	defer c.mu.Unlock()
	change(c)
	const total = 24 << 30
	var pids []string
	used, hang := 300<<20+len(c.pids)<<32, 0
	for _, pid := range c.pids {
		pids = append(pids, strconv.Itoa(pid))
	}
	if c.full {
		used = total - 1<<20
	}
	if c.hung {
		hang = 1
	}
	text := fmt.Sprintf(`name=%s
power_mw=250000
temperature=61
utilisation=97
memory_used=%d
memory_total=%d
limit_min_mw=100000
limit_max_mw=385000
limit_default_mw=350000
pids=%s
hang=%d
`, c.model, min(used, total), total, strings.Join(pids, ","), hang)
	if err := os.WriteFile(c.path+".new", []byte(text), 0o600); err != nil {
		return err
	}
	return os.Rename(c.path+".new", c.path)
}

// occupy makes the driver list the processes that are on the card.
func (c *card) occupy(on []proc) error {
	var pids []int
	for _, p := range on {
		pids = append(pids, p.pid)
	}
	c.mu.Lock()
	same := slices.Equal(pids, c.pids)
	c.mu.Unlock()
	if same {
		return nil
	}
	return c.set(func(c *card) { c.pids = pids })
}
