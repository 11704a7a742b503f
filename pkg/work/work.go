// Package work is where kinds of work register that are a package of their own below it: what such a
// package says here is all that the rest of the house knows of it. docs/ARCHITECTURE.md has how one
// is added.
package work

import (
	"time"

	"github.com/gpuarbiter/gpuarbiter/pkg/config"
	"github.com/gpuarbiter/gpuarbiter/pkg/gpu"
	"github.com/gpuarbiter/gpuarbiter/pkg/profit"
	"github.com/gpuarbiter/gpuarbiter/pkg/scheduler/workers"
)

// Kind is a kind of work as its package registers it.
type Kind struct {
	Name   profit.Kind
	Traits profit.Traits
	Form   func() config.WorkForm // empty, of its part of the configuration: work.<name>
	// Open has the kind work by its part of the configuration.
	Open func(config.WorkForm) Work
}

// Work is a kind of work as it is configured. Its methods are called from several goroutines.
type Work interface {
	workers.Programs
	// Offers is what a device could do of it now. Whether the device is free is no matter.
	Offers(gpu.Device) []profit.Offer
}

var kinds = map[profit.Kind]Kind{}

// Register adds a kind, when the program starts.
func Register(k Kind) {
	profit.Register(k.Name, k.Traits)
	config.RegisterWork(string(k.Name), k.Form)
	kinds[k.Name] = k
}

// Opened is the work of all kinds that are configured.
type Opened map[profit.Kind]Work

// Open has all kinds work that the configuration has a part for.
func Open(cfg config.Work) Opened {
	all := Opened{}
	for name, form := range cfg {
		k := kinds[profit.Kind(name)] // config refuses others
		all[k.Name] = k.Open(form)
	}
	return all
}

// Offers is what a device could do now, by kind; nil: nothing.
func (o Opened) Offers(d gpu.Device) map[profit.Kind][]profit.Offer {
	var all map[profit.Kind][]profit.Offer
	for kind, w := range o {
		if offers := w.Offers(d); len(offers) > 0 {
			if all == nil {
				all = map[profit.Kind][]profit.Offer{}
			}
			all[kind] = offers
		}
	}
	return all
}

// Programs is what starts the work, by kind.
func (o Opened) Programs() map[profit.Kind]workers.Programs {
	all := map[profit.Kind]workers.Programs{}
	for kind, w := range o {
		all[kind] = w
	}
	return all
}

// Drain is how long programs may take to end.
func (o Opened) Drain() time.Duration {
	if len(o) == 0 {
		return 0
	}
	return workers.MostDrain
}
