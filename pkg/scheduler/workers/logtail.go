package workers

import (
	"io"
	"os"
	"regexp"
	"strings"

	"golang.org/x/sys/unix"

	"github.com/gpuarbiter/gpuarbiter/pkg/plain"
)

// tailSize is how much of a log's end is looked at.
const tailSize = 8 << 10

var (
	colours  = regexp.MustCompile(`\x1b\[[0-9;]*m`)
	stamp    = regexp.MustCompile(`^\[[0-9: .-]+\]\s*`)
	troubles = regexp.MustCompile(`(?i)error|refused|reject|banned|fail|invalid|disabled|cannot|unable|unknown|not found|no such|denied|unsupported|out of memory|no active pools|terminated`)
)

// lastTrouble is the last line of a miner's log that tells of trouble, for miners whose API
// does not say why they have no pool; "" if there is none. What stands before from is an
// earlier worker's, unless the log was begun anew. The log lies in the worker's folder: what is
// no plain file there is not read.
func lastTrouble(path string, from int64, known func(line string) string) string {
	file, info, err := plain.OpenFile(path, unix.O_NOFOLLOW)
	if err != nil {
		return ""
	}
	defer file.Close()
	if from > info.Size() {
		from = 0
	}
	text, err := io.ReadAll(io.NewSectionReader(file, max(info.Size()-tailSize, from), tailSize))
	if err != nil {
		return ""
	}
	last := ""
	for line := range strings.Lines(string(text)) {
		line = stamp.ReplaceAllString(colours.ReplaceAllString(line, ""), "")
		if troubles.MatchString(line) || known(line) != "" {
			last = plain.Line(line)
		}
	}
	return last
}

// logged is how long a log is; 0 if there is none.
func logged(path string) int64 {
	info, err := os.Lstat(path)
	if err != nil {
		return 0
	}
	return info.Size()
}
