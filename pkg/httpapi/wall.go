package httpapi

import (
	"bytes"
	"embed"
	"encoding/json"
	"fmt"
	"html/template"
	"math"
	"math/big"
	"net/http"
	"strings"
	"time"

	"github.com/gpuarbiter/gpuarbiter/pkg/plain"
	"github.com/gpuarbiter/gpuarbiter/pkg/scheduler"
	"github.com/gpuarbiter/gpuarbiter/pkg/scheduler/decide"
)

// The page that is left open on a wall. It is made here, whole; a script of a few lines replaces
// those of its sections that have changed, as events of the server name them. Without scripts it
// loads itself again.

//go:embed page.html page.js
var pageFiles embed.FS

// sections are the page's parts, in their order, each replaced by itself.
var sections = []string{"head", "faults", "money", "devices", "switches", "hosts", "challenges"}

const (
	lookEvery   = 2 * time.Second // for changes, while somebody looks
	keepAlive   = 20 * time.Second
	mostViewers = 32
	shownMoves  = 12
)

type wall struct {
	d        Daemon
	acts     bool // who looks may act
	page     *template.Template
	script   []byte
	earnings earnings
	viewers  chan struct{}
	now      func() time.Time
}

func newWall(d Daemon, acts bool) *wall {
	functions := template.FuncMap{"usd": usd, "short": short, "dollars": Dollars, "expected": ExpectedText, "si": SI, "ether": etherShown, "ago": ago, "percent": func(v float64) string { return fmt.Sprintf("%.0f", 100*v) }}
	script, err := pageFiles.ReadFile("page.js")
	if err != nil {
		panic(err) // it is embedded
	}
	return &wall{d: d, acts: acts, page: template.Must(template.New("page.html").Funcs(functions).ParseFS(pageFiles, "page.html")), script: script, viewers: make(chan struct{}, mostViewers), now: time.Now}
}

func (w *wall) serve(mux *http.ServeMux) {
	mux.HandleFunc("GET /page.js", func(out http.ResponseWriter, _ *http.Request) {
		out.Header().Set("Content-Type", "text/javascript; charset=utf-8")
		_, _ = out.Write(w.script)
	})
	mux.HandleFunc("GET /events", w.events)
	mux.HandleFunc("GET /{$}", func(out http.ResponseWriter, _ *http.Request) {
		out.Header().Set("Content-Type", "text/html; charset=utf-8")
		out.Header().Set("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; script-src 'self'; connect-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'")
		out.Header().Set("X-Content-Type-Options", "nosniff")
		out.Header().Set("Referrer-Policy", "no-referrer")
		if err := w.page.Execute(out, w.shown()); err != nil {
			fmt.Fprintf(out, "<p>%s</p>", template.HTMLEscapeString(err.Error()))
		}
	})
}

// events tells of the sections that have changed, each as {"id": ..., "html": ...}.
func (w *wall) events(out http.ResponseWriter, r *http.Request) {
	select {
	case w.viewers <- struct{}{}:
		defer func() { <-w.viewers }()
	default:
		http.Error(out, "too many pages are open", http.StatusServiceUnavailable)
		return
	}
	control := http.NewResponseController(out)
	_ = control.SetReadDeadline(time.Time{}) // nothing more is read; not every writer has one
	out.Header().Set("Content-Type", "text/event-stream")
	out.Header().Set("Cache-Control", "no-store")
	sent, last := map[string]string{}, time.Time{}
	for {
		changed, err := w.changes(sent)
		if err != nil {
			return
		}
		if len(changed) == 0 && time.Since(last) >= keepAlive {
			changed = [][]byte{nil}
		}
		for _, data := range changed {
			_ = control.SetWriteDeadline(time.Now().Add(10 * time.Second)) // not every writer has one
			line := "data: " + string(data) + "\n\n"
			if data == nil {
				line = ": here\n\n"
			}
			if _, err := fmt.Fprint(out, line); err != nil {
				return
			}
			last = time.Now()
		}
		if len(changed) > 0 && control.Flush() != nil {
			return
		}
		select {
		case <-r.Context().Done():
			return
		case <-time.After(lookEvery):
		}
	}
}

// changes are the sections that are not as they were sent.
func (w *wall) changes(sent map[string]string) (changed [][]byte, err error) {
	shown := w.shown()
	for _, id := range sections {
		var html bytes.Buffer
		if err := w.page.ExecuteTemplate(&html, id, shown); err != nil {
			return nil, err
		}
		if sent[id] == html.String() {
			continue
		}
		sent[id] = html.String()
		data, err := json.Marshal(map[string]string{"id": id, "html": html.String()})
		if err != nil {
			return nil, err
		}
		changed = append(changed, data)
	}
	return changed, nil
}

// wallShown is what the page shows.
type wallShown struct {
	Status
	Acts     bool
	Now      time.Time
	Faults   []string
	Earned   moneyShown
	Cards    []cardShown
	Switches []moveShown
	NetUSD   float64 // of all devices by the hour, as it is believed
	Watts    float64
}

// cardShown is a device with what else it could do.
type cardShown struct {
	DeviceStatus
	Second    string   // the best other option
	SecondUSD *float64 // what it would bring
	Why       string
	Of        *float64 // its hashrate, as a part of what it is known for
}

// moveShown is a switch that was decided.
type moveShown struct {
	At               time.Time
	Device, From, To string
	Why              string
}

// partOf is a device's hashrate as a part of what it is known for at the coin; nil where either is not known.
func partOf(d DeviceStatus, known []decide.Device) *float64 {
	for i := range known {
		if rate := known[i].Mining[d.Workload.Target]; known[i].UUID == string(d.UUID) && d.Workload.Counted() && d.Hashrate > 0 && rate.Hashrate > 0 {
			return new(d.Hashrate / float64(rate.Hashrate))
		}
	}
	return nil
}

