package httpapi

import (
	"fmt"
	"net"
	"net/http"
	"net/netip"
	"slices"
	"strings"
)

// Guard serves only who asks for this machine by an address, by one of its own names or
// by one of the operator's: a page of a stranger's, whose name has come to mean this
// machine's address (DNS rebinding), is refused what it could read.
func Guard(names []string, h http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if !named(r.Host, names) {
			http.Error(w, fmt.Sprintf("this machine is not known as %.80q: name it in http.hosts", r.Host), http.StatusMisdirectedRequest)
			return
		}
		h.ServeHTTP(w, r)
	})
}

// named reports whether a Host header means this machine. A short name stands for itself in
// any domain of the local network's, which a stranger cannot register.
func named(host string, names []string) bool {
	if name, _, err := net.SplitHostPort(host); err == nil {
		host = name
	}
	host = strings.ToLower(strings.TrimSuffix(strings.Trim(host, "[]"), "."))
	if _, err := netip.ParseAddr(host); err == nil || host == "localhost" {
		return true
	}
	return slices.ContainsFunc(names, func(n string) bool {
		n = strings.ToLower(n)
		if host == n {
			return true
		}
		short, domain, _ := strings.Cut(host, ".")
		return short == n && slices.Contains([]string{"local", "lan", "home", "internal", "home.arpa"}, domain)
	})
}

// heavyAtOnce is how many answers that take memory are made at a time.
const heavyAtOnce = 2

// oneByOne lets a few requests in at a time; the others wait, or leave.
func oneByOne() func(http.HandlerFunc) http.HandlerFunc {
	seats := make(chan struct{}, heavyAtOnce)
	return func(h http.HandlerFunc) http.HandlerFunc {
		return func(w http.ResponseWriter, r *http.Request) {
			select {
			case seats <- struct{}{}:
			case <-r.Context().Done():
				return
			}
			defer func() { <-seats }()
			h(w, r)
		}
	}
}
