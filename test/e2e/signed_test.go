//go:build e2e

package e2e

import (
	"bytes"
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/x509"
	"encoding/pem"
	"errors"
	"os"
	"path/filepath"
	"testing"

	"github.com/gpuarbiter/gpuarbiter/pkg/model/export"
)

// signingKey signs models, from a file.
type signingKey struct {
	*ecdsa.PrivateKey
	file string
}

func newSigningKey(t *testing.T) signingKey {
	t.Helper()
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	der, err := x509.MarshalECPrivateKey(key)
	file := filepath.Join(t.TempDir(), "key.pem")
	if err := errors.Join(err, os.WriteFile(file, pem.EncodeToMemory(&pem.Block{Type: "EC PRIVATE KEY", Bytes: der}), 0o600)); err != nil {
		t.Fatal(err)
	}
	return signingKey{key, file}
}

// signed checks that a folder's signature is of all its other files, as they are.
func (k signingKey) signed(t *testing.T, dir string) {
	t.Helper()
	names, err := filepath.Glob(filepath.Join(dir, "*"))
	if err != nil {
		t.Fatal(err)
	}
	files := map[string][]byte{}
	for _, name := range names {
		if files[filepath.Base(name)], err = os.ReadFile(name); err != nil {
			t.Fatal(err)
		}
	}
	got := files[export.SignatureFile]
	delete(files, export.SignatureFile)
	want, err := export.Sign(filepath.Base(dir), files, k.PrivateKey)
	if err != nil || len(files) < 2 || !bytes.Equal(got, want) {
		t.Errorf("%s of %d files: %v\n%s\nwant\n%s", export.SignatureFile, len(files), err, got, want)
	}
}
