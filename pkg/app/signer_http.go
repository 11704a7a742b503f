package app

import (
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"time"
)

// The signer holds the key, but whoever answers in its place is a stranger: its
// answer may cost no more than any stranger's.
const (
	maxSignerAnswer = 1 << 20
	signerPatience  = 15 * time.Second // to connect; the answer has signTimeout
)

// stay follows no redirect: what is signed, and by whom, goes to the address that
// the operator has named.
func stay(*http.Request, []*http.Request) error {
	return errors.New("it redirects, which is not followed")
}

// cappedTransport limits every answer, those that report an error too, and takes
// none that is compressed.
type cappedTransport struct{ *http.Transport }

func newSignerTransport() cappedTransport {
	return cappedTransport{&http.Transport{
		DialContext: (&net.Dialer{Timeout: signerPatience}).DialContext, TLSHandshakeTimeout: signerPatience,
		ResponseHeaderTimeout: signTimeout, MaxResponseHeaderBytes: 64 << 10, DisableCompression: true, DisableKeepAlives: true,
	}}
}

// RoundTrip implements http.RoundTripper.
func (c cappedTransport) RoundTrip(r *http.Request) (*http.Response, error) {
	resp, err := c.Transport.RoundTrip(r)
	if err != nil {
		return nil, err
	}
	if coding := resp.Header.Get("Content-Encoding"); coding != "" && coding != "identity" {
		resp.Body.Close()
		return nil, fmt.Errorf("its answer is compressed (%.40q), which was not asked for", coding)
	}
	resp.Body = &cappedBody{resp.Body, maxSignerAnswer}
	return resp, nil
}

// cappedBody fails after so many bytes.
type cappedBody struct {
	io.ReadCloser
	left int
}

func (c *cappedBody) Read(p []byte) (int, error) {
	if c.left <= 0 {
		// One byte more tells an answer that just fits from one that does not.
		if n, err := c.ReadCloser.Read(make([]byte, 1)); n == 0 {
			return 0, err
		}
		return 0, fmt.Errorf("its answer is longer than %d bytes", maxSignerAnswer)
	}
	n, err := c.ReadCloser.Read(p[:min(len(p), c.left)])
	c.left -= n
	return n, err
}
