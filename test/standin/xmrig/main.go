// Command xmrig stands in for XMRig: it reads --config=FILE and serves its API in the
// shape that a file "mode" beside it names.
package main

import (
	"encoding/json"
	"fmt"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/gpuarbiter/gpuarbiter/test/standin"
)

func main() {
	if err := run(); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run() error {
	var config struct{ HTTP struct{ Port int } }
	for _, arg := range os.Args[1:] {
		if path, ok := strings.CutPrefix(arg, "--config="); ok {
			b, err := os.ReadFile(path)
			if err == nil {
				err = json.Unmarshal(b, &config)
			}
			if err != nil {
				return err
			}
		}
	}
	self, err := os.Executable()
	if err != nil {
		return err
	}
	mode, err := os.ReadFile(filepath.Join(filepath.Dir(self), "mode"))
	if err != nil {
		return err
	}
	started := time.Now()
	up := func() int { return int(time.Since(started).Seconds()) }
	return http.ListenAndServe(fmt.Sprintf("127.0.0.1:%d", config.HTTP.Port), standin.XMRig(strings.TrimSpace(string(mode)), up))
}
