// Package dataset holds labelled 8-bit data sets from the file on disk to the
// commitment on chain: readers, a generator of rendered digits, salted groups
// with their Merkle tree, the draw of the hold-out groups, and the bundle of
// training groups that an organiser publishes and a solver verifies.
//
// Readers guess nothing that money depends on: what is not certain is an
// Unclear error with its cure, and Describe says what was understood.
//
// Everything that both sides of a challenge must agree on bit for bit (group
// payload, leaf, tree, draw) lives in group.go, merkle.go and draw.go and is
// mirrored by the contract.
package dataset
