package beacon

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"strings"
	"sync"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto/kzg4844"

	"github.com/gpuarbiter/gpuarbiter/pkg/config"
	"github.com/gpuarbiter/gpuarbiter/pkg/plain"
)

const (
	smallTimeout = 5 * time.Second  // of an answer without blobs
	blobTimeout  = 30 * time.Second // of one with them
	mostError    = 4 << 10          // bytes of an answer that is no success
	mostHeader   = 64 << 10
	hashMark     = "{versioned_hash}"
)

// newSource is what a configured address stands for.
func newSource(address string) source {
	transport := http.DefaultTransport.(*http.Transport).Clone()
	transport.DisableCompression, transport.MaxResponseHeaderBytes = true, mostHeader
	h := site{address: config.SecretURL(address), transport: transport}
	if strings.Contains(address, hashMark) {
		return folder{h}
	}
	return &node{site: h}
}

// site is a web address that may hold a key.
type site struct {
	address   config.SecretURL
	transport http.RoundTripper
}

// statusError is an answer that is no success.
type statusError struct {
	code  int
	words string
}

func (e statusError) Error() string {
	text := fmt.Sprintf("HTTP %d %s", e.code, http.StatusText(e.code))
	if e.words != "" {
		text += ": " + e.words
	}
	return text
}

// isOf reports whether err is an answer with one of these codes.
func isOf(err error, codes ...int) bool {
	var s statusError
	if errors.As(err, &s) {
		for _, code := range codes {
			if s.code == code {
				return true
			}
		}
	}
	return false
}

// get asks for what lies at an address, which is at most so many bytes. Redirects are not followed, since they
// would carry the address, which may hold a key, to wherever it says; errors do not name it.
func (s site) get(ctx context.Context, address string, most int, within time.Duration) ([]byte, error) {
	ctx, cancel := context.WithTimeout(ctx, within)
	defer cancel()
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, address, nil)
	if err != nil {
		return nil, s.said(err)
	}
	req.Header.Set("Accept", "application/json, */*;q=0.5")
	client := http.Client{
		Transport: plain.Bounded{RoundTripper: s.transport, Most: func(r *http.Response) int64 {
			if r.StatusCode != http.StatusOK {
				return mostError
			}
			return int64(most)
		}},
		CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse },
	}
	resp, err := client.Do(req)
	if err != nil {
		return nil, s.said(err)
	}
	defer resp.Body.Close()
	body, err := io.ReadAll(resp.Body)
	if resp.StatusCode != http.StatusOK { // its words, however many arrived
		return nil, statusError{resp.StatusCode, s.hide(plain.Line(string(body)))}
	}
	if err != nil {
		return nil, s.said(err)
	}
	return body, nil
}

// said is an error without the address, and in words that can be shown.
func (s site) said(err error) error {
	var u *url.Error
	if errors.As(err, &u) {
		err = u.Err
	}
	return plain.Error(s.address.Cloak(err))
}

// hide takes the address's secrets out of a stranger's words.
func (s site) hide(words string) string { return s.address.Cloak(errors.New(words)).Error() }

// node is a beacon node.
type node struct {
	site
	mu    sync.Mutex
	clock clock // zero: not asked for yet, or in doubt
}

// clock is how a network's slots follow each other.
type clock struct{ genesis, perSlot uint64 } // seconds since 1970; seconds

// slot is that of a block of this time.
func (c clock) slot(blockTime uint64) (uint64, error) {
	if blockTime < c.genesis || (blockTime-c.genesis)%c.perSlot != 0 {
		return 0, fmt.Errorf("%w: it begins at %d with a slot every %d s, and no slot is at %d", errOtherNetwork, c.genesis, c.perSlot, blockTime)
	}
	return (blockTime - c.genesis) / c.perSlot, nil
}

// errOtherNetwork reports a beacon node whose network is not the chain's.
var errOtherNetwork = errors.New("it is of another network")

