// Package backtest replays recorded markets through the daemon's own estimates
// and decisions, beside simpler rules and the best that anyone could have done.
package backtest

import (
	"compress/gzip"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"
)

// World is what device classes truly earn, step by step. It is a CSV file,
// plain or gzip: time_utc, tariff_usd_per_kwh, then class/coin, the true gross
// in USD per hour of one device, fees deducted, power not. Steps are equal.
type World struct {
	Name    string
	Start   time.Time
	Step    time.Duration
	Tariff  []float64 // USD per kWh
	Classes []Class
}

// Class is one class of devices: options are its coins and, last, idling.
type Class struct {
	Name  string
	Coins []string
	Gross [][]float64 // by option, then step; idling earns nothing
	Watts []float64   // by option, at the wall
}

// Steps is the number of steps.
func (w *World) Steps() int { return len(w.Tariff) }

// Hours is the length of a step.
func (w *World) Hours() float64 { return w.Step.Hours() }

// net is an option's true net in USD per hour.
func (w *World) net(c *Class, option, step int) float64 {
	return c.Gross[option][step] - c.Watts[option]*w.Tariff[step]/1000
}

// wall is power at the wall over power at the device.
const wall = 1.06

// classWatts are the watts at the device of the classes of recorded worlds, by
// coin; idling last. Tuned cards of 2018 and 2019.
var classWatts = map[string]map[string]float64{
	"rx580":     {"eth": 115, "etc": 115, "vtc": 130, "xmr": 105, "zec": 125, "btg": 120, "idle": 8},
	"gtx1080ti": {"eth": 190, "etc": 190, "vtc": 220, "xmr": 150, "zec": 215, "btg": 200, "idle": 12},
	"rtx2080ti": {"eth": 180, "etc": 180, "vtc": 230, "xmr": 160, "zec": 220, "btg": 215, "idle": 15},
}

// equalWatts are, in worlds whose coins were made equal, the coins' watts as
// parts of the first one's.
var equalWatts = []float64{1, 1, 1.1, .9, 1.08, 1.05}

// ReadWorld reads a world's file. Worlds whose name begins with "equal" have
// equalWatts.
func ReadWorld(path string) (*World, error) {
	r, err := unzipped(path)
	if err != nil {
		return nil, err
	}
	defer r.Close()
	name, _, _ := strings.Cut(filepath.Base(path), ".")
	w, err := parseWorld(name, r)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	return w, nil
}

// Limits of what a file may say: amounts beyond are mistakes.
const (
	most     = 1e9
	maxCoins = 100
)

func parseWorld(name string, r io.Reader) (*World, error) {
	rows := csv.NewReader(r)
	rows.ReuseRecord = true
	header, err := rows.Read()
	if err != nil {
		return nil, err
	}
	header = slices.Clone(header) // the reader uses it again
	if len(header) > 0 {
		header[0] = strings.TrimPrefix(header[0], "\ufeff") // as spreadsheets begin their files
	}
	if len(header) < 3 || header[0] != "time_utc" || header[1] != "tariff_usd_per_kwh" {
		return nil, errors.New("the header must be time_utc, tariff_usd_per_kwh and columns of the form class/coin")
	}
	w := &World{Name: name}
	at := make([]struct{ class, coin int }, len(header))
	for i, column := range header[2:] {
		class, coin, ok := strings.Cut(column, "/")
		if !ok {
			return nil, fmt.Errorf("column %q is not class/coin", column)
		}
		k := slices.IndexFunc(w.Classes, func(c Class) bool { return c.Name == class })
		if k < 0 {
			k = len(w.Classes)
			w.Classes = append(w.Classes, Class{Name: class})
		}
		c := &w.Classes[k]
		if slices.Contains(c.Coins, coin) || len(c.Coins) >= maxCoins {
			return nil, fmt.Errorf("column %q stands there twice, or is one of more than %d of its class", column, maxCoins)
		}
		at[i+2].class, at[i+2].coin = k, len(c.Coins)
		c.Coins = append(c.Coins, strings.Clone(coin))
		c.Gross = append(c.Gross, nil)
	}
	var times []time.Time
	for line := 2; ; line++ {
		row, err := rows.Read()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return nil, err
		}
		t, err := time.Parse("2006-01-02T15:04Z07:00", row[0])
		if err != nil {
			return nil, fmt.Errorf("line %d: %w", line, err)
		}
		times = append(times, t)
		for i, text := range row[1:] {
			v, err := strconv.ParseFloat(text, 64)
			if err != nil || !(math.Abs(v) < most) || i > 0 && v < 0 {
				return nil, fmt.Errorf("line %d, %s: %q is no amount", line, header[i+1], text)
			}
			if i == 0 {
				w.Tariff = append(w.Tariff, v)
				continue
			}
			c := &w.Classes[at[i+1].class]
			c.Gross[at[i+1].coin] = append(c.Gross[at[i+1].coin], v)
		}
	}
	if len(times) < 2 {
		return nil, errors.New("fewer than two steps")
	}
	w.Start, w.Step = times[0], times[1].Sub(times[0])
	for i := range times {
		if w.Step <= 0 || !times[i].Equal(w.Start.Add(time.Duration(i)*w.Step)) {
			return nil, fmt.Errorf("line %d: steps are not equal", i+2)
		}
	}
	return w, w.addIdle()
}

// addIdle adds idling to every class, and the watts.
func (w *World) addIdle() error {
	for i := range w.Classes {
		c := &w.Classes[i]
		watts, ok := classWatts[c.Name]
		if !ok {
			return fmt.Errorf("the watts of class %q are not known", c.Name)
		}
		for k, coin := range append(slices.Clone(c.Coins), "idle") {
			v, ok := watts[coin]
			if !ok {
				return fmt.Errorf("the watts of %s on %s are not known", coin, c.Name)
			}
			if strings.HasPrefix(w.Name, "equal") && k < len(c.Coins) && k < len(equalWatts) {
				v = watts[c.Coins[0]] * equalWatts[k]
			}
			c.Watts = append(c.Watts, v*wall)
		}
		c.Gross = append(c.Gross, make([]float64, w.Steps()))
	}
	return nil
}

// unzipped opens a file, plain or gzip by its name.
func unzipped(path string) (io.ReadCloser, error) {
	f, err := os.Open(path)
	if err != nil || !strings.HasSuffix(path, ".gz") {
		return f, err
	}
	z, err := gzip.NewReader(f)
	if err != nil {
		return nil, errors.Join(fmt.Errorf("%s: %w", path, err), f.Close())
	}
	return struct {
		io.Reader
		io.Closer
	}{z, f}, nil
}
