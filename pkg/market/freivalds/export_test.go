package freivalds

// CommitTo commits to any planes, as a lying prover can.
func CommitTo(planes [][]byte) *Witnesses { return commit(planes) }

// Planes are the pre-activations without their proofs.
func (h *Witnesses) Planes() [][]byte { return h.planes }
