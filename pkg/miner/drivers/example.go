package drivers

import (
	"context"
	"fmt"
	"math"
	"slices"
	"strings"
)

// Sample is what the command lines in pages are for: the first algorithm of kawpow and those
// that the page knows.
func (p *Page) Sample(tls bool) Vars {
	v := Vars{
		Device: "GPU-1", Coin: "COIN", Algorithm: "kawpow", Wallet: "RWallet", Password: "x", Worker: "rig0", APIPort: 4067, APIToken: "token", WorkDir: "/work",
		Pool: Pool{Host: "pool.example", Port: "3333", HostPort: "pool.example:3333", TLS: tls},
	}
	if known := p.Known(); len(known) > 0 && p.Algorithms["kawpow"] == "" {
		v.Algorithm = known[0]
	}
	return v
}

// Try holds the page against its own examples: what it starts, and what it understands.
func (p *Page) Try(ctx context.Context) error {
	for kind, want := range p.Starts {
		args, _, _, err := p.Command(p.Sample(kind == "tls"))
		if got := strings.TrimSpace(p.Binary + " " + strings.Join(args, " ")); err == nil && got != want {
			err = fmt.Errorf("it is %s, not %s", got, want)
		}
		if err != nil {
			return fmt.Errorf("starts.%s: %w", kind, err)
		}
	}
	for i, e := range p.Examples {
		a, err := p.Read(ctx, []byte(e.Answer), e.Algorithm)
		if err == nil {
			err = e.differs(a)
		}
		if err != nil {
			return fmt.Errorf("examples[%d]: %w", i, err)
		}
	}
	return nil
}

// Read reads an answer, or what a miner has printed where that is its answer.
func (p *Page) Read(ctx context.Context, raw []byte, algorithm string) (Answer, error) {
	if p.API.Kind == Log {
		return p.UnderstandLog(ctx, raw, algorithm)
	}
	return p.Understand(ctx, raw, algorithm)
}

func (e Example) differs(a Answer) error {
	near := func(got *float64, want float64) bool {
		return got == nil && want == 0 || got != nil && math.Abs(*got-want) <= 1e-9*math.Abs(want)
	}
	knows := a.knows()
	slices.Sort(e.Knows)
	switch {
	case !near(a.Hashrate, e.Hashrate):
		return fmt.Errorf("the hashrate is understood as %v, not %v", shown(a.Hashrate), e.Hashrate)
	case a.Accepted == nil || *a.Accepted != e.Accepted || a.Rejected != e.Rejected:
		return fmt.Errorf("%v shares are understood as accepted and %d as refused, not %d and %d", a.Accepted, a.Rejected, e.Accepted, e.Rejected)
	case !near(a.Difficulty, e.Difficulty):
		return fmt.Errorf("the difficulty is understood as %v, not %v", shown(a.Difficulty), e.Difficulty)
	case !slices.Equal(knows, e.Knows):
		return fmt.Errorf("it is understood to know %s, not %s", strings.Join(knows, ", "), strings.Join(e.Knows, ", "))
	}
	return nil
}

func shown(f *float64) string {
	if f == nil {
		return "unknown"
	}
	return fmt.Sprint(*f)
}

// knows is what an answer tells beside the rate and the shares.
func (a Answer) knows() (all []string) {
	if a.Connected != nil {
		all = append(all, "connected")
	}
	if a.Uptime != nil {
		all = append(all, "uptime")
	}
	if a.Work != nil {
		all = append(all, "work")
	}
	return all
}
