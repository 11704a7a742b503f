//go:build !cgo || !linux

package nvml

import (
	"context"
	"errors"
	"testing"

	"github.com/gpuarbiter/gpuarbiter/pkg/gpu"
)

func TestOpenWithoutCgo(t *testing.T) {
	if source, err := Open(context.Background(), Options{}); source != nil || !errors.Is(err, gpu.ErrNoLibrary) {
		t.Errorf("Open = %v, %v", source, err)
	}
}
