package config

import (
	"fmt"
	"maps"
	"math"
	"net"
	"net/netip"
	"net/url"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"
)

var address = regexp.MustCompile(`^0x[0-9a-fA-F]{40}$`)

// checker collects faults with the path of the field.
type checker struct {
	cfg  *Config
	list []Fault
}

func (c *checker) bad(path, hint, format string, args ...any) {
	c.list = append(c.list, Fault{path, fmt.Sprintf(format, args...), hint})
}

func (c *checker) oneOf(path, v string, allowed ...string) {
	if !slices.Contains(allowed, v) {
		c.bad(path, "use one of: "+strings.Join(allowed, ", "), "%q is unknown", v)
	}
}

func (c *checker) between(path string, v, low, high float64) {
	if !(v >= low && v <= high) {
		hint := fmt.Sprintf("between %v and %v", low, high)
		if high == math.MaxFloat64 {
			hint = fmt.Sprintf("a finite number, at least %v", low)
		}
		c.bad(path, hint, "%v is out of range", v)
	}
}

func (c *checker) atLeast(path string, v, low float64) { c.between(path, v, low, math.MaxFloat64) }

func (c *checker) ratio(path string, v float64) { c.between(path, v, 0, 1) }

func (c *checker) duration(path string, v, low time.Duration) {
	if v < low {
		c.bad(path, "at least "+low.String(), "%s is too short", v)
	}
}

// quote is one in the field's own unit.
func (c *checker) quote(path string, q Quote) {
	if q.In != "" {
		c.bad(path+".in", "name a source that quotes in the field's own unit", "is for coins' prices and revenues and for rates alone")
	}
	c.money(path, q)
}

// money is a quote that may be in any currency.
func (c *checker) money(path string, q Quote) {
	switch {
	case q.Value != nil:
		if *q.Value < 0 || math.IsNaN(*q.Value) || math.IsInf(*q.Value, 0) {
			c.bad(path, "a price is a number from zero up", "%v is no price", *q.Value)
		}
	case q.File != "":
		if q.Key == "" {
			c.bad(path+".key", "name the entry of the file", "is missing")
		}
		if q.MaxAge <= 0 {
			c.bad(path+".max_age", "say how long the file's value is believed, such as 15m", "is missing")
		}
	case len(q.From) > 0:
		c.cfg.checkFrom(c, path, q)
	case q.Key != "" || q.MaxAge != 0:
		c.bad(path+".file", "name the file", "is missing")
	}
}

// validate checks every field; it reports all faults at once.
func (c *Config) validate() []Fault {
	k := &checker{cfg: c}
	if c.StateDir == "" {
		k.bad("state_dir", "name a folder", "is empty")
	}
	k.atLeast("state_dir_max_bytes", float64(c.StateMax), 1<<20)
	k.oneOf("log.level", c.Log.Level, "debug", "info", "warn", "error")
	k.oneOf("log.format", c.Log.Format, "console", "json")
	if c.HTTP.Listen != "" {
		_, port, err := net.SplitHostPort(c.HTTP.Listen)
		if err == nil {
			_, err = strconv.ParseUint(port, 10, 16)
		}
		if err != nil {
			k.bad("http.listen", "write host:port, such as 127.0.0.1:9820", "%q is no address", c.HTTP.Listen)
		}
	}
	c.checkSources(k)
	c.checkElectricity(k)
	c.checkPeriods(k)
	c.checkDevices(k)
	c.checkMining(k)
	c.checkTraining(k)
	c.checkChains(k)
	c.checkPolicy(k)
	c.checkRules(k)
	c.checkCurtailment(k)
	c.checkHomeAssistant(k)
	c.checkRent(k)
	k.work()
	return k.list
}

// PublicListen reports whether the HTTP address can be reached from elsewhere.
func (h HTTP) PublicListen() bool {
	host, _, err := net.SplitHostPort(h.Listen)
	if err != nil || host == "localhost" {
		return false
	}
	ip, err := netip.ParseAddr(host)
	return err != nil || !ip.IsLoopback()
}

