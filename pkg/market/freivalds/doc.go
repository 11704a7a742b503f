// Package freivalds is the prover of FreivaldsEvaluator.sol: what a solver, or
// anyone who evaluates a revealed model, sends beside the data. The contract
// computes a wide hidden layer's pre-activations H = W X + b from nothing but
// our word, and checks them by random coefficients r that are drawn by hash
// once the model, the data and all of H are fixed: (r W) X + r b = r H.
// docs/freivalds.md has the argument.
//
// All here is pure and deterministic: from a public model and public data
// anyone gets the same bytes.
package freivalds
