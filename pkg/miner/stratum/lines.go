package stratum

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
)

// ErrTooLong is a line of more than MaxLine bytes.
var ErrTooLong = fmt.Errorf("a line over %d bytes", MaxLine)

// Lines reads a peer's lines one by one. Unlike a scanner it goes on after a line that
// is too long, which it reports without keeping it.
type Lines struct{ r *bufio.Reader }

// NewLines reads lines of at most MaxLine bytes.
func NewLines(r io.Reader) *Lines { return &Lines{bufio.NewReaderSize(r, MaxLine+1)} }

// Next is the next line without its end; blank ones are left out. After ErrTooLong it
// may be called again, after any other error not. What stands after the last line end
// is a line, too.
func (l *Lines) Next() ([]byte, error) {
	for {
		line, err := l.r.ReadSlice('\n')
		if errors.Is(err, bufio.ErrBufferFull) {
			for errors.Is(err, bufio.ErrBufferFull) {
				_, err = l.r.ReadSlice('\n')
			}
			return nil, ErrTooLong // an end of the connection shows at the next call
		}
		line = bytes.TrimSpace(bytes.TrimPrefix(bytes.TrimSpace(line), []byte("\ufeff")))
		if len(line) > 0 {
			return bytes.Clone(line), nil
		}
		if err != nil {
			return nil, err
		}
	}
}
