package app

import (
	"context"
	"crypto/sha256"
	"fmt"
	"maps"
	"slices"
	"strings"
	"sync"
	"time"

	"go.uber.org/zap"

	"github.com/gpuarbiter/gpuarbiter/pkg/config"
	"github.com/gpuarbiter/gpuarbiter/pkg/gpu"
	"github.com/gpuarbiter/gpuarbiter/pkg/plain"
	"github.com/gpuarbiter/gpuarbiter/pkg/process"
	"github.com/gpuarbiter/gpuarbiter/pkg/profit"
	"github.com/gpuarbiter/gpuarbiter/pkg/rent"
	"github.com/gpuarbiter/gpuarbiter/pkg/rent/pages"
	"github.com/gpuarbiter/gpuarbiter/pkg/scheduler"
	"github.com/gpuarbiter/gpuarbiter/pkg/scheduler/decide"
	"github.com/gpuarbiter/gpuarbiter/pkg/scheduler/workers"
	"github.com/gpuarbiter/gpuarbiter/pkg/store"
)

// landlord lets devices to the configuration's hosts.
type landlord struct {
	cfg   config.Rent
	world *world
	hosts []*rent.Host
	view  func() scheduler.View
}

// newLandlord is nil where nothing is let.
func newLandlord(cfg config.Rent, w *world, st *store.Store, dry bool, log *zap.Logger) *landlord {
	if len(cfg.Hosts) == 0 {
		return nil
	}
	l := &landlord{cfg: cfg, world: w}
	var book *rent.Book
	if !dry {
		book = &rent.Book{Store: st}
	}
	for _, h := range cfg.Hosts {
		page, err := cfg.Find(h)
		if err != nil { // the configuration was checked
			continue
		}
		l.hosts = append(l.hosts, rent.New(rent.Config{
			Terms: rent.Terms{Name: h.Name, Account: accountOf(h), Page: page, Parameters: h.Parameters, Secrets: h.Secrets, Least: h.LeastPriceUSD},
			Now:   time.Now, Log: log, Run: process.Output, Book: book, Publish: !dry, Read: secretFile,
			Devices: func() []rent.Device { return l.devices(h, page.Scope) },
			There:   func(device string) bool { return l.there(h.Name, device) },
		}))
	}
	return l
}

// accountOf names the account that a host's statements are booked in: another machine under the
// same name is another account, whose past is none of ours.
func accountOf(h config.RentHost) string {
	of := sha256.New()
	for _, k := range slices.Sorted(maps.Keys(h.Parameters)) {
		if !strings.Contains(k, "usd") && !strings.Contains(k, "ratio") { // prices are no other account
			fmt.Fprintf(of, "%q=%q;", k, h.Parameters[k])
		}
	}
	return fmt.Sprintf("%s|%s|%x", h.Name, h.Page, of.Sum(nil)[:6])
}

// drain is the longest that a program which devices go to hosts with may take to end, with what
// it leaves behind.
func (l *landlord) drain() (longest time.Duration) {
	if l == nil {
		return 0
	}
	for _, h := range l.hosts {
		if !h.Page().Called() {
			longest = max(longest, min(h.Page().Start.Drain, workers.MostDrain)+workers.Clearing)
		}
	}
	return longest
}

// tidy removes what a daemon that was killed may have left at hosts, such as a container, from
// the devices that it knew. It is called before anything is started.
func (l *landlord) tidy(ctx context.Context, known map[gpu.UUID]scheduler.Known, log *zap.Logger) {
	var wg sync.WaitGroup
	for _, h := range l.hosts {
		for id, k := range known {
			visit, err := l.Visit(h.Name(), gpu.Device{UUID: id, Index: k.Device.Index, Model: k.Device.Model}, "")
			if err != nil || len(visit.Clear) == 0 {
				continue
			}
			wg.Go(func() { workers.ClearUp(ctx, visit.Clear, log) })
		}
	}
	wg.Wait()
}

func secretFile(file string) (string, error) {
	raw, err := plain.ReadFile(file, 0, 1<<16)
	if err != nil {
		return "", err
	}
	return config.SecretLine(raw)
}

// devices are those that a host is asked about: where it takes the whole rig, all of it.
func (l *landlord) devices(h config.RentHost, scope pages.Scope) (all []rent.Device) {
	for _, s := range l.view().Statuses {
		if _, let := h.Model(s.Device.Model); let || scope == pages.Rig {
			all = append(all, rent.Device{UUID: string(s.Device.UUID), Index: s.Device.Index})
		}
	}
	return all
}

// status is a device's; none if it is not here.
func (l *landlord) status(device string) (none scheduler.Status) {
	for _, s := range l.view().Statuses {
		if string(s.Device.UUID) == device {
			return s
		}
	}
	return none
}

// there reports whether a device is at a host: its program runs there.
func (l *landlord) there(host, device string) bool {
	s := l.status(device)
	return s.Workload == profit.Renting(host) && (s.Phase == scheduler.PhaseRunning || s.Phase == scheduler.PhaseStopping)
}

// run asks the hosts, and works out our price, until ctx ends.
func (l *landlord) run(ctx context.Context) {
	var wg sync.WaitGroup
	for _, h := range l.hosts {
		wg.Go(func() { h.Run(ctx) })
	}
	tick := time.NewTicker(5 * time.Second)
	defer tick.Stop()
	for ctx.Err() == nil {
		l.reserve()
		select {
		case <-ctx.Done():
		case <-tick.C:
		}
	}
	wg.Wait()
}

