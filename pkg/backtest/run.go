package backtest

import (
	"math"
	"sync"
)

// Run replays a class under a policy and returns the path that it took.
func Run(w *World, c *Class, p Policy, told [][]float64, minutes float64) []int8 {
	rule := p.new(w, c, minutes)
	path := make([]int8, w.Steps())
	seen := poll{gross: make([]float64, len(told)), net: make([]float64, len(told))}
	for t := range path {
		seen.step, seen.tariff = t, w.Tariff[t]
		for k := range told {
			seen.gross[k] = told[k][t]
			seen.net[k] = told[k][t] - c.Watts[k]*w.Tariff[t]/1000
		}
		path[t] = int8(rule.choose(seen))
	}
	return path
}

// Result is a policy's money on one class of one world, under one set of faults.
type Result struct {
	World, Class, Policy string
	Faults               Faults
	Money
	Clairvoyant, Static      float64
	MostEquity, StaticEquity []float64 // of the two, by day
}

// Share is the part of the clairvoyant's money; no number where that is none.
func (r Result) Share() float64 {
	if !(r.Clairvoyant > 0) {
		return math.NaN()
	}
	return r.USD / r.Clairvoyant
}

// Job is what a backtest of coins covers.
type Job struct {
	Worlds   []*World
	Policies []Policy
	Noises   []float64
	Seeds    []uint64
	Lag      int
	Minutes  float64 // of a switch
	Bare     bool    // quotes are the truth, without faults: for what was itself recorded from quotes
	Progress func(done, all int)
}

// Run replays everything, on all processors; the order of the results is fixed.
func (j Job) Run() []Result {
	type task struct {
		w *World
		c *Class
		f Faults
	}
	var tasks []task
	for _, w := range j.Worlds {
		for i := range w.Classes {
			for _, noise := range j.Noises {
				for _, seed := range j.Seeds {
					tasks = append(tasks, task{w, &w.Classes[i], Faults{Noise: noise, Lag: j.Lag, Seed: seed*1000 + uint64(i)}})
				}
			}
		}
	}
	results := make([][]Result, len(tasks))
	var mu sync.Mutex
	done := 0
	each(len(tasks), func(i int) {
		results[i] = j.one(tasks[i].w, tasks[i].c, tasks[i].f)
		mu.Lock()
		defer mu.Unlock()
		done++
		if j.Progress != nil {
			j.Progress(done, len(tasks))
		}
	})
	var all []Result
	for _, r := range results {
		all = append(all, r...)
	}
	return all
}

func (j Job) one(w *World, c *Class, f Faults) (results []Result) {
	told := c.Gross
	if !j.Bare {
		told = quotes(c, f)
	}
	most, static := Earned(w, c, Clairvoyant(w, c, j.Minutes), j.Minutes), Earned(w, c, BestStatic(w, c), 0)
	for _, p := range j.Policies {
		path := Run(w, c, p, told, j.Minutes)
		results = append(results, Result{w.Name, c.Name, p.Name, f, Earned(w, c, path, j.Minutes), most.USD, static.USD, most.Equity, static.Equity})
	}
	return results
}
