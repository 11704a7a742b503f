package sanity

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/gpuarbiter/gpuarbiter/pkg/config"
	_ "github.com/gpuarbiter/gpuarbiter/pkg/work/program" // the example has it
)

// sound is a configuration of which nothing is doubted; the tests change a part of it.
const sound = `electricity: {price_per_kwh: 0.29, currency: EUR}
rates: {EUR: 1.15}
devices:
  models:
    NVIDIA GeForce RTX 3090: {idle_watts: 25, mining_limit_watts: 290, training_watts: 310, training_macs_per_second: 4e12}
    NVIDIA GeForce RTX 4090: {idle_watts: 22, mining_limit_watts: 320}
mining:
  coins:
  - name: RVN
    algorithm: kawpow
    miner: t-rex
    parameters: {coin: rvn}
    pool: stratum+tcp://rvn.pool.example:1
    wallet: RXBurnXXXXXXXXXXXXXXXXXXXXXXWUo9FV
    price_usd: 0.02
    difficulty: 100000
    block_reward: 1250
    hashes_per_difficulty: 4294967296
    pool_fee_ratio: 0.01
    models:
      RTX 3090: {hashes_per_second: 55e6, watts: 290}
      RTX 4090: {hashes_per_second: 75e6, watts: 320}
  - name: ETC
    algorithm: etchash
    miner: lolminer
    pool: stratum+tcp://etc.pool.example:1
    wallet: "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed"
    price_usd: 20
    difficulty: 3e15
    block_reward: 2
    models: {RTX 3090: {hashes_per_second: 125e6, watts: 250}}
policy: {tick: 10s}
`

func check(t *testing.T, text string) []config.Fault {
	t.Helper()
	file := filepath.Join(t.TempDir(), "config.yaml")
	if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	c, err := config.Load(file)
	if err != nil {
		t.Errorf("it is refused: %v", err)
		return nil
	}
	return Check(c)
}

func TestSound(t *testing.T) {
	for _, f := range check(t, sound) {
		t.Errorf("%+v", f)
	}
	example, err := os.ReadFile("../../../config.example.yaml")
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range check(t, string(example)) {
		t.Errorf("the example: %+v", f)
	}
}

