package backtest

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/gpuarbiter/gpuarbiter/pkg/profit"
	"github.com/gpuarbiter/gpuarbiter/pkg/scheduler/decide"
)

// ticksOf are n ticks of a rig of one card and two coins, the second of which
// pays more from the middle on.
func ticksOf(n int) (ticks []Tick) {
	for i := range n {
		now := time.Date(2026, 3, 1, 0, 10*i, 0, 0, time.UTC)
		quote := func(v float64) profit.Quote {
			return profit.Quote{Value: v, Source: "test", At: now, MaxAge: time.Hour}
		}
		s := decide.Snapshot{Policy: ownPolicy()}
		s.Market = profit.Market{Now: now, Tariff: profit.Tariff{PerKWh: quote(0.1), Rate: quote(1), Overhead: 1.1, Currency: "USD"}}
		for k, name := range []string{"a", "b"} {
			v := 0.1
			if k == 1 && i >= n/2 {
				v = 0.2
			}
			s.Market.Coins = append(s.Market.Coins, profit.Coin{Name: name, Price: quote(v), Difficulty: quote(3600), BlockReward: quote(1), HashesPerDifficulty: 1})
		}
		d := decide.Device{Running: profit.Workload{Kind: profit.Idle}, Since: now}
		d.UUID, d.Model, d.IdleWatts = "GPU-1", "M", 10
		d.Mining = map[string]profit.MiningRate{"a": {Hashrate: 1, Watts: 100}, "b": {Hashrate: 1, Watts: 100}}
		s.Devices = []decide.Device{d}
		ticks = append(ticks, Tick{Snapshot: s})
	}
	for i, c := range Replay(ticks, nil, 10*time.Minute) {
		ticks[i].Choices = c
	}
	return ticks
}

func TestRecord(t *testing.T) {
	ticks := ticksOf(60)
	dir := t.TempDir()
	var whole bytes.Buffer
	for i, tick := range ticks {
		f, err := os.OpenFile(filepath.Join(dir, fmt.Sprintf("day%d.jsonl.gz", i/30)), os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o600)
		if err == nil {
			err = WriteTick(f, tick)
			f.Close() //nolint:errcheck // a test
		}
		if err == nil {
			err = WriteTick(&whole, tick)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	back, err := ReadRecord(dir)
	if err != nil || len(back) != 60 {
		t.Fatalf("%d ticks, %v", len(back), err)
	}
	if lines, differ := Differences(back, Replay(back, nil, 10*time.Minute), 3); differ != 0 {
		t.Errorf("%d differ: %v", differ, lines)
	}
	// The last write was cut off: what was written before counts.
	cut := filepath.Join(t.TempDir(), "cut.jsonl.gz")
	if err := os.WriteFile(cut, whole.Bytes()[:whole.Len()-20], 0o600); err != nil {
		t.Fatal(err)
	}
	if back, err := ReadRecord(cut); err != nil || len(back) != 59 {
		t.Errorf("%d ticks, %v", len(back), err)
	}
	w, err := RecordWorld("r", back)
	if err != nil || w.Steps() != 60 || w.Step != 10*time.Minute || len(w.Classes) != 1 || w.Classes[0].Gross[1][59] != 0.2 || w.Classes[0].Gross[1][0] != 0.1 || w.Classes[0].Watts[2] != 10 {
		t.Fatalf("%+v, %v", w, err)
	}
	// What the world says of idling and mining is what the record's estimates say.
	if e := profit.Estimates(back[59].Snapshot.Devices[0].Device, back[59].Snapshot.Market); float64(e[2].Net) != w.net(&w.Classes[0], 1, 59) {
		t.Errorf("%+v, the world has %g", e[2], w.net(&w.Classes[0], 1, 59))
	}
}

func FuzzParseRecord(f *testing.F) {
	var b bytes.Buffer
	for _, tick := range ticksOf(3) {
		if err := WriteTick(&b, tick); err != nil {
			f.Fatal(err)
		}
	}
	f.Add(b.Bytes(), true)
	f.Add([]byte(`{"snapshot":{"devices":[{"uuid":"x"}]}}`+"\n{}\n"), false)
	f.Fuzz(func(t *testing.T, b []byte, zipped bool) {
		ticks, err := parseRecord(bytes.NewReader(b), zipped)
		if err != nil || len(ticks) > 100 {
			return
		}
		Differences(ticks, Replay(ticks, nil, 10*time.Minute), 3)
	})
}
