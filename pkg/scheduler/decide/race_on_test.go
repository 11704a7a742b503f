//go:build race

package decide

// underRace: the race detector makes arithmetic ten times slower.
const underRace = true
