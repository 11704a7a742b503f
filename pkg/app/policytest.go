package app

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
	"time"

	"gopkg.in/yaml.v3"

	"github.com/gpuarbiter/gpuarbiter/pkg/config"
	"github.com/gpuarbiter/gpuarbiter/pkg/gpu"
	"github.com/gpuarbiter/gpuarbiter/pkg/plain"
	"github.com/gpuarbiter/gpuarbiter/pkg/profit"
	"github.com/gpuarbiter/gpuarbiter/pkg/scheduler/decide"
	"github.com/gpuarbiter/gpuarbiter/pkg/work"
)

// PolicyTest is an example of what an operator's policy is to decide: at a time, with what
// work earns then, devices do this.
type PolicyTest struct {
	Name    string             `yaml:"name"`
	At      time.Time          `yaml:"at"`
	Tariff  *float64           `yaml:"price_per_kwh"` // in the tariff's currency; default the configuration's number
	Earns   map[string]float64 `yaml:"earns"`         // USD an hour of a device, before power, by coin or host
	Rewards map[string]Reward  `yaml:"challenges"`    // by chain/number
	Devices []TestDevice       `yaml:"devices"`
	Expect  map[string]string  `yaml:"expect"` // by the devices' numbers: mine RVN, train, idle, not train
}

// Reward is what a challenge is worth, and the hours that a device needs for it.
type Reward struct {
	USD   float64 `yaml:"usd"`
	Hours float64 `yaml:"hours"`
}

// TestDevice is a device as it stands.
type TestDevice struct {
	Index   int           `yaml:"index"`
	UUID    string        `yaml:"uuid"`
	Model   string        `yaml:"model"`
	Watts   float64       `yaml:"watts"`    // at any work; default 200
	Running string        `yaml:"running"`  // default idle
	For     time.Duration `yaml:"for"`      // that it has run it; default a day
	Done    int           `yaml:"switches"` // within the last day
}

// PolicyResult is what came of an example.
type PolicyResult struct {
	Name   string
	Faults []string // how the plan differs; none: it is as it ought to be
}

// maxPolicyTests bounds a file of examples, in bytes.
const maxPolicyTests = 1 << 20

// ReadPolicyTests reads a file of examples: tests: [...].
func ReadPolicyTests(path string) ([]PolicyTest, error) {
	raw, err := plain.ReadFile(path, 0, maxPolicyTests)
	if err != nil {
		return nil, err
	}
	var file struct {
		Tests []PolicyTest `yaml:"tests"`
	}
	d := yaml.NewDecoder(bytes.NewReader(raw))
	d.KnownFields(true)
	if err := d.Decode(&file); err != nil && !errors.Is(err, io.EOF) {
		return nil, fmt.Errorf("%s: %w", path, plain.Error(err))
	}
	if len(file.Tests) == 0 {
		return nil, fmt.Errorf("%s: there is no test in it", path)
	}
	return file.Tests, nil
}

// TryPolicy decides an example by a configuration's policy, as the daemon would.
func TryPolicy(c *config.Config, t PolicyTest) (PolicyResult, error) {
	r := PolicyResult{Name: t.Name}
	s, err := t.snapshot(c)
	if err != nil {
		return r, fmt.Errorf("test %q: %w", t.Name, err)
	}
	plan := decide.Decide(s, decide.Estimates(s))
	for _, dec := range plan.Decisions {
		i := slices.IndexFunc(s.Devices, func(d decide.Device) bool { return d.UUID == dec.Device })
		want, asked := t.Expect[strconv.Itoa(s.Devices[i].Index)]
		if asked && !meets(dec.Chosen, want) {
			r.Faults = append(r.Faults, fmt.Sprintf("device %d does %s, not %s: %s", s.Devices[i].Index, dec.Chosen, want, dec.Reason))
		}
	}
	return r, nil
}

// meets reports whether work is what was expected: a kind, a kind and its target, or "not" and
// either.
func meets(w profit.Workload, want string) bool {
	if rest, not := strings.CutPrefix(want, "not "); not {
		return !meets(w, rest)
	}
	return w.String() == want || string(w.Kind) == want
}

