package app

import (
	"errors"
	"net"
	"net/http"
	"time"

	"github.com/gpuarbiter/gpuarbiter/pkg/plain"
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

// newSignerTransport limits every answer, those that report an error too.
func newSignerTransport() plain.Bounded {
	return plain.Bounded{
		RoundTripper: &http.Transport{
			DialContext: (&net.Dialer{Timeout: signerPatience}).DialContext, TLSHandshakeTimeout: signerPatience,
			ResponseHeaderTimeout: signTimeout, MaxResponseHeaderBytes: 64 << 10, DisableCompression: true, DisableKeepAlives: true,
		},
		Most: func(*http.Response) int64 { return maxSignerAnswer },
	}
}
