package trainer

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math"
	"path/filepath"
	"strings"
	"time"

	"github.com/gpuarbiter/gpuarbiter/pkg/dataset"
	"github.com/gpuarbiter/gpuarbiter/pkg/model"
	"github.com/gpuarbiter/gpuarbiter/pkg/model/graph"
)

// The network families.
const (
	MLP = "mlp" // dense layers only
	CNN = "cnn" // blocks of conv3x3, ReLU, max pooling 2x2; then dense layers
	// ResNet is graph.ResNet, with batch normalisation while it is trained. The program's own engine knows none.
	ResNet = "resnet"
)

// How the learning rate goes from Job.Rate over the steps.
const (
	Cosine   = "cosine"   // half a cosine, to zero at the last epoch
	Constant = "constant" // stays
)

// MaxJobBytes bounds a job file.
const MaxJobBytes = 1 << 20

// MaxStages bounds a ResNet's Channels: each stage halves the sides, and no image of so many halvings fits a challenge.
const MaxStages = 8

// MaxRanks bounds Job.Ranks: no machine has so many devices.
const MaxRanks = 64

// Job is what one worker process does: train one network on one data set
// until it is good enough or a budget is spent. It is written by the daemon as
// JSON; an unknown key is an error, and a key left out takes its value from
// Defaults.
type Job struct {
	ID   string `json:"id"`   // of the attempt; for people and the log
	Data Data   `json:"data"` // the labelled examples, validation included

	Family   string `json:"family"`             // MLP, CNN or ResNet
	Channels []int  `json:"channels,omitempty"` // CNN: output channels of each block; ResNet: of each stage
	Blocks   int    `json:"blocks,omitempty"`   // ResNet: in each stage
	Hidden   []int  `json:"hidden,omitempty"`   // outputs of each hidden dense layer
	// Bits is the width of the integer model's activations, 8 or 4; 0 is 8.
	Bits model.Bits `json:"bits,omitempty"`
	// Graph: the integer model is one of package graph (GAQ2), not of layers (GAQ1).
	Graph bool `json:"graph,omitempty"`

	Epochs   int     `json:"epochs"`              // passes over the training examples, at most
	Batch    int     `json:"batch"`               // examples in a step
	Rate     float64 `json:"rate"`                // Adam's learning rate at the start
	Schedule string  `json:"schedule"`            // Cosine or Constant
	Decay    float64 `json:"decay"`               // decoupled weight decay (AdamW)
	L1       float64 `json:"l1,omitempty"`        // decoupled L1 decay: narrows the rows' L1 norms, which bound the integer accumulators
	MaxShift int     `json:"max_shift,omitempty"` // augmentation: move each training image by up to so many pixels along each axis
	Mirror   bool    `json:"mirror,omitempty"`    // augmentation: turn every other training image left to right, by chance
	Seed     uint64  `json:"seed"`                // of weights, order, split and augmentation

	// Validation is the share of the examples held back to judge by, 0..0.5. With
	// Folds none is.
	Validation float64 `json:"validation"`
	// Folds is for few examples: so many networks, each trained without one part
	// of the examples and judged by it, try each of Recipes; by the best one a last
	// network is trained on all. It is done by the processor, whatever the
	// backend. 0 is no cross-validation; Rate, Schedule and Decay then count.
	Folds   int      `json:"folds,omitempty"`
	Recipes []Recipe `json:"recipes,omitempty"`
	// Training stops once the integer model gets at least Target + Margin of
	// the validation examples right, both as ratios, and once that makes it
	// probable that it gets Target of Holdout others right (GoodEnough); Target 0
	// never stops it. Holdout 0 is unknown.
	Target  float64 `json:"target,omitempty"`
	Margin  float64 `json:"margin,omitempty"`
	Holdout int     `json:"holdout,omitempty"`
	// Patience stops after so many epochs without a better model; 0 never does. Folds know none.
	Patience int `json:"patience,omitempty"`
	// MaxSeconds stops after so much training time, summed over all runs of
	// the job (time between a preemption and the resume does not count); 0 is
	// no limit.
	MaxSeconds float64 `json:"max_seconds,omitempty"`
	// Deadline is when the best model so far is handed in, whatever margin it was to
	// have: after it none is of use. The zero time is never.
	Deadline time.Time `json:"deadline,omitzero"`

	CheckpointDir    string  `json:"checkpoint_dir"`
	CheckpointEveryS float64 `json:"checkpoint_every_s"`
	// Artifact is where the best integer model (package model's format) is
	// written, atomically, whenever a better one is found.
	Artifact string `json:"artifact"`

	Backend string `json:"backend"`           // "go", or "xla:<absolute path of a PJRT plugin>[,option=value...]"
	Threads int    `json:"threads,omitempty"` // processor threads to use; 0 is all
	// Ranks are processes that train together, one for each device; 0 and 1: one. The batch is shared out among
	// them, so that the job means the same with any number, and a trainer that knows none trains with one.
	Ranks int `json:"ranks,omitempty"`
	// SpeedLimit caps the steps per second; 0 is no cap. It is for tests and
	// for sharing a machine.
	SpeedLimit float64 `json:"speed_limit,omitempty"`

	// Trainer tells trainers apart that are not the program's own; "": it is. Its checkpoints are its own.
	Trainer string `json:"trainer,omitempty"`
	// JobHash is Hash, for a trainer that cannot reckon it.
	JobHash string `json:"job_hash,omitempty"`
	// GraceS is how many seconds there are between SIGTERM and SIGKILL; 0 is unknown.
	GraceS float64 `json:"grace_s,omitempty"`
}

