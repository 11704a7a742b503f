package plain

import (
	"fmt"
	"io"
	"os"

	"golang.org/x/sys/unix"
)

// OpenFile opens a regular file to read; flags may add O_NOFOLLOW. What else stands at
// the path is refused at once: the open of a FIFO would wait for its writer, and hold up
// whoever waits for us.
func OpenFile(path string, flags int) (*os.File, os.FileInfo, error) {
	f, err := os.OpenFile(path, os.O_RDONLY|unix.O_NONBLOCK|flags, 0)
	if err != nil {
		return nil, nil, err
	}
	info, err := f.Stat()
	if err == nil && !info.Mode().IsRegular() {
		err = fmt.Errorf("%s is no regular file", path)
	}
	if err != nil {
		f.Close()
		return nil, nil, err
	}
	return f, info, nil
}

// ReadFile reads a regular file of at most so many bytes; flags as for OpenFile.
func ReadFile(path string, flags int, most int64) ([]byte, error) {
	f, info, err := OpenFile(path, flags)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	text, err := io.ReadAll(io.LimitReader(f, most+1))
	switch {
	case err != nil:
		return nil, fmt.Errorf("%s: %w", path, err)
	case int64(len(text)) > most:
		return nil, fmt.Errorf("%s is over the size limit: %d bytes, at most %d", path, max(info.Size(), most+1), most)
	}
	return text, nil
}
