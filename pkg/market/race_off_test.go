//go:build !race

package market

const race = false
