// Package config is the operator's policy: one YAML file, read strictly, with
// every default in one function and every fault reported at once.
package config

import (
	"path/filepath"
	"slices"
	"time"

	"github.com/gpuarbiter/gpuarbiter/pkg/miner/drivers"
)

// Config is the whole file. Units stand in the keys; durations are written
// with theirs ("90s", "10m").
type Config struct {
	StateDir      string            `yaml:"state_dir" reload:"restart"`
	StateMax      int64             `yaml:"state_dir_max_bytes"` // above which nothing is downloaded
	Log           Log               `yaml:"log"`
	HTTP          HTTP              `yaml:"http" reload:"restart"`
	Control       Control           `yaml:"control" reload:"restart"`
	Electricity   Electricity       `yaml:"electricity"`
	Sources       map[string]Source `yaml:"sources" reload:"restart"` // that quotes come from
	Rates         map[string]Quote  `yaml:"rates"`                    // USD for one unit of a currency
	Devices       Devices           `yaml:"devices"`
	Mining        Mining            `yaml:"mining"`
	Training      Training          `yaml:"training"`
	Chains        []Chain           `yaml:"chains" reload:"restart"`
	Wallet        Wallet            `yaml:"wallet" reload:"restart"`
	Policy        Policy            `yaml:"policy"`
	Curtailment   Curtailment       `yaml:"curtailment" reload:"restart"`
	Rent          Rent              `yaml:"rent" reload:"restart"`
	Work          Work              `yaml:"work" reload:"restart"` // of other kinds, by kind
	HomeAssistant HomeAssistant     `yaml:"home_assistant" reload:"restart"`
}

// Log is what the daemon writes to standard error.
type Log struct {
	Level  string `yaml:"level"`                   // debug, info, warn, error
	Format string `yaml:"format" reload:"restart"` // console or json
}

// HTTP is the address of metrics, status and the page.
type HTTP struct {
	Listen string   `yaml:"listen"` // host:port; empty: off
	Hosts  []string `yaml:"hosts"`  // by which names else than its own the machine is asked
	// WebConfig is a file with TLS and logins, as Prometheus's exporters have it; "": neither. With logins
	// the page can do what the command line does.
	WebConfig string `yaml:"web_config"`
}

// Control is the socket that the command line uses.
type Control struct {
	Socket string   `yaml:"socket"` // empty: control.sock in the state directory
	Mode   FileMode `yaml:"mode"`
}

// Electricity is what power costs.
type Electricity struct {
	PricePerKWh     Quote    `yaml:"price_per_kwh"`
	Currency        string   `yaml:"currency"`
	SurchargePerKWh float64  `yaml:"surcharge_per_kwh"` // added to a source's price
	TaxRatio        float64  `yaml:"tax_ratio"`         // of both, on top
	Periods         []Period `yaml:"periods"`           // times of day with prices of their own
	Timezone        string   `yaml:"timezone"`          // of the periods
	OverheadRatio   float64  `yaml:"overhead_ratio"`    // wall power / device power
}

// Devices says where devices come from and how they are limited.
type Devices struct {
	Source      string           `yaml:"source" reload:"restart"` // nvml or simulated
	NVMLLibrary string           `yaml:"nvml_library" reload:"restart"`
	Exclude     []string         `yaml:"exclude" reload:"restart"` // UUIDs that are left alone
	Models      map[string]Model `yaml:"models"`                   // by the name that NVML gives
	// Groups are devices that have something in common, such as a circuit: UUIDs or numbers.
	Groups map[string][]string `yaml:"groups"`
	// Expected is how many ought to be here; 0: those that were here before.
	Expected int `yaml:"expected" reload:"restart"`
	// MaxCelsius are the temperatures that die and memory are kept below; 0: none.
	MaxCelsius       float64           `yaml:"max_celsius"`
	MaxMemoryCelsius float64           `yaml:"max_memory_celsius"`
	Xids             map[uint64]string `yaml:"xids"` // what an error that the driver reports means: ignore, repair, or how many an hour are borne
	Tuning           []Tuning          `yaml:"tuning"`
	Helper           string            `yaml:"helper" reload:"restart"` // socket of the root helper that changes settings; "": none
}