// call asks a method of the node for an answer of at most so many bytes.
func (n *node) call(ctx context.Context, path string, query url.Values, most int, within time.Duration) ([]byte, error) {
	u, err := url.Parse(n.address.Reveal())
	if err != nil {
		return nil, n.said(err)
	}
	u = u.JoinPath(path)
	all := u.Query() // an address may have its key there
	for k, v := range query {
		all[k] = v
	}
	u.RawQuery = all.Encode()
	return n.get(ctx, u.String(), most, within)
}

// times is the node's clock; it is asked for once.
func (n *node) times(ctx context.Context) (clock, error) {
	n.mu.Lock()
	known := n.clock
	n.mu.Unlock()
	if known.perSlot > 0 {
		return known, nil
	}
	body, err := n.call(ctx, "/eth/v1/beacon/genesis", nil, mostSmall, smallTimeout)
	if err == nil {
		known.genesis, err = parseGenesis(body)
	}
	if err != nil {
		return clock{}, fmt.Errorf("genesis: %w", err)
	}
	body, err = n.call(ctx, "/eth/v1/config/spec", nil, mostSmall, smallTimeout)
	if err == nil {
		known.perSlot, err = parseSpec(body)
	}
	if err != nil {
		return clock{}, fmt.Errorf("spec: %w", err)
	}
	n.set(known)
	return known, nil
}

func (n *node) set(c clock) {
	n.mu.Lock()
	defer n.mu.Unlock()
	n.clock = c
}

// blobs implements source.
func (n *node) blobs(ctx context.Context, blockTime uint64, hashes []common.Hash) ([]kzg4844.Blob, error) {
	c, err := n.times(ctx)
	if err != nil {
		return nil, err
	}
	slot, err := c.slot(blockTime)
	if err == nil {
		var blobs []kzg4844.Blob
		if blobs, err = n.ofSlot(ctx, slot, hashes); err == nil && len(blobs) > 0 {
			return blobs, nil
		}
	}
	n.set(clock{}) // behind the address there may be another node by now
	return nil, err
}

// ofSlot are a slot's blobs: by the method of today, or by the one before it where the node has no other.
func (n *node) ofSlot(ctx context.Context, slot uint64, hashes []common.Hash) ([]kzg4844.Blob, error) {
	query := url.Values{}
	for _, h := range hashes {
		query.Add("versioned_hashes", h.Hex())
	}
	body, err := n.call(ctx, fmt.Sprintf("/eth/v1/beacon/blobs/%d", slot), query, mostAnswer, blobTimeout)
	if err == nil {
		return parseBlobs(body)
	}
	if isOf(err, http.StatusNotFound, http.StatusMethodNotAllowed, http.StatusNotImplemented) {
		older, olderErr := n.call(ctx, fmt.Sprintf("/eth/v1/beacon/blob_sidecars/%d", slot), nil, mostAnswer, blobTimeout)
		if olderErr == nil {
			return parseSidecars(older)
		}
		// A node that has neither the block nor the deprecated method says no to the latter in many ways.
		if isOf(err, http.StatusNotFound) || isOf(olderErr, http.StatusNotFound) {
			return nil, fmt.Errorf("%w: slot %d", ErrNotThere, slot)
		}
		err = olderErr
	}
	return nil, fmt.Errorf("blobs of slot %d: %w", slot, err)
}

// folder is an archive's address of a single blob, with the mark where its hash goes.
type folder struct{ site }

// blobs implements source.
func (f folder) blobs(ctx context.Context, _ uint64, hashes []common.Hash) (list []kzg4844.Blob, err error) {
	for _, h := range hashes {
		body, err := f.get(ctx, strings.ReplaceAll(f.address.Reveal(), hashMark, h.Hex()), hexBytes+mostError, blobTimeout)
		if isOf(err, http.StatusNotFound, http.StatusGone) {
			continue
		}
		if err != nil {
			return list, err
		}
		if blob := parseSingle(body); blob != nil {
			list = append(list, *blob)
		}
	}
	return list, nil
}
