package dataset

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"encoding/json"
	"errors"
	"fmt"
	"io"
)

// LoadEncoding reads an encoding from a commitment, from the header of a
// bundle, or from a file that holds nothing else. Data that were bytes from
// the start have one that changes nothing.
func LoadEncoding(path string) (*Encoding, error) {
	f, size, err := openRegular(path)
	if err != nil {
		return nil, fmt.Errorf("load encoding: %w", err)
	}
	defer f.Close()
	if size > maxCommitmentFile {
		return nil, fmt.Errorf("load encoding %s: %d bytes, at most %d: %w", path, size, maxCommitmentFile, ErrTooLarge)
	}
	e, err := readEncoding(f)
	if err != nil {
		return nil, fmt.Errorf("load encoding %s: %w", path, err)
	}
	return e, nil
}

func readEncoding(r io.Reader) (*Encoding, error) {
	br := bufio.NewReader(r)
	if head, _ := br.Peek(2); bytes.Equal(head, []byte{0x1f, 0x8b}) {
		return bundleEncoding(br)
	}
	content, err := io.ReadAll(io.LimitReader(br, maxCommitmentFile))
	if err != nil {
		return nil, err
	}
	var kind struct {
		Version *int `json:"version"`
	}
	if err := json.Unmarshal(content, &kind); err != nil {
		return nil, fmt.Errorf("expected a commitment, a bundle or an encoding: %w", err)
	}
	if kind.Version != nil {
		c, err := readCommitment(bytes.NewReader(content))
		if err != nil {
			return nil, err
		}
		return orIdentity(c.Encoding), nil
	}
	dec := json.NewDecoder(bytes.NewReader(content))
	dec.DisallowUnknownFields()
	e := &Encoding{}
	if err := dec.Decode(e); err != nil {
		return nil, err
	}
	if len(e.Columns) > maxFeatures || e.Features() > maxFeatures || len(e.Classes) > maxClasses {
		return nil, errors.New("encoding: more features or classes than any data set has")
	}
	features := e.Features()
	if features == 0 {
		features = 1
	}
	return e, e.Validate(features, len(e.Classes))
}

// maxHeaderFile bounds the header of a bundle of a challenge that is not known: it
// has room for the longest list of drawn groups.
const maxHeaderFile = 16 << 20

func bundleEncoding(r io.Reader) (*Encoding, error) {
	zr, err := gzip.NewReader(r)
	if err != nil {
		return nil, fmt.Errorf("gzip header: %w", err)
	}
	h, _, err := readHeader(capReader(zr, 2*maxHeaderFile, "decompressed bytes"), maxHeaderFile, nil)
	if err != nil {
		return nil, err
	}
	if err := h.Layout.Validate(); err != nil {
		return nil, err
	}
	e := orIdentity(h.Encoding)
	return e, e.Validate(h.Layout.Features, h.Layout.Classes)
}

func orIdentity(e *Encoding) *Encoding {
	if e == nil {
		return &Encoding{}
	}
	return e
}
