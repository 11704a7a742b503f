package feed

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/gpuarbiter/gpuarbiter/pkg/profit"
)

// Reading is one figure of a source.
type Reading struct {
	Value float64
	At    time.Time
}

// Answer is what a source says: figures by key, and for electricity the prices
// of times to come.
type Answer struct {
	Readings map[string]Reading
	Slots    []profit.Slot // by time
	Next     string        // address of the rest, if the answer is a page of several
}

func (a *Answer) add(key string, value float64, at time.Time) {
	// Nothing, less than nothing and what is no number are how sources say that
	// they do not know. Electricity may cost less than nothing; it is in Slots.
	if !(value > 0) || math.IsInf(value, 0) {
		return
	}
	if a.Readings == nil {
		a.Readings = map[string]Reading{}
	}
	a.Readings[key] = Reading{value, at}
}

// parser reads a source's answer; now is for answers that carry no time.
type parser func(b []byte, now time.Time, o options) (Answer, error)

// options are what a source's configuration adds.
type options struct {
	units     float64       // of a coin: 1e12 for Monero
	blockTime time.Duration // where the source does not know it
}

var parsers = map[string]parser{
	"whattomine": whatToMine, "minerstat": minerstat, "nicehash": niceHash, "nicehash-rates": niceHashRates, "coingecko": coinGecko,
	"nodejs-pool": nodejsPool, "cryptonote-pool": cryptonotePool, "2miners": twoMiners, "2miners-blocks": twoMinersBlocks, "miningcore": miningcore,
	"awattar": awattar, "octopus": octopus, "frankfurter": frankfurter, "command": entries,
}

// figure is a JSON number or a string that holds one; anything else is nothing.
type figure float64

func (f *figure) UnmarshalJSON(b []byte) error {
	*f = figure(math.NaN())
	text := strings.Trim(string(b), `"`)
	if v, err := strconv.ParseFloat(strings.TrimSpace(text), 64); err == nil {
		*f = figure(v)
	}
	return nil
}

// unix is a time in seconds, or in milliseconds where it is that large; without
// one it is the fallback.
func unix(v figure, fallback time.Time) time.Time {
	switch s := float64(v); {
	case !(s > 1e8):
		return fallback
	case s > 1e11:
		return time.UnixMilli(int64(math.Min(s, 1e14))).UTC()
	default:
		return time.Unix(int64(s), 0).UTC()
	}
}

// decode reads JSON, and says so where a source sends a page for people instead.
func decode(b []byte, v any) error {
	b = bytes.TrimSpace(b)
	if len(b) == 0 {
		return errors.New("the answer is empty")
	}
	if b[0] != '{' && b[0] != '[' {
		return fmt.Errorf("the answer is no JSON: it begins with %.40q", b)
	}
	return json.Unmarshal(b, v)
}

// some is an error where an answer has nothing that can be used: sources answer
// {} with status 200 when they have failed.
func some(a Answer, said []byte) (Answer, error) {
	if len(a.Readings) == 0 && len(a.Slots) == 0 {
		return a, fmt.Errorf("nothing in the answer can be used: %.80q", bytes.TrimSpace(said))
	}
	return a, nil
}

// entries reads our own format, of files and commands.
func entries(b []byte, _ time.Time, _ options) (Answer, error) {
	var all map[string]entry
	if err := decode(b, &all); err != nil {
		return Answer{}, err
	}
	var a Answer
	for key, e := range all {
		if !e.At.IsZero() {
			a.add(key, e.Value, e.At)
		}
	}
	return some(a, b)
}

// whatToMine: coins.json, asic.json (an object of coins by name) and coins/ID.json
// (one). Prices are in BTC, but of Bitcoin itself in USD, whatever it says. The
// difficulty has a unit of each coin's own, so coins for a hash come from the
// network's hashrate. Rentals (tag NICEHASH) are no coins.
func whatToMine(b []byte, now time.Time, _ options) (Answer, error) {
	type coin struct {
		Tag          string
		BlockTime    figure `json:"block_time"`
		BlockReward  figure `json:"block_reward"`
		Difficulty   figure
		Nethash      figure
		ExchangeRate figure `json:"exchange_rate"`
		Timestamp    figure
		Lagging      bool
	}
	var many struct{ Coins map[string]coin }
	var one coin
	if err := decode(b, &many); err != nil {
		return Answer{}, err
	}
	if many.Coins == nil {
		if err := decode(b, &one); err != nil {
			return Answer{}, err
		}
		many.Coins = map[string]coin{"": one}
	}
	var a Answer
	for _, c := range many.Coins {
		if c.Tag == "" || c.Tag == "NICEHASH" || c.Lagging {
			continue
		}
		at, price := unix(c.Timestamp, now), ".price_btc"
		if c.Tag == "BTC" {
			price = ".price_usd"
		}
		a.add(c.Tag+price, float64(c.ExchangeRate), at)
		a.add(c.Tag+".block_reward", float64(c.BlockReward), at)
		a.add(c.Tag+".difficulty", float64(c.Difficulty), at)
		a.add(c.Tag+".nethash", float64(c.Nethash), at)
		if c.Nethash > 0 && c.BlockTime > 0 {
			a.add(c.Tag+".coins_per_hash", float64(c.BlockReward)/(float64(c.Nethash)*float64(c.BlockTime)), at)
		}
	}
	return some(a, b)
}

