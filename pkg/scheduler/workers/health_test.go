package workers

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/gpuarbiter/gpuarbiter/pkg/gpu"
	"github.com/gpuarbiter/gpuarbiter/pkg/miner"
	"github.com/gpuarbiter/gpuarbiter/pkg/miner/drivers"
	"github.com/gpuarbiter/gpuarbiter/pkg/scheduler"
)

// watched is a worker whose answers are given, on a device that is seen to do something.
func watched(d *talk, device miner.Device) (*minerWorker, *int) {
	asked := 0
	w := &minerWorker{page: &drivers.Page{}, poll: d.Poll, spec: miner.Spec{PoolURL: "stratum+tcp://p:1"}, scale: 1, limits: miner.NewLimits(), history: miner.History{Started: time.Now()}}
	w.limits.Warmup = 5 * time.Second
	w.device = func(context.Context) miner.Device { asked++; return device }
	return w, &asked
}

// A pool that refuses every share is as one that is not there, and why is said; a dozen
// shares that it takes mend that. What each is worth is booked from the first.
func TestRefusedShares(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		d := &talk{stats: miner.Stats{Hashrate: new(50.0), Connected: true}}
		w, _ := watched(d, miner.DeviceComputes)
		for n := range 600 {
			time.Sleep(time.Second)
			d.stats.Rejected, d.stats.Uptime = uint64(n), time.Duration(n)*time.Second
			d.stats.Fault = "pool: Invalid job id"
			r := w.Report(t.Context())
			if refused := n >= 5; r.Working() == refused || (r.Fault == fmt.Sprintf("pool stratum+tcp://p:1 refuses every share (%d in a row): pool: Invalid job id", n)) != refused || r.Hashes != 0 {
				t.Fatalf("after %d: %+v", n, r)
			}
		}
		d.stats.Fault = ""
		for n := range 15 {
			time.Sleep(time.Second)
			d.stats.Accepted, d.stats.AcceptedDifficulty, d.stats.Uptime = uint64(n+1), float64(100*(n+1)), d.stats.Uptime+time.Second
			r := w.Report(t.Context())
			if paid := n >= 12; r.Working() != paid || (r.Fault == "") != paid || r.Hashes != 100 {
				t.Errorf("after %d accepted: %+v", n+1, r)
			}
		}
	})
}

// Before a worker counts as hung its device is looked at, and only then.
func TestTheDeviceKnows(t *testing.T) {
	for name, tt := range map[string]struct {
		device miner.Device
		err    error
		rate   *float64
		hung   bool
	}{
		"no rate, computes":    {miner.DeviceComputes, nil, nil, false},
		"no rate, idles":       {miner.DeviceIdles, nil, nil, true},
		"unreadable, computes": {miner.DeviceComputes, miner.ErrUnreadable, nil, false},
		"unreadable, idles":    {miner.DeviceIdles, miner.ErrUnreadable, nil, true},
		"unreadable, unknown":  {miner.DeviceUnknown, miner.ErrUnreadable, nil, false},
		"silent, computes":     {miner.DeviceComputes, errors.New("refused"), nil, true},
		"hashes":               {miner.DeviceIdles, nil, new(5.0), false},
	} {
		synctest.Test(t, func(t *testing.T) {
			d := &talk{stats: miner.Stats{Hashrate: tt.rate, Connected: true}, err: tt.err}
			w, asked := watched(d, tt.device)
			hung := false
			for n := range 150 {
				time.Sleep(time.Second)
				d.stats.Uptime = time.Duration(n) * time.Second
				hung = w.Report(t.Context()).Hung()
			}
			if hung != tt.hung || (*asked == 0) != (name == "hashes") {
				t.Errorf("%s: hung %v, the device was looked at %d times", name, hung, *asked)
			}
		})
	}
	for name, tt := range map[string]struct {
		reading gpu.Reading
		want    miner.Device
	}{
		"nothing known":      {gpu.Reading{}, miner.DeviceUnknown},
		"busy":               {gpu.Reading{Utilisation: new(0.98), Power: new(gpu.Watts(20))}, miner.DeviceComputes},
		"idle, memory heats": {gpu.Reading{Utilisation: new(0.03), Power: new(gpu.Watts(200))}, miner.DeviceIdles},
		"power alone":        {gpu.Reading{Power: new(gpu.Watts(180))}, miner.DeviceComputes},
		"little power":       {gpu.Reading{Power: new(gpu.Watts(30))}, miner.DeviceIdles},
	} {
		if got := doing(tt.reading, 200); got != tt.want {
			t.Errorf("%s: %v, want %v", name, got, tt.want)
		}
	}
}

