package profit

import "time"

// Market is all that valuation looks at besides the device.
type Market struct {
	Now        time.Time   `json:"now"`
	Tariff     Tariff      `json:"tariff"`
	Coins      []Coin      `json:"coins"`
	Challenges []Challenge `json:"challenges"`
	Hosts      []Host      `json:"hosts,omitempty"`
	Risk       Risk        `json:"risk"`
	Commitment Hours       `json:"commitment,omitempty"` // that a coin is mined for at least, once it is begun
}

// Tariff is the price of electricity.
type Tariff struct {
	PerKWh   Quote `json:"per_kwh"`  // in Currency
	Rate     Quote `json:"rate"`     // USD for one unit of Currency
	Overhead Ratio `json:"overhead"` // wall power / device power; at least 1
	Currency string
	Ahead    []Slot `json:"ahead,omitempty"` // prices that are known beforehand, in the order of time
}

// Slot is the price of electricity for a time, in the tariff's currency.
type Slot struct {
	From   time.Time `json:"from"`
	Until  time.Time `json:"until"`
	PerKWh float64   `json:"per_kwh"` // below zero, they pay
}

// Coin is one thing to mine.
type Coin struct {
	Name                string  `json:"name"`
	Algorithm           string  `json:"algorithm"`
	Price               Quote   `json:"price"`        // USD for one coin, at which it can be sold
	Difficulty          Quote   `json:"difficulty"`   // of the network
	BlockReward         Quote   `json:"block_reward"` // coins
	HashesPerDifficulty float64 `json:"hashes_per_difficulty"`
	PerHash             Quote   `json:"per_hash,omitzero"` // USD for an accepted hash, before fees, instead of the four above
	PoolFee             Ratio   `json:"pool_fee"`
	MinerFee            Ratio   `json:"miner_fee"`
	Stale               Ratio   `json:"stale"` // shares that will not be paid
	SaleFee             Ratio   `json:"sale_fee"`
}

// Challenge is one reward for a model, with our own progress on it.
type Challenge struct {
	Key        string        `json:"key"`                   // chain/id
	Rule       Rule          `json:"rule,omitempty"`        // who wins
	Reward     float64       `json:"reward"`                // in ether, or in a token
	Price      Quote         `json:"price"`                 // USD for one of them
	Ether      Quote         `json:"ether"`                 // USD for one ether of the chain, which gas is paid in
	Opened     time.Time     `json:"opened,omitzero"`       // when rivals could begin
	Deadline   time.Time     `json:"deadline"`              // for commits
	Lag        time.Duration `json:"lag"`                   // from a finished model to a confirmed commit
	Committed  int           `json:"committed,omitempty"`   // others who are known to take part
	Rivals     float64       `json:"rivals"`                // expected others besides, with a model as good
	Organiser  Ratio         `json:"organiser"`             // probability that the organiser wins it back
	GasEntry   float64       `json:"gas_entry"`             // ether, paid whether it is won or not
	GasWin     float64       `json:"gas_win"`               // ether, paid only by the winner
	Bond       float64       `json:"bond,omitempty"`        // ether that is locked up until the end
	BondAtRisk Ratio         `json:"bond_at_risk,omitzero"` // probability that it is lost
	Work       Work          `json:"work"`                  // for the whole training
	Spent      MACs          `json:"spent"`                 // behind us
	MaxDevices int           `json:"max_devices,omitempty"` // that can work on it together; 0: one
	// OneWorker: a team is one worker, whose devices wait for the slowest of them at every step; a change of
	// the team is a restart for those that stay. Else each does its own part.
	OneWorker bool   `json:"one_worker,omitempty"`
	Obstacle  string `json:"obstacle,omitempty"` // why it cannot be trained for at all
}

// Device is what valuation knows of a device.
type Device struct {
	UUID      string                `json:"uuid"`
	Index     int                   `json:"index,omitempty"` // for rules alone
	Model     string                `json:"model"`
	Class     string                `json:"class,omitempty"` // devices of one class are valued alike; "": a class of its own
	IdleWatts Watts                 `json:"idle_watts"`
	Mining    map[string]MiningRate `json:"mining"` // by coin; absent: cannot mine it
	Training  TrainingRate          `json:"training"`
	Renting   map[string]RentRate   `json:"renting,omitempty"` // by host; absent: it does not take it
	Offers    map[Kind][]Offer      `json:"offers,omitempty"`  // of kinds that are packages of their own
}

// MiningRate is a device's performance on a coin.
type MiningRate struct {
	Hashrate Hashrate `json:"hashrate"`
	Watts    Watts    `json:"watts"`
	Measured bool     `json:"measured"`          // on this device; otherwise a prior
	Sigma    Ratio    `json:"sigma"`             // relative uncertainty
	Realised Ratio    `json:"realised,omitzero"` // of predicted revenue, what is expected to come; 0: no experience
	Revenue  Quote    `json:"revenue,omitzero"`  // USD an hour, before fees, instead of hashrate and coin
}

// TrainingRate is a device's performance in training.
type TrainingRate struct {
	PerSecond MACs  `json:"per_second"` // alone
	Watts     Watts `json:"watts"`
	Measured  bool  `json:"measured"`
	Drag      Drag  `json:"drag,omitzero"`
}

// Risk is the operator's attitude to it.
type Risk struct {
	Aversion   float64 `json:"aversion"`    // lambda; 0 is neutral
	Volatility float64 `json:"volatility"`  // of a coin's price, per square root of a day
	PayoutDays float64 `json:"payout_days"` // from a share to money
}
