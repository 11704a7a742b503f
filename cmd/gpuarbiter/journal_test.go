package main

import (
	"testing"

	"go.uber.org/zap"
	"go.uber.org/zap/zapcore"
)

func TestPriorities(t *testing.T) {
	e := prioritised{zapcore.NewConsoleEncoder(zapcore.EncoderConfig{MessageKey: "m", LevelKey: "l", EncodeLevel: zapcore.LowercaseLevelEncoder})}
	for level, want := range map[zapcore.Level]string{zapcore.DebugLevel: "<7>debug\tx", zapcore.InfoLevel: "<6>info\tx", zapcore.WarnLevel: "<4>warn\tx", zapcore.ErrorLevel: "<3>error\tx", zapcore.FatalLevel: "<2>fatal\tx"} {
		line, err := e.Clone().EncodeEntry(zapcore.Entry{Level: level, Message: "x"}, []zap.Field{zap.Int("n", 1)})
		if err != nil || line.String() != want+"\t{\"n\": 1}\n" {
			t.Errorf("%q, %v", line, err)
		}
	}
}
