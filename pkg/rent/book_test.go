package rent

import (
	"errors"
	"fmt"
	"math"
	"path/filepath"
	"testing"
	"time"

	"pgregory.net/rapid"

	"github.com/gpuarbiter/gpuarbiter/pkg/store"
)

var errDied = errors.New("the process died")

// mortal is a store whose process dies at one of its writes: before it, or right behind it.
type mortal struct {
	*store.Store
	left  int // writes until then; below zero: never
	after bool
}

func (m *mortal) write(do func() error) error {
	m.left--
	if m.left == 0 && !m.after {
		return errDied
	}
	err := do()
	if m.left == 0 {
		return errDied
	}
	return err
}

func (m *mortal) Put(b store.Bucket, key string, v any) error {
	return m.write(func() error { return m.Store.Put(b, key, v) })
}

func (m *mortal) Delete(b store.Bucket, key string) error {
	return m.write(func() error { return m.Store.Delete(b, key) })
}

func (m *mortal) AppendLineOnce(id string, l store.Line) error {
	return m.write(func() error { return m.Store.AppendLineOnce(id, l) })
}

func openStore(t *testing.T) *store.Store {
	s, err := store.Open(filepath.Join(t.TempDir(), "db"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = s.Close() })
	return s
}

func earned(s *store.Store) float64 {
	sum := 0.0
	for key, total := range s.Totals() {
		if key.Kind == store.RentRevenue {
			sum += total.Earned - total.Spent
		}
	}
	return sum
}

func TestBook(t *testing.T) {
	s := openStore(t)
	b := Book{s}
	at := time.Date(2026, 11, 1, 0, 0, 0, 0, time.UTC)
	for i, step := range []struct {
		statement map[string]float64
		want      float64
	}{
		{map[string]float64{"1": 40, "2": 3}, 0},            // before our time
		{map[string]float64{"1": 40, "2": 5}, 2},            // the day goes on
		{map[string]float64{"1": 40, "2": 5, "3": 1}, 3},    // the next one
		{map[string]float64{"2": 5, "3": 1}, 3},             // a shorter statement takes nothing back
		{map[string]float64{"2": 4.5, "3": 1}, 2.5},         // a correction does
		{map[string]float64{"2": 4.501, "3": 1}, 2.5},       // less than a cent waits
		{map[string]float64{"2": 4.501, "3": 1.005}, 2.506}, // until it is one
	} {
		if err := b.Settle("vast", "vast", "", step.statement, at.Add(time.Duration(i)*time.Hour)); err != nil {
			t.Fatal(err)
		}
		if got := earned(s); math.Abs(got-step.want) > 1e-9 {
			t.Errorf("%d: %v, want %v", i, got, step.want)
		}
	}
}

// Whatever statements come, and wherever the process dies, the ledger has what the host says,
// to the cent.
func TestBookOutlivesDeath(t *testing.T) {
	s := openStore(t)
	hosts := 0
	rapid.Check(t, func(r *rapid.T) {
		hosts++
		host := fmt.Sprint("host", hosts)
		before := earned(s)
		statement := map[string]float64{"0": 7}
		at := time.Date(2026, 11, 1, 0, 0, 0, 0, time.UTC)
		if err := (&Book{s}).Settle(host, host, "", statement, at); err != nil {
			r.Fatal(err)
		}
		want := 0.0
		for range rapid.IntRange(1, 20).Draw(r, "steps") {
			key, more := fmt.Sprint(rapid.IntRange(0, 3).Draw(r, "period")), float64(rapid.IntRange(-50, 500).Draw(r, "cents"))/100
			statement[key] += more
			want += more
			at = at.Add(time.Hour)
			m := &mortal{s, rapid.IntRange(-1, 3).Draw(r, "dies at"), rapid.Bool().Draw(r, "after")}
			if m.left == 0 {
				m.left = -1
			}
			if err := (&Book{m}).Settle(host, host, "", statement, at); err != nil && !errors.Is(err, errDied) {
				r.Fatal(err)
			}
		}
		if err := (&Book{s}).Settle(host, host, "", statement, at.Add(time.Hour)); err != nil {
			r.Fatal(err)
		}
		if got := earned(s) - before; math.Abs(got-want) > cent {
			r.Errorf("the ledger has %v of %v", got, want)
		}
		if names, err := store.All[any](s, store.Booked); err != nil || len(names) > hosts {
			r.Errorf("%d names of lines are kept, %v", len(names), err)
		}
	})
}