// reserve works out our prices from the latest plan.
func (l *landlord) reserve() {
	view := l.view()
	for i, h := range l.hosts {
		for k := range view.Snapshot.Market.Hosts {
			if terms := &view.Snapshot.Market.Hosts[k]; terms.Name == h.Name() {
				price, _ := rent.Reserve(&view.Snapshot, view.Plan, terms, profit.Ratio(l.cfg.Hosts[i].Margin()))
				h.Want(float64(price))
			}
		}
	}
}

// Contract is what a device is let for: by what hosts say, and where they say nothing, as if it
// were. A host whose customers come by themselves goes before one that the device has gone to, and
// one that says so before one that says nothing.
func (l *landlord) Contract(id gpu.UUID) (decide.Contract, bool) {
	best, rank := decide.Contract{}, 0
	for i, h := range l.hosts {
		c, of := l.contract(h, &l.cfg.Hosts[i], id)
		if of > rank {
			best, rank = c, of
		}
	}
	return best, rank > 0
}

// contract is a device's with one host, and how much it counts; 0: there is none.
func (l *landlord) contract(h *rent.Host, cfg *config.RentHost, id gpu.UUID) (c decide.Contract, rank int) {
	called, s := h.Page().Called(), l.status(string(id))
	if _, let := cfg.Model(s.Device.Model); !let && h.Page().Scope == pages.Device {
		return c, 0
	}
	r := h.Report(string(id))
	if r.State != pages.Committed {
		return c, 0
	}
	c = decide.Contract{Work: profit.Renting(h.Name()), Until: r.Until, Why: "under contract", Theirs: called}
	if !r.Until.IsZero() {
		c.Why += " until " + r.Until.Format("2006-01-02 15:04 UTC")
	}
	if r.Fault != "" {
		c.Why = "as far as anybody knows: " + r.Fault
	}
	switch {
	case called && r.Fault == "":
		return c, 3
	case called:
		return c, 2
	// Of a program that has not said a word since it was started nobody is a customer yet.
	case l.there(h.Name(), string(id)) && (r.Fault == "" || h.Answered(string(id)).After(s.Since)):
		return c, 1
	}
	return c, 0
}

// market are the hosts as valuation knows them.
func (l *landlord) market() (hosts []profit.Host) {
	for i, h := range l.hosts {
		c := &l.cfg.Hosts[i]
		hosts = append(hosts, rent.TermsOf(h.Name(), h.Page(), h.Offer(), profit.Ratio(c.OccupancyRatio), profit.Ratio(c.Fee(h.Page())), profit.Ratio(c.SigmaRatio), profit.Ratio(c.TogetherRatio)))
	}
	return hosts
}

// rates are what hosts pay for a device, which draws so many watts by hard work.
func (l *landlord) rates(d gpu.Device, hard profit.Watts) map[string]profit.RentRate {
	rates := map[string]profit.RentRate{}
	for i, h := range l.hosts {
		m, let := l.cfg.Hosts[i].Model(d.Model)
		if !let {
			continue
		}
		r := profit.RentRate{Watts: hard}
		if m.Watts > 0 {
			r.Watts = profit.Watts(m.Watts)
		}
		report, offer := h.Report(string(d.UUID)), h.Offer()
		r.Taken = report.State == pages.Committed && report.Fault == "" && (h.Page().Called() || l.there(h.Name(), string(d.UUID)))
		switch {
		case r.Taken && report.PerHour > 0:
			r.PerHour = profit.Quote{Value: report.PerHour, Source: "contract at " + h.Name()}
		case m.USDPerHour.Configured():
			r.PerHour = l.world.quote(l.world.config(), "rent.hosts."+h.Name()+".models."+d.Model+".usd_per_hour", m.USDPerHour)
		case offer.PerHour > 0:
			r.PerHour = profit.Quote{Value: offer.PerHour, Source: h.Name(), At: offer.At, MaxAge: 4 * h.Page().Quote.Every}
		default:
			r.PerHour = profit.Quote{Fault: "it names no price"}
			if offer.Fault != "" {
				r.PerHour.Fault = offer.Fault
			}
		}
		rates[h.Name()] = r
	}
	return rates
}

func (l *landlord) host(name string) (*rent.Host, config.RentHost, error) {
	for i, h := range l.hosts {
		if h.Name() == name {
			return h, l.cfg.Hosts[i], nil
		}
	}
	return nil, config.RentHost{}, fmt.Errorf("host %q is not in the configuration", name)
}

// Report implements workers.Hosts.
func (l *landlord) Report(name string, id gpu.UUID) rent.Report {
	h, _, err := l.host(name)
	if err != nil {
		return rent.Report{Fault: err.Error()}
	}
	return h.Report(string(id))
}

// Visit implements workers.Hosts.
func (l *landlord) Visit(name string, d gpu.Device, dir string) (v workers.Program, err error) {
	h, cfg, err := l.host(name)
	if err != nil {
		return v, err
	}
	page := h.Page()
	vars := pages.Vars{Device: string(d.UUID), Index: d.Index, Devices: len(l.devices(cfg, page.Scope)), Parameters: page.Given(cfg.Parameters), WorkDir: dir, Now: time.Now()}
	v.Drain = page.Start.Drain
	if v.Argv, v.Env, err = page.Command(vars); err != nil {
		return v, err
	}
	if v.Clear, err = page.Cleared(vars); err != nil {
		return v, err
	}
	v.Read, v.Write, err = page.Paths(vars)
	return v, err
}

// views are what people are shown of the hosts.
func (l *landlord) views() (all []rent.View) {
	for _, h := range l.hosts {
		all = append(all, h.View())
	}
	return all
}
