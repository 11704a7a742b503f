package drivers

import (
	"flag"
	"fmt"
	"maps"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

var update = flag.Bool("update", false, "write the golden files anew")

func sample(p *Page) Vars {
	v := Vars{
		Device: "GPU-1", Coin: "RVN", Algorithm: "kawpow", Wallet: "RWallet", Password: "x", Worker: "rig0", APIPort: 4067, APIToken: "token", WorkDir: "/work",
		Pool: Pool{Host: "pool.example", Port: "3333", HostPort: "pool.example:3333"},
	}
	if usual := slices.Sorted(maps.Keys(p.Algorithms)); len(usual) > 0 && p.Algorithms["kawpow"] == "" {
		v.Algorithm = usual[0]
	}
	return v
}

// What every page starts, in the open and with TLS.
func TestCommands(t *testing.T) {
	var out strings.Builder
	for _, name := range Builtin().Names() {
		p := Builtin()[name]
		for _, tls := range []bool{false, true} {
			v := sample(p)
			v.Pool.TLS = tls
			args, env, files, err := p.Command(v)
			if err != nil {
				t.Fatalf("%s: %v", name, err)
			}
			fmt.Fprintf(&out, "%s, TLS %t:\n  %s\n", name, tls, strings.Join(append([]string{p.Binary}, args...), " "))
			for _, e := range env {
				fmt.Fprintf(&out, "  %s\n", e)
			}
			if n := len(files); n > 0 {
				fmt.Fprintf(&out, "  %d file\n", n)
			}
		}
	}
	golden := filepath.Join("testdata", "commands.golden")
	if *update {
		if err := os.WriteFile(golden, []byte(out.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(string(want), out.String()); d != "" {
		t.Error(d)
	}
}

func answerOf(t testing.TB, name string) []byte {
	t.Helper()
	raw, err := os.ReadFile(filepath.Join("testdata", "answers", name))
	if err != nil {
		t.Fatal(err)
	}
	return raw
}

// understand reads an answer as the page's way of asking does.
func understand(t testing.TB, p *Page, raw []byte) (Answer, error) {
	algorithm := sample(p).Algorithm
	if p.API.Kind == Log {
		return p.UnderstandLog(t.Context(), raw, algorithm)
	}
	return p.Understand(t.Context(), raw, algorithm)
}

// Every page reads an answer of its miner: rates in hashes per second, shares, and what else
// the miner tells.
func TestAnswers(t *testing.T) {
	for name, want := range map[string]struct {
		rate, difficulty float64
		knows            string
		algorithm        string
	}{
		"t-rex": {45220517, 5e8, "uptime", ""}, "lolminer": {97416302.846713, 0, "uptime", "etchash"}, "gminer": {97416302, 0, "uptime", ""},
		"rigel": {45211822.4107561, 0, "uptime connected", ""}, "bzminer": {45211822.41, 0, "uptime connected", ""},
		"srbminer": {45211822.4107561, 0, "uptime connected", ""}, "onezerominer": {11842.73, 0, "uptime connected", "xelishashv3"},
		"wildrig": {45211822, 499999872, "uptime connected", ""}, "miniz": {118.42, 0, "connected", "equihash144_5"},
		"nbminer": {45211822.41075613, 5e8, "uptime", ""}, "peakminer": {1.104e14, 0, "uptime connected", ""},
		"krig-miner": {9.32156e13, 0, "connected", ""}, "alpha-miner": {2.8686e14, 0, "connected", ""},
		"ethminer": {45212110, 5e8, "uptime connected", ""}, "cpuminer-opt": {48211.37, 0, "uptime", ""},
		"xmrig": {111.5, 1200, "uptime connected work", ""}, "builtin": {111.5, 1200, "uptime connected work", "argon2/chukwa"},
	} {
		p, err := Builtin().Find(name)
		if err != nil {
			t.Fatal(err)
		}
		algorithm := want.algorithm
		if algorithm == "" {
			algorithm = sample(p).Algorithm
		}
		raw := answerOf(t, strings.Replace(name, "builtin", "xmrig", 1))
		a, err := p.Understand(t.Context(), raw, algorithm)
		if p.API.Kind == Log {
			a, err = p.UnderstandLog(t.Context(), raw, algorithm)
		}
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if a.Hashrate == nil || math.Abs(*a.Hashrate-want.rate) > 1e-9*want.rate {
			t.Errorf("%s: hashrate %v, not %v", name, deref(a.Hashrate), want.rate)
		}
		if a.Accepted == nil || *a.Accepted != 142 || a.Rejected != 1 {
			t.Errorf("%s: %v accepted, %d rejected", name, a.Accepted, a.Rejected)
		}
		if deref(a.Difficulty) != want.difficulty {
			t.Errorf("%s: difficulty %v, not %v", name, deref(a.Difficulty), want.difficulty)
		}
		if has := knows(a); has != want.knows {
			t.Errorf("%s: it knows %q, not %q", name, has, want.knows)
		}
		if a.Connected != nil && !*a.Connected || a.Paused || a.Fault != "" {
			t.Errorf("%s: %+v", name, a)
		}
		if a.Version == "" && name != "krig-miner" && name != "alpha-miner" {
			t.Errorf("%s: it tells no version", name)
		}
	}
	if n := len(Builtin()); n != 17 {
		t.Errorf("there are %d pages: add the new ones here", n)
	}
}

func deref(f *float64) float64 {
	if f == nil {
		return 0
	}
	return *f
}

func knows(a Answer) string {
	var all []string
	if a.Uptime != nil {
		all = append(all, "uptime")
	}
	if a.Connected != nil {
		all = append(all, "connected")
	}
	if a.Work != nil {
		all = append(all, "work")
	}
	return strings.Join(all, " ")
}

// Whatever comes in place of an answer, what is understood of it is within all bounds, and
// nothing is made up: shares are unknown where they cannot be read.
func TestBrokenAnswers(t *testing.T) {
	for _, name := range Builtin().Names() {
		p := Builtin()[name]
		whole := answerOf(t, strings.Replace(name, "builtin", "xmrig", 1))
		for i := 0; i < len(whole); i += 1 + len(whole)/60 {
			sound(t, p, whole[:i])
		}
		for _, with := range []string{`null`, `"x"`, `[]`, `{}`, `-1`, `1e999`, `true`, `NaN`} {
			for _, number := range []string{"142", "1634", "45211822", "97416302", "118.42", "48211.37"} {
				sound(t, p, []byte(strings.ReplaceAll(string(whole), number, with)))
			}
		}
		for _, junk := range []string{"", "null", "{}", "[]", "<html>", "0", `"text"`, `{"error":"not ready"}`, "\x00", strings.Repeat("[", 5000)} {
			if a, err := understand(t, p, []byte(junk)); err == nil && (a.Accepted != nil && *a.Accepted > 0 || a.Hashrate != nil && *a.Hashrate > 0) {
				t.Errorf("%s: %q is understood as %+v", name, junk, a)
			}
		}
	}
}

func sound(t testing.TB, p *Page, raw []byte) {
	t.Helper()
	a, err := understand(t, p, raw)
	if err != nil {
		return
	}
	for _, v := range []*float64{a.Hashrate, a.Work, a.Difficulty} {
		if v != nil && !(*v >= 0 && *v <= maxHashes) {
			t.Errorf("%s: %q: %+v", p.Name, raw, a)
		}
	}
	if a.Accepted != nil && *a.Accepted != 142 && *a.Accepted > 1000 || a.Uptime != nil && *a.Uptime < 0 {
		t.Errorf("%s: %q: %+v", p.Name, raw, a)
	}
}

func FuzzUnderstand(f *testing.F) {
	for _, name := range Builtin().Names() {
		f.Add(name, answerOf(f, strings.Replace(name, "builtin", "xmrig", 1)))
	}
	f.Fuzz(func(t *testing.T, name string, raw []byte) {
		p, err := Builtin().Find(name)
		if err != nil {
			return
		}
		a, err := understand(t, p, raw)
		if err != nil {
			return
		}
		for _, v := range []*float64{a.Hashrate, a.Work, a.Difficulty} {
			if v != nil && !(*v >= 0 && *v <= maxHashes) {
				t.Errorf("%+v", a)
			}
		}
	})
}

func FuzzParse(f *testing.F) {
	for _, name := range Builtin().Names() {
		f.Add(Builtin()[name].Text())
	}
	f.Fuzz(func(_ *testing.T, text []byte) { _, _ = Parse(text) })
}

// What is wrong with a page is found when it is loaded, and where.
func TestBadPages(t *testing.T) {
	good := string(Builtin()["t-rex"].Text())
	for what, c := range map[string]struct{ old, new, want string }{
		"field":     {"versions:", "version:", "line 3: field version not found"},
		"jq":        {"jq: .hashrate,", "jq: '.hashrate |', ", "column"},
		"function":  {".uptime", "uptime", "function not defined"},
		"template":  {"{{.Algorithm}}", "{{.Algorithm}", "line 6"},
		"variable":  {"{{.Algorithm}}", "{{.Algo}}", "can't evaluate field Algo"},
		"unit":      {"over: 1m}", "unit: mhs}", "unit \"mhs\" is none of"},
		"rate":      {"over: 1m}", "windows: 1m}", "is none of jq, unit, over"},
		"kind":      {"kind: http", "kind: grpc", "api.kind"},
		"path":      {"paths: [/summary]", "", "api.paths: is missing"},
		"shares":    {"accepted: .accepted_count", "", "api.read.accepted: is missing"},
		"fee":       {"default: 0.01", "default: 1.5", "no share"},
		"pattern":   {"(?i)can't", "(?i", "error parsing regexp"},
		"name":      {"name: t-rex", "name: T Rex", "small letters"},
		"two pages": {"name: t-rex", "name: t-rex\nname: u", "already defined"},
	} {
		text := strings.Replace(good, c.old, c.new, 1)
		if text == good {
			t.Fatalf("%s changes nothing", what)
		}
		if _, err := Parse([]byte(text)); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v, not %q", what, err, c.want)
		}
	}
	if _, err := Parse(nil); err == nil {
		t.Error("nothing is a page")
	}
	dir := t.TempDir()
	for name, text := range map[string]string{"a.yaml": "name: x", "b.yaml": strings.Replace(good, "t-rex", "mine", 1), "c.yaml": good, "d.txt": "no page"} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	set, err := Load(dir)
	if err == nil || !strings.Contains(err.Error(), "a.yaml: ") || strings.Contains(err.Error(), "b.yaml") || set["mine"] == nil || len(set) != len(Builtin())+1 {
		t.Errorf("%v, %v", set.Names(), err)
	}
}

func TestTooOld(t *testing.T) {
	p := Builtin()["peakminer"]
	for running, old := range map[string]bool{"2.12.9": true, "peakminer v2.9": true, "2.13.0": false, "2.13": true, "3": false, "": false, "unknown": false} {
		for _, algorithm := range []string{"pearl", "pearlhash"} {
			if got := p.TooOld(running, algorithm); (got != "") != old {
				t.Errorf("%q: %q", running, got)
			}
		}
	}
	if got := Builtin()["t-rex"].TooOld("0.1", "kawpow"); got != "" {
		t.Error(got)
	}
}

func TestFees(t *testing.T) {
	p := Builtin()["lolminer"]
	for algorithm, want := range map[string]float64{"etchash": 0.007, "ETCHASH": 0.007, "beamhash3": 0.01} {
		if got := p.Fee(algorithm); got != want {
			t.Errorf("%s: %g", algorithm, got)
		}
	}
	if own, err := p.Algorithm("kawpow"); err == nil {
		t.Error(own)
	}
}
