package workers

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"sync"
	"time"

	"go.uber.org/zap"

	"github.com/gpuarbiter/gpuarbiter/pkg/miner/drivers"
	"github.com/gpuarbiter/gpuarbiter/pkg/plain"
	"github.com/gpuarbiter/gpuarbiter/pkg/process"
)

// versionTakes bounds how long a program may take to say its version.
const versionTakes = 5 * time.Second

// versions are what programs said of themselves, by their file as it stood.
type versions struct {
	mu   sync.Mutex
	said map[string]string
}

// askVersion asks the program of a miner that tells its version nowhere else, where one below the
// protocol's floor would hash for nothing; "" where that is not so, or not known. The program is
// confined as its worker is.
func (l *Launcher) askVersion(ctx context.Context, p *drivers.Page, algorithm string, spec process.Spec) string {
	if _, floor := p.Floors[p.Usual(algorithm)]; !floor || len(p.VersionArgs) == 0 {
		return ""
	}
	path, err := process.Find(spec.Argv[0])
	if err != nil {
		return "" // the start says so
	}
	info, err := os.Stat(path)
	if err != nil {
		return ""
	}
	key := fmt.Sprint(path, info.ModTime(), info.Size())
	l.versions.mu.Lock()
	said, known := l.versions.said[key]
	l.versions.mu.Unlock()
	if known {
		return said
	}
	spec.Argv = append([]string{spec.Argv[0]}, p.VersionArgs...)
	spec.LogPath, spec.Grace = filepath.Join(spec.Dir, "version"), time.Second
	_ = os.Remove(spec.LogPath) // what it said before
	w, err := process.Start(ctx, l.Process, spec)
	if err != nil {
		l.Log.Warn("the miner cannot be asked for its version", zap.String("miner", p.Name), zap.Error(err))
		return ""
	}
	select {
	case <-w.Done():
	case <-time.After(versionTakes):
		w.Stop(ctx)
	}
	text, _ := plain.ReadFile(spec.LogPath, 0, 1<<16) // nothing said is no version
	if said = dotted.FindString(string(text)); said == "" {
		l.Log.Warn("the miner does not say its version: whether it is new enough is not known", zap.String("miner", p.Name), zap.String("needs", p.Floors[p.Usual(algorithm)].Version))
	}
	l.versions.mu.Lock()
	defer l.versions.mu.Unlock()
	if len(l.versions.said) > 100 || l.versions.said == nil {
		l.versions.said = map[string]string{}
	}
	l.versions.said[key] = said
	return said
}

var dotted = regexp.MustCompile(`[0-9]+(\.[0-9]+)+[a-z]?`)
