package config

import (
	"errors"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

// least is the smallest file that is valid.
const least = "electricity: {price_per_kwh: 0.3}\n"

const coin = `
mining:
  coins:
    - name: RVN
      algorithm: sha256d
      pool: stratum+tcp://pool.example:3333
      wallet: RRx
`

const chain = `
chains:
  - name: mainnet
    id: 1
    rpc: [http://127.0.0.1:8545]
`

// faultsOf parses a file that must be refused.
func faultsOf(t *testing.T, text string) []Fault {
	t.Helper()
	c, err := Parse([]byte(text))
	if err == nil {
		t.Fatalf("was taken:\n%s", text)
	}
	if c != nil {
		t.Error("an error came with a configuration")
	}
	var f *Faults
	if !errors.As(err, &f) || len(f.List) == 0 {
		t.Fatalf("error %T %v is no list of faults", err, err)
	}
	for _, x := range f.List {
		if x.Where == "" || x.What == "" || x.Hint == "" {
			t.Errorf("fault lacks a place, words or a cure: %+v", x)
		}
		if !strings.Contains(err.Error(), x.Where+": "+x.What) {
			t.Errorf("the error does not say %q", x.What)
		}
	}
	return f.List
}

func TestParseRefuses(t *testing.T) {
	for _, tt := range []struct{ name, text, where, what, hint string }{
		{"unknown key", least + "polcy: {}\n", "line 2", `unknown key "polcy"`, `did you mean "policy"?`},
		{"unknown nested key", least + "policy:\n  min_runs: 10m\n", "line 3", `unknown key "min_runs"`, `did you mean "min_run"?`},
		{"unknown key like nothing", least + "zzzzzzzzzz: 1\n", "line 2", `unknown key "zzzzzzzzzz"`, "config.example.yaml"},
		{"unknown key with a blank", least + "min run: 10m\n", "line 2", `unknown key "min run"`, "config.example.yaml"},
		{"unknown key of a quote", "electricity: {price_per_kwh: {file: f, key: k, maxage: 1h}}\n", "line 1", `unknown key "maxage"`, `did you mean "max_age"?`},
		{"text for a number", least + "training: {epochs: many}\n", "line 2", "`many` is not a number", ""},
		{"list for text", least + "state_dir: [a]\n", "line 2", "is not text", ""},
		{"text for a group", least + "policy: fast\n", "line 2", "`fast` is not a group of keys", ""},
		{"text for a list", least + "devices: {exclude: GPU-1}\n", "line 2", "`GPU-1` is not a list", ""},
		{"text for a truth", least + chain + "    test_network_is_money: perhaps\n", "line 7", "`perhaps` is not true or false", ""},
		{"negative size", least + "policy: {drain_memory_bytes: -1}\n", "line 2", "`-1` is not a number of the right kind", ""},
		{"duration without unit", least + "policy: {tick: 10}\n", "line 2", "`10` is not a duration", "90s"},
		{"duration that is none", least + "policy: {tick: soon}\n", "line 2", "`soon` is not a duration", "90s"},
		{"max_age without unit", "electricity: {price_per_kwh: {file: f, key: k, max_age: 60}}\n", "line 1", "`60` is not a duration", "90s"},
		{"short duration", least + "policy: {tick: 1ms}\n", "policy.tick", "too short", "100ms"},
		{"negative duration", least + "policy: {min_run: -1s}\n", "policy.min_run", "too short", ""},
		{"file mode", least + "control: {mode: rw}\n", "line 2", `"rw" is not an octal file mode`, ""},
		{"file mode of four digits", least + "control: {mode: \"1777\"}\n", "line 2", "is not an octal file mode", ""},
		{"no price of power", "state_dir: x\n", "electricity.price_per_kwh", "is missing", "0 if it is free"},
		{"empty file", "", "electricity.price_per_kwh", "is missing", ""},
		{"negative price", "electricity: {price_per_kwh: -0.1}\n", "electricity.price_per_kwh", "-0.1 is no price", "from zero up"},
		{"price with a unit", "electricity: {price_per_kwh: 30 ct}\n", "line 1", `"30 ct" is not a number`, ""},
		{"price as text", "electricity: {price_per_kwh: \"0.3\"}\n", "line 1", `"0.3" is not a number`, ""},
		{"price as a list", "electricity: {price_per_kwh: [0.3]}\n", "line 1", "want a number or", ""},
		{"price that is infinite", "electricity: {price_per_kwh: .inf}\n", "line 1", "is not a number", ""},
		{"quote without key", "electricity: {price_per_kwh: {file: f, max_age: 1h}}\n", "electricity.price_per_kwh.key", "is missing", ""},
		{"quote without max_age", "electricity: {price_per_kwh: {file: f, key: k}}\n", "electricity.price_per_kwh.max_age", "is missing", ""},
		{"quote without file", least + "rates: {EUR: {key: k, max_age: 1h}}\n", "rates.EUR.file", "is missing", ""},
		{"unknown currency", "electricity: {price_per_kwh: 0.3, currency: EUR}\n", "electricity.currency", `no rate for "EUR"`, "rates.EUR"},
		{"rate without a source", "electricity: {price_per_kwh: 0.3, currency: EUR}\nrates: {EUR: }\n", "electricity.currency", `no rate for "EUR"`, ""},
		{"overhead below one", "electricity: {price_per_kwh: 0.3, overhead_ratio: 0.9}\n", "electricity.overhead_ratio", "0.9 is out of range", "between 1 and 3"},
		{"no number", least + "policy: {risk_aversion: .nan}\n", "policy.risk_aversion", "NaN is out of range", ""},
		{"infinite", least + "policy: {risk_aversion: .inf}\n", "policy.risk_aversion", "+Inf is out of range", "finite"},
		{"disputes", least + chain + "    disputes: off\n", "chains[0].disputes", `"off" is unknown`, "all, own"},
		{"games below nothing", least + chain + "    max_game_bonds_ether: -1\n", "chains[0].max_game_bonds_ether", "-1 is out of range", ""},
		{"log level", least + "log: {level: loud}\n", "log.level", `"loud" is unknown`, "debug, info"},
		{"listen without port", least + "http: {listen: localhost}\n", "http.listen", `"localhost" is no address`, "host:port"},
		{"listen on no port", least + "http: {listen: \"127.0.0.1:99999\"}\n", "http.listen", "is no address", "host:port"},
		{"source", least + "devices: {source: amd}\n", "devices.source", `"amd" is unknown`, "nvml"},
		{"negative watts", least + "devices: {models: {A 1: {idle_watts: -1}}}\n", `devices.models."A 1".idle_watts`, "-1 is out of range", ""},
		{"worker with a blank", least + "mining: {worker: my rig}\n", "mining.worker", `"my rig" cannot be used`, ""},
		{"backend", least + "training: {backend: cuda}\n", "training.backend", `"cuda" is unknown`, "xla:"},
		{"devices for the program's own trainer", least + "training: {max_devices: 2}\n", "training.max_devices", "the program's own trainer takes one device", "knows ranks"},
		{"more devices than there can be", least + "training: {command: [/x], max_devices: 65}\n", "training.max_devices", "65", ""},
		{"coin without a name", least + strings.Replace(coin, "RVN", `""`, 1), "mining.coins[0].name", "cannot be used", ""},
		{"two coins of a name", least + coin + "    - {name: RVN, algorithm: a, pool: \"stratum+tcp://p:1\", wallet: w}\n", "mining.coins[1].name", `"RVN" cannot be used`, ""},
		{"miner", least + coin + "      miner: trex\n", "mining.coins[0].miner", `miner "trex" is unknown`, "miners_dir"},
		{"miner without binary", least + coin + "      miner: xmrig\n", "mining.coins[0].binary", "is missing", ""},
		{"pool of another kind", least + strings.Replace(coin, "stratum+tcp", "http", 1), "mining.coins[0].pool", "scheme must be stratum+tcp or stratum+ssl", "stratum+tcp://host:port"},
		{"pool without port", least + strings.Replace(coin, ":3333", "", 1), "mining.coins[0].pool", "want host:port", ""},
		{"pool that is no URL", least + strings.Replace(coin, "pool.example:3333", "po ol:%zz", 1), "mining.coins[0].pool", "cannot be read", ""},
		{"pool API", least + coin + "      pool_api: ftp://x\n", "mining.coins[0].pool_api", `"ftp://x" is not one`, ""},
		{"no wallet", least + strings.Replace(coin, "RRx", "", 1), "mining.coins[0].wallet", "is missing", ""},
		{"fee", least + coin + "      pool_fee_ratio: 1.5\n", "mining.coins[0].pool_fee_ratio", "1.5 is out of range", "between 0 and 1"},
		{"negative hashes", least + coin + "      models: {A: {hashes_per_second: -5}}\n", `mining.coins[0].models."A".hashes_per_second`, "-5 is out of range", ""},
		{"octal", least + "devices: {models: {A: {idle_watts: 012}}}\n", "line 2", "012 begins with a zero, which makes it 10", "without it"},
		{"octal that is none", least + "policy: {keep_decisions: 0120}\n", "line 2", "begins with a zero", "without it"},
		{"a price with a zero before", "electricity: {price_per_kwh: 010}\n", "line 1", "010 begins with a zero, which makes it 10", "without it"},
		{"no miner", least + strings.Replace(coin, "sha256d", "kawpow", 1), "mining.coins[0].miner", "is missing: kawpow is mined by", "name one of them"},
		{"limit for a miner that has none", least + coin + "      miner: xmrig\n      binary: x\n      models: {A: {hash_limit: 5}}\n", `mining.coins[0].models."A".hash_limit`, "cannot limit", "builtin"},
		{"chain with a slash", least + strings.Replace(chain, "mainnet", "main/net", 1), "chains[0].name", "cannot be used", ""},
		{"chain without id", least + strings.Replace(chain, "id: 1", "id: 0", 1), "chains[0].id", "is missing", ""},
		{"chain without endpoint", least + strings.Replace(chain, "[http://127.0.0.1:8545]", "[]", 1), "chains[0].rpc", "is missing", ""},
		{"endpoint", least + strings.Replace(chain, "http://", "ftp://", 1), "chains[0].rpc[0]", "is no endpoint", ""},
		{"beacon", least + strings.Replace(chain, "rpc:", "beacon: [ws://127.0.0.1:5052]\n    rpc:", 1), "chains[0].beacon[0]", "is no endpoint", ""},
		{"bad address", least + chain + "    market: \"0x12\"\n", "chains[0].market", `"0x12" is no address`, "40 hexadecimal"},
		{"password for nothing", least + "wallet: {password_file: p}\n", "wallet.keystore", "is missing", ""},
		{"second document", least + "---\n" + least, "file", "second YAML document", ""},
		{"not YAML", "a: [\n", "line", "did not find", "not valid YAML"},
		{"key twice", least + least, "line 2", "already defined", ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			list := faultsOf(t, tt.text)
			if !slices.ContainsFunc(list, func(f Fault) bool {
				return strings.Contains(f.Where, tt.where) && strings.Contains(f.What, tt.what) && strings.Contains(f.Hint, tt.hint)
			}) {
				t.Errorf("want %q: %q (%q), got %+v", tt.where, tt.what, tt.hint, list)
			}
		})
	}
}

