package worker

import (
	"bytes"
	"encoding/hex"
	"errors"
	"fmt"
	"math"
	"slices"
	"testing"
	"testing/synctest"
	"time"

	"go.uber.org/goleak"
	"go.uber.org/zap"
	"pgregory.net/rapid"

	"github.com/gpuarbiter/gpuarbiter/pkg/dataset"
	"github.com/gpuarbiter/gpuarbiter/pkg/model"
	"github.com/gpuarbiter/gpuarbiter/pkg/trainer"
	"github.com/gpuarbiter/gpuarbiter/pkg/trainer/checkpoint"
	"github.com/gpuarbiter/gpuarbiter/pkg/trainer/small"
)

func hexOf(b [32]byte) string { return hex.EncodeToString(b[:]) }

// numbered is a set whose example i is filled with i.
func numbered(n int) *dataset.Set {
	s := &dataset.Set{Shape: dataset.Shape{Channels: 1, Height: 2, Width: 2}, Classes: 256}
	for i := range n {
		s.Pixels = append(s.Pixels, byte(i), byte(i), byte(i), byte(i))
		s.Labels = append(s.Labels, byte(i))
	}
	return s
}

// Every epoch sees different examples at most once each, labels stay with
// their pixels, and a step's batch does not depend on what came before it.
func TestFeeder(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		job := trainer.Defaults()
		job.Batch, job.Seed = rapid.IntRange(1, 80).Draw(t, "batch"), rapid.Uint64().Draw(t, "seed")
		set := numbered(rapid.IntRange(1, 256).Draw(t, "n"))
		f := newFeeder(&job, set)
		target := rapid.IntRange(0, 3*f.perEpoch()).Draw(t, "step")
		var want []byte
		seen := map[byte]bool{}
		for step := range target + 1 {
			if step%f.perEpoch() == 0 {
				clear(seen)
			}
			pixels, labels := f.batch(step)
			for i, l := range labels {
				if seen[l] || pixels[4*i] != l {
					t.Fatalf("step %d: label %d with pixel %d, seen %v", step, l, pixels[4*i], seen[l])
				}
				seen[l] = true
			}
			want = bytes.Clone(labels)
		}
		if _, got := newFeeder(&job, set).batch(target); !bytes.Equal(got, want) {
			t.Fatalf("step %d alone gives %v, in a run %v", target, got, want)
		}
	})
}

func TestShiftImage(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := dataset.Shape{Channels: rapid.IntRange(1, 3).Draw(t, "c"), Height: rapid.IntRange(1, 6).Draw(t, "h"), Width: rapid.IntRange(1, 6).Draw(t, "w")}
		dy, dx := rapid.IntRange(-8, 8).Draw(t, "dy"), rapid.IntRange(-8, 8).Draw(t, "dx")
		src, dst := make([]byte, s.Features()), make([]byte, s.Features())
		for i := range src {
			src[i], dst[i] = byte(i+1), 0xee
		}
		shiftImage(dst, src, s, dy, dx)
		for c := range s.Channels {
			for y := range s.Height {
				for x := range s.Width {
					want := byte(0)
					if yy, xx := y-dy, x-dx; yy >= 0 && yy < s.Height && xx >= 0 && xx < s.Width {
						want = src[(c*s.Height+yy)*s.Width+xx]
					}
					if got := dst[(c*s.Height+y)*s.Width+x]; got != want {
						t.Fatalf("(%d,%d,%d) is %d, want %d", c, y, x, got, want)
					}
				}
			}
		}
	})
}

// Every other image or so is turned around, row by row; in a resumed run the
// same ones.
func TestMirror(t *testing.T) {
	job := trainer.Defaults()
	job.Batch, job.Mirror = 64, true
	set := dataset.SmallDigits(64, 1)
	pixels, labels := newFeeder(&job, set).batch(3)
	pixels, turned := bytes.Clone(pixels), 0
	job.Mirror = false
	straight, same := newFeeder(&job, set).batch(3)
	if !bytes.Equal(labels, same) {
		t.Fatal("other examples")
	}
	for i := range labels {
		got, want := pixels[i*256:(i+1)*256], bytes.Clone(straight[i*256:(i+1)*256])
		if bytes.Equal(got, want) {
			continue
		}
		turned++
		for row := range slices.Chunk(want, 16) {
			slices.Reverse(row)
		}
		if !bytes.Equal(got, want) {
			t.Errorf("image %d is neither itself nor its mirror image", i)
		}
	}
	if turned < 16 || turned > 48 {
		t.Errorf("%d of 64 images are turned around", turned)
	}
	job.Mirror = true
	if again, _ := newFeeder(&job, set).batch(3); !bytes.Equal(again, pixels) {
		t.Error("the same step gives other images")
	}
}

