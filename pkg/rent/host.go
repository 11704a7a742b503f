// Package rent lets devices to hosts: markets that pay for GPUs by the hour. It asks each of
// them whether a device is let, what it would pay and what it has paid, and names our price to
// it. What is not known counts as let: nothing of ours runs on a machine under contract.
package rent

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"sync"
	"time"

	"go.uber.org/zap"

	"github.com/gpuarbiter/gpuarbiter/pkg/page"
	"github.com/gpuarbiter/gpuarbiter/pkg/plain"
	"github.com/gpuarbiter/gpuarbiter/pkg/rent/pages"
)

// Device is a device as hosts are asked about it.
type Device struct {
	UUID  string
	Index int
}

// Terms are the operator's with a host.
type Terms struct {
	Name       string
	Account    string // that its statements are booked in
	Page       *pages.Page
	Parameters map[string]string
	Secrets    map[string]string // files
	Least      float64           // USD an hour for a device, below which no price is named
}

// Config is what a host works with.
type Config struct {
	Terms
	Now     func() time.Time
	Log     *zap.Logger
	Run     pages.Runner                               // runs a program to its end
	Devices func() []Device                            // those that could be let
	There   func(device string) bool                   // whether a device that goes to the host is there
	Read    func(file string) (secret string, _ error) // a secret's file
	Book    *Book                                      // nil: what is earned is not booked, as in a dry run
	Publish bool                                       // whether our price is named to the host
}

// Report is what is known of a device at a host.
type Report struct {
	pages.Word
	At    time.Time // of the answer that says so
	Fault string    // why nobody knows, at present; the latest answer holds for a while
}

// Let reports whether nothing of ours may run on the device.
func (r Report) Let() bool { return r.State == pages.Committed }

// NotAsked is why nobody knows of a device that a host was not asked about yet.
const NotAsked = "it has not been asked yet"

// Offer is what a host would pay.
type Offer struct {
	PerHour   float64 // USD, for one device, before the host's fee; 0: not told
	Occupancy float64 // 0: not told
	At        time.Time
	Fault     string
}

// Host is one market. Its goroutine (Run) asks; what others read is copied.
type Host struct {
	cfg      Config
	patience time.Duration // for an answer

	mu       sync.Mutex
	reports  map[string][]Report // by device, of each probe
	offer    Offer
	earned   string // why the latest statement could not be had
	want     float64
	named    Price
	unnamed  string          // why our price could not be named
	told     map[string]bool // devices that it was named for; publish's own
	failures int
	later    time.Time // before which the host does not want to be asked
}

// patience is how long a host may take to answer.
const patience = 20 * time.Second

// New makes a host; Run asks it.
func New(cfg Config) *Host {
	return &Host{cfg: cfg, patience: patience, reports: map[string][]Report{}}
}

// Name is the host's in the configuration.
func (h *Host) Name() string { return h.cfg.Name }

// Page is what is known of it.
func (h *Host) Page() *pages.Page { return h.cfg.Page }

// belief is for how long an answer holds while no other comes: a few looks long.
func belief(every time.Duration) time.Duration { return max(4*every, time.Minute) }

// Report is what is known of a device: the worst of what its probes say. Where one of them has
// not answered for a while the device counts as let.
func (h *Host) Report(device string) Report {
	h.mu.Lock()
	defer h.mu.Unlock()
	now, reports := h.cfg.Now(), h.reports[device]
	worst := Report{Word: pages.Word{State: pages.Free}}
	for i, p := range h.cfg.Page.Probes {
		if i >= len(reports) || now.Sub(reports[i].At) > belief(p.Every) || reports[i].At.After(now.Add(time.Minute)) {
			fault := NotAsked
			if i < len(reports) && reports[i].Fault != "" {
				fault = reports[i].Fault
			}
			return Report{Word: pages.Word{State: pages.Committed}, Fault: fault}
		}
		r := reports[i]
		if rank(r.State) > rank(worst.State) || i == 0 {
			worst = r
		}
	}
	return worst
}

