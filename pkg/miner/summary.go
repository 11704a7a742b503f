package miner

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"strconv"
	"strings"
	"time"

	"github.com/gpuarbiter/gpuarbiter/pkg/plain"
)

// ErrUnreadable is an answer of a miner's API of which nothing can be used. Unlike no
// answer it says that the process lives.
var ErrUnreadable = errors.New("the answer cannot be read")

// Largest values that are believed; anything above is a fault of the API.
const (
	maxCount    = 1e15                  // shares
	maxHashes   = 1e24                  // hashes, hashes per second
	maxUptimeS  = 100 * 365 * 24 * 3600 // seconds
	maxTextSize = 1024                  // bytes of a name
)

// parseSummary reads an answer of XMRig's /2/summary or /1/summary, each figure by
// itself: one that is missing, null or nonsense is unknown, and the others count. Of an
// answer that is cut what came whole counts. Stats.At is left to the caller.
func parseSummary(data []byte) (Stats, error) {
	t, err := parseTree(data)
	if err == nil || len(t) > 0 {
		known := t.at("hashrate") != nil || t.at("results") != nil || t.at("connection") != nil
		if !known {
			err = errors.Join(errors.New("hashrate, results and connection are missing"), err)
		} else {
			return t.stats(), nil
		}
	}
	return Stats{}, fmt.Errorf("summary: %w: %w", ErrUnreadable, plain.Error(err))
}

func (t tree) stats() Stats {
	s := Stats{Paused: t.at("paused") == true, Algorithm: t.text("algo"), Version: t.text("version")}
	total, _ := t.at("hashrate", "total").([]any)
	for i := range min(len(total), len(s.Rates)) {
		if v, ok := number(total[i], maxHashes); ok {
			s.Rates[i] = &v
		}
	}
	s.Hashrate = rateOf(s.Rates)
	good, ok := t.count("results", "shares_good")
	all, okAll := t.count("results", "shares_total")
	if s.Accepted, s.Rejected = good, max(all, good)-good; !ok {
		s.Unknown |= UnknownShares
	} else if !okAll {
		s.Rejected, _ = t.count("connection", "rejected")
	}
	// HashesTotal is the sum of the job difficulties of accepted shares: XMRig's
	// NetworkState::add does m_hashes += result.diff for each of them.
	if s.AcceptedDifficulty, ok = t.number(maxHashes, "results", "hashes_total"); !ok {
		if s.AcceptedDifficulty, ok = t.number(maxHashes, "connection", "hashes_total"); !ok {
			s.Unknown |= UnknownDifficulty
		}
	}
	if s.ShareDifficulty, ok = t.number(maxHashes, "results", "diff_current"); !ok {
		s.ShareDifficulty, _ = t.number(maxHashes, "connection", "diff")
	}
	up, ok := t.number(maxUptimeS, "uptime")
	if s.Uptime = time.Duration(up * float64(time.Second)); !ok {
		s.Unknown |= UnknownUptime
	}
	t.connection(&s)
	return s
}

// connection: ip is null and uptime 0 while there is none. Where neither can be read a
// miner that hashes, or has had shares accepted, counts as connected.
func (t tree) connection(s *Stats) {
	s.Pool = t.text("connection", "pool")
	s.Fault = plain.Line(t.text("connection", "fault"))
	up, okUp := t.number(maxUptimeS, "connection", "uptime")
	ip := t.text("connection", "ip")
	_, okIP := t.find("connection", "ip")
	s.Connected = up > 0 || ip != "" || !okUp && !okIP && (s.Accepted > 0 || hashing(*s))
}

// rateOf is the rate of the shortest window that tells: each is null until it is full,
// on a slow algorithm for long. Two short ones that say nothing is done are believed
// over the long one, which remembers better times. Nil while none is known.
func rateOf(rates [3]*float64) *float64 {
	zero := func(r *float64) bool { return r != nil && *r == 0 }
	if zero(rates[0]) && zero(rates[1]) {
		return rates[0]
	}
	var best *float64
	for _, r := range rates {
		if r != nil && *r > 0 {
			return r
		}
		if r != nil {
			best = r
		}
	}
	return best
}

