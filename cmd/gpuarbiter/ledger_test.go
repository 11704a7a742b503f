package main

import (
	"testing"
	"time"

	"github.com/gpuarbiter/gpuarbiter/pkg/httpapi"
	"github.com/gpuarbiter/gpuarbiter/pkg/store"
)

func TestInstant(t *testing.T) {
	now := time.Date(2026, 11, 26, 14, 0, 0, 0, time.Local)
	for s, want := range map[string]string{
		"": "2026-11-26 14:00", "today": "2026-11-26 00:00", "yesterday": "2026-11-25 00:00", "7d": "2026-11-19 14:00", "36h": "2026-11-25 02:00", "2026-10-01": "2026-10-01 00:00", "2026-10": "2026-10-01 00:00",
	} {
		if at, err := instant(s, now, now); err != nil || at.Format("2006-01-02 15:04") != want {
			t.Errorf("%q: %v, %v", s, at, err)
		}
	}
	for _, bad := range []string{"soon", "-1h", "7 d", "2026-13-01"} {
		if _, err := instant(bad, now, now); err == nil {
			t.Errorf("%q is taken", bad)
		}
	}
}

func TestWordsForPeople(t *testing.T) {
	for v, want := range map[float64]string{0: "0.00 ", 28e6: "28.00 M", 1.5e15: "1.50 P", 999: "999.00 ", 123456: "123.46 k"} {
		if got := httpapi.SI(v); got != want {
			t.Errorf("%v: %q, want %q", v, got, want)
		}
	}
	short := shortNames([]string{"GPU-51d00000-0000-4000-8000-521232c50005", "GPU-51d00000-0000-4000-8000-521232c60005", "mine RVN", ""})
	if short["GPU-51d00000-0000-4000-8000-521232c50005"] != "50005" || short["GPU-51d00000-0000-4000-8000-521232c60005"] != "60005" || short["mine RVN"] != "mine RVN" {
		t.Errorf("%v", short)
	}
	for _, l := range []struct {
		store.Line
		want string
	}{{store.Line{Amount: "7200000.000", Unit: "J"}, "2.0000 kWh"}, {store.Line{Amount: "50000000000000000", Unit: "wei"}, "0.05 ether"}, {store.Line{Amount: "123456789", Unit: "hashes"}, "123.46 MH"}, {store.Line{Amount: "?", Unit: "x"}, "? x"}} {
		if got := amountFor(l.Line); got != l.want {
			t.Errorf("%+v: %q", l, got)
		}
	}
}