func TestEndpointsAreNotPrinted(t *testing.T) {
	for _, f := range faultsOf(t, least+strings.Replace(chain, "http://127.0.0.1:8545", "ftp://rpc.example/v3/k3y", 1)) {
		if strings.Contains(f.What+f.Hint, "k3y") {
			t.Errorf("the fault shows a provider's key: %+v", f)
		}
	}
}

func TestAllFaultsAtOnce(t *testing.T) {
	for _, tt := range []struct {
		name, text string
		want       []string
	}{
		{"values", "log: {level: loud}\npolicy: {tick: 1ms, horizon: 1s}\n" + coin + "      stale_ratio: 2\n" + chain + "    market: x\n",
			[]string{"electricity.price_per_kwh", "log.level", "policy.tick", "policy.horizon", "mining.coins[0].stale_ratio", "chains[0].market"}},
		{"types", "state_dir: []\npolicy:\n  tick: 5\n  horizon: 1\nrates: {EUR: x}\nlog: {levl: info}\n", []string{"line 1", "line 3", "line 4", "line 5", "line 6"}},
		{"unknown keys and values", "electricty: {price_per_kwh: 0.3}\nlog: {level: loud}\n---\n", []string{"line 1", "file", "electricity.price_per_kwh", "log.level"}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			var got []string
			for _, f := range faultsOf(t, tt.text) {
				got = append(got, f.Where)
			}
			slices.Sort(got)
			slices.Sort(tt.want)
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestQuoteForms(t *testing.T) {
	number := func(v float64) Quote { return Quote{Value: &v} }
	for _, tt := range []struct {
		text string
		want Quote
	}{
		{"0.3", number(0.3)},
		{"0", number(0)},
		{"1e-9", number(1e-9)},
		{"{file: /q.json, key: k, max_age: 1h30m}", Quote{File: "/q.json", Key: "k", MaxAge: 90 * time.Minute, MaxJump: 10}},
		{"{file: /q.json, key: k, max_age: 1h30m, max_jump: 0}", Quote{File: "/q.json", Key: "k", MaxAge: 90 * time.Minute}},
	} {
		t.Run(tt.text, func(t *testing.T) {
			c, err := Parse([]byte("electricity: {price_per_kwh: " + tt.text + "}\nrates: {GBP: ~}\n"))
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(tt.want, c.Electricity.PricePerKWh); diff != "" {
				t.Error(diff)
			}
			if !tt.want.Configured() || c.Rates["GBP"].Configured() {
				t.Error("a quote is configured if and only if it has a source")
			}
		})
	}
}

func TestDefaults(t *testing.T) {
	c, err := Parse([]byte(least + coin + "      models: {A: {hashes_per_second: 5}}\n" + chain))
	if err != nil {
		t.Fatal(err)
	}
	want := Default()
	price := 0.3
	want.Electricity.PricePerKWh.Value = &price
	want.Control.Socket = "/var/lib/gpuarbiter/control.sock"
	want.Mining.Coins = []Coin{{
		Name: "RVN", Algorithm: "sha256d", Miner: "builtin", PoolAPIType: "gpuarbiter", Pool: "stratum+tcp://pool.example:3333", Wallet: "RRx",
		HashesPerDifficulty: 1, MinerFeeRatio: new(0.0), Models: map[string]CoinModel{"A": {HashesPerSecond: 5, HashScale: 1}},
	}}
	want.Chains = []Chain{{
		Name: "mainnet", ID: 1, RPC: []SecretURL{"http://127.0.0.1:8545"}, Poll: 12 * time.Second, Confirmations: 2,
		MaxFeeGwei: 200, MaxBondEther: 0.1, Disputes: "all", MaxGameBondsEther: 0.05, BondAtRiskRatio: 0.02, Data: Data{MaxBytes: 512 << 20, Timeout: 15 * time.Minute},
	}}
	if n := len(c.Mining.Pages); n < 17 {
		t.Errorf("%d miners are known", n)
	}
	c.Mining.Pages = nil
	c.Rent.Pages = nil
	if diff := cmp.Diff(&want, c); diff != "" {
		t.Error(diff)
	}
}

func TestLoadResolvesPaths(t *testing.T) {
	dir := t.TempDir()
	file := filepath.Join(dir, "config.yaml")
	write(t, file, `
state_dir: state
electricity: {price_per_kwh: {file: q.json, key: k, max_age: 1h}}
rates: {EUR: {file: ../rates.json, key: k, max_age: 1h}}
devices: {nvml_library: libnvidia-ml.so.1}
wallet: {keystore: keys/a.json, password_file: /run/secret}
`+coin+`
      binary: bin/miner
      password_file: pool.password
      difficulty: {file: d.json, key: k, max_age: 1h}
    - {name: X, algorithm: a, miner: xmrig, binary: xmrig, pool: "stratum+ssl://p:1", wallet: w}
`+chain+`
    ether_price_usd: {file: e.json, key: k, max_age: 1h}
`)
	c, err := Load(file)
	if err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct{ what, got, want string }{
		{"state_dir", c.StateDir, filepath.Join(dir, "state")},
		{"control.socket", c.Control.Socket, filepath.Join(dir, "state/control.sock")},
		{"tariff", c.Electricity.PricePerKWh.File, filepath.Join(dir, "q.json")},
		{"rate", c.Rates["EUR"].File, filepath.Join(filepath.Dir(dir), "rates.json")},
		{"keystore", c.Wallet.Keystore, filepath.Join(dir, "keys/a.json")},
		{"absolute path", c.Wallet.PasswordFile, "/run/secret"},
		{"library for the loader", c.Devices.NVMLLibrary, "libnvidia-ml.so.1"},
		{"binary", c.Mining.Coins[0].Binary, filepath.Join(dir, "bin/miner")},
		{"binary on the PATH", c.Mining.Coins[1].Binary, "xmrig"},
		{"pool password", c.Mining.Coins[0].PasswordFile, filepath.Join(dir, "pool.password")},
		{"no pool password", c.Mining.Coins[1].PasswordFile, ""},
		{"difficulty", c.Mining.Coins[0].Difficulty.File, filepath.Join(dir, "d.json")},
		{"ether price", c.Chains[0].EtherPriceUSD.File, filepath.Join(dir, "e.json")},
	} {
		if tt.got != tt.want {
			t.Errorf("%s: %q, want %q", tt.what, tt.got, tt.want)
		}
	}
}

func TestLoadNamesTheFile(t *testing.T) {
	dir := t.TempDir()
	bad, big := filepath.Join(dir, "bad.yaml"), filepath.Join(dir, "big.yaml")
	write(t, bad, "log: {level: loud}\n")
	write(t, big, strings.Repeat("#", maxBytes+1))
	for file, want := range map[string]string{
		bad:                           bad + ": log.level: ",
		big:                           "over 4 MiB",
		filepath.Join(dir, "no.yaml"): "no.yaml: no such file",
		dir:                           dir,
	} {
		if _, err := Load(file); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: error %v does not say %q", file, err, want)
		}
	}
}

func TestDiff(t *testing.T) {
	parse := func(text string) *Config {
		t.Helper()
		c, err := Parse([]byte(text))
		if err != nil {
			t.Fatal(err)
		}
		return c
	}
	base := least + coin + chain
	for _, tt := range []struct {
		name, text string
		want       []string
	}{
		{"nothing", base, nil},
		{"the same in other words", strings.Replace(base, "0.3", "3e-1", 1) + "http:\n  listen: 127.0.0.1:9820\n", nil},
		{"value", base + "policy: {tick: 20s}\n", []string{"policy.tick: 10s -> 20s"}},
		{"mode", base + "control: {mode: 0600}\n", []string{"control.mode: 0660 -> 0600"}},
		{"quote's form", strings.Replace(base, "0.3", "{file: f, key: k, max_age: 1h}", 1), []string{
			"electricity.price_per_kwh.file: added f", "electricity.price_per_kwh.key: added k",
			"electricity.price_per_kwh.max_age: added 1h0m0s", "electricity.price_per_kwh.max_jump: added 10", "electricity.price_per_kwh: removed 0.3",
		}},
		{"map", base + "rates: {EUR: 1.1}\n", []string{"rates.EUR: added 1.1"}},
		{"list", base + "devices: {exclude: [GPU-1]}\n", []string{"devices.exclude[0]: added GPU-1"}},
		{"endpoint's key is not shown", strings.Replace(base, "127.0.0.1:8545", "rpc.example/v3/k3y", 1), []string{"chains[0].rpc[0]: changed"}},
		{"beacon's key is not shown", strings.Replace(base, "rpc:", "beacon: ['https://beacon.example/k3y/{versioned_hash}']\n    rpc:", 1), []string{"chains[0].beacon[0]: changed"}},
		{"endpoint's key is not shown when it goes", strings.Replace(base, "8545]", "8545, http://rpc.example/k3y]", 1), []string{"chains[0].rpc[1]: changed"}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if diff := cmp.Diff(tt.want, Diff(parse(base), parse(tt.text))); diff != "" {
				t.Error(diff)
			}
			back := Diff(parse(tt.text), parse(base))
			if len(back) != len(tt.want) {
				t.Errorf("backwards %d changes, want %d: %q", len(back), len(tt.want), back)
			}
			if strings.Contains(strings.Join(back, "\n"), "k3y") {
				t.Errorf("a provider's key is shown: %q", back)
			}
		})
	}
}

func TestPublicListen(t *testing.T) {
	for listen, want := range map[string]bool{
		"127.0.0.1:9820": false, "[::1]:9820": false, "localhost:9820": false, "": false,
		":9820": true, "0.0.0.0:9820": true, "192.168.1.2:9820": true, "rig.example:9820": true,
	} {
		if got := (HTTP{Listen: listen}).PublicListen(); got != want {
			t.Errorf("%q: %v", listen, got)
		}
	}
}

func write(t *testing.T, file, text string) {
	t.Helper()
	if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
}

// FuzzParse: whatever stands in the file, Parse either refuses it with at least
// one fault or gives a configuration that has no difference to itself and is
// valid when it is written and read again.
func FuzzParse(f *testing.F) {
	for _, s := range []string{"", least, least + coin + chain, "---\n---\n", "a: &a [*a]", "electricity: {price_per_kwh: {file: f}}", "control: {mode: [1]}", "rates: {? [] : 1}"} {
		f.Add([]byte(s))
	}
	if b, err := os.ReadFile(examplePath); err == nil {
		f.Add(b)
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		c, err := Parse(b)
		if err != nil {
			var faults *Faults
			if !errors.As(err, &faults) || len(faults.List) == 0 || err.Error() == "" {
				t.Fatalf("error without a fault: %v", err)
			}
			return
		}
		if d := Diff(c, c); len(d) != 0 {
			t.Fatalf("differs from itself: %q", d)
		}
		if list := c.validate(); len(list) != 0 {
			t.Fatalf("is not valid: %+v", list)
		}
		c.resolve("/etc")
	})
}

