package store

import (
	"testing"
	"time"
)

func TestExpected(t *testing.T) {
	s, err := Open(t.TempDir() + "/db")
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close() //nolint:errcheck // a test
	hour := time.Date(2026, 3, 1, 12, 0, 0, 0, time.UTC)
	put := func(at time.Time, usd float64) {
		t.Helper()
		if err := s.PutExpected(Expected{Hour: at, Hours: 1, USD: usd, Alone: map[string]float64{"mine A": 1}}); err != nil {
			t.Fatal(err)
		}
	}
	all := func(since time.Time) (usd []float64) {
		t.Helper()
		if err := s.EachExpected(since, func(f Expected) { usd = append(usd, f.USD) }); err != nil {
			t.Fatal(err)
		}
		return usd
	}
	put(hour, 1)
	put(hour.Add(time.Hour), 2)
	put(hour, 3) // in the place of the first
	if got := all(time.Time{}); len(got) != 2 || got[0] != 2 || got[1] != 3 {
		t.Errorf("%v", got)
	}
	if got := all(hour.Add(time.Minute)); len(got) != 1 {
		t.Errorf("%v", got)
	}
	if f, ok, err := s.Expected(hour); !ok || err != nil || f.USD != 3 || f.Alone["mine A"] != 1 {
		t.Errorf("%+v %t %v", f, ok, err)
	}
	if _, ok, err := s.Expected(hour.Add(9 * time.Hour)); ok || err != nil {
		t.Errorf("%t %v", ok, err)
	}
	put(hour.Add(keepExpected+time.Hour), 4) // the first is too old now, the second is not yet
	if got := all(time.Time{}); len(got) != 2 || got[1] != 2 {
		t.Errorf("%v", got)
	}
}
