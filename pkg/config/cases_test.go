package config

import (
	"errors"
	"strings"
	"testing"
	"time"

	"github.com/gpuarbiter/gpuarbiter/test/standin"
)

// A group takes the keys of another one over, wherever groups stand; keys of the top may
// hold anchors alone.
func TestMergeKeys(t *testing.T) {
	merge := "{<<: *q, key: d}"
	for name, tt := range map[string]struct {
		change []string
		want   Quote // of the difficulty
	}{
		"as reported":       {nil, Quote{File: "q.json", Key: "d", MaxAge: time.Hour, MaxJump: fileMaxJump}},
		"key first":         {[]string{merge, "{key: d, <<: *q}"}, Quote{File: "q.json", Key: "d", MaxAge: time.Hour, MaxJump: fileMaxJump}},
		"nothing but":       {[]string{merge, "{<<: *q}"}, Quote{File: "q.json", Key: "p", MaxAge: time.Hour, MaxJump: fileMaxJump}},
		"of several":        {[]string{merge, "{<<: [*q, {max_jump: 3}], key: d}"}, Quote{File: "q.json", Key: "d", MaxAge: time.Hour, MaxJump: 3}},
		"the quote itself":  {[]string{merge, "*q"}, Quote{File: "q.json", Key: "p", MaxAge: time.Hour, MaxJump: fileMaxJump}},
		"anchors of a key":  {[]string{"mining:", "x-quotes: {mine: &f {file: q.json, max_age: 2h}}\nmining:", merge, "{<<: *f, key: d}"}, Quote{File: "q.json", Key: "d", MaxAge: 2 * time.Hour, MaxJump: fileMaxJump}},
		"anchors in a list": {[]string{"mining:", "x-list:\n  - &f {file: q.json, max_age: 2h}\n  - 7\nmining:", merge, "{<<: *f, key: d}"}, Quote{File: "q.json", Key: "d", MaxAge: 2 * time.Hour, MaxJump: fileMaxJump}},
		"in two steps": {[]string{"mining:", "x-a: &a {max_age: 2h}\nx-b: &b {<<: *a, file: q.json}\nmining:", merge, "{<<: *b, key: d}"},
			Quote{File: "q.json", Key: "d", MaxAge: 2 * time.Hour, MaxJump: fileMaxJump}},
		"of sources": {[]string{"mining:", "sources: {s: {type: whattomine}}\nx-a: &a {from: [\"s:d\"], hold: 9h}\nmining:", merge, "{<<: *a, max_jump: 2}"},
			Quote{From: []string{"s:d"}, MaxAge: quoteMaxAge, MaxJump: 2, Hold: 9 * time.Hour}},
		"a whole model": {[]string{"mining:", "x-m: &m {hashes_per_second: 1, watts: 5}\nmining:", "{hashes_per_second: 50.0e6, watts: 290}", "{<<: *m, watts: 290}"},
			Quote{File: "q.json", Key: "d", MaxAge: time.Hour, MaxJump: fileMaxJump}},
	} {
		c, err := Parse([]byte(standin.Case(t, "merge-key", tt.change...)))
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		coin := c.Mining.Coins[0]
		got := coin.Difficulty
		if got.File != tt.want.File || got.Key != tt.want.Key || got.MaxAge != tt.want.MaxAge || got.MaxJump != tt.want.MaxJump || got.Hold != tt.want.Hold || strings.Join(got.From, "") != strings.Join(tt.want.From, "") {
			t.Errorf("%s: %+v, want %+v", name, got, tt.want)
		}
		if coin.Models["NVIDIA GeForce RTX 3090"].Watts != 290 || coin.PriceUSD.Key != "p" {
			t.Errorf("%s: %+v", name, coin)
		}
	}
}

