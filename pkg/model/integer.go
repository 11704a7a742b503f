package model

// Integer is a network of integers, of either format, as whoever counts its answers
// needs it: Network (GAQ1), or package graph's (GAQ2).
type Integer interface {
	Inputs() int  // values of an example
	Classes() int // of the answer
	MACs() int    // multiply-accumulates for one example
	Size() int    // bytes of its file
	Marshal() ([]byte, error)
	// Counter runs the forward pass; it serves one goroutine.
	Counter() Counter
}

// Counter computes a network's outputs for one example of Inputs values in the data
// set's order (channel, height, width), each 0 to PixelMax. What it gives is reused by
// the next call.
type Counter interface {
	Logits(x []byte) []int32
}

// Inputs is the number of values of an example.
func (n *Network) Inputs() int { return n.Input.Size() }

// Counter runs the forward pass.
func (n *Network) Counter() Counter { return NewEvaluator(n) }

// Largest is the index of the largest logit, the lowest of equals.
func Largest(logits []int32) int {
	best := 0
	for j, v := range logits {
		if v > logits[best] {
			best = j
		}
	}
	return best
}

// CountRight classifies len(labels) examples, laid out one after the other, and counts
// those whose class is their label.
func CountRight(c Counter, pixels, labels []byte) (right int) {
	for i, label := range labels {
		features := len(pixels) / len(labels)
		if Largest(c.Logits(pixels[i*features:(i+1)*features])) == int(label) {
			right++
		}
	}
	return right
}
