package workers

import (
	"context"
	"fmt"
	"path/filepath"
	"sync"
	"time"

	"go.uber.org/zap"

	"github.com/gpuarbiter/gpuarbiter/pkg/gpu"
	"github.com/gpuarbiter/gpuarbiter/pkg/process"
	"github.com/gpuarbiter/gpuarbiter/pkg/rent"
	"github.com/gpuarbiter/gpuarbiter/pkg/rent/pages"
	"github.com/gpuarbiter/gpuarbiter/pkg/scheduler"
)

// Hosts is what a lessor asks about hosts.
type Hosts interface {
	// Visit is how a device goes to a host; no command where the host's customers come to it.
	Visit(host string, d gpu.Device, dir string) (Visit, error)
	// Report is what the host says of a device.
	Report(host string, id gpu.UUID) rent.Report
}

// Visit is how a device goes to a host.
type Visit struct {
	Argv, Env, Clear []string
	Read, Write      []string // paths
	Drain            time.Duration
}

// MostDrain is how long a host's program may take to end: a device is left while no customer
// has it, so that there is little to hand in.
const MostDrain = 2 * time.Minute

// Clearing bounds what is run before a start and after an end.
const Clearing = 30 * time.Second

// Launch implements Kind: a device goes to a host, or is its customer's already.
func (l lessors) Launch(ctx context.Context, d gpu.Device, name string) (scheduler.Worker, error) {
	dir, env, err := l.home(d, "rent-"+name)
	if err != nil {
		return nil, err
	}
	visit, err := l.Hosts.Visit(name, d, dir)
	if err != nil {
		return nil, err
	}
	of := func() rent.Report { return l.Hosts.Report(name, d.UUID) }
	if len(visit.Argv) == 0 {
		return &lease{report: of, done: make(chan struct{})}, nil
	}
	ClearUp(ctx, visit.Clear, l.Log)
	env = baseEnv(append(env, append([]string{"CUDA_VISIBLE_DEVICES=" + string(d.UUID)}, visit.Env...)...)...)
	w, err := process.Start(ctx, l.Process, process.Spec{
		Argv: visit.Argv, Env: env, Dir: dir, Grace: min(visit.Drain, MostDrain), ReadPaths: append(pathsIn(env, nil), visit.Read...), WritePaths: visit.Write,
		LogPath: filepath.Join(dir, "log"), LogStdout: true, Owner: l.Owner,
	})
	if err != nil {
		return nil, err
	}
	v := &visitor{Worker: w, report: of, done: make(chan struct{})}
	go func() {
		defer close(v.done)
		<-w.Done()
		ClearUp(context.WithoutCancel(ctx), visit.Clear, l.Log)
	}()
	return v, nil
}

// Probe implements Kind.
func (lessors) Probe(context.Context, gpu.Device, string) error { return nil }

// Recipe implements Kind: hosts change with a restart alone.
func (lessors) Recipe(_ gpu.Device, name string) string { return name }

// ClearUp ends what a visit may have left, such as a container. That there is nothing is no fault.
func ClearUp(ctx context.Context, argv []string, log *zap.Logger) {
	if len(argv) == 0 {
		return
	}
	if _, _, exit := process.Run(ctx, argv, process.RunOptions{Timeout: Clearing}); exit.Err != nil || exit.Code != 0 {
		log.Debug("clear", zap.Strings("command", argv), zap.Stringer("exit", exit), zap.Error(exit.Err))
	}
}

// reported is a host's word in a worker's.
func reported(r rent.Report) scheduler.Report {
	report := scheduler.Report{At: r.At, State: "ok", Reason: string(r.State)}
	if r.State == pages.Committed && !r.Until.IsZero() {
		report.Reason = fmt.Sprintf("%s until %s", r.State, r.Until.Local().Format("Jan 2 15:04"))
	}
	switch r.Fault {
	case "":
	case rent.NotAsked:
		report.State, report.Reason = "starting", r.Fault
	default:
		report.State, report.Reason, report.Fault = "disconnected", "the host does not say whether the device is let", "the host does not answer: "+r.Fault
	}
	return report
}

// visitor is a program that takes a device to a host. It is done when what it left is cleared
// away too.
type visitor struct {
	*process.Worker
	report func() rent.Report
	done   chan struct{}
}

// Done implements scheduler.Worker.
func (v *visitor) Done() <-chan struct{} { return v.done }

// Report implements scheduler.Worker.
func (v *visitor) Report(context.Context) scheduler.Report { return reported(v.report()) }

// Stop implements scheduler.Worker.
func (v *visitor) Stop(ctx context.Context) process.Exit {
	exit := v.Worker.Stop(ctx)
	select {
	case <-v.done:
	case <-ctx.Done():
	}
	return exit
}

// Ended implements scheduler.Worker.
func (v *visitor) Ended() scheduler.Ended {
	return scheduler.Ended{Restart: true, Reason: fmt.Sprintf("the host's program ended: %s", v.Exit())}
}

// lease stands for a customer that has a device: nothing of ours runs there.
type lease struct {
	report func() rent.Report
	done   chan struct{}
	once   sync.Once
}

// Done implements scheduler.Worker.
func (l *lease) Done() <-chan struct{} { return l.done }

// Exit implements scheduler.Worker.
func (l *lease) Exit() process.Exit { return process.Exit{At: time.Now()} }

// Stop implements scheduler.Worker: there is nothing to stop.
func (l *lease) Stop(context.Context) process.Exit {
	l.once.Do(func() { close(l.done) })
	return l.Exit()
}

// Report implements scheduler.Worker.
func (l *lease) Report(context.Context) scheduler.Report { return reported(l.report()) }

// Ended implements scheduler.Worker.
func (l *lease) Ended() scheduler.Ended { return scheduler.Ended{} }