func (c *Config) checkElectricity(k *checker) {
	if !c.Electricity.PricePerKWh.Configured() {
		k.bad("electricity.price_per_kwh", "say what a kilowatt-hour costs; 0 if it is free", "is missing")
	}
	k.quote("electricity.price_per_kwh", c.Electricity.PricePerKWh)
	k.between("electricity.overhead_ratio", c.Electricity.OverheadRatio, 1, 3)
	for _, name := range slices.Sorted(maps.Keys(c.Rates)) {
		k.money("rates."+name, c.Rates[name])
	}
	if cur := c.Electricity.Currency; cur != "USD" {
		if !c.Rates[cur].Configured() {
			k.bad("electricity.currency", fmt.Sprintf("add rates.%s: the USD that one %s is worth", cur, cur), "there is no rate for %q", cur)
		}
	}
}

func (c *Config) checkDevices(k *checker) {
	k.oneOf("devices.source", c.Devices.Source, "nvml", "simulated")
	for _, name := range slices.Sorted(maps.Keys(c.Devices.Models)) {
		m := c.Devices.Models[name]
		path := fmt.Sprintf("devices.models.%q", name)
		k.atLeast(path+".idle_watts", m.IdleWatts, 0)
		k.atLeast(path+".mining_limit_watts", m.MiningLimitWatts, 0)
		k.atLeast(path+".training_limit_watts", m.TrainingLimitWatts, 0)
		k.atLeast(path+".training_watts", m.TrainingWatts, 0)
		k.atLeast(path+".training_macs_per_second", m.TrainingMACsPerSecond, 0)
		k.celsius(path+".max_celsius", m.MaxCelsius)
		k.celsius(path+".max_memory_celsius", m.MaxMemoryCelsius)
	}
	for _, name := range slices.Sorted(maps.Keys(c.Devices.Groups)) {
		if len(c.Devices.Groups[name]) == 0 {
			k.bad("devices.groups."+name, "name devices by UUID or number", "is empty")
		}
	}
	c.checkCare(k)
}

func (c *Config) checkMining(k *checker) {
	if strings.ContainsFunc(c.Mining.Worker, notGraphic) {
		k.bad("mining.worker", "pools take names without blanks", "%q cannot be used", c.Mining.Worker)
	}
	k.duration("mining.grace", c.Mining.Grace, time.Second)
	k.duration("mining.warmup", c.Mining.Warmup, time.Second)
	seen := map[string]bool{}
	for i, coin := range c.Mining.Coins {
		path := fmt.Sprintf("mining.coins[%d]", i)
		if coin.Name == "" || strings.ContainsAny(coin.Name, " /") || seen[coin.Name] {
			k.bad(path+".name", "give every coin a name of its own, without blanks", "%q cannot be used", coin.Name)
		}
		seen[coin.Name] = true
		checkCoin(k, path, coin)
		c.checkMiner(k, path, coin)
	}
}

// PoolAPITypes are the kinds of pool that can be asked what they have accepted.
var PoolAPITypes = []string{"2miners", "cryptonote-pool", "gpuarbiter", "miningcore", "nodejs-pool", "nomp"}

