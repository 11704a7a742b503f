package graph

// Runner runs a network's forward pass; it holds the scratch space, so one serves
// one goroutine.
type Runner struct {
	net     *Network
	layers  []layer
	tensors [][]byte // of the last run
	patch   []byte   // the inputs of one output
	sums    []int64
}

// layer is a weighted tensor's rows, made ready.
type layer struct {
	rows  packed
	bias  []int64 // less what the input's zero point adds to each row
	shift []uint8
	fan   int
	each  int       // output channels that share their inputs: those of a group
	taps  [][]int64 // of a depthwise convolution, instead of rows: by place in the kernel, the weight of each channel
}

// NewRunner prepares the forward pass of a validated network.
func NewRunner(n *Network) *Runner {
	r := &Runner{net: n, layers: make([]layer, len(n.Tensors)), tensors: make([][]byte, len(n.Tensors))}
	most := 0
	for k := range n.Tensors {
		r.tensors[k] = make([]byte, n.Tensors[k].Size())
		if n.Tensors[k].Weighted() {
			r.layers[k] = n.layer(k)
			most = max(most, n.FanIn(k))
		}
	}
	r.patch = make([]byte, most)
	for k := range n.Tensors {
		r.sums = append(r.sums, make([]int64, max(0, n.Tensors[k].Channels-len(r.sums)))...)
	}
	return r
}

func (n *Network) layer(k int) layer {
	t := &n.Tensors[k]
	l := layer{fan: n.FanIn(k), bias: make([]int64, t.Channels), shift: make([]uint8, t.Channels), each: t.Channels}
	if t.Op == Conv {
		l.each /= t.Groups
	}
	zero := int64(n.Tensors[t.A].Zero)
	rows := make([][]byte, t.Channels)
	for o := range rows {
		bias, shift, weights := n.Row(k, o)
		l.bias[o], l.shift[o], rows[o] = int64(bias), shift, weights
		for _, w := range weights {
			l.bias[o] -= zero * (int64(w) - weightOffset)
		}
	}
	if t.Op == Conv && l.each == 1 && t.Groups == n.Tensors[t.A].Channels {
		l.taps = make([][]int64, l.fan)
		for i := range l.taps {
			for _, row := range rows {
				l.taps[i] = append(l.taps[i], int64(row[i])-weightOffset)
			}
		}
		return l
	}
	l.rows = pack(rows, l.each)
	return l
}

// Run computes every tensor for one example of Input's size (height, width,
// channel). They are the runner's, and stand until the next run.
func (r *Runner) Run(x []byte) [][]byte {
	copy(r.tensors[0], x)
	return r.from(1)
}

// From computes the tensors from number k on from those before it. They are the
// runner's, as Run's are.
func (r *Runner) From(tensors [][]byte, k int) [][]byte {
	for i := range k {
		copy(r.tensors[i], tensors[i])
	}
	return r.from(k)
}

func (r *Runner) from(first int) [][]byte {
	for k := first; k < len(r.net.Tensors); k++ {
		switch t := &r.net.Tensors[k]; t.Op {
		case Conv:
			r.conv(k)
		case Dense, Logits:
			copy(r.patch, r.tensors[t.A])
			r.outputs(k, 0, r.tensors[k], 0)
		case Max, Average:
			r.pool(k)
		case Add:
			a, b := &r.net.Tensors[t.A], &r.net.Tensors[t.B]
			in, other := r.tensors[t.A], r.tensors[t.B]
			for i := range r.tensors[k] {
				sum := int64(int(in[i])-a.Zero)<<t.LeftA + int64(int(other[i])-b.Zero)<<t.LeftB
				r.tensors[k][i] = activation(rescale(sum, uint8(t.Shift)), t.Zero)
			}
		}
	}
	return r.tensors
}

// Classify is the class of an example: the largest logit's, the lowest of equals.
func (r *Runner) Classify(x []byte) int {
	tensors := r.Run(x)
	return Argmax(tensors[len(tensors)-1])
}

// Argmax is the index of the largest of logits, the lowest of equals.
func Argmax(logits []byte) int {
	best := 0
	for i := 1; i < len(logits)/4; i++ {
		if logit(logits, i) > logit(logits, best) {
			best = i
		}
	}
	return best
}

func logit(b []byte, i int) int32 {
	return int32(uint32(b[4*i])<<24 | uint32(b[4*i+1])<<16 | uint32(b[4*i+2])<<8 | uint32(b[4*i+3]))
}

// rescale is v divided by 2^shift, rounded to the nearest, of two as near the even one.
func rescale(v int64, shift uint8) int64 {
	if shift == 0 {
		return v
	}
	half, rest := int64(1)<<(shift-1), v&(int64(1)<<shift-1)
	v >>= shift
	if rest > half || rest == half && v&1 == 1 {
		v++
	}
	return v
}

