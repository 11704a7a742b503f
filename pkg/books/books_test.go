package books

import (
	"bytes"
	"fmt"
	"math"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"github.com/gpuarbiter/gpuarbiter/pkg/store"
)

var lines = []store.Line{
	{At: time.Date(2026, 10, 24, 21, 59, 0, 0, time.UTC), Device: "GPU-0", Workload: "mine RVN", Kind: store.MiningRevenue, USD: 2, Amount: "1e6", Unit: "hashes"},
	{At: time.Date(2026, 10, 24, 22, 1, 0, 0, time.UTC), Device: "GPU-0", Workload: "mine RVN", Kind: store.Electricity, USD: -0.5, Amount: "7200000.000", Unit: "J", Seconds: 3600},
	{At: time.Date(2026, 10, 25, 12, 0, 0, 0, time.UTC), Device: "GPU-1", Workload: "train dev/0", Kind: store.Reward, USD: 10, Rolled: 3},
	{At: time.Date(2026, 11, 2, 12, 0, 0, 0, time.UTC), Workload: "train dev/0", Kind: store.Gas, USD: -1},
	{At: time.Date(2026, 11, 2, 12, 0, 0, 0, time.UTC), Workload: "train dev/0", Kind: store.Bond, USD: -3},
}

func sums(t *testing.T, by By, zone *time.Location) *Sums {
	t.Helper()
	s, err := New(by, zone)
	if err != nil {
		t.Fatal(err)
	}
	for _, l := range lines {
		s.Add(l)
	}
	return s
}

func TestSums(t *testing.T) {
	berlin, err := time.LoadLocation("Europe/Berlin")
	if err != nil {
		t.Fatal(err)
	}
	for by, want := range map[By]string{
		Day: "2026-10-24 2 2026-10-25 9.5 2026-11-02 -4", Week: "2026-W43 11.5 2026-W45 -4", Month: "2026-10 11.5 2026-11 -4",
		Device: "GPU-1 10 GPU-0 1.5 rig -4", Work: "train dev/0 6 mine RVN 1.5", Kind: "reward 10 mining 2 electricity -0.5 gas -1 bond -3",
	} {
		s := sums(t, by, berlin) // its day begins at 22:00 UTC
		var got []string
		for _, r := range s.Rows() {
			got = append(got, r.Name, fmt.Sprint(r.Net))
		}
		if strings.Join(got, " ") != want {
			t.Errorf("by %s: %s, want %s", by, strings.Join(got, " "), want)
		}
	}
	all := sums(t, Day, time.UTC).Total()
	if all.Earned != 12 || all.Power != 0.5 || all.Fees != 1 || all.Bonds != 3 || all.Net != 7.5 || all.KWh != 2 || all.Hours != 1 || all.Lines != 7 || all.PerKWh() != 3.75 {
		t.Errorf("%+v", all)
	}
	var out bytes.Buffer
	if err := WriteCSV(&out, Day, sums(t, Day, time.UTC).Rows()); err != nil || !strings.HasPrefix(out.String(), "day,earned_usd,") || strings.Count(out.String(), "\n") != 4 {
		t.Errorf("%v\n%s", err, out.String())
	}
	if _, err := New("year", time.UTC); err == nil {
		t.Error("by year")
	}
}

// Whatever lines are added up by, the sums are those of all lines.
func TestSumsAreWhole(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s, err := New(rapid.SampledFrom(Bys).Draw(t, "by"), time.UTC)
		if err != nil {
			t.Fatal(err)
		}
		net := 0.0
		for range rapid.IntRange(0, 50).Draw(t, "lines") {
			l := lines[rapid.IntRange(0, len(lines)-1).Draw(t, "line")]
			l.At = l.At.Add(time.Duration(rapid.IntRange(0, 100).Draw(t, "days")) * 24 * time.Hour)
			s.Add(l)
			net += l.USD
		}
		of := 0.0
		for _, r := range s.Rows() {
			of += r.Net
			if math.Abs(r.Earned-r.Power-r.Fees-r.Bonds-r.Net) > 1e-9 {
				t.Fatalf("%+v", r)
			}
		}
		if math.Abs(of-net) > 1e-9 || math.Abs(s.Total().Net-net) > 1e-9 {
			t.Fatalf("%v and %v of %v", of, s.Total().Net, net)
		}
	})
}

// What was believed stands beside what came, by the calendar; the best coin of a span is one coin.
func TestExpected(t *testing.T) {
	s := sums(t, Day, time.UTC)
	night := time.Date(2026, 10, 24, 22, 0, 0, 0, time.UTC)
	for h, f := range []store.Expected{
		{Hours: 1, USD: 3, Alone: map[string]float64{"mine A": 2, "mine B": 1}},
		{Hours: 0.5, USD: 2, Alone: map[string]float64{"mine A": -1, "mine B": 0.5}},
		{Hours: 1, USD: 4, Alone: map[string]float64{"mine A": 1, "mine B": 3}},
	} {
		f.Hour = night.Add(time.Duration(h) * time.Hour)
		s.Expect(f)
	}
	rows := s.Rows()
	if e := rows[0].Expected; e == nil || e.USD != 5 || e.Hours != 1.5 || e.Best != "mine B" || e.BestUSD != 1.5 {
		t.Errorf("%+v", e)
	}
	if e := rows[1].Expected; e == nil || e.USD != 4 || e.Best != "mine B" || e.BestUSD != 3 {
		t.Errorf("%+v", e)
	}
	if rows[2].Expected != nil { // of before it was kept
		t.Errorf("%+v", rows[2].Expected)
	}
	if e := s.Total().Expected; e.USD != 9 || e.BestUSD != 4.5 {
		t.Errorf("%+v", e)
	}
	both := rows[0].Plus(rows[1])
	if e := both.Expected; both.Net != rows[0].Net+rows[1].Net || e.USD != 9 || e.Hours != 2.5 || e.Best != "mine B" || e.BestUSD != 4.5 || rows[0].Expected.USD != 5 {
		t.Errorf("%+v %+v", both, e)
	}
	if alone := (Row{}).Plus(rows[2]); alone.Expected != nil || alone.Net != rows[2].Net {
		t.Errorf("%+v", alone)
	}
	var out bytes.Buffer
	if err := WriteCSV(&out, Day, rows); err != nil || !strings.Contains(out.String(), ",5.000000,1.500000,mine B,1.500000\n") || !strings.Contains(out.String(), ",,,,\n") {
		t.Errorf("%v\n%s", err, out.String())
	}
	byDevice := sums(t, Device, time.UTC)
	byDevice.Expect(store.Expected{Hour: night, USD: 1})
	if rows := byDevice.Rows(); len(rows) != 3 || byDevice.Total().Expected.USD != 1 {
		t.Errorf("%+v", rows)
	}
}
