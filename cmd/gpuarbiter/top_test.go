package main

import (
	"context"
	"errors"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/gpuarbiter/gpuarbiter/pkg/books"
	"github.com/gpuarbiter/gpuarbiter/pkg/httpapi"
)

// What is on the screen fits it, faults first, also while the daemon does not answer.
func TestTop(t *testing.T) {
	answers := true
	m := &top{ctx: t.Context(), get: func(_ context.Context, path string, v any) error {
		if !answers {
			return errors.New("the daemon is not running")
		}
		switch v := v.(type) {
		case *httpapi.Status:
			v.Rig = "shed"
			v.Devices = []httpapi.DeviceStatus{{Index: 0, Model: "NVIDIA GeForce RTX 3090", NetUSD: new(0.5), Watts: new(280.0), WorkerFault: "no connection to pool stratum+tcp://a.very.long.name.of.a.pool.example:3333"}, {Index: 1, Model: "NVIDIA GeForce RTX 4090", Hashrate: 70e6, Shares: 5}}
		case *httpapi.Earned:
			v.Total = books.Row{Net: 3.5}
		}
		return nil
	}}
	for _, size := range []struct{ Width, Height int }{{80, 24}, {200, 50}, {40, 6}} {
		m.width, m.height = size.Width, size.Height
		m.askStatus()
		m.askMoney()
		view := m.view()
		lines := strings.Split(view, "\n")
		if len(lines) > size.Height {
			t.Errorf("%d lines in %d", len(lines), size.Height)
		}
		for _, line := range lines {
			if utf8.RuneCountInString(line) > size.Width {
				t.Errorf("%d wide: %q", size.Width, line)
			}
		}
		if !strings.Contains(lines[0], "shed") || !strings.Contains(view, "! #0: no connection to pool") {
			t.Errorf("\n%s", view)
		}
		if size.Width == 80 && (!strings.Contains(lines[0], "today 3.50 USD") || !strings.Contains(view, "70")) {
			t.Errorf("\n%s", view)
		}
	}
	answers = false
	m.askStatus()
	if view := m.view(); !strings.Contains(view, "! the daemon is not running") {
		t.Errorf("\n%s", view)
	}
}
