// Command gpuarbiter-demo runs the main job on embedded defaults: a chain in
// this process, a small mining pool, a simulated rig, and the real daemon and
// command line as processes of their own. It needs no network and no GPU.
package main

import (
	"context"
	"flag"
	"fmt"
	"math/big"
	"os"
	"os/signal"
	"path/filepath"
	"syscall"
	"time"

	"github.com/gpuarbiter/gpuarbiter/pkg/market/solver"
	"github.com/gpuarbiter/gpuarbiter/test/scenario"
)

func main() {
	binary := flag.String("gpuarbiter", "bin/gpuarbiter", "the program to demonstrate")
	dir := flag.String("dir", "", "folder for everything (default: a new one, removed at the end)")
	keep := flag.Bool("keep", false, "leave it running to look at")
	limit := flag.Duration("limit", 5*time.Minute, "give up after")
	flag.Parse()
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGINT, syscall.SIGTERM)
	defer stop()
	if err := demo(ctx, *binary, *dir, *keep, *limit); err != nil {
		fmt.Fprintln(os.Stderr, "error:", err)
		os.Exit(1)
	}
}

func demo(ctx context.Context, binary, dir string, keep bool, limit time.Duration) (err error) {
	binary, err = filepath.Abs(binary)
	if err != nil {
		return err
	}
	if dir == "" {
		if dir, err = os.MkdirTemp("", "gpuarbiter-demo-"); err != nil {
			return err
		}
		defer func() {
			if err == nil && !keep {
				_ = os.RemoveAll(dir)
			} else {
				fmt.Println("everything is left in", dir, "(daemon.log says more)")
			}
		}()
	}
	work, cancel := context.WithTimeout(ctx, limit)
	defer cancel()
	say := newTimeline()
	introduce()
	say.line("starting a chain, a pool and a market")
	w, err := scenario.New(work, scenario.Options{Dir: dir, Binary: binary, Epochs: 60, Margin: 0.04, Threads: 2})
	if err != nil {
		return err
	}
	defer w.Close()
	say.line("market %s, evaluator %s", w.Market, w.Evaluators["dense"])
	d, err := w.StartDaemon(work)
	if err != nil {
		return err
	}
	defer d.Stop()
	say.line("gpuarbiter runs: http://%s, config %s", w.HTTP, w.Config)
	r := &run{w: w, say: say}
	if r.before, err = w.Balance(work, w.Solver.Address); err != nil {
		return err
	}
	watching, stopWatching := context.WithCancel(work)
	done := make(chan struct{})
	go func() { defer close(done); say.watch(watching, w) }()
	err = r.mainJob(work)
	stopWatching()
	<-done
	if err != nil {
		return err
	}
	if err := r.summary(work); err != nil {
		return err
	}
	if keep {
		fmt.Printf("\nleft running: http://%s and `%s status --config %s`; ctrl-C ends it\n", w.HTTP, binary, w.Config)
		<-ctx.Done()
	}
	return nil
}

// introduce says what is real and what stands for something else.
func introduce() {
	fmt.Println("gpuarbiter demo: 8 simulated GPUs; real hashing (argon2/chukwa on the CPU), a real Stratum pool,")
	fmt.Println("real training, a real contract on an Ethereum chain in this process. Only the GPUs are not real:")
	fmt.Println("one hash of the CPU stands for so many of the device's own:")
	for _, r := range scenario.Rigs {
		fmt.Printf("  %-28s %4.0f MH/s at %3.0f W   1 CPU hash = %.2f million hashes\n", r.Model, r.HashesPerSecond/1e6, r.MiningWatts, r.Scale/1e6)
	}
	fmt.Println("Prices are the demo's own: RVN 0.020 USD, XNA 0.017 USD, ether 3000 USD, electricity 0.12 EUR/kWh.")
	fmt.Println()
}

// run is one run of the main job.
type run struct {
	w      *scenario.World
	say    *timeline
	before *big.Int
	costs  scenario.Costs
	id     int
}

// mainJob: the rig mines; a challenge appears; training pays more; the contract
// evaluates the model; the reward arrives; the rig mines again.
func (r *run) mainJob(ctx context.Context) error {
	w := r.w
	if err := w.WaitMining(ctx, 8); err != nil {
		return err
	}
	r.say.line("all 8 devices mine")
	var err error
	r.id, err = w.Create(ctx, scenario.Terms{
		Data: []string{"--digits", "9600"}, Groups: 400, Drawn: 20, Need: "86%", Reward: "0.05",
		CommitWindow: 70 * time.Second, RevealWindow: 60 * time.Second, ClaimWindow: 8 * time.Second, TurnWindow: 60 * time.Second,
	}, &r.costs)
	if err != nil {
		return err
	}
	r.say.line("organiser: challenge dev/%d is drawn, its training data are published", r.id)
	if err := w.WaitState(ctx, r.id, solver.Committed); err != nil {
		return err
	}
	r.say.line("organiser: waiting for the end of the commits, then revealing the hold-out")
	if err := w.Reveal(ctx, r.id, &r.costs); err != nil {
		return err
	}
	if err := w.WaitState(ctx, r.id, solver.Paid); err != nil {
		return err
	}
	return w.WaitMining(ctx, 8)
}
