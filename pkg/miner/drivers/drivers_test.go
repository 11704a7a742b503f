package drivers

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// Every page reads an answer of its miner: rates in hashes per second, shares, and what else
// the miner tells.
func TestExamples(t *testing.T) {
	for _, name := range Builtin().Names() {
		p := Builtin()[name]
		if len(p.Examples) == 0 || len(p.Starts) == 0 {
			t.Fatalf("%s has no example of an answer", name)
		}
		if err := p.Try(t.Context()); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		for _, e := range p.Examples {
			a, err := p.Read(t.Context(), []byte(e.Answer), e.Algorithm)
			if err != nil || a.Connected != nil && !*a.Connected || a.Paused || a.Fault != "" {
				t.Errorf("%s: %+v, %v", name, a, err)
			}
		}
		wrong := *p
		wrong.Examples = []Example{p.Examples[0]}
		wrong.Examples[0].Accepted++
		if wrong.Try(t.Context()) == nil {
			t.Errorf("%s: a wrong example passes", name)
		}
	}
}

// Whatever comes in place of an answer, what is understood of it is within all bounds, and
// nothing is made up: shares are unknown where they cannot be read.
func TestBrokenAnswers(t *testing.T) {
	for _, name := range Builtin().Names() {
		p := Builtin()[name]
		whole := []byte(p.Examples[0].Answer)
		for i := 0; i < len(whole); i += 1 + len(whole)/60 {
			sound(t, p, whole[:i])
		}
		for _, with := range []string{`null`, `"x"`, `[]`, `{}`, `-1`, `1e999`, `true`, `NaN`} {
			for _, number := range numbers.FindAllString(string(whole), 40) {
				sound(t, p, []byte(strings.ReplaceAll(string(whole), number, with)))
			}
		}
		for _, junk := range []string{"", "null", "{}", "[]", "<html>", "0", `"text"`, `{"error":"not ready"}`, "\x00", strings.Repeat("[", 5000)} {
			if a, err := p.Read(t.Context(), []byte(junk), p.Examples[0].Algorithm); err == nil && (a.Accepted != nil && *a.Accepted > 0 || a.Hashrate != nil && *a.Hashrate > 0) {
				t.Errorf("%s: %q is understood as %+v", name, junk, a)
			}
		}
	}
}

func sound(t testing.TB, p *Page, raw []byte) {
	t.Helper()
	a, err := p.Read(t.Context(), raw, p.Examples[0].Algorithm)
	if err != nil {
		return
	}
	for _, v := range []*float64{a.Hashrate, a.Work, a.Difficulty} {
		if v != nil && !(*v >= 0 && *v <= maxHashes) {
			t.Errorf("%s: %q: %+v", p.Name, raw, a)
		}
	}
	if a.Accepted != nil && *a.Accepted > 1e6 || a.Uptime != nil && *a.Uptime < 0 {
		t.Errorf("%s: %q: %+v", p.Name, raw, a)
	}
}

func FuzzUnderstand(f *testing.F) {
	for _, name := range Builtin().Names() {
		f.Add(name, []byte(Builtin()[name].Examples[0].Answer))
	}
	f.Fuzz(func(t *testing.T, name string, raw []byte) {
		p, err := Builtin().Find(name)
		if err != nil {
			return
		}
		a, err := p.Read(t.Context(), raw, p.Examples[0].Algorithm)
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
		"unit":      {"over: 1m}", "unit: mhs}", "unit \"mhs\" is not one of"},
		"rate":      {"over: 1m}", "windows: 1m}", "is not one of jq, unit, over"},
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
