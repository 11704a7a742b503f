package workers

import (
	"context"
	"errors"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"github.com/gpuarbiter/gpuarbiter/pkg/config"
	"github.com/gpuarbiter/gpuarbiter/pkg/gpu"
	"github.com/gpuarbiter/gpuarbiter/pkg/profit"
)

// A pool that is away is left for the next one, tried again later and later, and returned to
// once it serves; a coin with one pool stays where it is.
func TestFailover(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var mu sync.Mutex
		down, tried := map[string]bool{}, map[string]int{}
		m := NewMining(config.Mining{Coins: []config.Coin{
			{Name: "two", Pool: "a", Pools: []string{"b", "c"}, PoolAPI: "http://a"}, {Name: "one", Pool: "d"},
		}})
		m.try = func(_ context.Context, _ config.Mining, c config.Coin) error {
			mu.Lock()
			defer mu.Unlock()
			if tried[c.Pool]++; down[c.Pool] {
				return errors.New("no route")
			}
			return nil
		}
		set := func(pool string, is bool) { mu.Lock(); down[pool] = is; mu.Unlock() }
		at := func(name, want string) config.Coin {
			t.Helper()
			_, c, err := m.coin(name)
			if err != nil || c.Pool != want {
				t.Errorf("%s is at %s, not %s (%v)", name, c.Pool, want, err)
			}
			return c
		}
		at("two", "a")
		set("a", true)
		w := &minerWorker{away: func(why string) { m.away("two", "a", why) }}
		began := time.Now()
		for range 59 { // a hiccup is none
			w.failOver("no connection", time.Now())
			time.Sleep(time.Second)
		}
		at("two", "a")
		time.Sleep(time.Second)
		w.failOver("no connection", time.Now())
		if c := at("two", "b"); c.PoolAPI != "" || time.Since(began) != failAfter {
			t.Errorf("after %s: %+v", time.Since(began), c)
		}
		if why := m.instead(at("two", "b")); why != "at b: no connection" {
			t.Error(why)
		}
		m.away("two", "b", "refuses")
		at("two", "c")
		m.away("one", "d", "refuses")
		at("one", "d")

		// Tried after 2, 4, 8 ... 30 minutes; b is back at its first try.
		for range 6 * 60 {
			time.Sleep(time.Minute)
			_, _, _ = m.coin("two")
			synctest.Wait()
		}
		at("two", "b")
		mu.Lock()
		if tried["b"] != 1 || tried["a"] < 10 || tried["a"] > 20 || tried["d"] != 0 {
			t.Errorf("in six hours they were tried %v times", tried)
		}
		mu.Unlock()
		set("a", false)
		for range 31 {
			time.Sleep(time.Minute)
			_, _, _ = m.coin("two")
			synctest.Wait()
		}
		if c := at("two", "a"); c.PoolAPI == "" || m.instead(c) != "" {
			t.Errorf("%+v", c)
		}

		// Where all are away it is the first.
		for _, pool := range []string{"a", "b", "c"} {
			m.away("two", pool, "gone")
		}
		at("two", "a")
		m.tries.Wait()
	})
}

// The recipe of a worker names its pool: where that changes it is started again.
func TestRecipeNamesThePool(t *testing.T) {
	l := &Launcher{Mining: NewMining(config.Mining{Coins: []config.Coin{{Name: "two", Miner: "xmrig", Pool: "a", Pools: []string{"b"}}}})}
	l.Mining.try = nil
	work := profit.Mining("two")
	before := l.Recipe(gpu.Device{}, work)
	l.Mining.away("two", "a", "gone")
	if after := l.Recipe(gpu.Device{}, work); before == "" || after == before {
		t.Errorf("%s, %s", before, after)
	}
}
