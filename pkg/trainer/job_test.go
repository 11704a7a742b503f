package trainer

import (
	"encoding/json"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/gpuarbiter/gpuarbiter/pkg/dataset"
)

const goodJob = `{"id":"a","data":{"source":{"format":"digits","count":100}},"family":"mlp","hidden":[8],"epochs":2,"seed":1,
"checkpoint_dir":"/tmp/c","artifact":"/tmp/a"}`

func TestParseJob(t *testing.T) {
	job, err := ParseJob([]byte(goodJob))
	if err != nil {
		t.Fatal(err)
	}
	if job.Batch != Defaults().Batch || job.Rate != Defaults().Rate || job.Schedule != Cosine {
		t.Errorf("defaults are missing: %+v", job)
	}
	bundle := `"data":{"bundle":{"path":"/b","root":"0x` + strings.Repeat("ab", 32) + `","seed":"` + strings.Repeat("cd", 32) +
		`","layout":{"group_size":12,"features":4,"classes":2},"groups":30,"drawn":6}}`
	job, err = ParseJob([]byte(strings.Replace(goodJob, `"data":{"source":{"format":"digits","count":100}}`, bundle, 1)))
	if err != nil {
		t.Fatal(err)
	}
	want, err := job.Data.Bundle.Challenge()
	if err != nil || want.Root[0] != 0xab || want.Seed[31] != 0xcd || want.Groups != 30 || want.Layout != (dataset.Layout{GroupSize: 12, Features: 4, Classes: 2}) {
		t.Errorf("challenge %+v, %v", want, err)
	}
}

func TestParseJobRejects(t *testing.T) {
	for _, c := range []struct{ old, new, word string }{
		{`"seed":1`, `"seed":1,"sed":2`, "sed"},
		{`"format":"digits"`, `"format":"digits","kount":1`, "kount"},
		{`"id":"a"`, `"id":""`, "id"},
		{`"mlp"`, `"transformer"`, "family"},
		{`"mlp"`, `"cnn"`, "channels"},
		{`"hidden":[8]`, `"hidden":[8],"channels":[4]`, "channels"},
		{`[8]`, `[0]`, "hidden"},
		{`[8]`, `[1,1,1,1,1,1,1,1]`, "hidden"},
		{`"epochs":2`, `"epochs":0`, "epochs"},
		{`"epochs":2`, `"epochs":2,"batch":-1`, "batch"},
		{`"epochs":2`, `"epochs":2,"rate":0`, "rate"},
		{`"epochs":2`, `"epochs":2,"schedule":"step"`, "schedule"},
		{`"epochs":2`, `"epochs":2,"validation":0.9`, "validation"},
		{`"epochs":2`, `"epochs":2,"target":1.5`, "target"},
		{`"epochs":2`, `"epochs":2,"backend":"cuda"`, "backend"},
		{`"epochs":2`, `"epochs":2,"backend":"xla:cuda"`, "backend"},
		{`"epochs":2`, `"epochs":2,"holdout":-1`, "holdout"},
		{`"epochs":2`, `"epochs":2,"ranks":-1`, "ranks"},
		{`"epochs":2`, `"epochs":2,"ranks":65`, "ranks"},
		{`"epochs":2`, `"epochs":2,"folds":1`, "folds"},
		{`"epochs":2`, `"epochs":2,"folds":5`, "recipes"},
		{`"epochs":2`, `"epochs":2,"recipes":[{"part":1,"rate":1,"decay":0}]`, "recipes"},
		{`"epochs":2`, `"epochs":2,"folds":5,"recipes":[{"rate":1,"decay":0}]`, "recipes.part"},
		{`"epochs":2`, `"epochs":2,"folds":5,"recipes":[{"part":1,"rate":0,"decay":0}]`, "recipes.rate"},
		{`"epochs":2`, `"epochs":2,"folds":5,"recipes":[{"part":1,"rate":1,"decay":11}]`, "recipes.decay"},
		{`"epochs":2`, `"epochs":2,"folds":5,"recipes":[{"part":1,"rate":1,"decay":0,"smooth":1}]`, "recipes.smooth"},
		{`"epochs":2`, `"epochs":2,"max_shift":1,"folds":5,"recipes":[{"part":1,"rate":1,"decay":0}]`, "augmentation"},
		{`/tmp/c`, `c`, "checkpoint_dir"},
		{`/tmp/a`, ``, "artifact"},
		{`{"source":{"format":"digits","count":100}}`, `{}`, "data"},
		{`{"source":{"format":"digits","count":100}}`, `{"bundle":{"path":"/b","root":"12","seed":""}}`, "root"},
		{`"/tmp/a"}`, `"/tmp/a"} {}`, "after"},
		{`"/tmp/a"}`, `"/tmp/a"`, "EOF"},
	} {
		text := strings.Replace(goodJob, c.old, c.new, 1)
		if text == goodJob {
			t.Fatalf("%q does not change the job", c.old)
		}
		if _, err := ParseJob([]byte(text)); err == nil || !strings.Contains(err.Error(), c.word) {
			t.Errorf("%s -> %s: %v, want an error about %q", c.old, c.new, err, c.word)
		}
	}
}