// Shares are booked by the miner's count of their difficulty; while that cannot be read
// by the present one's, and nothing twice once it can.
func TestCountThatCannotBeRead(t *testing.T) {
	d := &talk{stats: miner.Stats{Hashrate: new(50.0), Connected: true, ShareDifficulty: 100, At: time.Now()}}
	w, _ := watched(d, miner.DeviceComputes)
	sum := 0.0
	say := func(accepted uint64, difficulty float64, unknown miner.Unknown) {
		d.stats.Accepted, d.stats.AcceptedDifficulty, d.stats.Unknown = accepted, difficulty, unknown
		sum += w.Report(t.Context()).Hashes
	}
	for i, step := range []struct {
		accepted   uint64
		difficulty float64
		unknown    miner.Unknown
		want       float64
	}{
		{1, 100, 0, 100}, {3, 0, miner.UnknownDifficulty, 300}, {4, 0, miner.UnknownDifficulty, 400}, {5, 450, 0, 450}, {5, 450, 0, 450},
		{6, 0, miner.UnknownDifficulty, 550}, {7, 560, 0, 560}, {0, 0, miner.UnknownShares | miner.UnknownDifficulty, 560}, {8, 660, 0, 660},
		{9, 0, miner.UnknownDifficulty, 760}, {9, 700, 0, 760}, {10, 800, 0, 800},
	} {
		if say(step.accepted, step.difficulty, step.unknown); sum != step.want {
			t.Fatalf("step %d: %v hashes, want %v", i, sum, step.want)
		}
	}
}

// What a pool's fault is, is told as far as the miner knows it.
func TestReasonOfALostPool(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		d := &talk{stats: miner.Stats{Fault: "the pool's certificate is not trusted"}}
		w, _ := watched(d, miner.DeviceIdles)
		if r := w.Report(t.Context()); r.Fault != "" {
			t.Errorf("at once: %+v", r)
		}
		time.Sleep(loginPatience)
		if r := w.Report(t.Context()); !strings.HasSuffix(r.Fault, "no connection to pool stratum+tcp://p:1: the pool's certificate is not trusted") {
			t.Errorf("%+v", r)
		}
	})
}

// Of a miner whose API does not say why it has no pool the log does, if it is a plain file.
func TestLastTrouble(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "log")
	for text, want := range map[string]string{
		"": "", "[2026-03-01 12:00:00.000]  net      use pool p:1\n": "",
		"[2026-03-01 12:00:00.000] \x1b[1;31mnet\x1b[0m p:1 connect error: \"connection refused\"\n[2026-03-01 12:00:01.000] speed 1\n": `net p:1 connect error: "connection refused"`,
		"login error code: 1\nTLS handshake failed\x07\x1b[2J":                                                                          "TLS handshake failed [2J",
		strings.Repeat("x", 3*tailSize) + "\nerror: late":                                                                               "error: late",
	} {
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		if got := lastTrouble(path, 0, strange); got != want {
			t.Errorf("%.40q: %q, want %q", text, got, want)
		}
	}
	// An earlier worker's words are not this one's; a log that was begun anew is read whole.
	if err := os.WriteFile(path, []byte("error: before\nall is well\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	for from, want := range map[int64]string{0: "error: before", 14: "", logged(path): "", 1000: "error: before"} {
		if got := lastTrouble(path, from, strange); got != want {
			t.Errorf("from %d: %q, want %q", from, got, want)
		}
	}
	if err := os.WriteFile(path, []byte("error: a secret"), 0o600); err != nil {
		t.Fatal(err)
	}
	link := filepath.Join(dir, "link")
	if err := os.Symlink(path, link); err != nil {
		t.Fatal(err)
	}
	if got := lastTrouble(link, 0, strange) + lastTrouble(dir, 0, strange) + lastTrouble(filepath.Join(dir, "none"), 0, strange); got != "" {
		t.Errorf("%q", got)
	}
}

// strange is a page that knows no line.
func strange(string) string { return "" }

