package rent

import (
	"context"
	"encoding/json"
	"fmt"
	"math"
	"sync"
	"testing"
	"time"

	"go.uber.org/zap"

	"github.com/gpuarbiter/gpuarbiter/pkg/rent/pages"
	"github.com/gpuarbiter/gpuarbiter/pkg/store"
	"github.com/gpuarbiter/gpuarbiter/test/standin"
)

// market is a stand-in of a host that has a page, with what the configuration would say of it.
type market struct {
	page, secret string
	parameters   map[string]string
	run          pages.Runner
	spoil        func(standin.Trouble)
	asked        func() []standin.Asked
	is           []situation
	earn         func(usd float64) // nil: the host does not tell
	pays         string            // the device that the money stands at
	quote        float64           // 0: it is not asked
	bears        string            // fields of the first situation's answer of which none may be of another type
}

// situation is how things can stand with the first of two devices.
type situation struct {
	name  string
	make  func()
	state pages.State
	until time.Time
	pays  float64
}

// day is when all of these tests take place.
var day = time.Date(2026, 11, 27, 12, 0, 0, 0, time.UTC)

// markets are all pages that are part of the program. The first situation of each is one in which the
// card is ours, the second one in which it is a customer's.
var markets = map[string]func(testing.TB) market{
	"vast":     vastMarket,
	"clore":    cloreMarket,
	"nosana":   nosanaMarket,
	"livepeer": livepeerMarket,
	"golem":    golemMarket,
	"akash":    akashMarket,
}

func vastMarket(t testing.TB) market {
	v := standin.NewVast(t, 2)
	v.Listed = 0.35
	front := standin.NewFront(t, v)
	end := day.Add(6 * time.Hour)
	return market{
		page: "vast", secret: standin.VastKey, parameters: map[string]string{"machine": "35798", "base": front.URL}, spoil: front.Spoil, asked: front.Asked,
		is: []situation{
			{"nobody rents", func() { v.Rent(time.Time{}) }, pages.Free, time.Time{}, 0},
			{"one card of two is rented", func() { v.Rent(end) }, pages.Committed, end, 0.35},
		},
		earn: v.Earn, quote: 0.35, bears: "gpu_occupancy",
	}
}

func cloreMarket(t testing.TB) market {
	c := standin.NewClore(t)
	rented := func(status int) func() { return func() { c.Rent(status) } }
	return market{
		page: "clore", secret: standin.CloreKey, parameters: map[string]string{"server": standin.CloreServer, "base": c.URL}, spoil: c.Spoil, asked: c.Asked,
		is: []situation{
			{"nobody rents", rented(0), pages.Free, time.Time{}, 0},
			{"on demand", rented(2), pages.Committed, time.Time{}, 0},
			{"spot", rented(1), pages.Committed, time.Time{}, 0},
			{"at a fixed price", rented(3), pages.Committed, time.Time{}, 0},
			{"a status that nobody has heard of", rented(4), pages.Committed, time.Time{}, 0},
		},
		bears: "code config rental_status",
	}
}

func nosanaMarket(t testing.TB) market {
	n := standin.NewNosana(t, 2)
	be := func(state string) func() { return func() { n.Be(0, state) } }
	m := market{
		page: "nosana", spoil: n.Spoil, asked: func() []standin.Asked { return append(n.Nodes[0].Asked(), n.Dashboard.Asked()...) },
		parameters: map[string]string{
			"market": "CA5p", "wallets": "/keys", "port": fmt.Sprint(n.Port), "dashboard": n.Dashboard.URL,
			"addresses": standin.NosanaNode(0), // the second node's jobs are not asked for
		},
		is: []situation{
			{"in the queue", be("QUEUED"), pages.Free, time.Time{}, 0},
			{"a job runs", be("RUNNING_JOB"), pages.Committed, time.Time{}, 0},
			{"a job runs, and writes its log", be("OTHER"), pages.Committed, time.Time{}, 0},
			{"it starts", be("STARTING"), pages.Interruptible, time.Time{}, 0},
			{"it goes to the queue", be("JOINING_MARKET"), pages.Interruptible, time.Time{}, 0},
			{"it looks after itself", be("HEALTHCHECK"), pages.Interruptible, time.Time{}, 0},
			{"a state that nobody has heard of", be("HIBERNATING"), pages.Committed, time.Time{}, 0},
		},
		pays: "GPU-0", quote: 0.16, bears: "state",
	}
	rate, jobs := 20.0, 0
	m.earn = func(usd float64) { // one more job; each says a little more than what it pays beside others that pay nothing
		jobs++
		start := day.Unix() + int64(jobs)*1e5
		n.Job(standin.NosanaJob{Address: fmt.Sprint("done", jobs), Node: standin.NosanaNode(0), State: 2, Start: start, End: start + int64(math.Round(usd/rate*3600)), Timeout: 86400, Pays: &rate})
		n.Job(standin.NosanaJob{Address: "runs", Node: standin.NosanaNode(0), State: 1, Start: start, Timeout: 86400, Pays: &rate})
		n.Job(standin.NosanaJob{Address: "given up", Node: standin.NosanaNode(0), State: 3, Start: start, End: start + 100, Timeout: 86400, Pays: &rate})
		n.Job(standin.NosanaJob{Address: "for nothing", Node: standin.NosanaNode(0), State: 2, Start: start, End: start + 100, Timeout: 86400})
		n.Job(standin.NosanaJob{Address: "another's", Node: standin.NosanaNode(1), State: 2, Start: start, End: start + 36000, Timeout: 86400, Pays: &rate})
	}
	return m
}

