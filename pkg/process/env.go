package process

import (
	"os"
	"strings"
)

// workerEnv is the given environment, the last of equal keys winning, with our
// marks in it.
func workerEnv(env []string, owner, id string) []string {
	env = append(append([]string(nil), env...), EnvOwner+"="+owner, EnvWorker+"="+id)
	last := make(map[string]int, len(env))
	for i, entry := range env {
		key, _, _ := strings.Cut(entry, "=")
		last[key] = i
	}
	kept := make([]string, 0, len(env))
	for i, entry := range env {
		key, _, _ := strings.Cut(entry, "=")
		if last[key] == i && key != EnvSupervisor {
			kept = append(kept, entry)
		}
	}
	return kept
}

// supervisorEnv is what a supervisor needs: neither the worker's environment,
// by which occupants of a device are known, nor the daemon's, which may hold secrets.
func supervisorEnv(owner string) []string {
	env := []string{EnvSupervisor + "=" + owner}
	for _, key := range []string{"PATH", "HOME", "TMPDIR", "GOCOVERDIR"} {
		if value, ok := os.LookupEnv(key); ok {
			env = append(env, key+"="+value)
		}
	}
	return env
}
