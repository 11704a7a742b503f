package engine

import (
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"github.com/gomlx/compute"
	_ "github.com/gomlx/compute/gobackend" // registers "go"
)

var (
	// ErrDevice reports a backend that is not built in or whose device or
	// plugin cannot be opened.
	ErrDevice = errors.New("device unavailable")
	// ErrMemory reports that the device ran out of memory.
	ErrMemory = errors.New("out of device memory")
)

// DefaultBackend is the pure-Go backend.
const DefaultBackend = "go"

// CheckBackend reports a backend string that no build could serve: it must be
// "go" or "xla:<absolute path of a PJRT plugin>[,option=value...]".
func CheckBackend(s string) error {
	name, rest, _ := strings.Cut(s, ":")
	switch name {
	case DefaultBackend:
		if rest != "" {
			// The library prints to standard output for some of its options,
			// which belongs to the worker's events.
			return fmt.Errorf("backend %q: the go backend takes no options", s)
		}
	case "xla":
		plugin, _, _ := strings.Cut(rest, ",")
		if !filepath.IsAbs(plugin) {
			return fmt.Errorf("backend %q: want xla:<absolute path of the plugin>", s)
		}
	default:
		return fmt.Errorf("backend %q: want go or xla:<absolute path of the plugin>", s)
	}
	return nil
}

// openBackend opens the device behind a backend string; "" is DefaultBackend.
func openBackend(s string) (b compute.Backend, err error) {
	if s == "" {
		s = DefaultBackend
	}
	if err := CheckBackend(s); err != nil {
		return nil, err
	}
	name, _, _ := strings.Cut(s, ":")
	if !slices.Contains(compute.List(), name) {
		return nil, fmt.Errorf("%w: backend %q is not in this build (build with -tags %s)", ErrDevice, name, name)
	}
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("%w: backend %q: %v", ErrDevice, s, r)
		}
	}()
	b, err = compute.NewWithConfig(s)
	if err != nil {
		return nil, fmt.Errorf("%w: backend %q: %w", ErrDevice, s, err)
	}
	return b, nil
}

// classify marks the library's out-of-memory errors, which it only words.
func classify(err error) error {
	if err == nil {
		return nil
	}
	text := err.Error()
	for _, sign := range []string{"RESOURCE_EXHAUSTED", "out of memory", "Out of memory", "OOM"} {
		if strings.Contains(text, sign) {
			return fmt.Errorf("%w: %w", ErrMemory, err)
		}
	}
	return err
}
