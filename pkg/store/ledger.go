package store

import (
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"time"

	bolt "go.etcd.io/bbolt"
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
	Rolled   int       `json:"rolled,omitempty"`  // how many lines it is the sum of; 0: it is one; At is then the last one's
}

// LineKind says what a line is for.
type LineKind string

// The kinds of line.
const (
	Curtailment   LineKind = "curtailment" // for power that was not used
	MiningRevenue LineKind = "mining"      // accepted difficulty at the quote of its time
	RentRevenue   LineKind = "rent"        // by a host's statement
	Electricity   LineKind = "electricity" // measured energy at the tariff
	Reward        LineKind = "reward"      // credited by the contract
	Bond          LineKind = "bond"        // paid out and back
	Bounty        LineKind = "bounty"      // what others have lost to us in disputes
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
// this life of the daemon or an earlier one. The sum of its key is written with it.
func (s *Store) AppendLineOnce(id string, l Line) error { return s.AppendLinesOnce(id, l) }

// AppendLinesOnce is AppendLineOnce of several lines: all of them, or none.
func (s *Store) AppendLinesOnce(id string, lines ...Line) error {
	texts, sums := make([][]byte, len(lines)), map[TotalKey]Total{}
	for i, l := range lines {
		var err error
		if texts[i], err = json.Marshal(l); err != nil {
			return fmt.Errorf("store %s: %w", Ledger, err)
		}
	}
	s.books.Lock() // sums are written in the order in which they are made
	defer s.books.Unlock()
	s.mu.Lock()
	for _, l := range lines {
		key := TotalKey{l.Device, l.Workload, l.Kind}
		sum, known := sums[key]
		if !known {
			sum = s.totals[key]
		}
		sums[key] = sum.plus(l)
	}
	s.mu.Unlock()
	written := false
	err := s.write(Ledger, func(tx *bolt.Tx) (err error) {
		if written, err = once(tx, id); err != nil || !written {
			return err
		}
		for _, text := range texts {
			if err := put(tx, Ledger, text, 0); err != nil {
				return err
			}
		}
		for key, sum := range sums {
			err = errors.Join(err, putTotal(tx, key, sum))
		}
		return err
	})
	if err != nil {
		return fmt.Errorf("store %s: %w", Ledger, err)
	}
	if written {
		s.mu.Lock()
		maps.Copy(s.totals, sums)
		s.mu.Unlock()
	}
	return nil
}

func (t Total) plus(l Line) Total {
	if l.USD >= 0 {
		t.Earned += l.USD
	} else {
		t.Spent -= l.USD
	}
	t.Seconds += l.Seconds
	t.Lines++
	return t
}

// storedTotal is a sum as it is stored.
type storedTotal struct {
	TotalKey
	Total
}

func putTotal(tx *bolt.Tx, key TotalKey, sum Total) error {
	data, err := json.Marshal(storedTotal{key, sum})
	if err != nil {
		return err
	}
	return tx.Bucket([]byte(Totals)).Put([]byte(key.Device+"\x00"+key.Workload+"\x00"+string(key.Kind)), data)
}

// sumLedger makes the totals of a ledger that has none: of a store of an older version.
func sumLedger(tx *bolt.Tx) error {
	ledger := tx.Bucket([]byte(Ledger))
	if ledger == nil {
		return nil
	}
	if _, err := tx.CreateBucketIfNotExists([]byte(Totals)); err != nil {
		return err
	}
	sums := map[TotalKey]Total{}
	err := ledger.ForEach(func(k, data []byte) error {
		var l Line
		if err := json.Unmarshal(data, &l); err != nil {
			return fmt.Errorf("%w: ledger %x: %w", ErrDamaged, k, err)
		}
		key := TotalKey{l.Device, l.Workload, l.Kind}
		sums[key] = sums[key].plus(l)
		return nil
	})
	for key, sum := range sums {
		err = errors.Join(err, putTotal(tx, key, sum))
	}
	return err
}

// loadTotals reads the sums that the ledger's lines were added up to.
func (s *Store) loadTotals() error {
	return Each(s, Totals, func(_ string, t storedTotal) error {
		s.totals[t.TotalKey] = t.Total
		return nil
	})
}

// Totals are the ledger's sums.
func (s *Store) Totals() map[TotalKey]Total {
	s.mu.Lock()
	defer s.mu.Unlock()
	return maps.Clone(s.totals)
}
