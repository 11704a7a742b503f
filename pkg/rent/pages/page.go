// Package pages reads pages of hosts: a page of YAML is all that gpuarbiter knows of a market
// that pays for GPUs by the hour, how its word is had on whether a device is let, what it pays
// and has paid, and how a price is named to it. No host is special in Go. The pages in this
// folder are part of the program; an operator's own stand in rent.pages_dir. docs/RENT.md is
// how one is written.
package pages

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"io"
	"maps"
	"regexp"
	"slices"
	"time"

	"gopkg.in/yaml.v3"

	"github.com/gpuarbiter/gpuarbiter/pkg/page"
	"github.com/gpuarbiter/gpuarbiter/pkg/plain"
)

// Page is what is known of a host.
type Page struct {
	Name       string               `yaml:"name"`  // in the configuration
	Title      string               `yaml:"title"` // for people
	Scope      Scope                `yaml:"scope"` // what one contract takes
	Parameters map[string]Parameter `yaml:"parameters"`
	Fee        float64              `yaml:"fee_ratio"`  // that it keeps of what customers pay
	Leaving    float64              `yaml:"leave_usd"`  // what leaving costs
	LeastTerm  time.Duration        `yaml:"least_term"` // that is stayed at least
	Payout     Payout               `yaml:"payout"`

	Probes   []Probe  `yaml:"probes"`    // whether a device is let; the worst of their words counts
	Quote    Quote    `yaml:"quote"`     // what it would pay
	Earnings Earnings `yaml:"earnings"`  // what it has paid
	SetPrice []Ask    `yaml:"set_price"` // names our price to it; all of them, in their order
	Start    Start    `yaml:"start"`     // how a device goes there; none: its customers come when they like

	Notes    []string  `yaml:"notes"`
	Examples []Example `yaml:"examples"`

	text []byte
}

// Scope is what one contract takes.
type Scope string

// The scopes.
const (
	Rig    Scope = "rig"    // the whole machine, whatever of it is used
	Device Scope = "device" // one device
)

// Parameter is what a page asks of the configuration.
type Parameter struct {
	About   string `yaml:"about"`
	Secret  bool   `yaml:"secret"`  // it is read from a file, named under secrets
	Default string `yaml:"default"` // none: it must be given
}

// Payout is how a host pays, for people: nothing is reckoned with it.
type Payout struct {
	LeastUSD float64       `yaml:"least_usd"`
	After    time.Duration `yaml:"after"`
}

// Probe is one way to learn whether a device is let.
type Probe struct {
	Ask   Ask           `yaml:"ask"`
	Every time.Duration `yaml:"every"` // default 30s
	// State gives free, interruptible or committed. Nothing that can be read is no answer, and
	// no answer means committed.
	State page.Expr `yaml:"state"`
	Until page.Expr `yaml:"until"`        // when the contract ends: seconds since 1970, or RFC 3339
	Pays  page.Expr `yaml:"usd_per_hour"` // what the customer pays for one device now
}

// Quote is what a host would pay.
type Quote struct {
	Ask       Ask           `yaml:"ask"`
	Every     time.Duration `yaml:"every"`        // default 10m
	PerHour   page.Expr     `yaml:"usd_per_hour"` // for one device, before the host's fee
	Occupancy page.Expr     `yaml:"occupancy"`    // part of the time that it pays, 0 to 1
}

// Earnings are a host's statements of what it has paid.
type Earnings struct {
	Ask   Ask           `yaml:"ask"`
	Every time.Duration `yaml:"every"` // default 15m
	Scope Scope         `yaml:"scope"` // what one statement is of; default the page's
	// Lines gives one object {key, usd} for each period, such as a day; its usd may still change.
	Lines Lines `yaml:"lines"`
}

// Lines is an expression that gives all its values, or none: one that fails in the middle of a
// statement gives no part of it.
type Lines struct{ page.Expr }

// UnmarshalYAML implements yaml.Unmarshaler.
func (l *Lines) UnmarshalYAML(n *yaml.Node) error {
	if err := l.Expr.UnmarshalYAML(n); err != nil { // in its own words
		return err
	}
	whole := yaml.Node{Kind: yaml.ScalarNode, Tag: "!!str", Value: "[" + n.Value + "\n][]", Line: n.Line, Column: n.Column}
	return l.Expr.UnmarshalYAML(&whole)
}