// A resnet's sizes are bounded before anything is made of them; how its sides end is known with the data.
func TestParseJobResNet(t *testing.T) {
	good := strings.Replace(goodJob, `"mlp","hidden":[8]`, `"resnet","graph":true,"channels":[16,32,64],"blocks":3`, 1)
	if job, err := ParseJob([]byte(good)); err != nil || job.Family != ResNet || job.Blocks != 3 || len(job.Channels) != 3 {
		t.Fatalf("%+v, %v", job, err)
	}
	for _, c := range []struct{ old, new, word string }{
		{`"graph":true,`, ``, "graph"},
		{`"graph":true`, `"graph":true,"bits":4`, "8 bits"},
		{`"graph":true`, `"graph":true,"hidden":[8]`, "hidden"},
		{`[16,32,64]`, `[]`, "channels"},
		{`[16,32,64]`, `[1,1,1,1,1,1,1,1,1]`, "channels"},
		{`[16,32,64]`, `[16,0]`, "channels"},
		{`[16,32,64]`, `[16,5000]`, "channels"},
		{`"blocks":3`, `"blocks":0`, "blocks"},
		{`"blocks":3`, `"blocks":28`, "258 tensors"},
		{`"blocks":3`, `"blocks":9223372036854775807`, "blocks"},
		{`"resnet"`, `"cnn"`, "only a resnet"},
		{`"epochs":2`, `"epochs":2,"folds":5,"recipes":[{"part":1,"rate":1,"decay":0}]`, "folds"},
	} {
		text := strings.Replace(good, c.old, c.new, 1)
		if text == good {
			t.Fatalf("%q does not change the job", c.old)
		}
		if _, err := ParseJob([]byte(text)); err == nil || !strings.Contains(err.Error(), c.word) {
			t.Errorf("%s -> %s: %v, want an error about %q", c.old, c.new, err, c.word)
		}
	}
}

func TestJobHash(t *testing.T) {
	base, err := ParseJob([]byte(goodJob))
	if err != nil {
		t.Fatal(err)
	}
	same := func(change func(*Job)) bool {
		other := base
		change(&other)
		return other.Hash() == base.Hash()
	}
	for i, change := range []func(*Job){
		func(j *Job) { j.Target, j.Margin, j.Patience, j.MaxSeconds = 0.9, 0.1, 3, 9 },
		func(j *Job) { j.Holdout = 240 },
		func(j *Job) { j.CheckpointDir, j.Artifact, j.CheckpointEveryS = "/x", "/y", 1 },
		func(j *Job) { j.Backend, j.Threads, j.SpeedLimit = "xla:/p", 2, 3 },
		func(j *Job) { j.Ranks = 4 }, // else no checkpoint could be resumed by another number
	} {
		if !same(change) {
			t.Errorf("change %d of what is not trained changes the hash", i)
		}
	}
	for i, change := range []func(*Job){
		func(j *Job) { j.ID = "b" }, func(j *Job) { j.Seed++ }, func(j *Job) { j.Batch++ }, func(j *Job) { j.Rate *= 2 }, func(j *Job) { j.Hidden = []int{9} },
		func(j *Job) { j.Epochs++ }, func(j *Job) { j.MaxShift = 1 }, func(j *Job) { j.Validation = 0.2 }, func(j *Job) { j.Decay = 0 }, func(j *Job) { j.L1 = 1 },
		func(j *Job) { s := *j.Data.Source; s.Seed++; j.Data.Source = &s }, func(j *Job) { j.Schedule = Constant },
		func(j *Job) { j.Blocks = 2 },
		func(j *Job) { j.Folds, j.Recipes = fewFolds, fewRecipes() },
	} {
		if same(change) {
			t.Errorf("change %d of what is trained leaves the hash", i)
		}
	}
}

// Whatever a job holds, writing and reading it gives it back.
func TestJobRoundTrip(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		job := Defaults()
		job.ID = rapid.StringN(1, 20, -1).Draw(t, "id")
		job.Data.Source = &dataset.Source{Format: dataset.FormatDigits, Count: rapid.IntRange(1, 1000).Draw(t, "count")}
		job.Family, job.Hidden = MLP, rapid.SliceOfN(rapid.IntRange(1, 100), 0, 4).Draw(t, "hidden")
		job.Epochs, job.Batch = rapid.IntRange(1, 100).Draw(t, "epochs"), rapid.IntRange(1, 512).Draw(t, "batch")
		job.Seed = rapid.Uint64().Draw(t, "seed")
		job.Decay, job.L1 = rapid.Float64Range(0, 1).Draw(t, "decay"), rapid.Float64Range(0, 1).Draw(t, "l1")
		job.Validation = rapid.Float64Range(0.001, 0.5).Draw(t, "validation")
		job.CheckpointDir, job.Artifact = "/c", "/a"
		b, err := json.Marshal(job)
		if err != nil {
			t.Fatal(err)
		}
		back, err := ParseJob(b)
		if err != nil {
			t.Fatal(err)
		}
		if back.Hash() != job.Hash() || back.Decay != job.Decay || back.Validation != job.Validation {
			t.Fatalf("%+v came back as %+v", job, back)
		}
	})
}