// Answered is when the host last said something of a device; zero: never.
func (h *Host) Answered(device string) (last time.Time) {
	h.mu.Lock()
	defer h.mu.Unlock()
	for _, r := range h.reports[device] {
		if r.At.After(last) {
			last = r.At
		}
	}
	return last
}

func rank(s pages.State) int {
	switch s {
	case pages.Free:
		return 0
	case pages.Interruptible:
		return 1
	}
	return 2
}

// Offer is what the host said last that it would pay.
func (h *Host) Offer() Offer {
	h.mu.Lock()
	defer h.mu.Unlock()
	return h.offer
}

// Run asks the host until ctx ends: each thing at its own pace.
func (h *Host) Run(ctx context.Context) {
	var wg sync.WaitGroup
	loop := func(every time.Duration, do func(context.Context)) {
		wg.Go(func() {
			for pause(ctx, 0) {
				wait := every
				if len(h.cfg.Devices()) == 0 { // none is found yet
					wait = time.Second
				} else {
					do(ctx)
				}
				if !pause(ctx, wait) {
					return
				}
			}
		})
	}
	for i := range h.cfg.Page.Probes {
		loop(h.cfg.Page.Probes[i].Every, func(ctx context.Context) { h.probe(ctx, i) })
	}
	if h.cfg.Page.Quote.Ask.Set() {
		loop(h.cfg.Page.Quote.Every, h.quote)
	}
	if h.cfg.Page.Earnings.Ask.Set() && h.cfg.Book != nil {
		loop(h.cfg.Page.Earnings.Every, h.settle)
	}
	if len(h.cfg.Page.SetPrice) > 0 && h.cfg.Publish {
		loop(priceLook, h.publish)
	}
	wg.Wait()
}

// pause waits, and reports whether ctx goes on.
func pause(ctx context.Context, d time.Duration) bool {
	select {
	case <-ctx.Done():
	case <-time.After(d):
	}
	return ctx.Err() == nil
}

// vars are what the page's texts may name, with the secrets as their files have them now.
func (h *Host) vars(d Device) (pages.Vars, error) {
	v := pages.Vars{Device: d.UUID, Index: d.Index, Devices: len(h.cfg.Devices()), Parameters: h.cfg.Page.Given(h.cfg.Parameters), Secrets: map[string]string{}, Now: h.cfg.Now()}
	for k, file := range h.cfg.Secrets {
		secret, err := h.cfg.Read(file)
		if err != nil {
			return v, fmt.Errorf("rent: secrets.%s: %w", k, err)
		}
		v.Secrets[k] = secret
	}
	return v, nil
}

// ask asks the host about a device and has the answer understood. Nothing is asked where the page
// has nothing to ask with these values. Secrets are in no error.
func (h *Host) ask(ctx context.Context, a pages.Ask, d Device, understand func(tree any, about page.About) error) error {
	v, err := h.vars(d)
	if err != nil || a.Skipped(v) {
		return err
	}
	tree, err := h.do(ctx, a, v)
	if err != nil {
		return err
	}
	if err := understand(tree, page.About{Device: d.UUID, Index: d.Index, Parameters: v.Parameters}); err != nil {
		return pages.Hushed(err, v.Secrets)
	}
	return nil
}

// do waits for an answer, but not without an end. A host that wants to be left alone is not asked.
func (h *Host) do(ctx context.Context, a pages.Ask, v pages.Vars) (any, error) {
	h.mu.Lock()
	until := h.later
	h.mu.Unlock()
	if h.cfg.Now().Before(until) {
		return nil, fmt.Errorf("the host is not asked before %s, as it wished", until.Local().Format(time.TimeOnly))
	}
	ctx, cancel := context.WithTimeout(ctx, h.patience)
	defer cancel()
	answer, err := a.Do(ctx, v, h.cfg.Run)
	var later pages.Later
	if errors.As(err, &later) {
		h.mu.Lock()
		h.later = h.cfg.Now().Add(later.After)
		h.mu.Unlock()
	}
	return answer, err
}

// asked are the devices that are asked about one by one: of what is said of the whole rig, one
// stands for all.
func (h *Host) asked(scope pages.Scope) []Device {
	devices := h.cfg.Devices()
	if scope == pages.Rig && len(devices) > 1 {
		return devices[:1]
	}
	return devices
}

