// Package app wires everything together: it opens what the configuration names,
// starts the daemon's parts in order and stops them in the opposite one.
package app

import (
	"errors"
	"fmt"
)

// Fault is an error that a person can cure, with how.
type Fault struct {
	Err  error
	Hint string
}

func (f *Fault) Error() string { return f.Err.Error() }

// Unwrap gives the cause.
func (f *Fault) Unwrap() error { return f.Err }

// hint adds a cure to an error.
func hint(err error, format string, args ...any) error {
	if err == nil {
		return nil
	}
	return &Fault{Err: err, Hint: fmt.Sprintf(format, args...)}
}

// HintOf is the cure that an error carries, if any.
func HintOf(err error) string {
	var f *Fault
	if errors.As(err, &f) {
		return f.Hint
	}
	return ""
}
