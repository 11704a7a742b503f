//go:build race

package backtest

// underRace: the race detector makes arithmetic ten times slower.
const underRace = true
