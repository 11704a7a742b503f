package httpapi

import (
	"embed"
	"encoding/json"
	"fmt"
	"html/template"
	"net/http"
	"strconv"
	"strings"

	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/promhttp"

	"github.com/gpuarbiter/gpuarbiter/pkg/gpu"
)

//go:embed page.html
var pages embed.FS

// Handler serves the page, /metrics, /healthz and /api/.
func Handler(d Daemon) http.Handler {
	registry := prometheus.NewRegistry()
	registry.MustRegister(NewCollector(d))
	page := template.Must(template.New("page.html").Funcs(template.FuncMap{"usd": usd, "short": short}).ParseFS(pages, "page.html"))
	mux := http.NewServeMux()
	mux.Handle("GET /metrics", promhttp.HandlerFor(registry, promhttp.HandlerOpts{}))
	mux.HandleFunc("GET /healthz", func(w http.ResponseWriter, _ *http.Request) { fmt.Fprintln(w, "ok") })
	mux.HandleFunc("GET /api/status", func(w http.ResponseWriter, _ *http.Request) { reply(w, StatusOf(d)) })
	mux.HandleFunc("GET /api/explain", func(w http.ResponseWriter, r *http.Request) {
		reply(w, Explain(d.View(), r.URL.Query().Get("device")))
	})
	mux.HandleFunc("GET /api/ledger", func(w http.ResponseWriter, r *http.Request) {
		lines, err := d.Lines(count(r, 100))
		answer(w, lines, err)
	})
	mux.HandleFunc("GET /api/calibration", func(w http.ResponseWriter, _ *http.Request) {
		reply(w, d.Calibration())
	})
	mux.HandleFunc("GET /api/decisions", func(w http.ResponseWriter, r *http.Request) {
		records, err := d.Records(count(r, 20))
		answer(w, records, err)
	})
	mux.HandleFunc("GET /{$}", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		w.Header().Set("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'")
		if err := page.Execute(w, StatusOf(d)); err != nil {
			fmt.Fprintf(w, "<p>%s</p>", template.HTMLEscapeString(err.Error()))
		}
	})
	return mux
}

func count(r *http.Request, otherwise int) int {
	n, err := strconv.Atoi(r.URL.Query().Get("n"))
	if err != nil || n < 1 || n > 100_000 {
		return otherwise
	}
	return n
}

func answer(w http.ResponseWriter, v any, err error) {
	if err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	reply(w, v)
}

func reply(w http.ResponseWriter, v any) {
	text, err := json.MarshalIndent(v, "", "  ")
	if err != nil { // a figure that is no number
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	w.Header().Set("Content-Type", "application/json")
	_, _ = w.Write(append(text, '\n')) // the client may be gone
}

func matches(d gpu.Device, want string) bool {
	return string(d.UUID) == want || strconv.Itoa(d.Index) == want || (len(want) > 4 && strings.HasPrefix(string(d.UUID), want))
}

func usd(v any) string {
	switch x := v.(type) {
	case *float64:
		if x == nil {
			return "-"
		}
		return fmt.Sprintf("%.4f", *x)
	case float64:
		return fmt.Sprintf("%.4f", x)
	}
	return "-"
}

func short(v *float64) string {
	if v == nil {
		return "-"
	}
	return fmt.Sprintf("%.0f", *v)
}
