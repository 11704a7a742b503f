package workers

import (
	"os"
	"path/filepath"
	"slices"
	"testing"

	"go.uber.org/zap"

	"github.com/gpuarbiter/gpuarbiter/pkg/gpu"
)

func TestPathsIn(t *testing.T) {
	env := []string{"PATH=/usr/bin:bin:/", "HOME=/secret", "TMPDIR=/secret", "LD_LIBRARY_PATH=/opt/cuda/lib", "XLA_FLAGS=--xla_gpu_cuda_data_dir=/opt/cuda --x=1"}
	args := []string{"--no-cpu", "--cuda-loader=/opt/xmrig/plugin.so", "/srv/pools", "relative"}
	got := pathsIn(env, args)
	if want := []string{"/usr/bin", "/opt/cuda/lib", "/opt/cuda", "/opt/xmrig/plugin.so", "/srv/pools"}; !slices.Equal(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
	if got := append(pluginPaths("go"), pluginPaths("xla:/opt/pjrt/plugin.so,a=b")...); !slices.Equal(got, []string{"/opt/pjrt"}) {
		t.Errorf("plugins %v", got)
	}
}

// A worker may fill its folder with links to what only the daemon can write: the
// daemon writes through none.
func TestPlantedLinks(t *testing.T) {
	state := t.TempDir()
	l := &Launcher{StateDir: state, Log: zap.NewNop()}
	victim := filepath.Join(state, "gpuarbiter.db")
	if err := os.WriteFile(victim, []byte("precious"), 0o600); err != nil {
		t.Fatal(err)
	}
	d := gpu.Device{UUID: "GPU-1"}
	dir, _, err := l.home(d, "xmrig")
	if err != nil {
		t.Fatal(err)
	}
	if err := os.Remove(filepath.Join(dir, "tmp")); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"miner.json", "tmp"} {
		if err := os.Symlink(victim, filepath.Join(dir, name)); err != nil {
			t.Fatal(err)
		}
	}
	if _, _, err := l.home(d, "xmrig"); err != nil {
		t.Error(err)
	}
	if err := writeFile(filepath.Join(dir, "miner.json"), []byte("ours")); err != nil {
		t.Error(err)
	}
	if text, err := os.ReadFile(victim); err != nil || string(text) != "precious" {
		t.Errorf("%q, %v", text, err)
	}
	if info, err := os.Lstat(filepath.Join(dir, "miner.json")); err != nil || info.Mode() != 0o600 {
		t.Errorf("%v, %v", info, err)
	}
}
