package backtest

import (
	"bufio"
	"compress/gzip"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"
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

// WriteTick appends a tick to a record.
func WriteTick(w io.Writer, t Tick) error {
	z := gzip.NewWriter(w)
	return errors.Join(json.NewEncoder(z).Encode(t), z.Close())
}

// ReadRecord reads a record. A last line that was cut off is left out.
func ReadRecord(path string) ([]Tick, error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, err
	}
	paths := []string{path}
	if info.IsDir() {
		if paths, err = filepath.Glob(filepath.Join(path, "*.jsonl*")); err != nil || len(paths) == 0 {
			return nil, fmt.Errorf("%s holds no record (*.jsonl.gz)", path)
		}
		slices.Sort(paths)
	}
	var ticks []Tick
	for _, path := range paths {
		f, err := os.Open(path)
		if err != nil {
			return nil, err
		}
		more, err := parseRecord(f, strings.HasSuffix(path, ".gz"))
		if err := errors.Join(err, f.Close()); err != nil {
			return nil, fmt.Errorf("%s: %w", path, err)
		}
		ticks = append(ticks, more...)
	}
	for i := 1; i < len(ticks); i++ {
		if !ticks[i].Snapshot.Market.Now.After(ticks[i-1].Snapshot.Market.Now) {
			return nil, fmt.Errorf("%s: tick %d is not later than the one before", path, i+1)
		}
	}
	return ticks, nil
}

func parseRecord(r io.Reader, zipped bool) (ticks []Tick, err error) {
	if zipped {
		z, err := gzip.NewReader(r)
		if errors.Is(err, io.EOF) {
			return nil, nil
		}
		if err != nil {
			return nil, err
		}
		defer z.Close()
		r = z
	}
	lines := bufio.NewReaderSize(r, 1<<16)
	for n := 1; ; n++ {
		line, err := lines.ReadBytes('\n')
		if errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) {
			return ticks, nil // the daemon was killed while it wrote
		}
		if err != nil {
			return nil, fmt.Errorf("line %d: %w", n, err)
		}
		var t Tick
		if err := json.Unmarshal(line, &t); err != nil {
			return nil, fmt.Errorf("line %d: %w", n, err)
		}
		ticks = append(ticks, t)
	}
}

// Replay decides again at each tick of a record, on its own devices: what it
// decides is what they do. The policy is the record's, or another.
func Replay(ticks []Tick, policy *decide.Policy, every time.Duration) [][]Choice {
	type state struct {
		running profit.Workload
		since   time.Time
		polls   *signal.Poller
	}
	states := map[string]*state{}
	all := make([][]Choice, len(ticks))
	for n, t := range ticks {
		s := t.Snapshot
		s.Devices = slices.Clone(s.Devices)
		if policy != nil {
			s.Policy = *policy
		}
		for i := range s.Devices {
			d := &s.Devices[i]
			st := states[d.UUID]
			if st == nil { // it begins with what the record begins with
				st = &state{running: d.Running, since: d.Since, polls: signal.NewPoller(every)}
				states[d.UUID] = st
			}
			d.Running, d.Since, d.Leaving, d.Signals, d.Unsaved = st.running, st.since, profit.Workload{}, nil, 0
			if every > 0 {
				d.Signals, _ = st.polls.Signals(d.Device, d.Running, s.Market)
			}
		}
		plan := decide.Decide(s, decide.Estimates(s))
		for _, d := range plan.Decisions {
			if st := states[d.Device]; d.Switch {
				st.running, st.since = d.Chosen, s.Market.Now
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
	if n := len(ticks[0].Snapshot.Market.Coins); n > maxCoins {
		return nil, fmt.Errorf("%d coins, of which %d can be replayed", n, maxCoins)
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
	first := ticks[0].Snapshot
	for _, d := range first.Devices {
		c := Class{Name: d.UUID}
		for _, coin := range first.Market.Coins {
			c.Coins = append(c.Coins, coin.Name)
		}
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
			if e.Workload.Kind != profit.Mine || i < 0 {
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
