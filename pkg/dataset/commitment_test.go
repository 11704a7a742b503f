package dataset

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

var tinyLayout = Layout{GroupSize: 12, Features: 6, Classes: 4}

func commitTiny(t testing.TB) (*Set, *Commitment, [][]byte) {
	t.Helper()
	set := randomSet(400, tiny, 4, 1)
	c, payloads, err := Commit(set, tinyLayout, 30, counting())
	if err != nil {
		t.Fatal(err)
	}
	return set, c, payloads
}

func TestCommit(t *testing.T) {
	set, c, payloads := commitTiny(t)
	again, _, err := Commit(set, tinyLayout, 30, counting())
	if err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(c, again); d != "" {
		t.Error("one seed gives two commitments:", d)
	}
	other, _, err := Commit(set, tinyLayout, 30, [32]byte{1})
	if err != nil {
		t.Fatal(err)
	}
	if other.Root == c.Root || slices.Equal(other.Order, c.Order) || other.Salts[0] == c.Salts[0] {
		t.Error("the seed does not matter")
	}
	order := slices.Sorted(slices.Values(c.Order))
	if len(slices.Compact(order)) != 360 {
		t.Error("an example is committed to twice")
	}
	salts := map[[32]byte]bool{}
	for _, s := range c.Salts {
		salts[s] = true
	}
	if len(salts) != 30 {
		t.Error("two groups share a salt")
	}
	tree, err := c.Tree(payloads)
	if err != nil {
		t.Fatal(err)
	}
	for g, p := range payloads {
		if !VerifyProof(c.Root, LeafHash(uint32(g), c.Salts[g], p), g, 30, tree.Proof(g)) {
			t.Fatalf("group %d does not prove", g)
		}
	}
}

func TestCommitErrors(t *testing.T) {
	set := randomSet(100, tiny, 4, 1)
	broken := randomSet(100, tiny, 4, 1)
	broken.Labels = broken.Labels[1:]
	for name, tt := range map[string]struct {
		set    *Set
		layout Layout
		groups int
	}{
		"need 108 examples": {set, tinyLayout, 9},
		"1 groups":          {set, tinyLayout, 1},
		"layout has 7":      {set, Layout{GroupSize: 12, Features: 7, Classes: 4}, 2},
		"label":             {set, Layout{GroupSize: 12, Features: 6, Classes: 2}, 8},
		"99 labels":         {broken, tinyLayout, 2},
	} {
		_, _, err := Commit(tt.set, tt.layout, tt.groups, [32]byte{})
		wantError(t, err, name)
	}
}

func TestCommitmentSaveLoadVerify(t *testing.T) {
	set, c, _ := commitTiny(t)
	c.Source = Source{Format: FormatCSV, Images: []string{"/data/a.csv"}, Shape: tiny}
	path := filepath.Join(t.TempDir(), "commitment.json")
	for range 2 { // the second time over the first
		if err := c.Save(path); err != nil {
			t.Fatal(err)
		}
	}
	info, err := os.Stat(path)
	if err != nil {
		t.Fatal(err)
	}
	if info.Mode().Perm() != 0o600 {
		t.Errorf("mode %v: the hold-out is secret", info.Mode())
	}
	if entries, _ := os.ReadDir(filepath.Dir(path)); len(entries) != 1 {
		t.Errorf("temporary files are left: %v", entries)
	}
	loaded, err := LoadCommitment(path)
	if err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(c, loaded); d != "" {
		t.Fatal(d)
	}
	if err := loaded.Verify(set); err != nil {
		t.Fatal(err)
	}
	set.Pixels[c.Order[17]*6] ^= 1
	wantError(t, loaded.Verify(set), "does not match its commitment")
	set.Pixels[c.Order[17]*6] ^= 1
	wantError(t, loaded.Verify(set.Subset(upTo(20))), "does not match its commitment")
	wantError(t, loaded.Verify(randomSet(400, Shape{1, 3, 2}, 4, 1)), "1x3x2")
}

func TestLoadCommitmentErrors(t *testing.T) {
	_, c, _ := commitTiny(t)
	dir := t.TempDir()
	path := filepath.Join(dir, "c.json")
	if err := c.Save(path); err != nil {
		t.Fatal(err)
	}
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	for name, replace := range map[string][2]string{
		"version 3":      {`"version":2`, `"version":3`},
		"29 groups":      {`"groups":30`, `"groups":29`},
		"unknown field":  {`"groups":30`, `"groups":30,"extra":1`},
		"64 hex digits":  {`"root":"0x`, `"root":"0x00`},
		"multiple of 12": {`"group_size":12`, `"group_size":13`},
		"5 features":     {`"width":3`, `"width":4`},
		"unexpected":     {`"order":[`, `"order":[[`},
	} {
		if !strings.Contains(string(text), replace[0]) {
			t.Fatalf("the file has no %s", replace[0])
		}
		_, err := LoadCommitment(writeFile(t, dir, "bad.json", []byte(strings.Replace(string(text), replace[0], replace[1], 1))))
		if err == nil || !strings.Contains(err.Error(), "bad.json") {
			t.Errorf("%s: error %v", name, err)
		}
	}
	c.Order[1] = c.Order[0]
	wantError(t, c.Save(path), "twice")
	if after, _ := os.ReadFile(path); string(after) != string(text) {
		t.Error("a failed save changed the file")
	}
}

// Commitments of before guessed the label; they must open as they were made.
func TestReopenVersionOne(t *testing.T) {
	rows := func(format string, values func(i int) []any) (text string) {
		for i := range 60 {
			text += fmt.Sprintf(format, values(i)...)
		}
		return text
	}
	gap := func(i int) []any { return []any{i, 3 * (i % 2)} }
	for name, tt := range map[string]struct {
		text   string
		column string // what the commitment's source says
		was    Source // what the program did
	}{
		"first column":   {rows("%d,%d\n", func(i int) []any { return []any{i % 3, i} }), "", Source{LabelColumn: "first"}},
		"gap, and an id": {"id,label\n" + rows("%d,%d\n", gap), "", Source{Features: []string{AllColumns}, Classes: 4}},
		"named":          {"id,kind\n" + rows("%d,%d\n", gap), "kind", Source{LabelColumn: "kind", Features: []string{AllColumns}, Classes: 4}},
	} {
		path := writeFile(t, t.TempDir(), "d.csv", []byte(tt.text))
		tt.was.Format, tt.was.Images = FormatCSV, []string{path}
		set, err := Open(tt.was)
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		c, _, err := Commit(set, Layout{GroupSize: 12, Features: 1, Classes: set.Classes}, 5, counting())
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		c.Source, c.Version = Source{Format: FormatCSV, Images: []string{path}, LabelColumn: tt.column}, 1
		if got, err := c.Open(); err != nil {
			t.Errorf("%s: %v", name, err)
		} else {
			sameSet(t, got, set)
		}
		c.Version = commitmentVersion
		if _, err := c.Open(); err == nil {
			t.Errorf("%s: a new commitment was opened by the old rules", name)
		}
		c.Version = 1
		if err := os.WriteFile(path, []byte(strings.Replace(tt.text, "17", "18", 1)), 0o600); err != nil {
			t.Fatal(err)
		}
		if _, err := c.Open(); err == nil {
			t.Errorf("%s: changed data were opened", name)
		}
	}
}