// Data says where the examples come from: exactly one of its fields.
type Data struct {
	Bundle *Bundle         `json:"bundle,omitempty"` // a challenge's published training groups
	Source *dataset.Source `json:"source,omitempty"` // files, or rendered digits
}

// Bundle is the file of a challenge's published training groups, and what the
// chain says about them: every group is verified against it when it is read.
type Bundle struct {
	Path          string         `json:"path"`
	Root          string         `json:"root"` // Merkle root; 32 bytes in hexadecimal, with or without 0x
	Layout        dataset.Layout `json:"layout"`
	Groups        int            `json:"groups"` // all groups, drawn ones included
	HoldoutGroups int            `json:"drawn"`  // how many of them are the hold-out
	Seed          string         `json:"seed"`   // of the draw; 32 bytes in hexadecimal
	Shape         dataset.Shape  `json:"shape,omitzero"`
}

// Challenge is the bundle's challenge in dataset's terms.
func (b *Bundle) Challenge() (dataset.Challenge, error) {
	root, err := bytes32("root", b.Root)
	seed, err2 := bytes32("seed", b.Seed)
	return dataset.Challenge{Root: root, Layout: b.Layout, Groups: b.Groups, HoldoutGroups: b.HoldoutGroups, Seed: seed, Shape: b.Shape}, errors.Join(err, err2)
}

func bytes32(name, s string) (out [32]byte, err error) {
	raw, err := hex.DecodeString(strings.TrimPrefix(s, "0x"))
	if err != nil || len(raw) != len(out) {
		return out, fmt.Errorf("%s %q is not 32 bytes in hexadecimal", name, s)
	}
	copy(out[:], raw)
	return out, nil
}

// Defaults are the values of the keys that a job leaves out.
func Defaults() Job {
	return Job{Batch: 64, Rate: 1e-3, Schedule: Cosine, Decay: 1e-3, Validation: 0.1, CheckpointEveryS: 60, Backend: "go"}
}

// ParseJob reads a job strictly, fills in the defaults and validates it.
func ParseJob(b []byte) (Job, error) {
	if len(b) > MaxJobBytes {
		return Job{}, fmt.Errorf("job: %d bytes, at most %d", len(b), MaxJobBytes)
	}
	d := json.NewDecoder(bytes.NewReader(b))
	d.DisallowUnknownFields()
	job := Defaults()
	if err := d.Decode(&job); err != nil {
		return Job{}, fmt.Errorf("job: %w", err)
	}
	if _, err := d.Token(); !errors.Is(err, io.EOF) {
		return Job{}, errors.New("job: more data after the object")
	}
	return job, job.Validate()
}

