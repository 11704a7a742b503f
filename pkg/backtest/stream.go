package backtest

import (
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"math"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/gpuarbiter/gpuarbiter/pkg/profit"
)

// Stream is challenges as they came, with what devices could mine meanwhile, hour
// by hour. Its file is JSON; ../../docs/BACKTEST.md describes it.
type Stream struct {
	Name       string
	Hours      int
	Classes    []TrainingClass
	Tariff     []float64 // USD per kWh, by hour
	HoursLost  float64   // by a device whose activity changes
	Prior      Prior
	Challenges []StreamChallenge
	Prophet    float64            // USD: no policy can earn more
	Reference  map[string]float64 // USD: what other implementations of policies earned
	seed       uint64
}

// TrainingClass is equal devices.
type TrainingClass struct {
	Name    string
	Devices int
	Speed   float64   // reference device-hours of work in an hour
	KW      float64   // while training, at the wall
	Net     []float64 // USD per hour of the best mining, by hour
}

// Prior is what is known of work estimates in general.
type Prior struct {
	Sigma      float64 `json:"work_log_sd"`
	Infeasible float64 `json:"p_infeasible"`
	Times      float64 `json:"infeasible_mult"`
	Precision  float64 `json:"observation_precision"`
}

// Public is all that a policy may know of a challenge beforehand.
type Public struct {
	Opens      int     `json:"opens_hour"`
	Deadline   int     `json:"deadline_hour"`
	Reward     float64 `json:"reward_usd"`
	Gas        float64 `json:"gas_usd"`
	First      bool    `json:"first_past_the_post"`
	MaxDevices int     `json:"max_devices"`
	Work       float64 `json:"work_estimate"` // reference device-hours
	Rivals     float64 `json:"rivals_mean"`
}

// hidden is what only the simulation reads.
type hidden struct {
	Work  float64  `json:"work"`
	First *float64 `json:"first_rival_hour"` // null: no rival
	Rival float64  `json:"best_rival_quality"`
	Own   float64  `json:"own_quality"`
}

// StreamChallenge is one challenge of a stream.
type StreamChallenge struct {
	Public Public
	hidden hidden
}

// ReadStream reads a stream's file.
func ReadStream(path string) (*Stream, error) {
	b, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	name, _, _ := strings.Cut(filepath.Base(path), ".")
	s, err := parseStream(name, b)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	return s, nil
}

func parseStream(name string, b []byte) (*Stream, error) {
	var f struct {
		Seed       uint64
		Hours      int
		Devices    map[string]int
		Speed      map[string]float64   `json:"speed_ref"`
		KW         map[string]float64   `json:"train_kw"`
		Net        map[string][]float64 `json:"mining_net_usd_per_hour"`
		Tariff     []float64            `json:"tariff_usd_per_kwh"`
		Lost       float64              `json:"hours_lost_per_change"`
		Prior      Prior
		Bound      map[string]float64 `json:"bound_usd"`
		Reference  map[string]float64 `json:"reference_usd"`
		Challenges []struct {
			Public Public
			Hidden hidden
		}
	}
	if err := json.Unmarshal(b, &f); err != nil {
		return nil, err
	}
	s := &Stream{Name: name, Hours: f.Hours, Tariff: f.Tariff, HoursLost: f.Lost, Prior: f.Prior, Prophet: f.Bound["prophet"], Reference: f.Reference, seed: f.Seed}
	if f.Hours < 1 || len(f.Tariff) < f.Hours || len(f.Devices) == 0 {
		return nil, errors.New("hours, tariff_usd_per_kwh and devices must be given, a tariff for every hour")
	}
	if p := f.Prior; !plausible(f.Tariff) || !(f.Lost >= 0 && f.Lost < most) || !(p.Sigma > 0 && p.Sigma < 100) || !(p.Infeasible >= 0 && p.Infeasible <= 1) || !(p.Times >= 0 && p.Times < most) || !(p.Precision >= 0 && p.Precision < most) {
		return nil, errors.New("tariff_usd_per_kwh, hours_lost_per_change or prior has an amount that cannot be")
	}
	if !(s.Prophet > 0 && s.Prophet < most*most) {
		return nil, errors.New("bound_usd.prophet must be above zero: shares are of it")
	}
	for _, class := range slices.Sorted(maps.Keys(f.Devices)) {
		c := TrainingClass{class, f.Devices[class], f.Speed[class], f.KW[class], f.Net[class]}
		if !plausible(c.Net) || !(c.KW < most) || !(c.Speed < most) {
			return nil, fmt.Errorf("class %q has an amount that cannot be", class)
		}
		if c.Devices < 1 || c.Devices > 100_000 || !(c.Speed > 0) || !(c.KW >= 0) || len(c.Net) < f.Hours {
			return nil, fmt.Errorf("class %q must have devices, speed_ref, train_kw, and mining_net_usd_per_hour for every hour", class)
		}
		s.Classes = append(s.Classes, c)
	}
	for i, c := range f.Challenges {
		p := c.Public
		if p.Rivals < 0 || p.Gas < 0 || p.Reward < 0 || !plausible([]float64{p.Rivals, p.Gas, p.Reward, p.Work, c.Hidden.Work, c.Hidden.Rival, c.Hidden.Own}) {
			return nil, fmt.Errorf("challenge %d has an amount that cannot be", i)
		}
		if p.Opens < 0 || p.Deadline < p.Opens || !(p.Work > 0) || p.MaxDevices < 1 || !(c.Hidden.Work > 0) || math.IsInf(p.Work+c.Hidden.Work, 0) {
			return nil, fmt.Errorf("challenge %d must open before its deadline and have work and max_devices", i)
		}
		s.Challenges = append(s.Challenges, StreamChallenge{p, c.Hidden})
	}
	slices.SortStableFunc(s.Challenges, func(a, b StreamChallenge) int { return cmp.Compare(a.Public.Opens, b.Public.Opens) })
	return s, nil
}

