package config

import (
	"fmt"
	"maps"
	"net/url"
	"slices"
	"strings"
	"time"
)

// Source is where quotes come from.
type Source struct {
	Type      string        `yaml:"type"`
	URL       SecretURL     `yaml:"url"`        // of the type's own service, unless given
	Every     time.Duration `yaml:"every"`      // between two questions
	Timeout   time.Duration `yaml:"timeout"`    // of one
	KeyEnv    string        `yaml:"key_env"`    // environment variable with the key
	KeyFile   string        `yaml:"key_file"`   // or a file with it
	IDs       []string      `yaml:"ids"`        // coingecko: of coins
	Command   []string      `yaml:"command"`    // command: program and arguments
	CoinUnits float64       `yaml:"coin_units"` // pools: smallest units of a coin
	BlockTime time.Duration `yaml:"block_time"` // miningcore: between the network's blocks
}

// sourceTypes are the types with their services' addresses; where that is empty
// the address must be given. The second is how often to ask.
var sourceTypes = map[string]struct {
	url   string
	every time.Duration
}{
	"whattomine":      {"https://whattomine.com/coins.json", 5 * time.Minute},
	"minerstat":       {"https://api.minerstat.com/v2/coins", 5 * time.Minute},
	"nicehash":        {"https://api2.nicehash.com/main/api/v2/public/simplemultialgo/info", 5 * time.Minute},
	"nicehash-rates":  {"https://api2.nicehash.com/main/api/v2/exchangeRate/list", 5 * time.Minute},
	"coingecko":       {"https://api.coingecko.com/api/v3/simple/price", 5 * time.Minute},
	"frankfurter":     {"https://api.frankfurter.dev/v1/latest?base=EUR&symbols=USD,GBP,CHF,SEK,NOK,DKK,PLN,CZK,CAD,AUD", 6 * time.Hour},
	"awattar":         {"https://api.awattar.de/v1/marketdata", time.Hour},
	"octopus":         {"", time.Hour},
	"nodejs-pool":     {"", 5 * time.Minute},
	"cryptonote-pool": {"", 5 * time.Minute},
	"2miners":         {"", 5 * time.Minute},
	"2miners-blocks":  {"", 5 * time.Minute},
	"miningcore":      {"", 5 * time.Minute},
	"command":         {"", 5 * time.Minute},
}

// Header is how the source wants its key.
func (s Source) Header(key string) (name, value string) {
	switch s.Type {
	case "whattomine":
		return "Authorization", "Token " + key
	case "coingecko":
		if strings.Contains(s.URL.Reveal(), "pro-api.") {
			return "x-cg-pro-api-key", key
		}
		return "x-cg-demo-api-key", key
	}
	return "X-API-Key", key
}

func (c *Config) sourceDefaults() {
	for name, s := range c.Sources {
		t := sourceTypes[s.Type]
		setDefault(&s.URL, SecretURL(t.url))
		setDefault(&s.Every, t.every)
		setDefault(&s.Timeout, 20*time.Second)
		c.Sources[name] = s
	}
}

func (c *Config) checkSources(k *checker) {
	for _, name := range slices.Sorted(maps.Keys(c.Sources)) {
		s, path := c.Sources[name], "sources."+name
		if strings.ContainsAny(name, ": ") {
			k.bad(path, "use letters, digits and dashes", "a source's name has a colon or a blank")
		}
		if _, ok := sourceTypes[s.Type]; !ok {
			k.bad(path+".type", "one of "+strings.Join(slices.Sorted(maps.Keys(sourceTypes)), ", "), "%q is not known", s.Type)
			continue
		}
		u, err := url.Parse(s.URL.Reveal())
		switch {
		case s.Type == "command":
			if len(s.Command) == 0 {
				k.bad(path+".command", "program and arguments, as a list", "is missing")
			}
		case err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Host == "":
			k.bad(path+".url", "write an http(s) address", "is no address")
		}
		if s.Type == "coingecko" && len(s.IDs) == 0 {
			k.bad(path+".ids", "the coins' ids as coingecko.com has them, such as [monero]", "is empty")
		}
		if s.KeyEnv != "" && s.KeyFile != "" {
			k.bad(path+".key_env", "name one of them", "and key_file are both set")
		}
		k.duration(path+".every", s.Every, 10*time.Second)
		k.duration(path+".timeout", s.Timeout, time.Second)
		k.atLeast(path+".coin_units", s.CoinUnits, 0)
		k.duration(path+".block_time", s.BlockTime, 0)
	}
}

// Answers checks that a daemon which asks this configuration's sources can answer
// the quotes of another one.
func (c *Config) Answers(next *Config) error {
	asked := *next
	asked.Sources = c.Sources
	if faults := asked.validate(); len(faults) > 0 {
		return &Faults{"configuration", faults}
	}
	return nil
}

// checkFrom: a quote's sources must be there.
func (c *Config) checkFrom(k *checker, path string, q Quote) {
	for _, from := range q.From {
		name, key, ok := strings.Cut(from, ":")
		if _, there := c.Sources[name]; !ok || key == "" || !there {
			k.bad(path+".from", "write source:key, with a source of sources", "%q names no source", from)
		}
	}
	if q.In != "" && q.In != "USD" {
		if _, ok := c.Rates[q.In]; !ok {
			k.bad(path+".in", fmt.Sprintf("add rates.%s", q.In), "there is no rate for %s", q.In)
		}
	}
	for in, n := q.In, 0; in != "" && in != "USD"; in, n = c.Rates[in].In, n+1 {
		if n > len(c.Rates) {
			k.bad(path+".in", "one of the rates must be in USD", "the rates lead in a circle")
			break
		}
	}
	if len(q.From) > 0 {
		k.duration(path+".max_age", q.MaxAge, time.Second)
		k.duration(path+".hold", q.Hold, 0)
	}
	k.atLeast(path+".max_jump", q.MaxJump, 0)
}
