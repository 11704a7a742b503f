package process

import (
	"fmt"
	"io"
	"os"

	"golang.org/x/sys/unix"
)

// logFile is a file that is moved to path.1 when it has grown past max bytes,
// so that a worker's log takes at most twice that.
type logFile struct {
	path string
	max  int64
	file *os.File
	size int64
}

func openLog(path string, max int64) (*logFile, error) {
	if max <= 0 {
		max = defaultLogMaxBytes
	}
	l := &logFile{path: path, max: max}
	return l, l.open()
}

func (l *logFile) open() error {
	// The log lies in the worker's folder: what stands there in its place, such as
	// a link to a file of the daemon's, was put there to be written to.
	if info, err := os.Lstat(l.path); err == nil && !info.Mode().IsRegular() {
		if err := os.Remove(l.path); err != nil {
			return fmt.Errorf("worker log: %w", err)
		}
	}
	file, err := os.OpenFile(l.path, os.O_CREATE|os.O_APPEND|os.O_WRONLY|unix.O_NOFOLLOW|unix.O_NONBLOCK, 0o640)
	if err != nil {
		return fmt.Errorf("worker log: %w", err)
	}
	info, err := file.Stat()
	if err == nil && !info.Mode().IsRegular() {
		err = fmt.Errorf("%s: not a regular file", l.path)
	}
	if err != nil {
		file.Close()
		return fmt.Errorf("worker log: %w", err)
	}
	l.file, l.size = file, info.Size()
	return nil
}

func (l *logFile) Write(p []byte) (int, error) {
	if l.size > 0 && l.size+int64(len(p)) > l.max {
		if err := l.rotate(); err != nil {
			return 0, err
		}
	}
	n, err := l.file.Write(p)
	l.size += int64(n)
	return n, err
}

func (l *logFile) rotate() error {
	l.file.Close()
	if err := os.Rename(l.path, l.path+".1"); err != nil {
		return fmt.Errorf("worker log: %w", err)
	}
	return l.open()
}

func (l *logFile) Close() error { return l.file.Close() }

// drain copies src to dst until src ends. A destination that fails (the daemon
// has gone, the disk is full) must not stop the worker, which would otherwise
// block on a full pipe or die of SIGPIPE before it has saved its work: what
// cannot be written is dropped.
func drain(dst io.Writer, src io.Reader) {
	buf := make([]byte, 32<<10)
	for {
		n, err := src.Read(buf)
		if n > 0 && dst != nil {
			if _, werr := dst.Write(buf[:n]); werr != nil {
				dst = nil
			}
		}
		if err != nil {
			return
		}
	}
}
