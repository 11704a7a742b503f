package chain

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"

	"github.com/ethereum/go-ethereum/ethclient"
	"github.com/ethereum/go-ethereum/rpc"

	"github.com/gpuarbiter/gpuarbiter/pkg/plain"
)

// What an endpoint answers is foreign: it is bounded before it is believed.
const (
	maxAnswer = 4 << 20  // bytes of an answer
	maxBlock  = 32 << 20 // of one that is a whole block, or many logs
	maxError  = 64 << 10 // of one that is no success
)

// sized is the key of the most bytes that the answers to a context's requests may have.
type sized struct{}

// large lets the answers to a context's requests be as large as a block.
func large(ctx context.Context) context.Context {
	return context.WithValue(ctx, sized{}, int64(maxBlock))
}

// dialRPC connects to an endpoint. Answers are neither compressed nor longer than
// they may be, since a compressed one becomes a thousand times as long in memory;
// redirects are not followed, since they would carry the endpoint's address, which
// may hold a key, to wherever it says.
func dialRPC(ctx context.Context, endpoint string) (*ethclient.Client, error) {
	transport := http.DefaultTransport.(*http.Transport).Clone()
	transport.DisableCompression = true
	transport.MaxResponseHeaderBytes = maxError
	client, err := rpc.DialOptions(ctx, endpoint,
		rpc.WithHTTPClient(&http.Client{
			Transport:     bounded{transport},
			CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse },
		}),
		rpc.WithWebsocketMessageSizeLimit(maxAnswer))
	if err != nil {
		return nil, err
	}
	return ethclient.NewClient(client), nil
}

// bounded is a transport whose answers end.
type bounded struct{ http.RoundTripper }

func (b bounded) RoundTrip(r *http.Request) (*http.Response, error) {
	resp, err := b.RoundTripper.RoundTrip(r)
	if err != nil {
		return nil, err
	}
	if e := resp.Header.Get("Content-Encoding"); e != "" && e != "identity" {
		_ = resp.Body.Close()
		return nil, fmt.Errorf("the answer is compressed (%s), which was not asked for", plain.Line(e))
	}
	most, ok := r.Context().Value(sized{}).(int64)
	if !ok {
		most = maxAnswer
	}
	if resp.StatusCode < 200 || resp.StatusCode > 299 {
		most = maxError
	}
	resp.Body = &boundedBody{resp.Body, most, most}
	return resp, nil
}

var errTooLong = errors.New("the answer is longer than any honest one")

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
			return 0, fmt.Errorf("%w: over %d bytes", errTooLong, b.most)
		}
		return 0, err
	}
	if int64(len(p)) > b.left {
		p = p[:b.left]
	}
	n, err := b.ReadCloser.Read(p)
	b.left -= int64(n)
	return n, err
}

// said is an error of an endpoint without its address, which may hold a key, and
// in words that can be shown.
func said(err error) error {
	var u *url.Error
	if errors.As(err, &u) {
		err = u.Err
	}
	return plain.Error(err)
}
