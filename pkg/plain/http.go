package plain

import (
	"errors"
	"fmt"
	"io"
	"net/http"
)

// ErrTooLong reports an answer over the size that it may have.
var ErrTooLong = errors.New("the answer is longer than any honest one")

// Bounded is a transport to a stranger, none of whose answers is longer than Most says,
// nor compressed: a compressed one becomes a thousand times as long in memory.
type Bounded struct {
	http.RoundTripper                            // it must not ask for compression by itself
	Most              func(*http.Response) int64 // bytes of the body
}

// RoundTrip implements http.RoundTripper.
func (b Bounded) RoundTrip(r *http.Request) (*http.Response, error) {
	resp, err := b.RoundTripper.RoundTrip(r)
	if err != nil {
		return nil, err
	}
	if e := resp.Header.Get("Content-Encoding"); e != "" && e != "identity" {
		_ = resp.Body.Close()
		return nil, fmt.Errorf("the answer is compressed (%s), which was not asked for", Line(e))
	}
	most := b.Most(resp)
	resp.Body = &boundedBody{resp.Body, most, most}
	return resp, nil
}

type boundedBody struct {
	io.ReadCloser
	left, most int64
}

func (b *boundedBody) Read(p []byte) (int, error) {
	if b.left <= 0 {
		// one byte more than may be, or the end
		var one [1]byte
		n, err := b.ReadCloser.Read(one[:])
		if n > 0 {
			return 0, fmt.Errorf("%w: over %d bytes", ErrTooLong, b.most)
		}
		return 0, err
	}
	n, err := b.ReadCloser.Read(p[:min(int64(len(p)), b.left)])
	b.left -= int64(n)
	return n, err
}
