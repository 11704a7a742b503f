package workers

import (
	"context"
	"strings"
	"testing"
	"time"

	"github.com/gpuarbiter/gpuarbiter/pkg/config"
	"github.com/gpuarbiter/gpuarbiter/pkg/gpu"
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
