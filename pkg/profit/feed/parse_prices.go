package feed

import (
	"encoding/json"
	"time"
)

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
	tags := map[string]int{}
	for _, c := range many.Coins {
		tags[c.Tag]++
	}
	for _, c := range many.Coins {
		// A coin of several algorithms stands there under one tag: which is meant?
		if c.Tag == "" || c.Tag == "NICEHASH" || c.Lagging || tags[c.Tag] > 1 {
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
// -1 is unknown. Entries of type pool are priced in their reward's unit. Of a coin with
// several algorithms only the price is clear.
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
	algorithms := map[string]int{}
	for _, c := range all {
		algorithms[c.Coin]++
	}
	for _, c := range all {
		at := unix(c.Updated, now)
		a.add(c.Coin+".price_usd", float64(c.Price), at)
		if algorithms[c.Coin] > 1 {
			continue
		}
		a.add(c.Coin+".coins_per_hash", float64(c.Reward)/3600, at)
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
