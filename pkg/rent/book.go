package rent

import (
	"fmt"
	"maps"
	"math"
	"slices"
	"strconv"
	"time"

	"github.com/gpuarbiter/gpuarbiter/pkg/profit"
	"github.com/gpuarbiter/gpuarbiter/pkg/store"
)

// Store is what a book needs of the store.
type Store interface {
	Put(b store.Bucket, key string, v any) error
	Get(b store.Bucket, key string, v any) (bool, error)
	Delete(b store.Bucket, key string) error
	AppendLineOnce(id string, l store.Line) error
}

// Book turns hosts' statements into lines of the ledger. A statement says for each period,
// such as a day, what it has come to so far; what has changed since the last statement is a
// line. Only one goroutine uses a host's account at a time.
type Book struct{ Store Store }

// account is what is booked, and the line that may not be in the ledger yet: it is
// stored before it is written, with the name that it is written under once.
type account struct {
	Booked map[string]period `json:"booked"`
	Intent *intent           `json:"intent,omitempty"`
	Last   string            `json:"last,omitempty"` // name of the latest line, which need not be known any more
}

type period struct {
	USD  float64   `json:"usd"`
	Seen time.Time `json:"seen"` // in a statement
}

type intent struct {
	ID   string             `json:"id"`
	Line store.Line         `json:"line"`
	Now  map[string]float64 `json:"now"` // the statement that it comes from
}

// mostPeriods bounds what is remembered of an account, at more than twice what a statement may
// have; those that statements have not named for longest are forgotten.
const mostPeriods = 2000

// cent is the least difference that is booked: below it statements are rounded otherwise.
const cent = 0.005

// Settle books what a statement says beyond what is booked in an account, which is a host's or,
// where it takes devices one by one, a device's with it. In an account that is new nothing is:
// what was paid until then is no work of ours.
func (b *Book) Settle(name, host, device string, statement map[string]float64, now time.Time) error {
	var a account
	known, err := b.Store.Get(store.Rents, name, &a)
	if err != nil {
		return err
	}
	if err := b.finish(name, &a, now); err != nil {
		return err
	}
	if !known {
		a.take(statement, now)
		return b.Store.Put(store.Rents, name, a)
	}
	sum := a.due(statement)
	if math.Abs(sum) < cent {
		return nil
	}
	line := store.Line{
		At: now, Device: device, Workload: profit.Renting(host).String(), Kind: store.RentRevenue, USD: sum, Amount: strconv.FormatFloat(sum, 'f', -1, 64), Unit: "USD",
		Source: fmt.Sprintf("statement of %s: %d periods", host, len(statement)),
	}
	a.Intent = &intent{ID: fmt.Sprintf("rent|%s|%d", name, now.UnixNano()), Line: line, Now: statement}
	if err := b.Store.Put(store.Rents, name, a); err != nil {
		return err
	}
	return b.finish(name, &a, now)
}

// finish writes the line that was meant to be written.
func (b *Book) finish(name string, a *account, now time.Time) error {
	if a.Intent == nil {
		return b.forget(a)
	}
	if err := b.Store.AppendLineOnce(a.Intent.ID, a.Intent.Line); err != nil {
		return err
	}
	a.take(a.Intent.Now, now)
	a.Intent, a.Last = nil, a.Intent.ID
	if err := b.Store.Put(store.Rents, name, *a); err != nil {
		return err
	}
	return b.forget(a)
}

// forget drops the name of a line that is in the ledger and that no intent asks for any more: names
// would pile up. Where that fails it is done before the next line.
func (b *Book) forget(a *account) error {
	if a.Last == "" {
		return nil
	}
	return b.Store.Delete(store.Booked, a.Last)
}

// due is by how much a statement differs from what is booked of its periods.
func (a *account) due(statement map[string]float64) (usd float64) {
	for _, key := range slices.Sorted(maps.Keys(statement)) {
		usd += statement[key] - a.Booked[key].USD
	}
	return usd
}

// take notes a statement as booked.
func (a *account) take(statement map[string]float64, now time.Time) {
	if a.Booked == nil {
		a.Booked = map[string]period{}
	}
	for key, usd := range statement {
		a.Booked[key] = period{usd, now}
	}
	if len(a.Booked) <= mostPeriods {
		return
	}
	keys := slices.SortedFunc(maps.Keys(a.Booked), func(x, y string) int { return a.Booked[x].Seen.Compare(a.Booked[y].Seen) })
	for _, key := range keys[:len(keys)-mostPeriods] {
		delete(a.Booked, key)
	}
}