// Start is how a device goes to a host.
type Start struct {
	Command []page.Group         `yaml:"command"`
	Clear   []page.Group         `yaml:"clear"` // run before the start and after the end, so that nothing of an earlier one is left
	Env     map[string]page.Text `yaml:"env"`
	Read    []page.Text          `yaml:"read"`  // paths that it may read beside its own folder and the system
	Write   []page.Text          `yaml:"write"` // and that it may write to, sockets such as Docker's among them
	Drain   time.Duration        `yaml:"drain"` // that it may take to end in order, after SIGTERM
}

// Called reports whether the host's customers come when they like.
func (p *Page) Called() bool { return len(p.Start.Command) == 0 }

// Example is an answer of the host and what is to be understood of it.
type Example struct {
	Of        string             `yaml:"of"`    // probe (the first), probe2, quote or earnings
	Index     int                `yaml:"index"` // the device's
	Given     map[string]string  `yaml:"given"` // parameters
	Answer    string             `yaml:"answer"`
	State     State              `yaml:"state"`
	Until     time.Time          `yaml:"until"`
	PerHour   float64            `yaml:"usd_per_hour"`
	Occupancy float64            `yaml:"occupancy"`
	Lines     map[string]float64 `yaml:"lines"`
	Fails     bool               `yaml:"fails"` // nothing is to be understood of it
}

var name = regexp.MustCompile(`^[a-z0-9][a-z0-9.-]{0,39}$`)

// Parse reads a page and checks all that can be checked without the host. An error names the
// line.
func Parse(text []byte) (*Page, error) {
	if len(text) > page.MaxPage {
		return nil, fmt.Errorf("it has %d bytes, more than %d", len(text), page.MaxPage)
	}
	p := &Page{text: text}
	d := yaml.NewDecoder(bytes.NewReader(text))
	d.KnownFields(true)
	if err := d.Decode(p); err != nil {
		if errors.Is(err, io.EOF) {
			err = errors.New("it is empty")
		}
		return nil, plain.Error(err)
	}
	every := func(d *time.Duration, usual time.Duration) {
		if *d == 0 {
			*d = usual
		}
	}
	for i := range p.Probes {
		every(&p.Probes[i].Every, 30*time.Second)
	}
	every(&p.Quote.Every, 10*time.Minute)
	every(&p.Earnings.Every, 15*time.Minute)
	every(&p.Start.Drain, time.Minute)
	p.Earnings.Scope = cmp.Or(p.Earnings.Scope, p.Scope)
	return p, errors.Join(p.check(), p.tryTexts())
}

func (p *Page) check() error {
	var errs []error
	bad := func(format string, args ...any) { errs = append(errs, fmt.Errorf(format, args...)) }
	if !name.MatchString(p.Name) {
		bad("name: %.60q is not of small letters, digits, dots and dashes", p.Name)
	}
	if p.Scope != Rig && p.Scope != Device {
		bad("scope: %.40q is not one of rig, device", p.Scope)
	}
	if s := p.Earnings.Scope; s != p.Scope && s != Rig && s != Device {
		bad("earnings.scope: %.40q is not one of rig, device", s)
	}
	if p.Scope == Rig && !p.Called() {
		bad("start: a host that devices go to takes them one by one: scope: device")
	}
	if !(p.Fee >= 0 && p.Fee < 1) {
		bad("fee_ratio: %g is no share from 0 to 1", p.Fee)
	}
	if !(p.Leaving >= 0) || p.LeastTerm < 0 {
		bad("leave_usd, least_term: are not below zero")
	}
	if len(p.Probes) == 0 {
		bad("probes: are missing: without them nobody knows whether the machine is under contract")
	}
	for i, probe := range p.Probes {
		if !probe.State.Set() {
			bad("probes[%d].state: is missing", i)
		}
		if probe.Every < time.Second {
			bad("probes[%d].every: %s is less than a second", i, probe.Every)
		}
		badAsk(bad, fmt.Sprintf("probes[%d].ask", i), probe.Ask, true)
	}
	badAsk(bad, "quote.ask", p.Quote.Ask, p.Quote.PerHour.Set() || p.Quote.Occupancy.Set())
	badAsk(bad, "earnings.ask", p.Earnings.Ask, p.Earnings.Lines.Set())
	for i, a := range p.SetPrice {
		badAsk(bad, fmt.Sprintf("set_price[%d]", i), a, true)
	}
	return errors.Join(errs...)
}

