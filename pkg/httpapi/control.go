package httpapi

import (
	"context"
	"encoding/json"
	"errors"
	"io"
	"net/http"
	"time"

	"github.com/gpuarbiter/gpuarbiter/pkg/gpu"
	"github.com/gpuarbiter/gpuarbiter/pkg/scheduler"
)

// Commander carries an operator's commands out.
type Commander interface {
	Do(ctx context.Context, c scheduler.Command) ([]gpu.UUID, error)
}

// Operator does what an operator asks for over HTTP, once they have logged in.
type Operator interface {
	Commander
	Reload()
}

// Acting is what Handler serves, with a page that acts, for an address that asks for a login: commands for devices, and a
// reload. What a page of a stranger's sends with the browser's login is refused.
func Acting(d Daemon, o Operator) http.Handler {
	mux := http.NewServeMux()
	mux.Handle("/", handler(d, true))
	mux.HandleFunc("POST /api/command", commands(o))
	mux.HandleFunc("POST /api/reload", func(w http.ResponseWriter, _ *http.Request) {
		o.Reload()
		reply(w, Commanded{})
	})
	return http.NewCrossOriginProtection().Handler(mux)
}

// Commanded is the answer to a command: the devices that it concerns.
type Commanded struct {
	Devices []gpu.UUID `json:"devices"`
}

// Control adds what only the control socket serves, whose clients are the operator's: a
// consistent copy of the store, and commands for devices.
func Control(st io.WriterTo, c Commander, h http.Handler) http.Handler {
	mux := http.NewServeMux()
	mux.Handle("/", h)
	mux.HandleFunc("GET /api/backup", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "application/octet-stream")
		// It may be large: the client is on this machine, and its disk sets the pace.
		_ = http.NewResponseController(w).SetWriteDeadline(time.Time{})
		if _, err := st.WriteTo(w); err != nil {
			panic(http.ErrAbortHandler) // a copy that is cut must not look like one that is whole
		}
	})
	mux.HandleFunc("POST /api/command", commands(c))
	return mux
}

// commands carries commands out.
func commands(c Commander) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		var command scheduler.Command
		d := json.NewDecoder(io.LimitReader(r.Body, 1<<16))
		d.DisallowUnknownFields()
		if err := d.Decode(&command); err != nil {
			http.Error(w, err.Error(), http.StatusBadRequest)
			return
		}
		devices, err := c.Do(r.Context(), command)
		switch {
		case errors.Is(err, scheduler.ErrCommand):
			http.Error(w, err.Error(), http.StatusConflict)
		case err != nil:
			http.Error(w, err.Error(), http.StatusInternalServerError)
		default:
			reply(w, Commanded{devices})
		}
	}
}
