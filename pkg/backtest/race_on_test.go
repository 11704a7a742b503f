//go:build race

package backtest

const race = true
