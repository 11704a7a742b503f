package httpapi

import (
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"math/big"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/gpuarbiter/gpuarbiter/pkg/evaluator"
	"github.com/gpuarbiter/gpuarbiter/pkg/gpu"
	"github.com/gpuarbiter/gpuarbiter/pkg/market/player"
	"github.com/gpuarbiter/gpuarbiter/pkg/profit"
	"github.com/gpuarbiter/gpuarbiter/pkg/rent"
	"github.com/gpuarbiter/gpuarbiter/pkg/rent/pages"
	"github.com/gpuarbiter/gpuarbiter/pkg/scheduler"
	"github.com/gpuarbiter/gpuarbiter/pkg/store"
	"github.com/gpuarbiter/gpuarbiter/test/golden"
)

// everything is a rig of which there is all to tell that can be told.
func everything() *rig {
	r := newRig()
	r.facts.Rig, r.facts.ConfigFault, r.facts.StoreFault = "shed-rig-7", "line 3", "no space left on device"
	full := *r.device(0).Reading
	full.MemoryTemperature, full.Fan, full.PState = new(gpu.Celsius(80)), new(0.5), new(2)
	full.MemoryFreeBytes, full.MemoryReservedBytes = new(uint64(1<<34)), new(uint64(1<<28))
	full.ClockSMMHz, full.ClockMemoryMHz, full.Throttle = new(1800), new(9500), []string{gpu.ThrottlePowerCap}
	full.Wear = gpu.Wear{
		PCIeGeneration: new(3), PCIeLanes: new(1), PCIeReplays: new(uint64(4)), ECCCorrected: new(uint64(5)), ECCUncorrected: new(uint64(6)),
		RemappedRows: new(uint64(7)), RemapFailed: new(false), RetiredPages: new(uint64(8)),
	}
	*r.device(0) = with(*r.device(0), func(s *scheduler.Status) {
		s.Device.MemoryBytes, s.Device.Driver = 24<<30, gpu.Driver{Version: "550.90", Library: "12.550.90"}
		s.Reading, s.Heat, s.Untuned, s.Reckoned = &full, "80 degrees: the limit is lowered", "the driver refuses", "it has no meter"
	})
	r.device(0).Report.Hashrate = 0.98 // of the 1 that it is known for
	*r.device(2) = with(*r.device(2), func(s *scheduler.Status) {
		s.Holds = []scheduler.Hold{{By: scheduler.HeldByXid, Faulty: true, Reason: "Xid 79", Since: noon}}
		s.Xids = map[uint64]uint64{79: 1}
	})
	r.view.Snapshot.Devices[0].Running, r.view.Snapshot.Devices[0].Leaving = idle, mine // a switch that was decided
	r.replan()
	r.view.Absent = []scheduler.Absent{
		{Device: gpu.Device{UUID: "GPU-dddd", Model: "NVIDIA A100"}, Since: noon, Why: "it was here", Missing: true}, {Device: gpu.Device{Index: 4}, Why: "it does not answer", Missing: true},
		{Device: gpu.Device{UUID: "GPU-eeee"}, Why: "devices.exclude names it"}, {Device: gpu.Device{UUID: "GPU-ffff", Unusable: "MIG mode is on"}, Why: "MIG mode is on"},
	}
	r.view.Curtailment = &scheduler.CurtailView{Late: true}
	r.view.Curtailment.Ceiling = new(profit.Watts(500))
	r.hosts = []rent.View{{Name: "vast", Title: "Vast.ai", Reservation: 0.25, Named: 0.24, Pays: 0.3, Faults: []string{"it does not answer"}, Devices: map[string]rent.Report{uuid(0): {Word: pages.Word{State: pages.Committed}}}}}
	r.totals[store.TotalKey{Workload: "rent vast", Kind: store.RentRevenue}] = store.Total{Earned: 1.25}
	r.lines = []store.Line{{At: noon.Add(-time.Hour), Kind: store.MiningRevenue, USD: 1, Workload: "mine XMR"}, {At: noon.Add(-25 * time.Hour), Kind: store.Electricity, USD: -0.5, Amount: "3600000", Unit: "J", Seconds: 3600}}
	r.expected = []store.Expected{{Hour: noon.Add(-time.Hour), Hours: 1, USD: 1.5, Alone: map[string]float64{"mine XMR": 1, "mine RVN": 0.5}}}
	disputed := &r.markets[0].Challenges[0]
	disputed.Challenge.Target = evaluator.Dispute
	disputed.Disputes = player.Standing{
		Claimant: player.Side{Ours: 2, Theirs: 1, Won: 3}, Challenger: player.Side{Theirs: 1, Lost: 1}, Disputed: 1, Until: noon.Add(50 * time.Minute), Clock: time.Hour,
		ClaimBonds: big.NewInt(2e17), GameBonds: big.NewInt(2e15), False: 3, Left: 2, Why: "gas is dearer than the bounty",
	}
	r.totals[store.TotalKey{Workload: "train dev/0", Kind: store.Bounty}] = store.Total{Earned: 4}
	return r
}

