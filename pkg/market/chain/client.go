package chain

import (
	"context"
	"errors"
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
			Transport:     plain.Bounded{RoundTripper: transport, Most: mostOf},
			CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse },
		}),
		rpc.WithWebsocketMessageSizeLimit(maxAnswer))
	if err != nil {
		return nil, err
	}
	return ethclient.NewClient(client), nil
}

// mostOf is how long an answer may be: what its request is for, or an error.
func mostOf(resp *http.Response) int64 {
	if resp.StatusCode < 200 || resp.StatusCode > 299 {
		return maxError
	}
	if most, ok := resp.Request.Context().Value(sized{}).(int64); ok {
		return most
	}
	return maxAnswer
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
