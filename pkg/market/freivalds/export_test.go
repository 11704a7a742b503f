package freivalds

// CommitTo commits to any planes, as a lying prover can.
func CommitTo(planes [][]byte) *Hints { return commit(planes) }

// Planes are the pre-activations without their proofs.
func (h *Hints) Planes() [][]byte { return h.planes }
