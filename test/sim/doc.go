// Package sim runs the daemon's core (loop, runners, accounts, store) through simulated days
// under a virtual clock, against models of what surrounds it: cards and their driver, workers,
// pools, prices, a disk, an operator. Everything that happens is drawn from one seed, each
// device's from a stream of its own, so that a seed that fails fails again. The daemon is
// killed at single writes to its store and started anew; what must always hold is looked at
// at every call that the core makes and after every event.
//
// docs/RELIABILITY.md says what it found, what is planted to prove that it finds, and what it
// does not cover.
package sim
