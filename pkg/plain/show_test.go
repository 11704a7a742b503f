package plain

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// Whatever a stranger says: what is shown commands no terminal, turns no order, has an end,
// and is what was said otherwise.
func TestShown(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		said := strings.Join(rapid.SliceOf(rapid.SampledFrom([]string{"a", "é", "\x1b[2J", "\u202e", "\x07", "\r", "\n", "\t", `"`, `\`, "\u009b", "\u2066", "日本", "\u2028", "<", "\x00", "🙂"})).Draw(t, "said"), "")
		text, err := json.MarshalIndent(map[string]any{said: []any{said, 1.5, nil, true}}, "", "  ")
		if err != nil {
			t.Fatal(err)
		}
		shown := ShownJSON(text)
		var back map[string][]any
		if err := json.Unmarshal(shown, &back); err != nil {
			t.Fatalf("%q became %q: %v", text, shown, err)
		}
		for key, v := range back {
			for _, s := range []string{key, v[0].(string)} {
				if want := strings.Map(func(r rune) rune {
					if unshown(r) && r != '\n' && r != '\t' {
						return '\ufffd'
					}
					return r
				}, said); s != want {
					t.Fatalf("%q became %q, want %q", said, s, want)
				}
			}
		}
		var out bytes.Buffer
		if n, err := (Writer{W: &out}).Write([]byte(said)); n != len(said) || err != nil {
			t.Fatal(n, err)
		}
		if strings.ContainsFunc(strings.NewReplacer("\n", "", "\t", "").Replace(out.String()), unshown) {
			t.Fatalf("%q is written as %q", said, &out)
		}
	})
	long, _ := json.Marshal(strings.Repeat("é", 5<<20)) // a text always can be
	if got := ShownJSON(long); len(got) > mostText+20 || !json.Valid(got) {
		t.Errorf("%d bytes of %d, valid %t", len(got), len(long), json.Valid(got))
	}
}
