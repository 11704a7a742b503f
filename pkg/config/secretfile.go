package config

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

// Text is a small file's content as UTF-8 without a byte-order mark, which editors
// of other systems put first, and which no password begins with.
func Text(raw []byte) ([]byte, error) {
	switch {
	case bytes.HasPrefix(raw, []byte{0xef, 0xbb, 0xbf}):
		raw = raw[3:]
	case bytes.HasPrefix(raw, []byte{0xff, 0xfe}):
		return fromUTF16(raw[2:], binary.LittleEndian)
	case bytes.HasPrefix(raw, []byte{0xfe, 0xff}):
		return fromUTF16(raw[2:], binary.BigEndian)
	}
	if bytes.IndexByte(raw, 0) >= 0 {
		return nil, errors.New("it holds zero bytes: save it as plain text (UTF-8)")
	}
	return raw, nil
}

func fromUTF16(raw []byte, order binary.ByteOrder) ([]byte, error) {
	if len(raw)%2 != 0 {
		return nil, errors.New("it says that it is UTF-16, and ends in the middle of a character")
	}
	var out []byte
	units := make([]uint16, 0, len(raw)/2)
	for ; len(raw) > 0; raw = raw[2:] {
		units = append(units, order.Uint16(raw))
	}
	for _, r := range utf16.Decode(units) {
		out = utf8.AppendRune(out, r)
	}
	return out, nil
}

// SecretLine is the one line of a file that holds a password or a key: line ends
// and empty lines after it do no harm, a second line that is not empty makes it
// unclear what was meant. Blanks belong to the line. The error shows nothing of it.
func SecretLine(raw []byte) (string, error) {
	text, err := Text(raw)
	if err != nil {
		return "", err
	}
	lines := strings.Split(strings.ReplaceAll(strings.ReplaceAll(string(text), "\r\n", "\n"), "\r", "\n"), "\n")
	for i, line := range lines[1:] {
		if strings.TrimSpace(line) != "" {
			return "", fmt.Errorf("line %d is not empty: one line was expected", i+2)
		}
	}
	return lines[0], nil
}
