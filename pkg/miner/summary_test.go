package miner

import (
	"context"
	"errors"
	"math"
	"strings"
	"testing"
	"time"

	"github.com/gpuarbiter/gpuarbiter/pkg/miner/drivers"
)

// xmrigSummary has the shape of an answer of XMRig 6, some members left out.
const xmrigSummary = `{
  "id": "92f3104f9a2ee78c", "worker_id": "rig", "uptime": 78, "restricted": true,
  "resources": {"memory": {"free": 1, "total": 2}, "load_average": [0.1, 0.2, 0.3]},
  "features": ["api", "http", "tls"],
  "results": {"diff_current": 1200, "shares_good": 7, "shares_total": 9, "avg_time": 11, "avg_time_ms": 11000,
              "hashes_total": 8400, "best": [99, 0]},
  "algo": "argon2/chukwa",
  "connection": {"pool": "pool.example:3333", "ip": "192.0.2.1", "uptime": 77, "uptime_ms": 77066, "ping": 17,
                 "failures": 0, "tls": null, "algo": "argon2/chukwa", "diff": 1200, "accepted": 7, "rejected": 2},
  "version": "6.22.0", "kind": "miner", "paused": false,
  "hashrate": {"total": [111.5, 110.0, null], "highest": 113.2}
}`

// parseSummary is what the page of XMRig makes of an answer.
func parseSummary(data []byte) (Stats, error) {
	a, err := drivers.Builtin()["xmrig"].Understand(context.Background(), data, "argon2/chukwa")
	if err != nil {
		return Stats{}, err
	}
	return statsOf(a), nil
}

func TestParseSummary(t *testing.T) {
	s, err := parseSummary([]byte(xmrigSummary))
	if err != nil {
		t.Fatal(err)
	}
	if s.Hashrate == nil || *s.Hashrate != 111.5 {
		t.Errorf("hashrate %v", s.Hashrate)
	}
	if s.RateOver != 10*time.Second {
		t.Errorf("it is the mean over %s", s.RateOver)
	}
	s.Hashrate, s.RateOver = nil, 0
	want := Stats{
		Accepted: 7, Rejected: 2, AcceptedDifficulty: 8400, ShareDifficulty: 1200, Uptime: 78 * time.Second,
		Algorithm: "argon2/chukwa", Pool: "pool.example:3333", Connected: true, Version: "6.22.0",
	}
	if s != want {
		t.Errorf("got  %+v\nwant %+v", s, want)
	}
}

// Each figure counts by itself: what is wrong with one leaves the others.
func TestParseSummaryOddValues(t *testing.T) {
	const all = UnknownShares | UnknownDifficulty | UnknownUptime
	for _, c := range []struct {
		name, old, new string
		rate           float64 // -1: unknown
		unknown        Unknown
	}{
		{"early: no rates", `[111.5, 110.0, null]`, `[null, null, null]`, -1, 0},
		{"no rates at all", `[111.5, 110.0, null]`, `[]`, -1, 0},
		{"ten seconds are not known", `[111.5, 110.0, null]`, `[null, 110.0, 100]`, 110, 0},
		{"only a quarter of an hour is", `[111.5, 110.0, null]`, `[null, null, 155.7]`, 155.7, 0},
		{"nothing for a moment", `[111.5, 110.0, null]`, `[0, 110.0, 100]`, 110, 0},
		{"nothing for a minute", `[111.5, 110.0, null]`, `[0.0, 0, 100]`, 0, 0},
		{"rates are an object", `[111.5, 110.0, null]`, `{"10s": 5}`, -1, 0},
		{"rate is text", `111.5`, `"fast"`, 110, 0},
		{"rate is a number as text", `111.5`, `"111.5"`, 111.5, 0},
		{"rate is negative", `111.5`, `-1`, 110, 0},
		{"rate is huge", `110.0`, `1e300`, 111.5, 0},
		{"rate overflows", `111.5`, `1e999`, 110, 0},
		{"rate is NaN", `111.5`, `NaN`, 110, 0},
		{"the highest is nan", `113.2`, `-nan`, 111.5, 0},
		{"no highest", `, "highest": 113.2`, ``, 111.5, 0},
		{"shares negative", `"shares_good": 7`, `"shares_good": -7`, 111.5, UnknownShares},
		{"shares in parts", `"shares_good": 7`, `"shares_good": 6.5`, 111.5, UnknownShares},
		{"shares are null", `"shares_good": 7`, `"shares_good": null`, 111.5, UnknownShares},
		{"more good than all", `"shares_good": 7`, `"shares_good": 70`, 111.5, 0},
		{"hashes are missing", `"hashes_total"`, `"hashes_all"`, 111.5, UnknownDifficulty},
		{"hashes are below zero", `8400`, `-9223372036854775808`, 111.5, UnknownDifficulty},
		{"uptime beyond all time", `"uptime": 78`, `"uptime": 1e18`, 111.5, UnknownUptime},
		{"uptime in parts", `"uptime": 78`, `"uptime": 78.5`, 111.5, 0},
		{"paused is a number", `"paused": false`, `"paused": 0`, 111.5, 0},
		{"results are missing", `"results"`, `"result"`, 111.5, UnknownShares | UnknownDifficulty},
		{"endless version", `6.22.0`, strings.Repeat("6", 10000), 111.5, 0},
		{"pool is null", `"pool": "pool.example:3333"`, `"pool": null`, 111.5, 0},
		{"cut in the end", `"highest": 113.2}`, `"highest": 11`, 111.5, 0},
		{"cut within the connection", xmrigSummary[strings.Index(xmrigSummary, `"ping"`):], `"pi`, -1, 0},
		{"cut within the results", xmrigSummary[strings.Index(xmrigSummary, `7, "shares_total"`):], `7`, -1, all &^ UnknownUptime},
	} {
		in := strings.Replace(xmrigSummary, c.old, c.new, 1)
		if in == xmrigSummary {
			t.Fatalf("%s changes nothing", c.name)
		}
		s, err := parseSummary([]byte(in))
		if err != nil {
			t.Errorf("%s: %v", c.name, err)
			continue
		}
		if rate := rateIn(s); s.Unknown != c.unknown || rate != c.rate && (c.rate >= 0 || s.Hashrate != nil) {
			t.Errorf("%s: %g H/s, unknown %b; want %g, %b", c.name, rate, s.Unknown, c.rate, c.unknown)
		}
		if s.Unknown&UnknownShares == 0 && s.Accepted != 7 && s.Accepted != 70 {
			t.Errorf("%s: %d accepted", c.name, s.Accepted)
		}
	}
	if s, err := parseSummary([]byte(strings.Replace(xmrigSummary, `"ip": "192.0.2.1", "uptime": 77`, `"ip": null, "uptime": 0`, 1))); err != nil || s.Connected {
		t.Errorf("%+v, %v", s, err)
	}
	for _, junk := range []string{"", "<html>", `[]`, `{}`, `{"error": "not ready"}`, `{"hashrate`, `null`} {
		if s, err := parseSummary([]byte(junk)); !errors.Is(err, ErrUnreadable) {
			t.Errorf("%q: %+v, %v", junk, s, err)
		}
	}
}

