package store

import (
	"bytes"
	"encoding/binary"
	"encoding/json"
	"fmt"
	"math/big"
	"strings"
	"time"

	bolt "go.etcd.io/bbolt"
)

// The ledger's lines of mining and electricity, several a minute for a rig, are added up by
// the hour when they are a month old, and by the day when they are a year old. What came from
// a chain stays line by line. Sums and amounts stay what they were, to the last digit.

// level is how lines are added up.
type level struct {
	cursor []byte        // key of the first line that is not yet; in the meta bucket
	after  time.Duration // the age from which lines are
	span   time.Duration // that one line then covers
}

var levels = []level{
	{[]byte("rolled-hours"), 30 * 24 * time.Hour, time.Hour},
	{[]byte("rolled-days"), 365 * 24 * time.Hour, 24 * time.Hour},
}

// rolledAtOnce bounds the lines of one transaction, so that writers wait no longer than for
// any other.
const rolledAtOnce = 5000

// RollUp adds up what is old enough, one bounded step. It reports whether there may be more.
func (s *Store) RollUp(now time.Time) (more bool, err error) {
	for _, l := range levels {
		again := false
		err := s.write(Ledger, func(tx *bolt.Tx) error {
			again, err = l.step(tx, now)
			return err
		})
		if err != nil {
			return false, fmt.Errorf("roll the ledger up: %w", err)
		}
		more = more || again
	}
	return more, nil
}

// group is what lines have in common that become one.
type group struct {
	device, workload, unit, source string
	kind                           LineKind
	begin                          time.Time
}

// sum is a line that others are added to.
type sum struct {
	key    []byte
	line   Line
	amount *big.Rat
	count  int
}

// step adds up the next lines of a level: whole spans only, unless one alone is too large.
func (l level) step(tx *bolt.Tx, now time.Time) (more bool, err error) {
	meta, ledger := tx.Bucket(metaBucket), tx.Bucket([]byte(Ledger))
	groups, drop := map[group]*sum{}, [][]byte(nil)
	end, seen, last := bytes.Clone(meta.Get(l.cursor)), 0, time.Time{}
	from := end
	limit := now.Add(-l.after).Truncate(l.span)
	c := ledger.Cursor()
	for k, data := c.Seek(from); k != nil; k, data = c.Next() {
		var line Line
		if json.Unmarshal(data, &line) != nil { // left as it is: who reads the ledger is told
			end = following(k)
			continue
		}
		begin := line.At.Truncate(l.span)
		if !line.At.Before(limit) {
			break
		}
		if seen >= rolledAtOnce && !begin.Equal(last) || seen >= 4*rolledAtOnce {
			more = true
			break
		}
		seen, last = seen+1, begin
		end = following(k)
		if line.Kind != MiningRevenue && line.Kind != Electricity {
			continue
		}
		g := group{line.Device, line.Workload, line.Unit, estimatedOrNot(line.Source), line.Kind, begin}
		amount, ok := new(big.Rat).SetString(line.Amount)
		if !ok {
			continue // left as it is
		}
		if first := groups[g]; first != nil {
			first.add(line, amount)
			drop = append(drop, bytes.Clone(k))
		} else {
			groups[g] = &sum{bytes.Clone(k), line, amount, counted(line)}
		}
	}
	if bytes.Equal(from, end) {
		return false, nil
	}
	for _, k := range drop {
		if err := ledger.Delete(k); err != nil {
			return false, err
		}
	}
	for g, total := range groups {
		if total.count == 1 {
			continue
		}
		data, err := json.Marshal(total.rolled(g))
		if err != nil {
			return false, err
		}
		if err := ledger.Put(total.key, data); err != nil {
			return false, err
		}
	}
	return more, meta.Put(l.cursor, end)
}

func (s *sum) add(l Line, amount *big.Rat) {
	s.line.USD += l.USD
	s.line.Seconds += l.Seconds
	s.amount.Add(s.amount, amount)
	s.count += counted(l)
	if l.At.After(s.line.At) {
		s.line.At = l.At
	}
}

// counted is how many lines one stands for.
func counted(l Line) int { return max(l.Rolled, 1) }

// rolled is the line that stands for all; its quote is the mean.
func (s *sum) rolled(g group) Line {
	l := s.line
	l.Rolled, l.Source = s.count, g.source
	decimals := 3
	if l.Unit == "hashes" {
		decimals = 0
	}
	l.Amount = s.amount.FloatString(decimals)
	l.Quote = fmt.Sprintf("the sum of %d lines", s.count)
	if amount, _ := s.amount.Float64(); amount > 0 {
		l.Quote += fmt.Sprintf(", at %.6g USD per 1e6 %s in the mean", l.USD/amount*1e6, l.Unit)
	}
	return l
}

// estimatedOrNot keeps estimates and measurements apart, and accepted shares, which each line
// counts in its own words, together.
func estimatedOrNot(source string) string {
	if strings.HasSuffix(source, "accepted shares") {
		return "accepted shares"
	}
	return source
}

// following is the key after a sequence's.
func following(k []byte) []byte { return sequenceKey(binary.BigEndian.Uint64(k) + 1) }
