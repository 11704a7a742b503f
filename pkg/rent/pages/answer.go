package pages

import (
	"context"
	"errors"
	"fmt"
	"math"
	"strconv"
	"strings"
	"time"

	"github.com/gpuarbiter/gpuarbiter/pkg/page"
	"github.com/gpuarbiter/gpuarbiter/pkg/plain"
)

// State is whether a device is let.
type State string

// The states.
const (
	Free          State = "free"
	Interruptible State = "interruptible" // ours, until a customer comes
	Committed     State = "committed"     // a customer's: nothing of ours runs there
)

// Word is what one probe says of a device.
type Word struct {
	State   State
	Until   time.Time // when the contract ends; zero: nobody knows
	PerHour float64   // USD that the customer pays for the device; 0: not told
}

// Figures beyond these are a fault of who answers.
const (
	mostPerHour  = 1000.0 // USD for one device
	mostEarnings = 1e7    // USD of one line
	mostLines    = 900    // less than an expression gives at most
)

// Understand reads an answer for a device. What says neither of the three states is no answer.
func (p Probe) Understand(ctx context.Context, tree any, about page.About) (Word, error) {
	var w Word
	switch s := State(p.State.Text(ctx, tree, about)); s {
	case Free, Interruptible, Committed:
		w.State = s
	default:
		return Word{}, fmt.Errorf("it says neither free, nor interruptible, nor committed: %q: %w", plain.Line(string(s)), page.ErrUnreadable)
	}
	w.Until = moment(ctx, p.Until, tree, about)
	w.PerHour, _ = p.Pays.Number(ctx, tree, about, mostPerHour)
	return w, nil
}

// moment is seconds since 1970, or RFC 3339; zero if it is neither.
func moment(ctx context.Context, e page.Expr, tree any, about page.About) time.Time {
	if s, ok := e.Number(ctx, tree, about, 1e11); ok && s > 0 {
		return time.Unix(int64(s), 0).UTC()
	}
	t, err := time.Parse(time.RFC3339, e.Text(ctx, tree, about))
	if err != nil {
		return time.Time{}
	}
	return t.UTC()
}

// Understand reads what the host would pay, and how much of the time; what is not told is 0.
func (q Quote) Understand(ctx context.Context, tree any, about page.About) (perHour, occupancy float64, err error) {
	perHour, ok := q.PerHour.Number(ctx, tree, about, mostPerHour)
	occupancy, known := q.Occupancy.Number(ctx, tree, about, 1)
	if !ok && !known {
		return 0, 0, fmt.Errorf("neither a price nor an occupancy is in it: %w", page.ErrUnreadable)
	}
	return perHour, occupancy, nil
}

// Understand reads a statement: USD by period. One line that cannot be read spoils it: what is
// left out would look like money that was taken back.
func (e Earnings) Understand(ctx context.Context, tree any, about page.About) (map[string]float64, error) {
	lines, bad := map[string]float64{}, error(nil)
	e.Lines.Each(ctx, tree, about, func(v any) bool {
		line, ok := v.(map[string]any)
		key, isText := line["key"].(string)
		usd, isNumber := dollars(line["usd"])
		switch {
		case !ok || !isText || !isNumber || key == "" || len(key) > 100:
			bad = fmt.Errorf("a line of it is no {key, usd}: %s: %w", plain.Line(fmt.Sprint(v)), page.ErrUnreadable)
		case len(lines) >= mostLines:
			bad = fmt.Errorf("it has more than %d lines: %w", mostLines, page.ErrUnreadable)
		default:
			lines[key] += usd
		}
		return bad != nil
	})
	if bad != nil {
		return nil, bad
	}
	if len(lines) == 0 {
		return nil, fmt.Errorf("there is no line in it: %w", page.ErrUnreadable)
	}
	return lines, nil
}

func dollars(v any) (usd float64, ok bool) {
	switch v := v.(type) {
	case float64:
		usd = v
	case int:
		usd = float64(v)
	case string:
		var err error
		if usd, err = strconv.ParseFloat(strings.TrimSpace(v), 64); err != nil {
			return 0, false
		}
	default:
		return 0, false
	}
	return usd, math.Abs(usd) <= mostEarnings
}

// Try holds the page against its own examples.
func (p *Page) Try(ctx context.Context) error {
	for i, e := range p.Examples {
		err := p.understands(ctx, e)
		if e.Fails {
			if err == nil {
				err = errors.New("something was understood of it")
			} else {
				err = nil
			}
		}
		if err != nil {
			return fmt.Errorf("examples[%d]: %w", i, err)
		}
	}
	return nil
}

func (p *Page) understands(ctx context.Context, e Example) error {
	about := page.About{Index: e.Index, Device: fmt.Sprintf("GPU-%d", e.Index), Parameters: p.Given(e.Given)}
	n := -1
	switch e.Of {
	case "probe":
		n = 0
	case "probe2":
		n = 1
	case "quote":
		tree, err := p.Quote.Ask.Read(ctx, []byte(e.Answer))
		if err != nil {
			return err
		}
		perHour, occupancy, err := p.Quote.Understand(ctx, tree, about)
		if err == nil && (!near(perHour, e.PerHour) || !near(occupancy, e.Occupancy)) {
			err = fmt.Errorf("%g USD/h and an occupancy of %g are understood, not %g and %g", perHour, occupancy, e.PerHour, e.Occupancy)
		}
		return err
	case "earnings":
		return p.earned(ctx, e, about)
	}
	if n < 0 || n >= len(p.Probes) {
		return fmt.Errorf("of: %.40q is not one of probe, probe2, quote, earnings", e.Of)
	}
	tree, err := p.Probes[n].Ask.Read(ctx, []byte(e.Answer))
	if err != nil {
		return err
	}
	w, err := p.Probes[n].Understand(ctx, tree, about)
	if err == nil && (w.State != e.State || !w.Until.Equal(e.Until) || !near(w.PerHour, e.PerHour)) {
		err = fmt.Errorf("it is understood as %s until %s for %g USD/h, not %s until %s for %g", w.State, w.Until, w.PerHour, e.State, e.Until, e.PerHour)
	}
	return err
}

func (p *Page) earned(ctx context.Context, e Example, about page.About) error {
	tree, err := p.Earnings.Ask.Read(ctx, []byte(e.Answer))
	if err != nil {
		return err
	}
	lines, err := p.Earnings.Understand(ctx, tree, about)
	if err != nil {
		return err
	}
	for k, usd := range e.Lines {
		if !near(lines[k], usd) {
			return fmt.Errorf("%g USD are understood for %s, not %g", lines[k], k, usd)
		}
	}
	if len(lines) != len(e.Lines) {
		return fmt.Errorf("%d lines are understood, not %d", len(lines), len(e.Lines))
	}
	return nil
}

func near(a, b float64) bool { return math.Abs(a-b) <= 1e-9*math.Max(1, math.Abs(b)) }
