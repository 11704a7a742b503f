// Command hour stands in for what a rig meets in its first hour: where prices and difficulties come from,
// the pools, and, under their names, the miners. deploy/debian/first-hour.sh puts it into a Debian of its own.
//
//	hour CA.crt ADDRESS    writes its authority's certificate, and serves at the address
package main

import (
	"bufio"
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/tls"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/json"
	"encoding/pem"
	"errors"
	"fmt"
	"io"
	"math/big"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"
)

type object = map[string]any

func main() {
	err := errors.New("usage: hour CA.crt ADDRESS")
	switch name := filepath.Base(os.Args[0]); {
	case name == "t-rex" || name == "lolMiner":
		err = mine(name, os.Args[1:])
	case len(os.Args) == 3:
		err = serve(os.Args[1], os.Args[2])
	}
	fmt.Fprintln(os.Stderr, err)
	os.Exit(1)
}

// names are those that config init writes, in the configuration or by the sources' types.
var names = []string{"api.coingecko.com", "whattomine.com", "api.frankfurter.dev", "rvn.2miners.com", "etc.2miners.com", "erg.2miners.com"}

func serve(ca, address string) error {
	certificate, err := certify(ca)
	if err != nil {
		return err
	}
	secret := &tls.Config{Certificates: []tls.Certificate{certificate}}
	failed := make(chan error)
	for _, port := range []string{"16060", "11010", "18888"} {
		l, err := tls.Listen("tcp", net.JoinHostPort(address, port), secret)
		if err != nil {
			return err
		}
		go func() { failed <- pool(l) }()
	}
	l, err := tls.Listen("tcp", net.JoinHostPort(address, "443"), secret)
	if err != nil {
		return err
	}
	mux := http.NewServeMux()
	// Made up: what mining pays in most years is less than power costs, and a rig that idles shows little.
	mux.HandleFunc("api.coingecko.com/", answer(func() any {
		at := time.Now().Unix()
		return object{
			"ravencoin": object{"usd": 0.19, "last_updated_at": at}, "ethereum-classic": object{"usd": 41, "last_updated_at": at}, "ergo": object{"usd": 0.9, "last_updated_at": at},
		}
	}))
	mux.HandleFunc("whattomine.com/", answer(func() any {
		at := time.Now().Unix()
		coin := func(tag string, difficulty, reward float64) object {
			return object{"tag": tag, "difficulty": difficulty, "block_reward": reward, "timestamp": at}
		}
		return object{"coins": object{"Ravencoin": coin("RVN", 56000, 1250), "EthereumClassic": coin("ETC", 2.2e14, 2.05), "Ergo": coin("ERG", 1.1e15, 9)}}
	}))
	mux.HandleFunc("api.frankfurter.dev/", answer(func() any {
		return object{"base": "EUR", "date": time.Now().UTC().Format(time.DateOnly), "rates": object{"USD": 1.16, "GBP": 0.87, "CHF": 0.93}}
	}))
	go func() { failed <- http.Serve(l, mux) }()
	return <-failed
}

// certify makes an authority for this run, and a certificate for the names.
func certify(ca string) (tls.Certificate, error) {
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		return tls.Certificate{}, err
	}
	t := &x509.Certificate{
		SerialNumber: big.NewInt(1), Subject: pkix.Name{CommonName: "first hour"}, NotBefore: time.Now().Add(-time.Hour), NotAfter: time.Now().Add(24 * time.Hour),
		DNSNames: names, IsCA: true, BasicConstraintsValid: true,
	}
	der, err := x509.CreateCertificate(rand.Reader, t, t, &key.PublicKey, key)
	if err != nil {
		return tls.Certificate{}, err
	}
	return tls.Certificate{Certificate: [][]byte{der}, PrivateKey: key}, os.WriteFile(ca, pem.EncodeToMemory(&pem.Block{Type: "CERTIFICATE", Bytes: der}), 0o644)
}

func answer(of func() any) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "application/json")
		_ = json.NewEncoder(w).Encode(of())
	}
}

// pool takes every login, in Bitcoin's dialect and Ethereum's, and has a job for it.
func pool(l net.Listener) error {
	for {
		conn, err := l.Accept()
		if err != nil {
			return err
		}
		go func() {
			defer conn.Close()
			for lines := bufio.NewScanner(conn); lines.Scan(); {
				var m struct {
					ID     any
					Method string
				}
				if json.Unmarshal(lines.Bytes(), &m) != nil {
					return
				}
				say(conn, object{"id": m.ID, "result": result(m.Method), "error": nil})
				if m.Method == "mining.authorize" {
					say(conn, object{"id": nil, "method": "mining.notify", "params": []any{"1", zeros, zeros, zeros, true, 1, "1b00ffff"}})
				}
			}
		}()
	}
}

var zeros = strings.Repeat("0", 64)

func result(method string) any {
	switch method {
	case "mining.subscribe":
		return []any{[]any{}, "00"}
	case "eth_getWork":
		return []any{"0x" + zeros, "0x" + zeros, "0x" + zeros}
	}
	return true
}

func say(w io.Writer, v any) {
	b, err := json.Marshal(v)
	if err != nil {
		panic(err)
	}
	_, _ = w.Write(append(b, '\n')) // who has left hears nothing
}

// mine answers as the miner does, for the card that its rig's name ends with.
func mine(name string, args []string) error {
	flag := func(name string) string {
		if i := slices.Index(args, name); i >= 0 && i+1 < len(args) {
			return args[i+1]
		}
		return ""
	}
	address, rig, algorithm := flag("--api-bind-http"), flag("--worker"), flag("-a")
	if name == "lolMiner" {
		address, rig, algorithm = "127.0.0.1:"+flag("--apiport"), flag("--user"), flag("--algo")
	}
	card, _ := strconv.Atoi(rig[strings.LastIndexAny(rig, "-.")+1:]) // of none it is the first
	rate, started := rateOf(strings.ToLower(algorithm), card), time.Now()
	up := func() int { return int(time.Since(started).Seconds()) }
	shares := func() int { return up() / 4 }
	summary := answer(func() any {
		return object{
			"name": "t-rex", "version": "0.26.8", "algorithm": algorithm, "uptime": up(), "hashrate": rate, "hashrate_minute": rate, "paused": false,
			"accepted_count": shares(), "rejected_count": 0, "invalid_count": 0, "active_pool": object{"url": flag("--url"), "difficulty": fmt.Sprintf("%.2f M", rate*4/1e6)},
		}
	})
	if name == "lolMiner" {
		summary = answer(func() any {
			return object{"Software": "lolMiner 1.98a", "Session": object{"Uptime": up()}, "Algorithms": []any{object{
				"Algorithm": algorithm, "Pool": flag("--pool"), "Total_Performance": rate / 1e6, "Performance_Factor": 1e6, "Total_Accepted": shares(), "Total_Rejected": 0,
			}}}
		})
	}
	http.HandleFunc("/summary", summary)
	return http.ListenAndServe(address, nil)
}

// rateOf is what a card of the simulated rig does, a little less than the tables that config init writes from:
// three RTX 3060 Ti, three 3090, two 4090.
func rateOf(algorithm string, card int) float64 {
	rate := map[string]float64{"kawpow": 53e6, "etchash": 121e6, "autolykos2": 262e6}[algorithm]
	switch {
	case card < 3:
		return rate * 0.5
	case card > 5:
		return rate * 1.35
	}
	return rate
}
