// Package graph is the network format GAQ2: a graph of integer operations whose
// every byte can be recomputed by a contract from a few others. docs/FORMAT.md has
// its semantics on one page; this package is their reference implementation.
//
// A Network is a list of tensors, each the result of an operation on earlier ones,
// and one run of bytes that holds all weights. A tensor is a run of bytes too
// (height, width, channel; the channel fastest), and any run of bytes has a Tree.
// So a whole inference is a list of roots (Trace), and a dispute about it ends at
// one byte, whose operation reads a few ranges of other runs (Reads).
package graph
