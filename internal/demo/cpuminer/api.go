package cpuminer

import (
	"context"
	"crypto/subtle"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"runtime"
	"strings"
	"time"

	"go.uber.org/zap"
)

const maxRequest = 64 << 10 // bytes

// serve answers the API until ctx ends.
func (m *Miner) serve(ctx context.Context, listener net.Listener) error {
	server := &http.Server{
		Handler:           m.handler(),
		ReadHeaderTimeout: 5 * time.Second,
		ReadTimeout:       10 * time.Second,
		WriteTimeout:      10 * time.Second,
		IdleTimeout:       30 * time.Second,
		MaxHeaderBytes:    16 << 10,
		ErrorLog:          zap.NewStdLog(m.log),
	}
	stop := context.AfterFunc(ctx, func() { server.Close() })
	defer stop()
	if err := server.Serve(listener); !errors.Is(err, http.ErrServerClosed) {
		return fmt.Errorf("miner api: %w", err)
	}
	return nil
}

// handler is XMRig's API: paths, members and status codes are its own.
func (m *Miner) handler() http.Handler {
	mux := http.NewServeMux()
	for _, path := range []string{"/2/summary", "/1/summary", "/api.json"} {
		mux.HandleFunc("GET "+path, func(w http.ResponseWriter, _ *http.Request) { write(w, m.summary(time.Now())) })
	}
	for _, path := range []string{"/2/backends", "/1/threads"} {
		mux.HandleFunc("GET "+path, func(w http.ResponseWriter, _ *http.Request) { write(w, m.backends()) })
	}
	mux.HandleFunc("POST /json_rpc", m.rpc)
	return m.guard(mux)
}

// guard follows XMRig's Httpd::auth: no token 401, a wrong one 403, and under
// "restricted" nothing but reading.
func (m *Miner) guard(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		given, ok := r.Header["Authorization"]
		token := m.config.HTTP.AccessToken
		switch {
		case !ok && token != nil, ok && token == nil:
			w.WriteHeader(http.StatusUnauthorized)
		case ok && !sameToken(given[0], *token):
			w.WriteHeader(http.StatusForbidden)
		case r.Method != http.MethodGet && m.config.HTTP.Restricted:
			w.WriteHeader(http.StatusForbidden)
		case r.Method != http.MethodGet && r.Header.Get("Content-Type") != "application/json":
			w.WriteHeader(http.StatusUnsupportedMediaType)
		default:
			next.ServeHTTP(w, r)
		}
	})
}

func sameToken(header, token string) bool {
	given, ok := strings.CutPrefix(header, "Bearer ")
	return ok && subtle.ConstantTimeCompare([]byte(given), []byte(token)) == 1
}

// rpc pauses, resumes or stops the hashing. As in XMRig, the process and its
// connection stay, and a stopped miner begins again with the pool's next job;
// the worker's end is a signal.
func (m *Miner) rpc(w http.ResponseWriter, r *http.Request) {
	var req struct {
		ID     json.RawMessage `json:"id"`
		Method string          `json:"method"`
	}
	body, err := io.ReadAll(http.MaxBytesReader(w, r.Body, maxRequest))
	if err == nil {
		err = json.Unmarshal(body, &req)
	}
	if err != nil {
		w.WriteHeader(http.StatusBadRequest)
		return
	}
	reply := map[string]any{"jsonrpc": "2.0", "id": req.ID, "result": map[string]any{"status": "OK"}}
	switch req.Method {
	case "pause":
		m.gate.pause(true)
	case "resume":
		m.gate.pause(false)
	case "stop":
		m.gate.set(nil)
	default:
		delete(reply, "result")
		reply["error"] = map[string]any{"code": -32601, "message": "Method not found"}
	}
	write(w, reply)
}

func write(w http.ResponseWriter, v any) {
	w.Header().Set("Content-Type", "application/json")
	// A client that has gone is no fault of ours.
	_ = json.NewEncoder(w).Encode(v)
}

type object = map[string]any

func (m *Miner) summary(now time.Time) object {
	n := m.state()
	total, highest := m.rates.total()
	uptime := n.uptime(now)
	var average int64 // between accepted shares, as XMRig's avgTime
	if n.accepted > 0 {
		average = uptime.Milliseconds() / int64(n.accepted)
	}
	pool := ""
	if !n.since.IsZero() {
		pool = m.pool.URL
	}
	return object{
		"id":         m.config.API.ID,
		"worker_id":  m.config.API.WorkerID,
		"version":    version,
		"kind":       "miner",
		"ua":         agent,
		"uptime":     int64(now.Sub(m.started).Seconds()),
		"restricted": m.config.HTTP.Restricted,
		"features":   []string{"api", "http", "tls"},
		"cpu":        object{"arch": runtime.GOARCH, "threads": runtime.NumCPU()},
		"paused":     m.gate.isPaused(),
		"algo":       nullable(n.algorithm),
		"algorithms": m.algorithms,
		"hashrate":   object{"total": total, "highest": highest},
		"results": object{
			"diff_current": n.difficulty,
			"shares_good":  n.accepted,
			"shares_total": n.accepted + n.rejected,
			"avg_time":     average / 1000,
			"avg_time_ms":  average,
			"hashes_total": n.hashes,
		},
		"connection": object{
			"pool":            pool,
			"ip":              nullable(n.ip),
			"uptime":          int64(uptime.Seconds()),
			"uptime_ms":       uptime.Milliseconds(),
			"ping":            n.latency.Milliseconds(),
			"failures":        n.failures,
			"tls":             m.tlsName(n),
			"tls-fingerprint": m.pool.TLSFingerprint,
			"algo":            nullable(n.algorithm),
			"diff":            n.difficulty,
			"accepted":        n.accepted,
			"rejected":        n.rejected,
			"stale":           n.stale,           // not XMRig's: found too late to be submitted
			"fault":           nullable(n.fault), // not XMRig's: why there is no pool, or no accepted share
			"avg_time":        average / 1000,
			"avg_time_ms":     average,
			"hashes_total":    n.hashes,
		},
	}
}

func (m *Miner) tlsName(n netState) any {
	if !m.pool.TLS || !n.connected {
		return nil
	}
	return "TLS"
}

func (m *Miner) backends() []object {
	n := m.state()
	total, _ := m.rates.total()
	threads := make([]object, m.threads())
	for i := range threads {
		threads[i] = object{"intensity": 1, "affinity": -1}
	}
	return []object{{
		"type": "cpu", "enabled": true, "algo": nullable(n.algorithm), "profile": "*",
		"hashrate": total, "threads": threads,
	}}
}

func nullable(s string) any {
	if s == "" {
		return nil
	}
	return s
}
