package app

import (
	"context"
	"fmt"
	"path/filepath"
	"time"

	"github.com/gpuarbiter/gpuarbiter/pkg/config"
	"github.com/gpuarbiter/gpuarbiter/pkg/market"
	"github.com/gpuarbiter/gpuarbiter/pkg/market/beacon"
	"github.com/gpuarbiter/gpuarbiter/pkg/market/chain"
)

// beaconEvery is how often the beacon endpoints are tried while nobody needs them.
const beaconEvery = time.Minute

// blobArchive is where blobs that were read once are kept, for all chains.
func blobArchive(stateDir string) *beacon.Archive {
	return beacon.NewArchive(filepath.Join(stateDir, "blobs"), beacon.MostKept)
}

// blobs reads the blobs of a chain; nil where no endpoint for them is configured.
func blobs(c config.Chain, archive *beacon.Archive) *beacon.Client {
	if len(c.Beacon) == 0 {
		return nil
	}
	return beacon.New(revealed(c.Beacon), archive)
}

func revealed(list []config.SecretURL) (all []string) {
	for _, address := range list {
		all = append(all, address.Reveal())
	}
	return all
}

// blobReader watches the blobs' endpoints of one market.
type blobReader struct {
	*beacon.Client
	archive *beacon.Archive
	market  *market.Market
}

// run tries the endpoints until ctx ends.
func (b blobReader) run(ctx context.Context) { b.Watch(ctx, b.market.Chain, beaconEvery) }

// amiss is what does not serve, in words.
func (b blobReader) amiss() (list []string) {
	for i, words := range b.Amiss() {
		if words != "" {
			list = append(list, fmt.Sprintf("beacon[%d] %s", i, words))
		}
	}
	if err := b.archive.Fault(); err != nil {
		list = append(list, err.Error())
	}
	return list
}

// BlobNeeds tries what each beacon endpoint of a chain has to serve.
func BlobNeeds(ctx context.Context, c config.Chain, m *market.Market) []chain.Need {
	if client := blobs(c, nil); client != nil {
		return client.Needs(ctx, m.Chain)
	}
	return nil
}
