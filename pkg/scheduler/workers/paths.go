package workers

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/gpuarbiter/gpuarbiter/pkg/atomicfile"
	"github.com/gpuarbiter/gpuarbiter/pkg/gpu"
)

// home makes a worker's folder for what it keeps, such as compiled kernels, and
// an empty one for temporary files, and gives the variables that name them: the
// daemon's own are closed to it.
func (l *Launcher) home(d gpu.Device, kind string) (dir string, env []string, err error) {
	if dir, err = l.dir(d, kind); err != nil {
		return "", nil, err
	}
	temp := filepath.Join(dir, "tmp")
	if err := os.RemoveAll(temp); err != nil {
		return "", nil, fmt.Errorf("worker's folder: %w", err)
	}
	if err := os.Mkdir(temp, 0o700); err != nil {
		return "", nil, fmt.Errorf("worker's folder: %w", err)
	}
	return dir, []string{"HOME=" + dir, "TMPDIR=" + temp}, nil
}

// writeFile writes a file for a worker to read, mode 0600. What stands in its place,
// such as a link to a file of the daemon's, the worker may have put there to be
// written through: it is replaced.
func writeFile(path string, content []byte) error { return atomicfile.WriteBytes(path, 0o600, content) }

// pathVariables hold paths of programs, libraries and certificates.
var pathVariables = []string{"PATH", "LD_LIBRARY_PATH", "XLA_FLAGS", "SSL_CERT_FILE", "SSL_CERT_DIR"}

// pathsIn are the absolute paths that a worker's environment and arguments name:
// it is meant to open them. HOME and TMPDIR are not among them.
func pathsIn(env, args []string) []string {
	var paths []string
	add := func(text string) {
		if filepath.IsAbs(text) && filepath.Clean(text) != "/" {
			paths = append(paths, filepath.Clean(text))
		}
	}
	for _, kv := range env {
		name, value, _ := strings.Cut(kv, "=")
		for _, known := range pathVariables {
			if name == known {
				for _, part := range strings.FieldsFunc(value, func(r rune) bool { return r == ':' || r == ' ' || r == '=' }) {
					add(part)
				}
			}
		}
	}
	for _, arg := range args {
		_, value, _ := strings.Cut(arg, "=")
		add(value)
		add(arg)
	}
	return paths
}

// pluginPaths are what an XLA backend ("xla:/path/plugin.so,option=value") opens:
// the plugin's folder.
func pluginPaths(backend string) []string {
	rest, ok := strings.CutPrefix(backend, "xla:")
	if !ok {
		return nil
	}
	plugin, _, _ := strings.Cut(rest, ",")
	return []string{filepath.Dir(plugin)}
}
