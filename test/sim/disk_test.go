package sim

import (
	"errors"
	"math/rand/v2"
	"sync"
	"time"

	"github.com/gpuarbiter/gpuarbiter/pkg/store"
)

var errFull = errors.New("no space left on device")

// disk is the real store, whose writes fail now and then, and in one of which the daemon is
// killed: before it or right behind it, so that what the store says has happened is all that
// has.
type disk struct {
	*store.Store
	path string
	draw *rand.Rand

	mu      sync.Mutex
	full    time.Time // until when writes fail
	left    int       // writes until the daemon is killed; below zero: it is not
	dead    bool
	crashed chan struct{}
	refused int
	last    time.Time // when a write was refused last
	sound   bool      // no write is refused for itself
}

// arm prepares a new daemon's life: it is killed at one of its next writes, or not at all.
func (d *disk) arm(quiet bool) {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.dead, d.crashed, d.left, d.sound = false, make(chan struct{}), -1, quiet
	if !quiet && d.draw.IntN(4) > 0 {
		d.left = d.draw.IntN(400)
		if d.draw.IntN(3) == 0 { // soon: in the first steps of its life
			d.left = d.draw.IntN(30)
		}
	}
}

// write carries a write out, or not.
func (d *disk) write(do func() error) error {
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.dead {
		return errDead
	}
	if time.Now().Before(d.full) || !d.sound && d.draw.IntN(300) == 0 {
		d.refused++
		d.last = time.Now()
		return errFull
	}
	d.left--
	before := d.left == -1 && d.draw.IntN(2) == 0
	if !before {
		if err := do(); err != nil || d.left != -1 {
			return err
		}
	}
	if d.left == -1 {
		d.dead = true
		close(d.crashed)
		return errDead
	}
	return nil
}

// refusedWithin reports whether a write was refused so short a time ago.
func (d *disk) refusedWithin(span time.Duration) bool {
	d.mu.Lock()
	defer d.mu.Unlock()
	return !d.last.IsZero() && time.Since(d.last) < span
}

// fill makes the disk full for a while.
func (d *disk) fill(for_ time.Duration) {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.full = time.Now().Add(for_)
}

func (d *disk) Put(b store.Bucket, key string, v any) error {
	return d.write(func() error { return d.Store.Put(b, key, v) })
}

func (d *disk) Delete(b store.Bucket, key string) error {
	return d.write(func() error { return d.Store.Delete(b, key) })
}

func (d *disk) Append(b store.Bucket, v any, keep int) error {
	return d.write(func() error { return d.Store.Append(b, v, keep) })
}

func (d *disk) PutExpected(f store.Expected) error {
	return d.write(func() error { return d.Store.PutExpected(f) })
}

func (d *disk) AppendLine(l store.Line) error {
	return d.write(func() error { return d.Store.AppendLine(l) })
}
