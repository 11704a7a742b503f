// Package helper lets a daemon that is not root change settings of devices, which drivers let
// only root do. A small process of root's, started by its socket, takes one question on each
// connection: which device, which settings. It can do nothing else, and sets nothing that the
// device's own ranges do not hold.
package helper

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net"
	"time"

	"github.com/gpuarbiter/gpuarbiter/pkg/gpu"
)

// Question is what the helper is asked.
type Question struct {
	Device gpu.UUID     `json:"device"`
	Set    gpu.Settings `json:"set"`
}

// Answer is what came of it; an empty one: it is set and read back.
type Answer struct {
	Error string `json:"error,omitempty"`
	Kind  string `json:"kind,omitempty"` // of the error, one of kinds
}

// kinds are the errors that callers tell apart.
var kinds = map[string]error{
	"unsupported": gpu.ErrUnsupported, "lost": gpu.ErrLost, "timeout": gpu.ErrTimeout,
	"permission": gpu.ErrNoPermission, "unknown device": gpu.ErrUnknownDevice, "library": gpu.ErrNoLibrary,
}

const (
	mostBytes = 4 << 10          // of a question or an answer
	patience  = 20 * time.Second // for one question: a driver that sleeps takes seconds to wake
)

// Tune asks the helper at a socket. Errors are those of the device's source.
func Tune(ctx context.Context, socket string, device gpu.UUID, want gpu.Settings) error {
	ctx, cancel := context.WithTimeout(ctx, patience)
	defer cancel()
	conn, err := new(net.Dialer).DialContext(ctx, "unix", socket)
	if err != nil {
		return fmt.Errorf("root helper: %w", err)
	}
	defer conn.Close()
	deadline, _ := ctx.Deadline()
	_ = conn.SetDeadline(deadline) // a socket has one
	if err := json.NewEncoder(conn).Encode(Question{device, want}); err != nil {
		return fmt.Errorf("root helper: %w", err)
	}
	var a Answer
	if err := json.NewDecoder(io.LimitReader(conn, mostBytes)).Decode(&a); err != nil {
		return fmt.Errorf("root helper: no answer: %w", err)
	}
	switch {
	case a.Error == "":
		return nil
	case kinds[a.Kind] != nil:
		return fmt.Errorf("root helper: %.500s: %w", a.Error, kinds[a.Kind])
	}
	return fmt.Errorf("root helper: %.500s", a.Error)
}

// Tuner sets and reads back.
type Tuner interface {
	Tune(ctx context.Context, id gpu.UUID, want gpu.Settings) error
}

// Serve answers questions until ctx ends or nobody has asked for a while: then systemd holds
// the socket again. allowed says of a connection why it is refused.
func Serve(ctx context.Context, l net.Listener, t Tuner, allowed func(net.Conn) error, idle time.Duration) error {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	go func() {
		<-ctx.Done()
		l.Close()
	}()
	rest := time.AfterFunc(idle, cancel)
	defer rest.Stop()
	for {
		conn, err := l.Accept()
		if err != nil {
			if ctx.Err() != nil {
				return nil
			}
			return fmt.Errorf("root helper: %w", err)
		}
		rest.Reset(idle)
		serve(ctx, conn, t, allowed) // one after the other: settings are changed seldom
	}
}

func serve(ctx context.Context, conn net.Conn, t Tuner, allowed func(net.Conn) error) {
	defer conn.Close()
	ctx, cancel := context.WithTimeout(ctx, patience)
	defer cancel()
	_ = conn.SetDeadline(time.Now().Add(patience)) // a socket has one
	q, err := question(conn)                       // first: who is refused has to be there to hear it
	if err == nil {
		err = allowed(conn)
	}
	if err == nil {
		err = t.Tune(ctx, q.Device, q.Set)
	}
	var a Answer
	if err != nil {
		a.Error = err.Error()
		for kind, is := range kinds {
			if errors.Is(err, is) {
				a.Kind = kind
			}
		}
	}
	_ = json.NewEncoder(conn).Encode(a) // who asked may be gone
}

// question reads what is asked and what no device could mean.
func question(conn net.Conn) (q Question, err error) {
	d := json.NewDecoder(io.LimitReader(conn, mostBytes))
	d.DisallowUnknownFields()
	if err := d.Decode(&q); err != nil {
		return q, fmt.Errorf("the question cannot be read: %w", err)
	}
	if q.Device == "" || q.Set.Empty() {
		return q, errors.New("name a device and settings")
	}
	return q, q.Set.Plausible()
}
