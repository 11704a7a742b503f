package process

import (
	"context"
	"errors"
	"os"
	"strings"
	"testing"
	"time"
)

func TestRun(t *testing.T) {
	t.Parallel()
	ctx := context.Background()
	out, errOut, exit := Run(ctx, []string{"sh", "-c", "cat; echo $X >&2; exit 4"},
		RunOptions{Stdin: strings.NewReader("in"), Env: []string{"X=y", "PATH=" + os.Getenv("PATH")}})
	if string(out) != "in" || string(errOut) != "y\n" || exit.Code != 4 || exit.Err != nil {
		t.Errorf("Run = %q, %q, %+v", out, errOut, exit)
	}
	out, _, exit = Run(ctx, []string{"sh", "-c", "yes | head -n 5000"}, RunOptions{MaxOutputBytes: 10})
	if len(out) != 10 || exit.Code != 0 || exit.Err != nil {
		t.Errorf("capped: %d bytes, %+v", len(out), exit)
	}
	begin := time.Now()
	_, _, exit = Run(ctx, []string{"sh", "-c", "sleep 30 & sleep 30"}, RunOptions{Timeout: 100 * time.Millisecond})
	if !errors.Is(exit.Err, context.DeadlineExceeded) || time.Since(begin) > 25*time.Second {
		t.Errorf("timeout: %+v after %s", exit, time.Since(begin))
	}
	if _, _, exit = Run(ctx, []string{"/no/such/program"}, RunOptions{}); exit.Err == nil || exit.Code != -1 {
		t.Errorf("missing program: %+v", exit)
	}
	if _, _, exit = Run(ctx, nil, RunOptions{}); exit.Err == nil {
		t.Errorf("no argv: %+v", exit)
	}
}
