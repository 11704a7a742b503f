package standin

import (
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"net/http"
	"slices"
	"strings"
	"sync"
	"testing"
)

// Stand-ins of the hosts that devices are let to, beside Vast and Nosana: what they answer to what
// their pages ask, as their documentation and their sources have it in 2026.

// Clore is Clore.ai's API, with one server. It says nearly all that is wrong with status 200.
type Clore struct {
	*Front
	mu     sync.Mutex
	status int
}

// The only key that Clore takes, and the server's name, which needs care in JSON.
const (
	CloreKey    = "a-key-of-clore"
	CloreServer = `Jan "rig 1" Vykydal\`
)

// NewClore starts one.
func NewClore(t testing.TB) *Clore {
	c := &Clore{}
	mux := http.NewServeMux()
	mux.HandleFunc("GET /server_config", c.config)
	mux.HandleFunc("POST /set_server_settings", c.settings)
	mux.HandleFunc("/", func(w http.ResponseWriter, _ *http.Request) { fmt.Fprint(w, `{"code":4}`) })
	c.Front = NewFront(t, mux)
	return c
}

// Rent sets rental_status: 0 is free, 1 spot, 2 on demand, 3 at a fixed price.
func (c *Clore) Rent(status int) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.status = status
}

func (c *Clore) config(w http.ResponseWriter, r *http.Request) {
	c.mu.Lock()
	defer c.mu.Unlock()
	var body struct {
		Server string `json:"server_name"`
	}
	switch err := json.NewDecoder(r.Body).Decode(&body); {
	case r.Header.Get("auth") != CloreKey:
		fmt.Fprint(w, `{"code":3}`)
	case err != nil || body.Server != CloreServer:
		fmt.Fprint(w, `{"code":2}`)
	default:
		fmt.Fprint(w, text(object{"config": object{
			"name": CloreServer, "connected": true, "visibility": "public", "pricing": object{"bitcoin": 0.00010337, "usd": 0}, "spot_pricing": object{"bitcoin": 0.00005168, "usd": 0},
			"mrl": 72, "online": true, "initialized": true, "id": 108181, "rental_status": c.status, "specs": object{"gpu": "2x NVIDIA GeForce RTX 3090", "gpuram": 24}, "background_job": object{"image": "", "command": "", "env": object{}},
		}, "creation_completed": true, "code": 0}))
	}
}

func (c *Clore) settings(w http.ResponseWriter, r *http.Request) {
	var body struct {
		Name      string
		Available *bool    `json:"availability"`
		Longest   *int     `json:"mrl"`
		OnDemand  *float64 `json:"USD-Blockchain_on_demand"`
		Spot      *float64 `json:"USD-Blockchain_spot"`
	}
	switch err := json.NewDecoder(r.Body).Decode(&body); {
	case r.Header.Get("auth") != CloreKey:
		fmt.Fprint(w, `{"code":3}`)
	case err != nil || body.Name != CloreServer || body.Available == nil || body.Longest == nil || body.OnDemand == nil || body.Spot == nil:
		fmt.Fprint(w, `{"code":2}`)
	default:
		fmt.Fprint(w, `{"code":0}`)
	}
}

// Livepeer is an orchestrator with live runners: its own port, which lists those that are
// ready, and the port that its operator controls it by.
type Livepeer struct {
	*Front
	mu      sync.Mutex
	runners map[string]*livepeerRunner // by their labels
}

type livepeerRunner struct {
	Label  string `json:"label"`
	Route  string `json:"routing"`
	URL    string `json:"runner_url"`
	Health string `json:"health_url"`
	App    string `json:"app"`
	Mode   string `json:"mode"`
	Most   int    `json:"capacity"`
	GPU    object `json:"gpu"`
	Price  struct {
		Price          json.Number
		Currency, Unit string
	} `json:"price_info"`
	used  int
	ready bool
}

// NewLivepeer starts one without a runner.
func NewLivepeer(t testing.TB) *Livepeer {
	l := &Livepeer{runners: map[string]*livepeerRunner{}}
	mux := http.NewServeMux()
	mux.HandleFunc("GET /discovery", l.discovery)
	mux.HandleFunc("POST /registerLiveRunners", l.register)
	l.Front = NewFront(t, mux)
	return l
}

// Use sets how many sessions a runner has, and whether it is healthy: the sessions of one that is not
// are ended. A runner that nobody registered yet is, on the card that its label ends in.
func (l *Livepeer) Use(label string, sessions int, healthy bool) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.runners[label] == nil {
		l.runners[label] = &livepeerRunner{Label: label, App: "live-video-to-video/scope", Mode: "persistent", Most: 1, GPU: object{"id": label[strings.LastIndexByte(label, '-')+1:]}}
	}
	r := l.runners[label]
	if r.used, r.ready = sessions, healthy; !healthy {
		r.used = 0
	}
}

func (l *Livepeer) discovery(w http.ResponseWriter, r *http.Request) {
	l.mu.Lock()
	defer l.mu.Unlock()
	var ready []object
	for _, label := range slices.Sorted(maps.Keys(l.runners)) {
		if r := l.runners[label]; r.ready {
			ready = append(ready, object{"url": "https://orch.example.com:8935/apps/" + label + "/session", "gpu": r.GPU, "app": r.App, "mode": r.Mode,
				"capacity": r.Most, "capacity_used": r.used, "capacity_available": r.Most - r.used, "price_info": object{"price": 12345, "currency": "wei", "unit": "seconds"}})
		}
	}
	entry := object{"address": "https://orch.example.com:8935"}
	if len(ready) > 0 { // where no runner is ready the key is left out
		entry["runners"] = ready
	}
	fmt.Fprint(w, text([]object{entry}))
}

// register takes all runners that are told to it, or none.
func (l *Livepeer) register(w http.ResponseWriter, r *http.Request) {
	var config struct {
		Runners []*livepeerRunner `json:"runners"`
	}
	err := json.NewDecoder(r.Body).Decode(&config)
	for i, e := range config.Runners {
		price, bad := e.Price.Price.Float64()
		switch {
		case err != nil:
		case e.Label == "" || e.Label != strings.TrimSpace(e.Label) || e.Route == "label" && strings.Contains(e.Label, "/"):
			err = fmt.Errorf("runners[%d]: label is required and must be trimmed", i)
		case !strings.HasPrefix(e.URL, "http://") || !strings.HasPrefix(e.Health, "/"):
			err = fmt.Errorf("runners[%d]: invalid runner_url", i)
		case e.App == "" || e.Mode != "persistent" || e.Most < 0:
			err = fmt.Errorf("runners[%d]: app must be trimmed", i)
		case bad != nil || price <= 0 || e.Price.Currency != "usd" || e.Price.Unit != "hour":
			err = fmt.Errorf("runners[%d]: price_info.price must be a positive decimal", i)
		}
	}
	if err != nil {
		http.Error(w, err.Error(), http.StatusBadRequest)
		return
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	told := []object{}
	for _, e := range config.Runners {
		if was := l.runners[e.Label]; was != nil { // its sessions go on
			e.used, e.ready = was.used, was.ready
		}
		l.runners[e.Label] = e
		told = append(told, object{"runner_id": "runner_abc", "label": e.Label, "app": e.App, "runner_url": e.URL, "mode": e.Mode, "health_url": e.URL + e.Health, "healthy_status_code": 200, "healthy": e.ready})
	}
	fmt.Fprint(w, text(object{"runners": told}))
}

// Golem is a provider's yagna, which tells of the whole machine.
type Golem struct {
	Commands
	mu         sync.Mutex
	activities map[string]int // by their state
	confirmed  string         // GLM
}

// NewGolem is one that has ended some activities and been paid 1.75 GLM.
func NewGolem() *Golem {
	g := &Golem{confirmed: "1.75"}
	g.Be(nil)
	g.answer = g.run
	return g
}

// Be sets how many activities are in which state, beside those that are over.
func (g *Golem) Be(activities map[string]int) {
	g.mu.Lock()
	defer g.mu.Unlock()
	g.activities = map[string]int{"New": 87, "Terminated": 358, "Unresponsive": 1}
	maps.Copy(g.activities, activities)
}

// Pay sets what was paid in all, in GLM.
func (g *Golem) Pay(confirmed string) {
	g.mu.Lock()
	defer g.mu.Unlock()
	g.confirmed = confirmed
}

func (g *Golem) run(argv []string) (string, error) {
	g.mu.Lock()
	defer g.mu.Unlock()
	sums := func(n int, total string) object { return object{"agreementsCount": n, "totalAmount": total} }
	switch strings.Join(argv, " ") {
	case "yagna activity status --json":
		return text(object{"last1h": object{"Terminated": 6}, "lastActivityTs": nil, "total": g.activities}), nil
	case "yagna payment status --json --network polygon":
		return text(object{"amount": "12.5", "driver": "erc20", "network": "polygon", "token": "GLM", "reserved": "0", "gas": nil,
			"incoming": object{"requested": sums(9, "9.5"), "accepted": sums(3, "2.5"), "confirmed": sums(2, g.confirmed)},
			"outgoing": object{"requested": sums(0, "0"), "accepted": sums(0, "0"), "confirmed": sums(0, "0")}}), nil
	}
	return "", errors.New("yagna ends with exit 2")
}

// Akash is a provider's Kubernetes.
type Akash struct {
	Commands
	mu   sync.Mutex
	pods []object
}

// NewAkash is one without a lease.
func NewAkash() *Akash {
	a := &Akash{}
	a.answer = a.run
	return a
}

// Lease sets the pods of leases: the phase of each, a colon, and its GPUs.
func (a *Akash) Lease(pods ...string) {
	a.mu.Lock()
	defer a.mu.Unlock()
	a.pods = nil
	for _, p := range pods {
		phase, gpus, _ := strings.Cut(p, ":")
		limits := object{"cpu": "8", "memory": "32Gi"}
		if gpus != "" { // Kubernetes asks for as many as it limits to
			limits["nvidia.com/gpu"] = gpus
		}
		a.pods = append(a.pods, object{"kind": "Pod", "metadata": object{"namespace": "lease1", "labels": object{"akash.network": "true"}}, "status": object{"phase": phase},
			"spec": object{"containers": []object{{"name": "web", "resources": object{"limits": limits, "requests": limits}}}}})
	}
}

func (a *Akash) run(argv []string) (string, error) {
	a.mu.Lock()
	defer a.mu.Unlock()
	if strings.Join(argv, " ") != "kubectl --kubeconfig /etc/rancher/k3s/k3s.yaml get pods --all-namespaces -l akash.network=true -o json" {
		return "", errors.New("kubectl ends with exit 1")
	}
	pods := a.pods
	if pods == nil {
		pods = []object{}
	}
	return text(object{"apiVersion": "v1", "items": pods, "kind": "List", "metadata": object{"resourceVersion": ""}}), nil
}
