package feed

import (
	"math"
	"slices"
	"time"

	"github.com/gpuarbiter/gpuarbiter/pkg/profit"
)

// awattar: /v1/marketdata, the exchange's price in EUR for a MWh, without taxes and
// fees; it may be below zero.
func awattar(b []byte, _ time.Time, _ options) (Answer, error) {
	var s struct {
		Data []struct {
			Start figure `json:"start_timestamp"`
			End   figure `json:"end_timestamp"`
			Price figure `json:"marketprice"`
		}
	}
	if err := decode(b, &s); err != nil {
		return Answer{}, err
	}
	var a Answer
	for _, d := range s.Data {
		a.slot(unix(d.Start, time.Time{}), unix(d.End, time.Time{}), float64(d.Price)/1000)
	}
	return a.inOrder(b)
}

// octopus: standard-unit-rates, newest first, in pence for a kWh with tax. Of two
// rates for a time the one for direct debit counts. An open end is a day's.
func octopus(b []byte, now time.Time, _ options) (Answer, error) {
	var s struct {
		Next    string
		Results []struct {
			Value   figure   `json:"value_inc_vat"`
			From    instant  `json:"valid_from"`
			To      *instant `json:"valid_to"`
			Payment string   `json:"payment_method"`
		}
	}
	if err := decode(b, &s); err != nil {
		return Answer{}, err
	}
	a := Answer{Next: s.Next}
	for _, r := range s.Results {
		if r.Payment == "NON_DIRECT_DEBIT" {
			continue
		}
		to := now.Add(24 * time.Hour)
		if r.To != nil {
			to = r.To.Time
		}
		a.slot(r.From.Time, to, float64(r.Value)/100)
	}
	return a.inOrder(b)
}

func (a *Answer) slot(from, until time.Time, perKWh float64) {
	if from.IsZero() || !until.After(from) || math.IsNaN(perKWh) || math.IsInf(perKWh, 0) {
		return
	}
	a.Slots = append(a.Slots, profit.Slot{From: from.UTC(), Until: until.UTC(), PerKWh: perKWh})
}

// inOrder sorts the slots; of those that overlap the first holds.
func (a Answer) inOrder(said []byte) (Answer, error) {
	slices.SortStableFunc(a.Slots, func(x, y profit.Slot) int { return x.From.Compare(y.From) })
	kept := a.Slots[:0]
	for _, s := range a.Slots {
		if n := len(kept); n > 0 && s.From.Before(kept[n-1].Until) {
			continue
		}
		kept = append(kept, s)
	}
	a.Slots = kept
	return some(a, said)
}
