package devnet

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/http/httputil"
	"net/url"
	"strconv"
	"strings"
	"sync"
	"time"

	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/ethclient"
)

// gateway stands before a node's RPC and passes everything on untouched. It keeps the blobs of the
// transactions that go through, which execution nodes never give back, and serves them as a beacon node does.
type gateway struct {
	*blobs
	url    string
	eth    *ethclient.Client // of the node behind
	inner  *http.Transport
	server *http.Server
	ended  sync.WaitGroup
}

// listen takes the port of a node's gateway; 0: a free one.
func listen(port int) (net.Listener, error) {
	l, err := net.Listen("tcp", net.JoinHostPort(host, strconv.Itoa(port)))
	if err != nil {
		return nil, fmt.Errorf("devnet: %w", err)
	}
	return l, nil
}

// open serves a node behind a listener, until close.
func open(l net.Listener, node string, kept *blobs) (*gateway, error) {
	target, err := url.Parse(node)
	if err != nil {
		return nil, err
	}
	client, err := ethclient.Dial(node)
	if err != nil {
		return nil, err
	}
	g := &gateway{blobs: kept, url: "http://" + l.Addr().String(), eth: client, inner: &http.Transport{MaxIdleConnsPerHost: 64, DisableCompression: true}}
	proxy := &httputil.ReverseProxy{
		Transport:    g.inner,
		Rewrite:      func(r *httputil.ProxyRequest) { r.SetURL(target) },
		ErrorHandler: func(w http.ResponseWriter, _ *http.Request, _ error) { w.WriteHeader(http.StatusBadGateway) },
	}
	mux := http.NewServeMux()
	mux.HandleFunc("GET /eth/v1/beacon/genesis", g.genesis)
	mux.HandleFunc("GET /eth/v1/config/spec", g.spec)
	mux.HandleFunc("GET /eth/v1/beacon/headers/{slot}", g.header)
	mux.HandleFunc("GET /eth/v1/beacon/blobs/{slot}", g.give)
	mux.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) {
		body, err := io.ReadAll(r.Body)
		if err != nil {
			return
		}
		g.keep(sent(body))
		r.Body, r.ContentLength = io.NopCloser(bytes.NewReader(body)), int64(len(body))
		proxy.ServeHTTP(w, r)
	})
	g.server = &http.Server{Handler: mux, ReadHeaderTimeout: 10 * time.Second}
	g.ended.Go(func() { _ = g.server.Serve(l) })
	return g, nil
}

func (g *gateway) close() {
	_ = g.server.Close()
	g.ended.Wait()
	g.eth.Close()
	g.inner.CloseIdleConnections()
}

// sent are the sidecars of the transactions that a request, or a batch of them, sends.
func sent(body []byte) (list []*types.BlobTxSidecar) {
	if !bytes.Contains(body, []byte("eth_sendRawTransaction")) {
		return nil
	}
	type call struct {
		Method string            `json:"method"`
		Params []json.RawMessage `json:"params"`
	}
	calls := make([]call, 1)
	if json.Unmarshal(body, &calls) != nil && json.Unmarshal(body, &calls[0]) != nil {
		return nil
	}
	for _, c := range calls {
		var raw hexutil.Bytes
		tx := new(types.Transaction)
		if strings.HasPrefix(c.Method, "eth_sendRawTransaction") && len(c.Params) > 0 &&
			json.Unmarshal(c.Params[0], &raw) == nil && tx.UnmarshalBinary(raw) == nil && tx.BlobTxSidecar() != nil {
			list = append(list, tx.BlobTxSidecar())
		}
	}
	return list
}