// Rules that say nothing, name what is not there, or contradict each other, are refused.
func TestRules(t *testing.T) {
	rule := func(rules ...string) string {
		return least + coin + "devices: {expected: 4, groups: {g: [\"2\", \"3\"]}}\npolicy:\n  rules:\n  - {" + strings.Join(rules, "}\n  - {") + "}\n"
	}
	for text, want := range map[string]string{
		rule("name: a, forbid: true"): "", rule("name: a, work: {coins: [RVN]}, at_least: 1, at_most: 2, when: {hours: 22:00-06:00, days: [sat, sun]}"): "",
		rule("name: a"): "says 0 things", rule("name: a, forbid: true, only: true"): "says 2 things", rule("forbid: true"): "cannot be used",
		rule("name: a, forbid: true", "name: a, only: true"):                                                                                                 "cannot be used",
		rule("name: a, forbid: true, work: {coins: [XYZ]}"):                                                                                                  `"XYZ" is no coin of this configuration`,
		rule("name: a, forbid: true, work: {chains: [moon]}"):                                                                                                `"moon" is no chain of this configuration`,
		rule("name: a, forbid: true, work: {kinds: [sleep]}"):                                                                                                `"sleep" is unknown`,
		rule("name: a, forbid: true, when: {hours: 22-6}"):                                                                                                   `"22-6" cannot be read`,
		rule("name: a, forbid: true, when: {hours: 25:00-06:00}"):                                                                                            "cannot be read",
		rule("name: a, forbid: true, when: {days: [monday]}"):                                                                                                `"monday" is no day`,
		rule("name: a, at_least: 3, at_most: 2"):                                                                                                             "is below at_least",
		rule("name: a, prefer_ratio: -1"):                                                                                                                    "-1 is out of range",
		rule("name: a, least_net_usd_per_hour: 0.1, work: {kinds: [mine]}"):                                                                                  "cannot be with least_net",
		rule("name: a, work: {kinds: [mine]}, forbid: true", "name: b, work: {kinds: [mine]}, at_least: 1"):                                                  `contradicts rule "a"`,
		rule("name: a, work: {kinds: [mine]}, only: true", "name: b, work: {kinds: [train]}, only: true"):                                                    `contradicts rule "a"`,
		rule("name: a, work: {kinds: [mine]}, at_most: 1", "name: b, work: {kinds: [mine]}, at_least: 2"):                                                    `contradicts rule "a"`,
		rule("name: a, work: {kinds: [mine]}, only: true", "name: b, work: {coins: [RVN]}, only: true"):                                                      "",
		rule("name: a, forbid: true, devices: {indices: [1]}", "name: b, at_least: 1, devices: {indices: [2]}"):                                              "",
		rule("name: a, forbid: true", "name: b, at_least: 1, work: {coins: [RVN]}, devices: {indices: [2]}"):                                                 `contradicts rule "a"`,
		rule("name: a, forbid: true, devices: {groups: [g]}, work: {kinds: [mine]}", "name: b, at_least: 1, work: {coins: [RVN]}, devices: {indices: [2]}"):  `contradicts rule "a"`,
		rule("name: a, forbid: true, devices: {groups: [g]}, work: {kinds: [train]}", "name: b, at_least: 1, work: {coins: [RVN]}, devices: {indices: [2]}"): "",
		rule("name: a, forbid: true, devices: {groups: [g]}, work: {kinds: [mine]}", "name: b, at_least: 1, work: {coins: [RVN]}, devices: {indices: [4]}"):  "",
		rule("name: a, only: true, work: {kinds: [train]}", "name: b, at_least: 1, work: {coins: [RVN]}"):                                                    `contradicts rule "a"`,
		rule("name: a, forbid: true, when: {hours: 22:00-06:00}", "name: b, at_least: 1, when: {hours: 05:00-05:30}"):                                        `contradicts rule "a"`,
		rule("name: a, forbid: true, when: {hours: 22:00-06:00, days: [sat]}", "name: b, at_least: 1, when: {hours: 05:00-05:30, days: [sun]}"):              `contradicts rule "a"`,
		rule("name: a, forbid: true, when: {hours: 22:00-06:00, days: [sat]}", "name: b, at_least: 1, when: {hours: 05:00-05:30, days: [sat]}"):              "",
		rule("name: a, forbid: true, when: {hours: 22:00-06:00}", "name: b, at_least: 1, when: {hours: 05:00-07:00}"):                                        "", // now and then: config check says so
		rule("name: a, forbid: true, when: {tariff_above: 0.3}", "name: b, at_least: 1, when: {tariff_below: 0.2}"):                                          "",
		rule("name: a, at_least: 3, devices: {indices: [1, 2]}"):                                                                                             "3 devices are asked for, 2 can be meant",
		rule("name: a, at_least: 3, devices: {groups: [g]}"):                                                                                                 "3 devices are asked for, 2 can be meant",
		rule("name: a, at_least: 9"): "9 devices are asked for, 4 can be meant",
	} {
		_, err := Parse([]byte(text))
		if want == "" && err != nil || want != "" && (err == nil || !strings.Contains(err.Error(), want)) {
			t.Errorf("%s: %v, not %q", text[strings.Index(text, "rules"):], err, want)
		}
	}
}

