package store

import (
	"maps"
	"time"
)

// Line is one line of the ledger: what was really earned or spent, with its source.
type Line struct {
	At       time.Time `json:"at"`
	Device   string    `json:"device,omitempty"`   // UUID; none for money of the whole rig
	Workload string    `json:"workload,omitempty"` // as profit.Workload prints
	Kind     LineKind  `json:"kind"`
	USD      float64   `json:"usd"`    // earned above zero, spent below; 0 while the price is not believed
	Amount   string    `json:"amount"` // exact, in Unit
	Unit     string    `json:"unit"`
	Seconds  float64   `json:"seconds,omitempty"` // that the line covers
	Source   string    `json:"source"`            // accepted shares, a meter, a receipt
	Quote    string    `json:"quote,omitempty"`   // the quote of its time
}

// LineKind says what a line is for.
type LineKind string

// The kinds of line.
const (
	MiningRevenue LineKind = "mining"      // accepted difficulty at the quote of its time
	Electricity   LineKind = "electricity" // measured energy at the tariff
	Reward        LineKind = "reward"      // credited by the contract
	Bond          LineKind = "bond"        // paid out and back
	Gas           LineKind = "gas"         // from receipts
)

// TotalKey is what the ledger's totals are kept by.
type TotalKey struct {
	Device, Workload string
	Kind             LineKind
}

// Total is the sum of the lines of a key; earned and spent are both positive.
type Total struct {
	Earned, Spent float64 // USD
	Seconds       float64
	Lines         int
}

// AppendLine writes a line to the ledger.
func (s *Store) AppendLine(l Line) error { return s.AppendLineOnce("", l) }

// AppendLineOnce writes a line unless one with this id was written before, in
// this life of the daemon or an earlier one.
func (s *Store) AppendLineOnce(id string, l Line) error {
	written, err := s.appendOnce(Ledger, l, 0, id)
	if written {
		s.add(l)
	}
	return err
}

func (s *Store) add(l Line) {
	s.mu.Lock()
	defer s.mu.Unlock()
	key := TotalKey{l.Device, l.Workload, l.Kind}
	t := s.totals[key]
	if l.USD >= 0 {
		t.Earned += l.USD
	} else {
		t.Spent -= l.USD
	}
	t.Seconds += l.Seconds
	t.Lines++
	s.totals[key] = t
}

// Totals are the ledger's sums.
func (s *Store) Totals() map[TotalKey]Total {
	s.mu.Lock()
	defer s.mu.Unlock()
	return maps.Clone(s.totals)
}
