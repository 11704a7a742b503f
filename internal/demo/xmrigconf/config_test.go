package xmrigconf

import (
	"strings"
	"testing"
)

const minimal = `{"pools":[{"url":"127.0.0.1:3333","user":"w","enabled":true}]}`

func TestParse(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"minimal", minimal, ""},
		{"unknown keys are XMRig's affair", `{"randomx":{"mode":"auto"},"pools":[{"url":"[::1]:1","user":"w","enabled":true,"nicehash":false}]}`, ""},
		{"not json", `{`, "unexpected end"},
		{"no pool", `{}`, "none is enabled"},
		{"bad port", `{"pools":[{"url":"h:0","user":"w","enabled":true}]}`, "not host:port"},
		{"no user", `{"pools":[{"url":"h:1","enabled":true}]}`, "pools.user"},
		{"open api", `{"http":{"enabled":true,"host":"0.0.0.0","port":1},"pools":[{"url":"h:1","user":"w","enabled":true}]}`, "loopback"},
		{"negative limit", `{"gpuarbiter":{"hash-limit":-1},"pools":[{"url":"h:1","user":"w","enabled":true}]}`, "hash-limit"},
		{"threads", `{"cpu":{"*":{"threads":-3}},"pools":[{"url":"h:1","user":"w","enabled":true}]}`, "threads"},
		{"pin without tls", `{"pools":[{"url":"h:1","user":"w","enabled":true,"tls-fingerprint":"aa"}]}`, "tls is off"},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := Parse([]byte(c.in))
			if c.want == "" && err != nil || c.want != "" && (err == nil || !strings.Contains(err.Error(), c.want)) {
				t.Fatalf("want %q, got %v", c.want, err)
			}
		})
	}
}

func TestParseReportsAllFaults(t *testing.T) {
	_, err := Parse([]byte(`{"retry-pause":0,"print-time":-1}`))
	for _, want := range []string{"retry-pause", "print-time", "pools"} {
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s is not reported: %v", want, err)
		}
	}
}

func FuzzParse(f *testing.F) {
	f.Add([]byte(minimal))
	f.Add([]byte(`{"cpu":{"*":[1,2]},"pools":null}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		if c, err := Parse(data); err == nil {
			if p, ok := c.ActivePool(); !ok || p.User == "" {
				t.Fatal("a configuration without a usable pool was accepted")
			}
		}
	})
}
