package app

import (
	"context"
	"os"
	"slices"
	"time"

	"github.com/gpuarbiter/gpuarbiter/pkg/config"
	"github.com/gpuarbiter/gpuarbiter/pkg/gpu"
	"github.com/gpuarbiter/gpuarbiter/pkg/httpapi"
	"github.com/gpuarbiter/gpuarbiter/pkg/market/solver"
	"github.com/gpuarbiter/gpuarbiter/pkg/rent"
	"github.com/gpuarbiter/gpuarbiter/pkg/scheduler"
	"github.com/gpuarbiter/gpuarbiter/pkg/scheduler/decide"
	"github.com/gpuarbiter/gpuarbiter/pkg/store"
)

// View implements httpapi.Daemon.
func (a *App) View() scheduler.View { return a.loop.View() }

// Markets implements httpapi.Daemon.
func (a *App) Markets() []solver.State {
	states := a.markets.states()
	for i := range states {
		states[i].Challenges = a.world.explained(states[i].Challenges)
	}
	return states
}

// Hosts implements httpapi.Daemon.
func (a *App) Hosts() []rent.View {
	if a.landlord == nil {
		return nil
	}
	return a.landlord.views()
}

// Totals implements httpapi.Daemon.
func (a *App) Totals() map[store.TotalKey]store.Total { return a.store.Totals() }

// Lines implements httpapi.Daemon.
func (a *App) Lines(n int) ([]store.Line, error) {
	return store.Last[store.Line](a.store, store.Ledger, n)
}

// EachLine implements httpapi.Daemon.
func (a *App) EachLine(since time.Time, f func(store.Line)) error {
	older := 0 // in a row
	return store.EachBack(a.store, store.Ledger, func(l store.Line) bool {
		if older++; !l.At.Before(since) {
			older = 0
			f(l)
		}
		return older < outOfOrder
	})
}

// EachExpected implements httpapi.Daemon.
func (a *App) EachExpected(since time.Time, f func(store.Expected)) error {
	return a.store.EachExpected(since, f)
}

// outOfOrder is how many older lines in a row end the search: some are booked late, such as hosts'
// statements.
const outOfOrder = 500

// Records implements httpapi.Daemon.
func (a *App) Records(n int, device string) ([]scheduler.Record, error) {
	return store.LastOf(a.store, store.Decisions, n, func(r scheduler.Record) bool {
		return device == "" || slices.ContainsFunc(r.Plan.Decisions, func(d decide.Decision) bool { return d.Switch && d.Device == device })
	})
}

// Do implements httpapi.Commander.
func (a *App) Do(ctx context.Context, c scheduler.Command) ([]gpu.UUID, error) {
	return a.loop.Do(ctx, c)
}

// rigName is what the rig is called: as at the pools, else as the machine.
func rigName(worker string) string {
	if host, err := os.Hostname(); err == nil && worker == config.Default().Mining.Worker {
		return host
	}
	return worker
}

// Facts implements httpapi.Daemon.
func (a *App) Facts() httpapi.Facts {
	a.mu.Lock()
	defer a.mu.Unlock()
	return httpapi.Facts{
		Rig: rigName(a.cfg.Mining.Worker), Version: a.version, Started: a.started, ConfigLoaded: a.loaded, ConfigFault: a.configFault,
		StoreFaults: a.store.Faults(), StoreFault: a.store.Fault(), Warnings: append(slices.Clone(a.warnings), a.world.feed.Warnings()...),
	}
}