// Tuning are settings of devices for workloads. Of several that match, the later ones say.
type Tuning struct {
	// What it is for; nothing named: all.
	Models     []string `yaml:"models"`
	UUIDs      []string `yaml:"uuids"`
	Work       string   `yaml:"work"` // mine, train, rent or idle
	Coins      []string `yaml:"coins"`
	Algorithms []string `yaml:"algorithms"`
	// What is set; nothing: as it is.
	PowerLimitWatts *float64 `yaml:"power_limit_watts"`
	CoreClockMHz    *int     `yaml:"core_clock_mhz"`
	MemoryClockMHz  *int     `yaml:"memory_clock_mhz"`
	CoreOffsetMHz   *int     `yaml:"core_offset_mhz"`
	MemoryOffsetMHz *int     `yaml:"memory_offset_mhz"`
	FanRatio        *float64 `yaml:"fan_ratio"`
}

// Model is what is known of a model of device.
type Model struct {
	IdleWatts             float64 `yaml:"idle_watts"`
	MiningLimitWatts      float64 `yaml:"mining_limit_watts"`   // 0: the device's own
	TrainingLimitWatts    float64 `yaml:"training_limit_watts"` // 0: the device's own
	TrainingWatts         float64 `yaml:"training_watts"`
	TrainingMACsPerSecond float64 `yaml:"training_macs_per_second"` // prior, until it is measured
	MaxCelsius            float64 `yaml:"max_celsius"`              // 0: devices.max_celsius
	MaxMemoryCelsius      float64 `yaml:"max_memory_celsius"`       // 0: devices.max_memory_celsius
}

// Builtin is the page of the demo's CPU miner, which this program starts as itself.
const Builtin = "builtin"

// Mining is what can be mined.
type Mining struct {
	Worker string        `yaml:"worker"` // the rig's name at the pools
	Grace  time.Duration `yaml:"grace"`  // from TERM to KILL
	Warmup time.Duration `yaml:"warmup"` // without hashes after a start
	// MinersDir holds an operator's own pages of miners, beside those of the program.
	MinersDir string `yaml:"miners_dir"`
	Coins     []Coin `yaml:"coins"`

	// Pages are what is known of miners, as they were when the configuration was read.
	Pages drivers.Set `yaml:"-"`
}

// Page is what is known of the miner of that name.
func (m Mining) Page(miner string) (*drivers.Page, error) {
	if m.Pages == nil {
		return drivers.Builtin().Find(miner)
	}
	return m.Pages.Find(miner)
}

// minersOf are the miners of an algorithm, by their pages.
func (m Mining) minersOf(algorithm string) (names []string) {
	pages := m.Pages
	if pages == nil {
		pages = drivers.Builtin()
	}
	for _, name := range pages.Names() {
		if _, err := pages[name].Algorithm(algorithm); err == nil {
			names = append(names, name)
		}
	}
	return names
}

// Coin is one coin.
type Coin struct {
	Name                string               `yaml:"name"`
	Algorithm           string               `yaml:"algorithm"`
	Miner               string               `yaml:"miner"` // the name of its page
	Binary              string               `yaml:"binary"`
	Args                []string             `yaml:"args"`
	Parameters          map[string]string    `yaml:"parameters"`    // what the miner's page asks for beside this
	ReadPaths           []string             `yaml:"read_paths"`    // that the miner may read beside its own folder and the system
	Pool                string               `yaml:"pool"`          // stratum+tcp:// or stratum+ssl://
	Pools               []string             `yaml:"pools"`         // others, for when it is away, in their order
	PoolAPI             SecretURL            `yaml:"pool_api"`      // settles on what the pool accepted
	PoolAPIType         string               `yaml:"pool_api_type"` // how it is asked and read
	Wallet              string               `yaml:"wallet"`
	PasswordFile        string               `yaml:"password_file"`
	PriceUSD            Quote                `yaml:"price_usd"`
	Difficulty          Quote                `yaml:"difficulty"`
	BlockReward         Quote                `yaml:"block_reward"`
	HashesPerDifficulty float64              `yaml:"hashes_per_difficulty"`
	USDPerHash          Quote                `yaml:"usd_per_hash"` // instead of the four above: what an accepted hash pays
	PoolFeeRatio        float64              `yaml:"pool_fee_ratio"`
	MinerFeeRatio       *float64             `yaml:"miner_fee_ratio"` // nil: as the miner's page says
	StaleRatio          float64              `yaml:"stale_ratio"`
	SaleFeeRatio        float64              `yaml:"sale_fee_ratio"`
	Models              map[string]CoinModel `yaml:"models"`
}

