package beacon

import (
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/crypto/kzg4844"
)

// Whatever an endpoint answers, reading it neither panics nor gives more than there may be.
func FuzzAnswers(f *testing.F) {
	blob := kzg4844.Blob{31: 1}
	f.Add([]byte(asJSON(blob)))
	for _, text := range []string{
		`{"data":null}`, `{"data":[null,"0x",3,{}]}`, `{"data":[{"blob":"0x00"},{"blob":null},{}]}`, `{"data":{"genesis_time":"18446744073709551616"}}`,
		`{"data":{"SLOT_DURATION_MS":"-1"}}`, `{"data":{"SECONDS_PER_SLOT":"12"}}`, `{"data":{"header":{"message":{"parent_root":"0x12"}}}}`, `[`, "",
		hexutil.Encode(blob[:]), string(blob[:]),
	} {
		f.Add([]byte(text))
	}
	f.Fuzz(func(t *testing.T, body []byte) {
		for _, parse := range []func([]byte) ([]kzg4844.Blob, error){parseBlobs, parseSidecars} {
			blobs, err := parse(body)
			if len(blobs)*2*blobBytes > len(body) || len(blobs) > mostBlobs || err != nil && blobs != nil {
				t.Errorf("%d blobs of %d bytes, %v", len(blobs), len(body), err)
			}
		}
		if seconds, err := parseSpec(body); err == nil && seconds == 0 {
			t.Error("a slot takes no time")
		}
		_ = parseSingle(body)
		_, _ = parseGenesis(body)
		_, _ = parseParentRoot(body)
	})
}

// A list of more elements than a block has blobs is given up, however small they are.
func TestLongList(t *testing.T) {
	for n, ok := range map[int]bool{mostBlobs: true, mostBlobs + 1: false} {
		text := `{"data":[` + strings.Repeat(`{},`, n-1) + `{}]}`
		_, err := parseBlobs([]byte(text))
		_, olderErr := parseSidecars([]byte(text))
		if (err == nil) != ok || (olderErr == nil) != ok {
			t.Errorf("%d elements: %v, %v", n, err, olderErr)
		}
	}
}
