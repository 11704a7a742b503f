package workers

import (
	"io"
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
// does not say why they have no pool; "" if there is none. The log lies in the worker's
// folder: what is no plain file there is not read.
func lastTrouble(path string) string {
	file, info, err := plain.OpenFile(path, unix.O_NOFOLLOW)
	if err != nil {
		return ""
	}
	defer file.Close()
	text, err := io.ReadAll(io.NewSectionReader(file, max(info.Size()-tailSize, 0), tailSize))
	if err != nil {
		return ""
	}
	last := ""
	for line := range strings.Lines(string(text)) {
		line = stamp.ReplaceAllString(colours.ReplaceAllString(line, ""), "")
		if troubles.MatchString(line) {
			last = plain.Line(line)
		}
	}
	return last
}
