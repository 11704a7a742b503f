package config

import (
	"fmt"
	"slices"
	"strings"
	"time"
)

// Period is a part of the day, or of some days, with its own price of electricity.
type Period struct {
	Days        string  `yaml:"days"`  // mon-fri, sat-sun, mon, or empty: all
	From        string  `yaml:"from"`  // 22:00
	Until       string  `yaml:"until"` // 06:00; not later than from: the next day
	PricePerKWh float64 `yaml:"price_per_kwh"`
}

var weekdays = []string{"sun", "mon", "tue", "wed", "thu", "fri", "sat"}

// Times are the period's ends since midnight and its days. The period has been
// checked; one that has not gives none.
func (p Period) Times() (from, until time.Duration, days []time.Weekday) {
	from, until, days, _ = p.parse()
	return from, until, days
}

func (p Period) parse() (from, until time.Duration, days []time.Weekday, err error) {
	clock := func(text string) (time.Duration, error) {
		if text == "24:00" {
			return 24 * time.Hour, nil
		}
		t, err := time.Parse("15:04", text)
		if err != nil {
			return 0, fmt.Errorf("%q is no time of day", text)
		}
		return time.Duration(t.Hour())*time.Hour + time.Duration(t.Minute())*time.Minute, nil
	}
	if from, err = clock(p.From); err != nil {
		return
	}
	if until, err = clock(p.Until); err != nil {
		return
	}
	if p.Days == "" {
		return from, until, []time.Weekday{0, 1, 2, 3, 4, 5, 6}, nil
	}
	first, last, span := strings.Cut(p.Days, "-")
	a, b := slices.Index(weekdays, first), slices.Index(weekdays, last)
	if !span {
		b = a
	}
	if a < 0 || b < 0 {
		return 0, 0, nil, fmt.Errorf("%q are no days", p.Days)
	}
	for d := a; ; d = (d + 1) % 7 {
		days = append(days, time.Weekday(d))
		if d == b {
			return from, until, days, nil
		}
	}
}

// Place is where the tariff's clock stands.
func (e Electricity) Place() *time.Location {
	if place, err := time.LoadLocation(e.Timezone); err == nil {
		return place
	}
	return time.UTC
}

func (c *Config) checkPeriods(k *checker) {
	e := c.Electricity
	if _, err := time.LoadLocation(e.Timezone); err != nil {
		k.bad("electricity.timezone", "such as Europe/Berlin", "%q is not known", e.Timezone)
	}
	k.between("electricity.surcharge_per_kwh", e.SurchargePerKWh, -1000, 1000)
	k.between("electricity.tax_ratio", e.TaxRatio, 0, 10)
	for i, p := range e.Periods {
		path := fmt.Sprintf("electricity.periods[%d]", i)
		if _, _, _, err := p.parse(); err != nil {
			k.bad(path, "such as days: mon-fri, from: \"22:00\", until: \"06:00\"", "%v", err)
		}
		k.between(path+".price_per_kwh", p.PricePerKWh, -1000, 1000)
	}
}
