package backtest

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"time"

	"github.com/gpuarbiter/gpuarbiter/pkg/profit"
	"github.com/gpuarbiter/gpuarbiter/pkg/scheduler/decide"
)

// referenceNames are the names of policies in streams' files.
var referenceNames = map[string]string{
	"mine only":      "mine only",
	"first come":     "always train FCFS",
	"reward by work": "static R/W, no competition",
}

// StreamBaselines are the simple ways to treat challenges.
func StreamBaselines() []StreamPolicy {
	simple := func(name string, value func(a Attempt) float64, least bool) StreamPolicy {
		return StreamPolicy{name, func() func(View) [][]int {
			return func(v View) [][]int { return inOrder(v, value, least) }
		}}
	}
	return []StreamPolicy{
		{"mine only", func() func(View) [][]int { return func(View) [][]int { return nil } }},
		simple("first come", func(a Attempt) float64 { return -float64(a.Public.Opens) }, false),
		simple("reward by work", func(a Attempt) float64 { return (a.Public.Reward - a.Public.Gas) / a.Public.Work }, true),
	}
}

// inOrder gives each challenge, those of the most value first, as many of the
// fastest devices as it takes; least: only if it pays more for its work than
// mining does on some class.
func inOrder(v View, value func(a Attempt) float64, least bool) [][]int {
	cheapest := math.Inf(1)
	free, ranks, order := make([]int, len(v.Classes)), make([]int, len(v.Classes)), make([]int, len(v.Open))
	for k, c := range v.Classes {
		free[k], ranks[k] = c.Devices, k
		cheapest = min(cheapest, (c.Net+c.KW*v.Tariff)/c.Speed)
	}
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(ranks, func(a, b int) int { return cmp.Compare(v.Classes[b].Speed, v.Classes[a].Speed) })
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(value(v.Open[b]), value(v.Open[a])) })
	teams := make([][]int, len(v.Open))
	for _, i := range order {
		if least && value(v.Open[i]) < cheapest {
			continue
		}
		teams[i] = make([]int, len(free))
		left := v.Open[i].Public.MaxDevices
		for _, k := range ranks {
			n := min(left, free[k])
			teams[i][k] = n
			left -= n
			free[k] -= n
		}
	}
	return teams
}

// StreamEngine is the daemon's own policy. Times is what its work estimates are
// multiplied by: 1, or a test of wrong ones.
func StreamEngine(name string, p decide.Policy, times float64) StreamPolicy {
	return StreamPolicy{name, func() func(View) [][]int {
		e := &streamEngine{policy: p, times: times}
		return e.decide
	}}
}

// streamEngine is a rig of all the stream's devices. A device-hour of work is
// 3600 MACs: a class's speed is its MACs per second.
type streamEngine struct {
	policy  decide.Policy
	times   float64
	devices []decide.Device
	planner decide.Planner
}

var streamStart = time.Date(2020, 1, 1, 0, 0, 0, 0, time.UTC)

func clock(hour int) time.Time { return streamStart.Add(time.Duration(hour) * time.Hour) }

// word is a quote that is the operator's own.
func word(v float64) profit.Quote { return profit.Quote{Value: v, Source: "stream"} }

func (e *streamEngine) decide(v View) [][]int {
	snap := e.snapshot(v)
	plan := e.planner.Decide(snap, e.planner.Estimates(snap))
	at := make(map[string]int, len(v.Open))
	teams := make([][]int, len(v.Open))
	for n, a := range v.Open {
		at[key(a.ID)] = n
		teams[n] = make([]int, len(v.Classes))
	}
	chosen := make(map[string]profit.Workload, len(plan.Decisions))
	for _, d := range plan.Decisions {
		chosen[d.Device] = d.Chosen
	}
	i := 0
	for k, c := range v.Classes {
		for range c.Devices {
			d := &e.devices[i]
			if w := chosen[d.UUID]; w != d.Running {
				d.Running, d.Since = w, snap.Market.Now
			}
			if d.Running.Task() {
				teams[at[d.Running.Target]][k]++
			}
			i++
		}
	}
	return teams
}

func key(id int) string { return fmt.Sprintf("stream/%d", id) }

// snapshot is what the daemon would have seen.
func (e *streamEngine) snapshot(v View) decide.Snapshot {
	mining := profit.Mining("coin")
	now := clock(v.Hour)
	if e.devices == nil {
		for k, c := range v.Classes {
			for range c.Devices {
				d := decide.Device{Running: mining, Since: now.Add(-24 * time.Hour)}
				d.UUID, d.Model, d.Class = fmt.Sprintf("GPU-%02d-%04d", k, len(e.devices)), c.Name, c.Name
				d.Training = profit.TrainingRate{PerSecond: profit.MACs(c.Speed), Watts: profit.Watts(c.KW * 1000)}
				e.devices = append(e.devices, d)
			}
		}
	}
	p := e.policy
	p.SwitchSeconds = v.HoursLost * 3600
	snap := decide.Snapshot{Policy: p, Devices: e.devices}
	snap.Market = profit.Market{
		Now: now, Tariff: profit.Tariff{PerKWh: profit.Quote{Value: v.Tariff, Source: "stream", Signed: true}, Rate: word(1), Overhead: 1, Currency: "USD"},
		// A unit of hashrate earns a dollar an hour.
		Coins: []profit.Coin{{Name: "coin", Price: word(1), Difficulty: word(3600), BlockReward: word(1), HashesPerDifficulty: 1}},
	}
	i := 0
	for _, c := range v.Classes {
		rates := map[string]profit.MiningRate{"coin": {Hashrate: profit.Hashrate(c.Net)}}
		for range c.Devices {
			e.devices[i].Mining = rates
			i++
		}
	}
	prior := profit.Work{Sigma: v.Prior.Sigma, Reach: profit.Ratio(1 - v.Prior.Infeasible), Beyond: v.Prior.Times, Learning: v.Prior.Precision}
	past := slices.Clone(v.Past)
	for k := range past {
		past[k].Log -= math.Log(e.times)
	}
	shift, sigma := profit.LearnWork(past, prior)
	prior.Sigma = sigma
	for _, a := range v.Open {
		snap.Market.Challenges = append(snap.Market.Challenges, e.challenge(a, prior, shift))
	}
	return snap
}

func (e *streamEngine) challenge(a Attempt, work profit.Work, shift float64) profit.Challenge {
	p := a.Public
	work.Median = profit.MACs(3600 * p.Work * e.times * math.Exp(shift))
	if a.Evidence.Precision > 0 {
		work.Evidence = profit.Evidence{Log: a.Evidence.Log + math.Log(3600), Precision: a.Evidence.Precision}
	}
	c := profit.Challenge{
		Key: key(a.ID), Rule: profit.Best, Reward: p.Reward, Price: word(1), Ether: word(1),
		Opened: clock(p.Opens), Deadline: clock(p.Deadline), Rivals: p.Rivals, GasWin: p.Gas,
		Work: work, Spent: profit.MACs(3600 * a.Spent), MaxDevices: p.MaxDevices,
	}
	if p.First {
		c.Rule = profit.First
	}
	return c
}
