package workers

import (
	"context"
	"fmt"
	"slices"

	"github.com/gpuarbiter/gpuarbiter/pkg/gpu"
)

// Recipe implements Kind.
func (l miners) Recipe(d gpu.Device, name string) string {
	cfg, coin, err := l.Mining.coin(name)
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
}

// Recipe implements Kind.
func (l trainers) Recipe(gpu.Device, string) string {
	cfg := l.Training.config()
	return fmt.Sprintf("%q %q %q %q", cfg.Command, cfg.Env, cfg.ReadPaths, cfg.WritePaths) + fmt.Sprint(cfg.Backend, cfg.Threads, cfg.CheckpointEvery, cfg.MarginRatio, cfg.Epochs, cfg.SpeedLimit)
}

// Probe implements Kind.
func (trainers) Probe(context.Context, gpu.Device, string) error { return nil }