// What is well formed and hardly meant: each is found where it stands, and the cure said.
func TestDoubts(t *testing.T) {
	const top = "policy: {tick: 10s}"
	for name, tt := range map[string]struct{ old, new, where, cure string }{
		"a tariff in cents":           {"price_per_kwh: 0.29", "price_per_kwh: 29", "electricity.price_per_kwh", "did you mean 0.3"},
		"a surcharge in cents":        {"currency: EUR}", `currency: EUR, surcharge_per_kwh: 18, periods: [{from: "1:00", until: "2:00", price_per_kwh: 0.2}]}`, "electricity.surcharge_per_kwh", "did you mean 0.2"},
		"a period in cents":           {"currency: EUR}", `currency: EUR, periods: [{from: "1:00", until: "2:00", price_per_kwh: 21}]}`, "electricity.periods[0].price_per_kwh", "did you mean 0.2"},
		"a tax on nothing":            {"currency: EUR}", "currency: EUR, tax_ratio: 0.19}", "electricity.surcharge_per_kwh", "from a source"},
		"a rate upside down":          {"rates: {EUR: 1.15}", "rates: {EUR: 1.15, JPY: 155}", "rates.JPY", "did you mean 0.0064"},
		"a rate in cents":             {"EUR: 1.15", "EUR: 115", "rates.EUR", "did you mean 1.15?"},
		"a card's name":               {"NVIDIA GeForce RTX 4090: {idle", "NVIDIA GeForce RTX 409O: {idle", `devices.models."NVIDIA GeForce RTX 409O"`, "NVIDIA GeForce RTX 4090"},
		"no card":                     {"      RTX 4090: {", "      RTX 9999: {", `mining.coins[0].models."RTX 9999"`, "gpuarbiter gpus"},
		"a rate in MH/s":              {"75e6", "75", `mining.coins[0].models."RTX 4090".hashes_per_second`, "did you mean 75e6?"},
		"a rate in kH/s":              {"125e6", "125e3", `mining.coins[1].models."RTX 3090".hashes_per_second`, "did you mean 125e6?"},
		"a rate of another planet":    {"55e6", "55e9", `mining.coins[0].models."RTX 3090".hashes_per_second`, "did you mean 55e6?"},
		"a rate out of reach":         {"55e6", "5e6", `mining.coins[0].models."RTX 3090".hashes_per_second`, "gpuarbiter bench"},
		"watts of a rig":              {"75e6, watts: 320", "75e6, watts: 3200", `mining.coins[0].models."RTX 4090".watts`, "did you mean 320?"},
		"no watts":                    {"75e6, watts: 320", "75e6", `mining.coins[0].models."RTX 4090".watts`, "bench measures"},
		"idle at full power":          {"idle_watts: 25", "idle_watts: 250", `devices.models."NVIDIA GeForce RTX 3090".idle_watts`, "did you mean 25?"},
		"a limit in kilowatts":        {"mining_limit_watts: 290", "mining_limit_watts: 0.29", `devices.models."NVIDIA GeForce RTX 3090".mining_limit_watts`, "did you mean 290?"},
		"training power":              {"training_watts: 310", "training_watts: 3100", `devices.models."NVIDIA GeForce RTX 3090".training_watts`, "did you mean 310?"},
		"training in teras":           {"training_macs_per_second: 4e12", "training_macs_per_second: 4", `devices.models."NVIDIA GeForce RTX 3090".training_macs_per_second`, "did you mean 4e12?"},
		"too hot":                     {"devices:\n", "devices:\n  max_celsius: 110\n", "devices.max_celsius", "at most 95"},
		"exclude by number":           {"devices:\n", "devices:\n  exclude: [\"3\"]\n", "devices.exclude[0]", "gpuarbiter gpus"},
		"tuning by number":            {"devices:\n", "devices:\n  tuning: [{uuids: [\"3\"], fan_ratio: 0.7}]\n", "devices.tuning[0].uuids[0]", "gpuarbiter gpus"},
		"tuning for no algorithm":     {"devices:\n", "devices:\n  tuning: [{algorithms: [kawpau], fan_ratio: 0.7}]\n", "devices.tuning[0].algorithms", "did you mean kawpow?"},
		"tuning beyond the card":      {"devices:\n", "devices:\n  tuning: [{models: [RTX 3090], power_limit_watts: 900}]\n", "devices.tuning[0].power_limit_watts", "between"},
		"a wallet of nonsense":        {"RXBurnXXXXXXXXXXXXXXXXXXXXXXWUo9FV", "my-wallet", "mining.coins[0].wallet", "copy the address"},
		"a character":                 {"RXBurnXXXXXXXXXXXXXXXXXXXXXXWUo9FV", "RXBurnXXXXXXXXXXXXXXXXXXXXXXWUo9FW", "mining.coins[0].wallet", "copy the address"},
		"another coin's wallet":       {"RXBurnXXXXXXXXXXXXXXXXXXXXXXWUo9FV", "DH5yaieqoZN36fDVciNyRueRGvGLR3mr7L", "mining.coins[0].wallet", "copy the address"},
		"an EIP-55 checksum":          {"0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed", "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAeD", "mining.coins[1].wallet", "copy the address"},
		"another algorithm":           {"algorithm: etchash", "algorithm: autolykos2", "mining.coins[1].algorithm", "did you mean etchash?"},
		"no price":                    {"    price_usd: 20\n", "", "mining.coins[1].price_usd", "usd_per_hash"},
		"a price of nothing":          {"price_usd: 20", "price_usd: 0", "mining.coins[1].price_usd", "from a source"},
		"no reward":                   {"    block_reward: 1250\n", "", "mining.coins[0].block_reward", "usd_per_hash"},
		"difficulty's unit":           {"    hashes_per_difficulty: 4294967296\n", "", "mining.coins[0].hashes_per_difficulty", "did you mean 4294967296?"},
		"riches":                      {"difficulty: 3e15", "difficulty: 3e9", `mining.coins[1].models."RTX 3090"`, "another unit"},
		"a fee in per cent":           {"pool_fee_ratio: 0.01", "pool_fee_ratio: 1", "mining.coins[0].pool_fee_ratio", "did you mean 0.01?"},
		"a card too small":            {"      RTX 4090: {hashes_per_second: 75e6, watts: 320}", "      GTX 1660: {hashes_per_second: 12e6, watts: 80}", `mining.coins[0].models."GTX 1660"`, "leave the model out"},
		"an idle daemon":              {top, "policy: {tick: 1h}", "policy.tick", "at most 5m"},
		"never switched":              {top, "policy: {min_lead_usd_per_hour: 5}", "policy.min_lead_usd_per_hour", "did you mean"},
		"rules that quarrel at night": {top, "policy: {rules: [{name: a, forbid: true, when: {hours: 22:00-06:00}}, {name: b, at_least: 1}]}", "policy.rules[1]", "what is forbidden stays so"},
		"a lead in per cent":          {top, "policy: {min_lead_ratio: 0.9}", "policy.min_lead_ratio", "did you mean 0.09?"},
		"switching in ms":             {top, "policy: {switch_seconds: 180000}", "policy.switch_seconds", "did you mean 180?"},
		"a budget in kW":              {top, "policy: {watt_budget: 1.5}", "policy.watt_budget", "did you mean 1.5e3?"},
		"a rule for no card":          {top, "policy: {rules: [{name: x, devices: {models: [RTX 309O]}, forbid: true}]}", "policy.rules[0].devices.models[0]", "RTX 3090"},
		"a source for nothing":        {top, "sources: {wtm: {type: whattomine}}", "sources.wtm", "leave it out"},
		"a page for all":              {top, "http: {listen: 0.0.0.0:9820}", "http.listen", "127.0.0.1"},
		"a baseline in kW":            {top, "curtailment: {file: f, baseline_watts: 1.5}", "curtailment.baseline_watts", "did you mean 1.5e3?"},
		"the same pool twice":         {"  - name: ETC", "  - {name: RVN2, algorithm: kawpow, miner: t-rex, parameters: {coin: rvn}, pool: \"stratum+tcp://rvn.pool.example:1\", wallet: RXBurnXXXXXXXXXXXXXXXXXXXXXXWUo9FV, usd_per_hash: 1e-15}\n  - name: ETC", "mining.coins[1].pool", "own pool"},
		"a market's checksum":         {top, `chains: [{name: m, id: 1, rpc: ["http://127.0.0.1:1"], market: "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAeD", ether_price_usd: 3000}]`, "chains[0].market", "contract deploy"},
		"ether for nothing":           {top, `chains: [{name: m, id: 1, rpc: ["http://127.0.0.1:1"], market: "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed"}]`, "chains[0].ether_price_usd", "add it"},
		"a token's decimals":          {top, `chains: [{name: m, id: 1, rpc: ["http://127.0.0.1:1"], tokens: [{address: "0xA0b86991c6218b36c1d19D4a2e9Eb0cE3606eB48", symbol: USDC, price_usd: 1}]}]`, "chains[0].tokens[0].decimals", "6 of USDC"},
		"one endpoint twice":          {top, `chains: [{name: m, id: 1, rpc: ["http://127.0.0.1:1", "http://127.0.0.1:1"]}]`, "chains[0].rpc", "another provider"},
		"games of a fortune":          {top, `chains: [{name: m, id: 1, rpc: ["http://127.0.0.1:1"], max_game_bonds_ether: 20}]`, "chains[0].max_game_bonds_ether", "0.05"},
		"bonds of a fortune":          {top, `chains: [{name: m, id: 1, rpc: ["http://127.0.0.1:1"], max_bond_ether: 50}]`, "chains[0].max_bond_ether", "0.1"},
	} {
		text := strings.Replace(sound, tt.old, tt.new, 1)
		if text == sound {
			t.Fatalf("%s: nothing is changed", name)
		}
		found := ""
		for _, f := range check(t, text) {
			if f.Where == tt.where && strings.Contains(f.Hint, tt.cure) {
				found = f.What
			}
		}
		if found == "" {
			t.Errorf("%s: not found at %s with the cure %q, but %+v", name, tt.where, tt.cure, check(t, text))
		}
	}
}

