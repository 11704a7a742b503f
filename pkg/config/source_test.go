package config

import (
	"strings"
	"testing"
	"time"
)

// Sources, and quotes that are taken from them: every mistake is named.
func TestSources(t *testing.T) {
	from := func(in string, sources ...string) Quote {
		return Quote{From: sources, In: in, MaxAge: time.Hour, MaxJump: 1.5, Hold: time.Hour}
	}
	for name, tt := range map[string]struct {
		change func(c *Config)
		want   string // "": none
	}{
		"good":                {func(c *Config) { c.Rates["BTC"] = from("", "gecko:bitcoin.price_usd") }, ""},
		"in another currency": {func(c *Config) { c.Rates["EUR"] = from("BTC", "gecko:x"); c.Rates["BTC"] = from("", "gecko:y") }, ""},
		"no such source":      {func(c *Config) { c.Rates["BTC"] = from("", "nobody:x") }, `rates.BTC.from: "nobody:x" names no source`},
		"no key":              {func(c *Config) { c.Rates["BTC"] = from("", "gecko") }, "names no source"},
		"no such rate":        {func(c *Config) { c.Rates["BTC"] = from("XXX", "gecko:x") }, "there is no rate for XXX"},
		"rates in a circle":   {func(c *Config) { c.Rates["A"], c.Rates["B"] = from("B", "gecko:x"), from("A", "gecko:y") }, "the rates lead in a circle"},
		"power in a currency": {func(c *Config) {
			c.Electricity.PricePerKWh = from("EUR", "gecko:x")
			c.Rates["EUR"] = from("", "gecko:y")
		}, "electricity.price_per_kwh.in: is for coins' prices"},
		"unknown type": {func(c *Config) { c.Sources["gecko"] = Source{Type: "oracle"} }, `sources.gecko.type: "oracle" is not known`},
		"a pool without a URL": {func(c *Config) {
			c.Sources["gecko"] = Source{Type: "2miners", Every: time.Minute, Timeout: time.Minute}
		}, "sources.gecko.url"},
		"coins without ids":     {func(c *Config) { s := c.Sources["gecko"]; s.IDs = nil; c.Sources["gecko"] = s }, "sources.gecko.ids"},
		"a period without time": {func(c *Config) { c.Electricity.Periods = []Period{{From: "25:00", Until: "06:00"}} }, `"25:00" is no time of day`},
		"a period on no day":    {func(c *Config) { c.Electricity.Periods = []Period{{Days: "mo", From: "22:00", Until: "06:00"}} }, `"mo" are no days`},
	} {
		c := Default()
		c.Electricity.PricePerKWh = Quote{Value: new(0.1)}
		c.Rates = map[string]Quote{}
		c.Sources = map[string]Source{"gecko": {Type: "coingecko", IDs: []string{"bitcoin"}}}
		c.defaults()
		tt.change(&c)
		var said []string
		for _, f := range c.validate() {
			said = append(said, f.Where+": "+f.What)
		}
		all := strings.Join(said, "\n")
		if tt.want == "" && all != "" || !strings.Contains(all, tt.want) {
			t.Errorf("%s: %q, want %q", name, all, tt.want)
		}
	}
}

// A daemon asks the sources that it was started with: a reload can take quotes from
// those, and from no other.
func TestSourcesOfAReload(t *testing.T) {
	text := func(sources, from string) *Config {
		c, err := Parse([]byte("electricity: {price_per_kwh: 0.1}\nsources: {" + sources + "}\nrates: {EUR: {from: [\"" + from + "\"]}}\n"))
		if err != nil {
			t.Fatal(err)
		}
		return c
	}
	const one, two = "ecb: {type: frankfurter}", "ecb: {type: frankfurter}, gecko: {type: coingecko, ids: [bitcoin]}"
	running := text(one, "ecb:EUR.usd")
	for name, tt := range map[string]struct {
		next *Config
		want string
	}{
		"nothing changed":         {text(one, "ecb:EUR.usd"), ""},
		"a source nobody uses":    {text(two, "ecb:EUR.usd"), ""},
		"a quote of a new source": {text(two, "gecko:bitcoin.price_usd"), `rates.EUR.from: "gecko:bitcoin.price_usd" names no source`},
	} {
		err := running.Answers(tt.next)
		if tt.want == "" && err != nil || tt.want != "" && (err == nil || !strings.Contains(err.Error(), tt.want)) {
			t.Errorf("%s: %v", name, err)
		}
	}
}
