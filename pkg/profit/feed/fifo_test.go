package feed

import (
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/gpuarbiter/gpuarbiter/pkg/config"
)

// A FIFO as a quote file, on which an open waits for ever, holds nobody up.
func TestQuoteFileIsAFIFO(t *testing.T) {
	path := filepath.Join(t.TempDir(), "quotes.json")
	if err := syscall.Mkfifo(path, 0o600); err != nil {
		t.Fatal(err)
	}
	q := New(time.Now).Quote("price", config.Quote{File: path, Key: "xmr"})
	if why := q.Disbelief(time.Now()); !strings.Contains(why, "no regular file") {
		t.Errorf("%+v: %s", q, why)
	}
}
