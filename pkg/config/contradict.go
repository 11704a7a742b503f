package config

import (
	"fmt"
	"slices"
	"strconv"
)

// Conflict is two rules that cannot both be kept.
type Conflict struct {
	First, Second int // places among policy.rules
	Why           string
	Always        bool // whenever the one that is overruled is in force; else now and then
}

// Conflicts are the rules that contradict each other.
func (c *Config) Conflicts() (list []Conflict) {
	for j := range c.Policy.Rules {
		for i := range j {
			a, b := &c.Policy.Rules[i], &c.Policy.Rules[j]
			if !meet(a.When, b.When) {
				continue
			}
			for _, of := range [][2]*Rule{{a, b}, {b, a}} {
				if why := c.against(of[0], of[1]); why != "" {
					list = append(list, Conflict{i, j, why, within(of[1].When, of[0].When)})
					break
				}
			}
		}
	}
	return list
}

// against says how a keeps all of b's devices from what b wants of them; "" if it does not, or only
// might: what devices can do, and what is offered, is not known here.
func (c *Config) against(a, b *Rule) string {
	if !c.devicesCover(a.Devices, b.Devices) {
		return ""
	}
	switch {
	case a.Forbid && b.Only && a.Work.covers(b.Work):
		return "the one allows only what the other forbids"
	case a.Forbid && b.AtLeast > 0 && a.Work.covers(b.Work):
		return "the one asks for devices at work that the other forbids"
	case a.Only && b.AtLeast > 0 && !mayShare(a.Work, b.Work):
		return "the one asks for devices at work that the other does not allow"
	case a.AtMost != nil && *a.AtMost < b.AtLeast && a.Work.covers(b.Work):
		return "the one allows fewer devices than the other asks for"
	case a.Only && b.Only && !mayShare(a.Work, b.Work):
		return "each allows only what the other does not"
	}
	return ""
}

// tooMany says that a rule asks for more devices than it names, or than there are to be; "" if it does not.
func (c *Config) tooMany(r *Rule) string {
	n, known := c.named(r.Devices)
	if !known {
		n, known = c.Devices.Expected, c.Devices.Expected > 0
	}
	if known && r.AtLeast > n {
		return fmt.Sprintf("%d devices are asked for, %d can be meant", r.AtLeast, n)
	}
	return ""
}

// named is how many devices a rule names one by one; false where it does not.
func (c *Config) named(d RuleDevices) (n int, known bool) {
	names := c.names(d)
	return len(names), len(names) > 0 && len(d.Models) == 0
}

// names are the devices that a rule names, by whatever name, its groups' among them.
func (c *Config) names(d RuleDevices) (list []string) {
	add := func(name string) {
		if !slices.Contains(list, name) {
			list = append(list, name)
		}
	}
	for _, n := range d.Indices {
		add(strconv.Itoa(n))
	}
	for _, id := range d.UUIDs {
		add(id)
	}
	for _, m := range d.Models {
		add("model " + m)
	}
	for _, g := range d.Groups {
		for _, name := range c.Devices.Groups[g] {
			add(name)
		}
	}
	return list
}

// devicesCover reports whether a names every device that b does, as far as names tell.
func (c *Config) devicesCover(a, b RuleDevices) bool {
	of, in := c.names(a), c.names(b)
	if len(of) == 0 { // all of them
		return true
	}
	return len(in) > 0 && !slices.ContainsFunc(in, func(name string) bool { return !slices.Contains(of, name) })
}

// covers reports whether all of b's work is a's.
func (a RuleWork) covers(b RuleWork) bool {
	if a.all() {
		return true
	}
	if b.all() {
		return !slices.ContainsFunc(kindsOfWork(), func(k string) bool { return !slices.Contains(a.Kinds, k) })
	}
	within := func(kind string, of, in []string) bool {
		return slices.Contains(a.Kinds, kind) || !slices.ContainsFunc(in, func(n string) bool { return !slices.Contains(of, n) })
	}
	return !slices.ContainsFunc(b.Kinds, func(k string) bool { return !slices.Contains(a.Kinds, k) }) &&
		within("mine", a.Coins, b.Coins) && within("train", a.Chains, b.Chains) && within("rent", a.Hosts, b.Hosts)
}

// meet reports whether there is a time at which both are in force.
func meet(a, b RuleWhen) bool {
	apart := func(x, y *float64) bool { return x != nil && y != nil && *x <= *y } // below x and above y
	if apart(a.TariffBelow, b.TariffAbove) || apart(b.TariffBelow, a.TariffAbove) {
		return false
	}
	of, in := a.week(), b.week()
	for m := range of {
		if of[m] && in[m] {
			return true
		}
	}
	return false
}

// within reports whether a is in force only when b is.
func within(a, b RuleWhen) bool {
	under := func(x, y *float64) bool { return y == nil || x != nil && *x <= *y }
	over := func(x, y *float64) bool { return y == nil || x != nil && *x >= *y }
	if !under(a.TariffBelow, b.TariffBelow) || !over(a.TariffAbove, b.TariffAbove) {
		return false
	}
	of, in := a.week(), b.week()
	for m := range of {
		if of[m] && !in[m] {
			return false
		}
	}
	return true
}

const minutesOfWeek = 7 * 24 * 60

// week are the minutes of a week, from Sunday's midnight, in which the hours and days hold. Hours
// over midnight belong to the day on which they begin.
func (w RuleWhen) week() *[minutesOfWeek]bool {
	var in [minutesOfWeek]bool
	from, to, ok := w.Minutes()
	if !ok {
		return &in // it is refused for itself
	}
	if to <= from {
		to += 24 * 60
	}
	for name, day := range Weekdays {
		if len(w.Days) > 0 && !slices.Contains(w.Days, name) {
			continue
		}
		for m := from; m < to; m++ {
			in[(int(day)*24*60+m)%minutesOfWeek] = true
		}
	}
	return &in
}
