package feed

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/gpuarbiter/gpuarbiter/pkg/config"
	"github.com/gpuarbiter/gpuarbiter/pkg/profit"
)

type clock struct{ now time.Time }

func (c *clock) Now() time.Time { return c.now }

func write(t *testing.T, path, text string) {
	t.Helper()
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
}

func TestQuote(t *testing.T) {
	c := &clock{time.Date(2026, 3, 1, 12, 0, 0, 0, time.UTC)}
	path := filepath.Join(t.TempDir(), "quotes.json")
	f := New(c.Now)
	source := config.Quote{File: path, Key: "xmr", MaxAge: time.Hour}
	disbelief := func() string {
		t.Helper()
		c.now = c.now.Add(2 * time.Second) // beyond what is remembered
		q := f.Quote("price", source)
		return q.Disbelief(c.now)
	}
	if why := disbelief(); !strings.Contains(why, "no such file") {
		t.Error(why)
	}
	write(t, path, `{"xmr": {"value": 150.5, "at": "2026-03-01T11:30:00Z"}, "btc": {"value": 1}}`)
	if why := disbelief(); why != "" {
		t.Error(why)
	}
	if q := f.Quote("price", source); q.Value != 150.5 || !strings.Contains(q.Source, path) || q.At.Hour() != 11 {
		t.Errorf("%+v", q)
	}
	write(t, path, `{"xmr": {"value": 160, "at": "2026-03-01T11:30:00Z"}}`)
	if q := f.Quote("price", source); q.Value != 150.5 {
		t.Errorf("read again within a second: %+v", q)
	}
	c.now = c.now.Add(time.Second)
	if q := f.Quote("price", source); q.Value != 160 {
		t.Errorf("not read again after a second: %+v", q)
	}
	c.now = c.now.Add(time.Hour)
	if why := disbelief(); !strings.Contains(why, "old") {
		t.Errorf("an old entry: %q", why)
	}
	for text, want := range map[string]string{
		`{"btc": {"value": 1, "at": "2026-03-01T12:00:00Z"}}`: `has no entry "xmr"`,
		`{"xmr": {"value": 1}}`:                               `has no time`,
		`{"xmr": {"value": 1`:                                 "unexpected end",
		`{"xmr": {"value": "1"}`:                              "", // any fault will do
		``:                                                    "is empty",
	} {
		write(t, path, text)
		if why := disbelief(); why == "" || !strings.Contains(why, want) {
			t.Errorf("%s: %q, want %q", text, why, want)
		}
	}
}

func TestOperatorsWord(t *testing.T) {
	f := New(time.Now)
	if q := f.Quote("price", config.Quote{Value: new(2.5)}); q.Value != 2.5 || q.Disbelief(time.Now().Add(1000*time.Hour)) != "" {
		t.Errorf("%+v", q)
	}
	if q := f.Quote("price", config.Quote{}); q != (profit.Quote{}) {
		t.Errorf("%+v", q)
	}
}

// A file of quotes is written by other programs.
func FuzzParse(f *testing.F) {
	f.Add([]byte(`{"xmr": {"value": 150.5, "at": "2026-03-01T11:30:00Z"}}`))
	f.Add([]byte(`{"a": null, "b": {"value": 1e999}}`))
	f.Add([]byte("null"))
	f.Fuzz(func(t *testing.T, b []byte) {
		entries, err := parse("file", b)
		if err != nil {
			return
		}
		again, err := json.Marshal(entries)
		if err != nil {
			t.Fatalf("%q was accepted, but cannot be written: %v", b, err)
		}
		if _, err := parse("file", again); err != nil {
			t.Fatalf("%q became %q: %v", b, again, err)
		}
	})
}