// MinerFee is what the miner's author keeps, 0 to 1.
func (c Coin) MinerFee() float64 {
	if c.MinerFeeRatio == nil {
		return 0
	}
	return *c.MinerFeeRatio
}

// CoinModel is a model's performance on a coin.
type CoinModel struct {
	HashesPerSecond float64 `yaml:"hashes_per_second"` // prior, until it is measured
	Watts           float64 `yaml:"watts"`
	USDPerHour      Quote   `yaml:"usd_per_hour"` // instead of hashrate and coin: what this model earns, before fees
	// HashScale is what one hash of the CPU miner stands for on a simulated
	// device of this model. Real devices leave it at 1.
	HashScale float64 `yaml:"hash_scale"`
	// HashLimit caps the miner, in its own hashes per second; 0: no cap.
	HashLimit float64 `yaml:"hash_limit"`
}

// Training is how models are trained.
type Training struct {
	// Command is a trainer that speaks the contract of docs/TRAINER.md, with its arguments; none: the program's own.
	Command    []string          `yaml:"command"`
	Env        map[string]string `yaml:"env"` // of it
	ReadPaths  []string          `yaml:"read_paths"`
	WritePaths []string          `yaml:"write_paths"`
	Backend    string            `yaml:"backend"` // go, or xla:/path/of/plugin.so
	Threads    int               `yaml:"threads"`
	// MaxDevices is how many devices Command may be given at once, for a process on each.
	MaxDevices       int           `yaml:"max_devices"`
	Grace            time.Duration `yaml:"grace"` // to write a checkpoint after TERM
	CheckpointEvery  time.Duration `yaml:"checkpoint_every"`
	MarginRatio      float64       `yaml:"margin_ratio"` // validation accuracy beyond what is needed
	Epochs           int           `yaml:"epochs"`       // 0: as the size of the data suggests
	SearchRatio      float64       `yaml:"search_ratio"` // of what a challenge leaves, for comparing networks; 0: none are
	WorkSigma        float64       `yaml:"work_sigma"`   // of the logarithm of the work needed
	ReachProbability float64       `yaml:"reach_probability"`
	SpeedLimit       float64       `yaml:"speed_limit"` // steps per second; 0: none
}

// Chain is a chain with a market on it.
type Chain struct {
	Name          string      `yaml:"name"`
	ID            uint64      `yaml:"id"`
	RPC           []SecretURL `yaml:"rpc"`
	Beacon        []SecretURL `yaml:"beacon"` // where blobs are read back from
	Market        string      `yaml:"market"` // contract address
	EtherPriceUSD Quote       `yaml:"ether_price_usd"`
	Tokens        []Token     `yaml:"tokens"` // that rewards may be in
	// TestNetworkIsMoney makes the rewards of a known test network count.
	TestNetworkIsMoney bool          `yaml:"test_network_is_money"`
	Poll               time.Duration `yaml:"poll"`
	Confirmations      uint64        `yaml:"confirmations"`
	MaxFeeGwei         float64       `yaml:"max_fee_gwei"`
	MaxBondEther       float64       `yaml:"max_bond_ether"`
	Disputes           string        `yaml:"disputes"`             // whose claims: all or own
	MaxGameBondsEther  float64       `yaml:"max_game_bonds_ether"` // that games against claims of others may lock at once
	MinRewardUSD       float64       `yaml:"min_reward_usd"`
	OrganiserRatio     float64       `yaml:"organiser_ratio"`    // probability that an organiser wins their own challenge
	BondAtRiskRatio    float64       `yaml:"bond_at_risk_ratio"` // probability that our own bonds are lost
	RivalsAtUSD        float64       `yaml:"rivals_at_usd"`      // reward for which rivals holds: others bring reward^0.43; 0: rivals holds for all
	Rivals             float64       `yaml:"rivals"`             // expected beside those who have committed
	Data               Data          `yaml:"data"`
}

