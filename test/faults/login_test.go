package faults

import (
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/tls"
	"crypto/x509"
	"encoding/pem"
	"fmt"
	"io"
	"math/big"
	"net"
	"net/http"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"golang.org/x/crypto/bcrypt"

	"github.com/gpuarbiter/gpuarbiter/pkg/scheduler"
)

const user, password = "shed", "a long one"

// logins is a web configuration with one user.
func logins(t *testing.T) string {
	t.Helper()
	hash, err := bcrypt.GenerateFromPassword([]byte(password), bcrypt.MinCost)
	if err != nil {
		t.Fatal(err)
	}
	return fmt.Sprintf("basic_auth_users: {%s: %q}\n", user, hash)
}

// certificate writes one of this machine's, with its key.
func certificate(t *testing.T, dir string) *x509.CertPool {
	t.Helper()
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	of := &x509.Certificate{SerialNumber: big.NewInt(1), NotBefore: time.Now().Add(-time.Hour), NotAfter: time.Now().Add(24 * time.Hour), IPAddresses: []net.IP{net.IPv4(127, 0, 0, 1)}, IsCA: true, BasicConstraintsValid: true}
	der, err := x509.CreateCertificate(rand.Reader, of, of, &key.PublicKey, key)
	if err != nil {
		t.Fatal(err)
	}
	secret, err := x509.MarshalECPrivateKey(key)
	if err != nil {
		t.Fatal(err)
	}
	public := pem.EncodeToMemory(&pem.Block{Type: "CERTIFICATE", Bytes: der})
	write(t, filepath.Join(dir, "cert.pem"), string(public))
	write(t, filepath.Join(dir, "key.pem"), string(pem.EncodeToMemory(&pem.Block{Type: "EC PRIVATE KEY", Bytes: secret})))
	pool := x509.NewCertPool()
	pool.AppendCertsFromPEM(public)
	return pool
}

// TestLogin: over HTTP one can act only after a login, and not from a stranger's page; without a web configuration the
// address is for reading.
func TestLogin(t *testing.T) {
	t.Parallel()
	_, pool := servePool(t, 50)
	for name, web := range map[string]string{"no web configuration": "", "a login": "users", "a login over TLS": "tls", "TLS alone": "tls alone"} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			dir, address := t.TempDir(), freeAddress(t)
			config, base := filepath.Join(dir, "config.yaml"), "http://"+address
			client := &http.Client{Timeout: 30 * time.Second}
			text := fmt.Sprintf(pageConfig, address, pool)
			file := ""
			if strings.HasPrefix(web, "tls") {
				client.Transport = &http.Transport{TLSClientConfig: &tls.Config{RootCAs: certificate(t, dir)}}
				base, file = "https://"+address, "tls_server_config: {cert_file: cert.pem, key_file: key.pem}\n"
			}
			if web == "users" || web == "tls" {
				file += logins(t)
			}
			if file == "" {
				text = strings.Replace(text, ", web_config: web.yaml", "", 1)
			}
			write(t, config, text)
			write(t, filepath.Join(dir, "web.yaml"), file)
			d := start(t, dir, config)
			ask := func(method, path, origin string, as bool) (int, string) {
				t.Helper()
				r, err := http.NewRequestWithContext(t.Context(), method, base+path, strings.NewReader(`{"action": "pause", "devices": ["2"]}`))
				if err != nil {
					t.Fatal(err)
				}
				if as {
					r.SetBasicAuth(user, password)
				}
				if origin != "" {
					r.Header.Set("Origin", origin)
				}
				resp, err := client.Do(r)
				if err != nil {
					t.Fatal(err)
				}
				defer resp.Body.Close()
				body, err := io.ReadAll(resp.Body)
				if err != nil {
					t.Fatal(err)
				}
				return resp.StatusCode, string(body)
			}
			acts := web == "users" || web == "tls"
			want := map[bool]int{true: http.StatusUnauthorized, false: http.StatusOK}[acts]
			for _, path := range []string{"/", "/metrics", "/api/status"} {
				if code, _ := ask("GET", path, "", false); code != want {
					t.Errorf("%s without a login: %d", path, code)
				}
			}
			code, body := ask("GET", "/", "", true)
			if shows := strings.Contains(body, "data-do="); code != http.StatusOK || shows != acts {
				t.Errorf("the page: %d, buttons: %v", code, shows)
			}
			if code, _ := ask("GET", "/metrics", "", true); code != http.StatusOK {
				t.Errorf("metrics with the login: %d", code)
			}
			if code, _ := ask("POST", "/api/command", "https://stranger.example", true); code < 400 {
				t.Errorf("from a stranger's page: %d", code)
			}
			if code, _ := ask("POST", "/api/command", "", false); code < 400 {
				t.Errorf("without a login: %d", code)
			}
			if s := d.device(2); s.Phase == scheduler.PhasePaused {
				t.Fatal("it is paused all the same")
			}
			code, body = ask("POST", "/api/command", base, true)
			if (code == http.StatusOK) != acts {
				t.Errorf("after a login: %d %s", code, body)
			}
			if acts {
				d.within(patience, "the pause", func() bool { return d.device(2).Phase == scheduler.PhasePaused })
				if code, _ := ask("POST", "/api/reload", base, true); code != http.StatusOK {
					t.Errorf("a reload: %d", code)
				}
				d.within(patience, "the reload", func() bool { return d.logged("configuration reloaded") == 1 })
			}
		})
	}
}
