package sanity

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"time"

	"github.com/gpuarbiter/gpuarbiter/pkg/config"
)

func (k *checker) policy() {
	p := k.Policy
	slow := func(name string, v, most time.Duration, why string) {
		if v > most {
			k.doubt("policy."+name, "at most "+most.String(), "%s %s", v, why)
		}
	}
	slow("tick", p.Tick, 5*time.Minute, "between decisions leaves faults and prices unseen for long")
	slow("min_run", p.MinRun, 24*time.Hour, "keep a device at what has long stopped to pay")
	slow("drain_timeout", p.DrainTimeout, time.Hour, "hold a device that does not come free up for long")
	if p.SwitchSeconds > 3600 {
		k.doubt("policy.switch_seconds", meant(scaled(p.SwitchSeconds, 5, 600, 1e-3), "some 180"), "%g seconds for a switch leave every device at what it does", p.SwitchSeconds)
	}
	if p.MinLeadUSD > 1 {
		k.doubt("policy.min_lead_usd_per_hour", meant(scaled(p.MinLeadUSD, 0.0001, 0.2, 1e-2, 1e-3), "0.001"), "no coin leads another by %g USD an hour: nothing would ever be switched", p.MinLeadUSD)
	}
	if p.MinLeadRatio > 0.5 {
		k.doubt("policy.min_lead_ratio", meant(scaled(p.MinLeadRatio, 0.005, 0.5, 1e-1, 1e-2), "0.05 is 5 per cent"), "a lead of %g per cent is rare: hardly anything would be switched", 100*p.MinLeadRatio)
	}
	if p.WattBudget > 0 && p.WattBudget < 60 {
		k.doubt("policy.watt_budget", meant(scaled(p.WattBudget, 200, 20000, 1e3), "0 is no limit"), "%g watts are less than one card draws", p.WattBudget)
	}
	if c := k.Curtailment; c.BaselineWatts > 0 && (c.BaselineWatts < 100 || c.BaselineWatts > 100_000) {
		k.doubt("curtailment.baseline_watts", meant(scaled(c.BaselineWatts, 300, 20000, 1e3, 1e-3), "what the rig draws at the wall"), "%g watts are not what a rig draws", c.BaselineWatts)
	}
	for _, x := range k.Conflicts() { // those that always contradict each other are refused
		k.doubt(fmt.Sprintf("policy.rules[%d]", x.Second), "nothing, if that is meant: what is forbidden stays so", "at times %s (rule %q)", x.Why, k.Policy.Rules[x.First].Name)
	}
	if k.HTTP.PublicListen() {
		k.doubt("http.listen", "127.0.0.1:9820, and a proxy with a password before it", "%s can be reached from elsewhere, and has no password", k.HTTP.Listen)
	}
}

