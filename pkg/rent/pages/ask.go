package pages

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"maps"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/gpuarbiter/gpuarbiter/pkg/page"
	"github.com/gpuarbiter/gpuarbiter/pkg/plain"
)

// Ask is how something is asked of a host, or told it: by a URL, by a program's output, or by a
// file.
type Ask struct {
	URL     page.Text            `yaml:"url"`
	Method  string               `yaml:"method"` // default GET, with a body PUT
	Headers map[string]page.Text `yaml:"headers"`
	Body    page.Text            `yaml:"body"`
	Command []page.Group         `yaml:"command"`
	File    page.Text            `yaml:"file"`
	Format  page.Format          `yaml:"format"` // of the answer; default json
	// Good must be true of an answer that is one: many a host says 200 and means an error. None: any is.
	Good page.Expr `yaml:"good"`
}

// Set reports whether there is anything to ask.
func (a Ask) Set() bool { return a.URL.Set() || len(a.Command) > 0 || a.File.Set() }

// Runner runs a program to its end and gives what it has printed.
type Runner func(ctx context.Context, argv []string) ([]byte, error)

// Do asks, and reads the answer, for as long as ctx lasts. Secrets are in no error.
func (a Ask) Do(ctx context.Context, v Vars, run Runner) (any, error) {
	raw, err := a.raw(ctx, v, run)
	if err == nil {
		var tree any
		if tree, err = a.Read(ctx, raw); err == nil {
			return tree, nil
		}
	}
	return nil, Hushed(err, v.Secrets)
}

// Read makes a tree of an answer, if it is a good one.
func (a Ask) Read(ctx context.Context, raw []byte) (any, error) {
	if len(raw) > page.MaxBody {
		return nil, fmt.Errorf("the answer is longer than %d bytes: %w", page.MaxBody, page.ErrUnreadable)
	}
	tree, err := a.Format.Parse(raw)
	if err != nil { // of an answer that was cut nothing is believed: what is missing may be the contract
		return nil, fmt.Errorf("%w: %w", page.ErrUnreadable, plain.Error(err))
	}
	if (a.Format == "" || a.Format == page.JSON) && !json.Valid(plain.JSON(raw)) { // the host has failed behind it
		return nil, fmt.Errorf("something stands behind the answer: %w", page.ErrUnreadable)
	}
	if a.Good.Set() {
		if good, ok := a.Good.Truth(ctx, tree, page.About{}); !ok || !good {
			return nil, fmt.Errorf("the host says that it failed: %s", plain.Line(string(raw[:min(len(raw), 10*mostWords)])))
		}
	}
	return tree, nil
}

func (a Ask) raw(ctx context.Context, v Vars, run Runner) ([]byte, error) {
	switch {
	case a.URL.Set():
		return a.http(ctx, v)
	case a.File.Set():
		path, err := a.File.Render(v)
		if err != nil {
			return nil, err
		}
		return plain.ReadFile(path, 0, page.MaxBody)
	case len(a.Command) > 0:
		argv, err := renderAll(a.Command, v)
		if err != nil {
			return nil, err
		}
		return run(ctx, argv)
	}
	return nil, errors.New("there is nothing to ask")
}

func (a Ask) http(ctx context.Context, v Vars) ([]byte, error) {
	at, err := a.URL.Render(v)
	if err != nil {
		return nil, err
	}
	body, err := a.Body.Render(v)
	if err != nil {
		return nil, err
	}
	method := a.Method
	if method == "" {
		method = http.MethodGet
		if a.Body.Set() {
			method = http.MethodPut
		}
	}
	req, err := http.NewRequestWithContext(ctx, method, at, strings.NewReader(body))
	if err != nil {
		return nil, err
	}
	for k, t := range a.Headers {
		value, err := t.Render(v)
		if err != nil {
			return nil, err
		}
		req.Header.Set(k, value)
	}
	client := http.Client{ // no redirects, so that a secret goes nowhere else
		Transport:     &http.Transport{DisableKeepAlives: true, DisableCompression: true, MaxResponseHeaderBytes: 64 << 10, Proxy: http.ProxyFromEnvironment},
		CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse },
	}
	resp, err := client.Do(req)
	if err != nil {
		var wrapped *url.Error
		if errors.As(err, &wrapped) { // its text holds the URL
			err = wrapped.Err
		}
		return nil, fmt.Errorf("%s: %w", req.URL.Host, err)
	}
	defer resp.Body.Close()
	answer, err := io.ReadAll(io.LimitReader(resp.Body, page.MaxBody+1))
	if err != nil {
		return nil, fmt.Errorf("%s: %w", req.URL.Host, err)
	}
	if resp.StatusCode < 200 || resp.StatusCode > 299 {
		err := fmt.Errorf("%s: status %d: %s", req.URL.Host, resp.StatusCode, plain.Line(string(bytes.TrimSpace(answer[:min(len(answer), 10*mostWords)]))))
		if wait := retryAfter(resp.Header.Get("Retry-After"), v.Now); wait > 0 {
			err = Later{wait, err}
		}
		return nil, err
	}
	return answer, nil
}

// Later is a host that wants to be left alone for a while: who asks too often is banned.
type Later struct {
	After time.Duration
	Err   error
}

// Error implements error.
func (l Later) Error() string { return l.Err.Error() }

// Unwrap is what the host answered.
func (l Later) Unwrap() error { return l.Err }

// mostLater bounds what a host may ask for: it is not to keep a device let for ever by one answer.
const mostLater = time.Hour

// retryAfter reads Retry-After: seconds or a date (RFC 9110, 10.2.3).
func retryAfter(text string, now time.Time) time.Duration {
	if seconds, err := strconv.ParseUint(strings.TrimSpace(text), 10, 31); err == nil {
		return min(time.Duration(seconds)*time.Second, mostLater)
	}
	if at, err := http.ParseTime(text); err == nil {
		return min(max(at.Sub(now), 0), mostLater)
	}
	return 0
}

// mostWords bounds what an error says of an answer, in bytes. It is cut once secrets are out.
const mostWords = 300

// Hushed is an error without the secrets, and no longer than a person reads.
func Hushed(err error, secrets map[string]string) error {
	text := err.Error()
	for _, secret := range secrets {
		if secret != "" {
			text = strings.ReplaceAll(text, secret, "***")
		}
	}
	if len(text) > mostWords {
		text = text[:mostWords] + "..."
	}
	if text == err.Error() {
		return err
	}
	hushed := errors.New(text)
	var later Later
	if errors.As(err, &later) {
		return Later{later.After, hushed}
	}
	return hushed
}

func (a Ask) try(v Vars) error {
	texts := slices.AppendSeq([]page.Text{a.URL, a.Body, a.File}, maps.Values(a.Headers))
	for _, t := range texts {
		if _, err := t.Render(v); err != nil {
			return err
		}
	}
	_, err := renderAll(a.Command, v)
	return err
}

// Skipped reports whether there is nothing to ask with these values: a URL that comes out
// empty is left out.
func (a Ask) Skipped(v Vars) bool {
	at, err := a.URL.Render(v)
	return err == nil && at == "" && a.URL.Set()
}