func livepeerMarket(t testing.TB) market {
	l := standin.NewLivepeer(t)
	l.Use("gpuarbiter-1", 0, false)
	use := func(sessions int, healthy bool) func() { return func() { l.Use("gpuarbiter-0", sessions, healthy) } }
	return market{
		page: "livepeer", parameters: map[string]string{"image": "scope:1", "app": "live-video-to-video/scope", "orchestrator": l.URL, "control": l.URL}, spoil: l.Spoil, asked: l.Asked,
		is: []situation{
			{"nobody is there", use(0, true), pages.Free, time.Time{}, 0},
			{"a session", use(1, true), pages.Committed, time.Time{}, 0},
			{"the only runner is not healthy", use(1, false), pages.Interruptible, time.Time{}, 0},
			{"another runner is", func() { use(0, false)(); l.Use("somebody-7", 1, true) }, pages.Interruptible, time.Time{}, 0},
		},
		bears: "capacity_used",
	}
}

func golemMarket(testing.TB) market {
	g := standin.NewGolem()
	be := func(states map[string]int) func() { return func() { g.Be(states) } }
	paid := 1.75
	return market{
		page: "golem", parameters: map[string]string{"usd_per_glm": "0.2"}, run: g.Run, spoil: g.Spoil, asked: g.Asked,
		is: []situation{
			{"all are over", be(nil), pages.Free, time.Time{}, 0},
			{"one is ready", be(map[string]int{"Ready": 1}), pages.Committed, time.Time{}, 0},
			{"one is being made ready", be(map[string]int{"Initialized": 1}), pages.Committed, time.Time{}, 0},
			{"one could be started", be(map[string]int{"Deployed": 1}), pages.Committed, time.Time{}, 0},
			{"one is in a state that nobody has heard of", be(map[string]int{"Suspended": 1}), pages.Committed, time.Time{}, 0},
		},
		earn: func(usd float64) {
			paid += usd / 0.2
			g.Pay(fmt.Sprintf("%.6f", paid))
		},
		bears: "total",
	}
}

func akashMarket(testing.TB) market {
	a := standin.NewAkash()
	lease := func(pods ...string) func() { return func() { a.Lease(pods...) } }
	return market{
		page: "akash", run: a.Run, spoil: a.Spoil, asked: a.Asked,
		is: []situation{
			{"there is no lease", lease(), pages.Free, time.Time{}, 0},
			{"one of a GPU", lease("Running:", "Running:1"), pages.Committed, time.Time{}, 0},
			{"one that is to come", lease("Pending:2"), pages.Committed, time.Time{}, 0},
			{"one that needs no GPU", lease("Running:"), pages.Free, time.Time{}, 0},
			{"ones that are over", lease("Succeeded:1", "Failed:1"), pages.Free, time.Time{}, 0},
		},
		bears: "kind items",
	}
}

// clock is set by hand: no test waits.
type clock struct {
	mu  sync.Mutex
	now time.Time
}

func (c *clock) Now() time.Time {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.now
}

func (c *clock) pass(d time.Duration) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.now = c.now.Add(d)
}

// memory is a store that keeps nothing on a disk.
type memory struct {
	mu      sync.Mutex
	records map[string][]byte
	lines   []store.Line
}

func (m *memory) Put(b store.Bucket, key string, v any) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	raw, err := json.Marshal(v)
	m.records[string(b)+"|"+key] = raw
	return err
}

func (m *memory) Get(b store.Bucket, key string, v any) (bool, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	raw, ok := m.records[string(b)+"|"+key]
	if !ok {
		return false, nil
	}
	return true, json.Unmarshal(raw, v)
}

func (m *memory) Delete(b store.Bucket, key string) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	delete(m.records, string(b)+"|"+key)
	return nil
}

func (m *memory) AppendLineOnce(id string, l store.Line) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	if key := string(store.Booked) + "|" + id; m.records[key] == nil {
		m.records[key] = []byte("1")
		m.lines = append(m.lines, l)
	}
	return nil
}

func (m *memory) sum() (usd float64) {
	m.mu.Lock()
	defer m.mu.Unlock()
	for _, l := range m.lines {
		usd += l.USD
	}
	return usd
}

// let is a host as the daemon makes it, with two devices that are both there, a clock and a ledger.
func let(t testing.TB, m market) (*Host, *clock, *memory) {
	t.Helper()
	page, err := pages.Builtin().Find(m.page)
	if err != nil {
		t.Fatal(err)
	}
	secrets := map[string]string{}
	if m.secret != "" {
		secrets["api_key"] = "a file"
	}
	if missing, useless := page.Missing(m.parameters, secrets); len(missing)+len(useless) > 0 {
		t.Fatalf("%s lacks %v and has no use for %v", m.page, missing, useless)
	}
	c, ledger := &clock{now: day}, &memory{records: map[string][]byte{}}
	h := New(Config{
		Terms: Terms{Name: m.page, Account: m.page, Page: page, Parameters: m.parameters, Secrets: secrets},
		Now:   c.Now, Log: zap.NewNop(), Run: m.run, Publish: true, Book: &Book{ledger},
		Devices: func() []Device { return []Device{{"GPU-0", 0}, {"GPU-1", 1}} }, There: func(string) bool { return true },
		Read: func(string) (string, error) { return m.secret, nil },
	})
	return h, c, ledger
}

// look asks the host once whatever its page asks about devices.
func look(ctx context.Context, h *Host) {
	for i := range h.cfg.Page.Probes {
		h.probe(ctx, i)
	}
}