// badAsk says what is wrong with an ask.
func badAsk(bad func(string, ...any), path string, a Ask, needed bool) {
	ways := 0
	for _, set := range []bool{a.URL.Set(), len(a.Command) > 0, a.File.Set()} {
		if set {
			ways++
		}
	}
	switch {
	case ways == 0 && needed:
		bad("%s: name one of url, command, file", path)
	case ways > 1:
		bad("%s: has %d of url, command, file; one is asked for", path, ways)
	case !slices.Contains([]page.Format{"", page.JSON, page.Pairs, page.Prometheus}, a.Format):
		bad("%s.format: %.40q is not one of json, pairs, prometheus", path, a.Format)
	case a.Method != "" && !slices.Contains([]string{"GET", "POST", "PUT", "DELETE"}, a.Method):
		bad("%s.method: %.20q is not one of GET, POST, PUT, DELETE", path, a.Method)
	}
}

// Text is the page as it stands.
func (p *Page) Text() []byte { return p.text }

// Missing are the parameters and secrets that a page asks for and nobody gave, and those given
// that it has no use for.
func (p *Page) Missing(parameters, secrets map[string]string) (missing, useless []string) {
	for _, k := range slices.Sorted(maps.Keys(p.Parameters)) {
		given := parameters
		if p.Parameters[k].Secret {
			given = secrets
		}
		if given[k] == "" && p.Parameters[k].Default == "" {
			missing = append(missing, k)
		}
	}
	for _, given := range []map[string]string{parameters, secrets} {
		for _, k := range slices.Sorted(maps.Keys(given)) {
			if _, ok := p.Parameters[k]; !ok {
				useless = append(useless, k)
			}
		}
	}
	return missing, useless
}

// Vars are what a page's texts may name.
type Vars struct {
	Device     string            // its UUID
	Index      int               // the device's
	Devices    int               // how many there are
	Price      float64           // USD an hour for one device, before the host's fee
	Parameters map[string]string // the configuration's, or the page's defaults
	Secrets    map[string]string // what stands in the files that the configuration names
	WorkDir    string
	Now        time.Time
}

// Given are the parameters that the configuration gives, over the page's defaults.
func (p *Page) Given(parameters map[string]string) map[string]string {
	all := map[string]string{}
	for k, known := range p.Parameters {
		if !known.Secret {
			all[k] = known.Default
		}
	}
	maps.Copy(all, parameters)
	return all
}

// Day is the number of days since 1970, so many days from now.
func (v Vars) Day(offset int) int64 { return v.Now.Unix()/86400 + int64(offset) }

// tryTexts renders every text once: a name that there is not is found when the page is loaded.
func (p *Page) tryTexts() error {
	v := Vars{Device: "GPU-0", Devices: 1, Price: 1, Parameters: map[string]string{}, Secrets: map[string]string{}, WorkDir: "/", Now: time.Unix(0, 0)}
	for k, parameter := range p.Parameters {
		v.Parameters[k] = cmp.Or(parameter.Default, "0")
	}
	asks := append(slices.Clone(p.SetPrice), p.Quote.Ask, p.Earnings.Ask)
	for _, probe := range p.Probes {
		asks = append(asks, probe.Ask)
	}
	for _, a := range asks {
		if err := a.try(v); err != nil {
			return err
		}
	}
	if _, err := p.Cleared(v); err != nil {
		return err
	}
	if _, _, err := p.Paths(v); err != nil {
		return err
	}
	_, _, err := p.Command(v)
	return err
}

// Paths are what a device's program may read and write beside its own folder and the system.
func (p *Page) Paths(v Vars) (read, write []string, err error) {
	for list, texts := range map[*[]string][]page.Text{&read: p.Start.Read, &write: p.Start.Write} {
		for _, t := range texts {
			s, err := t.Render(v)
			if err != nil {
				return nil, nil, err
			}
			*list = append(*list, s)
		}
	}
	return read, write, nil
}

// Command is how a device goes to the host; nothing where nobody goes there.
func (p *Page) Command(v Vars) (args, env []string, err error) {
	if args, err = renderAll(p.Start.Command, v); err != nil {
		return nil, nil, fmt.Errorf("start.command: %w", err)
	}
	for _, k := range slices.Sorted(maps.Keys(p.Start.Env)) {
		s, err := p.Start.Env[k].Render(v)
		if err != nil {
			return nil, nil, fmt.Errorf("start.env: %s: %w", k, err)
		}
		env = append(env, k+"="+s)
	}
	return args, env, nil
}

// Cleared is what is run before the start and after the end; nothing where nothing is.
func (p *Page) Cleared(v Vars) ([]string, error) { return renderAll(p.Start.Clear, v) }

func renderAll(groups []page.Group, v Vars) (all []string, err error) {
	for _, g := range groups {
		some, err := g.Render(v)
		if err != nil {
			return nil, err
		}
		all = append(all, some...)
	}
	return all, nil
}
