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
	Hosts    Hosts                    // nil: nothing is let
	Programs map[profit.Kind]Programs // of kinds of work that are packages of their own
	Log      *zap.Logger
	// Read samples a device: whether it computes, when its worker's word proves nothing.
	Read func(context.Context, gpu.UUID) (gpu.Reading, error)

	pools    tried
	versions versions
}

// Kind starts the workers of one kind of work.
type Kind interface {
	// Launch starts a worker on a device that the caller has confirmed free.
	Launch(ctx context.Context, d gpu.Device, target string) (scheduler.Worker, error)
	// Probe reports why the work cannot be had now; nil: nothing speaks against it.
	Probe(ctx context.Context, d gpu.Device, target string) error
	// Recipe is what a worker would be started with now; "" for one that is gone.
	Recipe(d gpu.Device, target string) string
}

// kind is what starts a workload; nil: nothing does.
func (l *Launcher) kind(w profit.Workload) Kind {
	switch w.Kind {
	case profit.Mine:
		return miners{l}
	case profit.Train:
		return trainers{l}
	case profit.Rent:
		if l.Hosts != nil {
			return lessors{l}
		}
	default:
		if of := l.Programs[w.Kind]; of != nil {
			return programs{l, string(w.Kind), of}
		}
	}
	return nil
}

// Together is a Kind whose worker can take several devices.
type Together interface {
	// LaunchTogether starts one worker on devices that the caller has confirmed free.
	LaunchTogether(ctx context.Context, devices []gpu.Device, target string) (scheduler.Worker, error)
}

// Launch starts a workload on devices that the caller has confirmed free.
func (l *Launcher) Launch(ctx context.Context, devices []gpu.Device, w profit.Workload) (scheduler.Worker, error) {
	k := l.kind(w)
	if k != nil && len(devices) == 1 {
		return k.Launch(ctx, devices[0], w.Target)
	}
	if of, ok := k.(Together); ok && len(devices) > 1 {
		return of.LaunchTogether(ctx, devices, w.Target)
	}
	return nil, fmt.Errorf("workload %q cannot be launched on %d devices", w, len(devices))
}

// Probe reports why the workload cannot be had now, as far as that can be told without the
// device.
func (l *Launcher) Probe(ctx context.Context, d gpu.Device, w profit.Workload) error {
	if k := l.kind(w); k != nil {
		return k.Probe(ctx, d, w.Target)
	}
	return nil
}

// Recipe is what a worker would be started with now, as far as the operator sets it; "" for
// one that the configuration has no more. It is compared, never shown: addresses stand whole
// in it.
func (l *Launcher) Recipe(d gpu.Device, w profit.Workload) string {
	if k := l.kind(w); k != nil {
		return k.Recipe(d, w.Target)
	}
	return ""
}

// miners starts miners, trainers starts trainers, lessors lets devices to hosts.
type (
	miners   struct{ *Launcher }
	trainers struct{ *Launcher }
	lessors  struct{ *Launcher }
)

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
