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
		p = p.Add(at, step, s, drawn(r, part*perMinute*step.Minutes()), 0)
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
			p = p.Add(at, time.Second, s, 0, 0)
		}
		if why := p.Broken(at, 10); why != "" {
			t.Errorf("%s: %s", name, why)
		}
	}
	slept := Promise{}.Add(at, time.Second, Stats{Connected: true, Hashrate: new(1.0), ShareDifficulty: 60}, 0, 0)
	if why := slept.Add(at.Add(9*time.Hour), 9*time.Hour, Stats{Connected: true, Hashrate: new(1.0), ShareDifficulty: 60}, 0, 0).Broken(at, 10); why != "" {
		t.Errorf("after a night of sleep: %s", why)
	}
}

// guessed lets a miner that tells no difficulty find a share in so many seconds for so many shares, of which the
// pool takes a part; from time to time the pool makes its shares harder or easier. It returns for how many shares'
// time the promise was kept before it broke; 0 if it held.
func guessed(r *rand.Rand, p Promise, at *time.Time, every time.Duration, part, shares float64, varies bool) (Promise, float64) {
	s := Stats{Connected: true, Hashrate: new(1e6)}
	step, harder := 10*time.Second, 1.0
	for due := 0.0; due < shares; {
		if varies && r.Float64() < 0.01 {
			harder = []float64{1, 2, 4}[r.IntN(3)]
		}
		mean := step.Seconds() / (every.Seconds() * harder)
		*at, due = at.Add(step), due+mean
		n, taken := drawn(r, mean), uint64(0)
		for range n {
			if r.Float64() < part {
				taken++
			}
		}
		if p = p.Add(*at, step, s, taken, n-taken); p.Broken(*at, NewLimits().Drought) != "" {
			return p, due
		}
	}
	return p, 0
}

// Where a miner does not tell what its shares stand for, a pool that pays is left alone, though its difficulty goes
// up and down; one that refuses nearly all, answers no more, or never gave a share is found out.
func TestPromiseWithoutDifficulty(t *testing.T) {
	for seed := range uint64(80) {
		r := rand.New(rand.NewPCG(seed, 2))
		every := time.Duration(math.Exp(math.Log(1)+r.Float64()*math.Log(600)) * float64(time.Second)) // 1 s to 10 min
		at := time.Unix(1e9, 0)
		p, broke := guessed(r, Promise{}, &at, every, 1, 1000, true)
		if broke > 0 {
			t.Errorf("seed %d: a share in %s: %s after %.0f shares", seed, every, p.Broken(at, NewLimits().Drought), broke)
			continue
		}
		if _, broke := guessed(r, p, &at, every, 0, 500, false); broke == 0 || broke > 100 { // in a row five are enough: Limits.Refused
			t.Errorf("seed %d: of one that refuses all of a sudden: broken after %.0f", seed, broke)
		}
		if _, broke := guessed(r, Promise{}, &at, every, 0.06, 500, false); broke == 0 || broke > 120 {
			t.Errorf("seed %d: of one that takes 6 in 100: broken after %.0f", seed, broke)
		}
		silent, s, begin := p, Stats{Connected: true, Hashrate: new(1e6)}, at
		for silent.Broken(at, NewLimits().Drought) == "" && at.Sub(begin) < 100*time.Hour {
			at = at.Add(10 * time.Second)
			silent = silent.Add(at, 10*time.Second, s, 0, 0)
		}
		if took := at.Sub(begin); took < 20*every || took > 500*every+time.Minute {
			t.Errorf("seed %d: a share in %s: of one that answers no more: broken after %s", seed, every, took)
		}
		never := Promise{}
		for begin = at; never.Broken(at, NewLimits().Drought) == "" && at.Sub(begin) < 2*time.Hour; at = at.Add(time.Minute) {
			never = never.Add(at, time.Minute, s, 0, 0)
		}
		if took := at.Sub(begin); took < time.Hour || took > time.Hour+3*time.Minute {
			t.Errorf("seed %d: of one that never gave a share: broken after %s", seed, took)
		}
	}
}
