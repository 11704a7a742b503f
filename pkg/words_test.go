package pkg_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

// TestRetiredWords: what people read (help, errors, hints, metrics, the page, docs) has none of the
// phrases that docs/WORDS.md retires.
func TestRetiredWords(t *testing.T) {
	words, err := os.ReadFile("../docs/WORDS.md")
	if err != nil {
		t.Fatal(err)
	}
	_, table, _ := strings.Cut(string(words), "## Retired\n")
	var retired []*regexp.Regexp
	for _, row := range regexp.MustCompile("(?m)^\\| `([^`]+)` \\| .+ \\|$").FindAllStringSubmatch(table, -1) {
		retired = append(retired, regexp.MustCompile(`(?i)(^|[^a-z])`+regexp.QuoteMeta(row[1])+`([^a-z.]|\.?$|\. )`))
	}
	if len(retired) < 5 {
		t.Fatalf("docs/WORDS.md retires %d phrases", len(retired))
	}
	check := func(where, text string) {
		for _, r := range retired {
			if found := r.FindString(text); found != "" {
				t.Errorf("%s: %.80q has %q", where, text, strings.TrimSpace(found))
			}
		}
	}
	seen := 0
	for _, root := range []string{".", "../cmd", "../internal", "../docs", "../deploy", "../README.md", "../config.example.yaml"} {
		err := filepath.WalkDir(root, func(path string, e fs.DirEntry, err error) error {
			switch {
			case err != nil || e.IsDir() || strings.HasSuffix(path, "_test.go") || filepath.Base(path) == "WORDS.md":
				return err
			case strings.HasSuffix(path, ".go"):
				seen++
				file, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.SkipObjectResolution)
				if err != nil {
					return err
				}
				ast.Inspect(file, func(n ast.Node) bool {
					if l, ok := n.(*ast.BasicLit); ok && l.Kind == token.STRING {
						if text, err := strconv.Unquote(l.Value); err == nil {
							check(path, text)
						}
					}
					return true
				})
			case strings.HasSuffix(path, ".md"), strings.HasSuffix(path, ".yaml"), strings.HasSuffix(path, ".html"):
				seen++
				text, err := os.ReadFile(path)
				if err != nil {
					return err
				}
				for line := range strings.Lines(string(text)) {
					check(path, strings.TrimSpace(line))
				}
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	if seen < 100 {
		t.Errorf("%d files were looked at", seen)
	}
}
