package dataset

import (
	"context"
	"crypto/x509"
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"
	"net/netip"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

func fetchString(t *testing.T, uri string, opts FetchOptions) (string, error) {
	t.Helper()
	path, err := Fetch(t.Context(), uri, opts)
	if err != nil {
		return "", err
	}
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(b), nil
}

func TestFetchCaches(t *testing.T) {
	hits := 0
	srv := httptest.NewTLSServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		hits++
		fmt.Fprintf(w, "answer %d", hits)
	}))
	defer srv.Close()
	pool := x509.NewCertPool()
	pool.AddCert(srv.Certificate())
	opts := FetchOptions{CacheDir: t.TempDir(), AllowPrivate: true, RootCAs: pool}
	for _, tt := range []struct {
		change func()
		want   string
	}{
		{func() {}, "answer 1"},
		{func() {}, "answer 1"}, // from the cache
		{func() { opts.Refresh = true }, "answer 2"},
		{func() { opts.Refresh = false }, "answer 2"},
		{func() { opts.Key[0] = 1 }, "answer 3"}, // another challenge
	} {
		tt.change()
		if got, err := fetchString(t, srv.URL, opts); err != nil || got != tt.want {
			t.Fatalf("%q, %v: want %q", got, err, tt.want)
		}
	}
	opts.RootCAs, opts.Refresh = nil, true
	if _, err := fetchString(t, srv.URL, opts); err == nil {
		t.Error("an unknown certificate is accepted")
	}
}

func TestFetchRefuses(t *testing.T) {
	dir := t.TempDir()
	file := writeFile(t, dir, "secret", []byte("secret"))
	srv := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		t.Errorf("the server was reached for %s", r.URL)
	}))
	defer srv.Close()
	port := srv.URL[strings.LastIndex(srv.URL, ":"):]
	http := FetchOptions{AllowHTTP: true}
	for _, tt := range []struct {
		uri  string
		opts FetchOptions
	}{
		{srv.URL, FetchOptions{AllowPrivate: true}}, // http
		{srv.URL, http}, // loopback
		{"http://localhost" + port, http},
		{"http://127.1.2.3" + port, http},
		{"http://[::ffff:127.0.0.1]" + port, http},
		{"http://[::1]" + port, http},
		{"http://0.0.0.0" + port, http},
		{"http://169.254.169.254/latest/meta-data", http},
		{"https://10.0.0.1/", FetchOptions{}},
		{"file://" + file, FetchOptions{}},
		{"file://host" + file, FetchOptions{AllowFile: true}},
		{"file:secret", FetchOptions{AllowFile: true}},
		{"ftp://example.org/a", FetchOptions{}},
		{"gopher:example", FetchOptions{}},
		{"https:///path", FetchOptions{}},
		{"https://user:pass@example.org/", FetchOptions{}},
		{"relative/path", FetchOptions{}},
		{"", FetchOptions{}},
	} {
		tt.opts.CacheDir = dir
		_, err := fetchString(t, tt.uri, tt.opts)
		if !errors.Is(err, ErrRefused) {
			t.Errorf("%s: %v, want ErrRefused", tt.uri, err)
		}
		if err != nil && strings.Contains(err.Error(), "pass@") {
			t.Errorf("the error shows a password: %v", err)
		}
	}
	if entries, _ := os.ReadDir(dir); len(entries) != 1 {
		t.Errorf("refused downloads left files: %v", entries)
	}
}

func TestFetchFile(t *testing.T) {
	dir := t.TempDir()
	path := writeFile(t, dir, "b", []byte("bundle"))
	opts := FetchOptions{CacheDir: t.TempDir(), AllowFile: true, MaxBytes: 6}
	if got, err := fetchString(t, "file://"+path, opts); err != nil || got != "bundle" {
		t.Fatalf("%q, %v", got, err)
	}
	opts.Refresh, opts.MaxBytes = true, 5
	if _, err := fetchString(t, "file://"+path, opts); !errors.Is(err, ErrTooLarge) {
		t.Errorf("%v, want ErrTooLarge", err)
	}
	opts.Refresh = false
	if got, err := fetchString(t, "file://"+path, opts); err != nil || got != "bundle" {
		t.Errorf("a failed refresh took the cached file: %q, %v", got, err)
	}
	if _, err := fetchString(t, "file://"+dir, opts); err == nil {
		t.Error("a directory was fetched")
	}
	if _, err := fetchString(t, "file://"+filepath.Join(dir, "none"), opts); err == nil {
		t.Error("an absent file was fetched")
	}
}

