package rent

import (
	"math"
	"testing"
	"time"

	"github.com/gpuarbiter/gpuarbiter/pkg/profit"
	"github.com/gpuarbiter/gpuarbiter/pkg/scheduler/decide"
)

// Our price is what a device would earn otherwise; where the worth of one thing that it could do is
// not known, there is none: power alone is no price.
func TestReserve(t *testing.T) {
	host := profit.Host{Name: "h", Called: true, Fee: 0.2}
	device := decide.Device{Running: profit.Idling, Device: profit.Device{UUID: "GPU-0", IdleWatts: 10, Mining: map[string]profit.MiningRate{},
		Renting: map[string]profit.RentRate{"h": {Watts: 200}}}}
	quote := func(v float64) profit.Quote { return profit.Quote{Value: v, Source: "t"} }
	for _, tt := range []struct {
		name  string
		earns map[string]profit.Quote
		want  float64 // 0: none
	}{
		{"mining pays", map[string]profit.Quote{"a": quote(0.11), "b": quote(0.05)}, (0.1*1.1 + 0.02) / 0.8},
		{"nothing pays", map[string]profit.Quote{"a": quote(0.001)}, (-0.001*0.9 + 0.02) / 0.8},
		{"there is nothing to mine", nil, (-0.001*0.9 + 0.02) / 0.8},
		{"a price is not known", map[string]profit.Quote{"a": quote(0.11), "b": {Fault: "the source is away"}}, 0},
	} {
		s := decide.Snapshot{Market: profit.Market{Now: time.Unix(1e9, 0), Hosts: []profit.Host{host}, Tariff: profit.Tariff{PerKWh: quote(0.1), Rate: quote(1), Overhead: 1}}}
		d := device
		d.Mining = map[string]profit.MiningRate{}
		for name, q := range tt.earns {
			s.Market.Coins = append(s.Market.Coins, profit.Coin{Name: name})
			d.Mining[name] = profit.MiningRate{Hashrate: 1, Watts: 100, Revenue: q}
		}
		s.Devices = []decide.Device{d}
		got, why := Reserve(&s, decide.Decide(s, decide.Estimates(s)), &host, 0.1)
		if math.Abs(float64(got)-tt.want) > 1e-9 || (why == "") != (tt.want != 0) {
			t.Errorf("%s: %v, %s; want %v", tt.name, got, why, tt.want)
		}
	}
}
