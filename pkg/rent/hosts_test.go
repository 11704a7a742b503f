package rent

import (
	"encoding/json"
	"fmt"
	"maps"
	"math"
	"net/http"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/gpuarbiter/gpuarbiter/pkg/profit"
	"github.com/gpuarbiter/gpuarbiter/pkg/rent/pages"
	"github.com/gpuarbiter/gpuarbiter/pkg/store"
	"github.com/gpuarbiter/gpuarbiter/test/standin"
)

func TestEveryPageHasAStandIn(t *testing.T) {
	if got, want := slices.Sorted(maps.Keys(markets)), pages.Builtin().Names(); !slices.Equal(got, want) {
		t.Errorf("%v have stand-ins, and %v pages", got, want)
	}
}

// What a host says of a card is understood: of the whole rig where a contract takes that, else of the
// one that it is about.
func TestHostsTellWhoIsThere(t *testing.T) {
	for name, start := range markets {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			m := start(t)
			h, _, _ := let(t, m)
			for _, d := range []string{"GPU-0", "GPU-1"} {
				if r := h.Report(d); !r.Let() || r.Fault != NotAsked {
					t.Errorf("before it was asked %s is %s, %s", d, r.State, r.Fault)
				}
			}
			for _, s := range m.is {
				h, _, _ := let(t, m)
				s.make()
				look(t.Context(), h)
				r, other := h.Report("GPU-0"), h.Report("GPU-1")
				if r.State != s.state || !r.Until.Equal(s.until) || r.PerHour != s.pays {
					t.Errorf("%s: %+v", s.name, r)
				}
				if page := h.Page(); page.Scope == pages.Rig && (other.State != r.State || other.Fault != r.Fault) {
					t.Errorf("%s: the other card is %+v", s.name, other)
				}
				if name == "nosana" && other.State != pages.Free {
					t.Errorf("%s: the other node is %+v", s.name, other)
				}
			}
		})
	}
}

func TestHostsTellWhatTheyPay(t *testing.T) {
	for name, start := range markets {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			m := start(t)
			h, _, _ := let(t, m)
			if set := h.Page().Quote.Ask.Set(); set != (m.quote > 0) {
				t.Errorf("it tells: %t", set)
			}
			if m.quote == 0 {
				return
			}
			h.quote(t.Context())
			if o := h.Offer(); o.PerHour != m.quote || !o.At.Equal(day) || o.Fault != "" {
				t.Errorf("%+v", o)
			}
			for _, trouble := range standin.Troubles { // what it said last stands, with what is wrong
				h.patience = patienceWith(trouble)
				m.spoil(trouble)
				h.quote(t.Context())
				if o := h.Offer(); o.PerHour != m.quote || !o.At.Equal(day) || o.Fault == "" {
					t.Errorf("%s: %+v", trouble.Name, o)
				}
			}
		})
	}
}

// What a host has paid before it was asked is not ours; what it pays since is booked, once.
func TestHostsTellWhatTheyPaid(t *testing.T) {
	for name, start := range markets {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			m := start(t)
			h, c, ledger := let(t, m)
			if set := h.Page().Earnings.Ask.Set(); set != (m.earn != nil) {
				t.Fatalf("it tells: %t", set)
			}
			if m.earn == nil {
				return
			}
			m.earn(40)
			sum := 0.0
			for _, usd := range []float64{0, 1.25, 0, 0.5} {
				if usd > 0 {
					m.earn(usd)
				}
				sum += usd
				for range 2 {
					c.pass(time.Hour)
					h.settle(t.Context())
				}
				if got := ledger.sum(); math.Abs(got-sum) > 1e-6 || h.earned != "" {
					t.Errorf("%v USD are booked of %v: %v", got, sum, h.earned)
				}
			}
			if len(ledger.lines) != 2 {
				t.Fatalf("%d lines", len(ledger.lines))
			}
			for _, l := range ledger.lines {
				if l.Kind != store.RentRevenue || l.Workload != profit.Renting(m.page).String() || l.Device != m.pays || l.Unit != "USD" {
					t.Errorf("%+v", l)
				}
			}
		})
	}
}

// A node's first job is booked although there was none when it was first asked.
func TestNosanaBooksTheFirstJob(t *testing.T) {
	t.Parallel()
	m := nosanaMarket(t)
	h, c, ledger := let(t, m)
	h.settle(t.Context())
	if h.earned != "" {
		t.Errorf("that there was none yet is a fault: %s", h.earned)
	}
	m.earn(0.25)
	c.pass(time.Hour)
	h.settle(t.Context())
	if got := ledger.sum(); math.Abs(got-0.25) > 1e-6 {
		t.Errorf("%v USD are booked", got)
	}
}

// said is what a host was told of a price: the rest of what it was asked is left out.
func said(m market) (told []standin.Asked) {
	for _, a := range m.asked() {
		if a.Method == http.MethodPost || a.Method == http.MethodPut {
			told = append(told, a)
		}
	}
	return told
}

