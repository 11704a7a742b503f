package app

import (
	"errors"

	"go.uber.org/zap"

	"github.com/gpuarbiter/gpuarbiter/pkg/httpapi"
	"github.com/gpuarbiter/gpuarbiter/pkg/learned"
	"github.com/gpuarbiter/gpuarbiter/pkg/profit"
	"github.com/gpuarbiter/gpuarbiter/pkg/store"
)

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

// Calibration implements httpapi.Daemon.
func (a *App) Calibration() httpapi.Calibration {
	miners, models := map[string]string{}, map[string]string{}
	for _, c := range a.config().Mining.Coins {
		miners[profit.Mining(c.Name).String()] = c.Miner
	}
	for _, s := range a.loop.View().Statuses {
		models[string(s.Device.UUID)] = s.Device.Model
	}
	view := httpapi.Calibration{Sources: a.world.feed.Health(), Challenges: map[string]profit.Residual{}, Paces: map[string]learned.Pace{}}
	err := store.Each(a.store, store.Calibrations, func(_ string, c learned.Calibration) error {
		view.Workloads = append(view.Workloads, httpapi.Calibrated{Calibration: c, Miner: miners[c.Workload], Model: models[c.Device]})
		return nil
	})
	err = errors.Join(err, store.Each(a.store, store.Residuals, func(key string, r profit.Residual) error {
		view.Challenges[key] = r
		return nil
	}), store.Each(a.store, store.Networks, func(_ string, n learned.Networks) error {
		view.Networks = append(view.Networks, n)
		return nil
	}), store.Each(a.store, store.Paces, func(kind string, p learned.Pace) error {
		view.Paces[kind] = p
		return nil
	}))
	if err != nil {
		a.log.Warn("calibration", zap.Error(err))
	}
	return view
}
