package app

import (
	"errors"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/common"

	"github.com/gpuarbiter/gpuarbiter/pkg/atomicfile"
	"github.com/gpuarbiter/gpuarbiter/pkg/config"
	"github.com/gpuarbiter/gpuarbiter/pkg/market/beacon"
)

// A market has a reader of blobs where endpoints for them are configured, and none otherwise.
func TestBlobsAreRead(t *testing.T) {
	c := config.Chain{Name: "dev", ID: 1, RPC: []config.SecretURL{"http://127.0.0.1:1"}}
	if m := MarketOf(c); m.Blobs != nil {
		t.Error("blobs are read from nowhere")
	}
	if BlobNeeds(t.Context(), c, MarketOf(c)) != nil {
		t.Error("something is needed of no endpoint")
	}
	web := httptest.NewServer(http.NotFoundHandler())
	t.Cleanup(web.Close)
	c.Beacon = []config.SecretURL{config.SecretURL(web.URL + "/topsecret")}
	archive := blobArchive(t.TempDir())
	reader := blobs(c, archive)
	m := marketOf(c, reader)
	if _, err := m.Blobs.Blobs(t.Context(), 1, []common.Hash{{0: 1}}); !errors.Is(err, beacon.ErrUnreachable) {
		t.Errorf("error %v", err)
	}
	amiss := blobReader{reader, archive, m}.amiss()
	if len(amiss) != 1 || !strings.HasPrefix(amiss[0], "beacon[0] genesis: HTTP 404") || strings.Contains(amiss[0], "topsecret") {
		t.Errorf("amiss is %q", amiss)
	}
	if needs := BlobNeeds(t.Context(), c, m); len(needs) != 1 || !needs[0].Minor { // nothing is told of it while the chain is away
		t.Errorf("needs are %+v", needs)
	}
}

// What was begun when the daemon was killed goes; blobs stay.
func TestBlobsOutliveTheDaemon(t *testing.T) {
	dir := t.TempDir()
	folder := filepath.Join(dir, "blobs")
	if err := os.Mkdir(folder, 0o700); err != nil {
		t.Fatal(err)
	}
	whole := common.Hash{0: 1}.Hex()
	for _, name := range []string{whole, atomicfile.TempPrefix + "123"} {
		if err := os.WriteFile(filepath.Join(folder, name), nil, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if err := removeTemporary(dir); err != nil {
		t.Fatal(err)
	}
	var left []string
	entries, err := os.ReadDir(folder)
	for _, e := range entries {
		left = append(left, e.Name())
	}
	if err != nil || !slices.Equal(left, []string{whole}) {
		t.Errorf("left are %q, %v", left, err)
	}
}
