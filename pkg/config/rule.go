package config

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"
)

// Rule is a rule of the operator's policy. docs/POLICY.md has what they mean.
type Rule struct {
	Name    string      `yaml:"name"`
	Devices RuleDevices `yaml:"devices"`
	Work    RuleWork    `yaml:"work"`
	When    RuleWhen    `yaml:"when"`

	Forbid      bool     `yaml:"forbid"`
	Only        bool     `yaml:"only"`
	PreferRatio float64  `yaml:"prefer_ratio"`
	PreferUSD   float64  `yaml:"prefer_usd_per_hour"`
	LeastNetUSD *float64 `yaml:"least_net_usd_per_hour"`
	AtLeast     int      `yaml:"at_least"`
	AtMost      *int     `yaml:"at_most"`
	MostWatts   *float64 `yaml:"most_watts"`
}

// RuleDevices are devices by any of their names; none: all.
type RuleDevices struct {
	UUIDs   []string `yaml:"uuids"`
	Indices []int    `yaml:"indices"`
	Models  []string `yaml:"models"`
	Groups  []string `yaml:"groups"` // of devices.groups
}

// RuleWork is work by any of its names; none: all.
type RuleWork struct {
	Kinds  []string `yaml:"kinds"` // mine, train, rent, or one of work
	Coins  []string `yaml:"coins"`
	Chains []string `yaml:"chains"`
	Hosts  []string `yaml:"hosts"`
}

// RuleWhen is a time; none: always.
type RuleWhen struct {
	Hours       string   `yaml:"hours"` // 22:00-06:00, by the clock of electricity.timezone
	Days        []string `yaml:"days"`  // mon to sun
	TariffBelow *float64 `yaml:"tariff_below"`
	TariffAbove *float64 `yaml:"tariff_above"`
}

var hours = regexp.MustCompile(`^([01]?[0-9]|2[0-4]):([0-5][0-9])-([01]?[0-9]|2[0-4]):([0-5][0-9])$`)

// Minutes are the minutes of the day from which and to which hours go.
func (w RuleWhen) Minutes() (from, to int, ok bool) {
	if w.Hours == "" {
		return 0, 0, true
	}
	m := hours.FindStringSubmatch(strings.ReplaceAll(w.Hours, " ", ""))
	if m == nil {
		return 0, 0, false
	}
	var n [4]int
	for i := range n {
		var err error
		if n[i], err = strconv.Atoi(m[i+1]); err != nil {
			return 0, 0, false
		}
	}
	from, to = (n[0]*60+n[1])%1440, (n[2]*60+n[3])%1440
	return from, to, from != to && n[0]*60+n[1] <= 1440 && n[2]*60+n[3] <= 1440
}

// Weekdays are the days by their names in the configuration.
var Weekdays = map[string]time.Weekday{
	"sun": time.Sunday, "mon": time.Monday, "tue": time.Tuesday, "wed": time.Wednesday, "thu": time.Thursday, "fri": time.Friday, "sat": time.Saturday,
}

// checkRules finds rules that say nothing, that name what is not there, and that contradict
// each other.
func (c *Config) checkRules(k *checker) {
	seen := map[string]bool{}
	for i := range c.Policy.Rules {
		r, path := &c.Policy.Rules[i], fmt.Sprintf("policy.rules[%d]", i)
		if r.Name == "" || seen[r.Name] {
			k.bad(path+".name", "give every rule a name of its own: explain says by which one it was decided", "%q cannot be used", r.Name)
		}
		seen[r.Name] = true
		c.checkRule(k, path, r)
		if why := c.tooMany(r); why != "" {
			k.bad(path+".at_least", "lower it, or name more devices", "%s", why)
		}
	}
	for _, x := range c.Conflicts() {
		if x.Always {
			k.bad(fmt.Sprintf("policy.rules[%d]", x.Second), "change one of them", "contradicts rule %q: %s", c.Policy.Rules[x.First].Name, x.Why)
		}
	}
}