// parseBackends reads /2/backends: rates, added up over the backends, and nothing else.
func parseBackends(data []byte) (Stats, error) {
	var list []struct {
		Enabled  *bool `json:"enabled"`
		Hashrate []any `json:"hashrate"`
	}
	d := json.NewDecoder(bytes.NewReader(plain.JSON(data)))
	d.UseNumber()
	if err := d.Decode(&list); err != nil {
		return Stats{}, fmt.Errorf("backends: %w: %w", ErrUnreadable, plain.Error(err))
	}
	s := Stats{Unknown: UnknownShares | UnknownDifficulty | UnknownUptime}
	for _, b := range list {
		for i := range min(len(b.Hashrate), len(s.Rates)) {
			if v, ok := number(b.Hashrate[i], maxHashes); ok {
				if s.Rates[i] != nil {
					v += *s.Rates[i]
				}
				s.Rates[i] = &v
			}
		}
	}
	if s.Hashrate = rateOf(s.Rates); s.Hashrate == nil {
		return Stats{}, fmt.Errorf("backends: %w: no rate is known", ErrUnreadable)
	}
	s.Connected = hashing(s)
	return s, nil
}

// tree is an answer of whatever form.
type tree map[string]any

// parseTree reads as much of an object as came whole.
func parseTree(data []byte) (tree, error) {
	data = plain.JSON(data)
	var t tree
	decode := func(b []byte) error {
		d := json.NewDecoder(bytes.NewReader(b))
		d.UseNumber()
		return d.Decode(&t)
	}
	err := decode(data)
	if err == nil {
		return t, nil
	}
	// What stands before the last comma is whole; its brackets can be closed.
	for rest, tries := data, 0; tries < 64; tries++ {
		i := bytes.LastIndexByte(rest, ',')
		if i < 0 {
			break
		}
		rest = rest[:i]
		t = nil
		if decode(append(bytes.Clone(rest), closing(rest)...)) == nil {
			return t, err
		}
	}
	return nil, err
}

// closing are the brackets that are open at the end of b.
func closing(b []byte) []byte {
	var open []byte
	for i, quote := 0, false; i < len(b); i++ {
		switch c := b[i]; {
		case quote && c == '\\':
			i++
		case c == '"':
			quote = !quote
		case quote:
		case c == '{':
			open = append(open, '}')
		case c == '[':
			open = append(open, ']')
		case (c == '}' || c == ']') && len(open) > 0:
			open = open[:len(open)-1]
		}
	}
	for i, j := 0, len(open)-1; i < j; i, j = i+1, j-1 {
		open[i], open[j] = open[j], open[i]
	}
	return open
}

// find is the value at a path of members; false if there is none.
func (t tree) find(path ...string) (any, bool) {
	var v any = map[string]any(t)
	for _, name := range path {
		o, ok := v.(map[string]any)
		if !ok {
			return nil, false
		}
		if v, ok = o[name]; !ok {
			return nil, false
		}
	}
	return v, true
}

func (t tree) at(path ...string) any { v, _ := t.find(path...); return v }

// text is a name; what is none or endless is none.
func (t tree) text(path ...string) string {
	if s, ok := t.at(path...).(string); ok && len(s) <= maxTextSize {
		return s
	}
	return ""
}

func (t tree) number(limit float64, path ...string) (float64, bool) {
	return number(t.at(path...), limit)
}

func (t tree) count(path ...string) (uint64, bool) {
	v, ok := t.number(maxCount, path...)
	return uint64(v), ok && v == math.Trunc(v)
}

// number is a figure from 0 to the limit, also one that is written as text.
func number(v any, limit float64) (float64, bool) {
	text := ""
	switch v := v.(type) {
	case json.Number:
		text = v.String()
	case string:
		text = strings.TrimSpace(v)
	}
	f, err := strconv.ParseFloat(text, 64)
	if err != nil || !(f >= 0 && f <= limit) {
		return 0, false
	}
	return f, true
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
