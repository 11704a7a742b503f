package backtest

import (
	"bytes"
	"compress/gzip"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math"
	"os"
	"path/filepath"
	"slices"
	"time"

	"github.com/gpuarbiter/gpuarbiter/pkg/profit"
	"github.com/gpuarbiter/gpuarbiter/pkg/profit/signal"
	"github.com/gpuarbiter/gpuarbiter/pkg/scheduler/decide"
)

// Tick is one line of a daemon's record: all that it looked at, and what it
// decided. A record is JSON lines, each a gzip member of its own or plain, in one
// file or in a folder of them, oldest first by name.
type Tick struct {
	Snapshot decide.Snapshot `json:"snapshot"`
	Choices  []Choice        `json:"choices"`
	// SignalEvery is the time between polls of the quotes' filter; 0: there is none.
	SignalEvery time.Duration `json:"signal_every"`
	Began       time.Time     `json:"began,omitzero"` // the daemon's first tick: another one is another life
}

// Choice is what was decided for a device.
type Choice struct {
	Device string          `json:"device"`
	Chosen profit.Workload `json:"chosen"`
	Reason string          `json:"reason"`
}

// Choices of a plan.
func Choices(p decide.Plan) []Choice {
	cs := make([]Choice, len(p.Decisions))
	for i, d := range p.Decisions {
		cs[i] = Choice{d.Device, d.Chosen, d.Reason.String()}
	}
	return cs
}

// WriteTick appends a tick to a record, in one write.
func WriteTick(w io.Writer, t Tick) error {
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	if err := errors.Join(json.NewEncoder(z).Encode(t), z.Close()); err != nil {
		return err
	}
	_, err := w.Write(b.Bytes())
	return err
}

// ReadRecord reads a record. Ticks that were written in part (a daemon that was
// killed, a disk that was full) and those that are not later than the ones before
// (a clock that was set back) are left out, and counted.
func ReadRecord(path string) (ticks []Tick, left int, err error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, 0, err
	}
	paths := []string{path}
	if info.IsDir() {
		if paths, err = filepath.Glob(filepath.Join(path, "*.jsonl*")); err != nil || len(paths) == 0 {
			return nil, 0, fmt.Errorf("%s holds no record (*.jsonl.gz)", path)
		}
		slices.Sort(paths)
	}
	why := error(nil)
	for _, path := range paths {
		b, err := os.ReadFile(path)
		if err != nil {
			return nil, 0, err
		}
		more, broken := parseRecord(b)
		left += len(broken)
		if why == nil && len(broken) > 0 {
			why = broken[0]
		}
		for _, t := range more {
			if n := len(ticks); n > 0 && !t.Snapshot.Market.Now.After(ticks[n-1].Snapshot.Market.Now) {
				left++
				continue
			}
			ticks = append(ticks, t)
		}
	}
	if len(ticks) == 0 && left > 0 {
		return nil, left, fmt.Errorf("%s: none of %d ticks can be read: %w", path, left, why)
	}
	return ticks, left, nil
}

// gzipped is how every gzip member begins.
var gzipped = []byte{0x1f, 0x8b, 8}

// largest is what one tick may be: more is no tick of ours.
const largest = 64 << 20

// parseRecord reads gzip members, or plain lines, and says why pieces are broken.
// After one it goes on with the next.
func parseRecord(b []byte) (ticks []Tick, broken []error) {
	for len(b) > 0 {
		var piece []byte
		var err error
		if bytes.HasPrefix(b, gzipped) {
			if piece, b, err = member(b); err != nil {
				broken = append(broken, err)
				continue
			}
		} else {
			end := bytes.IndexByte(b, '\n') + 1
			if next := bytes.Index(b, gzipped); next > 0 && (end == 0 || next < end) {
				end = next // the rest of something broken
			}
			if end == 0 { // cut off
				end = len(b)
			}
			piece, b = b[:end], b[end:]
		}
		for line := range bytes.Lines(piece) {
			var t Tick
			switch err := json.Unmarshal(line, &t); {
			case len(bytes.TrimSpace(line)) == 0:
			case err != nil:
				broken = append(broken, err)
			case t.Snapshot.Market.Now.IsZero():
				broken = append(broken, errors.New("a tick without its time"))
			default:
				ticks = append(ticks, t)
			}
		}
	}
	return ticks, broken
}

