package miner

import (
	"math"
	"strings"
	"testing"
	"time"
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

func TestParseSummary(t *testing.T) {
	s, err := parseSummary([]byte(xmrigSummary))
	if err != nil {
		t.Fatal(err)
	}
	if s.Hashrate == nil || *s.Hashrate != 111.5 {
		t.Errorf("hashrate %v", s.Hashrate)
	}
	s.Hashrate = nil
	want := Stats{
		Accepted: 7, Rejected: 2, AcceptedDifficulty: 8400, ShareDifficulty: 1200, Uptime: 78 * time.Second,
		Algorithm: "argon2/chukwa", Pool: "pool.example:3333", Connected: true, Version: "6.22.0",
	}
	if s != want {
		t.Errorf("got  %+v\nwant %+v", s, want)
	}
}

func TestParseSummaryOddValues(t *testing.T) {
	for _, c := range []struct{ name, old, new, err string }{
		{"early: no rates", `[111.5, 110.0, null]`, `[null, null, null]`, ""},
		{"no rates at all", `[111.5, 110.0, null]`, `[]`, ""},
		{"not connected", `"ip": "192.0.2.1", "uptime": 77`, `"ip": null, "uptime": 0`, ""},
		{"no algorithm yet", `"algo": "argon2/chukwa",`, `"algo": null,`, ""},
		{"rate is text", `111.5`, `"fast"`, "invalid number"},
		{"rate is negative", `111.5`, `-1`, "hashrate.total[0]"},
		{"rate is huge", `110.0`, `1e300`, "hashrate.total[1]"},
		{"rate overflows", `111.5`, `1e999`, "hashrate.total[0]"},
		{"rate is NaN", `111.5`, `NaN`, "invalid character"},
		{"shares negative", `"shares_good": 7`, `"shares_good": -7`, "shares_good"},
		{"shares in parts", `"shares_good": 7`, `"shares_good": 6.5`, "shares_good"},
		{"shares are null", `"shares_good": 7`, `"shares_good": null`, "shares_good"},
		{"more good than all", `"shares_good": 7`, `"shares_good": 70`, "shares_total"},
		{"hashes are missing", `"hashes_total"`, `"hashes_all"`, "hashes_total"},
		{"uptime beyond all time", `"uptime": 78`, `"uptime": 1e18`, "uptime"},
		{"paused is a number", `"paused": false`, `"paused": 0`, "bool"},
		{"results are missing", `"results"`, `"result"`, "missing"},
		{"endless version", `6.22.0`, strings.Repeat("6", 1000), "version"},
	} {
		t.Run(c.name, func(t *testing.T) {
			in := strings.Replace(xmrigSummary, c.old, c.new, 1)
			if in == xmrigSummary {
				t.Fatal("the case changes nothing")
			}
			s, err := parseSummary([]byte(in))
			if c.err == "" && err != nil || c.err != "" && (err == nil || !strings.Contains(err.Error(), c.err)) {
				t.Fatalf("error %v, want %q", err, c.err)
			}
			if c.name == "not connected" && s.Connected {
				t.Error("connected")
			}
		})
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
		for _, v := range []float64{s.AcceptedDifficulty, s.ShareDifficulty, rateOf(s)} {
			if !(v >= 0) || math.IsInf(v, 0) {
				t.Fatalf("%+v", s)
			}
		}
		if s.Uptime < 0 {
			t.Fatalf("uptime %s", s.Uptime)
		}
	})
}

func rateOf(s Stats) float64 {
	if s.Hashrate == nil {
		return 0
	}
	return *s.Hashrate
}

func FuzzSumAccounts(f *testing.F) {
	f.Add([]byte(`{"accounts":[{"wallet":"w","worker":"a","accepted":3,"difficulty":30}]}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		if d, _, err := sumAccounts(data, "w", ""); err == nil && !(d >= 0) {
			t.Fatalf("difficulty %g", d)
		}
	})
}