// TestGoldenMetrics: names, help, types and labels of all that a rig can tell. Dashboards and alerts of
// operators hang on them. Those of Go's runtime and of the process are theirs.
func TestGoldenMetrics(t *testing.T) {
	res, body := get(t, everything(), "/metrics")
	if res.StatusCode != http.StatusOK {
		t.Fatalf("%d: %s", res.StatusCode, body)
	}
	var lines []string
	for line := range strings.Lines(body) {
		name, comment := line, false
		for _, kind := range []string{"# HELP ", "# TYPE "} {
			if rest, ok := strings.CutPrefix(line, kind); ok {
				name, comment = rest, true
			}
		}
		if !strings.HasPrefix(name, "gpuarbiter_") {
			continue
		}
		if !comment {
			line = withoutValues(line) + "\n"
		}
		if !slices.Contains(lines, line) {
			lines = append(lines, line)
		}
	}
	text := strings.Join(lines, "")
	for _, d := range descs { // else a new one could be left out of the file
		_, name, _ := strings.Cut(d.String(), `fqName: "`)
		if name, _, _ = strings.Cut(name, `"`); !strings.Contains(text, "# TYPE "+name+" ") {
			t.Errorf("no rig of the tests shows %s: everything() is to have it", name)
		}
	}
	golden.Compare(t, "metrics.txt", text)
}

// withoutValues is a series' name with its labels' names.
func withoutValues(series string) string {
	name, rest, labelled := strings.Cut(series, "{")
	if !labelled {
		name, _, _ = strings.Cut(series, " ")
		return strings.TrimSpace(name)
	}
	var labels []string
	for {
		label, value, ok := strings.Cut(rest, `="`)
		if !ok {
			break
		}
		labels = append(labels, label)
		end := 0
		for ; end < len(value) && value[end] != '"'; end++ {
			if value[end] == '\\' {
				end++
			}
		}
		rest = strings.TrimPrefix(value[min(end+1, len(value)):], ",")
	}
	return name + "{" + strings.Join(labels, ",") + "}"
}

// TestGoldenPage: the page's elements, in their order, with what they say of fixed data: for who acts,
// for who only looks, and of a daemon that knows nothing. Scripts, tests and people's own styles find their way by them.
func TestGoldenPage(t *testing.T) {
	for _, page := range []struct {
		name string
		rig  *rig
		acts bool
	}{{"page.txt", everything(), true}, {"page-looking.txt", newRig(), false}, {"page-nothing.txt", &rig{view: scheduler.View{Fault: "no driver"}}, false}} {
		w, mux, out := newWall(page.rig, page.acts), http.NewServeMux(), httptest.NewRecorder()
		w.now = func() time.Time { return noon }
		w.serve(mux)
		mux.ServeHTTP(out, httptest.NewRequest(http.MethodGet, "/", nil))
		golden.Compare(t, page.name, skeleton(t, out.Body.String()))
	}
}

// drawn are elements of which only the outside belongs to the skeleton: charts and styles have their own
// tests, and a time is shown by the clock of the machine.
var drawn = []string{"svg", "style", "time"}

// skeleton has a line for each element, with its attributes, and one for each text; what is inside is indented.
func skeleton(t *testing.T, html string) string {
	t.Helper()
	in := xml.NewDecoder(strings.NewReader(html))
	in.Strict, in.AutoClose, in.Entity = false, xml.HTMLAutoClose, xml.HTMLEntity
	var out strings.Builder
	depth := 0
	for {
		token, err := in.Token()
		if errors.Is(err, io.EOF) {
			return out.String()
		}
		if err != nil {
			t.Fatalf("the page is not well formed: %v\n%s", err, html)
		}
		indent := strings.Repeat("  ", depth)
		switch e := token.(type) {
		case xml.StartElement:
			fmt.Fprintf(&out, "%s<%s", indent, e.Name.Local)
			for _, a := range e.Attr {
				switch {
				case slices.Contains(drawn, e.Name.Local) && a.Name.Local != "class" && a.Name.Local != "role":
				case a.Value == a.Name.Local: // stands alone
					fmt.Fprintf(&out, " %s", a.Name.Local)
				default:
					fmt.Fprintf(&out, " %s=%q", a.Name.Local, a.Value)
				}
			}
			out.WriteString(">\n")
			if slices.Contains(drawn, e.Name.Local) {
				if err := in.Skip(); err != nil {
					t.Fatal(err)
				}
				continue
			}
			depth++
		case xml.EndElement:
			depth--
		case xml.CharData:
			if text := strings.Join(strings.Fields(string(e)), " "); text != "" {
				fmt.Fprintf(&out, "%s%s\n", indent, text)
			}
		}
	}
}