// What takes effect at the next start only is marked in one place: the example says so of the same keys, and a reload leaves
// those and no others as they were.
func TestFixedFields(t *testing.T) {
	text, err := os.ReadFile("../../config.example.yaml")
	if err != nil {
		t.Fatal(err)
	}
	said := map[string]bool{}
	path, marked := []string{}, false
	for line := range strings.Lines(string(text)) {
		line = strings.TrimRight(line, "\n")
		indent := (len(line) - len(strings.TrimLeft(line, " "))) / 2
		key, _, isKey := strings.Cut(strings.TrimSpace(line), ":")
		switch {
		case strings.HasPrefix(strings.TrimSpace(line), "#"):
			marked = marked || strings.HasSuffix(line, "(restart)")
		case isKey && !strings.HasPrefix(key, "-") && !strings.ContainsAny(key, " {\""):
			if path = append(path[:min(indent, len(path))], key); marked {
				said[strings.Join(path, ".")] = true
			}
			marked = false
		}
	}
	within := func(path string, of []string) bool {
		return slices.ContainsFunc(of, func(o string) bool {
			return path == o || strings.HasPrefix(path, o+".") || strings.HasPrefix(o, path+".")
		})
	}
	for path := range said {
		if !within(path, Fixed()) {
			t.Errorf("the example says that %s needs a restart; its field does not", path)
		}
	}
	for _, path := range Fixed() {
		if !within(path, slices.Collect(maps.Keys(said))) {
			t.Errorf("%s needs a restart; the example does not say so", path)
		}
	}
	old, next := Default(), Default()
	old.HTTP.Listen, old.Log.Format, old.Log.Level, old.Policy.Tick, old.Mining.Worker = "a", "a", "a", 1, "a"
	next.HTTP.Listen, next.Log.Format, next.Log.Level, next.Policy.Tick, next.Mining.Worker = "b", "b", "b", 2, "b"
	if next.KeepFixed(&old); next.HTTP.Listen != "a" || next.Log.Format != "a" || next.Policy.Tick != 1 || next.Log.Level != "b" || next.Mining.Worker != "b" {
		t.Errorf("%+v", next)
	}
	for change, want := range map[string]bool{"http.listen: a -> b": true, "chains[0].rpc[1]: changed": true, "log.level: a -> b": false, "mining.coins[0].pool: a -> b": false, "policy.tick: 1s -> 2s": true, "devices.models.A.idle_watts: 1 -> 2": false} {
		if NeedsRestart(change) != want {
			t.Errorf("%s: %v", change, !want)
		}
	}
}

