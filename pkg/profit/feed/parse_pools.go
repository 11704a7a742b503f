package feed

import (
	"slices"
	"time"
)

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

// twoMiners: /api/stats of open-ethereum-pool and its kin; figures are strings. Of several
// nodes the one that was heard last counts: others may have been switched off long ago. Of two
// that were heard at one moment and contradict each other neither does.
func twoMiners(b []byte, now time.Time, _ options) (Answer, error) {
	type node struct{ Difficulty, NetworkHashPS, AvgBlockTime, LastBeat figure }
	var s struct{ Nodes []node }
	if err := decode(b, &s); err != nil {
		return Answer{}, err
	}
	slices.SortStableFunc(s.Nodes, func(x, y node) int { return unix(y.LastBeat, now).Compare(unix(x.LastBeat, now)) })
	var a Answer
	for _, n := range s.Nodes {
		at := unix(n.LastBeat, now)
		for key, v := range map[string]figure{
			"difficulty": n.Difficulty, "nethash": n.NetworkHashPS, "block_time": n.AvgBlockTime,
			"hashes_per_block": n.NetworkHashPS * n.AvgBlockTime, // what one block takes: difficulty in hashes
		} {
			if !a.Readings[key].At.After(at) {
				a.add(key, float64(v), at)
			}
		}
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