func TestRate(t *testing.T) {
	job := trainer.Defaults()
	if a, b, c := rate(&job, 0, 100), rate(&job, 50, 100), rate(&job, 99, 100); a != job.Rate || math.Abs(b-job.Rate/2) > 1e-12 || c <= 0 || c > job.Rate/1000 {
		t.Errorf("cosine gives %v, %v, %v", a, b, c)
	}
	job.Schedule = trainer.Constant
	if rate(&job, 99, 100) != job.Rate {
		t.Error("the constant rate changes")
	}
}

func TestIntegerLogits(t *testing.T) {
	set := dataset.SmallDigits(777, 1)
	n := &model.Network{Input: shape(set.Shape), Layers: []model.Layer{{Kind: model.Dense, Outputs: 10, Bias: make([]int32, 10), Weights: make([]int8, 2560)}}}
	for i := range n.Layers[0].Weights {
		n.Layers[0].Weights[i] = int8(i*31%15 - 7)
	}
	logits, err := integerLogits(t.Context(), n, set)
	got, want := small.Right(logits, set.Labels), model.NewEvaluator(n).CountRight(set.Pixels, set.Labels)
	if err != nil || got != want {
		t.Errorf("%d right, one goroutine counts %d, %v", got, want, err)
	}
}

// More right answers are better whatever the loss; of as many the smaller loss,
// and of that the later model.
func TestBetter(t *testing.T) {
	old := checkpoint.Best{Right: 28, Loss: 0.4}
	for _, c := range []struct {
		right int
		loss  float64
		want  bool
	}{{29, 9, true}, {28, 0.3, true}, {28, 0.4, true}, {28, 0.5, false}, {27, 0, false}} {
		if got := better(checkpoint.Best{Right: c.right, Loss: c.loss}, old); got != c.want {
			t.Errorf("%d right with loss %v: %v", c.right, c.loss, got)
		}
	}
}

// stampedWriter notes when each line was written.
type stampedWriter struct{ at []time.Time }

func (w *stampedWriter) Write(p []byte) (int, error) {
	w.at = append(w.at, time.Now())
	return len(p), nil
}

func TestHeartbeat(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var w stampedWriter
		begin := time.Now()
		e := newEmitter(&w, zap.NewNop(), func(err error) { t.Error(err) })
		time.Sleep(20 * time.Second)
		e.emit(trainer.Progress{})
		time.Sleep(20 * time.Second)
		e.close()
		if len(w.at) < 10 {
			t.Errorf("%d lines in 40 s", len(w.at))
		}
		for i, at := range append(w.at, begin.Add(40*time.Second)) {
			before := begin
			if i > 0 {
				before = w.at[i-1]
			}
			if gap := at.Sub(before); gap > trainer.HeartbeatSeconds*time.Second {
				t.Errorf("silent for %v", gap)
			}
		}
	})
}

type stuckWriter struct{ release chan struct{} }

func (w stuckWriter) Write(p []byte) (int, error) { <-w.release; return len(p), nil }

// A reader that hangs holds up neither training nor the end, and progress does
// not pile up for it.
func TestStuckReader(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		w := stuckWriter{make(chan struct{})}
		e := newEmitter(w, zap.NewNop(), func(error) {})
		for range 10 * backlog {
			e.emit(trainer.Progress{})
		}
		e.emit(trainer.Checkpoint{Path: "/x"})
		e.mu.Lock()
		if n := len(e.queue); n > backlog+1 {
			t.Errorf("%d lines wait", n)
		}
		e.mu.Unlock()
		begin := time.Now()
		e.close()
		if took := time.Since(begin); took > flushGrace {
			t.Errorf("the end took %v", took)
		}
		close(w.release)
	})
}

type brokenWriter struct{}

func (brokenWriter) Write([]byte) (int, error) { return 0, errors.New("broken pipe") }

func TestBrokenReader(t *testing.T) {
	defer goleak.VerifyNone(t)
	gone := make(chan error, 1)
	e := newEmitter(brokenWriter{}, zap.NewNop(), func(err error) { gone <- err })
	e.emit(trainer.Alive{})
	<-gone
	e.emit(trainer.Alive{})
	e.close()
}

func TestProtect(t *testing.T) {
	if f := toFault(protect(func() error { panic("what") })); f.code != trainer.ExitBug || f.class != classBug {
		t.Errorf("%+v", f)
	}
	if f := toFault(fmt.Errorf("save: %w", fault{classDiverged, trainer.ExitBadJob, errors.New("x")})); f.class != classDiverged {
		t.Errorf("%+v", f)
	}
}
