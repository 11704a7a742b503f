package httpapi

import (
	"net/http/httptest"
	"strings"
	"testing"
)

func TestGuard(t *testing.T) {
	h := Guard([]string{"rig7", "farm.example.org"}, Handler(newRig()))
	for host, want := range map[string]int{
		"127.0.0.1:9820": 200, "[::1]:9820": 200, "localhost": 200, "rig7:9820": 200, "RIG7": 200, "rig7.local": 200, "rig7.lan:80": 200, "10.1.2.3": 200, "farm.example.org": 200,
		"evil.example": 421, "rig7.evil.example": 421, "localhost.evil.example:9820": 421, "": 421, "x.farm.example.org": 421, "127.0.0.1.nip.io": 421,
	} {
		r := httptest.NewRequest("GET", "/api/status", nil)
		r.Host = host
		w := httptest.NewRecorder()
		h.ServeHTTP(w, r)
		if w.Code != want || want == 421 && strings.Contains(w.Body.String(), "GPU-") {
			t.Errorf("%q: %d, want %d", host, w.Code, want)
		}
	}
}

// What takes memory is asked for in small parts.
func TestCounts(t *testing.T) {
	for path, want := range map[string]int{
		"/api/decisions?n=100000": 400, "/api/decisions?n=1000": 200, "/api/decisions?n=-1": 400, "/api/decisions?n=x": 400, "/api/ledger?n=0": 400, "/api/ledger": 200, "/api/decisions?n=2&device=1": 200,
	} {
		if res, body := get(t, newRig(), path); res.StatusCode != want {
			t.Errorf("%s: %d %s", path, res.StatusCode, body)
		}
	}
}
