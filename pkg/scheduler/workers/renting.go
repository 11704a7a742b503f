package workers

import (
	"context"
	"fmt"
	"sync"
	"time"

	"github.com/gpuarbiter/gpuarbiter/pkg/gpu"
	"github.com/gpuarbiter/gpuarbiter/pkg/process"
	"github.com/gpuarbiter/gpuarbiter/pkg/rent"
	"github.com/gpuarbiter/gpuarbiter/pkg/rent/pages"
	"github.com/gpuarbiter/gpuarbiter/pkg/scheduler"
)

// Hosts is what a lessor asks about hosts.
type Hosts interface {
	// Visit is how a device goes to a host; no command where the host's customers come to it.
	Visit(host string, d gpu.Device, dir string) (Program, error)
	// Report is what the host says of a device.
	Report(host string, id gpu.UUID) rent.Report
}

// Launch implements Kind: a device goes to a host, or is its customer's already.
func (l lessors) Launch(ctx context.Context, d gpu.Device, name string) (scheduler.Worker, error) {
	folder := "rent-" + name
	dir, err := l.dir(d, folder)
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
	report := func() scheduler.Report { return reported(of()) }
	return l.program(ctx, d, folder, visit, report, "the host's program ended")
}

// Probe implements Kind.
func (lessors) Probe(context.Context, gpu.Device, string) error { return nil }

// Recipe implements Kind: hosts change with a restart alone.
func (lessors) Recipe(_ gpu.Device, name string) string { return name }

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
