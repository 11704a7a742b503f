package signal

import (
	"bytes"
	"encoding/gob"
	"math"
	"slices"

	"github.com/gpuarbiter/gpuarbiter/pkg/profit"
)

// state is what a Track remembers, in the form that is stored.
type state struct {
	PollHours float64
	Names     []profit.Workload
	Filters   []filterState // by name
	Nets      [][]float64
	Leads     [][]float64
}

type filterState struct {
	Level, Noise, Variance, Both, Doubt, Fast, Mid, Slow, Day float64

	History       []float64
	Bad           int
	Begun         bool
	Polls, Missed int
}

// MarshalBinary is for the store: what was learned over days outlives a restart.
func (t *Track) MarshalBinary() ([]byte, error) {
	s := state{t.pollHours, t.names, nil, t.nets, t.leads}
	for _, w := range t.names {
		f := t.filters[w]
		s.Filters = append(s.Filters, filterState{f.level, f.noise, f.variance, f.both, f.doubt, f.fast, f.mid, f.slow, f.day, f.history, f.bad, f.begun, f.polls, f.missed})
	}
	var b bytes.Buffer
	err := gob.NewEncoder(&b).Encode(s)
	return b.Bytes(), err
}

// UnmarshalBinary reads what MarshalBinary wrote.
func (t *Track) UnmarshalBinary(b []byte) error {
	var s state
	if err := gob.NewDecoder(bytes.NewReader(b)).Decode(&s); err != nil {
		return err
	}
	*t = Track{pollHours: s.PollHours, names: s.Names, filters: map[profit.Workload]*Filter{}, nets: s.Nets, leads: s.Leads}
	for i, w := range s.Names {
		f := filterState{}
		if i < len(s.Filters) {
			f = s.Filters[i]
		}
		if f.Begun && !(f.Mid > 0) { // by an older version, which measured less: it begins anew
			f = filterState{}
		}
		t.filters[w] = &Filter{f.Level, f.Noise, f.Variance, f.Both, f.Doubt, f.Fast, f.Mid, f.Slow, f.Day, f.History, f.Bad, f.Begun, f.Polls, f.Missed}
	}
	// What does not fit together is no state.
	for _, rows := range [][][]float64{s.Nets, s.Leads} {
		for _, row := range rows {
			infinite := slices.ContainsFunc(row, func(v float64) bool { return math.IsInf(v, 0) })
			if len(row) != len(s.Names) || infinite {
				*t = *NewTrack(s.PollHours)
				return nil
			}
		}
	}
	if len(s.Leads) != len(s.Names) {
		*t = *NewTrack(s.PollHours)
	}
	return nil
}

// PollHours is the time between two polls.
func (t *Track) PollHours() float64 { return t.pollHours }
