package httpapi

import (
	"bufio"
	"context"
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/gpuarbiter/gpuarbiter/pkg/books"
	"github.com/gpuarbiter/gpuarbiter/pkg/scheduler"
	"github.com/gpuarbiter/gpuarbiter/pkg/store"
)

// Whoever leaves the page open gets each of its sections, and then those that change.
func TestEvents(t *testing.T) {
	r := newRig()
	server := httptest.NewServer(Handler(r))
	defer server.Close()
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	ask, err := http.NewRequestWithContext(ctx, http.MethodGet, server.URL+"/events", nil)
	if err != nil {
		t.Fatal(err)
	}
	res, err := http.DefaultClient.Do(ask)
	if err != nil {
		t.Fatal(err)
	}
	defer res.Body.Close()
	lines := bufio.NewScanner(res.Body)
	lines.Buffer(nil, 1<<20)
	next := func() (id, html string) {
		for lines.Scan() {
			if data, ok := strings.CutPrefix(lines.Text(), "data: "); ok {
				var section struct{ ID, HTML string }
				if err := json.Unmarshal([]byte(data), &section); err != nil {
					t.Fatal(err)
				}
				return section.ID, section.HTML
			}
		}
		t.Fatal(lines.Err())
		return "", ""
	}
	for _, want := range sections {
		id, html := next()
		if id != want || !strings.Contains(html, `id="`+id+`"`) {
			t.Errorf("%s comes as %s: %.80s", want, id, html)
		}
	}
	if res.Header.Get("Content-Type") != "text/event-stream" {
		t.Error(res.Header)
	}
}

// The same fault of several devices stands once, with all that have it.
func TestFaultsAreSaidOnce(t *testing.T) {
	s := Status{Devices: []DeviceStatus{{Index: 0, WorkerFault: "no pool"}, {Index: 1}, {Index: 2, WorkerFault: "no pool", Heat: "hot"}, {Index: 3, Phase: scheduler.PhaseQuarantined, Reason: "lost"}}}
	if got := strings.Join(FaultsOf(s), "; "); got != "#0, #2: no pool; #2: hot; #3: in quarantine: lost" {
		t.Error(got)
	}
}

// Hours are those of the clock, also where it is half an hour off.
func TestHoursOfTheClock(t *testing.T) {
	india := time.FixedZone("IST", 5*3600+1800)
	r := newRig()
	at := time.Date(2026, 3, 1, 12, 10, 0, 0, india)
	r.lines = []store.Line{{At: at.Add(20 * time.Minute), Kind: store.MiningRevenue, USD: 1}, {At: at, Kind: store.MiningRevenue, USD: 2}}
	var e earnings
	for _, later := range []time.Duration{30 * time.Minute, 40 * time.Minute, 2 * time.Hour, 3 * time.Hour} {
		now := at.Add(later)
		hours, err := e.brought(r, now)
		if err != nil {
			t.Fatal(err)
		}
		if m := shownMoney(hours, now); m.Today.Net != 3 {
			t.Errorf("after %s: %v", later, m.Today.Net)
		}
	}
}

// Several pages that are open at once share what is remembered.
func TestEarningsAreShared(t *testing.T) {
	r := newRig()
	var e earnings
	var all sync.WaitGroup
	for i := range 4 {
		all.Go(func() {
			for j := range 300 {
				now := noon.Add(time.Duration(i+j) * time.Minute)
				hours, err := e.brought(r, now)
				if err != nil {
					t.Error(err)
				}
				shownMoney(hours, now)
			}
		})
	}
	all.Wait()
}

// Hours that are over are read once in a while, the latest ones each minute.
func TestEarningsAreRemembered(t *testing.T) {
	r := newRig()
	now := noon.Add(30 * time.Minute)
	r.lines = []store.Line{{At: noon.Add(10 * time.Minute), Kind: store.MiningRevenue, USD: 1}, {At: noon.Add(-30 * time.Hour), Kind: store.MiningRevenue, USD: 5}}
	r.expected = []store.Expected{
		{Hour: noon, Hours: 0.5, USD: 1.5, Alone: map[string]float64{"mine RVN": 1, "mine XMR": 0}},
		{Hour: noon.Add(-time.Hour), Hours: 1, USD: 1, Alone: map[string]float64{"mine RVN": 0.25, "mine XMR": 0.5}},
		{Hour: noon.Add(-30 * time.Hour), Hours: 1, USD: 4},
	}
	var e earnings
	day := func(at time.Time) (today, yesterday books.Row) {
		hours, err := e.brought(r, at)
		if err != nil {
			t.Fatal(err)
		}
		m := shownMoney(hours, at)
		return m.Today, m.Yesterday
	}
	today, yesterday := day(now)
	if today.Net != 1 || yesterday.Net != 5 {
		t.Errorf("%+v, %+v", today, yesterday)
	}
	if got := []string{ExpectedText(today.Expected), ExpectedText(yesterday.Expected), ExpectedText(nil)}; !slices.Equal(got, []string{"expected 2.50, best single coin 1.25 RVN", "expected 4.00", ""}) {
		t.Errorf("%q", got)
	}
	hours, err := e.brought(r, now)
	if err != nil {
		t.Fatal(err)
	}
	chart := string(coinsByHour(hours, now))
	if strings.Count(chart, "<polyline") != 2 || strings.Index(chart, "</i>RVN") > strings.Index(chart, "</i>XMR") || !strings.Contains(chart, "hours") || strings.Contains(chart, "NaN") {
		t.Errorf("%s", chart)
	}
	if chart := coinsByHour(map[string]books.Row{}, now); chart != "" {
		t.Errorf("of nothing: %s", chart)
	}
	r.lines[0].USD, r.lines[1].USD = 2, 7
	if today, _ := day(now.Add(30 * time.Second)); today.Net != 1 {
		t.Errorf("within the minute: %+v", today)
	}
	if today, yesterday := day(now.Add(2 * time.Minute)); today.Net != 2 || yesterday.Net != 5 {
		t.Errorf("after it: %+v, %+v", today, yesterday)
	}
	if _, yesterday := day(now.Add(7 * time.Hour)); yesterday.Net != 7 {
		t.Errorf("after hours: %+v", yesterday)
	}
	r.err = errDisk
	if _, err := e.brought(r, now.Add(9*time.Hour)); err == nil {
		t.Error("a fault of the disk is not said")
	}
}
