package main

import (
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"github.com/gpuarbiter/gpuarbiter/pkg/app"
	"github.com/gpuarbiter/gpuarbiter/pkg/plain"
	"github.com/gpuarbiter/gpuarbiter/pkg/scheduler/workers"
	"github.com/gpuarbiter/gpuarbiter/pkg/trainer"
	"github.com/gpuarbiter/gpuarbiter/pkg/trainer/worker"
)

// What trainers other than the program's own are given: docs/TRAINER.md.

func jobFlag(cmd *cobra.Command) *string { return cmd.Flags().String("job", "", "job file (JSON)") }

func readJob(path string) (*trainer.Job, error) {
	if path == "" {
		return nil, usageError{errors.New("--job is missing")}
	}
	return worker.ReadJob(path)
}

func workerData() *cobra.Command {
	cmd := &cobra.Command{Use: "data", Short: "Verify a job's examples, split them, and write them as .npy arrays for a trainer of your own", Args: args(cobra.NoArgs)}
	job, out := jobFlag(cmd), cmd.Flags().StringP("output", "o", "", "folder")
	cmd.RunE = func(*cobra.Command, []string) error {
		j, err := readJob(*job)
		if err != nil {
			return err
		}
		if *out == "" {
			return usageError{errors.New("--output is missing")}
		}
		p, err := worker.Prepare(j, *out)
		if err != nil { // the trainer ends as the program's own would
			fmt.Fprintln(stderr, "error:", plain.Line(err.Error()))
			return exitCode(worker.ExitOf(err))
		}
		return printJSON(p)
	}
	return cmd
}

func workerQuantize() *cobra.Command {
	cmd := &cobra.Command{Use: "quantize", Short: "Make the integer model of trained weights, and count it as the contract will", Args: args(cobra.NoArgs)}
	job, data, weights := jobFlag(cmd), cmd.Flags().String("data", "", "folder that worker data wrote"), cmd.Flags().String("weights", "", "safetensors file: L.weight and L.bias for each layer")
	out := cmd.Flags().StringP("output", "o", "", "where the model is written (default: the job's artifact)")
	cmd.RunE = func(cmd *cobra.Command, _ []string) error {
		j, err := readJob(*job)
		if err != nil {
			return err
		}
		if *data == "" || *weights == "" {
			return usageError{errors.New("--data and --weights are both needed")}
		}
		q, err := worker.Quantise(cmd.Context(), j, *data, *weights, cmp.Or(*out, j.Artifact))
		if err != nil {
			return err
		}
		line, err := json.Marshal(q) // one line: a trainer reads it
		if err == nil {
			_, err = fmt.Fprintln(stdout, string(line))
		}
		return err
	}
	return cmd
}

func workerSchema() *cobra.Command {
	return &cobra.Command{Use: "schema", Short: "Print the JSON Schema of a trainer's job and events", Args: args(cobra.NoArgs), RunE: func(*cobra.Command, []string) error {
		return printJSON(trainer.Schema())
	}}
}

func workerCheck() *cobra.Command {
	cmd := &cobra.Command{Use: "check [COMMAND [ARG...]]", Short: "Try a trainer in what the daemon does to one: stops, kills, resumes, bad jobs",
		Long: "Try a trainer in what the daemon does to one.\n\nIt is started on rendered digits, stopped with SIGTERM, started again, killed, given jobs and\ndata that cannot work; what it says is judged, and its models are counted. docs/TRAINER.md is\nthe contract. Without a command the program's own trainer is tried. That it says when a device\nruns out of memory (exit 71) cannot be tried."}
	dir := cmd.Flags().String("dir", "", "folder for jobs, checkpoints and logs, which stays (default: one that does not)")
	grace := cmd.Flags().Duration("grace", 30*time.Second, "between SIGTERM and SIGKILL")
	patient := cmd.Flags().Duration("patience", 5*time.Minute, "for each situation")
	backend := cmd.Flags().String("backend", "go", "of the jobs")
	ranks := cmd.Flags().Int("ranks", 0, "of the jobs: processes that train together")
	env := cmd.Flags().StringArray("env", nil, "NAME=VALUE, in the trainer's environment; may be repeated")
	cmd.RunE = func(cmd *cobra.Command, command []string) error {
		self, err := os.Executable()
		if err != nil {
			return err
		}
		if *ranks < 0 || *ranks > trainer.MaxRanks {
			return usageError{fmt.Errorf("--ranks %d is not within 0 to %d", *ranks, trainer.MaxRanks)}
		}
		c := workers.Conformance{Self: self, Command: command, Backend: *backend, Ranks: *ranks, Env: *env, Grace: *grace, Patient: *patient, Dir: *dir}
		if len(command) == 0 {
			c.Command = []string{self, "worker", "train"}
		} else if strings.ContainsRune(command[0], filepath.Separator) {
			if c.Command[0], err = filepath.Abs(command[0]); err != nil {
				return err
			}
		}
		if c.Dir == "" {
			if c.Dir, err = os.MkdirTemp("", "trainer-check-"); err != nil {
				return err
			}
			defer os.RemoveAll(c.Dir)
		}
		if c.Dir, err = filepath.Abs(c.Dir); err != nil {
			return err
		}
		failed, all := 0, 0
		err = c.Run(cmd.Context(), func(s workers.Situation) {
			all++
			word, note := "ok  ", s.Note
			if s.Err != nil {
				failed++
				word, note = "FAIL", plain.Line(s.Err.Error())
			}
			fmt.Fprintf(stdout, "%s %-44s %6.1f s  %s\n", word, s.Name, s.Took.Seconds(), plain.Line(note))
		})
		if err != nil {
			return err
		}
		if failed > 0 {
			return &app.Fault{Err: fmt.Errorf("the trainer fails in %d of %d situations", failed, all), Hint: "docs/TRAINER.md says what is expected; --dir keeps jobs and logs"}
		}
		return nil
	}
	return cmd
}