func (w *wall) shown() wallShown {
	s := wallShown{Status: shownStatus(w.d), Now: w.now(), Acts: w.acts}
	hours, err := w.earnings.brought(w.d, s.Now)
	if s.Earned = shownMoney(hours, s.Now); err != nil {
		s.Earned.Fault = plain.Line(err.Error())
	}
	view := w.d.View()
	for _, d := range s.Devices {
		card := cardShown{DeviceStatus: d, Of: partOf(d, view.Snapshot.Devices)}
		for _, dec := range view.Plan.Decisions {
			if dec.Device == string(d.UUID) {
				card.Second, card.SecondUSD = second(dec)
				card.Why = plain.Line(dec.Reason.String())
			}
		}
		s.Cards = append(s.Cards, card)
		if d.NetUSD != nil {
			s.NetUSD += *d.NetUSD
		}
		if d.Watts != nil {
			s.Watts += *d.Watts
		}
	}
	s.Faults = FaultsOf(s.Status)
	s.Switches = moves(w.d, s.Devices)
	return s
}

// second is the best option beside the one that was chosen.
func second(d decide.Decision) (string, *float64) {
	for i := range d.Options {
		if e := &d.Options[i]; e.Workload != d.Chosen && e.Candidate() {
			return plain.Line(e.Workload.String()), new(float64(e.Money()))
		}
	}
	return "", nil
}

// moves are the latest switches, the newest first.
func moves(d Daemon, devices []DeviceStatus) (all []moveShown) {
	records, err := d.Records(shownMoves, "")
	if err != nil {
		return nil // said as a fault of the store
	}
	index := map[string]string{}
	for _, s := range devices {
		index[string(s.UUID)] = fmt.Sprintf("#%d", s.Index)
	}
	for i := len(records) - 1; i >= 0; i-- {
		for _, dec := range records[i].Plan.Decisions {
			if dec.Switch && len(all) < shownMoves {
				all = append(all, moveShown{records[i].Plan.At, index[dec.Device], plain.Line(dec.Running.String()), plain.Line(dec.Chosen.String()), plain.Line(dec.Reason.String())})
			}
		}
	}
	return all
}

// FaultsOf are all faults, in words: they stand first.
func FaultsOf(s Status) (all []string) {
	add := func(format string, v string) {
		if v != "" {
			all = append(all, fmt.Sprintf(format, v))
		}
	}
	add("no devices: %s", s.Fault)
	add("the store cannot be written: %s", s.StoreFault)
	add("configuration was not reloaded: %s", s.ConfigFault)
	for _, a := range s.Absent {
		if a.Missing {
			all = append(all, fmt.Sprintf("missing: %s %s %s", a.Device.Model, a.Device.UUID, a.Why))
		}
	}
	all = append(all, deviceFaults(s.Devices)...)
	for _, m := range s.Markets {
		add(m.Chain+": %s", m.Fault)
		for _, e := range m.Endpoints {
			add(m.Chain+": %s", e)
		}
		for _, r := range m.Refusals {
			add(m.Chain+": the node refuses %s", r)
		}
	}
	for _, h := range s.Hosts {
		for _, f := range h.Faults {
			add("host "+h.Name+": %s", f)
		}
	}
	return append(all, s.Warnings...)
}

// deviceFaults are the devices' faults, each once, with the devices that have it.
func deviceFaults(devices []DeviceStatus) (all []string) {
	who, order := map[string][]string{}, []string(nil)
	for _, d := range devices {
		faults := []string{d.Fault, d.WorkerFault, d.Heat, d.Untuned, d.LastXid}
		if d.Phase == scheduler.PhaseQuarantined && d.Fault == "" {
			faults = append(faults, "in quarantine: "+d.Reason)
		}
		for _, f := range faults {
			if f == "" {
				continue
			}
			if who[f] == nil {
				order = append(order, f)
			}
			who[f] = append(who[f], fmt.Sprintf("#%d", d.Index))
		}
	}
	for _, f := range order {
		all = append(all, strings.Join(who[f], ", ")+": "+f)
	}
	return all
}

// Dollars is money for people: to the cent, to four figures where it is less than one.
func Dollars(v float64) string {
	if math.Abs(v) < 1 && v != 0 {
		return fmt.Sprintf("%.4f", v)
	}
	return fmt.Sprintf("%.2f", v)
}

// SI is a number with a metric prefix behind it, for a unit to follow: "28.00 M".
func SI(v float64) string {
	for _, p := range []struct {
		factor float64
		sign   string
	}{{1e15, "P"}, {1e12, "T"}, {1e9, "G"}, {1e6, "M"}, {1e3, "k"}} {
		if v >= p.factor {
			return fmt.Sprintf("%.2f %s", v/p.factor, p.sign)
		}
	}
	return fmt.Sprintf("%.2f ", v)
}

// etherShown is an amount on a chain for people: money there stays an integer everywhere else.
func etherShown(wei, token string) string {
	v, ok := new(big.Int).SetString(wei, 10)
	if !ok || token != "" {
		return wei + " of the token's smallest unit"
	}
	return fmt.Sprintf("%.6g ether", Ether(v))
}

// ago is how long since, in two units at most.
func ago(now, then time.Time) string {
	d := now.Sub(then)
	switch {
	case then.IsZero() || d < 0:
		return ""
	case d < time.Minute:
		return "just now"
	case d < time.Hour:
		return fmt.Sprintf("%d min", int(d.Minutes()))
	case d < 48*time.Hour:
		return fmt.Sprintf("%d h %d min", int(d.Hours()), int(d.Minutes())%60)
	}
	return fmt.Sprintf("%d days", int(d.Hours()/24))
}