func TestWallets(t *testing.T) {
	for coin, good := range map[string]string{
		"BTC": "bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4", "LTC": "LM2WMpR1Rp6j3Sa59cMXMs1SPzj9eXpGc1", "DOGE": "DH5yaieqoZN36fDVciNyRueRGvGLR3mr7L",
		"ETC": "0x5aaeb6053f3e94c9b9a09f33669435e7ef1beaed", "RVN": "RXBurnXXXXXXXXXXXXXXXXXXXXXXWUo9FV",
		"XMR": "888tNkZrPN6JsEgekjMnABU4TBzc2Dt29EPAvkRxbANsAnjyPbb3iQ1YBRk1UXcdRsiKc9dhwMVgN5S9cQUiyoogDavup3H",
	} {
		a := known().Coins[coin].address
		if why := a.wrong(good); why != "" {
			t.Errorf("%s %s: %s", coin, good, why)
		}
		i := len(good) / 2
		bad := good[:i] + "0OIl"[:1] + good[i+1:]
		if bad == good {
			bad = good[:i] + "x" + good[i+1:]
		}
		if coin != "ETC" && a.wrong(bad) == "" {
			t.Errorf("%s %s passes", coin, bad)
		}
	}
	// Pools that pay in Bitcoin, or that want a ticker in front, are left alone.
	for _, wallet := range []string{"bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4.rig", "RVN:RXBurnXXXXXXXXXXXXXXXXXXXXXXWUo9FV"} {
		if list := check(t, strings.Replace(sound, "RXBurnXXXXXXXXXXXXXXXXXXXXXXWUo9FV", wallet, 1)); len(list) > 0 {
			t.Errorf("%s: %+v", wallet, list)
		}
	}
}

// What config init writes is sound, for every card there is and every currency of a bank's.
func TestStart(t *testing.T) {
	wallets := map[string]string{"RVN": "RXBurnXXXXXXXXXXXXXXXXXXXXXXWUo9FV", "ETC": "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed", "ERG": "9" + strings.Repeat("h", 50)}
	for name := range known().Cards {
		text, err := Start(Answers{Rig: "rig1", Tariff: 0.25, Currency: "EUR", Wallets: wallets, Models: []string{"NVIDIA GeForce " + name, "Some new card"}})
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		for _, f := range check(t, string(text)) {
			t.Errorf("%s: %+v\n%s", name, f, text)
		}
	}
	for _, a := range []Answers{{}, {Wallets: map[string]string{"RVN": "x"}}, {Wallets: map[string]string{"XYZ": "x"}}} {
		if _, err := Start(a); err == nil {
			t.Errorf("%+v is taken", a)
		}
	}
}
