package backtest

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"slices"
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
		d := decide.Device{Running: profit.Idling, Since: now}
		d.UUID, d.Model, d.IdleWatts = "GPU-1", "M", 10
		d.Mining = map[string]profit.MiningRate{"a": {Hashrate: 1, Watts: 100}, "b": {Hashrate: 1, Watts: 100}}
		s.Devices = []decide.Device{d}
		ticks = append(ticks, Tick{Snapshot: s, SignalEvery: 10 * time.Minute})
	}
	for i, c := range Replay(ticks, nil, nil) {
		ticks[i].Choices = c
	}
	return ticks
}

func TestRecord(t *testing.T) {
	ticks := ticksOf(60)
	dir := t.TempDir()
	for i, tick := range ticks {
		f, err := os.OpenFile(filepath.Join(dir, fmt.Sprintf("day%d.jsonl.gz", i/30)), os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o600)
		if err == nil {
			err = WriteTick(f, tick)
			f.Close() //nolint:errcheck // a test
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	back, left, err := ReadRecord(dir)
	if err != nil || len(back) != 60 || left != 0 {
		t.Fatalf("%d ticks, %d left out, %v", len(back), left, err)
	}
	if lines, differ := Differences(back, Replay(back, nil, nil), 3); differ != 0 {
		t.Errorf("%d differ: %v", differ, lines)
	}
	// Wherever writes were cut off, and whatever came after: the others count.
	pieces := make([][]byte, len(ticks))
	for i, tick := range ticks {
		var b bytes.Buffer
		if err := WriteTick(&b, tick); err != nil {
			t.Fatal(err)
		}
		pieces[i] = b.Bytes()
	}
	cut := filepath.Join(t.TempDir(), "cut.jsonl.gz")
	for _, short := range []int{1, 5, 12, 100, len(pieces[20]) - 1} {
		var b bytes.Buffer
		for i, piece := range pieces {
			if i == 20 || i == 40 || i == 59 {
				piece = piece[:max(len(piece)-short, 1)]
			}
			b.Write(piece)
		}
		b.Write(pieces[10]) // the clock was set back
		if err := os.WriteFile(cut, b.Bytes(), 0o600); err != nil {
			t.Fatal(err)
		}
		if back, left, err := ReadRecord(cut); err != nil || len(back) != 57 || left < 4 {
			t.Errorf("%d bytes short: %d ticks, %d left out, %v", short, len(back), left, err)
		}
	}
	if err := os.WriteFile(cut, []byte("no record at all"), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, _, err := ReadRecord(cut); err == nil {
		t.Error("nonsense is a record")
	}
	// Devices and coins that came later are in the world.
	late := slices.Clone(ticks)
	late[0].Snapshot.Devices, late[0].Snapshot.Market.Coins = nil, late[0].Snapshot.Market.Coins[:1]
	if w, err := RecordWorld("late", late); err != nil || len(w.Classes) != 1 || len(w.Classes[0].Coins) != 2 {
		t.Errorf("%+v, %v", w, err)
	}
	late[1].Snapshot.Devices = nil
	if _, err := RecordWorld("nothing", late[:2]); err == nil {
		t.Error("a world without a device")
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
	f.Add(b.Bytes())
	f.Add(append(b.Bytes()[:len(b.Bytes())/2], b.Bytes()...))
	f.Add([]byte(`{"snapshot":{"devices":[{"uuid":"x"}]}}` + "\n{}\n"))
	f.Fuzz(func(t *testing.T, b []byte) {
		ticks, _ := parseRecord(b)
		if len(ticks) > 100 {
			return
		}
		Differences(ticks, Replay(ticks, nil, nil), 3)
	})
}
