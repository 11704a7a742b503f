package config

import (
	"fmt"
	"math"
	"net/url"
	"strconv"
	"strings"
	"unicode"
)

// PoolAddress is a pool's URL taken apart.
type PoolAddress struct {
	HostPort    string
	TLS         bool
	Fingerprint string // SHA-256 of the certificate, lower-case hexadecimal; "" none
}

// ParsePool reads stratum+tcp://host:port or stratum+ssl://host:port[#fingerprint]. The
// check of a configuration and the workers share it: what passes here can be mined at.
func ParsePool(raw string) (PoolAddress, error) {
	u, err := url.Parse(raw)
	if err != nil {
		return PoolAddress{}, fmt.Errorf("pool url %q cannot be read: write stratum+tcp://host:port", raw)
	}
	// OpenSSL prints a fingerprint with colons.
	a := PoolAddress{HostPort: u.Host, TLS: u.Scheme == "stratum+ssl", Fingerprint: strings.ToLower(strings.ReplaceAll(u.Fragment, ":", ""))}
	port, err := strconv.Atoi(u.Port())
	switch {
	case !a.TLS && u.Scheme != "stratum+tcp":
		return PoolAddress{}, fmt.Errorf("pool url %q: scheme must be stratum+tcp or stratum+ssl", raw)
	case u.User != nil || strings.Trim(u.Path, "/") != "" || u.RawQuery != "":
		return PoolAddress{}, fmt.Errorf("pool url %q: wallet and worker have fields of their own", u.Redacted())
	case u.Hostname() == "" || strings.ContainsFunc(u.Hostname(), notGraphic) || err != nil || port < 1 || port > math.MaxUint16:
		return PoolAddress{}, fmt.Errorf("pool url %q: want host:port", raw)
	case strings.Contains(raw, "#") && (!a.TLS || len(a.Fingerprint) != 64 || strings.Trim(a.Fingerprint, "0123456789abcdef") != ""):
		return PoolAddress{}, fmt.Errorf("pool url %q: the part after # must be the SHA-256 of a stratum+ssl certificate", raw)
	}
	return a, nil
}

// Word says why a value cannot be a worker's: logins and names go into lines and headers
// of others. It is nil if it can.
func Word(name, value string) error {
	if value == "" || strings.ContainsFunc(value, notGraphic) {
		return fmt.Errorf("%s %q: must be printable, without spaces, and not empty", name, value)
	}
	return nil
}

func notGraphic(r rune) bool { return !unicode.IsGraphic(r) || unicode.IsSpace(r) }
