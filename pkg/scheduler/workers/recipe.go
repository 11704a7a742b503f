package workers

import (
	"fmt"
	"slices"

	"github.com/gpuarbiter/gpuarbiter/pkg/gpu"
	"github.com/gpuarbiter/gpuarbiter/pkg/profit"
)

// Recipe is what a worker would be started with now, as far as the operator sets it; "" for
// one that the configuration has no more. It is compared, never shown: addresses stand whole
// in it.
func (l *Launcher) Recipe(d gpu.Device, w profit.Workload) string {
	switch w.Kind {
	case profit.Mine:
		cfg, coin, err := l.Mining.coin(w.Target)
		if err != nil {
			return ""
		}
		m := modelOf(coin, d)
		page := ""
		if p, err := cfg.Page(coin.Miner); err == nil {
			page = string(p.Text())
		}
		return fmt.Sprintf("%q %q %q %v %v", page, coin.Parameters, append([]string{cfg.Worker, coin.Algorithm, coin.Miner, coin.Binary, coin.Pool, coin.PoolAPI.Reveal(),
			coin.Wallet, coin.PasswordFile}, slices.Concat(coin.Args, coin.ReadPaths)...), m.HashScale, m.HashLimit)
	case profit.Train:
		cfg := l.Training.config()
		return fmt.Sprint(cfg.Backend, cfg.Threads, cfg.CheckpointEvery, cfg.MarginRatio, cfg.Epochs, cfg.SpeedLimit)
	}
	return ""
}