func plausible(amounts []float64) bool {
	for _, v := range amounts {
		if !(math.Abs(v) < most) {
			return false
		}
	}
	return true
}

// View is what a policy sees at an hour.
type View struct {
	Hour      int
	Tariff    float64
	HoursLost float64
	Prior     Prior
	Classes   []ClassView
	Open      []Attempt
	Past      []profit.Residual // of all challenges that were trained for, open ones too
}

// ClassView is a class at an hour.
type ClassView struct {
	Name    string
	Devices int
	Speed   float64
	KW      float64
	Net     float64
}

// Attempt is an open challenge and what was done for it.
type Attempt struct {
	ID       int
	Public   Public
	Spent    float64         // reference device-hours
	Evidence profit.Evidence // of the logarithm of the work in reference device-hours
	Devices  []int           // by class, in the hour that ends
}

// StreamPolicy says how many devices of each class train for each open challenge.
type StreamPolicy struct {
	Name string
	new  func() func(v View) [][]int
}

// StreamResult is what a policy has earned on a stream.
type StreamResult struct {
	Stream, Policy string
	USD            float64
	Prophet        float64
	Mining         float64 // what mining alone earns
	Reference      float64 // what another implementation of the same policy earned; 0: none
	Won, Entered   int
	Moves          int // of devices
	DeviceDays     float64
	Equity         []float64 // money at the end of each day
}

// attempt is the simulation's own record of a challenge.
type attempt struct {
	spent    float64
	evidence profit.Evidence
	devices  []int
	closed   bool
	noise    *rand.Rand
}

// Run replays the stream hour by hour under the policy.
func (s *Stream) Run(p StreamPolicy) StreamResult {
	result := StreamResult{Stream: s.Name, Policy: p.Name, Prophet: s.Prophet, Reference: s.Reference[referenceNames[p.Name]]}
	tried := make([]attempt, len(s.Challenges))
	for i := range tried {
		tried[i] = attempt{devices: make([]int, len(s.Classes)), noise: rand.New(rand.NewPCG(s.seed, uint64(i)))}
	}
	for _, c := range s.Classes {
		result.DeviceDays += float64(c.Devices) * float64(s.Hours) / 24
	}
	decide := p.new()
	for hour := range s.Hours {
		s.close(hour, tried, &result)
		v := s.view(hour, tried)
		s.hour(hour, v, decide(v), tried, &result)
		if hour%24 == 23 {
			result.Equity = append(result.Equity, result.USD)
		}
	}
	for i := range tried {
		if tried[i].spent > 0 {
			result.Entered++
		}
	}
	return result
}

