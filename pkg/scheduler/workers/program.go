package workers

import (
	"context"
	"fmt"
	"path/filepath"
	"time"

	"go.uber.org/zap"

	"github.com/gpuarbiter/gpuarbiter/pkg/gpu"
	"github.com/gpuarbiter/gpuarbiter/pkg/process"
	"github.com/gpuarbiter/gpuarbiter/pkg/scheduler"
)

// Programs is work that is a program for each device: a kind that is a package of its own (pkg/work).
type Programs interface {
	// Program is what is started for a device, whose folder is dir; it is called without one, too.
	Program(d gpu.Device, target, dir string) (Program, error)
}

// Program is what is started on a device.
type Program struct {
	Argv, Env, Clear []string
	Read, Write      []string // paths
	Drain            time.Duration
}

// MostDrain is how long a host's program may take to end: a device is left while no customer
// has it, so that there is little to hand in.
const MostDrain = 2 * time.Minute

// Clearing bounds what is run before a start and after an end.
const Clearing = 30 * time.Second

// programs starts the programs of a kind of work.
type programs struct {
	*Launcher
	name string
	of   Programs
}

// Launch implements Kind.
func (l programs) Launch(ctx context.Context, d gpu.Device, target string) (scheduler.Worker, error) {
	folder := l.name + "-" + target
	dir, err := l.dir(d, folder)
	if err != nil {
		return nil, err
	}
	p, err := l.of.Program(d, target, dir)
	if err != nil {
		return nil, err
	}
	works := func() scheduler.Report { return scheduler.Report{At: time.Now(), State: "ok"} }
	return l.program(ctx, d, folder, p, works, target+" ended")
}

// Probe implements Kind.
func (programs) Probe(context.Context, gpu.Device, string) error { return nil }

// Recipe implements Kind.
func (l programs) Recipe(d gpu.Device, target string) string {
	p, err := l.of.Program(d, target, "")
	if err != nil {
		return ""
	}
	return fmt.Sprintf("%q", p)
}

// program starts one on a device, in the device's folder of that name.
func (l *Launcher) program(ctx context.Context, d gpu.Device, folder string, p Program, report func() scheduler.Report, ended string) (scheduler.Worker, error) {
	dir, env, err := l.home(d, folder)
	if err != nil {
		return nil, err
	}
	ClearUp(ctx, p.Clear, l.Log)
	env = baseEnv(append(env, append([]string{"CUDA_VISIBLE_DEVICES=" + string(d.UUID)}, p.Env...)...)...)
	w, err := process.Start(ctx, l.Process, process.Spec{
		Argv: p.Argv, Env: env, Dir: dir, Grace: min(p.Drain, MostDrain), ReadPaths: append(pathsIn(env, nil), p.Read...), WritePaths: p.Write,
		LogPath: filepath.Join(dir, "log"), LogStdout: true, Owner: l.Owner,
	})
	if err != nil {
		return nil, err
	}
	v := &programWorker{Worker: w, report: report, ended: ended, done: make(chan struct{})}
	go func() {
		defer close(v.done)
		<-w.Done()
		ClearUp(context.WithoutCancel(ctx), p.Clear, l.Log)
	}()
	return v, nil
}

// ClearUp ends what a visit may have left, such as a container. That there is nothing is no fault.
func ClearUp(ctx context.Context, argv []string, log *zap.Logger) {
	if len(argv) == 0 {
		return
	}
	if _, _, exit := process.Run(ctx, argv, process.RunOptions{Timeout: Clearing}); exit.Err != nil || exit.Code != 0 {
		log.Debug("clear", zap.Strings("command", argv), zap.Stringer("exit", exit), zap.Error(exit.Err))
	}
}

// programWorker is a program on a device. It is done when what it left is cleared away too.
type programWorker struct {
	*process.Worker
	report func() scheduler.Report
	ended  string // why, in words
	done   chan struct{}
}

// Done implements scheduler.Worker.
func (w *programWorker) Done() <-chan struct{} { return w.done }

// Report implements scheduler.Worker.
func (w *programWorker) Report(context.Context) scheduler.Report { return w.report() }

// Stop implements scheduler.Worker.
func (w *programWorker) Stop(ctx context.Context) process.Exit {
	exit := w.Worker.Stop(ctx)
	select {
	case <-w.done:
	case <-ctx.Done():
	}
	return exit
}

// Ended implements scheduler.Worker.
func (w *programWorker) Ended() scheduler.Ended {
	return scheduler.Ended{Restart: true, Reason: fmt.Sprintf("%s: %s", w.ended, w.Exit())}
}
