package pool

import (
	"encoding/json"
	"net/http"
)

// Handler serves GET /api/stats, the pool's Stats as JSON; ?wallet= keeps one
// wallet's accounts. An unknown wallet has none, which is no error.
func (p *Pool) Handler() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /api/stats", func(w http.ResponseWriter, r *http.Request) {
		stats := p.Stats()
		if wallet := r.URL.Query().Get("wallet"); wallet != "" {
			stats = stats.Of(wallet)
		}
		w.Header().Set("Content-Type", "application/json")
		_ = json.NewEncoder(w).Encode(stats) // a client that has gone is no fault
	})
	return mux
}
