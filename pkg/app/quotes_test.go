package app

import (
	"math"
	"strings"
	"testing"
	"time"

	"github.com/gpuarbiter/gpuarbiter/pkg/config"
	"github.com/gpuarbiter/gpuarbiter/pkg/gpu"
	"github.com/gpuarbiter/gpuarbiter/pkg/learned"
	"github.com/gpuarbiter/gpuarbiter/pkg/profit"
)

// The tariff is the period's, with surcharge and tax, and so are the hours to come.
func TestTariffOfTheWorld(t *testing.T) {
	w := newWorld()
	e := &w.cfg.Electricity
	e.PricePerKWh, e.SurchargePerKWh, e.TaxRatio = config.Quote{Value: new(0.20)}, 0.05, 0.2
	e.Periods = []config.Period{{From: "22:00", Until: "06:00", PricePerKWh: 0.10}}
	for at, want := range map[string]float64{"2026-03-02T12:00:00Z": 0.30, "2026-03-02T23:00:00Z": 0.18, "2026-03-03T05:59:00Z": 0.18, "2026-03-03T06:00:00Z": 0.30} {
		now, err := time.Parse(time.RFC3339, at)
		if err != nil {
			t.Fatal(err)
		}
		tariff := w.tariff(w.cfg, now)
		if why := tariff.PerKWh.Disbelief(now); why != "" || math.Abs(tariff.PerKWh.Value-want) > 1e-12 {
			t.Errorf("%s: %g (%s), want %g", at, tariff.PerKWh.Value, why, want)
		}
		for _, s := range tariff.Ahead {
			night := s.From.Hour() >= 22 || s.From.Hour() < 6
			if want := map[bool]float64{true: 0.18, false: 0.30}[night]; math.Abs(s.PerKWh-want) > 1e-12 || s.Until.Sub(s.From) > 16*time.Hour {
				t.Errorf("%s: %+v", at, s)
			}
		}
		// Whenever one asks, a long time costs what most of a day does.
		tariff.Overhead = 1
		if cost, why := tariff.Cost(1000, now, 48); why != "" || math.Abs(float64(cost)-0.26) > 1e-9 {
			t.Errorf("%s: two days cost %v (%s)", at, cost, why)
		}
	}
	// From one o'clock twelve hours: nine of them cheap.
	now := time.Date(2026, 3, 2, 21, 0, 0, 0, time.UTC)
	tariff := w.tariff(w.cfg, now)
	tariff.Overhead = 1
	if cost, why := tariff.Cost(1000, now, 12); why != "" || math.Abs(float64(cost)-(8*0.18+4*0.30)/12) > 1e-9 {
		t.Errorf("%v, %s", cost, why)
	}
}

// A quote in another currency is worth what the rate says; without a rate, or with
// rates that lead in a circle, nothing.
func TestQuotesInOtherCurrencies(t *testing.T) {
	w := newWorld()
	w.cfg.Rates = map[string]config.Quote{"BTC": {Value: new(50000.0)}, "XXX": {From: []string{"s:k"}, In: "XXX"}}
	btc := config.Quote{Value: new(0.002), In: "BTC"}
	if q := w.quote(w.cfg, "x", btc); q.Value != 100 || q.Disbelief(time.Now()) != "" {
		t.Errorf("%+v", q)
	}
	for _, in := range []string{"XXX", "YYY"} {
		q := w.quote(w.cfg, "x", config.Quote{Value: new(1.0), In: in})
		if why := q.Disbelief(time.Now()); !strings.HasPrefix(why, "exchange rate: ") {
			t.Errorf("in %s: %+v", in, q)
		}
	}
}

// A source that quotes revenue for a hash or for a device takes the place of price,
// difficulty and reward.
func TestRevenueThatIsQuotedDirectly(t *testing.T) {
	w := newWorld()
	w.cfg.Electricity.PricePerKWh = config.Quote{Value: new(0.0)}
	c := &w.cfg.Mining.Coins[0]
	c.USDPerHash, c.PoolFeeRatio = config.Quote{Value: new(1e-5)}, 0.1
	net := func() profit.Estimate {
		m := w.Market(time.Now())
		return profit.Estimates(w.Device(gpu.Device{UUID: "GPU-1", Model: "M"}), m)[1]
	}
	if e := net(); !e.Candidate() || math.Abs(float64(e.Gross)-3600*50*1e-5) > 1e-12 || math.Abs(float64(e.Net)-0.9*float64(e.Gross)) > 1e-12 {
		t.Errorf("%+v", e)
	}
	m := c.Models["M"]
	m.USDPerHour = config.Quote{Value: new(0.25)}
	c.Models["M"] = m
	if e := net(); !e.Candidate() || e.Gross != 0.25 {
		t.Errorf("%+v", e)
	}
}

// Experience corrects what is predicted, and says how sure that is; what is
// short or old does not.
func TestExperienceCorrectsTheEstimate(t *testing.T) {
	w := newWorld()
	remember(t, &w.learned.Rates, learned.At{Device: "GPU-1", Work: w.RateOf(gpu.Device{Model: "M"}, mines("a"))}, learned.Rate{PerSecond: 60, Seconds: 600, At: time.Now()})
	for name, tt := range map[string]struct {
		windows         int
		age             time.Duration
		realised, sigma float64
	}{
		"short": {5, 0, 0, measuredSigma},
		"long":  {50, time.Hour, 0.8 + 0.2*(1/0.01)/(1/0.01+19/0.04), 1 / math.Sqrt(1/0.01+19/0.04)},
		"old":   {50, rateMaxAge + time.Hour, 0, measuredSigma},
	} {
		remember(t, &w.learned.Calibrations, learned.At{Device: "GPU-1", Work: "mine a"},
			learned.Calibration{Windows: tt.windows, At: time.Now().Add(-tt.age), Bias: -0.3, Square: 0.13, RecentPredicted: 10, RecentRealised: 8})
		r := w.Device(gpu.Device{UUID: "GPU-1", Model: "M"}).Mining["a"]
		if math.Abs(float64(r.Realised)-tt.realised) > 1e-9 || math.Abs(float64(r.Sigma)-tt.sigma) > 1e-9 {
			t.Errorf("%s: %+v", name, r)
		}
	}
}
