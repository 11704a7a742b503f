package graph

import "github.com/gpuarbiter/gpuarbiter/pkg/model"

var _ model.Integer = (*Network)(nil)

// Inputs is the number of values of an example.
func (n *Network) Inputs() int { return n.Tensors[0].Size() }

// Size is the length of the file in bytes.
func (n *Network) Size() int { return headLen + recordLen*len(n.Tensors) + len(n.Weights) }

// Counter runs the forward pass on examples in the data set's order.
func (n *Network) Counter() model.Counter {
	return &counter{NewRunner(n), make([]byte, n.Inputs()), make([]int32, n.Classes())}
}

type counter struct {
	run    *Runner
	x      []byte
	logits []int32
}

// Logits are the network's outputs.
func (c *counter) Logits(pixels []byte) []int32 {
	Interleave(c.x, pixels, &c.run.net.Tensors[0])
	tensors := c.run.Run(c.x)
	for i := range c.logits {
		c.logits[i] = logit(tensors[len(tensors)-1], i)
	}
	return c.logits
}

// Interleave turns the data set's order (channel, height, width) into a tensor's
// (height, width, channel).
func Interleave(to, pixels []byte, in *Tensor) {
	for c := range in.Channels {
		for i, v := range pixels[c*in.Positions() : (c+1)*in.Positions()] {
			to[i*in.Channels+c] = v
		}
	}
}
