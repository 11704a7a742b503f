package app

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"io"
	"math/big"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"

	"github.com/ethereum/go-ethereum/accounts/keystore"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/gpuarbiter/gpuarbiter/pkg/config"
)

// Whoever answers in the signer's place is a stranger: what it sends costs little,
// goes nowhere else, and its address is in no error.
func TestSignerThatIsAStranger(t *testing.T) {
	tx := types.NewTx(&types.DynamicFeeTx{ChainID: big.NewInt(5), GasTipCap: big.NewInt(2), GasFeeCap: big.NewInt(9), Gas: 21_000, To: &common.Address{7}, Value: big.NewInt(11)})
	var sent, elsewhere atomic.Int64
	other := httptest.NewServer(http.HandlerFunc(func(http.ResponseWriter, *http.Request) { elsewhere.Add(1) }))
	defer other.Close()
	endless := func(w http.ResponseWriter, code int) {
		w.Header().Set("Content-Type", "application/json")
		w.WriteHeader(code)
		io.WriteString(w, `{"jsonrpc":"2.0","id":1,"result":"0x`)
		for block := bytes.Repeat([]byte("0"), 1<<16); sent.Load() < 256<<20; {
			n, err := w.Write(block)
			if sent.Add(int64(n)); err != nil {
				return
			}
		}
	}
	for name, tt := range map[string]struct {
		serve http.HandlerFunc
		want  string
	}{
		"endless answer": {func(w http.ResponseWriter, _ *http.Request) { endless(w, 200) }, "longer than"},
		"endless error":  {func(w http.ResponseWriter, _ *http.Request) { endless(w, 500) }, "500"},
		"redirect": {func(w http.ResponseWriter, r *http.Request) {
			http.Redirect(w, r, other.URL, http.StatusTemporaryRedirect)
		}, "redirects"},
		"compressed": {func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Encoding", "gzip")
			zw := gzip.NewWriter(w)
			defer zw.Close()
			io.WriteString(zw, strings.Repeat(" ", 8<<20)+`{"jsonrpc":"2.0","id":1,"result":"0x"}`)
		}, "compressed"},
		"long words": {func(w http.ResponseWriter, _ *http.Request) {
			fmt.Fprintf(w, `{"jsonrpc":"2.0","id":1,"error":{"code":-1,"message":%q}}`, strings.Repeat("word ", 1e5))
		}, "word"},
		"its address": {func(w http.ResponseWriter, r *http.Request) {
			http.Error(w, "no such key: "+r.URL.String()+" hunter2", http.StatusForbidden)
		}, "403"},
		"hangs up": {func(http.ResponseWriter, *http.Request) { panic(http.ErrAbortHandler) }, "EOF"},
	} {
		sent.Store(0)
		server := httptest.NewServer(tt.serve)
		s, err := OpenSigner(config.Wallet{Signer: config.SecretURL(strings.Replace(server.URL, "://", "://user:hunter2@", 1) + "/v3/0123456789?token=topsecret"), Address: "0x00000000000000000000000000000000000000aa"})
		if err != nil {
			t.Fatal(err)
		}
		_, err = s.SignTx(tx, big.NewInt(5))
		server.Close()
		if err == nil || !strings.Contains(err.Error(), tt.want) || len(err.Error()) > 700 {
			t.Errorf("%s: %.900v, want %q", name, err, tt.want)
			continue
		}
		for _, secret := range []string{"hunter2", "topsecret", "0123456789"} {
			if strings.Contains(err.Error(), secret) {
				t.Errorf("%s: %v gives %q away", name, err, secret)
			}
		}
		if sent.Load() > 32<<20 { // what was on its way when the reader left
			t.Errorf("%s: %d bytes were taken", name, sent.Load())
		}
	}
	if elsewhere.Load() != 0 {
		t.Error("a redirect was followed")
	}
}

// Files that an editor of another system has saved.
func TestKeyFilesWithMarksAndLineEnds(t *testing.T) {
	key := must(crypto.GenerateKey())(t)
	text := must(keystore.EncryptKey(&keystore.Key{Id: [16]byte{1}, Address: crypto.PubkeyToAddress(key.PublicKey), PrivateKey: key}, "pass word", 2, 1))(t)
	dir := t.TempDir()
	for i, tt := range []struct {
		keystore, password, fault string
	}{
		{string(text), "pass word", ""},
		{"\xef\xbb\xbf" + string(text) + "\r\n", "\xef\xbb\xbfpass word\r\n\r\n", ""},
		{utf16le(string(text)), utf16le("pass word\r\n"), ""},
		{string(text), "pass word\nanother\n", "line 2 is not empty"},
		{string(text), "pass wort\n", "could not decrypt"},
		{"\xef\xbb\xbf{}", "pass word", "wallet.keystore"},
	} {
		file, password := filepath.Join(dir, fmt.Sprint(i)), filepath.Join(dir, fmt.Sprint(i, "p"))
		for path, content := range map[string]string{file: tt.keystore, password: tt.password} {
			if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
				t.Fatal(err)
			}
		}
		got, err := OpenKey(file, password)
		if (err == nil) != (tt.fault == "") || err != nil && (!strings.Contains(err.Error(), tt.fault) || HintOf(err) == "" || strings.Contains(err.Error(), "pass wor")) {
			t.Errorf("%d: %v, want %q", i, err, tt.fault)
		}
		if err == nil && got.Address() != crypto.PubkeyToAddress(key.PublicKey) {
			t.Errorf("%d: %s", i, got.Address())
		}
	}
}

func utf16le(text string) string {
	out := "\xff\xfe"
	for _, b := range []byte(text) {
		out += string([]byte{b, 0})
	}
	return out
}