// minerstat: /v2/coins, a list. Reward is coins for one hash a second in an hour;
// -1 is unknown. Entries of type pool are priced in their reward's unit.
func minerstat(b []byte, now time.Time, _ options) (Answer, error) {
	var all []struct {
		Coin, Type  string
		Difficulty  figure
		Reward      figure
		RewardBlock figure `json:"reward_block"`
		Nethash     figure `json:"network_hashrate"`
		Price       figure
		Updated     figure
	}
	if err := decode(b, &all); err != nil {
		return Answer{}, err
	}
	var a Answer
	for _, c := range all {
		at := unix(c.Updated, now)
		a.add(c.Coin+".coins_per_hash", float64(c.Reward)/3600, at)
		a.add(c.Coin+".price_usd", float64(c.Price), at)
		if c.Type == "pool" {
			continue
		}
		a.add(c.Coin+".difficulty", float64(c.Difficulty), at)
		a.add(c.Coin+".block_reward", float64(c.RewardBlock), at)
		a.add(c.Coin+".nethash", float64(c.Nethash), at)
	}
	return some(a, b)
}

// niceHash: simplemultialgo/info. Paying is satoshi for a hash a second in a day;
// "0" is what is left of less than a hundred-millionth.
func niceHash(b []byte, now time.Time, _ options) (Answer, error) {
	var all struct {
		MiningAlgorithms []struct {
			Algorithm string
			Paying    figure
		}
	}
	if err := decode(b, &all); err != nil {
		return Answer{}, err
	}
	var a Answer
	for _, m := range all.MiningAlgorithms {
		a.add(m.Algorithm+".btc_per_hash", float64(m.Paying)*1e-8/86400, now)
	}
	return some(a, b)
}

// niceHashRates: exchangeRate/list.
func niceHashRates(b []byte, now time.Time, _ options) (Answer, error) {
	var all struct {
		List []struct {
			FromCurrency, ToCurrency string
			ExchangeRate             figure
		}
	}
	if err := decode(b, &all); err != nil {
		return Answer{}, err
	}
	var a Answer
	for _, r := range all.List {
		if r.ToCurrency == "USD" {
			a.add(r.FromCurrency+".price_usd", float64(r.ExchangeRate), now)
		}
	}
	return some(a, b)
}

// coinGecko: simple/price with vs_currencies=usd and include_last_updated_at. An id
// that is not known is left out, with status 200.
func coinGecko(b []byte, now time.Time, _ options) (Answer, error) {
	var all map[string]json.RawMessage
	if err := decode(b, &all); err != nil {
		return Answer{}, err
	}
	var a Answer
	for id, raw := range all {
		var c struct {
			USD     figure
			Updated figure `json:"last_updated_at"`
		}
		if json.Unmarshal(raw, &c) == nil {
			a.add(id+".price_usd", float64(c.USD), unix(c.Updated, now))
		}
	}
	return some(a, b)
}

// nodejsPool: /network/stats of MoneroOcean's and SupportXMR's software. The reward
// is in the coin's smallest unit.
func nodejsPool(b []byte, now time.Time, o options) (Answer, error) {
	var s struct{ Difficulty, Value, TS figure }
	if err := decode(b, &s); err != nil {
		return Answer{}, err
	}
	var a Answer
	a.add("difficulty", float64(s.Difficulty), unix(s.TS, now))
	a.add("block_reward", float64(s.Value)/o.units, unix(s.TS, now))
	return some(a, b)
}

// cryptonotePool: /stats, which names its coin's smallest unit itself.
func cryptonotePool(b []byte, now time.Time, o options) (Answer, error) {
	var s struct {
		Config    struct{ CoinUnits, Fee figure }
		Network   struct{ Difficulty figure }
		LastBlock struct{ Reward, Timestamp figure } `json:"lastblock"`
	}
	if err := decode(b, &s); err != nil {
		return Answer{}, err
	}
	units := float64(s.Config.CoinUnits)
	if !(units > 0) {
		units = o.units
	}
	var a Answer
	at := unix(s.LastBlock.Timestamp, now)
	a.add("difficulty", float64(s.Network.Difficulty), at)
	a.add("block_reward", float64(s.LastBlock.Reward)/units, at)
	return some(a, b)
}

// twoMiners: /api/stats of open-ethereum-pool and its kin; figures are strings.
func twoMiners(b []byte, now time.Time, _ options) (Answer, error) {
	var s struct {
		Nodes []struct {
			Difficulty, NetworkHashPS, AvgBlockTime, LastBeat figure
		}
	}
	if err := decode(b, &s); err != nil {
		return Answer{}, err
	}
	var a Answer
	for _, n := range s.Nodes {
		at := unix(n.LastBeat, now)
		a.add("difficulty", float64(n.Difficulty), at)
		a.add("nethash", float64(n.NetworkHashPS), at)
		a.add("block_time", float64(n.AvgBlockTime), at)
		// What one block takes: difficulty in hashes.
		a.add("hashes_per_block", float64(n.NetworkHashPS)*float64(n.AvgBlockTime), at)
	}
	return some(a, b)
}

