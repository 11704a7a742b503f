package standin

import (
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"testing"
	"time"
)

// Vast is a stand-in for Vast.ai's API, with one machine of so many GPUs: its answers and
// oddities as they are documented.
type Vast struct {
	URL string

	mu      sync.Mutex
	gpus    int
	rented  bool
	end     time.Time
	earned  map[int64]float64 // USD by the day since 1970
	broken  string            // what it answers instead
	MinBid  float64           // as it was set last
	Listed  float64
	Changes int // of prices
}

// VastKey is the only key that it takes.
const VastKey = "a-key-of-vast"

// NewVast starts one.
func NewVast(t testing.TB, gpus int) *Vast {
	v := &Vast{gpus: gpus, earned: map[int64]float64{}}
	server := httptest.NewServer(v)
	t.Cleanup(server.Close)
	v.URL = server.URL
	return v
}

// Rent lets a customer have the machine until a time, or ends that: the zero time.
func (v *Vast) Rent(until time.Time) {
	v.mu.Lock()
	defer v.mu.Unlock()
	v.rented, v.end = !until.IsZero(), until
}

// Earn adds to what today has brought.
func (v *Vast) Earn(usd float64) {
	v.mu.Lock()
	defer v.mu.Unlock()
	v.earned[time.Now().Unix()/86400] += usd
}

// Break has it answer with status 200 and this instead; "" mends it.
func (v *Vast) Break(answer string) {
	v.mu.Lock()
	defer v.mu.Unlock()
	v.broken = answer
}

// Prices are those that were set last, and how often.
func (v *Vast) Prices() (minBid, listed float64, changes int) {
	v.mu.Lock()
	defer v.mu.Unlock()
	return v.MinBid, v.Listed, v.Changes
}

// ServeHTTP implements http.Handler.
func (v *Vast) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	v.mu.Lock()
	defer v.mu.Unlock()
	if r.Header.Get("Authorization") != "Bearer "+VastKey {
		w.WriteHeader(http.StatusUnauthorized)
		fmt.Fprint(w, `{"success":false,"error":"auth_error","msg":"invalid user key"}`)
		return
	}
	if v.broken != "" {
		fmt.Fprint(w, v.broken)
		return
	}
	var body map[string]any
	_ = json.NewDecoder(r.Body).Decode(&body) // none with GET
	number := func(key string) float64 { f, _ := body[key].(float64); return f }
	switch path := r.URL.Path; {
	case r.Method == http.MethodGet && path == "/machines/35798":
		v.machine(w)
	case path == "/machines/35798/minbid/":
		v.MinBid = number("price")
		v.Changes++
		fmt.Fprint(w, `{"success":true,"you_sent":{}}`)
	case path == "/machines/create_asks/":
		if body["min_chunk"] == nil {
			w.WriteHeader(http.StatusBadRequest)
			fmt.Fprint(w, `{"success":false,"msg":"Invalid machine id or min_chunk"}`)
			return
		}
		v.Listed = number("price_gpu")
		fmt.Fprint(w, `{"success":true,"extended":0}`)
	case path == "/users/me/machine-earnings":
		v.statement(w)
	default:
		w.WriteHeader(http.StatusNotFound)
	}
}

// machine is a bare list of one, as it is where one machine is asked for.
func (v *Vast) machine(w http.ResponseWriter) {
	m := map[string]any{"id": 35798, "machine_id": 35798, "num_gpus": v.gpus, "listed": true, "listed_gpu_cost": v.Listed, "current_rentals_running": 0,
		"current_rentals_resident": 1, "gpu_occupancy": strings.Repeat("x ", v.gpus), "client_end_date": nil, "earn_hour": 0.0}
	if v.rented { // one GPU of them: the machine is under contract all the same
		m["gpu_occupancy"], m["current_rentals_running"] = "D "+strings.Repeat("x ", v.gpus-1), 1
		m["client_end_date"], m["earn_hour"] = float64(v.end.Unix()), v.Listed*float64(v.gpus)
	}
	_ = json.NewEncoder(w).Encode([]any{m})
}

func (v *Vast) statement(w http.ResponseWriter) {
	days := []any{}
	for day, usd := range v.earned {
		days = append(days, map[string]any{"day": day, "gpu_earn": usd, "sto_earn": 0, "bwu_earn": 0, "bwd_earn": 0})
	}
	if len(days) == 0 {
		days = append(days, map[string]any{"day": time.Now().Unix()/86400 - 1, "gpu_earn": 12.5, "sto_earn": 0, "bwu_earn": 0, "bwd_earn": 0})
	}
	_ = json.NewEncoder(w).Encode(map[string]any{"summary": map[string]any{"total_gpu": 1}, "email": "somebody@example.com", "per_day": days, "per_machine": []any{}})
}