// Validate reports every field that cannot work, all at once.
func (j *Job) Validate() error {
	var errs []error
	check := func(ok bool, field, format string, args ...any) {
		if !ok {
			errs = append(errs, fmt.Errorf("job: "+field+": "+format, args...))
		}
	}
	between := func(field string, v, low, high float64) {
		check(v >= low && v <= high, field, "%v is not within %v to %v", v, low, high)
	}
	check(j.ID != "", "id", "is missing")
	check(j.Bits == 0 || j.Bits == model.Bits8 || j.Bits == model.Bits4, "bits", "%d is neither 8 nor 4", j.Bits)
	check((j.Data.Bundle != nil) != (j.Data.Source != nil), "data", "want exactly one of bundle and source")
	if b := j.Data.Bundle; b != nil {
		check(b.Path != "", "data.bundle.path", "is missing")
		_, err := b.Challenge()
		check(err == nil, "data.bundle", "%v", err)
	}
	j.validateNetwork(check, between)
	between("epochs", float64(j.Epochs), 1, 1e6)
	between("batch", float64(j.Batch), 1, 1<<16)
	between("rate", j.Rate, 1e-9, 10)
	check(j.Schedule == Cosine || j.Schedule == Constant, "schedule", "%q is neither cosine nor constant", j.Schedule)
	between("decay", j.Decay, 0, 10)
	between("l1", j.L1, 0, 10)
	between("max_shift", float64(j.MaxShift), 0, 8)
	between("validation", j.Validation, 0.001, 0.5)
	j.validateFolds(check, between)
	between("target", j.Target, 0, 1)
	between("margin", j.Margin, -1, 1)
	between("holdout", float64(j.Holdout), 0, 1e9)
	between("patience", float64(j.Patience), 0, 1e6)
	between("max_seconds", j.MaxSeconds, 0, 1e9)
	check(filepath.IsAbs(j.CheckpointDir), "checkpoint_dir", "%q is no absolute path", j.CheckpointDir)
	between("checkpoint_every_s", j.CheckpointEveryS, 0.01, 1e6)
	check(filepath.IsAbs(j.Artifact), "artifact", "%q is no absolute path", j.Artifact)
	check(j.Trainer != "" || j.Backend == "go" || strings.HasPrefix(j.Backend, "xla:/"), "backend", "%q: want go or xla:<absolute path of the plugin>", j.Backend)
	between("threads", float64(j.Threads), 0, 1<<12)
	between("ranks", float64(j.Ranks), 0, MaxRanks)
	between("speed_limit", j.SpeedLimit, 0, math.MaxFloat64)
	between("grace_s", j.GraceS, 0, 1e6)
	check(j.JobHash == "" || j.JobHash == j.Hash(), "job_hash", "%.80q is not the job's", j.JobHash)
	return errors.Join(errs...)
}

// validateNetwork checks the sizes, as far as that can be without the data's shape.
func (j *Job) validateNetwork(check func(ok bool, field, format string, args ...any), between func(field string, v, low, high float64)) {
	switch j.Family {
	case MLP:
		check(len(j.Channels) == 0, "channels", "an mlp has none")
	case CNN:
		check(len(j.Channels) > 0, "channels", "a cnn needs at least one")
	case ResNet:
		check(j.Graph && j.Bits != model.Bits4, "graph", "a resnet is a graph of 8 bits: layers have no shortcuts")
		check(len(j.Hidden) == 0, "hidden", "a resnet has no hidden dense layers")
		between("channels (stages)", float64(len(j.Channels)), 1, MaxStages)
		between("blocks", float64(j.Blocks), 1, graph.MaxTensors)
		count := graph.ResNetTensors(min(len(j.Channels), MaxStages), min(j.Blocks, graph.MaxTensors))
		check(count <= graph.MaxTensors, "blocks", "%d in each of %d stages make %d tensors, at most %d", j.Blocks, len(j.Channels), count, graph.MaxTensors)
	default:
		check(false, "family", "%q is not mlp, cnn or resnet", j.Family)
	}
	if j.Family != ResNet {
		check(j.Blocks == 0, "blocks", "only a resnet has some")
		check(len(j.Channels)+len(j.Hidden) < model.MaxLayers, "hidden", "%d layers, at most %d", len(j.Channels)+len(j.Hidden)+1, model.MaxLayers)
	}
	for _, n := range append(append([]int(nil), j.Channels...), j.Hidden...) {
		between("hidden or channels", float64(n), 1, model.MaxOutputs)
	}
}

// Hash identifies what is being trained: every field on which the weights
// depend. A checkpoint may be resumed by a job of the same hash, even if that
// one has another target, budget, backend or place for its files.
func (j *Job) Hash() string {
	core := *j
	core.Target, core.Margin, core.Holdout, core.Patience, core.MaxSeconds = 0, 0, 0, 0, 0
	core.CheckpointDir, core.CheckpointEveryS, core.Artifact = "", 0, ""
	core.Deadline = time.Time{}
	core.Backend, core.Threads, core.Ranks, core.SpeedLimit = "", 0, 0, 0
	core.Trainer, core.JobHash, core.GraceS = "", "", 0
	if core.Data.Bundle != nil { // the root says what is in it, the path only where it lies
		bundle := *core.Data.Bundle
		bundle.Path = ""
		core.Data.Bundle = &bundle
	}
	b, err := json.Marshal(core)
	if err != nil { // NaN or infinity, which no JSON job can hold and Validate refuses
		panic(err)
	}
	sum := sha256.Sum256(b)
	return hex.EncodeToString(sum[:])
}