// twoMinersBlocks: /api/blocks; the reward of the latest block that is no orphan.
func twoMinersBlocks(b []byte, now time.Time, o options) (Answer, error) {
	var s struct {
		Matured []struct {
			Timestamp, Reward figure
			Orphan            bool
		}
	}
	if err := decode(b, &s); err != nil {
		return Answer{}, err
	}
	var a Answer
	for _, m := range s.Matured {
		if !m.Orphan {
			a.add("block_reward", float64(m.Reward)/o.units, unix(m.Timestamp, now))
			break
		}
	}
	return some(a, b)
}

// miningcore: /api/pools.
func miningcore(b []byte, now time.Time, o options) (Answer, error) {
	var s struct {
		Pools []struct {
			ID           string
			NetworkStats struct {
				NetworkHashrate, NetworkDifficulty figure
			}
		}
	}
	if err := decode(b, &s); err != nil {
		return Answer{}, err
	}
	var a Answer
	for _, p := range s.Pools {
		a.add(p.ID+".difficulty", float64(p.NetworkStats.NetworkDifficulty), now)
		a.add(p.ID+".nethash", float64(p.NetworkStats.NetworkHashrate), now)
		if o.blockTime > 0 {
			a.add(p.ID+".hashes_per_block", float64(p.NetworkStats.NetworkHashrate)*o.blockTime.Seconds(), now)
		}
	}
	return some(a, b)
}

// frankfurter: /v1/latest, rates of the ECB for one unit of the base: USD for one
// unit of every currency named. Working days only.
func frankfurter(b []byte, now time.Time, _ options) (Answer, error) {
	var s struct {
		Base  string
		Date  string
		Rates map[string]figure
	}
	if err := decode(b, &s); err != nil {
		return Answer{}, err
	}
	at := now
	if day, err := time.Parse(time.DateOnly, s.Date); err == nil {
		at = day.Add(15 * time.Hour) // published about 16:00 in Frankfurt
		if at.After(now) {
			at = now
		}
	}
	var a Answer
	usd := float64(s.Rates["USD"])
	if s.Base == "USD" {
		usd = 1
	}
	if s.Base != "USD" {
		a.add(s.Base+".usd", usd, at)
	}
	for currency, rate := range s.Rates {
		if currency != "USD" && rate > 0 {
			a.add(currency+".usd", usd/float64(rate), at)
		}
	}
	return some(a, b)
}

// awattar: /v1/marketdata, the exchange's price in EUR for a MWh, without taxes and
// fees; it may be below zero.
func awattar(b []byte, _ time.Time, _ options) (Answer, error) {
	var s struct {
		Data []struct {
			Start figure `json:"start_timestamp"`
			End   figure `json:"end_timestamp"`
			Price figure `json:"marketprice"`
		}
	}
	if err := decode(b, &s); err != nil {
		return Answer{}, err
	}
	var a Answer
	for _, d := range s.Data {
		a.slot(unix(d.Start, time.Time{}), unix(d.End, time.Time{}), float64(d.Price)/1000)
	}
	return a.inOrder(b)
}

// octopus: standard-unit-rates, newest first, in pence for a kWh with tax. Of two
// rates for a time the one for direct debit counts. An open end is a day's.
func octopus(b []byte, now time.Time, _ options) (Answer, error) {
	var s struct {
		Next    string
		Results []struct {
			Value   figure     `json:"value_inc_vat"`
			From    time.Time  `json:"valid_from"`
			To      *time.Time `json:"valid_to"`
			Payment string     `json:"payment_method"`
		}
	}
	if err := decode(b, &s); err != nil {
		return Answer{}, err
	}
	a := Answer{Next: s.Next}
	for _, r := range s.Results {
		if r.Payment == "NON_DIRECT_DEBIT" {
			continue
		}
		to := now.Add(24 * time.Hour)
		if r.To != nil {
			to = *r.To
		}
		a.slot(r.From, to, float64(r.Value)/100)
	}
	return a.inOrder(b)
}

func (a *Answer) slot(from, until time.Time, perKWh float64) {
	if from.IsZero() || !until.After(from) || math.IsNaN(perKWh) || math.IsInf(perKWh, 0) {
		return
	}
	a.Slots = append(a.Slots, profit.Slot{From: from.UTC(), Until: until.UTC(), PerKWh: perKWh})
}

// inOrder sorts the slots; of those that overlap the first holds.
func (a Answer) inOrder(said []byte) (Answer, error) {
	slices.SortStableFunc(a.Slots, func(x, y profit.Slot) int { return x.From.Compare(y.From) })
	kept := a.Slots[:0]
	for _, s := range a.Slots {
		if n := len(kept); n > 0 && s.From.Before(kept[n-1].Until) {
			continue
		}
		kept = append(kept, s)
	}
	a.Slots = kept
	return some(a, said)
}
