package beacon

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/crypto/kzg4844"

	"github.com/gpuarbiter/gpuarbiter/pkg/blob"
	"github.com/gpuarbiter/gpuarbiter/pkg/plain"
)

// three blobs and their hashes; a commitment takes 80 ms.
var three = sync.OnceValues(func() (blobs []kzg4844.Blob, hashes []common.Hash) {
	for n := range byte(3) {
		b := kzg4844.Blob{31: n + 1}
		h, err := blob.Hash(&b)
		if err != nil {
			panic(err)
		}
		blobs, hashes = append(blobs, b), append(hashes, h)
	}
	return blobs, hashes
})

// A stand-in for a beacon node, whose network begins at 1000 with a slot every 12 seconds; all blocks are at slot 5.
const (
	genesisTime = 1000
	blockTime   = genesisTime + 5*12
)

type standIn struct {
	spec  string           // default: SECONDS_PER_SLOT of 12
	blobs http.HandlerFunc // of slot 5; nil: 404
	older http.HandlerFunc // the deprecated method; nil: 404

	mu    sync.Mutex
	asked []string // paths and queries
}

func (s *standIn) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	s.mu.Lock()
	s.asked = append(s.asked, r.URL.RequestURI())
	s.mu.Unlock()
	handler := http.NotFound
	switch path := r.URL.Path; {
	case strings.HasSuffix(path, "/eth/v1/beacon/genesis"):
		handler = says(fmt.Sprintf(`{"data":{"genesis_time":"%d","genesis_fork_version":"0x00000000"}}`, genesisTime))
	case strings.HasSuffix(path, "/eth/v1/config/spec"):
		spec := s.spec
		if spec == "" {
			spec = `"SECONDS_PER_SLOT":"12"`
		}
		handler = says(`{"data":{` + spec + `,"BLOB_SCHEDULE":[{"EPOCH":"1","MAX_BLOBS_PER_BLOCK":"15"}]}}`)
	case strings.HasSuffix(path, "/eth/v1/beacon/blobs/5") && s.blobs != nil:
		handler = s.blobs
	case strings.HasSuffix(path, "/eth/v1/beacon/blob_sidecars/5") && s.older != nil:
		handler = s.older
	}
	handler(w, r)
}

func (s *standIn) start(t *testing.T) string {
	t.Helper()
	server := httptest.NewServer(s)
	t.Cleanup(server.Close)
	return server.URL
}

func says(text string) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) { _, _ = io.WriteString(w, text) }
}

func refuses(code int) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		http.Error(w, `{"code":1,"message":"no `+r.URL.RequestURI()+` here"}`, code)
	}
}

// gives answers with these blobs, whatever is asked for.
func gives(blobs ...kzg4844.Blob) http.HandlerFunc { return says(asJSON(blobs...)) }

func asJSON(blobs ...kzg4844.Blob) string {
	list := []hexutil.Bytes{}
	for i := range blobs {
		list = append(list, blobs[i][:])
	}
	text, err := json.Marshal(map[string]any{"execution_optimistic": false, "finalized": true, "data": list})
	if err != nil {
		panic(err)
	}
	return string(text)
}

func asSidecars(blobs ...kzg4844.Blob) http.HandlerFunc {
	list := []any{}
	for i := range blobs {
		list = append(list, map[string]any{"index": fmt.Sprint(i), "blob": hexutil.Bytes(blobs[i][:]), "kzg_commitment": "0x00", "kzg_proof": "0x00"})
	}
	text, err := json.Marshal(map[string]any{"data": list})
	if err != nil {
		panic(err)
	}
	return says(string(text))
}

// endless is an answer that has no end.
func endless(w http.ResponseWriter, _ *http.Request) {
	_, _ = io.WriteString(w, `{"data":["`)
	for line := []byte(strings.Repeat("0", 1<<16)); ; {
		if _, err := w.Write(line); err != nil {
			return
		}
	}
}