// Whose claims are looked at where verdicts are reached by dispute: all, so that false ones are disputed, or
// our own alone, which are always defended.
const (
	DisputesAll = "all"
	DisputesOwn = "own"
)

// MaxGameBondsEther is what games against claims of others may lock at once, where nothing else is said.
const MaxGameBondsEther = 0.05

// Token is an ERC-20 that the operator takes for money.
type Token struct {
	Address  string `yaml:"address"`
	Symbol   string `yaml:"symbol"`
	Decimals int    `yaml:"decimals"`
	PriceUSD Quote  `yaml:"price_usd"`
}

// Data limits what a challenge's dataURI may reach and cost.
type Data struct {
	MaxBytes     int64         `yaml:"max_bytes"`
	Timeout      time.Duration `yaml:"timeout"`
	AllowFile    bool          `yaml:"allow_file"`
	AllowHTTP    bool          `yaml:"allow_http"`
	AllowPrivate bool          `yaml:"allow_private"`
}

// Wallet is the account that commits and is paid.
type Wallet struct {
	Keystore     string    `yaml:"keystore"` // a go-ethereum keystore file; empty, and no signer: watch only
	PasswordFile string    `yaml:"password_file"`
	Signer       SecretURL `yaml:"signer"`  // instead: address of Clef or the like
	Address      string    `yaml:"address"` // the account that it signs for
}

// Policy is how decisions are made.
type Policy struct {
	Tick             time.Duration `yaml:"tick" reload:"restart"`
	MinRun           time.Duration `yaml:"min_run"`
	MinLeadUSD       float64       `yaml:"min_lead_usd_per_hour"`
	LeadVariance     float64       `yaml:"lead_variance"` // per hour, as a part of the net squared
	SwitchSeconds    float64       `yaml:"switch_seconds"`
	Horizon          time.Duration `yaml:"horizon"`
	RiskAversion     float64       `yaml:"risk_aversion"`
	PriceVolatility  float64       `yaml:"price_volatility"` // per square root of a day
	PayoutDays       float64       `yaml:"payout_days"`
	LostWorkRatio    float64       `yaml:"lost_work_ratio"`       // probability that a trainer that is stopped loses what it has not saved
	WattBudget       float64       `yaml:"watt_budget"`           // of all devices together, at the wall; 0: none
	MinLeadRatio     float64       `yaml:"min_lead_ratio"`        // of what the running workload nets
	MostSwitches     int           `yaml:"most_switches_per_day"` // of a device, for more money; 0: any
	Rules            []Rule        `yaml:"rules"`
	SignalEvery      time.Duration `yaml:"signal_every" reload:"restart"` // quotes are filtered and leads measured over such polls; 0: quotes are taken as they are
	RecordEvery      time.Duration `yaml:"record_every" reload:"restart"` // what decisions look at is recorded for backtests; 0: not
	BenchmarkIdle    bool          `yaml:"benchmark_idle"`                // devices without work measure coins without figures
	LedgerEvery      time.Duration `yaml:"ledger_every" reload:"restart"`
	DrainTimeout     time.Duration `yaml:"drain_timeout" reload:"restart"`
	DrainMemoryBytes uint64        `yaml:"drain_memory_bytes" reload:"restart"` // a device with less in use is free
}

