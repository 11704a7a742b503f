// Package engine trains a small network on one device. It is the only package
// that knows the tensor library: the rest of the trainer sees pixels, labels
// and model.FloatNetwork.
//
// One network definition serves two backends: pure Go (the default, no cgo)
// and XLA with CUDA (build tag xla). They differ in how a convolution is
// computed, never in what the parameters mean, so that a checkpoint of one can
// be resumed on the other (though not bit for bit).
//
// The optimiser's state is held here as plain tensors rather than in the
// library's variable store: a step is then a pure function from state to
// state, and a checkpoint is the state's bytes.
package engine
