package config

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"net/url"
	"strings"
	"testing"

	"go.uber.org/zap"
	"go.uber.org/zap/zapcore"
	"gopkg.in/yaml.v3"
)

const secretAddress = "https://user:hunter2@signer.example:8550/v3/0123456789abcdef?token=topsecret#frag"

// showsSecret names the first part of the address that a text gives away.
func showsSecret(text string) string {
	for _, part := range []string{"user:", "hunter2", "0123456789abcdef", "topsecret", "frag"} {
		if strings.Contains(text, part) {
			return part
		}
	}
	return ""
}

// However a secret address leaves, itself or in something, it is not all there.
func TestSecretURLShowsNothing(t *testing.T) {
	s := SecretURL(secretAddress)
	chain := Chain{Name: "c", RPC: []SecretURL{s}}
	var log bytes.Buffer
	zap.New(zapcore.NewCore(zapcore.NewJSONEncoder(zap.NewProductionEncoderConfig()), zapcore.AddSync(&log), zap.DebugLevel)).
		Info("x", zap.Any("url", s), zap.Any("chain", chain), zap.Reflect("r", &chain), zap.Stringer("s", s), zap.Error(s.Cloak(errors.New(secretAddress))))
	asJSON, err1 := json.Marshal(map[string]any{"s": s, "chain": chain})
	asYAML, err2 := yaml.Marshal(chain)
	if err1 != nil || err2 != nil {
		t.Fatal(err1, err2)
	}
	shown := map[string]string{"log": log.String(), "JSON": string(asJSON), "YAML": string(asYAML)}
	for _, verb := range []string{"%v", "%+v", "%#v", "%s", "%q", "%x"} {
		shown[verb] = fmt.Sprintf(verb, s) + fmt.Sprintf(verb, chain) + fmt.Sprintf(verb, &chain)
	}
	for how, text := range shown {
		if part := showsSecret(text); part != "" {
			t.Errorf("%s gives %q away: %s", how, part, text)
		}
	}
	if s.String() != "https://signer.example:8550/..." || SecretURL("http://h:1").String() != "http://h:1" || SecretURL("hunter2").String() == "hunter2" {
		t.Errorf("%s", s)
	}
	if s.Reveal() != secretAddress {
		t.Error("what needs it does not get it")
	}
}

func TestCloak(t *testing.T) {
	s := SecretURL(secretAddress)
	for _, err := range []error{
		&url.Error{Op: "Post", URL: secretAddress, Err: fs.ErrPermission},
		fmt.Errorf("Post %q: %w", "/v3/0123456789abcdef?token=topsecret", fs.ErrPermission),
		fmt.Errorf("bad password hunter2 of user:hunter2, token topsecret: %w", fs.ErrPermission),
	} {
		got := s.Cloak(err)
		if showsSecret(strings.ReplaceAll(got.Error(), "of user", "")) != "" || !errors.Is(got, fs.ErrPermission) || !strings.Contains(got.Error(), "permission denied") {
			t.Errorf("%v becomes %v", err, got)
		}
	}
	if s.Cloak(nil) != nil || SecretURL("http://h").Cloak(errors.New("http://h: x")).Error() == "" {
		t.Error("no error, or none left")
	}
}

// A reload says that an address has changed, and nothing of it.
func TestDiffHidesAddresses(t *testing.T) {
	at := func(pass string) *Config {
		c := Default()
		u := SecretURL("https://user:" + pass + "@host/" + pass)
		c.Wallet.Signer, c.Chains = u, []Chain{{RPC: []SecretURL{u}, Beacon: []SecretURL{u}}}
		c.Mining.Coins = []Coin{{PoolAPI: u}}
		c.Sources = map[string]Source{"s": {URL: u}}
		return &c
	}
	got := strings.Join(Diff(at("hunter2"), at("topsecret")), "\n")
	for _, key := range []string{"wallet.signer", "chains[0].rpc[0]", "chains[0].beacon[0]", "mining.coins[0].pool_api", "sources.s.url"} {
		if !strings.Contains(got, key+": changed") {
			t.Errorf("%s has changed, which is not said:\n%s", key, got)
		}
	}
	none := at("hunter2")
	none.Wallet.Signer, none.Chains = "", nil
	got += strings.Join(append(Diff(at("hunter2"), none), Diff(none, at("hunter2"))...), "\n")
	if part := showsSecret(got); part != "" {
		t.Errorf("%q is given away:\n%s", part, got)
	}
	if same := Diff(at("hunter2"), at("hunter2")); len(same) != 0 {
		t.Errorf("nothing has changed: %v", same)
	}
	c, err := Parse([]byte(least + chain + "wallet: {signer: \"https://user:hunter2@h/\", address: \"0x1111111111111111111111111111111111111111\"}\n"))
	if err != nil || c.Wallet.Signer.Reveal() != "https://user:hunter2@h/" {
		t.Errorf("%v", err)
	}
	for _, f := range faultsOf(t, least+"wallet: {signer: \"ftp://user:hunter2@h/\", address: 0x1}\n"+strings.Replace(coin, "pool.example", "user:hunter2@pool", 1)) {
		if showsSecret(f.What) != "" {
			t.Errorf("%+v", f)
		}
	}
}

func TestSecretLine(t *testing.T) {
	utf16 := func(text string, big bool) string {
		out := "\xff\xfe"
		if big {
			out = "\xfe\xff"
		}
		for _, r := range text {
			low, high := string([]byte{byte(r)}), string([]byte{byte(r >> 8)})
			if big {
				low, high = high, low
			}
			out += low + high
		}
		return out
	}
	for name, tt := range map[string]struct{ file, want, fault string }{
		"plain":              {"pass word", "pass word", ""},
		"newline":            {"pass\n", "pass", ""},
		"CRLF":               {"pass\r\n", "pass", ""},
		"old Mac":            {"pass\r", "pass", ""},
		"several newlines":   {"pass\n\r\n \n\n", "pass", ""},
		"blanks belong":      {" pass \n", " pass ", ""},
		"BOM":                {"\xef\xbb\xbfpass\r\n", "pass", ""},
		"UTF-16":             {utf16("pässword\r\n", false), "pässword", ""},
		"UTF-16, big-endian": {utf16("päss\n", true), "päss", ""},
		"empty":              {"", "", ""},
		"two lines":          {"pass\nsecond\n", "", "line 2 is not empty"},
		"first line empty":   {"\npass\n", "", "line 2"},
		"two lines, BOM":     {"\xef\xbb\xbfpass\r\n\r\nx", "", "line 3"},
		"UTF-16 without BOM": {"p\x00a\x00", "", "UTF-8"},
		"half a character":   {"\xff\xfep", "", "middle"},
	} {
		got, err := SecretLine([]byte(tt.file))
		if got != tt.want || (err == nil) != (tt.fault == "") || err != nil && (!strings.Contains(err.Error(), tt.fault) || strings.Contains(err.Error(), "pass")) {
			t.Errorf("%s: %q, %v, want %q, %q", name, got, err, tt.want, tt.fault)
		}
	}
}
