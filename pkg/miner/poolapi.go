package miner

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"net/http"
	"net/url"
	"slices"

	"github.com/gpuarbiter/gpuarbiter/pkg/page"
)

// PoolAPI is where a pool says what it has accepted from a worker.
type PoolAPI struct {
	Kind   string // one of PoolKinds
	URL    string // base address, such as "http://127.0.0.1:8117"; Miningcore's with /api/pools/ID
	Wallet string
	Worker string // "": all of the wallet's
}

// PoolCount is a pool's word. It has hashes, which count from somewhere and only grow (take
// differences), or a rate: few kinds of pool count.
type PoolCount struct {
	Hashes float64 // that the accepted shares stand for
	Shares uint64
	Rate   *float64 // hashes per second by the shares of the last while; nil: Hashes counts
}

// ErrUnknownWorker: the pool has not seen this wallet or worker yet.
var ErrUnknownWorker = errors.New("the pool has not seen this worker yet")

// OwnPool is the kind of pool that stands in pkg/miner/pool.
const OwnPool = "gpuarbiter"

// poolKind is how a kind of pool is asked and read.
type poolKind struct {
	at   func(base *url.URL, wallet, worker string) *url.URL
	read func(body []byte, wallet, worker string) (PoolCount, error)
}

var poolKinds = map[string]poolKind{
	OwnPool: {func(b *url.URL, wallet, _ string) *url.URL {
		u := b.JoinPath("api", "stats")
		u.RawQuery = url.Values{"wallet": {wallet}}.Encode()
		return u
	}, sumAccounts},
	// MoneroOcean, SupportXMR.
	"nodejs-pool": {func(b *url.URL, wallet, worker string) *url.URL {
		u := b.JoinPath("miner", wallet, "stats")
		if worker != "" {
			u = u.JoinPath(worker)
		}
		return u
	}, nodejsMiner},
	"cryptonote-pool": {func(b *url.URL, wallet, _ string) *url.URL {
		u := b.JoinPath("stats_address")
		u.RawQuery = url.Values{"address": {wallet}, "longpoll": {"false"}}.Encode()
		return u
	}, cryptonoteMiner},
	"miningcore": {func(b *url.URL, wallet, _ string) *url.URL { return b.JoinPath("miners", wallet) }, miningcoreMiner},
	// open-ethereum-pool and its kin.
	"2miners": {func(b *url.URL, wallet, _ string) *url.URL { return b.JoinPath("api", "accounts", wallet) }, twoMinersMiner},
	"nomp": {func(b *url.URL, wallet, _ string) *url.URL {
		u := b.JoinPath("api", "worker_stats")
		u.RawQuery = url.QueryEscape(wallet)
		return u
	}, nompMiner},
}

// PoolKinds are the kinds of pool whose word is understood.
func PoolKinds() []string { return slices.Sorted(maps.Keys(poolKinds)) }

// Ask asks the pool.
func (p PoolAPI) Ask(ctx context.Context) (PoolCount, error) {
	kind, known := poolKinds[p.Kind]
	if !known {
		return PoolCount{}, fmt.Errorf("pool api: kind %q is not one of %v", p.Kind, PoolKinds())
	}
	base, err := url.Parse(p.URL)
	if err != nil || base.Host == "" || base.Scheme != "http" && base.Scheme != "https" {
		return PoolCount{}, errors.New("pool api: want an http or https url")
	}
	at := kind.at(base, p.Wallet, p.Worker).String()
	body, err := page.Fetch(ctx, at, http.Header{})
	if err != nil {
		return PoolCount{}, fmt.Errorf("pool api: %w", err)
	}
	count, err := kind.read(body, p.Wallet, p.Worker)
	if err != nil {
		return PoolCount{}, fmt.Errorf("pool api (%s): %w", p.Kind, err)
	}
	return count, nil
}

// text is a number, or a number in quotes, as pools write both.
type text string

// UnmarshalJSON takes either.
func (t *text) UnmarshalJSON(data []byte) error {
	var s string
	if json.Unmarshal(data, &s) != nil {
		var n json.Number
		if err := json.Unmarshal(data, &n); err != nil {
			return err
		}
		s = n.String()
	}
	*t = text(s)
	return nil
}

// sumAccounts is of package pool: GET /api/stats?wallet=. A worker that it has not seen has
// zero of both.
func sumAccounts(body []byte, wallet, worker string) (c PoolCount, err error) {
	var a struct {
		Accounts []struct {
			Wallet     string `json:"wallet"`
			Worker     string `json:"worker"`
			Accepted   text   `json:"accepted"`
			Difficulty text   `json:"difficulty"`
		} `json:"accounts"`
	}
	if err := decodeJSON(body, &a); err != nil {
		return c, err
	}
	if a.Accounts == nil {
		return c, errors.New("accounts is missing")
	}
	var p numbers
	for _, w := range a.Accounts {
		if w.Wallet == wallet && (worker == "" || w.Worker == worker) {
			c.Hashes += p.number("difficulty", json.Number(w.Difficulty), maxHashes)
			c.Shares += p.count("accepted", json.Number(w.Accepted))
		}
	}
	return c, p.err
}