// What an answer does not have is as it was, and counts as no restart.
func TestOver(t *testing.T) {
	before := Stats{Accepted: 5, Rejected: 1, AcceptedDifficulty: 500, Uptime: time.Minute}
	for _, u := range []Unknown{0, UnknownShares, UnknownDifficulty, UnknownUptime, UnknownShares | UnknownDifficulty | UnknownUptime} {
		s := Stats{Unknown: u}
		if u&UnknownShares == 0 {
			s.Accepted, s.Rejected = 6, 1
		}
		if u&UnknownDifficulty == 0 {
			s.AcceptedDifficulty = 600
		}
		if u&UnknownUptime == 0 {
			s.Uptime = 2 * time.Minute
		}
		if d := Progress(before, s.Over(before)); d.Restarted || d.Accepted > 1 || d.AcceptedDifficulty > 100 {
			t.Errorf("%b: %+v", u, d)
		}
	}
}

// A count of the last lines of a log goes back and forth; only what is beyond the most that it
// ever was is new. A miner that has begun anew counts from nothing.
func TestCountersThatGoBack(t *testing.T) {
	at := Stats{Accepted: 5, Uptime: time.Minute}
	booked := uint64(0)
	for i, n := range []uint64{3, 3, 8, 0, 7, 9} {
		s := Stats{Accepted: n, Uptime: time.Minute + time.Duration(i/2)*time.Second}.Over(at)
		booked += Progress(at, s).Accepted
		at = s
	}
	if booked != 4 {
		t.Errorf("%d shares are booked from 5 to 9", booked)
	}
	if d := Progress(at, Stats{Accepted: 2, Uptime: time.Second}.Over(at)); !d.Restarted || d.Accepted != 2 {
		t.Errorf("after a restart: %+v", d)
	}
}

func TestParseBackends(t *testing.T) {
	s, err := parseSummary([]byte(`[{"type":"cpu","enabled":false,"hashrate":[null,null,null]},{"type":"cuda","hashrate":[10,nan,"9"]},{"type":"opencl","hashrate":[5]}]`))
	if err != nil || rateIn(s) != 15 || !s.Connected || s.Unknown != UnknownShares|UnknownDifficulty|UnknownUptime {
		t.Errorf("%+v, %v", s, err)
	}
	for _, junk := range []string{`{}`, `[]`, `[{"hashrate":[null]}]`, `[{`} {
		if _, err := parseSummary([]byte(junk)); !errors.Is(err, ErrUnreadable) {
			t.Errorf("%s: %v", junk, err)
		}
	}
}

func FuzzParseSummary(f *testing.F) {
	f.Add([]byte(xmrigSummary))
	f.Add([]byte(`{"hashrate":{},"results":{},"connection":{}}`))
	f.Add([]byte(`[]`))
	f.Fuzz(func(t *testing.T, data []byte) {
		s, err := parseSummary(data)
		if err != nil {
			return
		}
		for _, v := range []float64{s.AcceptedDifficulty, s.ShareDifficulty, rateIn(s)} {
			if !(v >= 0) || math.IsInf(v, 0) {
				t.Fatalf("%+v", s)
			}
		}
		if s.Uptime < 0 {
			t.Fatalf("uptime %s", s.Uptime)
		}
	})
}

func rateIn(s Stats) float64 {
	if s.Hashrate == nil {
		return 0
	}
	return *s.Hashrate
}

func FuzzPools(f *testing.F) {
	f.Add([]byte(`{"accounts":[{"wallet":"w","worker":"a","accepted":3,"difficulty":30}]}`))
	f.Add([]byte(`{"totalHashes":"5","validShares":1,"stats":{"hashes":"3"},"workers":[{"name":"a","hashes":"2"}],"performance":{"workers":{"a":{"hashrate":3}}}}`))
	f.Add([]byte(`{"workers":{"a":{"hr":1,"hr2":null,"hashrate":"7"},"w.a":{"hashrate":8}}}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		for kind, k := range poolKinds {
			for _, worker := range []string{"", "a"} {
				c, err := k.read(data, "w", worker)
				if err == nil && (!(c.Hashes >= 0) || c.Rate != nil && !(*c.Rate >= 0)) {
					t.Fatalf("%s: %+v", kind, c)
				}
			}
		}
	})
}
