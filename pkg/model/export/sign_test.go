package export_test

import (
	"bytes"
	"context"
	"crypto"
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/sha256"
	"crypto/x509"
	"encoding/hex"
	"encoding/json"
	"encoding/pem"
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/secure-systems-lab/go-securesystemslib/dsse"
	"pgregory.net/rapid"

	"github.com/gpuarbiter/gpuarbiter/pkg/model/export"
	"github.com/gpuarbiter/gpuarbiter/test/golden"
)

// keyOf is a key that is the same in every run.
func keyOf(t interface{ Fatal(...any) }, seed string) *ecdsa.PrivateKey {
	raw := sha256.Sum256([]byte(seed))
	key, err := ecdsa.ParseRawPrivateKey(elliptic.P256(), raw[:])
	if err != nil {
		t.Fatal(err)
	}
	return key
}

// publicKey verifies as whoever has the public key alone does.
type publicKey struct{ *ecdsa.PublicKey }

func (k publicKey) Verify(_ context.Context, data, sig []byte) error {
	if digest := sha256.Sum256(data); !ecdsa.VerifyASN1(k.PublicKey, digest[:], sig) {
		return errors.New("the signature is not the key's")
	}
	return nil
}

func (k publicKey) KeyID() (string, error)   { return "", nil }
func (k publicKey) Public() crypto.PublicKey { return k.PublicKey }

// verify is what a signature promises: that it is the key's, of just these files.
func verify(text []byte, files map[string][]byte, key *ecdsa.PublicKey) error {
	var b struct {
		MediaType string `json:"mediaType"`
		Material  struct {
			PublicKey struct{ Hint string }
			Log       []any `json:"tlogEntries"`
		} `json:"verificationMaterial"`
		Envelope *dsse.Envelope `json:"dsseEnvelope"`
	}
	if err := json.Unmarshal(text, &b); err != nil {
		return err
	}
	der, err := x509.MarshalPKIXPublicKey(key)
	if err != nil {
		return err
	}
	if want := sha256.Sum256(pem.EncodeToMemory(&pem.Block{Type: "PUBLIC KEY", Bytes: der})); b.Material.PublicKey.Hint != hex.EncodeToString(want[:]) || b.Material.Log == nil {
		return fmt.Errorf("verification material %+v", b.Material)
	}
	if b.MediaType != "application/vnd.dev.sigstore.bundle.v0.3+json" || b.Envelope == nil || b.Envelope.PayloadType != "application/vnd.in-toto+json" {
		return fmt.Errorf("media type %q", b.MediaType)
	}
	v, err := dsse.NewEnvelopeVerifier(publicKey{key})
	if err != nil {
		return err
	}
	if _, err := v.Verify(context.Background(), b.Envelope); err != nil {
		return err
	}
	payload, err := b.Envelope.DecodeB64Payload()
	if err != nil {
		return err
	}
	var s struct {
		Type          string `json:"_type"`
		Subject       []struct{ Digest map[string]string }
		PredicateType string
		Predicate     struct {
			Resources []struct{ Name, Algorithm, Digest string }
		}
	}
	if err := json.Unmarshal(payload, &s); err != nil {
		return err
	}
	if s.Type != "https://in-toto.io/Statement/v1" || s.PredicateType != "https://model_signing/signature/v1.0" || len(s.Subject) != 1 || len(s.Predicate.Resources) != len(files) {
		return fmt.Errorf("statement %s", payload)
	}
	all := sha256.New()
	for _, r := range s.Predicate.Resources {
		file, known := files[r.Name]
		digest := sha256.Sum256(file)
		if !known || r.Algorithm != "sha256" || r.Digest != hex.EncodeToString(digest[:]) {
			return fmt.Errorf("%s is not what was signed", r.Name)
		}
		all.Write(digest[:])
	}
	if s.Subject[0].Digest["sha256"] != hex.EncodeToString(all.Sum(nil)) {
		return errors.New("the subject is not made of the resources")
	}
	return nil
}

