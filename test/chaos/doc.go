// Package chaos kills. The daemon runs as a real process with real workers while prices
// change so often that devices are handed over all the time, and meanwhile everything that
// can die does: the daemon, supervisors, workers, pools, the chain's node, the disk, a card.
// What is promised is watched from outside, in the kernel's process table and in the books
// of the pools, never by what the daemon says of itself: no device has two workers, nothing
// outlives the daemon, every device comes back, and no hash is booked that no pool took.
//
// What is done to whom and when is drawn from one seed, which is printed. It is slow and
// stands behind the chaos tag: make chaos.
package chaos
