package miner

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/gpuarbiter/gpuarbiter/pkg/miner/drivers"
)

func goodSpec(t *testing.T) Spec {
	return Spec{
		Device: "GPU-11111111-2222-3333-4444-555555555555", DeviceIndex: 1, Coin: "TRTL", Algorithm: "argon2/chukwa",
		PoolURL: "stratum+tcp://pool.example:3333", Wallet: "wallet-secret", Password: "password-secret", Worker: "rig0",
		Binary: "/usr/bin/miner", ExtraArgs: []string{"--verbose"}, APIPort: 4067, APIToken: "token-secret", WorkDir: t.TempDir(),
	}
}

func commandOf(t *testing.T, driver string, spec Spec) (Command, error) {
	t.Helper()
	page, err := drivers.Builtin().Find(driver)
	if err != nil {
		t.Fatal(err)
	}
	return Miner{page}.Command(spec)
}

func TestCommand(t *testing.T) {
	spec := goodSpec(t)
	for driver, argv := range map[string][]string{
		"xmrig":   {"/usr/bin/miner", "--config=" + spec.WorkDir + "/miner.json", "--verbose"},
		"builtin": {"/usr/bin/miner", "worker", "mine", "--config=" + spec.WorkDir + "/miner.json", "--verbose"},
	} {
		c, err := commandOf(t, driver, spec)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(argv, c.Argv); diff != "" {
			t.Errorf("%s: argv: %s", driver, diff)
		}
		env := []string{"CUDA_VISIBLE_DEVICES=" + spec.Device, "CUDA_DEVICE_ORDER=PCI_BUS_ID", "GPUARBITER_ALGORITHM=argon2/chukwa"}
		if diff := cmp.Diff(env, c.Env); diff != "" {
			t.Errorf("%s: env: %s", driver, diff)
		}
		if all := strings.Join(append(c.Argv, c.Env...), " "); strings.Contains(all, "secret") {
			t.Errorf("%s: a secret is visible to every user: %s", driver, all)
		}
		if c.Dir != spec.WorkDir || len(c.Files) != 1 {
			t.Errorf("%s: dir %s, %d files", driver, c.Dir, len(c.Files))
		}
	}
}

// What is written is what XMRig's documentation asks for, letter by letter.
func TestConfigGolden(t *testing.T) {
	spec := goodSpec(t)
	spec.PoolURL = "stratum+ssl://[2001:db8::1]:443#" + strings.Repeat("AB", 32)
	spec.Threads = 3
	c, err := commandOf(t, "xmrig", spec)
	if err != nil {
		t.Fatal(err)
	}
	const want = `{
  "api": {
    "id": null,
    "worker-id": "rig0"
  },
  "http": {
    "enabled": true,
    "host": "127.0.0.1",
    "port": 4067,
    "access-token": "token-secret",
    "restricted": true
  },
  "autosave": false,
  "background": false,
  "colors": false,
  "cpu": {
    "enabled": true,
    "huge-pages": true,
    "yield": true,
    "*": {
      "intensity": 1,
      "threads": 3,
      "affinity": -1
    }
  },
  "donate-level": 1,
  "log-file": null,
  "pools": [
    {
      "algo": "argon2/chukwa",
      "coin": null,
      "url": "[2001:db8::1]:443",
      "user": "wallet-secret",
      "pass": "password-secret",
      "rig-id": "rig0",
      "keepalive": true,
      "enabled": true,
      "tls": true,
      "tls-fingerprint": "abababababababababababababababababababababababababababababababab"
    }
  ],
  "print-time": 60,
  "retries": 5,
  "retry-pause": 5,
  "watch": false
}`
	if diff := cmp.Diff(want, string(c.Files["miner.json"])); diff != "" {
		t.Error(diff)
	}
}

func TestCommandRejectsBadSpecs(t *testing.T) {
	for _, c := range []struct {
		name, driver, want string
		change             func(*Spec)
	}{
		{"no device", "builtin", "device", func(s *Spec) { s.Device = "" }},
		{"line break in the device", "builtin", "device", func(s *Spec) { s.Device = "GPU\nX" }},
		{"no wallet", "xmrig", "wallet", func(s *Spec) { s.Wallet = "" }},
		{"no token", "xmrig", "api token", func(s *Spec) { s.APIToken = "" }},
		{"worker with a space", "xmrig", "worker", func(s *Spec) { s.Worker = "a b" }},
		{"relative directory", "xmrig", "work dir", func(s *Spec) { s.WorkDir = "here" }},
		{"port", "xmrig", "api port", func(s *Spec) { s.APIPort = 70000 }},
		{"other scheme", "xmrig", "scheme", func(s *Spec) { s.PoolURL = "http://pool:1" }},
		{"no pool port", "xmrig", "host:port", func(s *Spec) { s.PoolURL = "stratum+tcp://pool" }},
		{"wallet in the url", "xmrig", "fields of their own", func(s *Spec) { s.PoolURL = "stratum+tcp://me:pw@pool:1" }},
		{"pin without TLS", "xmrig", "SHA-256", func(s *Spec) { s.PoolURL += "#" + strings.Repeat("ab", 32) }},
		{"limit on XMRig", "xmrig", "cannot limit", func(s *Spec) { s.HashLimit = 5 }},
		{"negative limit", "builtin", "hash limit", func(s *Spec) { s.HashLimit = -5 }},
		{"algorithm that we cannot compute", "builtin", "known: argon2/chukwa", func(s *Spec) { s.Algorithm = "kawpow" }},
	} {
		t.Run(c.name, func(t *testing.T) {
			spec := goodSpec(t)
			c.change(&spec)
			_, err := commandOf(t, c.driver, spec)
			if err == nil || !strings.Contains(err.Error(), c.want) {
				t.Fatalf("got %v, want %q", err, c.want)
			}
			if strings.Contains(err.Error(), "secret") || strings.Contains(err.Error(), ":pw@") {
				t.Errorf("the error tells a secret: %v", err)
			}
		})
	}
}