// A signature is the same for the same files and key: others rely on its form. The verifier of
// keys of the reference implementation (sigstore/model-transparency) took this very file.
func TestSignature(t *testing.T) {
	key := keyOf(t, "golden")
	files := map[string][]byte{"winner.onnx": []byte("a network"), "card.md": []byte("# The model\n"), "winner.gaq": {1, 2, 3}}
	text, err := export.Sign("winner", files, key)
	if err != nil {
		t.Fatal(err)
	}
	if err := verify(text, files, &key.PublicKey); err != nil {
		t.Error(err)
	}
	golden.Compare(t, "model.sig", string(text))
}

// What is signed verifies with its key; with another key, another file, one more or one less it does not.
func TestSignaturesAreOfJustTheseFiles(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		files := rapid.MapOfN(rapid.StringMatching(`[a-z]{1,8}\.(md|onnx|gaq)`), rapid.SliceOf(rapid.Byte()), 1, 5).Draw(t, "files")
		key, other := keyOf(t, "ours"), keyOf(t, "another's")
		text, err := export.Sign("folder", files, key)
		if err != nil {
			t.Fatal(err)
		}
		if err := verify(text, files, &key.PublicKey); err != nil {
			t.Fatal(err)
		}
		if verify(text, files, &other.PublicKey) == nil {
			t.Fatal("another key verifies it")
		}
		for name, content := range files {
			files[name] = append(bytes.Clone(content), 0)
			if verify(text, files, &key.PublicKey) == nil {
				t.Fatalf("%s is another and nobody says so", name)
			}
			delete(files, name)
			if verify(text, files, &key.PublicKey) == nil {
				t.Fatalf("%s is missing and nobody says so", name)
			}
			files[name] = content
		}
		files["more"] = nil
		if verify(text, files, &key.PublicKey) == nil {
			t.Fatal("a file more and nobody says so")
		}
	})
}

func TestKeys(t *testing.T) {
	encode := func(kind string, key any) string {
		der, err := x509.MarshalPKCS8PrivateKey(key)
		if ec, ok := key.(*ecdsa.PrivateKey); ok && kind == "EC PRIVATE KEY" {
			der, err = x509.MarshalECPrivateKey(ec)
		}
		if err != nil {
			t.Fatal(err)
		}
		return string(pem.EncodeToMemory(&pem.Block{Type: kind, Bytes: der}))
	}
	key := keyOf(t, "ours")
	const parameters = "-----BEGIN EC PARAMETERS-----\nBggqhkjOPQMBBw==\n-----END EC PARAMETERS-----\n"
	for name, text := range map[string]string{
		"SEC 1": encode("EC PRIVATE KEY", key), "with parameters before it": parameters + encode("EC PRIVATE KEY", key), "PKCS #8": encode("PRIVATE KEY", key),
	} {
		if got, err := export.ReadKey([]byte(text)); err != nil || !got.Equal(key) {
			t.Errorf("%s: %v", name, err)
		}
	}
	raw := sha256.Sum256([]byte("wide"))
	wide, err := ecdsa.ParseRawPrivateKey(elliptic.P384(), append(make([]byte, 16), raw[:]...))
	if err != nil {
		t.Fatal(err)
	}
	for name, c := range map[string]struct{ text, want string }{
		"nothing":           {"", "not in PEM"},
		"text":              {"my key", "not in PEM"},
		"cut":               {encode("PRIVATE KEY", key)[:60], "damaged"},
		"another curve":     {encode("PRIVATE KEY", wide), "P-256"},
		"a public key":      {"-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----\n", "private key"},
		"with a password":   {"-----BEGIN ENCRYPTED PRIVATE KEY-----\nAAAA\n-----END ENCRYPTED PRIVATE KEY-----\n", "without a password"},
		"one of the old":    {"-----BEGIN EC PRIVATE KEY-----\nProc-Type: 4,ENCRYPTED\nDEK-Info: AES-256-CBC,00\n\nAAAA\n-----END EC PRIVATE KEY-----\n", "without a password"},
		"bytes of no key":   {"-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n", "asn1"},
		"parameters, alone": {parameters, "damaged"},
	} {
		if _, err := export.ReadKey([]byte(c.text)); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v, want %q", name, err, c.want)
		}
	}
}
