//go:build !race

package decide

const underRace = false
