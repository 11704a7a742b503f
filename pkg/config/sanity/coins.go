package sanity

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/gpuarbiter/gpuarbiter/pkg/config"
)

func (k *checker) coins() {
	algorithms := k.algorithmNames()
	for i, c := range k.Mining.Coins {
		path := fmt.Sprintf("mining.coins[%d]", i)
		if a := k.usual(c); !slices.Contains(algorithms, a) {
			if guess := near(a, algorithms); guess != "" {
				k.doubt(path+".algorithm", meant(guess, ""), "no miner's page knows %q", c.Algorithm)
			}
		}
		of, isKnown := k.Coins[strings.ToUpper(c.Name)]
		if isKnown && of.Algorithm != "" && k.Algorithms[k.usual(c)].Rate > 0 && k.usual(c) != of.Algorithm {
			k.doubt(path+".algorithm", meant(of.Algorithm, ""), "%s is not mined with %s", c.Name, c.Algorithm)
		}
		if isKnown {
			k.wallet(path+".wallet", c, of.address)
		}
		if a := k.Algorithms[k.usual(c)]; a.Hashes > 0 && c.Difficulty.Configured() && c.HashesPerDifficulty != a.Hashes && (c.HashesPerDifficulty == 1 || a.Hashes == 1) {
			k.doubt(path+".hashes_per_difficulty", meant(fmt.Sprintf("%.0f", a.Hashes), ""), "a unit of difficulty stands for %.0f hashes of %s, not for %g", a.Hashes, c.Algorithm, c.HashesPerDifficulty)
		}
		k.fees(path, c)
		k.priced(path, c)
		for _, name := range slices.Sorted(maps.Keys(c.Models)) {
			at := fmt.Sprintf("%s.models.%q", path, name)
			k.rate(at, c, name, c.Models[name])
			k.revenue(at, c, name, c.Models[name])
		}
		k.twins(path, i, c)
	}
}

// algorithmNames are all names that any page has.
func (k *checker) algorithmNames() []string {
	names := map[string]bool{}
	for _, page := range k.Mining.Pages {
		for _, a := range page.Known() {
			names[a] = true
		}
	}
	for a := range k.Algorithms {
		names[a] = true
	}
	return slices.Sorted(maps.Keys(names))
}

// twins doubts a coin that an earlier one is already, with another name.
func (k *checker) twins(path string, i int, c config.Coin) {
	for _, d := range k.Mining.Coins[:i] {
		if c.Pool == d.Pool && c.Wallet == d.Wallet && c.Algorithm == d.Algorithm && c.Miner == d.Miner && slices.Equal(c.Args, d.Args) && maps.Equal(c.Parameters, d.Parameters) {
			k.doubt(path+".pool", "write the coin's own pool", "is that of %s too, with the same wallet and miner: the devices would mine the same", d.Name)
		}
	}
}
