package plain

import (
	"encoding/json"
	"testing"

	"pgregory.net/rapid"
)

func TestJSON(t *testing.T) {
	for said, want := range map[string]string{
		`{"a": NaN, "b": -Infinity, "c": [nan, inf]}`: `{"a": null, "b": null, "c": [null, null]}`,
		"\ufeff{\"a\": 1}":                            `{"a": 1}`,
		"{\"a\": 1, // by hand\n}":                    `{"a": 1}`,
		`{"a": "NaN, // no comment, \" #"}`:           `{"a": "NaN, // no comment, \" #"}`,
		`{"a": 1e-5, "b": -2, /* x */ "c": true,}`:    `{"a": 1e-5, "b": -2,   "c": true}`,
		"# first\n[1, 2,\n]":                          " \n[1, 2]",
		`{"a": http://x}`:                             `{"a": http: `,
		`{"a": "open`:                                 `{"a": "open`,
		"":                                            "",
	} {
		if got := string(JSON([]byte(said))); got != want {
			t.Errorf("%q became %q, want %q", said, got, want)
		}
	}
}

// What is JSON stays what it is, and nothing makes it panic.
func TestJSONKeepsJSON(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.SampledFrom([]string{`{"a/*":[1,-2.5e3,"x,]",null,true,{}],"é":"\\\""}`, `[]`, `"//"`, `-1`}).Draw(t, "json")
		if got := string(JSON([]byte(text))); got != text || !json.Valid([]byte(got)) {
			t.Fatalf("%s became %s", text, got)
		}
		JSON(rapid.SliceOf(rapid.SampledFrom([]byte(`{}[]",:/*#\n-+NaIf1e.`+"\n"))).Draw(t, "junk"))
	})
}
