package process

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// fakeTree is a file system of a few paths; a value that is not empty is a link.
func fakeTree(paths map[string]string) tree {
	exists := func(path string) bool {
		for p := range paths {
			if p == path || strings.HasPrefix(p, strings.TrimSuffix(path, "/")+"/") {
				return true
			}
		}
		return false
	}
	return tree{
		resolve: func(path string) (string, bool) {
			path = filepath.Clean(path)
			for link, to := range paths {
				if to != "" && (path == link || strings.HasPrefix(path, link+"/")) {
					path = to + strings.TrimPrefix(path, link)
				}
			}
			return path, exists(path)
		},
		list: func(dir string) (names []string) {
			for p, to := range paths {
				rest, below := strings.CutPrefix(p, strings.TrimSuffix(dir, "/")+"/")
				name, deeper, _ := strings.Cut(rest, "/")
				if below && (to == "" || deeper != "") && !slices.Contains(names, name) {
					names = append(names, name)
				}
			}
			slices.Sort(names)
			return names
		},
	}
}

func TestGrants(t *testing.T) {
	system := map[string]string{
		"/usr/lib/libc.so": "", "/lib": "/usr/lib", "/etc/passwd": "", "/etc/ssl/ca": "", "/etc/gpuarbiter/config.yaml": "", "/etc/secret": "/var/state",
		"/tmp/x": "", "/dev/null": "", "/dev/nvidia0": "", "/dev/nvidia-caps/nvidia-cap1": "", "/dev/sda": "", "/opt/xmrig/xmrig": "", "/home/me/.ssh/id": "",
		"/var/state/gpuarbiter.db": "", "/var/state/control.sock": "", "/var/state/workers/a/xmrig/log": "", "/var/state/workers/b/xmrig/log": "", "/var/state/data/x.bundle": "",
		"/home/me/wallet/key": "", "/home/me/wallet/note": "",
	}
	hidden := []string{"/var/state", "/etc/gpuarbiter", "/home/me/wallet/key"}
	tests := []struct {
		name          string
		spec          wireSpec
		may, mayWrite []string
		not           []string
	}{
		{
			"a miner", wireSpec{Path: "/opt/xmrig/xmrig", Dir: "/var/state/workers/a/xmrig", Hidden: hidden},
			[]string{"/usr/lib/libc.so", "/etc/passwd", "/etc/ssl/ca", "/opt/xmrig/xmrig"}, []string{"/var/state/workers/a/xmrig/log", "/tmp/x", "/dev/null", "/dev/nvidia0", "/dev/nvidia-caps/nvidia-cap1"},
			[]string{"/var/state/gpuarbiter.db", "/var/state/control.sock", "/var/state/workers/b/xmrig/log", "/etc/gpuarbiter/config.yaml", "/home/me/.ssh/id", "/dev/sda", "/var/state/data/x.bundle"},
		},
		{
			"a trainer", wireSpec{Path: "/usr/gpuarbiter", Dir: "/var/state/workers/b", Read: []string{"/var/state/data/x.bundle", "/no/such"}, Hidden: hidden},
			[]string{"/var/state/data/x.bundle"}, []string{"/var/state/workers/b/xmrig/log"}, []string{"/var/state/gpuarbiter.db", "/var/state/workers/a/xmrig/log"},
		},
		{
			"a program beside the key", wireSpec{Path: "/home/me/wallet/note", Hidden: hidden},
			[]string{"/home/me/wallet/note"}, nil, []string{"/home/me/wallet/key", "/home/me/.ssh/id"},
		},
		{
			"a program in a hidden folder", wireSpec{Path: "/etc/gpuarbiter/config.yaml", Hidden: hidden},
			[]string{"/etc/gpuarbiter/config.yaml"}, nil, []string{"/var/state/gpuarbiter.db"},
		},
		{
			"all is hidden", wireSpec{Path: "/opt/xmrig/xmrig", Write: []string{"/"}, Hidden: []string{"/tmp", "/etc/passwd"}},
			[]string{"/etc/ssl/ca"}, nil, []string{"/tmp/x", "/etc/passwd", "/var/state/gpuarbiter.db", "/home/me/.ssh/id"},
		},
	}
	covers := func(g grant, path string) bool { return g.Path == path || strings.HasPrefix(path, g.Path+"/") }
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			got := grantsFor(test.spec, fakeTree(system))
			for _, path := range slices.Concat(test.may, test.mayWrite) {
				if !slices.ContainsFunc(got, func(g grant) bool { return covers(g, path) }) {
					t.Errorf("%s is not granted: %v", path, got)
				}
			}
			for _, path := range test.mayWrite {
				if !slices.ContainsFunc(got, func(g grant) bool { return covers(g, path) && (g.Kind == grantWrite || g.Kind == grantDevice) }) {
					t.Errorf("%s cannot be written to: %v", path, got)
				}
			}
			for _, path := range test.not {
				if i := slices.IndexFunc(got, func(g grant) bool { return covers(g, path) }); i >= 0 {
					t.Errorf("%s is granted by %v", path, got[i])
				}
			}
			if !slices.Equal(got, grantsFor(test.spec, fakeTree(system))) {
				t.Error("the same spec gives other grants")
			}
		})
	}
}

func TestUnconfinedSaysIt(t *testing.T) {
	for abi, want := range map[int]string{0: "no Landlock", 1: "empty its files", 2: "empty its files", 3: "signals", 5: "signals", 6: "", 9: ""} {
		if got := unconfined(abi); !strings.Contains(got, want) || (want == "") != (got == "") {
			t.Errorf("ABI %d: %q, want %q in it", abi, got, want)
		}
	}
}
