// Package nvml reads and sets real NVIDIA cards through the driver's library.
// It is the only importer of go-nvml.
//
// Two traits of NVML shape it. A call into a function that the installed driver
// lacks ends the process, so every function is looked up before its first use.
// And a call about a sick card may never return, so each card has a goroutine of
// its own and callers wait with a deadline: a card that hangs hangs alone.
package nvml

import (
	"errors"
	"time"

	"go.uber.org/zap"
)

// DefaultLibrary is what the dynamic loader is asked for by default.
const DefaultLibrary = "libnvidia-ml.so.1"

// ErrClosed is returned once the source has been closed.
var ErrClosed = errors.New("nvml source is closed")

// Options are for Open; the zero value will do.
type Options struct {
	// LibraryPath is a file, or a name for the dynamic loader. Only the first
	// library that a process opens counts: the loader binds functions for good.
	LibraryPath string
	// Timeout bounds every call about one card; default 2 s.
	Timeout time.Duration
	// Log may be nil.
	Log *zap.Logger
}

func (o Options) withDefaults() Options {
	if o.LibraryPath == "" {
		o.LibraryPath = DefaultLibrary
	}
	if o.Timeout <= 0 {
		o.Timeout = 2 * time.Second
	}
	if o.Log == nil {
		o.Log = zap.NewNop()
	}
	return o
}
