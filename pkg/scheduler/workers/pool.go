package workers

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"
	"sync"
	"time"

	"golang.org/x/sync/singleflight"

	"github.com/gpuarbiter/gpuarbiter/pkg/config"
	"github.com/gpuarbiter/gpuarbiter/pkg/gpu"
	"github.com/gpuarbiter/gpuarbiter/pkg/miner/stratum"
)

// TryPool tries a coin's pool as its worker would, in its own dialect: it shakes hands, logs in
// and waits for a job. Miners of others take any certificate, and with an algorithm that is
// rarely seen a pool may speak what only they know: neither is a fault. words say what was found.
func TryPool(ctx context.Context, cfg config.Mining, c config.Coin) (words string, err error) {
	address, err := config.ParsePool(c.Pool)
	if err != nil {
		return "", err
	}
	password, err := Password(c)
	if err != nil {
		return "", err
	}
	dialects, sure := stratum.Dialects(c.Algorithm)
	page, unknown := cfg.Page(c.Miner)
	own := unknown == nil && page.Self
	switch {
	case own:
		dialects, sure = []stratum.Dialect{page.Dialect}, true
	case unknown == nil && page.Dialect != "":
		others := slices.DeleteFunc(slices.Clone(dialects), func(d stratum.Dialect) bool { return d == page.Dialect })
		dialects, sure = append([]stratum.Dialect{page.Dialect}, others...), false
	}
	l := stratum.Login{
		Endpoint: stratum.Endpoint{Address: address.HostPort, TLS: address.TLS, Fingerprint: address.Fingerprint},
		User:     c.Wallet, Pass: cmp.Or(password, "x"), Rig: cfg.Worker + "-0", Algorithm: c.Algorithm, Dialects: dialects,
	}
	words = c.Pool + " takes the login"
	err = stratum.Try(ctx, l)
	var certificate *stratum.CertificateError
	if errors.As(err, &certificate) && l.Fingerprint == "" && !own {
		words += fmt.Sprintf("; its certificate is trusted by nobody, which the miner does not mind: write #%s behind the address, so that it takes no other", certificate.Fingerprint)
		l.Fingerprint = certificate.Fingerprint
		err = stratum.Try(ctx, l)
	}
	if !sure && (errors.Is(err, stratum.ErrNoLogin) || errors.Is(err, stratum.ErrDialect)) {
		return fmt.Sprintf("%s takes connections, but the miner may have to speak another dialect: %v", c.Pool, err), nil
	}
	return words, err
}

// poolMemory is how long what was found of a pool serves all devices.
const poolMemory = time.Minute

// tried remembers what was found of pools; a pool is tried once at a time.
type tried struct {
	group singleflight.Group
	mu    sync.Mutex
	found map[string]finding
}

type finding struct {
	at  time.Time
	err error
}

// Probe implements Kind: before a device is taken from what pays, the coin's pool is tried.
func (l miners) Probe(ctx context.Context, _ gpu.Device, coin string) error {
	for {
		cfg, c, err := l.Mining.coin(coin)
		if err != nil {
			return err
		}
		err = l.tryOnce(ctx, cfg, c)
		if err == nil || ctx.Err() != nil || !l.Mining.next(c, err) {
			return err
		}
	}
}

// findPool tries a coin's pools in their order until one serves. Where none does, the worker
// says why.
func (l miners) findPool(ctx context.Context, d gpu.Device, coin string) {
	ctx, cancel := context.WithTimeout(ctx, retryTakes)
	defer cancel()
	_ = l.Probe(ctx, d, coin)
}

// tryOnce tries the coin's present pool, or knows how that went a moment ago.
func (l *Launcher) tryOnce(ctx context.Context, cfg config.Mining, c config.Coin) error {
	key := fmt.Sprintf("%q", []string{c.Pool, c.Wallet, c.Algorithm, c.Miner, c.PasswordFile})
	t := &l.pools
	t.mu.Lock()
	f, ok := t.found[key]
	t.mu.Unlock()
	if ok && time.Since(f.at) < poolMemory {
		return f.err
	}
	_, err, _ := t.group.Do(key, func() (any, error) {
		_, err := TryPool(ctx, cfg, c)
		if ctx.Err() != nil && errors.Is(err, context.Canceled) {
			return nil, nil // the daemon stops: that says nothing of the pool
		}
		t.mu.Lock()
		defer t.mu.Unlock()
		if len(t.found) > 1000 || t.found == nil {
			t.found = map[string]finding{}
		}
		t.found[key] = finding{time.Now(), err}
		return nil, err
	})
	return err
}
