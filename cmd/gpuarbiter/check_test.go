package main

import (
	"net"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/gpuarbiter/gpuarbiter/pkg/config"
	"github.com/gpuarbiter/gpuarbiter/test/standin"
)

// checked is what config check --online finds of a reported case, changed by pairs of
// old and new text; words of what, and whether any is a fault.
func checked(t *testing.T, name, what string, change ...string) (words string, fault bool) {
	t.Helper()
	path := filepath.Join(t.TempDir(), "config.yaml")
	if err := os.WriteFile(path, []byte(standin.Case(t, name, change...)), 0o600); err != nil {
		t.Fatal(err)
	}
	cfg, err := config.Load(path)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range checkOnline(t.Context(), cfg) {
		if strings.HasPrefix(f.What, what) {
			words += f.Words + "\n"
			fault = fault || !f.OK
		}
	}
	return words, fault
}

// The check shakes hands and logs in; what it finds it says with its cure.
func TestCheckOfPools(t *testing.T) {
	future, past := time.Now().Add(24*time.Hour), time.Now().Add(-24*time.Hour)
	own, pin := standin.NewTLSPool(t, "", "", future)
	other, otherPin := standin.NewTLSPool(t, "", "elsewhere.example", future)
	expired, expiredPin := standin.NewTLSPool(t, "", "", past)
	plain, refusing, banned := standin.NewPool(t, ""), standin.NewPool(t, "error_string_login"), standin.NewPool(t, "banned_null_id")
	eth := standin.NewPool(t, "unknown_method")
	closed, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	closed.Close()
	xmrig := []string{"algorithm: sha256d", "algorithm: kawpow\n      miner: xmrig\n      binary: xmrig"}
	url := "stratum+ssl://127.0.0.1:13443"
	for name, tt := range map[string]struct {
		pool  string
		more  []string
		words string
		fault bool
	}{
		"as reported":           {"stratum+ssl://" + own.Address, nil, "write #" + pin, true},
		"pinned":                {`"stratum+ssl://` + own.Address + "#" + pin + `"`, nil, "takes the login", false},
		"pinned wrongly":        {`"stratum+ssl://` + own.Address + "#" + otherPin + `"`, nil, pin, true},
		"of another name":       {"stratum+ssl://" + other.Address, nil, "write #" + otherPin, true},
		"expired":               {"stratum+ssl://" + expired.Address, nil, expiredPin, true},
		"TLS at the pool only":  {"stratum+tcp://" + own.Address, nil, "the port speaks TLS: write stratum+ssl://, and #" + pin, true},
		"TLS with us only":      {"stratum+ssl://" + plain.Address, nil, "does not speak TLS; write stratum+tcp://", true},
		"plain":                 {"stratum+tcp://" + plain.Address, nil, "takes the login", false},
		"refusing":              {"stratum+tcp://" + refusing.Address, nil, "Invalid address used for login", true},
		"banned":                {"stratum+tcp://" + banned.Address, nil, "Your IP is banned", true},
		"nobody there":          {"stratum+tcp://" + closed.Addr().String(), nil, "refused", true},
		"xmrig":                 {"stratum+ssl://" + own.Address, xmrig, "write #" + pin, false},
		"xmrig, refused":        {"stratum+tcp://" + refusing.Address, xmrig, "Invalid address used for login", true},
		"xmrig, another tongue": {"stratum+tcp://" + eth.Address, xmrig, "another dialect", false},
	} {
		words, fault := checked(t, "tls-check", "pool of AAA", append([]string{url, tt.pool}, tt.more...)...)
		if !strings.Contains(words, tt.words) || fault != tt.fault {
			t.Errorf("%s: fault %v, %q; want %v, %q", name, fault, words, tt.fault, tt.words)
		}
	}
}

// The check, which has the devices, says which configured model no device is of.
func TestCheckOfModels(t *testing.T) {
	pool := standin.NewPool(t, "")
	model := "GeForce RTX 3090: {"
	for name, tt := range map[string]struct {
		change []string
		words  string // "": nothing is said
		fault  bool
	}{
		"as reported":   {nil, `no device is called "GeForce RTX 3090"; it is taken for "NVIDIA GeForce RTX 3090"`, false},
		"shorter":       {[]string{model, "RTX 3090: {"}, `no device is called "RTX 3090"; it is taken for`, false},
		"in full":       {[]string{model, "NVIDIA GeForce RTX 3090: {"}, "", false},
		"misspelt":      {[]string{model, "GeForce RTX 3O90: {"}, `no device is called "GeForce RTX 3O90"; one is called "NVIDIA GeForce RTX 3090"`, true},
		"no such model": {[]string{model, "Radeon VII: {"}, "no device can mine it: models has none of NVIDIA GeForce", true},
		"one of many":   {[]string{model, "RTX 3090 Ti: {hashes_per_second: 1, watts: 1}\n        RTX 3090: {"}, `no device is called "RTX 3090"; it is taken for`, false},
		"of a device":   {[]string{"mining:", "devices_of:\nmining:", "devices_of:\n", "", "source: simulated", "source: simulated, models: {RTX 309O: {idle_watts: 9}}"}, `no device is called "RTX 309O"`, true},
	} {
		change := append([]string{"127.0.0.1:13333", pool.Address}, tt.change...)
		a, fault := checked(t, "renamed-model", "models of AAA", change...)
		b, faultOfDevices := checked(t, "renamed-model", "devices.models", change...)
		if words := a + b; (words == "") != (tt.words == "") || !strings.Contains(words, tt.words) || (fault || faultOfDevices) != tt.fault {
			t.Errorf("%s: %q, want %q", name, words, tt.words)
		}
	}
}
