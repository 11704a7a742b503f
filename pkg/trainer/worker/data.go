package worker

import (
	"math/rand/v2"
	"slices"

	"github.com/gpuarbiter/gpuarbiter/pkg/dataset"
	"github.com/gpuarbiter/gpuarbiter/pkg/model"
	"github.com/gpuarbiter/gpuarbiter/pkg/trainer"
)

// Streams of random numbers, all from the job's seed; the low half is the
// epoch or step. The initial weights have one of their own in the engine, the
// split in package dataset (1 << 40).
const (
	streamOrder  = 2 << 40
	streamShift  = 3 << 40
	streamMirror = 4 << 40
)

func random(seed, stream uint64) *rand.Rand { return rand.New(rand.NewPCG(seed, stream)) }

func shape(s dataset.Shape) model.Shape {
	return model.Shape{Channels: s.Channels, Height: s.Height, Width: s.Width}
}

// feeder makes the batches: what step s trains on depends on the seed and s
// alone, so a resumed run goes on exactly where it was.
type feeder struct {
	job    *trainer.Job
	set    *dataset.Set
	size   int // examples in a batch
	epoch  int // of order; -1 before the first
	order  []int
	pixels []byte
	labels []byte
}

func newFeeder(job *trainer.Job, set *dataset.Set) *feeder {
	size := min(job.Batch, set.Len())
	return &feeder{
		job: job, set: set, size: size, epoch: -1,
		pixels: make([]byte, size*set.Shape.Features()), labels: make([]byte, size),
	}
}

// perEpoch is the number of steps in an epoch; the examples left over by the
// last full batch are others in each epoch.
func (f *feeder) perEpoch() int { return f.set.Len() / f.size }

// batch gives the pixels and labels of a step; the next call reuses them.
func (f *feeder) batch(step int) (pixels, labels []byte) {
	epoch, at := step/f.perEpoch(), step%f.perEpoch()*f.size
	if epoch != f.epoch {
		f.epoch, f.order = epoch, random(f.job.Seed, streamOrder|uint64(epoch)).Perm(f.set.Len())
	}
	features := f.set.Shape.Features()
	for i, example := range f.order[at : at+f.size] {
		copy(f.pixels[i*features:], f.set.Example(example))
		f.labels[i] = f.set.Labels[example]
	}
	if f.job.MaxShift > 0 {
		f.shift(random(f.job.Seed, streamShift|uint64(step)))
	}
	if f.job.Mirror {
		f.mirror(random(f.job.Seed, streamMirror|uint64(step)))
	}
	return f.pixels, f.labels
}

// mirror turns every other image around, by chance.
func (f *feeder) mirror(rng *rand.Rand) {
	features, width := f.set.Shape.Features(), f.set.Shape.Width
	for i := range f.size {
		if rng.IntN(2) == 0 {
			for at := i * features; at < (i+1)*features; at += width {
				slices.Reverse(f.pixels[at : at+width])
			}
		}
	}
}

func (f *feeder) shift(rng *rand.Rand) {
	features := f.set.Shape.Features()
	span, scratch := 2*f.job.MaxShift+1, make([]byte, features)
	for i := range f.size {
		x := f.pixels[i*features : (i+1)*features]
		copy(scratch, x)
		shiftImage(x, scratch, f.set.Shape, rng.IntN(span)-f.job.MaxShift, rng.IntN(span)-f.job.MaxShift)
	}
}

// shiftImage moves an image by dy rows and dx columns; what comes in is zero.
func shiftImage(dst, src []byte, s dataset.Shape, dy, dx int) {
	clear(dst)
	for c := range s.Channels {
		for y := max(0, dy); y < min(s.Height, s.Height+dy); y++ {
			to, from := (c*s.Height+y)*s.Width, (c*s.Height+y-dy)*s.Width
			if low, high := max(0, dx), min(s.Width, s.Width+dx); low < high {
				copy(dst[to+low:to+high], src[from+low-dx:])
			}
		}
	}
}