func (t PolicyTest) snapshot(c *config.Config) (s decide.Snapshot, err error) {
	if t.At.IsZero() || len(t.Devices) == 0 || len(t.Expect) == 0 {
		return s, errors.New("it has to name at, devices and expect")
	}
	q := func(v float64) profit.Quote { return profit.Quote{Value: v, Source: "the test", Signed: true} }
	s = decide.Snapshot{Policy: PolicyOf(c), Market: profit.Market{Now: t.At, Commitment: profit.Hours(c.Policy.MinRun.Hours()),
		Tariff: profit.Tariff{Rate: q(1), Overhead: profit.Ratio(c.Electricity.OverheadRatio), Currency: c.Electricity.Currency}}}
	switch price := c.Electricity.PricePerKWh.Value; {
	case t.Tariff != nil:
		s.Market.Tariff.PerKWh = q(*t.Tariff)
	case price != nil:
		s.Market.Tariff.PerKWh = q(*price)
	default:
		return s, errors.New("it has to name price_per_kwh: the configuration has no number")
	}
	known := map[string]bool{}
	for _, coin := range c.Mining.Coins {
		known[coin.Name] = true
		s.Market.Coins = append(s.Market.Coins, profit.Coin{Name: coin.Name, Algorithm: coin.Algorithm, HashesPerDifficulty: 1})
	}
	for _, h := range c.Rent.Hosts {
		known[h.Name] = true
		s.Market.Hosts = append(s.Market.Hosts, profit.Host{Name: h.Name, Occupancy: 1, Called: called(c, h)})
	}
	others := work.Open(c.Work)
	for _, d := range t.Devices {
		for _, offers := range others.Offers(gpu.Device{Index: d.Index, Model: d.Model}) {
			for _, o := range offers {
				known[o.Target] = true
			}
		}
	}
	for name := range t.Earns {
		if !known[name] {
			return s, fmt.Errorf("earns: %q is neither a coin, a host nor other work of the configuration", name)
		}
	}
	for key, reward := range t.Rewards {
		s.Market.Challenges = append(s.Market.Challenges, profit.Challenge{Key: key, Reward: reward.USD, Price: q(1), Ether: q(1), Deadline: t.At.Add(30 * 24 * time.Hour),
			Work: profit.Work{Median: profit.MACs(max(reward.Hours, 0.01) * 3600), Reach: 1}})
	}
	slices.SortFunc(s.Market.Challenges, func(a, b profit.Challenge) int { return cmp.Compare(a.Key, b.Key) })
	for _, d := range t.Devices {
		device, err := t.device(c, others, d)
		if err != nil {
			return s, err
		}
		s.Devices = append(s.Devices, device)
	}
	for index := range t.Expect {
		if !slices.ContainsFunc(t.Devices, func(d TestDevice) bool { return strconv.Itoa(d.Index) == index }) {
			return s, fmt.Errorf("expect: the test has no device %s", index)
		}
	}
	return s, nil
}

// called reports whether a host's customers come by themselves: no plan can choose it.
func called(c *config.Config, h config.RentHost) bool {
	page, err := c.Rent.Find(h)
	return err == nil && page.Called()
}

func (t PolicyTest) device(c *config.Config, others work.Opened, d TestDevice) (decide.Device, error) {
	kind, target, _ := strings.Cut(cmp.Or(d.Running, profit.Idling.String()), " ")
	running := profit.Workload{Kind: profit.Kind(kind), Target: target}
	if !slices.Contains(profit.Kinds(), running.Kind) {
		return decide.Device{}, fmt.Errorf("devices: running: %q is not one of %v", d.Running, profit.Kinds())
	}
	watts := profit.Watts(cmp.Or(d.Watts, 200))
	m, _ := c.Devices.Model(d.Model)
	device := decide.Device{Running: running, Since: t.At.Add(-cmp.Or(d.For, 24*time.Hour)), Switches: d.Done, Device: profit.Device{
		UUID: cmp.Or(d.UUID, fmt.Sprintf("device %03d", d.Index)), Index: d.Index, Model: d.Model, IdleWatts: profit.Watts(m.IdleWatts), Mining: map[string]profit.MiningRate{}, Renting: map[string]profit.RentRate{},
	}}
	if len(t.Rewards) > 0 {
		device.Training = profit.TrainingRate{PerSecond: 1, Watts: watts}
	}
	for _, coin := range c.Mining.Coins {
		if usd, ok := t.Earns[coin.Name]; ok {
			device.Mining[coin.Name] = profit.MiningRate{Hashrate: 1, Watts: watts, Revenue: profit.Quote{Value: usd, Source: "the test"}}
		}
	}
	for _, h := range c.Rent.Hosts {
		if usd, ok := t.Earns[h.Name]; ok {
			device.Renting[h.Name] = profit.RentRate{PerHour: profit.Quote{Value: usd, Source: "the test"}, Watts: watts}
		}
	}
	for kind, offers := range others.Offers(gpu.Device{Index: d.Index, Model: d.Model}) {
		for _, o := range offers {
			if usd, ok := t.Earns[o.Target]; ok {
				o.PerHour, o.Watts = profit.USDPerHour(usd), watts
				if device.Offers == nil {
					device.Offers = map[profit.Kind][]profit.Offer{}
				}
				device.Offers[kind] = append(device.Offers[kind], o)
			}
		}
	}
	return device, nil
}