// activation is the byte of a number in units of its tensor.
func activation(v int64, zero int) byte { return byte(min(max(v+int64(zero), 0), 255)) }

func (r *Runner) conv(k int) {
	t, in := &r.net.Tensors[k], &r.net.Tensors[r.net.Tensors[k].A]
	src, each := r.tensors[t.A], in.Channels/t.Groups
	if r.layers[k].taps != nil {
		r.depthwise(k)
		return
	}
	for y := range t.Height {
		for x := range t.Width {
			for g := range t.Groups {
				to := 0
				for ky := range t.Kernel {
					yy := y*t.Stride - t.Pad + ky
					for kx := 0; kx < t.Kernel; {
						xx := x*t.Stride - t.Pad + kx
						run := 1 // cells that are taken at once
						switch {
						case yy < 0 || yy >= in.Height || xx < 0 || xx >= in.Width:
							fill(r.patch[to:to+each], byte(in.Zero))
						default:
							from := (yy*in.Width + xx) * in.Channels
							if t.Groups == 1 {
								run = min(t.Kernel-kx, in.Width-xx)
							}
							copy(r.patch[to:to+run*each], src[from+g*each:])
						}
						kx += run
						to += run * each
					}
				}
				r.outputs(k, (y*t.Width+x)*t.Channels, r.tensors[k], g)
			}
		}
	}
}

// depthwise is a convolution in which each channel is a group of its own: all channels of a cell are taken at once.
func (r *Runner) depthwise(k int) {
	t, in, l := &r.net.Tensors[k], &r.net.Tensors[r.net.Tensors[k].A], &r.layers[k]
	sums := r.sums[:t.Channels]
	for y := range t.Height {
		for x := range t.Width {
			copy(sums, l.bias)
			for i, weights := range l.taps {
				yy, xx := y*t.Stride-t.Pad+i/t.Kernel, x*t.Stride-t.Pad+i%t.Kernel
				if yy < 0 || yy >= in.Height || xx < 0 || xx >= in.Width {
					for c := range sums {
						sums[c] += int64(in.Zero) * weights[c]
					}
					continue
				}
				for c, v := range r.tensors[t.A][(yy*in.Width+xx)*in.Channels:][:len(sums)] {
					sums[c] += int64(v) * weights[c]
				}
			}
			out := r.tensors[k][(y*t.Width+x)*t.Channels:]
			for c, v := range sums {
				out[c] = activation(rescale(v, l.shift[c]), t.Zero)
			}
		}
	}
}

func fill(b []byte, v byte) {
	for i := range b {
		b[i] = v
	}
}

// outputs computes the output channels of a group from the patch.
func (r *Runner) outputs(k, at int, out []byte, group int) {
	l, t := &r.layers[k], &r.net.Tensors[k]
	first := group * l.each
	sums := r.sums[:l.each]
	l.rows.dot(group, r.patch[:l.fan], sums)
	for j, sum := range sums {
		o := first + j
		v := sum + l.bias[o]
		if t.Op == Logits {
			out[4*o], out[4*o+1], out[4*o+2], out[4*o+3] = byte(v>>24), byte(v>>16), byte(v>>8), byte(v)
			continue
		}
		out[at+o] = activation(rescale(v, l.shift[o]), t.Zero)
	}
}

func (r *Runner) pool(k int) {
	t, in := &r.net.Tensors[k], &r.net.Tensors[r.net.Tensors[k].A]
	src := r.tensors[t.A]
	for y := range t.Height {
		for x := range t.Width {
			out := r.tensors[k][(y*t.Width+x)*t.Channels:][:t.Channels]
			sums := r.sums[:t.Channels]
			clear(sums)
			y0, x0 := y*t.Stride-t.Pad, x*t.Stride-t.Pad
			for yy := max(y0, 0); yy < min(y0+t.Kernel, in.Height); yy++ {
				for xx := max(x0, 0); xx < min(x0+t.Kernel, in.Width); xx++ {
					cell := src[(yy*in.Width+xx)*in.Channels:][:t.Channels]
					if t.Op == Average {
						for c, v := range cell {
							sums[c] += int64(int(v) - in.Zero)
						}
						continue
					}
					for c, v := range cell {
						sums[c] = max(sums[c], int64(v))
					}
				}
			}
			for c := range out {
				if t.Op == Max {
					out[c] = byte(sums[c])
				} else {
					out[c] = activation(quotient(sums[c], int64(t.Kernel*t.Kernel)), t.Zero)
				}
			}
		}
	}
}

// quotient is v divided by d, rounded to the nearest, of two as near the even one.
func quotient(v, d int64) int64 {
	q := v / d
	if v%d < 0 {
		q--
	}
	rest := v - q*d
	if 2*rest > d || 2*rest == d && q&1 == 1 {
		q++
	}
	return q
}