// Hours are what they look like, 08 and 09 too.
func TestMinutes(t *testing.T) {
	for text, want := range map[string][2]int{"08:00-09:30": {480, 570}, "8:05-09:00": {485, 540}, "22:00-06:09": {1320, 369}, "00:08-24:00": {8, 0}, "": {0, 0}} {
		if from, to, ok := (RuleWhen{Hours: text}).Minutes(); !ok || from != want[0] || to != want[1] {
			t.Errorf("%s: %d to %d, %v", text, from, to, ok)
		}
	}
}

// What docs/POLICY.md, docs/MINERS.md and docs/RENT.md give to be copied is a configuration, beside what
// every rig has of its own.
func TestDocsCanBeCopied(t *testing.T) {
	block := func(file string, n int) string {
		text, err := os.ReadFile("../../docs/" + file)
		if err != nil {
			t.Fatal(err)
		}
		parts := strings.Split(string(text), "```yaml\n")
		return strings.Split(parts[n], "```")[0]
	}
	if c, err := Parse([]byte(least + block("MINERS.md", 1))); err != nil || len(c.Mining.Coins) != 2 {
		t.Error(err)
	}
	for n, name := range []string{"vast", "nosana"} {
		if c, err := Parse([]byte(least + block("RENT.md", n+1))); err != nil || c.Rent.Hosts[0].Name != name {
			t.Error(err)
		}
	}
	policy := strings.Split(block("POLICY.md", 1), "\nmining:")[0]
	coins := "mining:\n  coins:\n"
	for _, name := range []string{"XMR", "ERG"} {
		coins += "  - {name: " + name + ", miner: xmrig, binary: xmrig, algorithm: x, pool: \"stratum+tcp://p:1\", wallet: w}\n"
	}
	if c, err := Parse([]byte(least + coins + policy + "\n" + block("POLICY.md", 2))); err != nil || len(c.Policy.Rules) != 10 || !c.Curtailment.On() {
		t.Error(err)
	}
}
