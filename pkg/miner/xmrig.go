package miner

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"path/filepath"
	"strconv"
	"time"

	"github.com/gpuarbiter/gpuarbiter/pkg/config"
	"github.com/gpuarbiter/gpuarbiter/pkg/miner/pow"
	"github.com/gpuarbiter/gpuarbiter/pkg/miner/xmrigconf"
)

// ErrUnauthorized means that something else answers on the API's port, or that
// the miner runs with another token: it is not our worker.
var ErrUnauthorized = errors.New("the API refuses the token")

const (
	maxBody     = 1 << 20
	pollTimeout = 5 * time.Second
	configName  = "miner.json"
)

// xmrig drives XMRig and whatever has its configuration file and API.
type xmrig struct {
	name   string
	args   []string // stand before --config
	limits bool     // knows the section "gpuarbiter" and only the algorithms of package pow
}

func (x xmrig) Name() string { return x.name }

func (x xmrig) Command(spec Spec) (Command, error) {
	file, err := x.file(spec)
	if err != nil {
		return Command{}, fmt.Errorf("%s for device %s: %w", x.name, spec.Device, err)
	}
	argv := append([]string{spec.Binary}, x.args...)
	argv = append(argv, "--config="+filepath.Join(spec.WorkDir, configName))
	return Command{
		Argv:  append(argv, spec.ExtraArgs...),
		Env:   WorkerEnv(spec),
		Dir:   spec.WorkDir,
		Files: map[string][]byte{configName: file},
	}, nil
}

func (x xmrig) file(spec Spec) ([]byte, error) {
	if err := spec.Validate(); err != nil {
		return nil, err
	}
	if x.limits {
		if _, err := pow.Lookup(spec.Algorithm); err != nil {
			return nil, err
		}
	} else if spec.HashLimit > 0 {
		return nil, fmt.Errorf("hash limit %g H/s: XMRig cannot limit its rate", spec.HashLimit)
	}
	address, err := config.ParsePool(spec.PoolURL)
	if err != nil {
		return nil, err
	}
	password := spec.Password
	if password == "" {
		password = "x"
	}
	data, err := json.MarshalIndent(xmrigconf.Config{
		API: xmrigconf.API{WorkerID: &spec.Worker},
		// Restricted: whoever learns the token can read, not steer.
		HTTP: xmrigconf.HTTP{Enabled: true, Host: "127.0.0.1", Port: spec.APIPort, AccessToken: &spec.APIToken, Restricted: true},
		// Autosave and Watch off: the file is ours, the miner must not rewrite it.
		CPU: xmrigconf.CPU{
			Enabled: true, HugePages: true, Yield: true,
			Profile: xmrigconf.Profile{Intensity: 1, Threads: max(spec.Threads, 1), Affinity: -1},
		},
		DonateLevel: 1,
		Pools: []xmrigconf.Pool{{
			Algo: &spec.Algorithm, URL: address.HostPort, User: spec.Wallet, Pass: password, RigID: optional(spec.Worker),
			Keepalive: true, Enabled: true, TLS: address.TLS, TLSFingerprint: optional(address.Fingerprint),
		}},
		PrintTime: 60, Retries: 5, RetryPause: 5,
		Extra: xmrigconf.Extra{HashLimit: spec.HashLimit},
	}, "", "  ")
	if err != nil {
		return nil, fmt.Errorf("write configuration: %w", err)
	}
	return data, nil
}

func optional(s string) *string {
	if s == "" {
		return nil
	}
	return &s
}

func (x xmrig) Poll(ctx context.Context, spec Spec) (Stats, error) {
	address := net.JoinHostPort("127.0.0.1", strconv.Itoa(spec.APIPort))
	var first error
	for _, from := range []struct {
		path  string
		parse func([]byte) (Stats, error)
	}{{"/2/summary", parseSummary}, {"/1/summary", parseSummary}, {"/2/backends", parseBackends}} {
		body, err := fetch(ctx, "http://"+address+from.path, spec.APIToken)
		var stats Stats
		if err == nil {
			stats, err = from.parse(body)
		}
		if err == nil {
			stats.At = time.Now()
			return stats, nil
		}
		if first == nil {
			first = fmt.Errorf("%s api %s: %w", x.name, address, err)
		}
		if !errors.Is(err, ErrUnreadable) { // nobody answers: the other paths would not either
			break
		}
	}
	return Stats{}, first
}

// fetch gets a JSON body of at most maxBody bytes. It follows no redirects, so
// that the token goes nowhere else, and keeps no connection.
func fetch(ctx context.Context, url, token string) ([]byte, error) {
	ctx, cancel := context.WithTimeout(ctx, pollTimeout)
	defer cancel()
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, url, nil)
	if err != nil {
		return nil, err
	}
	if token != "" {
		req.Header.Set("Authorization", "Bearer "+token)
	}
	client := http.Client{
		Transport:     &http.Transport{DisableKeepAlives: true, MaxResponseHeaderBytes: 64 << 10},
		CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse },
	}
	resp, err := client.Do(req)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	switch resp.StatusCode {
	case http.StatusOK:
	case http.StatusUnauthorized, http.StatusForbidden:
		return nil, fmt.Errorf("%s: status %d: %w", url, resp.StatusCode, ErrUnauthorized)
	default:
		return nil, fmt.Errorf("%s: status %d: %w", url, resp.StatusCode, ErrUnreadable)
	}
	body, err := io.ReadAll(io.LimitReader(resp.Body, maxBody+1))
	if err != nil {
		return nil, fmt.Errorf("%s: %w: %w", url, ErrUnreadable, err)
	}
	if len(body) > maxBody {
		return nil, fmt.Errorf("%s: the answer is longer than %d bytes: %w", url, maxBody, ErrUnreadable)
	}
	return body, nil
}
