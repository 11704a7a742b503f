package httpapi

import (
	"bufio"
	"encoding/json"
	"fmt"
	"net/http"
	"strconv"

	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/collectors"
	"github.com/prometheus/client_golang/prometheus/promhttp"

	"github.com/gpuarbiter/gpuarbiter/pkg/plain"
	"github.com/gpuarbiter/gpuarbiter/pkg/scheduler"
)

// Handler serves the page, /metrics, /healthz and /api/; all of it is for reading.
func Handler(d Daemon) http.Handler { return handler(d, false) }

func handler(d Daemon, acts bool) http.Handler {
	registry := prometheus.NewRegistry()
	registry.MustRegister(NewCollector(d), collectors.NewGoCollector(), collectors.NewProcessCollector(collectors.ProcessCollectorOpts{}))
	mux := http.NewServeMux()
	mux.Handle("GET /metrics", promhttp.HandlerFor(registry, promhttp.HandlerOpts{}))
	mux.HandleFunc("GET /healthz", func(w http.ResponseWriter, _ *http.Request) { fmt.Fprintln(w, "ok") })
	mux.HandleFunc("GET /api/status", func(w http.ResponseWriter, _ *http.Request) { reply(w, StatusOf(d)) })
	mux.HandleFunc("GET /api/explain", func(w http.ResponseWriter, r *http.Request) {
		reply(w, Explain(d.View(), r.URL.Query().Get("device")))
	})
	heavy := oneByOne()
	mux.HandleFunc("GET /api/ledger", heavy(func(w http.ResponseWriter, r *http.Request) {
		if n, ok := count(w, r, 100, 100_000); ok {
			lines, err := d.Lines(n)
			stream(w, lines, err)
		}
	}))
	mux.HandleFunc("GET /api/money", heavy(func(w http.ResponseWriter, r *http.Request) { money(w, r, d) }))
	mux.HandleFunc("GET /api/receipts", heavy(func(w http.ResponseWriter, r *http.Request) { receipts(w, r, d) }))
	mux.HandleFunc("GET /api/calibration", func(w http.ResponseWriter, _ *http.Request) {
		reply(w, d.Calibration())
	})
	mux.HandleFunc("GET /api/decisions", heavy(func(w http.ResponseWriter, r *http.Request) {
		n, ok := count(w, r, 20, 1000)
		if !ok {
			return
		}
		device := r.URL.Query().Get("device")
		for _, s := range d.View().Statuses {
			if device != "" && scheduler.Names(s.Device, device) {
				device = string(s.Device.UUID)
			}
		}
		records, err := d.Records(n, device)
		stream(w, records, err)
	}))
	newWall(d, acts).serve(mux)
	return mux
}

// shownStatus is the status with its texts made fit to be shown, as the API has them.
func shownStatus(d Daemon) (s Status) {
	text, err := json.Marshal(StatusOf(d))
	if err == nil {
		err = json.Unmarshal(plain.ShownJSON(text), &s)
	}
	if err != nil { // a figure that is no number
		s.Fault = plain.Line(err.Error())
	}
	return s
}

// count is how many are asked for; what is none is refused.
func count(w http.ResponseWriter, r *http.Request, otherwise, most int) (n int, ok bool) {
	text := r.URL.Query().Get("n")
	if text == "" {
		return otherwise, true
	}
	n, err := strconv.Atoi(text)
	if err != nil || n < 1 || n > most {
		http.Error(w, fmt.Sprintf("n: %.20q is not 1 to %d", text, most), http.StatusBadRequest)
		return 0, false
	}
	return n, true
}

// stream sends a list one by one, so that its text never stands in memory whole.
func stream[T any](w http.ResponseWriter, list []T, err error) {
	if err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	w.Header().Set("Content-Type", "application/json")
	out := bufio.NewWriterSize(w, 64<<10)
	defer out.Flush() //nolint:errcheck // the client may be gone
	for i := range list {
		if _, err := out.WriteString([]string{"[", ","}[min(i, 1)]); err != nil {
			return
		}
		text, err := json.Marshal(list[i])
		if err != nil {
			return // a figure that is no number: the list stays open
		}
		if _, err := out.Write(plain.ShownJSON(text)); err != nil {
			return
		}
	}
	if len(list) == 0 {
		_, _ = out.WriteString("[")
	}
	_, _ = out.WriteString("]\n")
}

func reply(w http.ResponseWriter, v any) {
	text, err := json.MarshalIndent(v, "", "  ")
	if err != nil { // a figure that is no number
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	w.Header().Set("Content-Type", "application/json")
	_, _ = w.Write(append(plain.ShownJSON(text), '\n')) // the client may be gone
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
