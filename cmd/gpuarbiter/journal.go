package main

import (
	"fmt"
	"os"

	"go.uber.org/zap/buffer"
	"go.uber.org/zap/zapcore"
)

// The journal takes a line's priority from its first characters (sd-daemon(3)), so that journalctl -p warning and
// alerts on priorities work; it has a time of its own.

// toJournal reports whether standard error goes to the journal.
func toJournal() bool { return os.Getenv("JOURNAL_STREAM") != "" }

// priorities are syslog's.
var priorities = map[zapcore.Level]int{zapcore.DebugLevel: 7, zapcore.InfoLevel: 6, zapcore.WarnLevel: 4, zapcore.ErrorLevel: 3}

// prioritised puts the priority before each line.
type prioritised struct{ zapcore.Encoder }

// Clone implements zapcore.Encoder.
func (p prioritised) Clone() zapcore.Encoder { return prioritised{p.Encoder.Clone()} }

// EncodeEntry implements zapcore.Encoder.
func (p prioritised) EncodeEntry(e zapcore.Entry, fields []zapcore.Field) (*buffer.Buffer, error) {
	line, err := p.Encoder.EncodeEntry(e, fields)
	if err != nil {
		return nil, err
	}
	priority, ok := priorities[e.Level]
	if !ok {
		priority = 2 // what the program does not survive
	}
	out := lines.Get()
	_, _ = fmt.Fprintf(out, "<%d>", priority)
	_, err = out.Write(line.Bytes())
	line.Free()
	return out, err
}

var lines = buffer.NewPool()