func (c *Config) checkRule(k *checker, path string, r *Rule) {
	effects := 0
	for _, set := range []bool{r.Forbid, r.Only, r.PreferRatio != 0 || r.PreferUSD != 0, r.LeastNetUSD != nil, r.AtLeast != 0 || r.AtMost != nil, r.MostWatts != nil} {
		if set {
			effects++
		}
	}
	if effects != 1 {
		k.bad(path, "say one of forbid, only, prefer_ratio, prefer_usd_per_hour, least_net_usd_per_hour, at_least, at_most, most_watts", "says %d things", effects)
	}
	if r.PreferRatio != 0 {
		k.between(path+".prefer_ratio", r.PreferRatio, 0.01, 100)
	}
	k.between(path+".prefer_usd_per_hour", r.PreferUSD, -1000, 1000)
	if r.LeastNetUSD != nil {
		k.between(path+".least_net_usd_per_hour", *r.LeastNetUSD, -1000, 1000)
	}
	k.atLeast(path+".at_least", float64(r.AtLeast), 0)
	if r.AtMost != nil {
		k.atLeast(path+".at_most", float64(*r.AtMost), 0)
		if *r.AtMost < r.AtLeast {
			k.bad(path+".at_most", "raise it, or lower at_least", "%d is below at_least, %d", *r.AtMost, r.AtLeast)
		}
	}
	if r.MostWatts != nil {
		k.atLeast(path+".most_watts", *r.MostWatts, 0)
		if !r.Work.all() {
			k.bad(path+".work", "leave it out: watts are of devices, whatever they do", "cannot be with most_watts")
		}
	}
	for _, name := range r.Devices.Groups {
		if _, ok := c.Devices.Groups[name]; !ok {
			k.bad(path+".devices.groups", "name one of devices.groups", "%q is no group of this configuration", name)
		}
	}
	if r.LeastNetUSD != nil && !r.Work.all() {
		k.bad(path+".work", "leave it out: the least net is of a device, whatever it does", "cannot be with least_net_usd_per_hour")
	}
	for _, kind := range r.Work.Kinds {
		k.oneOf(path+".work.kinds", kind, kindsOfWork()...)
	}
	c.checkRuleNames(k, path, r)
	k.when(path+".when", r.When)
}

// when checks hours and days.
func (c *checker) when(path string, w RuleWhen) {
	if _, _, ok := w.Minutes(); !ok {
		c.bad(path+".hours", "such as 22:00-06:00", "%q cannot be read", w.Hours)
	}
	for _, d := range w.Days {
		if _, ok := Weekdays[d]; !ok {
			c.bad(path+".days", "mon, tue, wed, thu, fri, sat, sun", "%q is no day", d)
		}
	}
}

// checkRuleNames: a name that nothing has would make a rule that never matters, in silence.
func (c *Config) checkRuleNames(k *checker, path string, r *Rule) {
	for _, name := range r.Work.Coins {
		if !slices.ContainsFunc(c.Mining.Coins, func(coin Coin) bool { return coin.Name == name }) {
			k.bad(path+".work.coins", "name one of mining.coins", "%q is no coin of this configuration", name)
		}
	}
	for _, name := range r.Work.Chains {
		if !slices.ContainsFunc(c.Chains, func(chain Chain) bool { return chain.Name == name }) {
			k.bad(path+".work.chains", "name one of chains", "%q is no chain of this configuration", name)
		}
	}
	for _, name := range r.Work.Hosts {
		if !slices.ContainsFunc(c.Rent.Hosts, func(h RentHost) bool { return h.Name == name }) {
			k.bad(path+".work.hosts", "name one of rent.hosts", "%q is no host of this configuration", name)
		}
	}
	for _, n := range r.Devices.Indices {
		k.atLeast(path+".devices.indices", float64(n), 0)
	}
}

// all reports whether it names nothing.
func (w RuleWork) all() bool { return len(w.Kinds)+len(w.Coins)+len(w.Chains)+len(w.Hosts) == 0 }

// mayShare reports whether some work can be both.
func mayShare(a, b RuleWork) bool {
	for _, of := range []struct {
		kind string
		a, b []string
	}{{"mine", a.Coins, b.Coins}, {"train", a.Chains, b.Chains}, {"rent", a.Hosts, b.Hosts}} {
		has := func(w RuleWork, names []string) bool {
			return w.all() || len(names) > 0 || slices.Contains(w.Kinds, of.kind)
		}
		apart := len(of.a) > 0 && len(of.b) > 0 && !slices.ContainsFunc(of.a, func(n string) bool { return slices.Contains(of.b, n) })
		if has(a, of.a) && has(b, of.b) && !apart {
			return true
		}
	}
	return slices.ContainsFunc(WorkKinds(), func(kind string) bool {
		return (a.all() || slices.Contains(a.Kinds, kind)) && (b.all() || slices.Contains(b.Kinds, kind))
	})
}
