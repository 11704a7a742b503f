package miner

import (
	"math"
	"math/rand/v2"
	"testing"
	"time"
)

// drawn is a Poisson number.
func drawn(r *rand.Rand, mean float64) (n uint64) {
	for p := r.Float64(); p > math.Exp(-mean); p *= r.Float64() {
		n++
	}
	return n
}

// pooled lets a miner of so many shares in a minute work for expected shares, of which
// the pool accepts a part, and returns how many were due when the promise broke; 0 if it held.
func pooled(r *rand.Rand, perMinute, part, expected float64, step time.Duration) float64 {
	p, at := Promise{}, time.Unix(1e9, 0)
	s := Stats{Connected: true, Hashrate: new(1e6), ShareDifficulty: 60e6 / perMinute}
	for due := 0.0; due < expected; due += perMinute * step.Minutes() {
		at = at.Add(step)
		p = p.Add(at, step, s, drawn(r, part*perMinute*step.Minutes()))
		if p.Broken(at, NewLimits().Drought) != "" {
			return due
		}
	}
	return 0
}

// A pool that pays, in full or nearly, is left alone whatever its shares are; one
// that pays nothing is found out after thirteen of them, one that pays a twentieth after
// some more.
func TestPromise(t *testing.T) {
	for seed := range uint64(60) {
		r := rand.New(rand.NewPCG(seed, 1))
		perMinute := math.Exp(math.Log(0.01) + r.Float64()*math.Log(6000)) // 0.01 to 60
		step := time.Duration(1+r.IntN(30)) * time.Second
		one := perMinute * step.Minutes()
		for _, tt := range []struct{ part, least, most float64 }{{1, 0, 0}, {0.8, 0, 0}, {0, 12, 14}, {0.05, 12, 150}} {
			broke := pooled(r, perMinute, tt.part, 300, step)
			if broke < tt.least-one || broke > 0 && tt.most == 0 || broke > tt.most+one {
				t.Errorf("seed %d: %g shares in a minute, %.0f %% of them accepted: broken after %.1f", seed, perMinute, 100*tt.part, broke)
			}
		}
	}
}

// What is not known promises nothing.
func TestPromiseOfTheUnknown(t *testing.T) {
	at := time.Unix(1e9, 0)
	for name, s := range map[string]Stats{
		"no rate": {Connected: true, ShareDifficulty: 1}, "no difficulty": {Connected: true, Hashrate: new(1e9)},
		"paused": {Connected: true, Hashrate: new(1e9), ShareDifficulty: 1, Paused: true}, "never connected": {Hashrate: new(1e9), ShareDifficulty: 1},
	} {
		p := Promise{}
		for range 1000 {
			at = at.Add(time.Second)
			p = p.Add(at, time.Second, s, 0)
		}
		if why := p.Broken(at, 10); why != "" {
			t.Errorf("%s: %s", name, why)
		}
	}
	slept := Promise{}.Add(at, time.Second, Stats{Connected: true, Hashrate: new(1.0), ShareDifficulty: 60}, 0)
	if why := slept.Add(at.Add(9*time.Hour), 9*time.Hour, Stats{Connected: true, Hashrate: new(1.0), ShareDifficulty: 60}, 0).Broken(at, 10); why != "" {
		t.Errorf("after a night of sleep: %s", why)
	}
}
