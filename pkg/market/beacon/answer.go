package beacon

import (
	"bytes"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"strconv"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto/kzg4844"
)

// What the endpoints' answers mean; they are bounded, and have not been believed yet.

const (
	blobBytes = len(kzg4844.Blob{})
	hexBytes  = 2*blobBytes + len(`"0x"`) // of a blob in JSON

	// A sidecar also has its commitment, its proofs and the block's header.
	mostAnswer = mostBlobs * (hexBytes + 8192)
	mostSmall  = 256 << 10 // of an answer without blobs
)

// errForm reports an answer that has another form than it ought to have.
var errForm = errors.New("its answer cannot be read")

// blobText is a blob in JSON, "0x" and its bytes in hexadecimal digits. One that is anything else is passed over: that
// it is missing is seen anyway, and the others stay.
type blobText struct{ blob *kzg4844.Blob }

// UnmarshalJSON implements json.Unmarshaler.
func (t *blobText) UnmarshalJSON(text []byte) error {
	t.blob = parseText(text)
	return nil
}

// parseText reads "0x" and a blob's hexadecimal digits, within quotes or not; nil if it is anything else.
func parseText(text []byte) *kzg4844.Blob {
	digits, ok := bytes.CutPrefix(bytes.Trim(text, "\" \r\n"), []byte("0x"))
	if !ok || len(digits) != 2*blobBytes {
		return nil
	}
	blob := new(kzg4844.Blob)
	if _, err := hex.Decode(blob[:], digits); err != nil {
		return nil
	}
	return blob
}

// parseSingle reads a file that holds one blob: its bytes, or its digits.
func parseSingle(body []byte) *kzg4844.Blob {
	if len(body) == blobBytes {
		return (*kzg4844.Blob)(body)
	}
	return parseText(body)
}

// list is an array of as many elements as there may be blobs. One of millions of small ones is given up: each would
// take more memory than it takes bytes.
type list[T any] []T

// UnmarshalJSON implements json.Unmarshaler.
func (l *list[T]) UnmarshalJSON(text []byte) error {
	dec := json.NewDecoder(bytes.NewReader(text))
	if begin, err := dec.Token(); err != nil || begin != json.Delim('[') {
		return errors.Join(errors.New("data is no list"), err)
	}
	for dec.More() {
		var x T
		if len(*l) == mostBlobs {
			return fmt.Errorf("data has more than %d elements", mostBlobs)
		}
		if err := dec.Decode(&x); err != nil {
			return err
		}
		*l = append(*l, x)
	}
	return nil
}

// parseBlobs reads what /eth/v1/beacon/blobs answers.
func parseBlobs(body []byte) ([]kzg4844.Blob, error) {
	var answer struct {
		Data list[blobText] `json:"data"`
	}
	if err := json.Unmarshal(body, &answer); err != nil {
		return nil, fmt.Errorf("%w: %w", errForm, err)
	}
	return collected(answer.Data), nil
}

// parseSidecars reads what /eth/v1/beacon/blob_sidecars answers. Its commitments and proofs are not looked at: what
// counts is made anew from the blob.
func parseSidecars(body []byte) ([]kzg4844.Blob, error) {
	var answer struct {
		Data list[struct {
			Blob blobText `json:"blob"`
		}] `json:"data"`
	}
	if err := json.Unmarshal(body, &answer); err != nil {
		return nil, fmt.Errorf("%w: %w", errForm, err)
	}
	texts := make([]blobText, len(answer.Data))
	for i, d := range answer.Data {
		texts[i] = d.Blob
	}
	return collected(texts), nil
}

func collected(texts []blobText) []kzg4844.Blob {
	blobs := make([]kzg4844.Blob, 0, len(texts))
	for _, t := range texts {
		if t.blob != nil {
			blobs = append(blobs, *t.blob)
		}
	}
	return blobs
}

// parseGenesis reads the time of slot 0, in seconds since 1970.
func parseGenesis(body []byte) (uint64, error) {
	var answer struct {
		Data struct {
			GenesisTime string `json:"genesis_time"`
		} `json:"data"`
	}
	if err := json.Unmarshal(body, &answer); err != nil {
		return 0, fmt.Errorf("%w: %w", errForm, err)
	}
	seconds, err := strconv.ParseUint(answer.Data.GenesisTime, 10, 62)
	if err != nil {
		return 0, fmt.Errorf("%w: genesis_time: %w", errForm, err)
	}
	return seconds, nil
}

// parseSpec reads how long a slot is, in seconds. Newer nodes say it in milliseconds; the older key is deprecated.
func parseSpec(body []byte) (uint64, error) {
	var answer struct {
		Data struct {
			Milliseconds string `json:"SLOT_DURATION_MS"`
			Seconds      string `json:"SECONDS_PER_SLOT"`
		} `json:"data"`
	}
	if err := json.Unmarshal(body, &answer); err != nil {
		return 0, fmt.Errorf("%w: %w", errForm, err)
	}
	key, text, unit := "SLOT_DURATION_MS", answer.Data.Milliseconds, uint64(1000)
	if text == "" {
		key, text, unit = "SECONDS_PER_SLOT", answer.Data.Seconds, 1
	}
	n, err := strconv.ParseUint(text, 10, 31)
	if err != nil {
		return 0, fmt.Errorf("%w: %s: %w", errForm, key, err)
	}
	if n < unit || n%unit != 0 { // block times are whole seconds
		return 0, fmt.Errorf("%w: %s is %d", errForm, key, n)
	}
	return n / unit, nil
}

// parseParentRoot reads the root of a beacon block's parent out of its header.
func parseParentRoot(body []byte) (common.Hash, error) {
	var answer struct {
		Data struct {
			Header struct {
				Message struct {
					ParentRoot *common.Hash `json:"parent_root"`
				} `json:"message"`
			} `json:"header"`
		} `json:"data"`
	}
	if err := json.Unmarshal(body, &answer); err != nil {
		return common.Hash{}, fmt.Errorf("%w: %w", errForm, err)
	}
	root := answer.Data.Header.Message.ParentRoot
	if root == nil {
		return common.Hash{}, fmt.Errorf("%w: there is no parent_root", errForm)
	}
	return *root, nil
}
