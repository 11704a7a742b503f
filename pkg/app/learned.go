package app

import (
	"errors"

	"go.uber.org/zap"

	"github.com/gpuarbiter/gpuarbiter/pkg/httpapi"
	"github.com/gpuarbiter/gpuarbiter/pkg/profit"
	"github.com/gpuarbiter/gpuarbiter/pkg/scheduler"
	"github.com/gpuarbiter/gpuarbiter/pkg/store"
)

// rate is what was measured of a device.
func (a *App) rate(key string) (scheduler.Rate, bool) {
	var r scheduler.Rate
	ok, err := a.store.Get(store.Rates, key, &r)
	return r, ok && err == nil
}

// bench is what a device was measured at, limit by limit.
func (a *App) bench(key string) (scheduler.Bench, bool) {
	var b scheduler.Bench
	ok, err := a.store.Get(store.Benches, key, &b)
	return b, ok && err == nil
}

// residuals are how much work challenges took, against its estimates.
func (a *App) residuals() (all []profit.Residual) {
	err := store.Each(a.store, store.Residuals, func(_ string, r profit.Residual) error {
		all = append(all, r)
		return nil
	})
	if err != nil {
		a.log.Warn("work that trainings took", zap.Error(err))
	}
	return all
}

// calibration is what was predicted of a device at a workload against the ledger.
func (a *App) calibration(key string) (scheduler.Calibration, bool) {
	var c scheduler.Calibration
	ok, err := a.store.Get(store.Calibrations, key, &c)
	return c, ok && err == nil
}

// Calibration implements httpapi.Daemon.
func (a *App) Calibration() httpapi.Calibration {
	miners, models := map[string]string{}, map[string]string{}
	for _, c := range a.config().Mining.Coins {
		miners[profit.Workload{Kind: profit.Mine, Target: c.Name}.String()] = c.Miner
	}
	for _, s := range a.loop.View().Statuses {
		models[string(s.Device.UUID)] = s.Device.Model
	}
	view := httpapi.Calibration{Sources: a.world.feed.Health(), Challenges: map[string]profit.Residual{}}
	err := store.Each(a.store, store.Calibrations, func(_ string, c scheduler.Calibration) error {
		view.Workloads = append(view.Workloads, httpapi.Calibrated{Calibration: c, Miner: miners[c.Workload], Model: models[c.Device]})
		return nil
	})
	err = errors.Join(err, store.Each(a.store, store.Residuals, func(key string, r profit.Residual) error {
		view.Challenges[key] = r
		return nil
	}))
	if err != nil {
		a.log.Warn("calibration", zap.Error(err))
	}
	return view
}
