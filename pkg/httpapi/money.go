package httpapi

import (
	"cmp"
	"errors"
	"fmt"
	"net/http"
	"slices"
	"time"

	"github.com/gpuarbiter/gpuarbiter/pkg/books"
	"github.com/gpuarbiter/gpuarbiter/pkg/store"
)

// Earned is what was earned and spent within a span, added up.
type Earned struct {
	By    books.By    `json:"by"`
	Since time.Time   `json:"since"`
	Until time.Time   `json:"until"`
	Rows  []books.Row `json:"rows"`
	Total books.Row   `json:"total"`
}

// EarnedOf adds the ledger up by the calendar of a zone, and what was believed of whole hours within the span.
func EarnedOf(d Daemon, by books.By, since, until time.Time, zone *time.Location) (Earned, error) {
	sums, err := books.New(by, zone)
	if err != nil {
		return Earned{}, err
	}
	err = d.EachLine(since, func(l store.Line) {
		if l.At.Before(until) {
			sums.Add(l)
		}
	})
	if err == nil {
		err = d.EachExpected(since, func(f store.Expected) {
			if f.Hour.Before(until) {
				sums.Expect(f)
			}
		})
	}
	return Earned{by, since, until, sums.Rows(), sums.Total()}, err
}

// money answers ?by=day&since=...&until=...&zone=Europe/Berlin; times as RFC 3339 has them.
func money(w http.ResponseWriter, r *http.Request, d Daemon) {
	q := r.URL.Query()
	zone, err := time.LoadLocation(cmp.Or(q.Get("zone"), "UTC"))
	since, until, err2 := span(r)
	if err := errors.Join(err, err2); err != nil {
		http.Error(w, err.Error(), http.StatusBadRequest)
		return
	}
	by := books.By(cmp.Or(q.Get("by"), string(books.Day)))
	if _, err := books.New(by, zone); err != nil {
		http.Error(w, err.Error(), http.StatusBadRequest)
		return
	}
	e, err := EarnedOf(d, by, since, until, zone)
	if err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	reply(w, e)
}

// receipts answers the lines that were booked by themselves, not by the minute: of chains and
// hosts, the oldest first.
func receipts(w http.ResponseWriter, r *http.Request, d Daemon) {
	since, until, err := span(r)
	if err != nil {
		http.Error(w, err.Error(), http.StatusBadRequest)
		return
	}
	lines := []store.Line{}
	err = d.EachLine(since, func(l store.Line) {
		switch l.Kind {
		case store.MiningRevenue, store.Electricity, store.Curtailment:
		default:
			if l.At.Before(until) && len(lines) < mostReceipts {
				lines = append(lines, l)
			}
		}
	})
	slices.Reverse(lines)
	stream(w, lines, err)
}

// mostReceipts bounds an answer.
const mostReceipts = 20_000

// span is ?since=...&until=...
func span(r *http.Request) (since, until time.Time, err error) {
	since, err = instant(r.URL.Query().Get("since"), time.Time{})
	until, err2 := instant(r.URL.Query().Get("until"), time.Now())
	return since, until, errors.Join(err, err2)
}

func instant(s string, otherwise time.Time) (time.Time, error) {
	if s == "" {
		return otherwise, nil
	}
	at, err := time.Parse(time.RFC3339, s)
	if err != nil {
		return at, fmt.Errorf("%.40q is no time as RFC 3339 has them", s)
	}
	return at, nil
}
