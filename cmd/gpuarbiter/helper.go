package main

import (
	"context"
	"errors"
	"fmt"
	"net"
	"time"

	"github.com/coreos/go-systemd/v22/activation"
	"github.com/spf13/cobra"
	"go.uber.org/zap"

	"github.com/gpuarbiter/gpuarbiter/pkg/app"
	"github.com/gpuarbiter/gpuarbiter/pkg/gpu/helper"
	"github.com/gpuarbiter/gpuarbiter/pkg/gpu/nvml"
)

// helperIdle is how long the helper stays without a question.
const helperIdle = time.Minute

// helperCommand is the small part of the program that is root's, so that the daemon need not
// be: it changes settings of devices, and nothing else.
func helperCommand() *cobra.Command {
	cmd := &cobra.Command{Use: "helper", Short: "Change settings of devices for a daemon that is not root (started by systemd)", Args: args(cobra.NoArgs), Hidden: true}
	library := cmd.Flags().String("nvml-library", "", "the driver's library; default libnvidia-ml.so.1")
	cmd.RunE = func(cmd *cobra.Command, _ []string) error {
		listeners, err := activation.Listeners()
		if err == nil && len(listeners) != 1 {
			err = fmt.Errorf("%d sockets were handed over, not one", len(listeners))
		}
		if err != nil {
			return &app.Fault{Err: fmt.Errorf("helper: %w", err), Hint: "it is started by gpuarbiter-helper.socket: docs/OPERATIONS.md, Settings of devices"}
		}
		return serveHelper(cmd.Context(), listeners[0], *library)
	}
	return cmd
}

func serveHelper(ctx context.Context, l net.Listener, library string) (err error) {
	source, err := nvml.Open(ctx, nvml.Options{LibraryPath: library, Log: zap.NewNop()})
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, source.Close()) }()
	return helper.Serve(ctx, l, source, app.NotFromWorker, helperIdle)
}