func TestFetchRedirects(t *testing.T) {
	mux := http.NewServeMux()
	srv := httptest.NewServer(mux)
	defer srv.Close()
	to := func(from, to string) { mux.Handle(from, http.RedirectHandler(to, http.StatusFound)) }
	for i := range 4 {
		to(fmt.Sprintf("/%d", i+1), fmt.Sprintf("/%d", i))
	}
	mux.HandleFunc("/0", func(w http.ResponseWriter, r *http.Request) { fmt.Fprint(w, "here") })
	to("/file", "file:///etc/passwd")
	to("/credentials", "http://a:b@127.0.0.1/")
	opts := FetchOptions{CacheDir: t.TempDir(), AllowHTTP: true, AllowPrivate: true, AllowFile: true}
	if got, err := fetchString(t, srv.URL+"/3", opts); err != nil || got != "here" {
		t.Errorf("three redirects: %q, %v", got, err)
	}
	for _, path := range []string{"/4", "/file", "/credentials"} {
		if _, err := fetchString(t, srv.URL+path, opts); !errors.Is(err, ErrRefused) {
			t.Errorf("%s: %v, want ErrRefused", path, err)
		}
	}
	// From https to http, and so out of what is allowed.
	tls := httptest.NewTLSServer(http.RedirectHandler(srv.URL+"/0", http.StatusFound))
	defer tls.Close()
	pool := x509.NewCertPool()
	pool.AddCert(tls.Certificate())
	opts.RootCAs, opts.AllowHTTP = pool, false
	if _, err := fetchString(t, tls.URL, opts); !errors.Is(err, ErrRefused) {
		t.Errorf("https to http: %v, want ErrRefused", err)
	}
}

func TestFetchBadAnswers(t *testing.T) {
	stop := make(chan struct{})
	mux := http.NewServeMux()
	mux.HandleFunc("/announced", func(w http.ResponseWriter, r *http.Request) { w.Header().Set("Content-Length", "2000") })
	mux.HandleFunc("/streamed", func(w http.ResponseWriter, r *http.Request) {
		for range 100 {
			fmt.Fprint(w, strings.Repeat("x", 100))
			w.(http.Flusher).Flush()
		}
	})
	mux.HandleFunc("/short", func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Length", "100")
		fmt.Fprint(w, "x")
	})
	mux.HandleFunc("/slow", func(w http.ResponseWriter, r *http.Request) {
		fmt.Fprint(w, "x")
		w.(http.Flusher).Flush()
		<-stop
	})
	srv := httptest.NewServer(mux)
	defer srv.Close()
	defer close(stop)
	dir := t.TempDir()
	opts := FetchOptions{CacheDir: dir, AllowHTTP: true, AllowPrivate: true, MaxBytes: 1000, Timeout: 200 * time.Millisecond}
	for path, want := range map[string]error{
		"/announced": ErrTooLarge, "/streamed": ErrTooLarge, "/short": nil, "/slow": context.DeadlineExceeded, "/404": nil,
	} {
		_, err := fetchString(t, srv.URL+path, opts)
		if err == nil || want != nil && !errors.Is(err, want) {
			t.Errorf("%s: %v, want %v", path, err, want)
		}
	}
	if entries, _ := os.ReadDir(dir); len(entries) != 0 {
		t.Errorf("failed downloads left files: %v", entries)
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := Fetch(ctx, srv.URL+"/404", opts); !errors.Is(err, context.Canceled) {
		t.Errorf("cancelled: %v", err)
	}
}

func TestPublicAddresses(t *testing.T) {
	for ip, want := range map[string]bool{
		"8.8.8.8": true, "1.1.1.1": true, "100.63.255.255": true, "100.128.0.1": true, "172.32.0.1": true, "2606:4700::1111": true,
		"64:ff9b::808:808": true, "::ffff:8.8.8.8": true, "198.20.0.1": true,
		"127.0.0.1": false, "10.1.2.3": false, "172.16.0.1": false, "172.31.255.255": false, "192.168.1.1": false, "169.254.169.254": false,
		"100.64.0.1": false, "100.127.255.255": false, "0.0.0.0": false, "0.1.2.3": false, "224.0.0.1": false, "239.1.1.1": false,
		"255.255.255.255": false, "240.0.0.1": false, "198.18.0.1": false, "198.19.255.255": false, "192.0.2.1": false,
		"::": false, "::1": false, "fe80::1": false, "fe80::1%eth0": false, "fc00::1": false, "fd12::1": false, "ff02::1": false,
		"::ffff:10.0.0.1": false, "::ffff:127.0.0.1": false, "64:ff9b::a00:1": false, "64:ff9b:1::a00:1": false, "2002:a00:1::": false,
		"2001::1": false, "2001:db8::1": false, "::7f00:1": false, "fec0::1": false, "100::1": false, "4000::1": false,
	} {
		if got := isPublic(netip.MustParseAddr(ip)); got != want {
			t.Errorf("%s: public %v, want %v", ip, got, want)
		}
	}
}
