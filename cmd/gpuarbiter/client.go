package main

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net"
	"net/http"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"github.com/gpuarbiter/gpuarbiter/pkg/app"
	"github.com/gpuarbiter/gpuarbiter/pkg/config"
)

// client asks the daemon over its control socket.
type client struct{ socket string }

// get reads a JSON answer.
func (c client) get(ctx context.Context, path string, v any) error {
	ctx, cancel := context.WithTimeout(ctx, 10*time.Second)
	defer cancel()
	return c.ask(ctx, path, decodeInto(v))
}

// post asks for something to be done and reads the JSON answer.
func (c client) post(ctx context.Context, path string, question, v any) error {
	ctx, cancel := context.WithTimeout(ctx, time.Minute)
	defer cancel()
	text, err := json.Marshal(question)
	if err != nil {
		return err
	}
	return c.send(ctx, http.MethodPost, path, bytes.NewReader(text), decodeInto(v))
}

func decodeInto(v any) func(io.Reader) error {
	return func(body io.Reader) error {
		text, err := io.ReadAll(io.LimitReader(body, 256<<20))
		if err != nil {
			return err
		}
		return json.Unmarshal(text, v)
	}
}

// ask hands an answer's body on.
func (c client) ask(ctx context.Context, path string, read func(io.Reader) error) error {
	return c.send(ctx, http.MethodGet, path, nil, read)
}

func (c client) send(ctx context.Context, method, path string, question io.Reader, read func(io.Reader) error) error {
	transport := &http.Transport{DialContext: func(ctx context.Context, _, _ string) (net.Conn, error) {
		return new(net.Dialer).DialContext(ctx, "unix", c.socket)
	}}
	defer transport.CloseIdleConnections()
	req, err := http.NewRequestWithContext(ctx, method, "http://daemon"+path, question)
	if err != nil {
		return err
	}
	resp, err := (&http.Client{Transport: transport}).Do(req)
	if err != nil {
		return &app.Fault{Err: fmt.Errorf("control socket %s: the daemon does not answer: %w", c.socket, rootCause(err)), Hint: "start it with gpuarbiter run, and use the same --config"}
	}
	defer resp.Body.Close()
	if resp.StatusCode != http.StatusOK {
		words, _ := io.ReadAll(io.LimitReader(resp.Body, 1<<12)) // cut off is better than none
		return fmt.Errorf("the daemon says: %s", strings.TrimSpace(string(words)))
	}
	return read(resp.Body)
}

func rootCause(err error) error {
	for {
		u, ok := err.(interface{ Unwrap() error })
		if !ok || u.Unwrap() == nil {
			return err
		}
		err = u.Unwrap()
	}
}

// daemonFlags are what every command that asks the daemon has.
type daemonFlags struct {
	config, socket *string
	json           *bool
}

func addDaemonFlags(cmd *cobra.Command) daemonFlags {
	return daemonFlags{
		config: configFlag(cmd),
		socket: cmd.Flags().String("socket", "", "control socket (default: the configuration's)"),
		json:   jsonFlag(cmd),
	}
}

func jsonFlag(cmd *cobra.Command) *bool {
	return cmd.Flags().Bool("json", false, "print JSON")
}

func (f daemonFlags) client() (client, error) {
	if *f.socket != "" {
		return client{*f.socket}, nil
	}
	cfg, err := config.Load(*f.config)
	if err != nil {
		cure := "a daemon that runs still answers: name its control socket with --socket"
		if own := hintOf(err); own != "" {
			cure = own + "; " + cure
		}
		return client{}, &app.Fault{Err: err, Hint: cure}
	}
	return client{cfg.Control.Socket}, nil
}

func (f daemonFlags) get(ctx context.Context, path string, v any) error {
	c, err := f.client()
	if err != nil {
		return err
	}
	return c.get(ctx, path, v)
}

// printJSON prints a value for scripts.
func printJSON(v any) error {
	enc := json.NewEncoder(stdout)
	enc.SetIndent("", "  ")
	return enc.Encode(v)
}

func usd(v *float64) string {
	if v == nil {
		return "-"
	}
	return fmt.Sprintf("%.4f", *v)
}

func whole(v *float64) string {
	if v == nil {
		return "-"
	}
	return fmt.Sprintf("%.0f", *v)
}