// Where a miner tells no difficulty, what it has hashed is booked once shares of it are
// accepted, less what was refused, and no more than was hashed.
func TestWorkOfUntoldDifficulty(t *testing.T) {
	w := &minerWorker{}
	book := func(rate float64, seconds, accepted, rejected int) float64 {
		s := miner.Stats{Hashrate: &rate, Connected: true, Unknown: miner.UnknownDifficulty}
		return w.worth(s, miner.Delta{Elapsed: time.Duration(seconds) * time.Second, Accepted: uint64(accepted), Rejected: uint64(rejected)})
	}
	for i, c := range []struct {
		rate                        float64
		seconds, accepted, rejected int
		want                        float64
	}{
		{100, 10, 0, 0, 0}, {100, 10, 1, 0, 2000}, {100, 10, 3, 1, 750}, {100, 10, 0, 2, 0}, {100, 10, 1, 0, 1000},
		{100, 3600, 1, 0, 6000}, // who knows what was done in an hour without an answer
		{0, 10, 1, 0, 0},
	} {
		if got := book(c.rate, c.seconds, c.accepted, c.rejected); got != c.want {
			t.Errorf("%d: %v hashes are booked, not %v", i, got, c.want)
		}
	}
}

// A unit that is wrong by a thousand is not believed; a card that does thrice what was
// thought is.
func TestBelieve(t *testing.T) {
	for rate, believed := range map[float64]bool{28e6: true, 90e6: true, 1e6: true, 28e9: false, 28e3: false, 28: false, 0: true} {
		if s, why := miner.Believe(miner.Stats{Hashrate: &rate}, 28e6); (s.Hashrate != nil) != believed || (why == "") != believed {
			t.Errorf("%v: %v, %s", rate, s.Hashrate, why)
		}
	}
	if s, _ := miner.Believe(miner.Stats{Hashrate: new(28e9)}, 0); s.Hashrate == nil {
		t.Error("nothing is known, and all is doubted")
	}
}

// A version that a fork has made useless is a fault although it hashes, and a line of the log
// is told in the words of the page.
func TestWhatThePageKnows(t *testing.T) {
	w := &minerWorker{page: pageOf(t, "peakminer"), spec: miner.Spec{Algorithm: "pearlhash", PoolURL: "p"}, limits: miner.NewLimits(), history: miner.History{Started: time.Now()}}
	for version, want := range map[string]string{"2.12.0": "peakminer version 2.12.0 is older than 2.13.0", "2.13.0": "", "": ""} {
		if got := w.poolFault(miner.Stats{Connected: true, Version: version}, time.Now()); !strings.HasPrefix(got, want) || want == "" && got != "" {
			t.Errorf("%s: %q", version, got)
		}
	}
	log := filepath.Join(t.TempDir(), "log")
	if err := os.WriteFile(log, []byte("GPU #0: can't find nonce with device [ID=0]\nall is well\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	w = &minerWorker{page: pageOf(t, "t-rex"), spec: miner.Spec{Log: log}}
	if got := w.trouble(); !strings.HasPrefix(got, "a card that computes wrong: ") || !strings.Contains(got, "can't find nonce") {
		t.Error(got)
	}
}

// Why a miner computes nothing stands in its log alone: it is said with the verdict.
func TestHungMinerSaysWhy(t *testing.T) {
	for line, want := range map[string]string{
		"[2026-03-01 12:00:00.000]  nvidia   CUDA disabled: failed to load: libxmrig-cuda.so: cannot be opened": "CUDA disabled: failed to load: libxmrig-cuda.so: cannot be opened",
		"error: Invalid payment address": "Invalid payment address",
	} {
		synctest.Test(t, func(t *testing.T) {
			d := &talk{stats: miner.Stats{Connected: true, Hashrate: new(0.0)}}
			w, _ := watched(d, miner.DeviceIdles)
			w.spec.Log = filepath.Join(t.TempDir(), "log")
			if err := os.WriteFile(w.spec.Log, []byte(line+"\nspeed n/a\n"), 0o600); err != nil {
				t.Fatal(err)
			}
			var r scheduler.Report
			for n := range 120 {
				time.Sleep(time.Second)
				d.stats.Uptime = time.Duration(n) * time.Second
				r = w.Report(t.Context())
			}
			if !r.Hung() || !strings.Contains(r.Reason, want) {
				t.Errorf("%+v", r)
			}
		})
	}
}
