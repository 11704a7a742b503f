//go:build !cgo || !linux

package nvml

import (
	"context"
	"fmt"

	"github.com/gpuarbiter/gpuarbiter/pkg/gpu"
)

// Source cannot be opened in this build.
type Source struct{}

// Open fails: loading the driver's library needs cgo on Linux.
func Open(context.Context, Options) (*Source, error) {
	return nil, fmt.Errorf("this program was built without cgo: %w", gpu.ErrNoLibrary)
}

// Devices fails.
func (*Source) Devices(context.Context) ([]gpu.Device, error) { return nil, gpu.ErrNoLibrary }

// Read fails.
func (*Source) Read(context.Context, gpu.UUID) (gpu.Reading, error) {
	return gpu.Reading{}, gpu.ErrNoLibrary
}

// Settings fails.
func (*Source) Settings(context.Context, gpu.UUID) (gpu.Settings, error) {
	return gpu.Settings{}, gpu.ErrNoLibrary
}

// Tune fails.
func (*Source) Tune(context.Context, gpu.UUID, gpu.Settings) error { return gpu.ErrNoLibrary }

// Events returns no channel.
func (*Source) Events() <-chan gpu.Event { return nil }

// Close does nothing.
func (*Source) Close() error { return nil }
