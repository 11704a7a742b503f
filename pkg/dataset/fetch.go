package dataset

import (
	"context"
	"crypto/tls"
	"crypto/x509"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"syscall"
	"time"

	"github.com/gpuarbiter/gpuarbiter/pkg/atomicfile"
)

// ErrRefused is wrapped where a URI asks for what the options do not allow.
var ErrRefused = errors.New("refused")

const (
	defaultFetchTimeout = 15 * time.Minute
	maxRedirects        = 3
)

// FetchOptions say where a download goes and what a stranger's URI may reach.
// The zero value allows https to public addresses only.
type FetchOptions struct {
	CacheDir string         // must exist
	Key      [32]byte       // what the bytes belong to, such as the challenge's root: two challenges may name one URI
	Refresh  bool           // download again even if the cache has it
	MaxBytes int64          // cap on the download; 0 is 512 MiB
	Timeout  time.Duration  // of the whole download; 0 is 15 minutes
	RootCAs  *x509.CertPool // nil: the system's
	// Check, if set, reads the bytes as they arrive; they are kept up to where it
	// has read, if it finds nothing wrong. What is bad ends the download at once.
	Check func(io.Reader) error

	AllowHTTP    bool // http beside https; what arrives is verified against the root either way
	AllowFile    bool // file:///absolute/path
	AllowPrivate bool // addresses that are not on the public internet
}

// Fetch brings the file behind a challenge's dataURI into the cache and
// returns its path; a file that is already there is not downloaded again. The
// URI is a stranger's: see FetchOptions for what it may reach. Addresses are
// judged when they are dialled, so neither a redirect nor a name that resolves
// differently the second time gets around it. The content is for Check to verify.
func Fetch(ctx context.Context, uri string, opts FetchOptions) (path string, err error) {
	u, err := url.Parse(uri)
	if err != nil {
		return "", fmt.Errorf("fetch: %w", err)
	}
	if err := opts.checkURL(u); err != nil {
		return "", fmt.Errorf("fetch %s: %w", u.Redacted(), err)
	}
	if opts.MaxBytes <= 0 {
		opts.MaxBytes = DefaultMaxBundle
	}
	if opts.Timeout <= 0 {
		opts.Timeout = defaultFetchTimeout
	}
	path = opts.Path(uri)
	if info, err := os.Lstat(path); err == nil && info.Mode().IsRegular() && !opts.Refresh {
		return path, nil
	}
	ctx, cancel := context.WithTimeout(ctx, opts.Timeout)
	defer cancel()
	err = atomicfile.Write(path, 0o600, func(w io.Writer) error {
		if u.Scheme == "file" {
			return copyFile(w, u.Path, opts)
		}
		return download(ctx, w, u, opts)
	})
	if err != nil {
		return "", fmt.Errorf("fetch %s: %w", u.Redacted(), err)
	}
	return path, nil
}

// Path is where Fetch puts the file.
func (o FetchOptions) Path(uri string) string {
	name := keccak([]byte(uri), o.Key[:])
	return filepath.Join(o.CacheDir, hex.EncodeToString(name[:16])+".bundle")
}

// keep copies r to w, through Check where there is one.
func (o FetchOptions) keep(w io.Writer, r io.Reader) error {
	if o.Check != nil {
		return o.Check(io.TeeReader(r, w))
	}
	_, err := io.Copy(w, r)
	return err
}

// checkURL judges what can be judged before a name is resolved; redirects pass here too.
func (o FetchOptions) checkURL(u *url.URL) error {
	switch u.Scheme {
	case "https":
	case "http":
		if !o.AllowHTTP {
			return fmt.Errorf("%w: http is not allowed, expected https", ErrRefused)
		}
	case "file":
		if !o.AllowFile {
			return fmt.Errorf("%w: file is not allowed, expected https", ErrRefused)
		}
		if u.Host != "" || !filepath.IsAbs(u.Path) {
			return fmt.Errorf("%w: expected file:///absolute/path", ErrRefused)
		}
		return nil
	default:
		return fmt.Errorf("%w: scheme %q, expected https", ErrRefused, u.Scheme)
	}
	if u.Hostname() == "" {
		return fmt.Errorf("%w: no host", ErrRefused)
	}
	if u.User != nil {
		return fmt.Errorf("%w: holds credentials", ErrRefused)
	}
	return nil
}

func copyFile(w io.Writer, path string, opts FetchOptions) error {
	f, _, err := openRegular(path)
	if err != nil {
		return err
	}
	defer f.Close()
	return opts.keep(w, capReader(f, opts.MaxBytes, "bytes of the file"))
}

func download(ctx context.Context, w io.Writer, u *url.URL, opts FetchOptions) error {
	client := opts.client()
	defer client.CloseIdleConnections()
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, u.String(), nil)
	if err != nil {
		return err
	}
	req.Header.Set("User-Agent", "gpuarbiter")
	resp, err := client.Do(req)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	if resp.StatusCode != http.StatusOK {
		return fmt.Errorf("status %s: expected 200", resp.Status)
	}
	if resp.ContentLength > opts.MaxBytes {
		return fmt.Errorf("%d bytes announced, at most %d: %w", resp.ContentLength, opts.MaxBytes, ErrTooLarge)
	}
	return opts.keep(w, capReader(resp.Body, opts.MaxBytes, "downloaded bytes"))
}

// client reaches out directly, through no proxy: a proxy would resolve names
// where we cannot see the address.
func (o FetchOptions) client() *http.Client {
	dialer := &net.Dialer{Timeout: 15 * time.Second, Control: o.control}
	return &http.Client{
		Transport: &http.Transport{
			DialContext:            dialer.DialContext,
			TLSClientConfig:        &tls.Config{RootCAs: o.RootCAs, MinVersion: tls.VersionTLS12},
			TLSHandshakeTimeout:    15 * time.Second,
			ResponseHeaderTimeout:  time.Minute,
			MaxResponseHeaderBytes: 64 << 10,
			DisableCompression:     true, // the cap counts the bytes on the wire
			DisableKeepAlives:      true,
		},
		CheckRedirect: func(req *http.Request, via []*http.Request) error {
			if len(via) > maxRedirects {
				return fmt.Errorf("%w: more than %d redirects", ErrRefused, maxRedirects)
			}
			if req.URL.Scheme == "file" {
				return fmt.Errorf("%w: redirected to a file", ErrRefused)
			}
			return o.checkURL(req.URL)
		},
	}
}

// control runs on the address that is about to be connected to, after the name
// was resolved.
func (o FetchOptions) control(network, address string, _ syscall.RawConn) error {
	if o.AllowPrivate {
		return nil
	}
	return checkPublic(address)
}
