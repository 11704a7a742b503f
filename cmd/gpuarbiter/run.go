package main

import (
	"context"
	"fmt"
	"os"
	"os/signal"
	"syscall"

	"github.com/spf13/cobra"
	"go.uber.org/zap"
	"go.uber.org/zap/zapcore"

	"github.com/gpuarbiter/gpuarbiter/internal/demo/cpuminer"
	"github.com/gpuarbiter/gpuarbiter/pkg/app"
	"github.com/gpuarbiter/gpuarbiter/pkg/config"
	"github.com/gpuarbiter/gpuarbiter/pkg/plain"
	"github.com/gpuarbiter/gpuarbiter/pkg/process"
	"github.com/gpuarbiter/gpuarbiter/pkg/trainer/worker"
)

const defaultConfig = "/etc/gpuarbiter/config.yaml"

func configFlag(cmd *cobra.Command) *string {
	return cmd.Flags().StringP("config", "c", defaultConfig, "configuration file")
}

func runCommand() *cobra.Command {
	cmd := &cobra.Command{Use: "run", Short: "Run the daemon", Args: args(cobra.NoArgs)}
	path := configFlag(cmd)
	dry := cmd.Flags().Bool("dry-run", false, "decide and record (state_dir/record), and do nothing: no worker, no power limit, no transaction")
	cmd.RunE = func(cmd *cobra.Command, _ []string) error {
		cfg, err := config.Load(*path)
		if err != nil {
			return err
		}
		log, level := newLog(cfg.Log)
		defer log.Sync() //nolint:errcheck // standard error
		if err := process.Guard(); err != nil {
			log.Warn("other processes of this user may look into the daemon", zap.Error(err))
		}
		a, err := app.New(cmd.Context(), version, *path, cfg, *dry, log, level)
		if err != nil {
			return err
		}
		hup := make(chan os.Signal, 1)
		signal.Notify(hup, syscall.SIGHUP)
		defer signal.Stop(hup)
		ctx, cancel := context.WithCancel(cmd.Context())
		defer cancel()
		go func() {
			for {
				select {
				case <-ctx.Done():
					return
				case <-hup:
					a.Reload()
				}
			}
		}()
		return a.Run(ctx)
	}
	return cmd
}

// newLog writes to standard error; its level can be changed later.
func newLog(cfg config.Log) (*zap.Logger, zap.AtomicLevel) {
	level := zap.NewAtomicLevel()
	if l, err := zapcore.ParseLevel(cfg.Level); err == nil {
		level.SetLevel(l)
	}
	enc := zap.NewProductionEncoderConfig()
	enc.EncodeTime = zapcore.ISO8601TimeEncoder
	encoder := zapcore.NewJSONEncoder(enc)
	if cfg.Format == "console" {
		if toJournal() {
			enc.TimeKey = ""
		}
		encoder = zapcore.NewConsoleEncoder(enc)
	}
	if toJournal() {
		encoder = prioritised{encoder}
	}
	return zap.New(zapcore.NewCore(encoder, zapcore.Lock(zapcore.AddSync(plain.Writer{W: os.Stderr, Most: 16 << 10})), level)), level
}

func workerCommand() *cobra.Command {
	return group(&cobra.Command{Use: "worker", Short: "The processes that the daemon starts on a device"},
		workerTrain(), workerMine(), workerExec(), workerData(), workerQuantize(), workerSchema(), workerCheck())
}

func workerTrain() *cobra.Command {
	cmd := &cobra.Command{Use: "train", Short: "Train a model as a job file says", Args: args(cobra.NoArgs)}
	job := cmd.Flags().String("job", "", "job file (JSON)")
	cmd.RunE = func(cmd *cobra.Command, _ []string) error {
		if *job == "" {
			return usageError{fmt.Errorf("--job is missing")}
		}
		log, _ := newLog(config.Log{Level: "info", Format: "console"})
		if code := worker.Main(cmd.Context(), *job, os.Stdout, log); code != 0 {
			return exitCode(code)
		}
		return nil
	}
	return cmd
}

func workerMine() *cobra.Command {
	cmd := &cobra.Command{Use: "mine", Short: "Mine on the CPU, as XMRig would", Args: args(cobra.NoArgs)}
	path := cmd.Flags().String("config", "", "XMRig's config.json")
	cmd.RunE = func(cmd *cobra.Command, _ []string) error {
		if *path == "" {
			return usageError{fmt.Errorf("--config is missing")}
		}
		log, _ := newLog(config.Log{Level: "info", Format: "console"})
		return cpuminer.Main(cmd.Context(), *path, log)
	}
	return cmd
}

func workerExec() *cobra.Command {
	return &cobra.Command{
		Use: "exec", Short: "Supervise a worker: it dies with its owner", Args: args(cobra.NoArgs),
		RunE: func(*cobra.Command, []string) error {
			// Its signals are its own business: see package process.
			signal.Reset(syscall.SIGINT, syscall.SIGTERM)
			if code := process.Supervise(context.Background(), os.Stdin, os.Stdout, os.Stderr); code != 0 {
				return exitCode(code)
			}
			return nil
		},
	}
}
