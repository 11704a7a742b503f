package export

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
	"maps"
	"slices"

	"github.com/secure-systems-lab/go-securesystemslib/dsse"
)

// SignatureFile is what the signature of a folder's files is called, in that folder.
const SignatureFile = "model.sig"

// What OpenSSF Model Signing v1.0 calls its parts.
const (
	bundleType    = "application/vnd.dev.sigstore.bundle.v0.3+json"
	payloadType   = "application/vnd.in-toto+json"
	statementType = "https://in-toto.io/Statement/v1"
	predicateType = "https://model_signing/signature/v1.0"
)

// The bundle and the statement in it, with their fields in the order of their specifications.
type (
	bundle struct {
		MediaType string         `json:"mediaType"`
		Material  material       `json:"verificationMaterial"`
		Envelope  *dsse.Envelope `json:"dsseEnvelope"`
	}
	material struct {
		PublicKey struct {
			Hint string `json:"hint"` // SHA-256 of the public key in PEM
		} `json:"publicKey"`
		Log []struct{} `json:"tlogEntries"` // none: there is no log that it hangs on
	}
	statement struct {
		Type          string    `json:"_type"`
		Subject       []subject `json:"subject"`
		PredicateType string    `json:"predicateType"`
		Predicate     predicate `json:"predicate"`
	}
	subject struct {
		Name   string            `json:"name"`
		Digest map[string]string `json:"digest"` // of the resources' digests, one behind the other
	}
	predicate struct {
		Serialization serialization `json:"serialization"`
		Resources     []resource    `json:"resources"`
	}
	serialization struct {
		Method   string   `json:"method"`
		Hash     string   `json:"hash_type"`
		Symlinks bool     `json:"allow_symlinks"`
		Ignored  []string `json:"ignore_paths"`
	}
	resource struct {
		Name      string `json:"name"`
		Algorithm string `json:"algorithm"`
		Digest    string `json:"digest"`
	}
)

// Sign signs the files of a folder, by their names there, as OpenSSF Model Signing v1.0 has it: a
// Sigstore bundle over an in-toto statement of their digests. The same files and key give the same
// bytes. Who has the public key verifies them without any network.
func Sign(folder string, files map[string][]byte, key *ecdsa.PrivateKey) ([]byte, error) {
	payload, err := json.Marshal(statementOf(folder, files))
	if err != nil {
		return nil, err
	}
	b := bundle{MediaType: bundleType, Material: material{Log: []struct{}{}}}
	if b.Material.PublicKey.Hint, err = hintOf(&key.PublicKey); err != nil {
		return nil, err
	}
	signer, err := dsse.NewEnvelopeSigner(ecdsaSigner{key})
	if err != nil {
		return nil, err
	}
	if b.Envelope, err = signer.SignPayload(context.Background(), payloadType, payload); err != nil {
		return nil, fmt.Errorf("signature of the model: %w", err)
	}
	text, err := json.MarshalIndent(b, "", "  ")
	return append(text, '\n'), err
}

func statementOf(folder string, files map[string][]byte) statement {
	s := statement{Type: statementType, PredicateType: predicateType, Predicate: predicate{
		Serialization: serialization{Method: "files", Hash: "sha256", Ignored: []string{SignatureFile}},
		Resources:     []resource{},
	}}
	all := sha256.New()
	for _, name := range slices.Sorted(maps.Keys(files)) {
		digest := sha256.Sum256(files[name])
		all.Write(digest[:])
		s.Predicate.Resources = append(s.Predicate.Resources, resource{name, "sha256", hex.EncodeToString(digest[:])})
	}
	s.Subject = []subject{{folder, map[string]string{"sha256": hex.EncodeToString(all.Sum(nil))}}}
	return s
}

// hintOf is how a bundle names the key that verifies it.
func hintOf(key *ecdsa.PublicKey) (string, error) {
	der, err := x509.MarshalPKIXPublicKey(key)
	if err != nil {
		return "", err
	}
	hash := sha256.Sum256(pem.EncodeToMemory(&pem.Block{Type: "PUBLIC KEY", Bytes: der}))
	return hex.EncodeToString(hash[:]), nil
}

// ecdsaSigner signs without randomness (RFC 6979): a bad source of it would give the key away.
type ecdsaSigner struct{ key *ecdsa.PrivateKey }

func (s ecdsaSigner) Sign(_ context.Context, data []byte) ([]byte, error) {
	digest := sha256.Sum256(data)
	return s.key.Sign(nil, digest[:], crypto.SHA256)
}

// KeyID is empty: the bundle names the key.
func (ecdsaSigner) KeyID() (string, error) { return "", nil }

// ReadKey reads a private key of the curve P-256 in PEM, as `openssl ecparam -name prime256v1 -genkey`
// and `openssl genpkey` write it.
func ReadKey(text []byte) (*ecdsa.PrivateKey, error) {
	for block, rest := pem.Decode(text); block != nil; block, rest = pem.Decode(rest) {
		var key any
		var err error
		switch {
		case block.Type == "EC PARAMETERS":
			continue
		case block.Type == "EC PRIVATE KEY" && block.Headers["DEK-Info"] == "":
			key, err = x509.ParseECPrivateKey(block.Bytes)
		case block.Type == "PRIVATE KEY":
			key, err = x509.ParsePKCS8PrivateKey(block.Bytes)
		default:
			return nil, fmt.Errorf("it holds %q, want a private key without a password", block.Type)
		}
		if err != nil {
			return nil, err
		}
		if ec, ok := key.(*ecdsa.PrivateKey); ok && ec.Curve == elliptic.P256() {
			return ec, nil
		}
		return nil, errors.New("the key is not of the curve P-256")
	}
	if bytes.Contains(text, []byte("-----BEGIN")) {
		return nil, errors.New("the PEM block is damaged")
	}
	return nil, errors.New("it is not in PEM")
}