// member is what the first gzip member holds, and what follows it. Of a broken one
// what follows begins where the next may begin.
func member(b []byte) (piece, rest []byte, err error) {
	r := bytes.NewReader(b)
	z, err := gzip.NewReader(r)
	if err == nil {
		z.Multistream(false)
		piece, err = io.ReadAll(io.LimitReader(z, largest))
	}
	if err == nil {
		return piece, b[len(b)-r.Len():], nil
	}
	if next := bytes.Index(b[1:], gzipped); next >= 0 {
		return nil, b[1+next:], err
	}
	return nil, nil, err
}

// Replay decides again at each tick of a record, on its own devices: what it
// decides is what they do, and counts as their switches, until the daemon was started anew. The
// policy is the record's and its polls are, or others.
func Replay(ticks []Tick, policy *decide.Policy, every *time.Duration) [][]Choice {
	type state struct {
		running  profit.Workload
		since    time.Time
		polls    *signal.Poller
		anew     bool        // the daemon was started since
		switched []time.Time // within a day
	}
	states := map[string]*state{}
	var planner decide.Planner
	all := make([][]Choice, len(ticks))
	for n, t := range ticks {
		s, poll := t.Snapshot, t.SignalEvery
		s.Devices = slices.Clone(s.Devices)
		if policy != nil {
			s.Policy = *policy
		}
		if every != nil {
			poll = *every
		}
		if n > 0 && !t.Began.Equal(ticks[n-1].Began) {
			for _, st := range states {
				st.polls.Restart()
				st.anew = true
			}
		}
		for i := range s.Devices {
			d := &s.Devices[i]
			st := states[d.UUID]
			if st == nil || st.polls.Every != poll {
				was := st
				if st = (&state{running: d.Running, since: d.Since, polls: signal.NewPoller(poll), anew: was != nil && was.anew}); was != nil {
					st.running, st.since, st.switched = was.running, was.since, was.switched
				} else { // of the day before the record the daemon knew how many, not when
					for range d.Switches {
						st.switched = append(st.switched, s.Market.Now)
					}
				}
				states[d.UUID] = st
			}
			if st.anew { // it begins with what the daemon begins with
				st.running, st.since, st.anew = d.Running, d.Since, false
			}
			d.Running, d.Since, d.Leaving, d.Signals, d.Unsaved = st.running, st.since, profit.Workload{}, nil, 0
			st.switched = slices.DeleteFunc(st.switched, func(at time.Time) bool { return s.Market.Now.Sub(at) > 24*time.Hour })
			if d.Switches = 0; s.Policy.MostSwitches > 0 {
				d.Switches = len(st.switched)
			}
			if poll > 0 {
				d.Signals, _ = st.polls.Signals(d.Device, d.Running, s.Market)
			}
		}
		plan := planner.Decide(s, planner.Estimates(s))
		for _, d := range plan.Decisions {
			if st := states[d.Device]; d.Switch {
				st.running, st.since, st.switched = d.Chosen, s.Market.Now, append(st.switched, s.Market.Now)
			}
		}
		all[n] = Choices(plan)
	}
	return all
}

// Differences are the lines in which two runs over a record differ, at most so many.
func Differences(ticks []Tick, choices [][]Choice, most int) (lines []string, differ int) {
	for n, t := range ticks {
		for i, was := range t.Choices {
			is := Choice{}
			if i < len(choices[n]) {
				is = choices[n][i]
			}
			if is == was {
				continue
			}
			if differ++; len(lines) < most {
				lines = append(lines, fmt.Sprintf("%s %s: the daemon chose %s (%s), the replay %s (%s)", t.Snapshot.Market.Now.Format(time.RFC3339), was.Device, was.Chosen, was.Reason, is.Chosen, is.Reason))
			}
		}
	}
	return lines, differ
}

