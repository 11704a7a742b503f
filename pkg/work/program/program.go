// Package program is work that the operator's own programs do: anything that is worth money to them by
// the hour, such as rendering, simulations, or a cause. What it is worth is their word.
package program

import (
	"cmp"
	"fmt"
	"maps"
	"math"
	"regexp"
	"slices"
	"time"

	"github.com/gpuarbiter/gpuarbiter/pkg/config"
	"github.com/gpuarbiter/gpuarbiter/pkg/gpu"
	"github.com/gpuarbiter/gpuarbiter/pkg/page"
	"github.com/gpuarbiter/gpuarbiter/pkg/profit"
	"github.com/gpuarbiter/gpuarbiter/pkg/scheduler/workers"
	"github.com/gpuarbiter/gpuarbiter/pkg/work"
)

// Kind is running a program of the operator's.
const Kind profit.Kind = "program"

func init() {
	work.Register(work.Kind{
		Name: Kind, Traits: profit.Traits{Unpaid: true},
		Form: func() config.WorkForm { return new(Form) },
		Open: func(f config.WorkForm) work.Work { return programs(*f.(*Form)) },
	})
}

// Form is work.program of the configuration.
type Form []Program

// Program is one that devices can run.
type Program struct {
	Name       string            `yaml:"name"`
	Command    []string          `yaml:"command"` // texts with {{.Device}}, {{.Index}} and {{.WorkDir}}
	Env        map[string]string `yaml:"env"`     // alike
	USDPerHour float64           `yaml:"usd_per_hour"`
	SigmaRatio float64           `yaml:"sigma_ratio"` // how sure that is
	Watts      float64           `yaml:"watts"`       // that a device draws; default: its power limit
	Models     map[string]Model  `yaml:"models"`      // that run it; none: all
	Grace      time.Duration     `yaml:"grace"`       // between SIGTERM and SIGKILL
	Clear      []string          `yaml:"clear"`       // run before each start and after each end, alike
	ReadPaths  []string          `yaml:"read_paths"`
	WritePaths []string          `yaml:"write_paths"`
}

// Model is what is different on a model.
type Model struct {
	USDPerHour float64 `yaml:"usd_per_hour"`
	Watts      float64 `yaml:"watts"`
}

const defaultGrace = 10 * time.Second

// vars is what texts may name.
type vars struct {
	Device  string // its UUID
	Index   int
	WorkDir string // the device's folder for the program
}

var isName = regexp.MustCompile(`^[A-Za-z0-9][A-Za-z0-9_.-]{0,63}$`)

// Check implements config.WorkForm.
func (f *Form) Check(where string) (faults []config.Fault) {
	seen := map[string]bool{}
	for i, p := range *f {
		bad := func(field, hint, format string, args ...any) {
			faults = append(faults, config.Fault{Where: fmt.Sprintf("%s[%d].%s", where, i, field), What: fmt.Sprintf(format, args...), Hint: hint})
		}
		positive := func(field string, v float64) {
			if !(v >= 0) || math.IsInf(v, 0) {
				bad(field, "a finite number, at least 0", "%v is out of range", v)
			}
		}
		if !isName.MatchString(p.Name) || seen[p.Name] {
			bad("name", "give every program a name of its own, of letters, digits and . _ -", "%q cannot be used", p.Name)
		}
		seen[p.Name] = true
		if len(p.Command) == 0 {
			bad("command", "name the program and its arguments: [/usr/bin/name, --device, \"{{.Index}}\"]", "is missing")
		}
		if _, err := p.program(vars{}); err != nil {
			bad("command", "texts may name {{.Device}}, {{.Index}} and {{.WorkDir}}", "%v", err)
		}
		positive("usd_per_hour", p.USDPerHour)
		positive("sigma_ratio", p.SigmaRatio)
		positive("watts", p.Watts)
		if p.USDPerHour == 0 && len(p.Models) == 0 {
			bad("usd_per_hour", "say what an hour of a device is worth to you, before power", "is missing")
		}
		for _, name := range slices.Sorted(maps.Keys(p.Models)) {
			positive(fmt.Sprintf("models.%q.usd_per_hour", name), p.Models[name].USDPerHour)
			positive(fmt.Sprintf("models.%q.watts", name), p.Models[name].Watts)
		}
		if p.Grace < 0 || p.Grace > workers.MostDrain {
			bad("grace", "at most "+workers.MostDrain.String(), "%s is out of range", p.Grace)
		}
	}
	return faults
}

// Programs implements config.ProgramsForm.
func (f *Form) Programs(where string) map[string]string {
	all := map[string]string{}
	for i, p := range *f {
		all[fmt.Sprintf("%s[%d].command", where, i)] = p.Command[0]
	}
	return all
}

// programs implements work.Work.
type programs Form

// Offers implements work.Work.
func (all programs) Offers(d gpu.Device) (offers []profit.Offer) {
	for _, p := range all {
		m, ok := p.model(d.Model)
		if !ok {
			continue
		}
		perHour := cmp.Or(m.USDPerHour, p.USDPerHour)
		offers = append(offers, profit.Offer{
			Target: p.Name, PerHour: profit.USDPerHour(perHour), Sigma: profit.USDPerHour(perHour * p.SigmaRatio),
			// What it draws is not known where nobody says it: then it is what the device may draw.
			Watts: profit.Watts(cmp.Or(m.Watts, p.Watts, float64(d.PowerLimit.DefaultWatts))),
		})
	}
	return offers
}

func (p Program) model(device string) (Model, bool) {
	if len(p.Models) == 0 {
		return Model{}, true
	}
	for _, name := range slices.Sorted(maps.Keys(p.Models)) {
		if config.SameModel(name, device) {
			return p.Models[name], true
		}
	}
	return Model{}, false
}

// Program implements workers.Programs.
func (all programs) Program(d gpu.Device, target, dir string) (workers.Program, error) {
	for _, p := range all {
		if p.Name == target {
			return p.program(vars{string(d.UUID), d.Index, dir})
		}
	}
	return workers.Program{}, fmt.Errorf("work.program has no %q", target)
}

func (p Program) program(v vars) (out workers.Program, err error) {
	render := func(texts []string) (all []string, err error) {
		for _, s := range texts {
			t, err := page.ParseText(s)
			if err != nil {
				return nil, fmt.Errorf("%q: %w", s, err)
			}
			if s, err = t.Render(v); err != nil {
				return nil, err
			}
			all = append(all, s)
		}
		return all, nil
	}
	var env []string
	for _, k := range slices.Sorted(maps.Keys(p.Env)) {
		env = append(env, k+"="+p.Env[k])
	}
	out = workers.Program{Read: p.ReadPaths, Write: p.WritePaths, Drain: cmp.Or(p.Grace, defaultGrace)}
	for _, part := range []struct {
		to   *[]string
		from []string
	}{{&out.Argv, p.Command}, {&out.Env, env}, {&out.Clear, p.Clear}} {
		if *part.to, err = render(part.from); err != nil {
			return out, err
		}
	}
	return out, nil
}