// What merging cannot mean is refused, with the line and a hint.
func TestMergeKeysRefused(t *testing.T) {
	merge := "{<<: *q, key: d}"
	for name, tt := range map[string]struct {
		change     []string
		what, hint string
	}{
		"unknown key":           {[]string{merge, "{<<: {fil: x}, key: d}"}, `unknown key "fil"`, `did you mean "file"`},
		"of no group":           {[]string{merge, "{<<: 7, key: d}"}, "map merge requires map", ""},
		"anchors deeper":        {[]string{"  coins:", "  x-mine: &x {file: f}\n  coins:"}, `unknown key "x-mine"`, "stand at the top"},
		"a key that is no x-":   {[]string{"mining:", "anchors: &x {file: f}\nmining:"}, `unknown key "anchors"`, "config.example.yaml"},
		"a misspelt top key":    {[]string{"policy:", "polcy:"}, `unknown key "polcy"`, `did you mean "policy"`},
		"file and from at once": {[]string{merge, `{<<: *q, from: ["s:d"]}`}, "does not go with from", ""},
	} {
		_, err := Parse([]byte(standin.Case(t, "merge-key", tt.change...)))
		var faults *Faults
		if !errors.As(err, &faults) {
			t.Errorf("%s: %v", name, err)
			continue
		}
		found := false
		for _, f := range faults.List {
			found = found || strings.Contains(f.What, tt.what) && strings.Contains(f.Hint, tt.hint) && f.Where != ""
		}
		if !found {
			t.Errorf("%s: %+v", name, faults.List)
		}
	}
}

// What no worker can use is refused, in the worker's words.
func TestUnusablePools(t *testing.T) {
	pool, wallet := `"stratum+tcp://kawpow.auto.example:9200#xnsub"`, "wallet: w"
	pin := strings.Repeat("ab", 32)
	for name, tt := range map[string]struct {
		change []string
		words  string // "": it can be used
	}{
		"as reported":           {nil, "the part after # must be the SHA-256 of a stratum+ssl certificate"},
		"port too large":        {[]string{pool, "stratum+tcp://pool.example:99999"}, "want host:port"},
		"port 0":                {[]string{pool, "stratum+tcp://pool.example:0"}, "want host:port"},
		"port in words":         {[]string{pool, "stratum+tcp://pool.example:http"}, "cannot be read"},
		"no host":               {[]string{pool, "stratum+tcp://:3333"}, "want host:port"},
		"a login":               {[]string{pool, "stratum+tcp://wallet.rig:x@pool.example:3333"}, "wallet and worker have fields of their own"},
		"a path":                {[]string{pool, "stratum+tcp://pool.example:3333/path?x=1"}, "wallet and worker have fields of their own"},
		"a query":               {[]string{pool, "stratum+tcp://pool.example:3333?worker=1"}, "wallet and worker have fields of their own"},
		"short fingerprint":     {[]string{pool, `"stratum+ssl://pool.example:3333#AA:BB:CC"`}, "must be the SHA-256"},
		"empty fingerprint":     {[]string{pool, `"stratum+ssl://pool.example:3333#"`}, "must be the SHA-256"},
		"fingerprint, no TLS":   {[]string{pool, `"stratum+tcp://pool.example:3333#` + pin + `"`}, "must be the SHA-256"},
		"stratum1":              {[]string{pool, "stratum2+tcp://pool.example:3333"}, "scheme must be"},
		"wallet on two lines":   {[]string{wallet, "wallet: |\n        w"}, "must be printable, without spaces"},
		"blank in the wallet":   {[]string{wallet, "wallet: w w"}, "must be printable, without spaces"},
		"invisible wallet":      {[]string{wallet, "wallet: \"w\\u200b\""}, "must be printable, without spaces"},
		"no-break space":        {[]string{wallet, "wallet: \"w\\u00a0\""}, "must be printable, without spaces"},
		"algorithm with blank":  {[]string{"algorithm: sha256d", "algorithm: sha 256d"}, "must be printable, without spaces"},
		"limit beyond all":      {[]string{"watts: 290", "watts: 290, hash_limit: 1.0e16"}, "out of range"},
		"rig with an odd name":  {[]string{"mining:", "mining:\n  worker: \"r\\u0007\""}, "cannot be used"},
		"good":                  {[]string{pool, "stratum+tcp://pool.example:3333"}, ""},
		"good, pinned":          {[]string{pool, `"stratum+ssl://pool.example:3333#` + pin + `"`}, ""},
		"good, pinned by colon": {[]string{pool, `"stratum+ssl://pool.example:3333#` + strings.TrimSuffix(strings.Repeat("AB:", 32), ":") + `"`}, ""},
		"good, IPv6":            {[]string{pool, `"stratum+tcp://[2001:db8::1]:3333/"`}, ""},
	} {
		if change := tt.change; change != nil && change[0] != pool {
			tt.change = append(change, pool, "stratum+tcp://pool.example:3333")
		}
		_, err := Parse([]byte(standin.Case(t, "unusable-pool", tt.change...)))
		if (err == nil) != (tt.words == "") || err != nil && !strings.Contains(err.Error(), tt.words) {
			t.Errorf("%s: %v, want %q", name, err, tt.words)
		}
	}
}

