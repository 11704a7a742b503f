// Package workers launches what a device runs: an external miner or a training
// process, each under a supervisor of package process.
package workers

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"go.uber.org/zap"

	"github.com/gpuarbiter/gpuarbiter/pkg/gpu"
	"github.com/gpuarbiter/gpuarbiter/pkg/process"
	"github.com/gpuarbiter/gpuarbiter/pkg/profit"
	"github.com/gpuarbiter/gpuarbiter/pkg/scheduler"
)

// Launcher starts miners and trainers.
type Launcher struct {
	Process  process.Config
	Owner    string // id of the state directory
	StateDir string
	Self     string // this program's path
	Mining   *Mining
	Training *Training
	Log      *zap.Logger
	// Read samples a device: whether it computes, when its worker's word proves nothing.
	Read func(context.Context, gpu.UUID) (gpu.Reading, error)

	pools tried
}

// Launch starts a workload on a device that the caller has confirmed free.
func (l *Launcher) Launch(ctx context.Context, d gpu.Device, w profit.Workload) (scheduler.Worker, error) {
	switch w.Kind {
	case profit.Mine:
		return l.mine(ctx, d, w.Target)
	case profit.Train:
		return l.train(ctx, d, w.Target)
	}
	return nil, fmt.Errorf("workload %q cannot be launched", w)
}

// dir makes the device's own folder for a kind of worker.
func (l *Launcher) dir(d gpu.Device, kind string) (string, error) {
	dir := filepath.Join(l.StateDir, "workers", strings.ReplaceAll(string(d.UUID), string(filepath.Separator), "_"), kind)
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return "", fmt.Errorf("worker's folder: %w", err)
	}
	return dir, nil
}

// inherited are the variables of the daemon's environment that workers need:
// to find programs and libraries, nothing that could hold a secret.
var inherited = []string{"PATH", "HOME", "LANG", "LD_LIBRARY_PATH", "XLA_FLAGS", "SSL_CERT_FILE", "SSL_CERT_DIR", "TMPDIR"}

func baseEnv(extra ...string) []string {
	var env []string
	for _, kv := range os.Environ() {
		if name, _, ok := strings.Cut(kv, "="); ok && slices.Contains(inherited, name) {
			env = append(env, kv)
		}
	}
	return append(env, extra...)
}