// close ends what a rival has won and what is due.
func (s *Stream) close(hour int, tried []attempt, result *StreamResult) {
	for i := range s.Challenges {
		a, c := &tried[i], &s.Challenges[i]
		if a.closed || c.Public.Opens > hour {
			continue
		}
		beaten := c.Public.First && c.hidden.First != nil && *c.hidden.First <= float64(hour)
		if !beaten && hour < c.Public.Deadline {
			continue
		}
		if !c.Public.First && a.spent > 0 {
			if math.Log(a.spent/c.hidden.Work)+c.hidden.Own >= c.hidden.Rival {
				result.USD += c.Public.Reward - c.Public.Gas
				result.Won++
			} else {
				result.USD -= 0.3 * c.Public.Gas
			}
		}
		a.closed = true
	}
}

// view is the policy's: nothing hidden is in it.
func (s *Stream) view(hour int, tried []attempt) View {
	v := View{Hour: hour, Tariff: s.Tariff[hour], HoursLost: s.HoursLost, Prior: s.Prior}
	for _, c := range s.Classes {
		v.Classes = append(v.Classes, ClassView{c.Name, c.Devices, c.Speed, c.KW, c.Net[hour]})
	}
	for i := range s.Challenges {
		a, c := &tried[i], s.Challenges[i].Public
		if a.evidence.Precision > 0 {
			v.Past = append(v.Past, profit.Residual{Log: a.evidence.Log - math.Log(c.Work), Precision: a.evidence.Precision})
		}
		if !a.closed && c.Opens <= hour {
			v.Open = append(v.Open, Attempt{i, c, a.spent, a.evidence, slices.Clone(a.devices)})
		}
	}
	return v
}

// hour moves devices and lets an hour pass.
func (s *Stream) hour(hour int, v View, teams [][]int, tried []attempt, result *StreamResult) {
	free := make([]int, len(s.Classes))
	for k, c := range s.Classes {
		free[k] = c.Devices
	}
	was := make([][]int, len(tried))
	for i := range tried {
		was[i] = tried[i].devices
		tried[i].devices = make([]int, len(s.Classes))
	}
	for n, open := range v.Open {
		if n < len(teams) && teams[n] != nil {
			copy(tried[open.ID].devices, teams[n])
		}
		s.train(hour, open.ID, &tried[open.ID], free, result)
	}
	for i := range tried {
		for k, c := range s.Classes {
			moved := tried[i].devices[k] - was[i][k]
			if moved != 0 {
				result.Moves += max(moved, -moved)
				result.USD -= math.Abs(float64(moved)) * s.HoursLost * (c.Net[hour] + c.KW*s.Tariff[hour])
			}
		}
	}
	for k, c := range s.Classes {
		result.USD += float64(free[k]) * c.Net[hour]
		result.Mining += float64(c.Devices) * c.Net[hour]
	}
}

// train lets a challenge's devices work for an hour.
func (s *Stream) train(hour, id int, a *attempt, free []int, result *StreamResult) {
	rate := 0.0
	for k, n := range a.devices {
		if free[k] -= n; free[k] < 0 || n < 0 {
			panic(fmt.Sprintf("hour %d: a policy uses devices that do not exist", hour))
		}
		rate += float64(n) * s.Classes[k].Speed
		result.USD -= float64(n) * s.Classes[k].KW * s.Tariff[hour]
	}
	c := &s.Challenges[id]
	if rate == 0 {
		return
	}
	if c.Public.First && a.spent+rate >= c.hidden.Work {
		done := float64(hour) + (c.hidden.Work-a.spent)/rate
		a.spent, a.closed = c.hidden.Work, true
		if (c.hidden.First == nil || done < *c.hidden.First) && done <= float64(c.Public.Deadline) {
			result.USD += c.Public.Reward - c.Public.Gas
			result.Won++
		}
		return
	}
	a.spent += rate
	precision := s.Prior.Precision * rate / c.Public.Work / (s.Prior.Sigma * s.Prior.Sigma)
	a.evidence = a.evidence.And(profit.Evidence{Log: math.Log(c.hidden.Work) + a.noise.NormFloat64()/math.Sqrt(precision), Precision: precision})
}
