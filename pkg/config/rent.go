package config

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/gpuarbiter/gpuarbiter/pkg/rent/pages"
)

// Rent is letting devices to hosts. docs/RENT.md has what it means.
type Rent struct {
	// PagesDir holds an operator's own pages of hosts, beside those of the program.
	PagesDir string     `yaml:"pages_dir"`
	Hosts    []RentHost `yaml:"hosts"`

	// Pages are what is known of hosts, as they were when the configuration was read.
	Pages pages.Set `yaml:"-"`
}

// RentHost is a host that devices are let to.
type RentHost struct {
	Name           string               `yaml:"name"`
	Page           string               `yaml:"page"`       // default: its name
	Parameters     map[string]string    `yaml:"parameters"` // what its page asks for
	Secrets        map[string]string    `yaml:"secrets"`    // files with what is secret of that
	MarginRatio    *float64             `yaml:"margin_ratio"`
	LeastPriceUSD  float64              `yaml:"least_price_usd_per_hour"`
	OccupancyRatio float64              `yaml:"occupancy_ratio"` // of a host that does not tell
	FeeRatio       *float64             `yaml:"fee_ratio"`       // nil: as its page says
	TogetherRatio  float64              `yaml:"together_ratio"`
	SigmaRatio     float64              `yaml:"sigma_ratio"`
	Models         map[string]RentModel `yaml:"models"` // that are let; none: all
}

// RentModel is what a host pays for a model.
type RentModel struct {
	USDPerHour Quote   `yaml:"usd_per_hour"` // default: as the host quotes it
	Watts      float64 `yaml:"watts"`        // while a customer has it
}

// Model is what a host pays for a device's model; false if it is not let there.
func (h RentHost) Model(device string) (RentModel, bool) {
	if len(h.Models) == 0 {
		return RentModel{}, true
	}
	return named(h.Models, device)
}

// Margin is by how much more than its alternatives a device is let.
func (h RentHost) Margin() float64 {
	if h.MarginRatio == nil {
		return defaultMargin
	}
	return *h.MarginRatio
}

// Fee is what the host keeps of what customers pay.
func (h RentHost) Fee(p *pages.Page) float64 {
	if h.FeeRatio == nil {
		return p.Fee
	}
	return *h.FeeRatio
}

// Find is the page of a host.
func (r Rent) Find(h RentHost) (*pages.Page, error) {
	if r.Pages == nil {
		return pages.Builtin().Find(h.Page)
	}
	return r.Pages.Find(h.Page)
}

// What is taken where nothing is said. Income of renting and of mining move together: a coin
// that pays drives up what GPUs are let for (Pearl's start moved Vast's utilisation from 57 to
// 94 %).
const (
	defaultMargin    = 0.10
	defaultOccupancy = 0.5
	defaultTogether  = 0.5
	defaultSigma     = 0.2
)

func (c *Config) rentDefaults() {
	for i := range c.Rent.Hosts {
		h := &c.Rent.Hosts[i]
		setDefault(&h.Page, h.Name)
		setDefault(&h.OccupancyRatio, defaultOccupancy)
		setDefault(&h.TogetherRatio, defaultTogether)
		setDefault(&h.SigmaRatio, defaultSigma)
	}
}

func (c *Config) checkRent(k *checker) {
	seen := map[string]bool{}
	for i, h := range c.Rent.Hosts {
		path := fmt.Sprintf("rent.hosts[%d]", i)
		if h.Name == "" || strings.ContainsAny(h.Name, " /") || seen[h.Name] {
			k.bad(path+".name", "give every host a name of its own, without blanks", "%q cannot be used", h.Name)
		}
		seen[h.Name] = true
		k.between(path+".margin_ratio", h.Margin(), -1, 100)
		k.atLeast(path+".least_price_usd_per_hour", h.LeastPriceUSD, 0)
		k.ratio(path+".occupancy_ratio", h.OccupancyRatio)
		k.between(path+".together_ratio", h.TogetherRatio, -1, 1)
		k.atLeast(path+".sigma_ratio", h.SigmaRatio, 0)
		if h.FeeRatio != nil {
			k.between(path+".fee_ratio", *h.FeeRatio, 0, 0.99)
		}
		for _, name := range slices.Sorted(maps.Keys(h.Models)) {
			p := fmt.Sprintf("%s.models.%q", path, name)
			k.atLeast(p+".watts", h.Models[name].Watts, 0)
			k.money(p+".usd_per_hour", h.Models[name].USDPerHour)
		}
		c.checkHostPage(k, path, h)
	}
}

func (c *Config) checkHostPage(k *checker, path string, h RentHost) {
	p, err := c.Rent.Find(h)
	if err != nil {
		k.bad(path+".page", "gpuarbiter rent list has all of them; docs/RENT.md is how one is written", "%v", err)
		return
	}
	missing, useless := p.Missing(h.Parameters, h.Secrets)
	for _, name := range missing {
		where := "parameters."
		if p.Parameters[name].Secret {
			where = "secrets."
		}
		k.bad(path+"."+where+name, p.Parameters[name].About, "is missing")
	}
	for _, name := range useless {
		k.bad(path+".parameters."+name, "gpuarbiter rent show "+p.Name+" has what it asks for", "%s has no use for it", p.Title)
	}
	if p.Scope == pages.Rig && len(h.Models) > 0 {
		for _, model := range slices.Sorted(maps.Keys(c.Devices.Models)) {
			if _, ok := h.Model(model); !ok {
				k.bad(path+".models", "name every model of the rig, or none", "leave %q out, and %s takes the whole machine", model, p.Title)
			}
		}
	}
}
