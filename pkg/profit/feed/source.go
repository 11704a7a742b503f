package feed

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"os"
	"strconv"
	"strings"
	"sync"
	"time"

	"go.uber.org/zap"

	"github.com/gpuarbiter/gpuarbiter/pkg/config"
	"github.com/gpuarbiter/gpuarbiter/pkg/plain"
	"github.com/gpuarbiter/gpuarbiter/pkg/process"
)

// Limits of what a source may take.
const (
	maxAnswer  = 8 << 20
	maxPages   = 5
	firstGap   = 15 * time.Second // until a source that failed is tried again: it may be the network, which comes up after us
	longestGap = time.Hour        // between tries of a source that fails
	longestAsk = 6 * time.Hour    // that a source may ask us to wait
)

// source asks one configured source now and then.
type source struct {
	name string
	cfg  config.Source
	now  func() time.Time
	log  *zap.Logger

	mu       sync.Mutex
	answer   Answer
	fault    string // why the latest try failed; "" if it did not
	failures int
	asked    bool
	host     string        // that said what time it is
	ahead    time.Duration // of our clock, by its
	after    func()        // is called after each answer; nil: nobody waits for it
}

// said is the source's latest good answer, and why a later one is missing.
func (s *source) said() (Answer, string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if !s.asked {
		return s.answer, s.name + " has not answered yet"
	}
	return s.answer, s.fault
}

// run asks until ctx ends.
func (s *source) run(ctx context.Context) {
	for {
		timer := time.NewTimer(s.ask(ctx))
		if s.after != nil {
			s.after()
		}
		select {
		case <-ctx.Done():
			timer.Stop()
			return
		case <-timer.C:
		}
	}
}

// ask asks once, remembers what is said, and returns when to ask again.
func (s *source) ask(ctx context.Context) time.Duration {
	ctx, cancel := context.WithTimeout(ctx, s.cfg.Timeout)
	defer cancel()
	answer, err := s.fetch(ctx)
	s.mu.Lock()
	defer s.mu.Unlock()
	if ctx.Err() == context.Canceled {
		return 0
	}
	s.asked = true
	if err == nil {
		if s.fault != "" {
			s.log.Info("source answers again", zap.String("source", s.name))
		}
		s.answer, s.fault, s.failures = answer, "", 0
		s.answer.At = s.now()
		return s.cfg.Every
	}
	if fault := s.cfg.URL.Cloak(err).Error(); fault != s.fault {
		s.log.Warn("source", zap.String("source", s.name), zap.String("fault", fault))
		s.fault = fault
	}
	s.failures++
	wait := min(firstGap<<min(s.failures-1, 10), longestGap)
	var later retryLater
	if errors.As(err, &later) { // it is there, and asks for patience
		wait = max(min(s.cfg.Every<<min(s.failures, 6), max(longestGap, s.cfg.Every)), min(later.after, longestAsk))
	}
	return wait
}

// retryLater is an answer that asks for patience.
type retryLater struct {
	status string
	after  time.Duration
}

func (e retryLater) Error() string {
	if e.after > 0 {
		return fmt.Sprintf("%s, asks to wait %s", e.status, e.after)
	}
	return e.status
}

func (s *source) fetch(ctx context.Context) (Answer, error) {
	parse, o := parsers[s.cfg.Type], options{s.cfg.CoinUnits, s.cfg.BlockTime}
	if o.units == 0 {
		o.units = 1
	}
	if s.cfg.Type == "command" {
		out, stderr, exit := process.Run(ctx, s.cfg.Command, process.RunOptions{Env: commandEnv(s.cfg.KeyEnv), MaxOutputBytes: maxAnswer})
		switch {
		case exit.Err != nil:
			return Answer{}, exit.Err
		case exit.Code != 0:
			return Answer{}, fmt.Errorf("%s ended with code %d: %.200s", s.cfg.Command[0], exit.Code, strings.TrimSpace(string(stderr)))
		}
		return parse(out, s.now(), o)
	}
	address, err := s.address()
	if err != nil {
		return Answer{}, err
	}
	var all Answer
	for page := 0; address != "" && page < maxPages; page++ {
		body, err := s.get(ctx, address)
		if err != nil {
			return Answer{}, err
		}
		a, err := parse(body, s.now(), o)
		if err != nil {
			return Answer{}, err
		}
		if page == 0 {
			all = a
		} else {
			all.Slots = append(all.Slots, a.Slots...)
		}
		if address, err = onward(address, a.Next); err != nil {
			return Answer{}, err
		}
	}
	if len(all.Slots) > 0 {
		return all.inOrder(nil)
	}
	return all, nil
}

// onward is the next page's address, which must be on the same host: the key goes
// with it.
func onward(from, to string) (string, error) {
	if to == "" {
		return "", nil
	}
	base, err := url.Parse(from)
	if err != nil {
		return "", err
	}
	next, err := base.Parse(to)
	if err != nil || next.Host != base.Host || next.Scheme != base.Scheme {
		return "", errors.New("the next page is on another host")
	}
	return next.String(), nil
}