// Whatever an endpoint does wrong, the next is asked, and no other blob is ever given than was asked for.
func TestBlobs(t *testing.T) {
	blobs, hashes := three()
	well := func() *standIn { return &standIn{blobs: gives(blobs...)} }
	for _, c := range []struct {
		name  string
		nodes []*standIn
		err   error
		amiss []string
	}{
		{"in order", []*standIn{{blobs: gives(blobs...)}}, nil, []string{""}},
		{"in another order, with others", []*standIn{{blobs: gives(blobs[2], kzg4844.Blob{}, blobs[0], blobs[1])}}, nil, []string{""}},
		{"milliseconds", []*standIn{{blobs: gives(blobs...), spec: `"SLOT_DURATION_MS":"12000","SECONDS_PER_SLOT":"6"`}}, nil, []string{""}},
		{"deprecated, 404", []*standIn{{older: asSidecars(blobs...)}}, nil, []string{""}},
		{"deprecated, 405", []*standIn{{blobs: refuses(405), older: asSidecars(blobs...)}}, nil, []string{""}},
		{"deprecated, 501", []*standIn{{blobs: refuses(501), older: asSidecars(blobs...)}}, nil, []string{""}},
		{"each has one", []*standIn{{blobs: gives(blobs[1])}, {blobs: gives(blobs[2])}, {older: asSidecars(blobs[0])}}, nil, []string{"", "", ""}},
		{"a lie", []*standIn{{blobs: gives(kzg4844.Blob{31: 9}, blobs[1])}, well()}, nil, []string{"other hashes", ""}},
		{"no numbers of the field", []*standIn{{blobs: gives(kzg4844.Blob{0: 0xff})}, well()}, nil, []string{"other hashes", ""}},
		{"cut off", []*standIn{{blobs: says(asJSON(blobs...)[:300_000])}, well()}, nil, []string{"cannot be read", ""}},
		{"one is no blob", []*standIn{{blobs: says(strings.Replace(asJSON(blobs...), "0x", "0y", 1))}, well()}, nil, []string{"", ""}},
		{"without an end", []*standIn{{blobs: endless}, well()}, nil, []string{plain.ErrTooLong.Error(), ""}},
		{"an error", []*standIn{{blobs: refuses(500)}, well()}, nil, []string{"HTTP 500", ""}},
		{"sent elsewhere", []*standIn{{blobs: func(w http.ResponseWriter, r *http.Request) {
			http.Redirect(w, r, "/eth/v1/config/spec", http.StatusFound)
		}}, well()}, nil, []string{"HTTP 302", ""}},
		{"another network", []*standIn{{spec: `"SECONDS_PER_SLOT":"7"`}, well()}, nil, []string{errOtherNetwork.Error(), ""}},
		{"no slots", []*standIn{{spec: `"SECONDS_PER_SLOT":"0"`}, well()}, nil, []string{"cannot be read", ""}},
		{"part of a second", []*standIn{{spec: `"SLOT_DURATION_MS":"1500"`}, well()}, nil, []string{"cannot be read", ""}},
		{"not there", []*standIn{{}, {blobs: gives()}, {blobs: gives(blobs[0])}}, ErrNotThere, []string{"", "", ""}},
		{"not there, and an error", []*standIn{{blobs: refuses(500)}, {}}, ErrNotThere, []string{"HTTP 500", ""}},
		{"errors alone", []*standIn{{blobs: refuses(500)}, {spec: `"X":"1"`}}, ErrUnreachable, []string{"HTTP 500", "SECONDS_PER_SLOT"}},
		{"nothing is configured", nil, ErrUnreachable, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			var urls []string
			for _, n := range c.nodes {
				urls = append(urls, n.start(t))
			}
			client := New(urls, nil)
			got, err := client.Blobs(t.Context(), blockTime, hashes)
			if !errors.Is(err, c.err) || errors.Is(err, ErrNotThere) && errors.Is(err, ErrUnreachable) {
				t.Errorf("error %v, not %v", err, c.err)
			}
			if c.err == nil && !slices.Equal(got, blobs) {
				t.Errorf("%d blobs, not those that were asked for", len(got))
			}
			for i, words := range client.Amiss() {
				if words == "" != (c.amiss[i] == "") || !strings.Contains(words, c.amiss[i]) {
					t.Errorf("beacon[%d] is amiss by %q, not %q", i, words, c.amiss[i])
				}
			}
		})
	}
}

// An endpoint is asked for what is missing alone, by parameters of one hash each; one that failed is asked last
// the next time.
func TestWhatIsAskedFor(t *testing.T) {
	blobs, hashes := three()
	first, second := &standIn{blobs: gives(blobs[:2]...)}, &standIn{blobs: gives(blobs[2])}
	client := New([]string{first.start(t), second.start(t)}, nil)
	if _, err := client.Blobs(t.Context(), blockTime, append(hashes, hashes...)); err != nil {
		t.Fatal(err)
	}
	all := fmt.Sprintf("/eth/v1/beacon/blobs/5?versioned_hashes=%s&versioned_hashes=%s&versioned_hashes=%s", hashes[0], hashes[1], hashes[2])
	one := fmt.Sprintf("/eth/v1/beacon/blobs/5?versioned_hashes=%s", hashes[2])
	if first.asked[len(first.asked)-1] != all || second.asked[len(second.asked)-1] != one {
		t.Errorf("asked %v and %v", first.asked, second.asked)
	}
	first.blobs = refuses(503)
	second.blobs = gives(blobs...)
	for range 2 {
		if _, err := client.Blobs(t.Context(), blockTime, hashes); err != nil {
			t.Fatal(err)
		}
	}
	if n := len(slices.DeleteFunc(first.asked, func(s string) bool { return s != all })); n != 2 {
		t.Errorf("the one that failed was asked %d times, not twice", n)
	}
	many := make([]common.Hash, mostBlobs+1)
	for i := range many {
		many[i][31] = byte(i)
	}
	if _, err := client.Blobs(t.Context(), blockTime, many); err == nil || errors.Is(err, ErrNotThere) {
		t.Error("more blobs than a block holds were looked for")
	}
}