// RecordWorld makes a world of a record: its quotes are taken for the truth, and
// each device is a class. Steps are the time between most of its ticks; where
// ticks are missing, the one before holds. Challenges are not in a world.
func RecordWorld(name string, ticks []Tick) (*World, error) {
	if len(ticks) < 2 {
		return nil, errors.New("fewer than two ticks")
	}
	devices, coins := everything(ticks)
	switch {
	case len(devices) == 0:
		return nil, errors.New("no device in any tick")
	case len(coins) == 0:
		return nil, errors.New("no coin in any tick")
	case len(coins) > maxCoins:
		return nil, fmt.Errorf("%d coins, of which %d can be replayed", len(coins), maxCoins)
	}
	var gaps []time.Duration
	for i := 1; i < len(ticks); i++ {
		gaps = append(gaps, ticks[i].Snapshot.Market.Now.Sub(ticks[i-1].Snapshot.Market.Now))
	}
	slices.Sort(gaps)
	w := &World{Name: name, Start: ticks[0].Snapshot.Market.Now, Step: gaps[len(gaps)/2]}
	steps := int(ticks[len(ticks)-1].Snapshot.Market.Now.Sub(w.Start)/w.Step) + 1
	if steps > 1<<22 {
		return nil, fmt.Errorf("%d steps of %s", steps, w.Step)
	}
	for _, d := range devices {
		c := Class{Name: d, Coins: coins}
		c.Gross, c.Watts = make([][]float64, len(c.Coins)+1), make([]float64, len(c.Coins)+1)
		for k := range c.Gross {
			c.Gross[k] = make([]float64, steps)
		}
		w.Classes = append(w.Classes, c)
	}
	w.Tariff = make([]float64, steps)
	at := 0
	for t := range steps {
		for at+1 < len(ticks) && !ticks[at+1].Snapshot.Market.Now.After(w.Start.Add(time.Duration(t)*w.Step)) {
			at++
		}
		w.fill(t, &ticks[at].Snapshot)
	}
	return w, nil
}

// everything is all the devices and coins that any tick has, in the order of their
// coming.
func everything(ticks []Tick) (devices, coins []string) {
	seen := map[[2]string]bool{}
	note := func(list *[]string, kind, name string) {
		if key := [2]string{kind, name}; !seen[key] {
			seen[key] = true
			*list = append(*list, name)
		}
	}
	for i := range ticks {
		s := &ticks[i].Snapshot
		for k := range s.Devices {
			note(&devices, "device", s.Devices[k].UUID)
		}
		for k := range s.Market.Coins {
			note(&coins, "coin", s.Market.Coins[k].Name)
		}
	}
	return devices, coins
}

// fill is one step of a record's world.
func (w *World) fill(t int, s *decide.Snapshot) {
	tariff := &s.Market.Tariff
	perKW, _ := tariff.Cost(1000, s.Market.Now, 0)
	w.Tariff[t] = float64(perKW) // overhead is in it
	if math.IsNaN(w.Tariff[t]) {
		w.Tariff[t] = 0
	}
	for _, d := range s.Devices {
		k := slices.IndexFunc(w.Classes, func(c Class) bool { return c.Name == d.UUID })
		if k < 0 {
			continue
		}
		c := &w.Classes[k]
		c.Watts[len(c.Coins)] = float64(d.IdleWatts)
		for _, e := range profit.Estimates(d.Device, s.Market) {
			i := slices.Index(c.Coins, e.Workload.Target)
			if !e.Workload.Quoted() || i < 0 {
				continue
			}
			if e.Candidate() {
				c.Gross[i][t], c.Watts[i] = float64(e.Gross-e.Fees-e.Risk), float64(e.Watts)
			} else if t > 0 {
				c.Gross[i][t] = c.Gross[i][t-1]
			}
		}
	}
}