// address is where to ask, with the times that are asked for.
func (s *source) address() (string, error) {
	u, err := url.Parse(s.cfg.URL.Reveal())
	if err != nil {
		return "", err
	}
	q, now := u.Query(), s.now()
	set := func(key, value string) {
		if !q.Has(key) {
			q.Set(key, value)
		}
	}
	switch s.cfg.Type {
	case "awattar":
		set("start", strconv.FormatInt(now.Add(-time.Hour).UnixMilli(), 10))
		set("end", strconv.FormatInt(now.Add(48*time.Hour).UnixMilli(), 10))
	case "octopus":
		set("period_from", now.Add(-time.Hour).UTC().Format(time.RFC3339))
		set("period_to", now.Add(48*time.Hour).UTC().Format(time.RFC3339))
		set("page_size", "200")
	case "coingecko":
		set("ids", strings.Join(s.cfg.IDs, ","))
		set("vs_currencies", "usd")
		set("include_last_updated_at", "true")
		set("precision", "full")
	}
	u.RawQuery = q.Encode()
	return u.String(), nil
}

// client follows redirects on the same host only: a key is for who it was given.
var client = &http.Client{CheckRedirect: func(r *http.Request, via []*http.Request) error {
	if len(via) > 5 || r.URL.Host != via[0].URL.Host || r.URL.Scheme != via[0].URL.Scheme {
		return http.ErrUseLastResponse
	}
	return nil
}}

func (s *source) get(ctx context.Context, address string) ([]byte, error) {
	r, err := http.NewRequestWithContext(ctx, http.MethodGet, address, nil)
	if err != nil {
		return nil, errors.New("the address cannot be used")
	}
	r.Header.Set("Accept", "application/json")
	r.Header.Set("User-Agent", "gpuarbiter")
	key, err := s.key()
	if err != nil {
		return nil, err
	}
	if key != "" {
		header, value := s.cfg.Header(key)
		r.Header.Set(header, value)
	}
	asked := s.now()
	resp, err := client.Do(r)
	if err != nil {
		var failed *url.Error
		if errors.As(err, &failed) { // without the address: it may hold a key
			err = failed.Err
		}
		return nil, fmt.Errorf("%s does not answer: %w", r.URL.Host, err)
	}
	defer resp.Body.Close()
	if ahead, ok := clockOf(resp.Header, asked, s.now()); ok {
		s.mu.Lock()
		s.host, s.ahead = r.URL.Host, ahead
		s.mu.Unlock()
	}
	body, err := io.ReadAll(io.LimitReader(resp.Body, maxAnswer+1))
	switch {
	case resp.StatusCode == http.StatusTooManyRequests || resp.StatusCode == http.StatusServiceUnavailable || resp.StatusCode == http.StatusPaymentRequired:
		return nil, retryLater{fmt.Sprintf("%s: %s", r.URL.Host, resp.Status), retryAfter(resp.Header.Get("Retry-After"), s.now())}
	case resp.StatusCode == http.StatusUnauthorized || resp.StatusCode == http.StatusForbidden:
		return nil, fmt.Errorf("%s: %s: does it want a key (sources.%s.key_env or key_file)?", r.URL.Host, resp.Status, s.name)
	case resp.StatusCode < 200 || resp.StatusCode > 299:
		return nil, fmt.Errorf("%s: %s", r.URL.Host, resp.Status)
	case err != nil:
		return nil, fmt.Errorf("%s: %w", r.URL.Host, err)
	case len(body) > maxAnswer:
		return nil, fmt.Errorf("%s: more than %d MiB", r.URL.Host, maxAnswer>>20)
	}
	return body, nil
}

// retryAfter is a number of seconds, or a time.
func retryAfter(v string, now time.Time) time.Duration {
	if seconds, err := strconv.Atoi(v); err == nil && seconds >= 0 && seconds < 1e9 {
		return time.Duration(seconds) * time.Second
	}
	if at, err := http.ParseTime(v); err == nil {
		return max(at.Sub(now), 0)
	}
	return 0
}

// key is read anew each time: a file that has changed needs no restart.
func (s *source) key() (string, error) {
	if s.cfg.KeyFile != "" {
		b, err := plain.ReadFile(s.cfg.KeyFile, 0, 1<<16)
		if err != nil {
			return "", err
		}
		key, err := config.SecretLine(b)
		if err != nil {
			return "", fmt.Errorf("%s: %w", s.cfg.KeyFile, err)
		}
		return strings.TrimSpace(key), nil
	}
	if s.cfg.KeyEnv == "" {
		return "", nil
	}
	key := os.Getenv(s.cfg.KeyEnv)
	if key == "" {
		return "", fmt.Errorf("the environment has no %s", s.cfg.KeyEnv)
	}
	return key, nil
}

// commandEnv is what a command needs, and its key; not what else we hold.
func commandEnv(key string) []string {
	var env []string
	for _, name := range []string{"PATH", "HOME", "TMPDIR", "LANG", key} {
		if v, ok := os.LookupEnv(name); ok && name != "" {
			env = append(env, name+"="+v)
		}
	}
	return env
}
