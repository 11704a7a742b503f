package workers

import (
	"fmt"
	"math"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"github.com/gpuarbiter/gpuarbiter/pkg/config"
	"github.com/gpuarbiter/gpuarbiter/pkg/miner"
)

// However often the pool is away and workers are started anew: never more is booked than was
// accepted, but for what the miner's own count, when the pool was silent for long, was ahead;
// and once the pool has answered nothing is missing.
func TestSettlement(t *testing.T) {
	dir := t.TempDir()
	n := 0
	rapid.Check(t, func(t *rapid.T) {
		n++
		path := filepath.Join(dir, fmt.Sprint(n))
		var accepted, fresh, booked float64
		answers := true
		server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
			if !answers {
				http.Error(w, "away", http.StatusBadGateway)
				return
			}
			fmt.Fprintf(w, `{"totalHashes": "%.0f", "validShares": 1}`, accepted)
		}))
		defer server.Close()
		earlier := float64(rapid.IntRange(0, 5000).Draw(t, "earlier"))
		accepted = earlier
		begin := func() *settlement {
			s := &settlement{api: miner.PoolAPI{Kind: "nodejs-pool", URL: server.URL, Wallet: "w"}, path: path}
			s.resume()
			return s
		}
		s, now := begin(), time.Unix(1_800_000_000, 0)
		for range rapid.IntRange(1, 40).Draw(t, "steps") {
			now = now.Add(time.Duration(rapid.IntRange(30, 900).Draw(t, "seconds")) * time.Second)
			answers = rapid.IntRange(0, 2).Draw(t, "answers") > 0
			work := float64(rapid.IntRange(0, 300).Draw(t, "work"))
			accepted, fresh = accepted+work, fresh+work
			booked += s.settle(t.Context(), now, work)
			if booked > fresh+1e-6 {
				t.Fatalf("%v is booked of %v", booked, fresh)
			}
		}
		answers, now = true, now.Add(time.Hour)
		booked += s.settle(t.Context(), now, 0)
		if math.Abs(booked-fresh) > 1e-6 {
			t.Fatalf("%v is booked of %v", booked, fresh)
		}
		s = begin()
		accepted, fresh = accepted+70, fresh+70 // while no worker looked
		booked += s.settle(t.Context(), now.Add(time.Hour), 0)
		if math.Abs(booked-fresh) > 1e-6 {
			t.Fatalf("after a new start %v is booked of %v", booked, fresh)
		}
	})
}

// Each kind of pool is asked at its own address and read in its own form.
func TestKindsOfPool(t *testing.T) {
	answers := map[string]string{
		"gpuarbiter /api/stats?wallet=w":                          `{"accounts":[{"wallet":"w","worker":"rig-1","accepted":3,"difficulty":"1500"}]}`,
		"nodejs-pool /miner/w/stats/rig-1":                        `{"hash":12,"totalHashes":1500,"validShares":"3"}`,
		"cryptonote-pool /stats_address?address=w&longpoll=false": `{"stats":{"hashes":"9000"},"workers":[{"name":"rig-0","hashes":"7500"},{"name":"rig-1","hashes":"1500"}]}`,
		"miningcore /miners/w":                                    `{"performance":{"workers":{"rig-1":{"hashrate":25,"sharesPerSecond":0.1},"rig-2":{"hashrate":99}}}}`,
		"2miners /api/accounts/w":                                 `{"workers":{"rig-1":{"hr":40,"hr2":25,"offline":false}},"currentHashrate":40}`,
		"nomp /api/worker_stats?w":                                `{"miner":"w","workers":{"w.rig-1":{"name":"w.rig-1","hashrate":25.0}}}`,
	}
	if len(answers) != len(miner.PoolKinds()) || fmt.Sprint(miner.PoolKinds()) != fmt.Sprint(config.PoolAPITypes) {
		t.Fatalf("%v, %v", miner.PoolKinds(), config.PoolAPITypes)
	}
	for of, answer := range answers {
		kind, want, _ := strings.Cut(of, " ")
		said, asked := answer, ""
		server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			asked = r.URL.RequestURI()
			fmt.Fprint(w, said)
		}))
		s := &settlement{api: miner.PoolAPI{Kind: kind, URL: server.URL, Wallet: "w", Worker: "rig-1"}, path: filepath.Join(t.TempDir(), "s"), last: settledCount{At: time.Unix(1000, 0), Hashes: 500}}
		c, err := s.api.Ask(t.Context())
		if err != nil || asked != want {
			t.Errorf("%s: asked at %s, want %s; %v", kind, asked, want, err)
		}
		if got := s.answer(time.Unix(1040, 0), c); got != 1000 {
			t.Errorf("%s: %v is booked, want 1000", kind, got)
		}
		for _, bad := range []string{"{}", "[]", "null", `{"error":"Not found"}`, "<html>", `{"accounts":null,"workers":{},"stats":null}`} {
			said = bad
			if c, err := s.api.Ask(t.Context()); err == nil {
				t.Errorf("%s: %s is taken for %+v", kind, bad, c)
			}
		}
		server.Close()
	}
}

// A pool whose answer cannot be read is no pool that pays nothing: the miner's count is
// booked after a while, and that is said.
func TestPoolThatCannotBeRead(t *testing.T) {
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) { fmt.Fprint(w, `{"another": "form"}`) }))
	defer server.Close()
	s := &settlement{api: miner.PoolAPI{Kind: "nodejs-pool", URL: server.URL, Wallet: "w"}, path: filepath.Join(t.TempDir(), "s")}
	booked, now := 0.0, time.Unix(1_800_000_000, 0)
	for range 30 {
		now = now.Add(time.Minute)
		booked += s.settle(t.Context(), now, 100)
	}
	if booked != 3000 || !strings.Contains(s.why, "booked by the miner's own count: pool api (nodejs-pool)") {
		t.Errorf("%v, %q", booked, s.why)
	}
}

// What cannot be kept, as on a full disk, is not booked: the next worker would book it again.
func TestSettlementOnAFullDisk(t *testing.T) {
	accepted := 100
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) { fmt.Fprintf(w, `{"totalHashes": %d}`, accepted) }))
	defer server.Close()
	dir := filepath.Join(t.TempDir(), "state")
	begin := func() *settlement {
		s := &settlement{api: miner.PoolAPI{Kind: "nodejs-pool", URL: server.URL, Wallet: "w"}, path: filepath.Join(dir, "s")}
		s.resume()
		return s
	}
	now := time.Unix(1_800_000_000, 0)
	booked, s := 0.0, begin()
	step := func(more int) {
		accepted, now = accepted+more, now.Add(2*time.Minute)
		booked += s.settle(t.Context(), now, float64(more))
	}
	step(50) // there is no such folder: nothing can be kept
	step(50)
	if booked != 0 || !strings.Contains(s.why, "cannot be kept") {
		t.Errorf("%v is booked, %q", booked, s.why)
	}
	if err := os.Mkdir(dir, 0o700); err != nil {
		t.Fatal(err)
	}
	step(50)
	s = begin()
	step(50)
	if booked != 200 {
		t.Errorf("%v is booked, 200 were accepted", booked)
	}
}
