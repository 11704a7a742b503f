package dataset

import (
	"strings"
	"testing"
)

func describeText(t *testing.T, text string, src Source) Description {
	t.Helper()
	s, err := readText(text, src)
	if err != nil {
		t.Fatal(err)
	}
	return Describe(s)
}

func TestDescribe(t *testing.T) {
	for _, tt := range []struct {
		name, text string
		src        Source
		want       string
	}{
		{"bytes", "id,a,b,label\n1,10,20,0\n2,11,21,1\n3,12,22,1\n", Source{}, `
examples: 3, each of 2 features (1x1x2)
features: whole numbers 0..255, taken as they are (columns: 2)
left out: column "id": it counts the rows
label: column "label", the only column that is called as labels are
classes: 2: 0 (1), 1 (2)`},
		{"scaled and text", "# once\n1.5,red,x\n2.5,blue,y\n3.5,red,x\n", Source{LabelColumn: "last"}, `
examples: 3, each of 3 features (1x1x3)
features: numbers, each column scaled to 0..255 (columns: 1): #1 1.5..3.5; text, a feature for each value (columns: 1): #2 (blue, red)
label: column 3, as --label says
classes: 2: x (2), y (1)
note: 1 lines that begin with # are left out`},
		{"gap", "a,label\n1,1\n2,4\n3,4\n", Source{}, `
examples: 3, each of 1 features (1x1x1)
features: whole numbers 0..255, taken as they are (columns: 1)
label: column "label", the only column that is called as labels are
classes: 2: 1 (1), 4 (2)
note: of the labels 0..4, 3 have no example; they get no class, since each would cost gas: label 1 became class 0, label 4 class 1`},
		{"negative", "a,label\n1,-1\n2,1\n", Source{}, `
examples: 2, each of 1 features (1x1x1)
features: whole numbers 0..255, taken as they are (columns: 1)
label: column "label", the only column that is called as labels are
classes: 2: -1 (1), 1 (1)
note: the labels are not 0, 1, 2...: label -1 became class 0, label 1 class 1`},
		{"empty classes", "a,label\n1,1\n2,3\n", Source{Classes: 5}, `
examples: 2, each of 1 features (1x1x1)
features: whole numbers 0..255, taken as they are (columns: 1)
label: column "label", the only column that is called as labels are
classes: 5: 0 (0), 1 (1), 2 (0), 3 (1), 4 (0)
warning: 3 of 5 classes have no example: each costs gas all the same`},
		{"copies", "a,label\n1,1\n1,1\n1,0\n2,0\n", Source{}, `
examples: 4, each of 1 features (1x1x1)
features: whole numbers 0..255, taken as they are (columns: 1)
label: column "label", the only column that is called as labels are
classes: 2: 0 (2), 1 (2)
warning: 2 of 4 rows repeat an earlier one (2 different rows): where a copy falls into the hold-out, who memorises wins
warning: 3 rows have the features of another row with a different label: no model can be right on all of them`},
		{"one class", "a,label\n1,0\n2,0\n", Source{}, `
examples: 2, each of 1 features (1x1x1)
features: whole numbers 0..255, taken as they are (columns: 1)
label: column "label", the only column that is called as labels are
classes: 1: 0 (2)
warning: every label is the same: there is nothing to tell apart, and no challenge can be made of it`},
		{"mostly numbers", "a,label\n1,0\n2,1\n?,1\n", Source{}, `
examples: 3, each of 3 features (1x1x3)
features: text, a feature for each value (columns: 1): "a" (1, 2, ?)
label: column "label", the only column that is called as labels are
classes: 2: 0 (1), 1 (2)
note: column "a" is taken for text: 2 cells are numbers, but 1 are not (such as "?" in line 4)`},
		{"an id that is none", "id,label\n7,0\n7,1\n8,1\n", Source{}, `
examples: 3, each of 1 features (1x1x1)
features: whole numbers 0..255, taken as they are (columns: 1)
label: column "label", the only column that is called as labels are
classes: 2: 0 (1), 1 (2)
note: column "id" is taken for a feature: its numbers come again, so it does not number the rows
warning: 1 of 3 rows repeat an earlier one (2 different rows): where a copy falls into the hold-out, who memorises wins
warning: 2 rows have the features of another row with a different label: no model can be right on all of them`},
	} {
		if got := describeText(t, tt.text, tt.src).String(); got != strings.TrimPrefix(tt.want, "\n") {
			t.Errorf("%s:\n%s\nwant%s", tt.name, got, tt.want)
		}
	}
}

// Fifty rows, each nine times, of which half the groups are drawn: nearly
// every row of the hold-out stands in the training groups too.
func TestDescribeGroups(t *testing.T) {
	s := randomSet(50, tiny, 4, 1)
	var order []int
	for range 9 {
		order = append(order, upTo(50)...)
	}
	d := Describe(s.Subset(order))
	if d.Repeated != 400 || d.Different != 50 || d.Contrary != 0 {
		t.Errorf("%d repeated, %d different, %d contrary", d.Repeated, d.Different, d.Contrary)
	}
	if got := d.Known(36, 18, 216); got != 215 {
		t.Errorf("about %d rows of the hold-out are known, want 215", got)
	}
	if got := d.Apart(2); got != 448 { // 450 less those whose eight copies all fall into one of two groups
		t.Errorf("about %d rows have a copy elsewhere, want 448", got)
	}
	if lines := d.GroupLines(36, 18, 12); len(lines) != 1 || !strings.Contains(lines[0], "about 215 of the hold-out's 216 rows") {
		t.Errorf("%q", lines)
	}
	if d := Describe(s); d.Repeated != 0 || d.GroupLines(4, 1, 12) != nil {
		t.Errorf("different rows: %v", d)
	}
}

func TestDescribeArrays(t *testing.T) {
	s, err := readZip(t, Source{}, "X_train.npy", npyBytes(1, "<f4", "(2, 1, 2)", float32s(0, 0.5, 1, 0.25)), "Y_train.npy", npyBytes(1, "|S3", "(2,)", []byte("catdog")), "more.npy", []byte("junk"))
	if err != nil {
		t.Fatal(err)
	}
	want := `examples: 2, each of 2 features (1x1x2)
features: numbers, scaled to 0..255, all by one scale: 0..1
label: array Y_train, which belongs to X_train
classes: 2: cat (1), dog (1)
note: arrays that are not taken: more`
	if got := Describe(s).String(); got != want {
		t.Errorf("%s\nwant\n%s", got, want)
	}
}
