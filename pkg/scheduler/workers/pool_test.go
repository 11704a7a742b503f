package workers

import (
	"context"
	"errors"
	"strings"
	"testing"
	"time"

	"github.com/gpuarbiter/gpuarbiter/pkg/config"
	"github.com/gpuarbiter/gpuarbiter/pkg/gpu"
	"github.com/gpuarbiter/gpuarbiter/pkg/miner/stratum"
	"github.com/gpuarbiter/gpuarbiter/pkg/profit"
	"github.com/gpuarbiter/gpuarbiter/test/standin"
)

// A pool that is away, refuses the login or has no job is told from one that serves, once
// for all devices; other kinds of work are not tried.
func TestProbe(t *testing.T) {
	for mode, want := range map[string]string{
		"": "", "no_job": "", "error_string_login": "login", "banned_null_id": "banned", "never_a_job": "gives no job",
	} {
		t.Run(mode, func(t *testing.T) {
			p := standin.NewPool(t, mode)
			coin := config.Coin{Name: "AAA", Algorithm: "sha256d", Pool: "stratum+tcp://" + p.Address, Wallet: "w", Miner: "builtin"}
			l := &Launcher{Mining: NewMining(config.Mining{Worker: "rig", Coins: []config.Coin{coin}})}
			ctx, cancel := context.WithTimeout(t.Context(), 5*time.Second) // which only the silent one needs
			defer cancel()
			for _, device := range []gpu.UUID{"GPU-1", "GPU-2", "GPU-3"} {
				err := l.Probe(ctx, gpu.Device{UUID: device}, profit.Mining("AAA"))
				if want == "" && err != nil || want != "" && (err == nil || !strings.Contains(err.Error(), want)) {
					t.Errorf("%v, want %q", err, want)
				}
			}
			if n := p.Logins.Load(); n != 1 {
				t.Errorf("%d logins", n)
			}
			if err := l.Probe(ctx, gpu.Device{}, profit.Training("dev/0")); err != nil {
				t.Error(err)
			}
		})
	}
}

// A pool is tried in the dialect of the coin's algorithm, by the name under which its miner logs in; who is known
// to speak one and does not answer is no pool.
func TestProbeSpeaksTheCoinsDialect(t *testing.T) {
	p := standin.NewBitcoinPool(t, 1)
	coin := config.Coin{Name: "AAA", Algorithm: "sha256d", Pool: "stratum+tcp://" + p.Address, Wallet: "w", Miner: "cpuminer-opt"}
	cfg := config.Mining{Worker: "rig", Coins: []config.Coin{coin}}
	if words, err := TryPool(t.Context(), cfg, coin); err != nil || !strings.Contains(words, "takes the login") || strings.Join(p.Logins(), " ") != "w.rig-0" {
		t.Errorf("%s, %v; logins of %v", words, err, p.Logins())
	}
	silent := standin.NewPool(t, "")
	coin.Pool = "stratum+tcp://" + silent.Address
	if words, err := TryPool(t.Context(), cfg, coin); !errors.Is(err, stratum.ErrNoLogin) && !errors.Is(err, stratum.ErrDialect) {
		t.Errorf("of another dialect: %s, %v", words, err)
	}
	coin.Algorithm = "odd"
	if words, err := TryPool(t.Context(), cfg, coin); err != nil {
		t.Errorf("of an algorithm that nobody knows: %s, %v", words, err)
	}
}
