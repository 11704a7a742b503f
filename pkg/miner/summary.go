package miner

import (
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"time"
)

// summary is the part of XMRig's GET /2/summary that matters. Numbers are kept
// as text, so that a wrong one can be named in the error.
type summary struct {
	Version string      `json:"version"`
	Algo    *string     `json:"algo"`
	Uptime  json.Number `json:"uptime"` // seconds
	Paused  bool        `json:"paused"`

	// Total holds the rates over 10 s, 60 s and 15 min; each is null until its
	// window is full.
	Hashrate *struct {
		Total []*json.Number `json:"total"`
	} `json:"hashrate"`

	// HashesTotal is the sum of the job difficulties of accepted shares: XMRig's
	// NetworkState::add does m_hashes += result.diff for each of them.
	Results *struct {
		DiffCurrent json.Number `json:"diff_current"`
		SharesGood  json.Number `json:"shares_good"`
		SharesTotal json.Number `json:"shares_total"`
		HashesTotal json.Number `json:"hashes_total"`
	} `json:"results"`

	// IP is null and Uptime 0 while there is no connection.
	Connection *struct {
		Pool   string      `json:"pool"`
		IP     *string     `json:"ip"`
		Uptime json.Number `json:"uptime"`
	} `json:"connection"`
}

// Largest values that are believed; anything above is a fault of the API.
const (
	maxCount    = 1e15                  // shares
	maxHashes   = 1e24                  // hashes, hashes per second
	maxUptimeS  = 100 * 365 * 24 * 3600 // seconds
	maxTextSize = 256                   // bytes of a name
)

// parseSummary reads an answer of /2/summary. Stats.At is left to the caller.
func parseSummary(data []byte) (Stats, error) {
	var s summary
	if err := decodeJSON(data, &s); err != nil {
		return Stats{}, fmt.Errorf("summary: %w", err)
	}
	if s.Hashrate == nil || s.Results == nil || s.Connection == nil {
		return Stats{}, errors.New("summary: hashrate, results or connection is missing")
	}
	var p numbers
	good := p.count("results.shares_good", s.Results.SharesGood)
	total := p.count("results.shares_total", s.Results.SharesTotal)
	stats := Stats{
		Accepted:           good,
		Rejected:           total - min(good, total),
		AcceptedDifficulty: p.number("results.hashes_total", s.Results.HashesTotal, maxHashes),
		ShareDifficulty:    p.number("results.diff_current", s.Results.DiffCurrent, maxHashes),
		Uptime:             time.Duration(p.number("uptime", s.Uptime, maxUptimeS) * float64(time.Second)),
		Pool:               p.text("connection.pool", s.Connection.Pool),
		Version:            p.text("version", s.Version),
		Paused:             s.Paused,
	}
	if good > total {
		p.fail("results.shares_good", s.Results.SharesGood, "is above shares_total")
	}
	if s.Algo != nil {
		stats.Algorithm = p.text("algo", *s.Algo)
	}
	connected := p.number("connection.uptime", s.Connection.Uptime, maxUptimeS)
	stats.Connected = connected > 0 || s.Connection.IP != nil && *s.Connection.IP != ""
	for i, n := range s.Hashrate.Total {
		if n == nil {
			continue
		}
		rate := p.number(fmt.Sprintf("hashrate.total[%d]", i), *n, maxHashes)
		if i == 0 {
			stats.Hashrate = &rate
		}
	}
	if p.err != nil {
		return Stats{}, fmt.Errorf("summary: %w", p.err)
	}
	return stats, nil
}

// numbers checks values and keeps the first fault.
type numbers struct{ err error }

func (p *numbers) fail(field string, value any, why string) {
	if p.err == nil {
		p.err = fmt.Errorf("%s: %.64q %s", field, fmt.Sprint(value), why)
	}
}

func (p *numbers) number(field string, n json.Number, limit float64) float64 {
	v, err := n.Float64()
	if err != nil || math.IsNaN(v) || v < 0 || v > limit {
		p.fail(field, n, fmt.Sprintf("is not a number from 0 to %g", limit))
		return 0
	}
	return v
}

func (p *numbers) count(field string, n json.Number) uint64 {
	v := p.number(field, n, maxCount)
	if v != math.Trunc(v) {
		p.fail(field, n, "is not a whole number")
	}
	return uint64(v)
}

func (p *numbers) text(field, s string) string {
	if len(s) > maxTextSize {
		p.fail(field, s, fmt.Sprintf("is longer than %d bytes", maxTextSize))
	}
	return s
}
