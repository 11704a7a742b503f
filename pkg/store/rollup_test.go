package store

import (
	"fmt"
	"math"
	"math/big"
	"path/filepath"
	"reflect"
	"testing"
	"time"

	"pgregory.net/rapid"

	bolt "go.etcd.io/bbolt"
)

var began = time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC)

// books is what must not change when lines are added up.
type books struct {
	amounts map[string]*big.Rat
	usd     map[string]float64
	seconds float64
	lines   int
	chain   []Line
}

func booksOf(t interface{ Fatal(...any) }, s *Store) books {
	all, err := All[Line](s, Ledger)
	if err != nil {
		t.Fatal(err)
	}
	b := books{amounts: map[string]*big.Rat{}, usd: map[string]float64{}}
	for _, l := range all {
		key := fmt.Sprint(l.Device, l.Workload, l.Kind, l.Unit, estimatedOrNot(l.Source))
		amount, ok := new(big.Rat).SetString(l.Amount)
		if !ok {
			t.Fatal(l)
		}
		if b.amounts[key] == nil {
			b.amounts[key] = new(big.Rat)
		}
		b.amounts[key].Add(b.amounts[key], amount)
		b.usd[key] += l.USD
		b.seconds += l.Seconds
		b.lines += counted(l)
		if l.Kind == Gas || l.Kind == Reward {
			b.chain = append(b.chain, l)
		}
	}
	return b
}

// However many lines there are, whenever they are added up: no amount, no money and no line
// of a chain is lost, the sums stay, and what is old enough is one line for each span.
func TestRollUp(t *testing.T) {
	dir := t.TempDir()
	n := 0
	rapid.Check(t, func(t *rapid.T) {
		n++
		s, err := Open(filepath.Join(dir, fmt.Sprint(n)))
		if err != nil {
			t.Fatal(err)
		}
		defer s.Close() //nolint:errcheck // a test's
		at := began
		for i := range rapid.IntRange(1, 60).Draw(t, "lines") {
			at = at.Add(time.Duration(rapid.SampledFrom([]int{0, 1, 1, 5, 60, 1500, 40000, -30}).Draw(t, "minutes")) * time.Minute)
			l := Line{At: at, Device: rapid.SampledFrom([]string{"GPU-0", "GPU-1"}).Draw(t, "device"), Workload: "mine a", USD: rapid.Float64Range(-1, 1).Draw(t, "usd")}
			switch rapid.IntRange(0, 3).Draw(t, "kind") {
			case 0:
				l.Kind, l.Unit, l.Source, l.Amount = MiningRevenue, "hashes", fmt.Sprint(i, " accepted shares"), fmt.Sprint(rapid.IntRange(0, 1e15).Draw(t, "hashes"))
			case 1:
				l.Kind, l.Unit, l.Source, l.Amount, l.Seconds = Electricity, "J", "meter", fmt.Sprintf("%.3f", rapid.Float64Range(0, 1e6).Draw(t, "joules")), 60
			case 2:
				l.Kind, l.Unit, l.Source, l.Amount, l.Seconds = Electricity, "J", "estimate", "100.000", 60
			case 3:
				l.Kind, l.Unit, l.Source, l.Amount = Gas, "wei", "receipt", "123456789012345678901"
			}
			if err := s.AppendLine(l); err != nil {
				t.Fatal(err)
			}
		}
		before, totals := booksOf(t, s), s.Totals()
		now := at
		for range 3 {
			now = now.Add(time.Duration(rapid.IntRange(0, 300).Draw(t, "days")) * 24 * time.Hour)
			for more := true; more; {
				if more, err = s.RollUp(now); err != nil {
					t.Fatal(err)
				}
			}
			after := booksOf(t, s)
			for key, amount := range before.amounts {
				if after.amounts[key] == nil || after.amounts[key].Cmp(amount) != 0 || math.Abs(after.usd[key]-before.usd[key]) > 1e-9 {
					t.Fatalf("%s: %v, want %v", key, after.amounts[key], amount)
				}
			}
			if after.lines != before.lines || math.Abs(after.seconds-before.seconds) > 1e-6 || !reflect.DeepEqual(after.chain, before.chain) || !reflect.DeepEqual(s.Totals(), totals) {
				t.Fatalf("%+v, want %+v", after, before)
			}
		}
		all, _ := All[Line](s, Ledger)
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
		if s, err = Open(filepath.Join(dir, fmt.Sprint(n))); err != nil {
			t.Fatal(err)
		}
		if again, _ := All[Line](s, Ledger); !reflect.DeepEqual(again, all) || !reflect.DeepEqual(s.Totals(), totals) {
			t.Fatal("another ledger after the store was opened again")
		}
	})
}

// A rig's year ends at a known size: a month of lines by the minute, the rest by the hour.
func TestRollUpOfAYear(t *testing.T) {
	s, _ := fresh(t)
	const days, perDay = 400, 48
	err := s.write(Ledger, func(tx *bolt.Tx) error {
		for i := range days * perDay {
			l := fmt.Sprintf(`{"at":%q,"device":"GPU-0","workload":"mine a","kind":"electricity","usd":-0.5,"amount":"10.000","unit":"J","seconds":30,"source":"meter"}`,
				began.Add(time.Duration(i)*24*time.Hour/perDay).Format(time.RFC3339Nano))
			if err := put(tx, Ledger, []byte(l), 0); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	now := began.Add(days * 24 * time.Hour)
	steps := 0
	for more := true; more; steps++ {
		if more, err = s.RollUp(now); err != nil {
			t.Fatal(err)
		}
	}
	all, err := All[Line](s, Ledger)
	if want := 30*perDay + 335*24 + 35; err != nil || len(all) > want+3 || len(all) < want-3 {
		t.Errorf("%d lines, want about %d, %v", len(all), want, err)
	}
	if l := all[0]; l.Rolled != perDay || l.Amount != "480.000" || l.USD != -24 || l.Seconds != 24*60 {
		t.Errorf("%+v", l)
	}
	if steps < 3 {
		t.Errorf("%d steps: they are not bounded", steps)
	}
}

// A store of an older version has no sums: they are made once.
func TestSumsOfAnOlderStore(t *testing.T) {
	s, path := fresh(t)
	for i := range 5 {
		if err := s.AppendLine(Line{Device: fmt.Sprint(i % 2), Kind: Gas, USD: -1, Amount: "1", Unit: "wei"}); err != nil {
			t.Fatal(err)
		}
	}
	want := s.Totals()
	err := s.write(Ledger, func(tx *bolt.Tx) error {
		if err := tx.DeleteBucket([]byte(Totals)); err != nil {
			return err
		}
		if err := tx.Bucket([]byte(Leases)).Put([]byte("GPU-0"), []byte(`{"baseline":350}`)); err != nil {
			return err
		}
		return tx.Bucket(metaBucket).Put(schemaKey, []byte("1"))
	})
	if err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	s = open(t, path)
	defer func() { _ = s.Close() }()
	if got := s.Totals(); !reflect.DeepEqual(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
	var lease struct {
		Baseline map[string]float64 `json:"baseline"`
	}
	if ok, err := s.Get(Leases, "GPU-0", &lease); !ok || err != nil || lease.Baseline["power_limit_watts"] != 350 {
		t.Error(ok, err, lease)
	}
}
