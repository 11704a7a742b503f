package standin

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"
)

// Trouble is how a host that would have answered well does not. The zero value is none.
type Trouble struct {
	Name   string
	Status int                 // HTTP's; a command ends with 1
	Header map[string]string   // HTTP's, beside it
	Body   func([]byte) []byte // what is said in the place of the sound answer; nil: that itself
	Torn   bool                // the connection breaks, or the command dies, in the middle of the answer
	Silent bool                // nothing is said, and nothing ends, until who asks gives up
	Stalls bool                // the same, in the middle of the answer
}

// Says is a body in the place of any answer.
func Says(text string) func([]byte) []byte { return func([]byte) []byte { return []byte(text) } }

// Troubles are the ways of hosts that are overloaded, broken, or behind something that is. Where
// a status, or the way in which it ends, alone tells that the answer is none, the sound answer
// stands in it: whoever believes it is caught.
var Troubles = []Trouble{
	{Name: "too many requests", Status: http.StatusTooManyRequests, Header: map[string]string{"Retry-After": "120"}},
	{Name: "a fault of its own", Status: http.StatusInternalServerError},
	{Name: "away to another place", Status: http.StatusFound, Header: map[string]string{"Location": "/elsewhere"}},
	{Name: "no such key", Status: http.StatusUnauthorized},
	{Name: "a page for people", Header: map[string]string{"Content-Type": "text/html"}, Body: Says("<!DOCTYPE html><html><title>Just a moment...</title></html>")},
	{Name: "garbage", Body: Says("\x00\xff\x17\x8b{]\"")},
	{Name: "nothing", Body: Says("")},
	{Name: "null", Body: Says("null")},
	{Name: "an empty list", Body: Says("[]")},
	{Name: "an empty object", Body: Says("{}")},
	{Name: "a word", Body: Says(`"free"`)},
	{Name: "an error that is called none", Body: Says(`{"error":"database is locked"}`)},
	{Name: "cut off", Body: func(b []byte) []byte { return b[:len(b)/2] }},
	{Name: "its last byte is missing", Body: func(b []byte) []byte { return bytes.TrimSpace(b)[:len(bytes.TrimSpace(b))-1] }},
	{Name: "an error behind the answer", Body: func(b []byte) []byte { return append(slices.Clone(b), "\n<br />Fatal error: out of memory"...) }},
	{Name: "endless", Body: func(b []byte) []byte { return append(slices.Clone(b), strings.Repeat(" ", 2<<20)...) }},
	{Name: "torn", Torn: true},
	{Name: "silent", Silent: true},
	{Name: "it stalls", Stalls: true},
}

// Asked is what a host was asked, or told.
type Asked struct {
	Method, Path string
	Query        url.Values
	Header       http.Header
	Body         string
	Argv         []string // of a command
}

// spoiler notes what is asked of a host, and knows how its answers are spoilt.
type spoiler struct {
	mu      sync.Mutex
	trouble Trouble
	asked   []Asked
}

// Spoil has all answers from now on be of this kind; the zero value mends them.
func (s *spoiler) Spoil(t Trouble) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.trouble = t
}

// Asked is what was asked since it was last called.
func (s *spoiler) Asked() []Asked {
	s.mu.Lock()
	defer s.mu.Unlock()
	asked := s.asked
	s.asked = nil
	return asked
}

// note keeps what is asked, and is the trouble that is in force.
func (s *spoiler) note(a Asked) Trouble {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.asked = append(s.asked, a)
	return s.trouble
}

// Front is a web server that stands before a host's stand-in.
type Front struct {
	spoiler
	URL  string
	host http.Handler
}

// NewFront serves a host until the test ends.
func NewFront(t testing.TB, host http.Handler) *Front {
	return frontAt(t, nil, host)
}

func frontAt(t testing.TB, l net.Listener, host http.Handler) *Front {
	f := &Front{host: host}
	server := httptest.NewUnstartedServer(f)
	if l != nil {
		_ = server.Listener.Close()
		server.Listener = l
	}
	server.Start()
	t.Cleanup(server.Close)
	f.URL = server.URL
	return f
}

// ServeHTTP implements http.Handler.
func (f *Front) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	body, _ := io.ReadAll(r.Body)
	trouble := f.note(Asked{Method: r.Method, Path: r.URL.Path, Query: r.URL.Query(), Header: r.Header, Body: string(body)})
	if trouble.Silent {
		<-r.Context().Done()
		return
	}
	r.Body = io.NopCloser(strings.NewReader(string(body)))
	sound := httptest.NewRecorder()
	f.host.ServeHTTP(sound, r)
	answer, status := sound.Body.Bytes(), sound.Code
	if trouble.Body != nil {
		answer = trouble.Body(answer)
	}
	if trouble.Status != 0 {
		status = trouble.Status
	}
	w.Header().Set("Content-Type", "application/json")
	for k, v := range trouble.Header {
		w.Header().Set(k, v)
	}
	w.Header().Set("Content-Length", strconv.Itoa(len(answer)))
	w.WriteHeader(status)
	if !trouble.Torn && !trouble.Stalls {
		_, _ = w.Write(answer)
		return
	}
	_, _ = w.Write(answer[:len(answer)/2])
	_ = http.NewResponseController(w).Flush()
	if trouble.Stalls {
		<-r.Context().Done()
	}
	panic(http.ErrAbortHandler) // a connection that breaks, and no line in the log
}

// Commands are a host that is asked by its programs.
type Commands struct {
	spoiler
	answer func(argv []string) (string, error)
}

// Run is a program's output, as if it had been run.
func (c *Commands) Run(ctx context.Context, argv []string) ([]byte, error) {
	trouble := c.note(Asked{Argv: argv})
	if trouble.Silent || trouble.Stalls {
		<-ctx.Done()
		return nil, ctx.Err()
	}
	text, err := c.answer(argv)
	answer := []byte(text)
	if trouble.Body != nil {
		answer = trouble.Body(answer)
	}
	switch {
	case trouble.Torn:
		return answer[:len(answer)/2], errors.New("signal: killed")
	case trouble.Status != 0:
		return answer, fmt.Errorf("%s ends with exit 1", argv[0])
	}
	return answer, err
}