func checkCoin(k *checker, path string, coin Coin) {
	if coin.Algorithm == "" {
		k.bad(path+".algorithm", "as the miner names it, such as kawpow", "is missing")
	} else if err := Word("algorithm", coin.Algorithm); err != nil {
		k.bad(path+".algorithm", "as the miner names it, such as kawpow", "%v", err)
	}
	if strings.ContainsRune(coin.Binary, 0) {
		k.bad(path+".binary", "name the miner's program", "must be a path")
	}
	checkPool(k, path+".pool", coin.Pool)
	for i, pool := range coin.Pools {
		checkPool(k, fmt.Sprintf("%s.pools[%d]", path, i), pool)
	}
	k.oneOf(path+".pool_api_type", coin.PoolAPIType, PoolAPITypes...)
	if coin.PoolAPI != "" {
		if u, err := url.Parse(coin.PoolAPI.Reveal()); err != nil || (u.Scheme != "http" && u.Scheme != "https") {
			k.bad(path+".pool_api", "write an http or https address", "%q is not one", coin.PoolAPI)
		}
	}
	if coin.Wallet == "" {
		k.bad(path+".wallet", "the address that the pool pays to", "is missing")
	} else if err := Word("wallet", coin.Wallet); err != nil {
		k.bad(path+".wallet", "write it on one line, without blanks; YAML's | adds a line's end", "%v", err)
	}
	k.money(path+".price_usd", coin.PriceUSD)
	k.quote(path+".difficulty", coin.Difficulty)
	k.quote(path+".block_reward", coin.BlockReward)
	k.money(path+".usd_per_hash", coin.USDPerHash)
	k.atLeast(path+".hashes_per_difficulty", coin.HashesPerDifficulty, 1e-9)
	k.ratio(path+".pool_fee_ratio", coin.PoolFeeRatio)
	if coin.MinerFeeRatio != nil {
		k.ratio(path+".miner_fee_ratio", *coin.MinerFeeRatio)
	}
	k.ratio(path+".stale_ratio", coin.StaleRatio)
	k.ratio(path+".sale_fee_ratio", coin.SaleFeeRatio)
	for _, name := range slices.Sorted(maps.Keys(coin.Models)) {
		m := coin.Models[name]
		p := fmt.Sprintf("%s.models.%q", path, name)
		k.atLeast(p+".hashes_per_second", m.HashesPerSecond, 0)
		k.atLeast(p+".watts", m.Watts, 0)
		k.money(p+".usd_per_hour", m.USDPerHour)
		k.atLeast(p+".hash_scale", m.HashScale, 1e-9)
		k.between(p+".hash_limit", m.HashLimit, 0, 1e15)
	}
}

func checkPool(k *checker, path, pool string) {
	if strings.Contains(pool, "@") {
		k.bad(path, "write them as wallet and password_file", "holds a login or a password: wallet and worker have fields of their own")
	} else if _, err := ParsePool(pool); err != nil {
		k.bad(path, "write stratum+tcp://host:port or stratum+ssl://host:port, and a certificate that is pinned as #SHA-256 behind the latter", "%v", err)
	}
}

// checkMiner compares what a coin asks for with what its miner's page says.
func (c *Config) checkMiner(k *checker, path string, coin Coin) {
	if coin.Miner == "" {
		if names := c.Mining.minersOf(coin.Algorithm); coin.Algorithm != "" && len(names) > 0 {
			k.bad(path+".miner", "name one of them; gpuarbiter miner show prints what is known of it", "is missing: %s is mined by %s", coin.Algorithm, strings.Join(names, ", "))
		} else {
			k.bad(path+".miner", "name one of gpuarbiter miner list, or write a page for it into mining.miners_dir", "is missing")
		}
		return
	}
	page, err := c.Mining.Page(coin.Miner)
	if err != nil {
		k.bad(path+".miner", "name one of them, or write a page for it into mining.miners_dir", "%v", err)
		return
	}
	if coin.Binary == "" && page.Binary == "" && !page.Self {
		k.bad(path+".binary", "name the miner's program", "is missing")
	}
	if _, err := page.Algorithm(coin.Algorithm); err != nil && coin.Algorithm != "" {
		k.bad(path+".algorithm", "use one of its algorithms, or another miner", "%v", err)
	}
	for i, pool := range append([]string{coin.Pool}, coin.Pools...) {
		at := path + ".pool"
		if i > 0 {
			at = fmt.Sprintf("%s.pools[%d]", path, i-1)
		}
		if address, err := ParsePool(pool); err == nil {
			if why := page.Pool(address.TLS, address.Fingerprint != ""); why != "" {
				k.bad(at, "use another address of the pool, or another miner", "%s", why)
			}
		}
	}
	for _, name := range slices.Sorted(maps.Keys(coin.Parameters)) {
		if !page.Can("Parameters." + name) {
			k.bad(path+".parameters."+name, "leave it out; gpuarbiter miner show "+page.Name+" prints the page", "the page of %s has no use for it", page.Name)
		}
	}
	for _, name := range slices.Sorted(maps.Keys(coin.Models)) {
		if coin.Models[name].HashLimit > 0 && !page.Can("HashLimit") {
			k.bad(fmt.Sprintf("%s.models.%q.hash_limit", path, name), "leave it out, or use the builtin miner", "%s cannot limit its rate", coin.Miner)
		}
	}
}