// reached are the devices that a price can be named for: of a host that devices go to, those
// that are there.
func (h *Host) reached() []Device {
	return slices.DeleteFunc(slices.Clone(h.asked(h.cfg.Page.Scope)), func(d Device) bool { return !h.cfg.Page.Called() && !h.cfg.There(d.UUID) })
}

// probe asks whether devices are let.
func (h *Host) probe(ctx context.Context, i int) {
	p := h.cfg.Page.Probes[i]
	for _, d := range h.reached() { // elsewhere nobody of the host's can be
		var w pages.Word
		err := h.ask(ctx, p.Ask, d, func(tree any, about page.About) (err error) {
			w, err = p.Understand(ctx, tree, about)
			return err
		})
		if ctx.Err() != nil {
			return
		}
		h.note(d, i, w, err)
	}
}

func (h *Host) note(d Device, i int, w pages.Word, err error) {
	of := []Device{d}
	if h.cfg.Page.Scope == pages.Rig {
		of = h.cfg.Devices()
	}
	h.mu.Lock()
	defer h.mu.Unlock()
	for _, d := range of {
		for len(h.reports[d.UUID]) <= i {
			h.reports[d.UUID] = append(h.reports[d.UUID], Report{})
		}
		r := &h.reports[d.UUID][i]
		if err != nil {
			if text := plain.Error(err).Error(); r.Fault != text {
				r.Fault = text
				h.cfg.Log.Warn("a host does not say whether a device is let", zap.String("host", h.cfg.Name), zap.String("device", d.UUID), zap.String("why", text))
			}
			continue
		}
		if r.State != w.State && (r.State != "" || w.State == pages.Committed) {
			h.cfg.Log.Info("rent", zap.String("host", h.cfg.Name), zap.String("device", d.UUID), zap.String("state", string(w.State)), zap.Time("until", w.Until))
		}
		*r = Report{Word: w, At: h.cfg.Now()}
	}
}

// quote asks what the host would pay.
func (h *Host) quote(ctx context.Context) {
	devices := h.cfg.Devices()
	if len(devices) == 0 {
		return
	}
	var offer Offer
	err := h.ask(ctx, h.cfg.Page.Quote.Ask, devices[0], func(tree any, about page.About) (err error) {
		offer.PerHour, offer.Occupancy, err = h.cfg.Page.Quote.Understand(ctx, tree, about)
		return err
	})
	if ctx.Err() != nil {
		return
	}
	h.mu.Lock()
	defer h.mu.Unlock()
	if err != nil {
		h.offer.Fault = plain.Error(err).Error()
		return
	}
	offer.At = h.cfg.Now()
	h.offer = offer
}

// settle books what the host says that it has paid: of a host that has a statement for each
// device, for each of them.
func (h *Host) settle(ctx context.Context) {
	fault := ""
	for _, d := range h.asked(h.cfg.Page.Earnings.Scope) {
		if err := h.settleOne(ctx, d); err != nil {
			fault = plain.Error(err).Error()
		}
		if ctx.Err() != nil {
			return
		}
	}
	h.mu.Lock()
	defer h.mu.Unlock()
	if fault != "" && h.earned != fault {
		h.cfg.Log.Warn("what a host has paid is not known; it follows later", zap.String("host", h.cfg.Name), zap.String("why", fault))
	}
	h.earned = fault
}

func (h *Host) settleOne(ctx context.Context, d Device) error {
	var lines map[string]float64
	err := h.ask(ctx, h.cfg.Page.Earnings.Ask, d, func(tree any, about page.About) (err error) {
		lines, err = h.cfg.Page.Earnings.Understand(ctx, tree, about)
		return err
	})
	if err != nil || len(lines) == 0 {
		return err
	}
	account, device := h.cfg.Account, ""
	if h.cfg.Page.Earnings.Scope == pages.Device {
		account, device = account+"|"+d.UUID, d.UUID
	}
	return h.cfg.Book.Settle(account, h.cfg.Name, device, lines, h.cfg.Now())
}
