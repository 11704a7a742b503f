//go:build race

package dataset

// underRace: the race detector makes number crunching ten times slower.
const underRace = true
