// Command stubborn is a miner that ignores SIGTERM, as one whose clean-up hangs does: only
// SIGKILL ends it. Else it is the built-in miner, behind XMRig's command line.
package main

import (
	"context"
	"flag"
	"fmt"
	"os"
	"os/signal"
	"syscall"

	"go.uber.org/zap"

	"github.com/gpuarbiter/gpuarbiter/internal/demo/cpuminer"
	"github.com/gpuarbiter/gpuarbiter/internal/demo/xmrigconf"
)

func main() {
	signal.Ignore(syscall.SIGTERM, syscall.SIGINT, syscall.SIGHUP)
	path := flag.String("config", "", "XMRig's config.json")
	limit := flag.Float64("limit", 100, "hashes per second")
	flag.Parse()
	if err := mine(*path, *limit); err != nil {
		fmt.Fprintln(os.Stderr, "error:", err)
		os.Exit(1)
	}
}

// mine goes on until the process is killed, or until its configuration cannot be used.
func mine(path string, limit float64) error {
	config, err := xmrigconf.Read(path)
	if err != nil {
		return err
	}
	config.Extra.HashLimit = limit
	log, err := zap.NewProduction()
	if err != nil {
		return err
	}
	m, err := cpuminer.New(config, log)
	if err != nil {
		return err
	}
	return m.Run(context.Background())
}