// Our price comes to the host, in a form that it takes; where it does not, that is known, and it is told
// again.
func TestHostsHearOurPrice(t *testing.T) {
	const want = 0.2
	for name, price := range map[string]struct {
		paths  []string
		prices []map[string]float64 // in the bodies: by dots
	}{
		"vast": {[]string{"PUT /machines/35798/minbid/", "PUT /machines/create_asks/"}, []map[string]float64{
			{"price": 0.2}, {"price_gpu": 0.23, "price_min_bid": 0.2, "machine": 35798, "min_chunk": 1, "price_disk": 0.1}}},
		"clore": {[]string{"POST /set_server_settings"}, []map[string]float64{ // both cards, for a day
			{"USD-Blockchain_spot": 9.6, "USD-Blockchain_on_demand": 11.04, "mrl": 168}}},
		"livepeer": {[]string{"POST /registerLiveRunners", "POST /registerLiveRunners"}, []map[string]float64{
			{"runners.0.price_info.price": 0.2, "runners.0.capacity": 1}, {"runners.0.price_info.price": 0.2}}},
		"nosana": {}, "golem": {}, "akash": {}, // the market sets it, or asks for it
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			m := markets[name](t)
			h, c, _ := let(t, m)
			hear := func(what string) {
				t.Helper()
				told := said(m)
				if len(told) != len(price.paths) {
					t.Fatalf("%s: it was told %d times: %v", what, len(told), told)
				}
				for i, a := range told {
					if got := a.Method + " " + a.Path; got != price.paths[i] || a.Header.Get("Content-Type") != "application/json" {
						t.Errorf("%s: %s, %s", what, got, a.Header)
					}
					for at, usd := range price.prices[i] {
						if got := figure(t, a.Body, at); math.Abs(got-usd) > 1e-9 {
							t.Errorf("%s: %s is %v, want %v: %s", what, at, got, usd, a.Body)
						}
					}
				}
			}
			h.publish(t.Context())
			if told := said(m); len(told) > 0 {
				t.Errorf("told before there is a price: %v", told)
			}
			if len(price.paths) == 0 {
				if len(h.Page().SetPrice) > 0 {
					t.Error("it is told a price")
				}
				return
			}
			h.Want(want)
			h.publish(t.Context())
			hear("the first time")
			if v := h.View(); v.Named != want || h.unnamed != "" {
				t.Errorf("%+v", v)
			}
			m.spoil(standin.Trouble{Body: standin.Says(`{"code":6,"success":false,"error":"try again"}`)}) // with status 200
			c.pass(time.Hour)
			h.Want(2 * want)
			h.publish(t.Context())
			said(m)
			if v := h.View(); v.Named != want || h.unnamed == "" {
				t.Errorf("what it has refused is named: %+v", v)
			}
			m.spoil(standin.Trouble{})
			h.Want(want)
			h.publish(t.Context())
			if told := said(m); len(told) > 0 {
				t.Errorf("it is told again at once: %v", told)
			}
			c.pass(time.Minute)
			h.publish(t.Context())
			hear("the second time")
			if v := h.View(); v.Named != want || h.unnamed != "" {
				t.Errorf("%+v", v)
			}
		})
	}
}

// figure is a number in a JSON text.
func figure(t *testing.T, body, at string) float64 {
	t.Helper()
	var tree any
	if err := json.Unmarshal([]byte(body), &tree); err != nil {
		t.Fatalf("no JSON: %v: %s", err, body)
	}
	for key := range strings.SplitSeq(at, ".") {
		switch v := tree.(type) {
		case map[string]any:
			tree = v[key]
		case []any:
			tree = v[0]
		}
	}
	n, ok := tree.(float64)
	if !ok {
		t.Fatalf("%s is no number: %s", at, body)
	}
	return n
}

// How a card goes to a host, and what is cleared up behind it: what these programs' own help says.
func TestHostsAreGoneTo(t *testing.T) {
	t.Parallel()
	for name, want := range map[string]struct{ command, env, read, write, clear string }{
		"nosana":   {command: "nosana node start CA5p --wallet /keys/1.json --gpu 1 --port PORT -c /var/lib/nosana/1", read: "/keys", write: "/var/lib/nosana /run/podman/podman.sock"},
		"livepeer": {command: "docker run --rm --name gpuarbiter-1 --gpus device=GPU-1 -p 127.0.0.1:8101:8000 scope:1", write: "/var/run/docker.sock", clear: "docker rm --force gpuarbiter-1"},
		"golem":    {command: "golemsp run --subnet public --payment-network polygon", env: "YA_HOME=/var/lib/golem", write: "/var/lib/golem /dev/kvm /dev/vfio"},
		"clore":    {}, "vast": {}, "akash": {}, // their customers come
	} {
		m := markets[name](t)
		h, _, _ := let(t, m)
		v, err := h.vars(Device{"GPU-1", 1})
		if err != nil {
			t.Fatal(err)
		}
		page := h.Page()
		argv, env, err := page.Command(v)
		if err != nil {
			t.Error(err)
		}
		read, write, err := page.Paths(v)
		if err != nil {
			t.Error(err)
		}
		clearing, err := page.Cleared(v)
		if err != nil {
			t.Error(err)
		}
		if name == "nosana" {
			port := 0
			fmt.Sscan(m.parameters["port"], &port)
			want.command = strings.Replace(want.command, "PORT", fmt.Sprint(port+1), 1)
		}
		for _, c := range []struct {
			what      string
			got, want string
		}{
			{"command", strings.Join(argv, " "), want.command}, {"env", strings.Join(env, " "), want.env},
			{"read", strings.Join(read, " "), want.read}, {"write", strings.Join(write, " "), want.write}, {"clear", strings.Join(clearing, " "), want.clear},
		} {
			if c.got != c.want {
				t.Errorf("%s: %s: %s, want %s", name, c.what, c.got, c.want)
			}
		}
		if page.Called() != (want.command == "") || !page.Called() && page.Start.Drain < 2*time.Minute {
			t.Errorf("%s: its customers come: %t; it may take %s to end", name, page.Called(), page.Start.Drain)
		}
	}
}
