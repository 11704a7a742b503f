package store

import (
	"errors"
	"fmt"
	"math"
	"math/rand/v2"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"pgregory.net/rapid"
)

type fataler interface {
	Helper()
	Fatal(args ...any)
}

func open(t fataler, path string) *Store {
	t.Helper()
	s, err := Open(path)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func fresh(t *testing.T) (*Store, string) {
	path := filepath.Join(t.TempDir(), "sub", "db")
	s := open(t, path)
	t.Cleanup(func() { _ = s.Close() })
	return s, path
}

type record struct {
	N    int
	Text string
}

// A store that is opened again, at any moment, holds what was written, in order,
// with the same totals.
func TestReopen(t *testing.T) {
	dir := t.TempDir()
	n := 0
	rapid.Check(t, func(t *rapid.T) {
		n++
		path := filepath.Join(dir, fmt.Sprint(n))
		s := open(t, path)
		defer func() { _ = s.Close() }()
		costs, decisions, lines, ids := map[string]record{}, []record(nil), []Line(nil), map[string]bool{}
		keys := rapid.SampledFrom([]string{"a", "b", "c/1"})
		t.Repeat(map[string]func(*rapid.T){
			"put": func(t *rapid.T) {
				k, v := keys.Draw(t, "key"), record{rapid.Int().Draw(t, "n"), rapid.String().Draw(t, "text")}
				if err := s.Put(Costs, k, v); err != nil {
					t.Fatal(err)
				}
				costs[k] = v
			},
			"delete": func(t *rapid.T) {
				k := keys.Draw(t, "key")
				if err := s.Delete(Costs, k); err != nil {
					t.Fatal(err)
				}
				delete(costs, k)
			},
			"append": func(t *rapid.T) {
				v, keep := record{N: rapid.Int().Draw(t, "n")}, rapid.IntRange(0, 5).Draw(t, "keep")
				if err := s.Append(Decisions, v, keep); err != nil {
					t.Fatal(err)
				}
				decisions = append(decisions, v)
				if keep > 0 {
					decisions = decisions[max(0, len(decisions)-keep):]
				}
			},
			"line": func(t *rapid.T) {
				l := drawLine(t)
				id := rapid.SampledFrom([]string{"", "tx/1", "tx/2"}).Draw(t, "id")
				if err := s.AppendLineOnce(id, l); err != nil {
					t.Fatal(err)
				}
				if id == "" || !ids[id] {
					lines = append(lines, l)
				}
				ids[id] = true
			},
			"reopen": func(t *rapid.T) {
				if err := s.Close(); err != nil {
					t.Fatal(err)
				}
				s = open(t, path)
			},
			"": func(t *rapid.T) {
				for k, want := range costs {
					var got record
					if ok, err := s.Get(Costs, k, &got); !ok || err != nil || got != want {
						t.Fatalf("%s: %+v, want %+v, %v", k, got, want, err)
					}
				}
				all, err := All[record](s, Costs)
				if err != nil || len(all) != len(costs) {
					t.Fatalf("%d records, want %d, %v", len(all), len(costs), err)
				}
				if all, err := All[record](s, Decisions); err != nil || !slices.Equal(all, decisions) {
					t.Fatalf("%v, want %v, %v", all, decisions, err)
				}
				checkLedger(t, s, lines)
			},
		})
	})
}

func drawLine(t *rapid.T) Line {
	return Line{
		At: time.Unix(rapid.Int64Range(0, 1e9).Draw(t, "at"), 0).UTC(), Device: rapid.SampledFrom([]string{"", "GPU-1"}).Draw(t, "device"),
		Workload: rapid.SampledFrom([]string{"mine a", "train dev/0"}).Draw(t, "workload"),
		Kind:     rapid.SampledFrom([]LineKind{MiningRevenue, Electricity, Reward, Bond, Gas}).Draw(t, "kind"),
		USD:      rapid.Float64Range(-10, 10).Draw(t, "usd"), Amount: "5", Unit: "J", Seconds: rapid.Float64Range(0, 60).Draw(t, "seconds"),
	}
}

// checkLedger compares the store's lines and totals with what was written.
func checkLedger(t *rapid.T, s *Store, lines []Line) {
	all, err := All[Line](s, Ledger)
	if err != nil || !reflect.DeepEqual(all, lines) {
		t.Fatalf("%v, want %v, %v", all, lines, err)
	}
	if n := min(2, len(lines)); n > 0 {
		if last, err := Last[Line](s, Ledger, 2); err != nil || !reflect.DeepEqual(last, lines[len(lines)-n:]) {
			t.Fatalf("last: %v, %v", last, err)
		}
	}
	var net, seconds float64
	count := 0
	for _, l := range lines {
		net, seconds = net+l.USD, seconds+l.Seconds
	}
	for _, v := range s.Totals() {
		if v.Earned < 0 || v.Spent < 0 {
			t.Fatalf("%+v", v)
		}
		net, seconds, count = net-v.Earned+v.Spent, seconds-v.Seconds, count+v.Lines
	}
	if math.Abs(net) > 1e-9 || math.Abs(seconds) > 1e-9 || count != len(lines) {
		t.Fatalf("totals are off by %v USD and %v s, %d lines of %d", net, seconds, count, len(lines))
	}
}

func TestTotals(t *testing.T) {
	s, _ := fresh(t)
	for _, l := range []Line{
		{Device: "GPU-1", Workload: "mine a", Kind: MiningRevenue, USD: 2}, {Device: "GPU-1", Workload: "mine a", Kind: Electricity, USD: -0.5, Seconds: 60},
		{Device: "GPU-1", Workload: "mine a", Kind: Electricity, USD: -0.25, Seconds: 30}, {Workload: "train dev/0", Kind: Bond, USD: -3}, {Workload: "train dev/0", Kind: Bond, USD: 3},
	} {
		if err := s.AppendLine(l); err != nil {
			t.Fatal(err)
		}
	}
	want := map[TotalKey]Total{
		{"GPU-1", "mine a", MiningRevenue}: {Earned: 2, Lines: 1}, {"GPU-1", "mine a", Electricity}: {Spent: 0.75, Seconds: 90, Lines: 2},
		{"", "train dev/0", Bond}: {Earned: 3, Spent: 3, Lines: 2},
	}
	got := s.Totals()
	if !reflect.DeepEqual(got, want) {
		t.Errorf("%v", got)
	}
	got[TotalKey{}] = Total{Lines: 9}
	if len(s.Totals()) != 3 {
		t.Error("the totals can be changed from outside")
	}
}

// Of more than keep records the oldest go, also when keep has become smaller.
func TestKeep(t *testing.T) {
	s, _ := fresh(t)
	for i := range 10 {
		if err := s.Append(Decisions, i, 0); err != nil {
			t.Fatal(err)
		}
	}
	for i, want := range [][]int{{7, 8, 9, 10}, {10, 11}, {10, 11, 12}} {
		if err := s.Append(Decisions, 10+i, []int{4, 2, 0}[i]); err != nil {
			t.Fatal(err)
		}
		if got, err := All[int](s, Decisions); err != nil || !slices.Equal(got, want) {
			t.Errorf("%v, want %v, %v", got, want, err)
		}
	}
	if last, err := Last[int](s, Decisions, 100); err != nil || len(last) != 3 {
		t.Errorf("%v, %v", last, err)
	}
}

// One process at a time.
func TestLocked(t *testing.T) {
	s, path := fresh(t)
	if _, err := Open(path); !errors.Is(err, ErrLocked) || !strings.Contains(err.Error(), path) {
		t.Error(err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	again := open(t, path)
	if err := again.Close(); err != nil {
		t.Error(err)
	}
	if info, err := os.Stat(path); err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("%v, %v", info, err)
	}
}

// A file that is none, or was damaged, is refused with its name; nothing
// panics, and the file stays as it is.
func TestCorruptFile(t *testing.T) {
	dir := t.TempDir()
	good := filepath.Join(dir, "good")
	s := open(t, good)
	for i := range 200 {
		if err := s.AppendLine(Line{Kind: Gas, USD: float64(-i), Amount: strings.Repeat("1", 50)}); err != nil {
			t.Fatal(err)
		}
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	whole, err := os.ReadFile(good)
	if err != nil {
		t.Fatal(err)
	}
	noise := make([]byte, 8192)
	r := rand.New(rand.NewPCG(1, 2))
	for i := range noise {
		noise[i] = byte(r.Uint32())
	}
	for name, content := range map[string][]byte{
		"text": []byte("this is no database\n"), "noise": noise, "cut": whole[:5000], "headless": append(make([]byte, 8192), whole[8192:]...),
	} {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, content, 0o600); err != nil {
			t.Fatal(err)
		}
		s, err := Open(path)
		if err == nil {
			t.Errorf("%s was opened", name)
			_ = s.Close()
			continue
		}
		if !strings.Contains(err.Error(), path) || errors.Is(err, ErrLocked) {
			t.Errorf("%s: %v", name, err)
		}
		if after, _ := os.ReadFile(path); !slices.Equal(after, content) {
			t.Errorf("%s: the file was changed", name)
		}
	}
	if _, err := Open(filepath.Join(dir, "text", "db")); err == nil {
		t.Error("opened below a file")
	}
}

// A record that is no longer readable names its place.
func TestUnreadableRecord(t *testing.T) {
	s, path := fresh(t)
	if err := s.Put(Attempts, "dev/0", "text"); err != nil {
		t.Fatal(err)
	}
	var v record
	if ok, err := s.Get(Attempts, "dev/0", &v); !ok || err == nil || !strings.Contains(err.Error(), `attempts "dev/0"`) {
		t.Errorf("%v, %v", ok, err)
	}
	if _, err := All[record](s, Attempts); err == nil || !strings.Contains(err.Error(), `attempts "dev/0"`) {
		t.Error(err)
	}
	if ok, err := s.Get(Attempts, "dev/1", &v); ok || err != nil {
		t.Errorf("%v, %v", ok, err)
	}
	// A line that cannot be read is neither summed up nor in the way of those that can.
	if err := s.Append(Ledger, "no line", 0); err != nil {
		t.Fatal(err)
	}
	if more, err := s.RollUp(time.Now()); more || err != nil {
		t.Error(more, err)
	}
	if err := s.Put(Totals, "x", "no sum"); err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	if _, err := Open(path); err == nil {
		t.Error("sums that cannot be read were taken")
	}
}

// Writes that fail are counted and change nothing.
func TestFaults(t *testing.T) {
	s, _ := fresh(t)
	if err := s.AppendLine(Line{USD: math.NaN()}); err == nil {
		t.Error("a line of NaN was written")
	}
	if err := s.Put(Costs, "a", make(chan int)); err == nil {
		t.Error("a channel was written")
	}
	if err := s.Put(Costs, "", 1); err == nil || s.Faults() != 1 || s.Fault() == "" {
		t.Errorf("an empty key: %v, %d faults, %q", err, s.Faults(), s.Fault())
	}
	// Another bucket that can be written does not hide it, but for the ledger, which grows.
	if err := s.Put(Rates, "a", 1); err != nil || s.Fault() == "" {
		t.Errorf("%v, %q", err, s.Fault())
	}
	if err := s.Put(Ledger, "a", 1); err != nil || s.Fault() != "" {
		t.Errorf("%v, %q", err, s.Fault())
	}
	if err := s.Put(Costs, "", 1); err == nil || s.Fault() == "" {
		t.Errorf("%v, %q", err, s.Fault())
	}
	if err := s.Put(Costs, "a", 1); err != nil || s.Faults() != 2 || s.Fault() != "" {
		t.Errorf("%v, %d faults, %q", err, s.Faults(), s.Fault())
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	if err := s.AppendLineOnce("x", Line{USD: 1}); err == nil || s.Faults() != 3 {
		t.Errorf("after the end: %v", err)
	}
	if len(s.Totals()) != 0 {
		t.Errorf("%v", s.Totals())
	}
}

func TestManyGoroutines(t *testing.T) {
	s, path := fresh(t)
	var wg sync.WaitGroup
	for g := range 4 {
		wg.Go(func() {
			for i := range 10 {
				if err := s.AppendLineOnce(fmt.Sprint(i), Line{Device: "one", USD: 1}); err != nil {
					t.Error(err)
				}
				if err := s.AppendLine(Line{Device: fmt.Sprint(g), USD: 1}); err != nil {
					t.Error(err)
				}
				_ = s.Totals()
			}
		})
	}
	wg.Wait()
	live := s.Totals()
	if got := live[TotalKey{Device: "one"}]; got.Lines != 10 {
		t.Errorf("%+v", got)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	again := open(t, path)
	defer func() { _ = again.Close() }()
	if !reflect.DeepEqual(again.Totals(), live) {
		t.Errorf("%v, want %v", again.Totals(), live)
	}
}
