// Package learned is what experience has taught of a device: what it does at a kind of
// work, what its limits make of that, what predictions of it were worth, and what moving it
// from one kind of work to another takes; and of networks, what they come to on problems that are alike. It is the only writer and the only reader of
// these records; what was read once, or written, is kept in memory.
package learned

import (
	"fmt"
	"sync"

	"github.com/gpuarbiter/gpuarbiter/pkg/gpu"
	"github.com/gpuarbiter/gpuarbiter/pkg/profit"
	"github.com/gpuarbiter/gpuarbiter/pkg/scheduler/decide"
	"github.com/gpuarbiter/gpuarbiter/pkg/store"
)

// Store is where it outlives the daemon.
type Store interface {
	Put(b store.Bucket, key string, v any) error
	Get(b store.Bucket, key string, v any) (bool, error)
}

// At names a device at work. For rates and measurements, work is what a rate holds for, as
// an algorithm with its miner, whose coins share it; for calibrations it is a workload.
type At struct {
	Device gpu.UUID
	Work   string
	Team   int // devices that do it together, of which this one does its part; 0 and 1: it alone
}

func (a At) key() string {
	key := string(a.Device) + "|" + a.Work
	if a.Team > 1 {
		key += fmt.Sprintf("|team of %d", a.Team)
	}
	return key
}

// Move names a device that goes from one kind of work to another.
type Move struct {
	Device   gpu.UUID
	From, To profit.Kind
}

func (m Move) key() string { return string(m.Device) + "|" + string(m.From) + "|" + string(m.To) }

// Book is all that was learned. It is safe for concurrent use.
type Book struct {
	Rates        Table[At, Rate]
	Benches      Table[At, Bench]
	Calibrations Table[At, Calibration]
	Costs        Table[Move, decide.SwitchCost]
	Networks     Table[Like, Networks]
	Paces        Table[Net, Pace]
}

// New is what a store has.
func New(st Store) *Book {
	b := &Book{}
	b.Rates.init(st, store.Rates)
	b.Benches.init(st, store.Benches)
	b.Calibrations.init(st, store.Calibrations)
	b.Costs.init(st, store.Costs)
	b.Networks.init(st, store.Networks)
	b.Paces.init(st, store.Paces)
	return b
}

// Table is one kind of record.
type Table[K interface{ key() string }, V any] struct {
	st     Store
	bucket store.Bucket

	mu   sync.Mutex
	seen map[string]*V // by key, as the store has it; nil: it has none
}

func (t *Table[K, V]) init(st Store, b store.Bucket) {
	t.st, t.bucket, t.seen = st, b, map[string]*V{}
}

// Get is a record; false if there is none, or none that can be read: it is learned anew. A
// record is not to be changed by who has got it.
func (t *Table[K, V]) Get(k K) (V, bool) {
	t.mu.Lock()
	defer t.mu.Unlock()
	return t.get(k)
}

// get is Get. The lock is held.
func (t *Table[K, V]) get(k K) (V, bool) {
	key := k.key()
	v, seen := t.seen[key]
	if !seen {
		var read V
		ok, err := t.st.Get(t.bucket, key, &read)
		if err != nil {
			return *new(V), false
		}
		if ok {
			v = &read
		}
		t.seen[key] = v
	}
	if v == nil {
		return *new(V), false
	}
	return *v, true
}

// Put stores a record. What could not be stored is not learned.
func (t *Table[K, V]) Put(k K, v V) error {
	t.mu.Lock()
	defer t.mu.Unlock()
	return t.put(k, v)
}

// update replaces a record by what f makes of it, unless that is nothing; of none it makes one of the empty record.
func (t *Table[K, V]) update(k K, f func(V) (V, bool)) error {
	t.mu.Lock()
	defer t.mu.Unlock()
	v, _ := t.get(k)
	v, changed := f(v)
	if !changed {
		return nil
	}
	return t.put(k, v)
}

// put is Put. The lock is held.
func (t *Table[K, V]) put(k K, v V) error {
	if err := t.st.Put(t.bucket, k.key(), v); err != nil {
		return err
	}
	t.seen[k.key()] = &v
	return nil
}
