package process

import (
	"bufio"
	"bytes"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

func TestLookupEnv(t *testing.T) {
	tests := []struct {
		environ, key, want string
		ok                 bool
	}{
		{"A=1\x00B=2\x00", "B", "2", true},
		{"A=1\x00B=2", "B", "2", true},
		{"A=1\x00A=2\x00", "A", "1", true}, // as getenv
		{"AB=1\x00", "A", "", false},
		{"A=\x00", "A", "", true},
		{"XA=B=1\x00", "B", "", false},
		{"A", "A", "", false},
		{"", "A", "", false},
	}
	for _, test := range tests {
		got, ok := lookupEnv([]byte(test.environ), test.key)
		if got != test.want || ok != test.ok {
			t.Errorf("lookupEnv(%q, %q) = %q, %t", test.environ, test.key, got, ok)
		}
	}
}

func TestNamesDevice(t *testing.T) {
	tests := []struct {
		list, uuid string
		want       bool
	}{
		{"GPU-1", "GPU-1", true},
		{"GPU-2, GPU-1", "GPU-1", true},
		{"GPU-11", "GPU-1", false},
		{"GPU-1", "GPU-11", false},
		{"", "", false},
		{"0", "GPU-1", false},
	}
	for _, test := range tests {
		if got := namesDevice(test.list, test.uuid); got != test.want {
			t.Errorf("namesDevice(%q, %q) = %t", test.list, test.uuid, got)
		}
	}
}

func TestParseStatus(t *testing.T) {
	tail := " 1 1 0 -1 0 0 0 0 0 0 0 0 0 20 0 1 0 4711 8192 0"
	tests := []struct {
		line string
		want status
		ok   bool
	}{
		{"7 (sh) S 3" + tail, status{7, 3, 'S', 4711}, true},
		{"7 (a) b (c)) Z 3" + tail, status{7, 3, 'Z', 4711}, true},
		{"7 (sh) S x" + tail[2:], status{}, false},
		{"7 (sh) S 3", status{}, false},
		{"", status{}, false},
	}
	for _, test := range tests {
		got, ok := parseStatus(7, []byte(test.line))
		if ok != test.ok || ok && got != test.want {
			t.Errorf("parseStatus(%q) = %+v, %t", test.line, got, ok)
		}
	}
}

func TestReadLineProperty(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		limit := rapid.IntRange(1, 60).Draw(t, "limit")
		text := rapid.StringOfN(rapid.SampledFrom([]rune("ab\n")), 0, 300, -1).Draw(t, "text")
		reader := bufio.NewReaderSize(strings.NewReader(text), 16)
		var got []string
		for {
			line, cut, err := readLine(reader, limit)
			if err != nil {
				break
			}
			if cut && len(line) != limit {
				t.Fatalf("cut at %d, limit %d", len(line), limit)
			}
			got = append(got, string(line))
		}
		want := strings.Split(text, "\n")
		if want[len(want)-1] == "" {
			want = want[:len(want)-1]
		}
		for i := range want {
			want[i] = want[i][:min(limit, len(want[i]))]
		}
		if len(got)+len(want) > 0 && !cmp.Equal(got, want) {
			t.Fatal(cmp.Diff(want, got))
		}
	})
}

func FuzzEnviron(f *testing.F) {
	f.Add([]byte("A=1\x00CUDA_VISIBLE_DEVICES=GPU-1,GPU-2\x00"), "CUDA_VISIBLE_DEVICES")
	f.Fuzz(func(t *testing.T, environ []byte, key string) {
		value, ok := lookupEnv(environ, key)
		if ok && !strings.Contains(key, "\x00") && !bytes.Contains(environ, []byte(key+"="+value)) {
			t.Errorf("found %q=%q in %q", key, value, environ)
		}
		for key, value := range relevantEnv(environ) {
			if got, ok := lookupEnv(environ, key); !ok || got != value {
				t.Errorf("%q: %q and %q differ", key, got, value)
			}
		}
	})
}

func FuzzStatus(f *testing.F) {
	f.Add([]byte("7 (sh) S 3 1 1 0 -1 0 0 0 0 0 0 0 0 0 20 0 1 0 4711 0 0"))
	f.Fuzz(func(t *testing.T, line []byte) { parseStatus(1, line) })
}

func FuzzSpec(f *testing.F) {
	f.Add([]byte(`{"argv":["a"],"env":["A=1"],"grace_ms":1,"orphan_grace_ms":2,"report_fd":3}` + "\nstop\n"))
	f.Fuzz(func(t *testing.T, input []byte) {
		spec, err := readSpec(bufio.NewReader(bytes.NewReader(input)))
		if err == nil && (len(spec.Argv) == 0 || spec.OrphanGraceMS > maxOrphanGrace.Milliseconds() || spec.GraceMS < 0) {
			t.Errorf("accepted %+v", spec)
		}
	})
}

func BenchmarkOccupants(b *testing.B) {
	for b.Loop() {
		if _, err := Occupants("GPU-none"); err != nil {
			b.Fatal(err)
		}
	}
}

// A process that does nothing but execve is in the table all the same.
func TestEmptyEnvironmentIsNotWaitedFor(t *testing.T) {
	dir := t.TempDir()
	w := begin(t, Spec{Dir: dir, Argv: []string{"sh", "-c", "echo >ready; exec env -i sleep 60"}})
	waitFile(t, dir+"/ready")
	eventually(t, time.Minute, "env -i", func() bool {
		name, n := readProc(w.ChildPID(), "comm", make([]byte, 64))
		return string(name[:n]) == "sleep\n"
	})
	for end := time.Now().Add(execPatience / 2); ; {
		if !inExec(w.ChildPID(), make([]byte, 4096)) {
			break
		}
		if time.Now().After(end) {
			t.Fatal("taken to be in execve")
		}
	}
	if !w.Owns(w.ChildPID()) {
		t.Error("a worker that hid its environment is not known by its id")
	}
}

func TestExecIsNotOverlooked(t *testing.T) {
	uuid := "GPU-" + ownerOf(t)
	begin(t, Spec{Env: []string{"PATH=" + os.Getenv("PATH"), EnvDevices + "=" + uuid},
		Argv: []string{"sh", "-c", `exec sh -c "$0" "$0"`, `exec sh -c "$0" "$0"`}})
	for range 300 {
		if found, err := Occupants(uuid); err != nil || len(found) != 1 {
			t.Fatalf("Occupants = %v, %v", found, err)
		}
	}
}
