package app

import (
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"go.uber.org/zap"
	"go.uber.org/zap/zapcore"
	"go.uber.org/zap/zaptest/observer"

	"github.com/gpuarbiter/gpuarbiter/pkg/config"
	"github.com/gpuarbiter/gpuarbiter/pkg/gpu"
	"github.com/gpuarbiter/gpuarbiter/pkg/market/solver"
	"github.com/gpuarbiter/gpuarbiter/pkg/profit"
	"github.com/gpuarbiter/gpuarbiter/pkg/profit/feed"
	"github.com/gpuarbiter/gpuarbiter/test/standin"
)

// caseWorld is the configuration of a reported case, changed by pairs of old and new
// text, with answers and files in the place of the world's. Its sources have been asked.
func caseWorld(t *testing.T, name string, now func() time.Time, files map[string]string, change ...string) (*world, *observer.ObservedLogs) {
	t.Helper()
	dir := t.TempDir()
	if err := os.Mkdir(filepath.Join(dir, "www"), 0o700); err != nil {
		t.Fatal(err)
	}
	for file, content := range files {
		if err := os.WriteFile(filepath.Join(dir, "www", file), []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	text := strings.NewReplacer("http://127.0.0.1:18080", standin.Web(t, files).URL, "[cat, www/", "[cat, "+dir+"/www/").Replace(standin.Case(t, name))
	text = standin.Change(t, text, change...)
	path := filepath.Join(dir, "config.yaml")
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	cfg, err := config.Load(path)
	if err != nil {
		t.Fatal(err)
	}
	core, logs := observer.New(zapcore.InfoLevel)
	w := &world{feed: feed.New(now), cfg: cfg, markets: func() []solver.State { return nil }}
	w.feed.Ask(t.Context(), cfg.Sources, zap.New(core))
	return w, logs
}

// mined is the estimate of mining AAA on the card of the cases.
func mined(w *world, now time.Time) profit.Estimate {
	return profit.Estimates(w.Device(gpu.Device{UUID: "GPU-3", Model: "NVIDIA GeForce RTX 3090"}), w.Market(now))[1]
}

// Over Easter, and over Christmas, the last rate is held with a warning and a doubt that
// grows; a coin's rate, which moves, is not.
func TestEaster(t *testing.T) {
	now := time.Now()
	files := standin.Files(now)
	files["christmas"] = standin.Frankfurter(now.Add(-6*24*time.Hour), 1.15)
	files["month"] = standin.Frankfurter(now.Add(-30*24*time.Hour), 1.15)
	files["fresh"] = standin.Frankfurter(now.Add(-40*time.Hour), 1.15)
	for name, tt := range map[string]struct {
		change []string
		held   bool
		doubt  float64 // at least
	}{
		"as reported": {nil, true, 0.012}, "christmas": {[]string{"/fx", "/christmas"}, true, 0.013}, "a month": {[]string{"/fx", "/month"}, true, 0.03}, "an hour": {[]string{"100h", "1h"}, true, 0.012},
		"fresh": {[]string{"/fx", "/fresh"}, false, 0},
	} {
		later := now
		w, logs := caseWorld(t, "easter", func() time.Time { return later }, files, tt.change...)
		e, warnings := mined(w, now), strings.Join(w.feed.Warnings(), "\n")
		tariff := w.Market(now).Tariff
		if !e.Candidate() || strings.Contains(warnings, "held until there is a newer one") != tt.held || float64(tariff.Rate.Doubt) < tt.doubt || (tariff.Rate.Doubt > 0) != tt.held {
			t.Errorf("%s: %s%s; warnings %q; doubt %v", name, e.Impossible, e.Unbelieved, warnings, tariff.Rate.Doubt)
		}
		if n := logs.FilterMessageSnippet("held until").Len(); (n == 1) != tt.held {
			t.Errorf("%s: logged %d times", name, n)
		}
		// Even years later something is mined.
		later = now.Add(400 * 24 * time.Hour)
		if e := mined(w, later); e.Unbelieved != "" {
			t.Errorf("%s: %s", name, e.Unbelieved)
		}
	}
	w, _ := caseWorld(t, "easter", time.Now, files, "currency: EUR", "currency: BTC", "EUR: {from", "BTC: {from")
	if e := mined(w, now); e.Candidate() || !strings.Contains(e.Unbelieved, "old") {
		t.Errorf("a coin's rate of last week is believed: %+v", e)
	}
}

// A tariff near zero most of the time, dear for an hour: believed at once, with the hours
// to come; a slip of the unit is not.
func TestNearZeroTariff(t *testing.T) {
	now := time.Now()
	files := standin.Files(now)
	files["slip"] = standin.Awattar(now, 9, 140000, 45, 16, 6, 2, 1, 0, 4, 5)
	files["zeros"] = standin.Awattar(now, 0, 310, 0, 0, 0, 0, 0, 0, 0)
	files["krona"] = standin.Awattar(now, 2, 4100, 900, 3, 5, 6, 2, 1, -3, 2)
	for name, tt := range map[string]struct {
		change   []string
		price    float64
		believed bool
	}{
		"as reported": {nil, (0.14 + 0.18) * 1.25, true},
		"sunny":       {[]string{"/awattar", "/sunny"}, (0.0954 + 0.18) * 1.25, true},
		"zeros":       {[]string{"/awattar", "/zeros"}, (0.31 + 0.18) * 1.25, true},
		"octopus":     {[]string{"type: awattar", "type: octopus", "/awattar", "/agile", "EUR", "GBP", "surcharge_per_kwh: 0.18, tax_ratio: 0.25", "surcharge_per_kwh: 0"}, 0.302, true},
		"no margin":   {[]string{"surcharge_per_kwh: 0.18, tax_ratio: 0.25", "surcharge_per_kwh: 0"}, 0.14, true},
		"krona":       {[]string{"/awattar", "/krona", "EUR", "SEK", "1.15", "0.1", "surcharge_per_kwh: 0.18, tax_ratio: 0.25", "surcharge_per_kwh: 0"}, 4.1, true},
		"a slip":      {[]string{"/awattar", "/slip"}, 0, false},
	} {
		w, _ := caseWorld(t, "near-zero-tariff", func() time.Time { return now }, files, tt.change...)
		e, tariff := mined(w, now), w.tariff(w.cfg, now)
		if e.Candidate() != tt.believed || tt.believed && math.Abs(tariff.PerKWh.Value-tt.price) > 1e-9 {
			t.Errorf("%s: %v, %q; want %v, %v", name, tariff.PerKWh.Value, e.Unbelieved, tt.price, tt.believed)
		}
		if tt.believed && len(tariff.Ahead) < 8 {
			t.Errorf("%s: %d hours are known", name, len(tariff.Ahead))
		}
	}
}

// Power that is free, or paid for, is so whoever says it.
func TestPaidPower(t *testing.T) {
	now := time.Now()
	files := standin.Files(now)
	command := `{from: ["c:below"]}`
	for name, tt := range map[string]struct {
		change []string
		price  float64
	}{
		"as reported":       {nil, -0.05},
		"zero":              {[]string{"c:below", "c:zero"}, 0},
		"dear":              {[]string{"c:below", "c:price"}, 0.25},
		"all are zero":      {[]string{"c:below", "c:zero", "power.json", "zero.json"}, 0},
		"in quotes":         {[]string{"power.json", "below.json"}, -0.05},
		"file":              {[]string{command, "{file: www/power.json, key: below, max_age: 2h}"}, -0.05},
		"file, zero":        {[]string{command, "{file: www/power.json, key: zero, max_age: 2h}"}, 0},
		"file, other names": {[]string{command, "{file: www/below.json, key: below, max_age: 2h, max_jump: 1.5}"}, -0.05},
	} {
		w, _ := caseWorld(t, "paid-power", time.Now, files, tt.change...)
		if e, price := mined(w, now), w.tariff(w.cfg, now).PerKWh.Value; !e.Candidate() || price != tt.price || e.Electricity > 0 != (tt.price > 0) {
			t.Errorf("%s: %v, %q; want %v", name, price, e.Unbelieved, tt.price)
		}
	}
	// A coin's price is never so.
	for key, words := range map[string]string{"below": "below zero", "zero": "says 0"} {
		w, _ := caseWorld(t, "paid-power", time.Now, files, "price_usd: 0.02", "price_usd: {file: www/power.json, key: "+key+", max_age: 2h}", "c:below", "c:price")
		if e := mined(w, now); e.Candidate() || !strings.Contains(e.Unbelieved, words) {
			t.Errorf("a coin's price %s: %+v", key, e)
		}
	}
}

// One bad entry of a file, or of what a command prints, leaves the others.
func TestPoisonedFile(t *testing.T) {
	now := time.Now()
	files := standin.Files(now)
	quote := "{file: www/string.json, key: rvn, max_age: 1h}"
	for _, file := range []string{"string.json", "nan.json", "epoch.json", "comment.json", "bom.json", "slashes.json", "infinity.json", "shapes.json", "cut.json", "millis.json", "zone.json"} {
		w, _ := caseWorld(t, "poisoned-file", time.Now, files, "string.json", file)
		if e := mined(w, now); !e.Candidate() {
			t.Errorf("%s: %s", file, e.Unbelieved)
		}
		w, _ = caseWorld(t, "poisoned-file", time.Now, files, quote, `{from: ["c:rvn"]}`, "mining:", "sources: {c: {type: command, command: [cat, CWD/www/"+file+"]}}\nmining:", "CWD/www", "www")
		for _, s := range w.cfg.Sources {
			s.Command[1] = filepath.Join(filepath.Dir(w.cfg.StateDir), s.Command[1])
		}
		w.feed.Ask(t.Context(), w.cfg.Sources, zap.NewNop())
		if e := mined(w, now); !e.Candidate() && file != "cut.json" {
			t.Errorf("command, %s: %s", file, e.Unbelieved)
		}
	}
	for file, words := range map[string]string{"string.json": "", "epoch.json": "", "nan.json": `entry "xna" has no value`, "comment.json": `has no entry "xna"`, "shapes.json": `entry "xna" is not of the form`, "cut.json": "unexpected end after 1 entries"} {
		w, _ := caseWorld(t, "poisoned-file", time.Now, files, "string.json, key: rvn", file+", key: xna")
		if e := mined(w, now); e.Candidate() != (words == "") || !strings.Contains(e.Unbelieved, words) {
			t.Errorf("xna of %s: %q, want %q", file, e.Unbelieved, words)
		}
	}
}

// A clock that is minutes slow costs nothing, and is spoken of once; one that is hours
// off is, too.
func TestSlowClock(t *testing.T) {
	now := time.Now()
	files := standin.Files(now)
	w, logs := caseWorld(t, "slow-clock", time.Now, files)
	if e := mined(w, now); !e.Candidate() {
		t.Errorf("%s", e.Unbelieved)
	}
	if words := w.feed.Clock(); words != "" || logs.Len() > 0 {
		t.Errorf("a clock that is right: %q", words)
	}
	for _, tt := range []struct {
		off      time.Duration
		words    string
		believed bool
	}{{-3 * time.Minute, "3m0s behind", true}, {-9 * time.Minute, "9m0s behind", false}, {4 * time.Minute, "4m0s ahead of", true}, {-5 * time.Hour, "5h0m0s behind", false}, {20 * time.Second, "", true}} {
		slow := func() time.Time { return time.Now().Add(tt.off) }
		w, _ := caseWorld(t, "slow-clock", slow, files)
		if e := mined(w, now.Add(tt.off)); e.Candidate() != tt.believed {
			t.Errorf("%s: %q", tt.off, e.Unbelieved)
		}
		words := w.feed.Clock()
		words = strings.NewReplacer("m1s", "m0s", "2m59s", "3m0s", "8m59s", "9m0s", "3m59s", "4m0s", "4h59m59s", "5h0m0s").Replace(words)
		if !strings.Contains(words, tt.words) || (words == "") != (tt.words == "") {
			t.Errorf("%s: %q, want %q", tt.off, words, tt.words)
		}
	}
}
