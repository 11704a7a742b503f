package standin

import (
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"
)

// Web serves files by name until the test ends, without their queries.
func Web(t testing.TB, files map[string]string) *httptest.Server {
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		text, ok := files[strings.Trim(r.URL.Path, "/")]
		if !ok {
			http.NotFound(w, r)
			return
		}
		w.Header().Set("Content-Type", "application/json")
		fmt.Fprint(w, text)
	}))
	t.Cleanup(s.Close)
	return s
}

func text(v any) string {
	b, err := json.Marshal(v)
	if err != nil {
		panic(err)
	}
	return string(b)
}

// Awattar is an answer of prices in EUR per MWh, hour by hour, of which the first began
// an hour before the present one.
func Awattar(now time.Time, prices ...float64) string {
	at := now.Truncate(time.Hour).Add(-time.Hour)
	var rows []object
	for _, p := range prices {
		rows = append(rows, object{"start_timestamp": at.UnixMilli(), "end_timestamp": at.Add(time.Hour).UnixMilli(), "marketprice": p, "unit": "Eur/MWh"})
		at = at.Add(time.Hour)
	}
	return text(object{"object": "list", "data": rows})
}

// sunny is a holiday's prices, from midnight.
var sunny = []float64{1.2, .5, .1, 0, -.1, .2, 1, 2, .5, -.5, -2, -3.1, -4, -3.5, -2.2, -.3, .1, 3, 38, 95.4, 88.1, 70.3, 40, 12.5}

// Frankfurter is the ECB's rate of a day.
func Frankfurter(day time.Time, usd float64) string {
	return text(object{"amount": 1.0, "base": "EUR", "date": day.UTC().Format(time.DateOnly), "rates": object{"USD": usd}})
}

// Files are answers and quote files whose times depend on now.
func Files(now time.Time) map[string]string {
	t := now.UTC().Format(time.RFC3339)
	ok := fmt.Sprintf(`{"rvn":{"value":0.02,"at":%q}`, t)
	// From an evening hour on, which is the present one.
	evening := append(append([]float64{}, sunny[18:]...), sunny[:18]...)
	half := now.Truncate(30 * time.Minute)
	var agile []object
	for i, v := range []float64{30.2, .2, -.4, .1, .05, -.2, .3, .15, 0, .4, -.6, .3, .25, .2, .1, -.1, .2} {
		from := half.Add(time.Duration(i) * 30 * time.Minute).UTC()
		agile = append([]object{{"value_inc_vat": v, "valid_from": from.Format(time.RFC3339), "valid_to": from.Add(30 * time.Minute).Format(time.RFC3339), "payment_method": nil}}, agile...)
	}
	return map[string]string{
		"awattar": Awattar(now, 9, 140, 45, 16, 6, 2, 1, 0, 1.5, 1.8, 2, 2.1, 2.4, 3, 4.5, 13, 160, 70, 9, 7, 6, 5, 4, 4.2, 5, 5.5, 6, 5, 4, 3.2, 3, 2.8),
		"sunny":   Awattar(now, evening...),
		"agile":   text(object{"next": nil, "results": agile}),
		"fx":      Frankfurter(now.Add(-5*24*time.Hour-time.Hour), 1.15),
		"coins.json": text(object{"coins": object{"Ravencoin": object{"tag": "RVN", "block_time": "60.0", "block_reward": 1250.0, "difficulty": 60000.5,
			"nethash": 4e12, "exchange_rate": 1.1e-07, "timestamp": now.Unix() + 180, "lagging": false}}}),
		"string.json":   ok + fmt.Sprintf(`,"xna":{"value":"0.0004","at":%q}}`, t),
		"nan.json":      ok + fmt.Sprintf(`,"xna":{"value":NaN,"at":%q}}`, t),
		"epoch.json":    ok + fmt.Sprintf(`,"xna":{"value":1,"at":%d}}`, now.Unix()),
		"comment.json":  ok + `,"_comment":"by cron"}`,
		"bom.json":      "\ufeff" + ok + `}`,
		"slashes.json":  "// by cron\n" + ok + ", // the old one: {\n}",
		"infinity.json": ok + fmt.Sprintf(`,"xna":{"value":-Infinity,"at":%q}}`, t),
		"shapes.json":   ok + `,"xna":[1,2],"b":7,"c":null,"d":{},"e":{"value":{},"at":true}}`,
		"cut.json":      ok + `,"xna":{"value":0.00`,
		"millis.json":   fmt.Sprintf(`{"rvn":{"value":" 0.02 ","at":"%d"}}`, now.UnixMilli()),
		"zone.json":     fmt.Sprintf(`{"rvn":{"value":0.02,"at":%q}}`, now.In(time.FixedZone("", 7200)).Format("2006-01-02 15:04:05Z07:00")),
		"power.json":    fmt.Sprintf(`{"below":{"value":-0.05,"at":%q},"zero":{"value":0,"at":%q},"price":{"value":0.25,"at":%q}}`, t, t, t),
		"below.json":    fmt.Sprintf(`{"below":{"value":"-0.05","at":%q}}`, t),
		"zero.json":     fmt.Sprintf(`{"zero":{"value":0,"at":%q}}`, t),
	}
}
