package app

import (
	"context"
	"errors"
	"sync"
	"time"

	"go.uber.org/zap"

	"github.com/gpuarbiter/gpuarbiter/pkg/config"
	"github.com/gpuarbiter/gpuarbiter/pkg/gpu"
	"github.com/gpuarbiter/gpuarbiter/pkg/gpu/helper"
	"github.com/gpuarbiter/gpuarbiter/pkg/gpu/nvml"
	"github.com/gpuarbiter/gpuarbiter/pkg/gpu/simrig"
)

// deviceSource is what both sources are.
type deviceSource interface {
	Devices(ctx context.Context) ([]gpu.Device, error)
	Read(ctx context.Context, id gpu.UUID) (gpu.Reading, error)
	Settings(ctx context.Context, id gpu.UUID) (gpu.Settings, error)
	Tune(ctx context.Context, id gpu.UUID, want gpu.Settings) error
	Events() <-chan gpu.Event
	Close() error
}

// OpenDevices opens the configured source.
func OpenDevices(ctx context.Context, cfg *config.Config, log *zap.Logger) (deviceSource, error) {
	if cfg.Devices.Source == "simulated" {
		return simrig.New(simrig.Options{Devices: simrig.DefaultRig(cfg.StateDir), Now: time.Now})
	}
	return nvml.Open(ctx, nvml.Options{LibraryPath: cfg.Devices.NVMLLibrary, Log: log})
}

// lazySource opens its source at the first use and tries again while that
// fails: a driver that is missing today may be there tomorrow. What the driver lets only
// root set, the helper sets, where there is one.
type lazySource struct {
	open   func(context.Context) (deviceSource, error)
	helper string // its socket; "": there is none
	events chan gpu.Event

	mu     sync.Mutex
	source deviceSource
	tried  time.Time
	err    error
}

// reopenAfter is how long a failed opening is not tried again.
const reopenAfter = 10 * time.Second

func (l *lazySource) get(ctx context.Context) (deviceSource, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.source != nil || (l.err != nil && time.Since(l.tried) < reopenAfter) {
		return l.source, l.err
	}
	l.source, l.err = l.open(ctx)
	l.tried = time.Now()
	if l.err != nil {
		l.source = nil
		return nil, l.err
	}
	go l.pass(l.source.Events())
	return l.source, nil
}

// pass hands on what the source reports until it is closed. The loop takes it at once, unless
// it has ended: then nobody wants it.
func (l *lazySource) pass(events <-chan gpu.Event) {
	for e := range events {
		select {
		case l.events <- e:
		default:
		}
	}
}

// Events are the errors that the driver reports, once it is there.
func (l *lazySource) Events() <-chan gpu.Event { return l.events }

func (l *lazySource) Devices(ctx context.Context) ([]gpu.Device, error) {
	s, err := l.get(ctx)
	if err != nil {
		return nil, err
	}
	return s.Devices(ctx)
}

func (l *lazySource) Read(ctx context.Context, id gpu.UUID) (gpu.Reading, error) {
	s, err := l.get(ctx)
	if err != nil {
		return gpu.Reading{}, err
	}
	return s.Read(ctx, id)
}

func (l *lazySource) Settings(ctx context.Context, id gpu.UUID) (gpu.Settings, error) {
	s, err := l.get(ctx)
	if err != nil {
		return gpu.Settings{}, err
	}
	return s.Settings(ctx, id)
}

func (l *lazySource) Tune(ctx context.Context, id gpu.UUID, want gpu.Settings) error {
	s, err := l.get(ctx)
	if err != nil {
		return err
	}
	err = s.Tune(ctx, id, want)
	if errors.Is(err, gpu.ErrNoPermission) && l.helper != "" {
		return helper.Tune(ctx, l.helper, id, want)
	}
	return err
}

func (l *lazySource) Close() error {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.source == nil {
		return nil
	}
	return l.source.Close()
}
