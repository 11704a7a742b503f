package workers

import (
	"context"
	"fmt"
	"slices"
	"time"

	"github.com/gpuarbiter/gpuarbiter/pkg/config"
)

// How pools that are away are left and come back.
const (
	failAfter  = time.Minute      // without a pool, after which a worker goes to the next one
	firstRetry = 2 * time.Minute  // until a pool that is away is tried again; twice as long each time,
	lastRetry  = 30 * time.Minute // and no longer than this
	retryTakes = 30 * time.Second // at most
)

// absence is a pool that is away.
//
//	away ----- it serves when it is tried -----> back: the workers return to it
//	  ^  |
//	  +--+ it does not: tried again later
type absence struct {
	why    string
	next   time.Time // when it is tried again
	pause  time.Duration
	trying bool
}

// pooled is the coin at the first of its pools that is not away; at the first of all where
// every one is. Only the first has an API that is asked. The lock is held.
func (m *Mining) pooled(coin config.Coin, now time.Time) config.Coin {
	if len(coin.Pools) == 0 {
		return coin
	}
	for i, pool := range slices.Concat([]string{coin.Pool}, coin.Pools) {
		a := m.absent[pool]
		if a == nil {
			if i > 0 {
				coin.Pool, coin.PoolAPI, coin.Pools = pool, "", nil
			}
			return coin
		}
		m.retry(coin, pool, a, now)
	}
	return coin
}

// retry has a pool that is away tried, beside all else, when it is time. The lock is held.
func (m *Mining) retry(coin config.Coin, pool string, a *absence, now time.Time) {
	if a.trying || now.Before(a.next) || m.try == nil {
		return
	}
	a.trying = true
	coin.Pool = pool
	cfg := m.cfg
	m.tries.Go(func() {
		ctx, cancel := context.WithTimeout(context.Background(), retryTakes)
		defer cancel()
		err := m.try(ctx, cfg, coin)
		m.mu.Lock()
		defer m.mu.Unlock()
		if a.trying = false; err == nil {
			delete(m.absent, pool)
			return
		}
		a.why, a.pause = err.Error(), min(2*a.pause, lastRetry)
		a.next = time.Now().Add(a.pause)
	})
}

// away says that a pool of the coin's does not serve; workers go to the next one. Of a coin
// with one pool it says nothing: there is no other way.
func (m *Mining) away(coin, pool, why string) {
	m.mu.Lock()
	defer m.mu.Unlock()
	several := slices.ContainsFunc(m.cfg.Coins, func(c config.Coin) bool { return c.Name == coin && len(c.Pools) > 0 })
	if !several || m.absent[pool] != nil {
		return
	}
	if m.absent == nil || len(m.absent) > 1000 { // of configurations that are gone
		m.absent = map[string]*absence{}
	}
	m.absent[pool] = &absence{why: why, next: time.Now().Add(firstRetry), pause: firstRetry}
}

// next notes that the coin's present pool does not serve, and reports whether there is
// another to try.
func (m *Mining) next(coin config.Coin, err error) bool {
	m.away(coin.Name, coin.Pool, err.Error())
	_, other, gone := m.coin(coin.Name)
	return gone == nil && other.Pool != coin.Pool && !m.isAway(other.Pool)
}

func (m *Mining) isAway(pool string) bool {
	m.mu.Lock()
	defer m.mu.Unlock()
	return m.absent[pool] != nil
}

// instead says why the coin is not at its first pool; "" if it is.
func (m *Mining) instead(coin config.Coin) string {
	m.mu.Lock()
	defer m.mu.Unlock()
	for _, c := range m.cfg.Coins {
		if a := m.absent[c.Pool]; c.Name == coin.Name && c.Pool != coin.Pool && a != nil {
			return fmt.Sprintf("at %s: %s", coin.Pool, a.why)
		}
	}
	return ""
}