// mostTogether bounds the devices of one training job: no machine has more.
const mostTogether = 64

func (c *Config) checkTraining(k *checker) {
	t := c.Training
	if len(t.Command) > 0 && t.Command[0] == "" {
		k.bad("training.command", "name the program and its arguments", "its first word is empty")
	}
	for name := range t.Env {
		if name == "" || strings.ContainsAny(name, "=\x00") {
			k.bad("training.env", "such as OMP_NUM_THREADS: \"4\"", "%q is no name of a variable", name)
		}
	}
	if len(t.Command) == 0 && t.Backend != "go" && !strings.HasPrefix(t.Backend, "xla:/") {
		k.bad("training.backend", "use go, or xla:/absolute/path/of/the/pjrt/plugin.so", "%q is unknown", t.Backend)
	}
	k.atLeast("training.threads", float64(t.Threads), 0)
	k.between("training.max_devices", float64(t.MaxDevices), 1, mostTogether)
	if len(t.Command) == 0 && t.MaxDevices > 1 {
		k.bad("training.max_devices", "leave it at 1, or name a training.command that knows ranks (docs/TRAINER.md)", "is %d: the program's own trainer takes one device", t.MaxDevices)
	}
	k.duration("training.grace", t.Grace, time.Second)
	k.duration("training.checkpoint_every", t.CheckpointEvery, 100*time.Millisecond)
	k.between("training.margin_ratio", t.MarginRatio, 0, 0.5)
	k.atLeast("training.epochs", float64(t.Epochs), 0)
	k.between("training.search_ratio", t.SearchRatio, 0, 0.5)
	k.between("training.work_sigma", t.WorkSigma, 0, 5)
	k.ratio("training.reach_probability", t.ReachProbability)
	k.atLeast("training.speed_limit", t.SpeedLimit, 0)
}

func (c *Config) checkChains(k *checker) {
	seen := map[string]bool{}
	for i, ch := range c.Chains {
		path := fmt.Sprintf("chains[%d]", i)
		if ch.Name == "" || strings.ContainsAny(ch.Name, " /") || seen[ch.Name] {
			k.bad(path+".name", "give every chain a name of its own, without blanks or slashes", "%q cannot be used", ch.Name)
		}
		seen[ch.Name] = true
		if ch.ID == 0 {
			k.bad(path+".id", "the chain's EIP-155 id: 1 is Ethereum", "is missing")
		}
		if len(ch.RPC) == 0 {
			k.bad(path+".rpc", "list at least one endpoint", "is missing")
		}
		k.endpoints(path+".rpc", ch.RPC, "write an http(s) or ws(s) address", "http", "https", "ws", "wss")
		k.endpoints(path+".beacon", ch.Beacon, "write an http(s) address", "http", "https")
		switch {
		case ch.Market != "" && !address.MatchString(ch.Market):
			k.bad(path+".market", "0x and 40 hexadecimal digits, as contract deploy prints it", "%q is no address", ch.Market)
		case strings.Trim(ch.Market, "0x") == "" && ch.Market != "":
			k.bad(path+".market", "leave it out until contract deploy has printed the real one", "the address is all zeros")
		}
		k.quote(path+".ether_price_usd", ch.EtherPriceUSD)
		for j, t := range ch.Tokens {
			at := fmt.Sprintf("%s.tokens[%d]", path, j)
			if !address.MatchString(t.Address) || strings.Trim(t.Address, "0x") == "" {
				k.bad(at+".address", "0x and 40 hexadecimal digits", "%q is no address", t.Address)
			}
			if t.Symbol == "" || strings.ContainsAny(t.Symbol, " /") {
				k.bad(at+".symbol", "what you call it, such as USDC", "%q cannot be used", t.Symbol)
			}
			k.between(at+".decimals", float64(t.Decimals), 0, 36)
			k.quote(at+".price_usd", t.PriceUSD)
		}
		k.duration(path+".poll", ch.Poll, 100*time.Millisecond)
		k.atLeast(path+".max_fee_gwei", ch.MaxFeeGwei, 0)
		k.atLeast(path+".max_bond_ether", ch.MaxBondEther, 0)
		k.oneOf(path+".disputes", ch.Disputes, DisputesAll, DisputesOwn)
		k.atLeast(path+".max_game_bonds_ether", ch.MaxGameBondsEther, 0)
		k.atLeast(path+".min_reward_usd", ch.MinRewardUSD, 0)
		k.ratio(path+".organiser_ratio", ch.OrganiserRatio)
		k.atLeast(path+".rivals", ch.Rivals, 0)
		k.atLeast(path+".rivals_at_usd", ch.RivalsAtUSD, 0)
		k.ratio(path+".bond_at_risk_ratio", ch.BondAtRiskRatio)
		k.atLeast(path+".data.max_bytes", float64(ch.Data.MaxBytes), 1)
		k.duration(path+".data.timeout", ch.Data.Timeout, time.Second)
	}
	c.checkSigner(k)
	if c.Wallet.Keystore == "" && c.Wallet.PasswordFile != "" {
		k.bad("wallet.keystore", "name the keystore file that the password opens", "is missing")
	}
}

