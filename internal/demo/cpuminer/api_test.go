package cpuminer

import (
	"encoding/json"
	"fmt"
	"net/http"
	"strings"
	"testing"
	"time"

	"go.uber.org/zap"

	"github.com/gpuarbiter/gpuarbiter/internal/demo/pool"
	"github.com/gpuarbiter/gpuarbiter/internal/demo/xmrigconf"
)

func call(t *testing.T, config xmrigconf.Config, method, path, bearer, body string) (int, map[string]any) {
	t.Helper()
	req, err := http.NewRequest(method, fmt.Sprintf("http://127.0.0.1:%d%s", config.HTTP.Port, path), strings.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	if bearer != "" {
		req.Header.Set("Authorization", bearer)
	}
	if body != "" {
		req.Header.Set("Content-Type", "application/json")
	}
	client := http.Client{Transport: &http.Transport{DisableKeepAlives: true}}
	var resp *http.Response
	eventually(t, "the API", func() bool { resp, err = client.Do(req); return err == nil })
	defer resp.Body.Close()
	var out map[string]any
	_ = json.NewDecoder(resp.Body).Decode(&out)
	return resp.StatusCode, out
}

func TestAPI(t *testing.T) {
	l := listen(t, "127.0.0.1:0")
	startPool(t, pool.Options{Algorithm: "sha256d", Difficulty: 50}, l)
	config := configFor(t, l.Addr().String(), "sha256d", 1000)
	m, _ := startMiner(t, config)
	bearer := "Bearer " + token
	for _, c := range []struct {
		method, path, bearer, body string
		want                       int
	}{
		{"GET", "/2/summary", bearer, "", 200},
		{"GET", "/2/backends", bearer, "", 200},
		{"GET", "/2/summary", "", "", 401},
		{"GET", "/2/summary", "Bearer wrong", "", 403},
		{"GET", "/2/summary", token, "", 403},
		{"GET", "/nothing", bearer, "", 404},
		{"POST", "/json_rpc", bearer, "", 415},
		{"POST", "/json_rpc", bearer, "{", 400},
		{"POST", "/json_rpc", "", `{"method":"pause"}`, 401},
	} {
		if got, _ := call(t, config, c.method, c.path, c.bearer, c.body); got != c.want {
			t.Errorf("%s %s %q %q: status %d, want %d", c.method, c.path, c.bearer, c.body, got, c.want)
		}
	}
	hashed := func() bool { return m.hasher.hashes.Load() > 0 }
	eventually(t, "hashing", hashed)

	for _, step := range []struct {
		method string
		paused bool
	}{{"pause", true}, {"resume", false}, {"stop", false}} {
		_, reply := call(t, config, "POST", "/json_rpc", bearer, fmt.Sprintf(`{"id":1,"method":%q}`, step.method))
		if reply["result"] == nil {
			t.Fatalf("%s: %v", step.method, reply)
		}
		_, summary := call(t, config, "GET", "/2/summary", bearer, "")
		if summary["paused"] != step.paused {
			t.Errorf("after %s: paused is %v", step.method, summary["paused"])
		}
		time.Sleep(30 * time.Millisecond) // the batch at hand ends
		before := m.hasher.hashes.Load()
		time.Sleep(100 * time.Millisecond)
		if moving := m.hasher.hashes.Load() > before; moving != (step.method == "resume") {
			t.Errorf("after %s: hashing is %v", step.method, moving)
		}
	}
}

func TestRestrictedAPICannotSteer(t *testing.T) {
	config := configFor(t, "127.0.0.1:1", "sha256d", 10)
	config.HTTP.Restricted = true
	m, _ := startMiner(t, config)
	if status, _ := call(t, config, "POST", "/json_rpc", "Bearer "+token, `{"method":"pause"}`); status != 403 || m.gate.isPaused() {
		t.Errorf("status %d, paused %v", status, m.gate.isPaused())
	}
}

func TestTakenPortIsAnError(t *testing.T) {
	config := configFor(t, "127.0.0.1:1", "sha256d", 10)
	l := listen(t, fmt.Sprintf("127.0.0.1:%d", config.HTTP.Port))
	defer l.Close()
	m, err := New(config, zap.NewNop())
	if err != nil {
		t.Fatal(err)
	}
	if err := m.Run(t.Context()); err == nil {
		t.Error("the miner ran without its API")
	}
}
