package dataset

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
)

// maxHeaderField bounds every field of a header but the list of drawn groups and
// the encoding, which is bounded by the header.
const maxHeaderField = 16 << 10

// readBundleHeader checks the header against the challenge; only what the
// challenge leaves open, the shape and the encoding, is taken from it.
func readBundleHeader(r io.Reader, want Challenge, drawn []int) (bundleHeader, error) {
	h, drawnFault, err := readHeader(r, want.maxHeader(), drawn)
	if err != nil {
		return h, err
	}
	return h, h.check(want, drawnFault)
}

// readHeader reads a header of at most so many bytes without believing it.
func readHeader(r io.Reader, most int64, drawn []int) (h bundleHeader, drawnFault, err error) {
	magic, err := readExactly(r, int64(len(bundleMagic)), "magic")
	if err != nil {
		return h, nil, err
	}
	if string(magic) != bundleMagic {
		return h, nil, fmt.Errorf("magic %q: expected %q", magic, bundleMagic)
	}
	length, err := readUint32(r, "header length")
	if err != nil {
		return h, nil, err
	}
	if int64(length) > most {
		return h, nil, fmt.Errorf("header of %d bytes, at most %d: %w", length, most, ErrTooLarge)
	}
	text := &io.LimitedReader{R: r, N: int64(length)}
	h, drawnFault, err = decodeHeader(text, drawn)
	if text.N > 0 && (errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF)) {
		return h, nil, fmt.Errorf("truncated: header: expected %d bytes, found %d", length, int64(length)-text.N)
	}
	if err != nil {
		return h, nil, fmt.Errorf("header: %w", curt(err))
	}
	return h, drawnFault, nil
}

// curt is an error of the decoder, without most of what it quotes: that is as long
// as a stranger likes.
func curt(err error) error {
	if text := err.Error(); len(text) > 200 {
		return errors.New(text[:200] + "...")
	}
	return err
}

// decodeHeader reads a header whose list of drawn groups, the only long part, is
// compared as it comes and not kept; drawnFault says how it differs. A new field
// needs a place in bundleHeader alone.
func decodeHeader(r io.Reader, drawn []int) (h bundleHeader, drawnFault, err error) {
	dec := json.NewDecoder(bufio.NewReaderSize(r, 4<<10))
	if err := expectDelim(dec, '{'); err != nil {
		return h, nil, err
	}
	rest := map[string]json.RawMessage{}
	drawnFault = errors.New("it does not say which groups were drawn")
	for dec.More() {
		key, err := dec.Token()
		if err != nil {
			return h, nil, err
		}
		if key == "drawn" {
			if drawnFault, err = compareDrawn(dec, drawn); err != nil {
				return h, nil, err
			}
			continue
		}
		var raw json.RawMessage
		if err := dec.Decode(&raw); err != nil {
			return h, nil, err
		}
		if len(raw) > maxHeaderField && key != "encoding" || len(rest) > 100 {
			return h, nil, fmt.Errorf("%.40q: %w", key, ErrTooLarge)
		}
		rest[fmt.Sprint(key)] = raw
	}
	if err := expectDelim(dec, '}'); err != nil {
		return h, nil, err
	}
	if _, err := dec.Token(); !errors.Is(err, io.EOF) {
		return h, nil, errors.New("more data after the object")
	}
	all, err := json.Marshal(rest)
	if err != nil {
		return h, nil, err
	}
	strict := json.NewDecoder(bytes.NewReader(all))
	strict.DisallowUnknownFields()
	return h, drawnFault, strict.Decode(&h)
}

// compareDrawn reads a list of numbers and says where it is not the draw's.
func compareDrawn(dec *json.Decoder, drawn []int) (fault, err error) {
	if err := expectDelim(dec, '['); err != nil {
		return nil, err
	}
	n := 0
	for ; dec.More(); n++ {
		var g int
		if err := dec.Decode(&g); err != nil {
			return nil, err
		}
		if fault == nil && (n >= len(drawn) || drawn[n] != g) {
			fault = fmt.Errorf("it says that group %d and others were drawn, which is not the draw of %d", g, len(drawn))
		}
	}
	if fault == nil && n != len(drawn) {
		fault = fmt.Errorf("it says that %d groups were drawn, the draw gives %d", n, len(drawn))
	}
	return fault, expectDelim(dec, ']')
}

func expectDelim(dec *json.Decoder, want json.Delim) error {
	token, err := dec.Token()
	if err != nil {
		return err
	}
	if token != want {
		return fmt.Errorf("expected %s, found %.40q", want, fmt.Sprint(token))
	}
	return nil
}

func (h bundleHeader) check(want Challenge, drawnFault error) error {
	switch {
	case h.Root != hash(want.Root):
		return fmt.Errorf("it is for root %x, the challenge has %x", h.Root, want.Root)
	case h.Layout != want.Layout:
		return fmt.Errorf("it has layout %+v, the challenge %+v", h.Layout, want.Layout)
	case h.Groups != want.Groups:
		return fmt.Errorf("it is cut from %d groups, the challenge has %d", h.Groups, want.Groups)
	case drawnFault != nil:
		return drawnFault
	case h.Drawn != nil: // under a name that only differs in its case
		return errors.New("it lists the drawn groups twice")
	case want.Shape != Shape{} && h.Shape != want.Shape:
		return fmt.Errorf("it has examples of shape %v, the challenge %v", h.Shape, want.Shape)
	}
	if err := h.Shape.Validate(); err != nil {
		return err
	}
	if h.Shape.Features() != want.Layout.Features {
		return fmt.Errorf("shape %v has %d features, the challenge %d", h.Shape, h.Shape.Features(), want.Layout.Features)
	}
	if h.Encoding != nil {
		return h.Encoding.Validate(want.Layout.Features, want.Layout.Classes)
	}
	return nil
}
