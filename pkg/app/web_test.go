package app

import (
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"testing"
)

// Who has taken the logins out of the file has not opened to everybody what they were for.
func TestActsNeedLogins(t *testing.T) {
	path := filepath.Join(t.TempDir(), "web.yaml")
	says := func(text string) http.Handler {
		return http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) { _, _ = w.Write([]byte(text)) })
	}
	ask := func(h http.Handler) string {
		w := httptest.NewRecorder()
		h.ServeHTTP(w, httptest.NewRequest(http.MethodPost, "/api/reload", nil))
		return w.Body.String()
	}
	h := webConfig(path).byLogin(says("acts"), says("looks"))
	for _, step := range []struct{ file, want string }{
		{"basic_auth_users: {me: x}\n", "acts"}, {"", "looks"}, {"basic_auth_users: {}\n", "looks"}, {"basic_auth_users: [", "looks"}, {"basic_auth_users: {me: x}\n", "acts"},
	} {
		if err := os.WriteFile(path, []byte(step.file), 0o600); err != nil {
			t.Fatal(err)
		}
		if got := ask(h); got != step.want {
			t.Errorf("%q: it %s, want %s", step.file, got, step.want)
		}
	}
	if err := os.Remove(path); err != nil {
		t.Fatal(err)
	}
	if got := ask(h); got != "looks" {
		t.Errorf("without the file it %s", got)
	}
	if got := ask(webConfig("").byLogin(says("acts"), says("looks"))); got != "looks" {
		t.Errorf("without a web configuration it %s", got)
	}
}