// endpoints checks a list of addresses. It does not show them: they may hold keys.
func (k *checker) endpoints(path string, list []SecretURL, hint string, schemes ...string) {
	for i, address := range list {
		u, err := url.Parse(address.Reveal())
		if err != nil || !slices.Contains(schemes, u.Scheme) || u.Host == "" {
			k.bad(fmt.Sprintf("%s[%d]", path, i), hint, "is no endpoint")
		}
	}
}

// checkSigner: what reaches the signer can have anything signed.
func (c *Config) checkSigner(k *checker) {
	w := c.Wallet
	if w.Signer == "" {
		if w.Address != "" {
			k.bad("wallet.address", "a keystore file names its account itself", "is for a remote signer, and none is configured")
		}
		return
	}
	u, err := url.Parse(w.Signer.Reveal())
	switch {
	case w.Keystore != "":
		k.bad("wallet.signer", "name one of them", "and wallet.keystore are both set")
	case err != nil || !slices.Contains([]string{"http", "https", "ws", "wss"}, u.Scheme) || u.Host == "":
		k.bad("wallet.signer", "write an http(s) or ws(s) address", "is no endpoint")
	case (u.Scheme == "http" || u.Scheme == "ws") && !slices.Contains([]string{"localhost", "127.0.0.1", "::1"}, u.Hostname()):
		k.bad("wallet.signer", "use https, or a tunnel to this machine", "is on another machine and not encrypted")
	}
	if !address.MatchString(w.Address) || strings.Trim(w.Address, "0x") == "" {
		k.bad("wallet.address", "the account that the signer signs for: 0x and 40 hexadecimal digits", "%q is no address", w.Address)
	}
}

func (c *Config) checkPolicy(k *checker) {
	p := c.Policy
	k.duration("policy.tick", p.Tick, 100*time.Millisecond)
	k.duration("policy.min_run", p.MinRun, 0)
	k.atLeast("policy.min_lead_usd_per_hour", p.MinLeadUSD, 0)
	k.atLeast("policy.lead_variance", p.LeadVariance, 0)
	k.atLeast("policy.switch_seconds", p.SwitchSeconds, 0)
	k.duration("policy.horizon", p.Horizon, time.Minute)
	k.atLeast("policy.risk_aversion", p.RiskAversion, 0)
	k.atLeast("policy.price_volatility", p.PriceVolatility, 0)
	k.atLeast("policy.payout_days", p.PayoutDays, 0)
	k.ratio("policy.lost_work_ratio", p.LostWorkRatio)
	k.atLeast("policy.watt_budget", p.WattBudget, 0)
	k.ratio("policy.min_lead_ratio", p.MinLeadRatio)
	k.duration("policy.signal_every", p.SignalEvery, 0)
	k.duration("policy.record_every", p.RecordEvery, 0)
	k.duration("policy.ledger_every", p.LedgerEvery, 100*time.Millisecond)
	k.duration("policy.drain_timeout", p.DrainTimeout, time.Second)
}