// nodejsMiner is GET /miner/WALLET/stats/WORKER: {"totalHashes": 1234, "validShares": 5, ...}.
func nodejsMiner(body []byte, _, _ string) (c PoolCount, err error) {
	var a struct {
		TotalHashes *text `json:"totalHashes"`
		ValidShares text  `json:"validShares"`
	}
	if err := decodeJSON(body, &a); err != nil {
		return c, err
	}
	if a.TotalHashes == nil || *a.TotalHashes == "" {
		return c, ErrUnknownWorker
	}
	var p numbers
	c.Hashes = p.number("totalHashes", json.Number(*a.TotalHashes), maxHashes)
	if a.ValidShares != "" {
		c.Shares = p.count("validShares", json.Number(a.ValidShares))
	}
	return c, p.err
}

// cryptonoteMiner is GET /stats_address: {"stats": {"hashes": "1234"}, "workers": [{"name":
// "rig", "hashes": "12"}]}. Not every pool of the kind tells workers apart.
func cryptonoteMiner(body []byte, _, worker string) (c PoolCount, err error) {
	var a struct {
		Stats *struct {
			Hashes text `json:"hashes"`
		} `json:"stats"`
		Workers []struct {
			Name   string `json:"name"`
			Hashes text   `json:"hashes"`
		} `json:"workers"`
	}
	if err := decodeJSON(body, &a); err != nil {
		return c, err
	}
	var p numbers
	if worker == "" {
		if a.Stats == nil || a.Stats.Hashes == "" {
			return c, ErrUnknownWorker
		}
		c.Hashes = p.number("stats.hashes", json.Number(a.Stats.Hashes), maxHashes)
		return c, p.err
	}
	for _, w := range a.Workers {
		if w.Name == worker && w.Hashes != "" {
			c.Hashes = p.number("workers.hashes", json.Number(w.Hashes), maxHashes)
			return c, p.err
		}
	}
	return c, ErrUnknownWorker
}

// rated reads a pool's own rate of one worker, or of all of them.
func rated(rates map[string]text, worker string, names func(string) bool) (c PoolCount, err error) {
	var p numbers
	found, sum := false, 0.0
	for name, rate := range rates {
		if worker == "" || names(name) {
			found = true
			sum += p.number("hashrate", json.Number(rate), maxHashes)
		}
	}
	if !found {
		return c, ErrUnknownWorker
	}
	return PoolCount{Rate: &sum}, p.err
}

// miningcoreMiner is GET /api/pools/ID/miners/WALLET: {"performance": {"workers": {"rig":
// {"hashrate": 12.5}}}}; performance is null for a wallet that is new.
func miningcoreMiner(body []byte, _, worker string) (c PoolCount, err error) {
	var a struct {
		Performance *struct {
			Workers map[string]struct {
				Hashrate text `json:"hashrate"`
			} `json:"workers"`
		} `json:"performance"`
	}
	if err := decodeJSON(body, &a); err != nil {
		return c, err
	}
	rates := map[string]text{}
	if a.Performance != nil {
		for name, w := range a.Performance.Workers {
			rates[name] = w.Hashrate
		}
	}
	return rated(rates, worker, func(name string) bool { return name == worker })
}

// twoMinersMiner is GET /api/accounts/WALLET: {"workers": {"rig": {"hr": 12, "hr2": 11}}}, of
// which hr2 is over the longer while.
func twoMinersMiner(body []byte, _, worker string) (c PoolCount, err error) {
	var a struct {
		Workers map[string]struct {
			Hr  text `json:"hr"`
			Hr2 text `json:"hr2"`
		} `json:"workers"`
	}
	if err := decodeJSON(body, &a); err != nil {
		return c, err
	}
	rates := map[string]text{}
	for name, w := range a.Workers {
		if rates[name] = w.Hr2; w.Hr2 == "" {
			rates[name] = w.Hr
		}
	}
	return rated(rates, worker, func(name string) bool { return name == worker })
}

// nompMiner is GET /api/worker_stats?WALLET: {"workers": {"WALLET.rig": {"hashrate": 12}}}.
func nompMiner(body []byte, wallet, worker string) (c PoolCount, err error) {
	var a struct {
		Workers map[string]struct {
			Hashrate text `json:"hashrate"`
		} `json:"workers"`
	}
	if err := decodeJSON(body, &a); err != nil {
		return c, err
	}
	rates := map[string]text{}
	for name, w := range a.Workers {
		rates[name] = w.Hashrate
	}
	return rated(rates, worker, func(name string) bool { return name == wallet+"."+worker })
}
