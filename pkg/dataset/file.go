package dataset

import (
	"bufio"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"os"
)

// DefaultMaxBytes caps the decompressed bytes read from one file.
const DefaultMaxBytes = 1 << 30

// cappedReader passes at most left bytes and then fails with ErrTooLarge if
// there is one more: a decompression bomb ends here, an exact fit does not.
type cappedReader struct {
	r    io.Reader
	left int64
	max  int64
	what string
}

func capReader(r io.Reader, max int64, what string) *cappedReader {
	return &cappedReader{r: r, left: max, max: max, what: what}
}

func (c *cappedReader) Read(p []byte) (int, error) {
	if len(p) == 0 {
		return 0, nil
	}
	if c.left <= 0 {
		var one [1]byte
		n, err := c.r.Read(one[:])
		if n > 0 {
			return 0, fmt.Errorf("%s exceed the cap of %d: %w", c.what, c.max, ErrTooLarge)
		}
		return 0, err
	}
	if int64(len(p)) > c.left {
		p = p[:c.left]
	}
	n, err := c.r.Read(p)
	c.left -= int64(n)
	return n, err
}

// plain undoes gzip where the content, not the name, says so, and caps what
// comes out at max bytes.
func plain(r io.Reader, max int64) (*bufio.Reader, error) {
	br := bufio.NewReaderSize(r, 1<<16)
	magic, err := br.Peek(2)
	if err != nil && !errors.Is(err, io.EOF) {
		return nil, err
	}
	var content io.Reader = br
	if len(magic) == 2 && magic[0] == 0x1f && magic[1] == 0x8b {
		zr, err := gzip.NewReader(br)
		if err != nil {
			return nil, fmt.Errorf("gzip header: %w", err)
		}
		content = zr
	}
	return bufio.NewReaderSize(capReader(content, max, "decompressed bytes"), 1<<16), nil
}

// withPlain opens a regular file and hands its decompressed content to read.
// Errors name the file.
func withPlain(path string, max int64, read func(*bufio.Reader) error) error {
	f, _, err := openRegular(path)
	if err != nil {
		return err
	}
	defer f.Close()
	r, err := plain(f, max)
	if err != nil {
		return fmt.Errorf("%s: %w", path, err)
	}
	if err := read(r); err != nil {
		return fmt.Errorf("%s: %w", path, err)
	}
	return nil
}

// openRegular refuses directories, pipes and devices, which could block or never end.
func openRegular(path string) (*os.File, int64, error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, 0, err
	}
	if !info.Mode().IsRegular() {
		return nil, 0, fmt.Errorf("%s: not a regular file", path)
	}
	f, err := os.Open(path)
	return f, info.Size(), err
}

// readExactly reads n bytes and no more. Memory grows with what arrives, not
// with what a header promised.
func readExactly(r io.Reader, n int64, what string) ([]byte, error) {
	data, err := io.ReadAll(io.LimitReader(r, n))
	if err != nil && !errors.Is(err, io.ErrUnexpectedEOF) {
		return nil, fmt.Errorf("%s: %w", what, err)
	}
	if int64(len(data)) < n {
		return nil, fmt.Errorf("truncated: %s: expected %d bytes, found %d", what, n, len(data))
	}
	return data, nil
}

// expectEnd fails where the stream goes on, or where its checksum is wrong.
func expectEnd(r io.Reader) error {
	var one [1]byte
	switch _, err := io.ReadFull(r, one[:]); {
	case err == nil:
		return errors.New("trailing bytes after the data")
	case errors.Is(err, io.EOF):
		return nil
	default:
		return fmt.Errorf("end of data: %w", err)
	}
}