// Default is the configuration before the file is read.
func Default() Config {
	return Config{
		StateDir:    "/var/lib/gpuarbiter",
		StateMax:    20 << 30,
		Log:         Log{Level: "info", Format: "console"},
		HTTP:        HTTP{Listen: "127.0.0.1:9820"},
		Control:     Control{Mode: 0o660},
		Electricity: Electricity{Currency: "USD", OverheadRatio: 1.06},
		Devices:     Devices{Source: "nvml", MaxCelsius: 88, MaxMemoryCelsius: 106},
		Mining:      Mining{Worker: "gpuarbiter", Grace: 10 * time.Second, Warmup: 90 * time.Second, MinersDir: "/etc/gpuarbiter/miners.d"},
		Training: Training{
			Backend: "go", Grace: 30 * time.Second, CheckpointEvery: time.Minute, MarginRatio: 0.01, SearchRatio: 0.1,
			WorkSigma: 0.5, ReachProbability: 0.7, MaxDevices: 1,
		},
		Policy: Policy{
			Tick: 10 * time.Second, MinRun: 10 * time.Minute, MinLeadUSD: 0.001, LeadVariance: 0.0025,
			SwitchSeconds: 180, Horizon: 24 * time.Hour, PriceVolatility: 0.04, PayoutDays: 1,
			LostWorkRatio: 0.05, SignalEvery: 10 * time.Minute, RecordEvery: 10 * time.Minute,
			LedgerEvery: time.Minute, DrainTimeout: time.Minute, DrainMemoryBytes: 1 << 30,
		},
		Rent:          Rent{PagesDir: "/etc/gpuarbiter/hosts.d"},
		HomeAssistant: HomeAssistant{Prefix: "homeassistant", Topic: "gpuarbiter", Every: 30 * time.Second},
		Curtailment: Curtailment{
			Every: 10 * time.Second, MaxAge: 4 * time.Minute, Within: 3 * time.Minute, MinOff: 10 * time.Minute, RestoreStepWatts: 500, RestoreEvery: 30 * time.Second,
		},
	}
}

// defaults fills in what depends on other fields or stands in a list.
func (c *Config) defaults() {
	c.sourceDefaults()
	c.rentDefaults()
	if c.Control.Socket == "" {
		c.Control.Socket = filepath.Join(c.StateDir, "control.sock")
	}
	for i := range c.Mining.Coins {
		coin := &c.Mining.Coins[i]
		if coin.HashesPerDifficulty == 0 {
			coin.HashesPerDifficulty = 1
		}
		if coin.Miner == "" && slices.Contains(c.Mining.minersOf(coin.Algorithm), Builtin) { // nothing to install: to try things out
			coin.Miner = Builtin
		}
		if page, err := c.Mining.Page(coin.Miner); err == nil && coin.MinerFeeRatio == nil {
			coin.MinerFeeRatio = new(page.Fee(coin.Algorithm))
		}
		if coin.PoolAPIType == "" {
			coin.PoolAPIType = "gpuarbiter"
		}
		for name, m := range coin.Models {
			if m.HashScale == 0 {
				m.HashScale = 1
				coin.Models[name] = m
			}
		}
	}
	for i := range c.Chains {
		ch := &c.Chains[i]
		setDefault(&ch.Poll, 12*time.Second)
		setDefault(&ch.Confirmations, 2)
		setDefault(&ch.MaxFeeGwei, 200)
		setDefault(&ch.MaxBondEther, 0.1)
		setDefault(&ch.Disputes, DisputesAll)
		setDefault(&ch.MaxGameBondsEther, MaxGameBondsEther)
		setDefault(&ch.BondAtRiskRatio, 0.02)
		setDefault(&ch.Data.MaxBytes, 512<<20)
		setDefault(&ch.Data.Timeout, 15*time.Minute)
	}
}

func setDefault[T comparable](p *T, v T) {
	var zero T
	if *p == zero {
		*p = v
	}
}

// Diff lists, one line each, the keys in which two configurations differ.
func Diff(old, new *Config) []string { return diffYAML(old, new) }
