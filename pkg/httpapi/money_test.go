package httpapi

import (
	"testing"
	"time"

	"github.com/gpuarbiter/gpuarbiter/pkg/store"
)

// The ledger is added up within a span; what was booked by itself is listed.
func TestMoney(t *testing.T) {
	r := newRig()
	r.lines = []store.Line{ // the newest first
		{At: noon.Add(2 * time.Hour), Workload: "train dev/0", Kind: store.Gas, USD: -0.5, Amount: "1", Unit: "wei", Source: "receipt"},
		{At: noon.Add(time.Hour), Device: "GPU-0", Workload: "mine RVN", Kind: store.MiningRevenue, USD: 2},
		{At: noon.Add(-24 * time.Hour), Device: "GPU-0", Workload: "mine RVN", Kind: store.Electricity, USD: -1, Amount: "3600000", Unit: "J"},
		{At: noon.Add(-72 * time.Hour), Device: "GPU-0", Workload: "mine RVN", Kind: store.MiningRevenue, USD: 100},
	}
	r.expected = []store.Expected{ // the newest first, too
		{Hour: noon.Add(3 * time.Hour), Hours: 1, USD: 50},
		{Hour: noon, Hours: 1, USD: 2.5, Alone: map[string]float64{"mine RVN": 1.5}},
		{Hour: noon.Add(-49 * time.Hour), Hours: 1, USD: 100},
	}
	span := "since=" + noon.Add(-48*time.Hour).Format(time.RFC3339) + "&until=" + noon.Add(3*time.Hour).Format(time.RFC3339)
	var e Earned
	_, body := get(t, r, "/api/money?by=day&"+span)
	if decode(t, body, &e); len(e.Rows) != 2 || e.Total.Net != 0.5 || e.Total.KWh != 1 || e.Rows[0].Power != 1 {
		t.Errorf("%+v", e)
	}
	if x := e.Total.Expected; x == nil || x.USD != 2.5 || x.Best != "mine RVN" || x.BestUSD != 1.5 || e.Rows[1].Expected == nil || e.Rows[0].Expected != nil {
		t.Errorf("%+v", e)
	}
	_, body = get(t, r, "/api/money?by=work&zone=Europe/Berlin&"+span)
	if decode(t, body, &e); len(e.Rows) != 2 || e.Rows[0].Name != "mine RVN" || e.Rows[0].Net != 1 {
		t.Errorf("%+v", e)
	}
	var lines []store.Line
	_, body = get(t, r, "/api/receipts?"+span)
	if decode(t, body, &lines); len(lines) != 1 || lines[0].Kind != store.Gas {
		t.Errorf("%+v", lines)
	}
	for _, bad := range []string{"by=year", "zone=Mars/North", "since=yesterday", "until=never"} {
		if res, _ := get(t, r, "/api/money?"+bad); res.StatusCode != 400 {
			t.Errorf("%s: %d", bad, res.StatusCode)
		}
	}
}
