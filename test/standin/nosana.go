package standin

import (
	"fmt"
	"net"
	"net/http"
	"slices"
	"sync"
	"testing"
)

// NosanaJob is one of a node's jobs, as the dashboard has them.
type NosanaJob struct {
	Address string   `json:"address"`
	Node    string   `json:"node"`
	State   int      `json:"state"` // 0 queued, 1 running, 2 done, 3 given up by the node
	Start   int64    `json:"timeStart"`
	End     int64    `json:"timeEnd"` // 0: it has not ended
	Timeout int64    `json:"timeout"`
	Pays    *float64 `json:"usdRewardPerHour"`
}

// Nosana is nodes on this machine, each with its own port, and the dashboard's API.
type Nosana struct {
	Port      int      // of the first node; the others follow
	Nodes     []*Front // what answers on their ports
	Dashboard *Front

	mu     sync.Mutex
	states []string
	jobs   []NosanaJob // the newest first
}

// NosanaNode is a node's address.
func NosanaNode(i int) string { return fmt.Sprintf("67qvNode%d", i) }

// NewNosana starts so many nodes, all of them in the queue.
func NewNosana(t testing.TB, nodes int) *Nosana {
	n := &Nosana{}
	for i, l := range neighbours(t, nodes) {
		n.states = append(n.states, "QUEUED")
		n.Nodes = append(n.Nodes, frontAt(t, l, http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { n.info(w, r, i) })))
		if i == 0 {
			n.Port = l.Addr().(*net.TCPAddr).Port
		}
	}
	mux := http.NewServeMux()
	mux.HandleFunc("GET /markets/", func(w http.ResponseWriter, _ *http.Request) {
		fmt.Fprint(w, `[{"address":"CA5p","slug":"nvidia-3090","type":"COMMUNITY","usd_reward_per_hour":0.16,"nodes":["67qvNode0"]},{"address":"7Ati","slug":"nvidia-3060","usd_reward_per_hour":0.048},{"address":"97G9","slug":"nvidia-4090","usd_reward_per_hour":0.32},{"address":"old1","slug":"closed","usd_reward_per_hour":null}]`)
	})
	mux.HandleFunc("GET /jobs", n.list)
	n.Dashboard = NewFront(t, mux)
	return n
}

// neighbours are listeners on ports that follow one another.
func neighbours(t testing.TB, n int) []net.Listener {
	for range 100 {
		first, err := net.Listen("tcp", "127.0.0.1:0")
		if err != nil {
			t.Fatal(err)
		}
		all := []net.Listener{first}
		for len(all) < n {
			l, err := net.Listen("tcp", fmt.Sprintf("127.0.0.1:%d", first.Addr().(*net.TCPAddr).Port+len(all)))
			if err != nil {
				break
			}
			all = append(all, l)
		}
		if len(all) == n {
			return all
		}
		for _, l := range all {
			_ = l.Close()
		}
	}
	t.Fatalf("there are no %d free ports in a row", n)
	return nil
}

// Be sets the state that a node tells.
func (n *Nosana) Be(node int, state string) {
	n.mu.Lock()
	defer n.mu.Unlock()
	n.states[node] = state
}

// Job adds a job, or replaces it.
func (n *Nosana) Job(j NosanaJob) {
	n.mu.Lock()
	defer n.mu.Unlock()
	n.jobs = slices.DeleteFunc(n.jobs, func(old NosanaJob) bool { return old.Address == j.Address })
	n.jobs = slices.Insert(n.jobs, 0, j)
}

// Spoil spoils the nodes' answers and the dashboard's.
func (n *Nosana) Spoil(t Trouble) {
	for _, f := range append(slices.Clone(n.Nodes), n.Dashboard) {
		f.Spoil(t)
	}
}

func (n *Nosana) info(w http.ResponseWriter, r *http.Request, i int) {
	if r.Method != http.MethodGet || r.URL.Path != "/node/info" {
		http.NotFound(w, r)
		return
	}
	n.mu.Lock()
	defer n.mu.Unlock()
	fmt.Fprint(w, text(object{"node": NosanaNode(i), "uptime": "2026-10-05T07:11:52.113Z", "state": n.states[i],
		"info": object{"version": "1.0.60", "country": "NL", "gpus": object{"devices": []object{{"index": i, "name": "NVIDIA GeForce RTX 3090", "uuid": fmt.Sprint("GPU-", i)}}}}}))
}

func (n *Nosana) list(w http.ResponseWriter, r *http.Request) {
	n.mu.Lock()
	defer n.mu.Unlock()
	q := r.URL.Query()
	if q.Get("node") == "" || q.Get("limit") != "100" || q.Get("offset") != "0" {
		w.WriteHeader(http.StatusBadRequest)
		return
	}
	jobs := []NosanaJob{}
	for _, j := range n.jobs {
		if j.Node == q.Get("node") {
			jobs = append(jobs, j)
		}
	}
	fmt.Fprint(w, text(object{"jobs": jobs[:min(len(jobs), 100)], "totalJobs": len(jobs)}))
}
