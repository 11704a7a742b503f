package miner

import (
	"context"
	"encoding/json"
	"fmt"
	"net/url"
)

// poolAccount is the pool's GET /api/stats?wallet=, as package pool serves it.
type poolAccount struct {
	Accounts []struct {
		Wallet     string      `json:"wallet"`
		Worker     string      `json:"worker"`
		Accepted   json.Number `json:"accepted"`
		Difficulty json.Number `json:"difficulty"`
	} `json:"accounts"`
}

// PoolAccepted asks a pool what it has accepted from a wallet's worker, or from
// all of its workers when worker is "": the sum of the shares' difficulties in
// hashes, and their number. endpoint is the pool's base URL, such as
// "http://127.0.0.1:8117". Both count from the pool's start; take differences
// with Progress. A worker that the pool has not seen has zero of both.
func PoolAccepted(ctx context.Context, endpoint, wallet, worker string) (acceptedDifficulty float64, shares uint64, err error) {
	base, err := url.Parse(endpoint)
	if err != nil || base.Host == "" || base.Scheme != "http" && base.Scheme != "https" {
		return 0, 0, fmt.Errorf("pool api %q: want an http or https url", endpoint)
	}
	u := base.JoinPath("api", "stats")
	u.RawQuery = url.Values{"wallet": {wallet}}.Encode()
	body, err := fetch(ctx, u.String(), "")
	if err != nil {
		return 0, 0, fmt.Errorf("pool api: %w", err)
	}
	acceptedDifficulty, shares, err = sumAccounts(body, wallet, worker)
	if err != nil {
		return 0, 0, fmt.Errorf("pool api %s: %w", endpoint, err)
	}
	return acceptedDifficulty, shares, nil
}

func sumAccounts(body []byte, wallet, worker string) (float64, uint64, error) {
	var a poolAccount
	if err := decodeJSON(body, &a); err != nil {
		return 0, 0, err
	}
	if a.Accounts == nil {
		return 0, 0, fmt.Errorf("accounts is missing")
	}
	var p numbers
	var difficulty float64
	var shares uint64
	for _, w := range a.Accounts {
		if w.Wallet == wallet && (worker == "" || w.Worker == worker) {
			difficulty += p.number("difficulty", w.Difficulty, maxHashes)
			shares += p.count("accepted", w.Accepted)
		}
	}
	if p.err != nil {
		return 0, 0, p.err
	}
	return difficulty, shares, nil
}