func (k *checker) chains() {
	if k.Wallet.Address != "" && ethereumWrong(k.Wallet.Address) != "" {
		k.doubt("wallet.address", "copy it once more", "%s: its checksum does not fit", k.Wallet.Address)
	}
	for i, c := range k.Chains {
		path := fmt.Sprintf("chains[%d]", i)
		if c.Market != "" && ethereumWrong(c.Market) != "" {
			k.doubt(path+".market", "copy it once more, as contract deploy printed it", "%s: its checksum does not fit", c.Market)
		}
		for j, t := range c.Tokens {
			if ethereumWrong(t.Address) != "" {
				k.doubt(fmt.Sprintf("%s.tokens[%d].address", path, j), "copy it once more", "%s: its checksum does not fit", t.Address)
			}
			if t.Decimals == 0 {
				k.doubt(fmt.Sprintf("%s.tokens[%d].decimals", path, j), "as its contract says: 6 of USDC, 18 of most", "is 0: a reward would count a million times, or more, what it is worth")
			}
		}
		if c.Market != "" && !c.EtherPriceUSD.Configured() && !c.TestNetworkIsMoney {
			k.doubt(path+".ether_price_usd", "add it", "is missing: rewards in ether count as nothing, and gas as free")
		}
		if v, ok := number(c.EtherPriceUSD); ok && c.ID == 1 && (v < 50 || v > 100_000) {
			k.doubt(path+".ether_price_usd", meant(scaled(v, 50, 100_000, 1e3, 1e-3), "take it from a source"), "an ether would be worth %g USD", v)
		}
		for key, list := range map[string][]config.SecretURL{".rpc": c.RPC, ".beacon": c.Beacon} {
			if len(slices.Compact(slices.Sorted(slices.Values(list)))) < len(list) {
				k.doubt(path+key, "name another provider", "names an endpoint twice: it fails twice at once, too")
			}
		}
		if c.MaxGameBondsEther > 1 {
			k.doubt(path+".max_game_bonds_ether", "0.05", "%g ether may be locked up at once in games against others", c.MaxGameBondsEther)
		}
		if c.MaxBondEther > 5 {
			k.doubt(path+".max_bond_ether", "0.1", "%g ether may be locked up, and lost, in one attempt", c.MaxBondEther)
		}
	}
}

// references doubts names that match nothing, and what nothing names.
func (k *checker) references() {
	var algorithms []string
	for _, c := range k.Mining.Coins {
		algorithms = append(algorithms, c.Algorithm, k.usual(c))
	}
	for _, h := range k.Rent.Hosts {
		for _, name := range slices.Sorted(maps.Keys(h.Models)) {
			k.model(fmt.Sprintf("rent.hosts[%q].models.%q", h.Name, name), name)
		}
	}
	for i, t := range k.Devices.Tuning {
		path := fmt.Sprintf("devices.tuning[%d]", i)
		k.among(path+".algorithms", t.Algorithms, algorithms, "the coins' algorithms")
	}
	for i, r := range k.Policy.Rules {
		path := fmt.Sprintf("policy.rules[%d]", i)
		for j, name := range r.Devices.Models {
			k.model(fmt.Sprintf("%s.devices.models[%d]", path, j), name)
		}
		for j, uuid := range r.Devices.UUIDs {
			k.uuid(fmt.Sprintf("%s.devices.uuids[%d]", path, j), uuid)
		}
	}
	used := k.usedSources()
	for _, name := range slices.Sorted(maps.Keys(k.Sources)) {
		if !used[name] {
			k.doubt("sources."+name, "leave it out, or name it in a quote: from: [\""+name+":...\"]", "no quote takes anything from it")
		}
	}
}

func (k *checker) among(where string, names, list []string, what string) {
	for _, n := range names {
		if !slices.Contains(list, n) {
			hint := "there are " + strings.Join(list, ", ")
			if len(list) == 0 {
				hint = "leave it out: there are none"
			}
			k.doubt(where, meant(near(n, list), hint), "%q matches nothing in %s", n, what)
		}
	}
}

// usedSources are those that a quote takes something from.
func (k *checker) usedSources() map[string]bool {
	used := map[string]bool{}
	add := func(quotes ...config.Quote) {
		for _, q := range quotes {
			for _, from := range q.From {
				name, _, _ := strings.Cut(from, ":")
				used[name] = true
			}
		}
	}
	add(k.Electricity.PricePerKWh)
	for _, q := range k.Rates {
		add(q)
	}
	for _, c := range k.Mining.Coins {
		add(c.PriceUSD, c.Difficulty, c.BlockReward, c.USDPerHash)
		for _, m := range c.Models {
			add(m.USDPerHour)
		}
	}
	for _, c := range k.Chains {
		add(c.EtherPriceUSD)
		for _, t := range c.Tokens {
			add(t.PriceUSD)
		}
	}
	for _, h := range k.Rent.Hosts {
		for _, m := range h.Models {
			add(m.USDPerHour)
		}
	}
	return used
}