// Names of a model that differ by what says nothing are one.
func TestModelNames(t *testing.T) {
	for _, same := range [][2]string{
		{"NVIDIA GeForce RTX 3090", "GeForce RTX 3090"}, {"NVIDIA GeForce RTX 3090", "RTX 3090"}, {"NVIDIA GeForce RTX 3090", "rtx3090"}, {"NVIDIA GeForce RTX 3090", "Nvidia  GEFORCE(R) RTX(TM) 3090"},
		{"NVIDIA GeForce GTX 1050 Ti", "GTX 1050Ti"}, {"Tesla T4", "NVIDIA T4"}, {"NVIDIA A100-SXM4-40GB", "A100-SXM4-40GB"}, {"NVIDIA H100 PCIe", "h100 pcie"},
	} {
		if !SameModel(same[0], same[1]) {
			t.Errorf("%v are not the same", same)
		}
	}
	for _, other := range [][2]string{
		{"NVIDIA GeForce RTX 3090", "NVIDIA GeForce RTX 3090 Ti"}, {"NVIDIA GeForce RTX 3080", "RTX 3080 Laptop GPU"}, {"Quadro RTX 4000", "NVIDIA RTX 4000"}, {"NVIDIA A100-SXM4-40GB", "NVIDIA A100-SXM4-80GB"}, {"NVIDIA", "GeForce"}, {"", "NVIDIA"},
	} {
		if SameModel(other[0], other[1]) {
			t.Errorf("%v are the same", other)
		}
	}
	models := map[string]CoinModel{"RTX 3090": {Watts: 1}, "GeForce RTX 3090": {Watts: 2}, "RTX 3060": {Watts: 3}}
	c := Coin{Models: models}
	for device, want := range map[string]float64{"RTX 3090": 1, "GeForce RTX 3090": 2, "NVIDIA GeForce RTX 3060": 3, "NVIDIA GeForce RTX 3090": 2, "NVIDIA GeForce RTX 4090": 0} {
		if m, ok := c.Model(device); m.Watts != want || ok != (want > 0) {
			t.Errorf("%s: %+v, %v", device, m, ok)
		}
	}
	devices := []string{"NVIDIA GeForce RTX 3090", "NVIDIA GeForce RTX 4090", "NVIDIA GeForce GTX 1050 Ti"}
	for name, want := range map[string]string{"RTX 3O90": devices[0], "RTX 3090 Super": "", "GeForce RTX 3090Ti": devices[0], "1050 Ti": devices[2], "GTX 1050": devices[2], "Radeon VII": "", "": ""} {
		if got := NearestModel(name, devices); got != want {
			t.Errorf("%q is near %q, want %q", name, got, want)
		}
	}
}