// An archive has single blobs, as bytes or as digits.
func TestFolder(t *testing.T) {
	blobs, hashes := three()
	answers := map[string]http.HandlerFunc{
		"/blobs/" + hashes[0].Hex(): says(string(blobs[0][:])),
		"/blobs/" + hashes[1].Hex(): says(hexutil.Encode(blobs[1][:]) + "\n"),
		"/blobs/" + hashes[2].Hex(): says(`"` + hexutil.Encode(blobs[2][:]) + `"`),
	}
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if h := answers[r.URL.Path]; h != nil {
			h(w, r)
			return
		}
		http.NotFound(w, r)
	}))
	t.Cleanup(server.Close)
	client := New([]string{server.URL + "/blobs/{versioned_hash}"}, nil)
	if got, err := client.Blobs(t.Context(), 1, hashes); err != nil || !slices.Equal(got, blobs) {
		t.Errorf("%d blobs, %v", len(got), err)
	}
	delete(answers, "/blobs/"+hashes[1].Hex())
	if _, err := client.Blobs(t.Context(), 1, hashes); !errors.Is(err, ErrNotThere) {
		t.Errorf("without one of them: %v", err)
	}
	answers["/blobs/"+hashes[1].Hex()] = endless
	if _, err := client.Blobs(t.Context(), 1, hashes); !errors.Is(err, plain.ErrTooLong) || !errors.Is(err, ErrUnreachable) {
		t.Errorf("of one that does not end: %v", err)
	}
}

// Addresses hold keys: no error and nothing that is published has them, whatever goes wrong.
func TestNoSecrets(t *testing.T) {
	_, hashes := three()
	server := httptest.NewServer(&standIn{blobs: refuses(400)})
	host := strings.TrimPrefix(server.URL, "http://")
	gone := httptest.NewServer(http.NotFoundHandler())
	gone.Close()
	for _, address := range []string{
		"http://user:hunter2@" + host + "/v3/0123456789?token=topsecret", // its words have path and query
		"http://user:hunter2@" + host + "/v3/0123456789/{versioned_hash}?token=topsecret",
		"http://user:hunter2@" + strings.TrimPrefix(gone.URL, "http://") + "/v3/0123456789?token=topsecret",
		"http://user:hunter2@no host/0123456789?token=topsecret",
	} {
		c := New([]string{address}, nil)
		_, err := c.Blobs(t.Context(), blockTime, hashes)
		if err == nil || !strings.Contains(err.Error(), "beacon[0]") {
			t.Errorf("error %v", err)
		}
		for _, secret := range []string{"hunter2", "0123456789", "topsecret"} {
			if text := fmt.Sprint(err, c.Amiss()); strings.Contains(text, secret) {
				t.Errorf("%q is told: %s", secret, text)
			}
		}
	}
	server.Close()
}

// An endpoint's key stays in what it is asked by.
func TestKeysAreSent(t *testing.T) {
	blobs, hashes := three()
	node := &standIn{blobs: gives(blobs...)}
	if _, err := New([]string{node.start(t) + "/v3/key?token=topsecret"}, nil).Blobs(t.Context(), blockTime, hashes); err != nil {
		t.Fatal(err)
	}
	for _, asked := range node.asked {
		if !strings.HasPrefix(asked, "/v3/key/eth/v1/") || !strings.Contains(asked, "token=topsecret") {
			t.Errorf("asked %s", asked)
		}
	}
}

// Who asked may go: nothing is said of the endpoint then.
func TestCancelled(t *testing.T) {
	_, hashes := three()
	ctx, cancel := context.WithCancel(t.Context())
	node := &standIn{blobs: func(_ http.ResponseWriter, r *http.Request) { cancel(); <-r.Context().Done() }}
	c := New([]string{node.start(t)}, nil)
	if _, err := c.Blobs(ctx, blockTime, hashes); !errors.Is(err, context.Canceled) || c.Amiss()[0] != "" {
		t.Errorf("%v, amiss %q", err, c.Amiss()[0])
	}
}

// Blobs that repeat count once: a model of more of them than a block has may be few that were sent often.
func TestBlobsThatRepeat(t *testing.T) {
	blobs, hashes := three()
	var asked []common.Hash
	for range mostBlobs {
		asked = append(asked, hashes...)
	}
	got, err := New([]string{(&standIn{blobs: gives(blobs...)}).start(t)}, nil).Blobs(t.Context(), blockTime, asked)
	if err != nil || len(got) != len(asked) || got[4] != blobs[1] {
		t.Errorf("%d blobs, %v", len(got), err)
	}
}
