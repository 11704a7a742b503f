package app

import (
	"time"

	"github.com/coreos/go-systemd/v22/daemon"
	"go.uber.org/zap"
	"go.uber.org/zap/zapcore"

	"github.com/gpuarbiter/gpuarbiter/pkg/config"
)

// Reload reads the configuration again. A faulty file changes nothing: the last
// good one stays in force. What changed is said, and what needs a restart.
func (a *App) Reload() {
	notify(daemon.SdNotifyReloading)
	defer notify(daemon.SdNotifyReady)
	next, err := config.Load(a.path)
	a.mu.Lock()
	defer a.mu.Unlock()
	if err != nil {
		a.configFault = err.Error()
		a.log.Error("configuration is not reloaded; the last good one stays in force", zap.Error(err))
		return
	}
	if err := a.cfg.Answers(next); err != nil {
		a.configFault = err.Error()
		a.log.Error("configuration is not reloaded: new sources need a restart; the last good one stays in force", zap.Error(err))
		return
	}
	changes := config.Diff(a.cfg, next)
	for _, c := range changes {
		if config.NeedsRestart(c) {
			a.log.Warn("changed, but needs a restart", zap.String("change", c))
		} else {
			a.log.Info("changed", zap.String("change", c))
		}
	}
	if len(changes) == 0 {
		a.log.Info("configuration reloaded: nothing has changed")
	}
	merged := *next
	merged.KeepFixed(a.cfg)
	a.cfg, a.loaded, a.configFault = &merged, time.Now(), ""
	a.world.set(&merged)
	a.launcher.Mining.Set(merged.Mining)
	a.launcher.Training.Set(merged.Training)
	a.loop.SetPolicy(PolicyOf(&merged))
	if level, err := zapcore.ParseLevel(merged.Log.Level); err == nil {
		a.level.SetLevel(level)
	}
}
