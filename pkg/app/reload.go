package app

import (
	"strings"
	"time"

	"github.com/coreos/go-systemd/v22/daemon"
	"go.uber.org/zap"
	"go.uber.org/zap/zapcore"

	"github.com/gpuarbiter/gpuarbiter/pkg/config"
)

// fixed are the keys that only a restart changes.
var fixed = []string{"state_dir:", "log.format", "http.", "control.", "devices.source", "devices.nvml_library", "devices.exclude", "devices.expected", "devices.helper", "chains[", "wallet.", "sources.", "curtailment.", "rent.",
	"policy.tick", "policy.signal_every", "policy.record_every", "policy.ledger_every", "policy.drain"}

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
		if needsRestart(c) {
			a.log.Warn("changed, but needs a restart", zap.String("change", c))
		} else {
			a.log.Info("changed", zap.String("change", c))
		}
	}
	if len(changes) == 0 {
		a.log.Info("configuration reloaded: nothing has changed")
	}
	merged := *next
	merged.StateDir, merged.HTTP, merged.Control, merged.Chains, merged.Wallet = a.cfg.StateDir, a.cfg.HTTP, a.cfg.Control, a.cfg.Chains, a.cfg.Wallet
	merged.Log.Format = a.cfg.Log.Format
	merged.Devices.Source, merged.Devices.NVMLLibrary, merged.Devices.Exclude = a.cfg.Devices.Source, a.cfg.Devices.NVMLLibrary, a.cfg.Devices.Exclude
	merged.Devices.Expected, merged.Devices.Helper = a.cfg.Devices.Expected, a.cfg.Devices.Helper
	merged.Policy.Tick, merged.Policy.LedgerEvery = a.cfg.Policy.Tick, a.cfg.Policy.LedgerEvery
	merged.Policy.SignalEvery, merged.Policy.RecordEvery, merged.Sources = a.cfg.Policy.SignalEvery, a.cfg.Policy.RecordEvery, a.cfg.Sources
	merged.Policy.DrainTimeout, merged.Policy.DrainMemoryBytes = a.cfg.Policy.DrainTimeout, a.cfg.Policy.DrainMemoryBytes
	merged.Curtailment, merged.Rent = a.cfg.Curtailment, a.cfg.Rent
	a.cfg, a.loaded, a.configFault = &merged, time.Now(), ""
	a.world.set(&merged)
	a.launcher.Mining.Set(merged.Mining)
	a.launcher.Training.Set(merged.Training)
	a.loop.SetPolicy(PolicyOf(&merged))
	if level, err := zapcore.ParseLevel(merged.Log.Level); err == nil {
		a.level.SetLevel(level)
	}
}

func needsRestart(change string) bool {
	for _, prefix := range fixed {
		if strings.HasPrefix(change, prefix) {
			return true
		}
	}
	return false
}
