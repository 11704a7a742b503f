package stratum

import (
	"context"
	"crypto/sha256"
	"crypto/tls"
	"crypto/x509"
	"encoding/hex"
	"errors"
	"fmt"
	"net"
	"strings"
	"time"
)

// CertificateError is a certificate that is not taken. Its fingerprint is what an
// operator who knows the pool can pin.
type CertificateError struct {
	Fingerprint string // SHA-256, hexadecimal
	Err         error
}

func (e *CertificateError) Error() string {
	return fmt.Sprintf("the pool's certificate is not trusted (%v); if it is the pool's own, pin it: write #%s behind the pool's address", e.Err, e.Fingerprint)
}

func (e *CertificateError) Unwrap() error { return e.Err }

// ErrNoTLS is a port that does not speak TLS.
var ErrNoTLS = errors.New("the port does not speak TLS; write stratum+tcp:// if the pool has none there")

// ErrSpeaksTLS is a port that speaks TLS where none is asked for.
var ErrSpeaksTLS = errors.New("the port speaks TLS")

// Endpoint is where a pool is.
type Endpoint struct {
	Address     string // host:port
	TLS         bool
	Fingerprint string // of its certificate, SHA-256 in hexadecimal; "": its chain must be good
}

// dialTimeout bounds a connection's begin.
const dialTimeout = 10 * time.Second

// Dial connects, with TLS where it is asked for. A pinned fingerprint replaces
// the check of the chain, as pools sign their own certificates; without one the
// chain must be good (XMRig would take any).
func (e Endpoint) Dial(ctx context.Context) (net.Conn, error) {
	ctx, cancel := context.WithTimeout(ctx, dialTimeout)
	defer cancel()
	if !e.TLS {
		return (&net.Dialer{}).DialContext(ctx, "tcp", e.Address)
	}
	host, _, err := net.SplitHostPort(e.Address)
	if err != nil {
		return nil, err
	}
	check := chained(host)
	if e.Fingerprint != "" {
		check = pinned(e.Fingerprint)
	}
	// The check is ours, so that it can name the fingerprint.
	config := &tls.Config{MinVersion: tls.VersionTLS12, InsecureSkipVerify: true, VerifyConnection: check}
	conn, err := (&tls.Dialer{Config: config}).DialContext(ctx, "tcp", e.Address)
	var record tls.RecordHeaderError
	var op *net.OpError
	var certificate *CertificateError
	switch {
	case errors.As(err, &record):
		return nil, ErrNoTLS
	case err == nil || errors.As(err, &certificate) || errors.As(err, &op) && op.Op == "dial":
		return conn, err
	}
	return nil, fmt.Errorf("no TLS session: %w (does the port speak TLS?)", err)
}

// chained checks the certificate as crypto/tls would.
func chained(host string) func(tls.ConnectionState) error {
	return func(cs tls.ConnectionState) error {
		leaf, fingerprint, err := leafOf(cs)
		if err != nil {
			return err
		}
		options := x509.VerifyOptions{DNSName: host, Intermediates: x509.NewCertPool()}
		for _, c := range cs.PeerCertificates[1:] {
			options.Intermediates.AddCert(c)
		}
		if _, err := leaf.Verify(options); err != nil {
			return &CertificateError{fingerprint, err}
		}
		return nil
	}
}

func pinned(fingerprint string) func(tls.ConnectionState) error {
	return func(cs tls.ConnectionState) error {
		_, got, err := leafOf(cs)
		if err != nil {
			return err
		}
		if !strings.EqualFold(got, fingerprint) {
			return &CertificateError{got, fmt.Errorf("its fingerprint is not the pinned %s", fingerprint)}
		}
		return nil
	}
}

func leafOf(cs tls.ConnectionState) (*x509.Certificate, string, error) {
	if len(cs.PeerCertificates) == 0 {
		return nil, "", errors.New("the pool showed no certificate")
	}
	leaf := cs.PeerCertificates[0]
	sum := sha256.Sum256(leaf.Raw)
	return leaf, hex.EncodeToString(sum[:]), nil
}
