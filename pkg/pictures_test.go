package pkg_test

import (
	"encoding/xml"
	"errors"
	"go/ast"
	"go/parser"
	"go/token"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// largestPicture is what a picture by hand may have; more is no picture by hand.
const largestPicture = 12 << 10

// TestPicturesName: what docs/ARCHITECTURE.md's pictures name is there. Nobody looks at a picture
// who renames a function.
func TestPicturesName(t *testing.T) {
	files, names := house(t)
	pictures, err := filepath.Glob("../docs/pictures/walk-*.svg")
	if err != nil || len(pictures) != 3 {
		t.Fatalf("%d pictures: %v", len(pictures), err)
	}
	text, err := os.ReadFile("../docs/ARCHITECTURE.md")
	if err != nil {
		t.Fatal(err)
	}
	dotted, camel := regexp.MustCompile(`\b[A-Za-z]\w*\.[A-Za-z]\w*`), regexp.MustCompile(`\b(?:[a-z]+[A-Z]\w*|[A-Z][a-z]+[A-Z]\w*)\b`)
	for _, picture := range pictures {
		svg, err := os.ReadFile(picture)
		if err != nil {
			t.Fatal(err)
		}
		base, checked := filepath.Base(picture), 0
		if len(svg) > largestPicture {
			t.Errorf("%s has %d bytes", base, len(svg))
		}
		if !strings.Contains(string(text), "(pictures/"+base+")") {
			t.Errorf("docs/ARCHITECTURE.md does not show %s", base)
		}
		for _, line := range drawn(t, svg) {
			for _, name := range dotted.FindAllString(line, -1) {
				if strings.HasSuffix(name, ".html") {
					continue
				}
				checked++
				if strings.HasSuffix(name, ".go") && !files[name] || !strings.HasSuffix(name, ".go") && !names[name] {
					t.Errorf("%s: %q names %s, which is not there", base, line, name)
				}
			}
			for _, name := range camel.FindAllString(dotted.ReplaceAllString(line, ""), -1) {
				if checked++; !names[name] {
					t.Errorf("%s: %q names %s, which is not there", base, line, name)
				}
			}
			for _, name := range regexp.MustCompile(`\b[a-z]+(?:/\w+)+\.go`).FindAllString(line, -1) {
				if !files[name] {
					t.Errorf("%s: %q names %s, which is not there", base, line, name)
				}
			}
		}
		if checked < 30 {
			t.Errorf("%s: %d names were looked at", base, checked)
		}
	}
}

// drawn are the texts of a picture.
func drawn(t *testing.T, svg []byte) (lines []string) {
	t.Helper()
	in, inText := xml.NewDecoder(strings.NewReader(string(svg))), false
	for {
		token, err := in.Token()
		if errors.Is(err, io.EOF) {
			return lines
		}
		if err != nil {
			t.Fatal(err)
		}
		switch e := token.(type) {
		case xml.StartElement:
			inText = e.Name.Local == "text"
		case xml.CharData:
			if inText {
				lines = append(lines, string(e))
			}
		case xml.EndElement:
			inText = false
		}
	}
}

// house are the files below pkg, by their name and by every end of their path, and what they declare: names alone,
// and behind their package's, their type's or both.
func house(t *testing.T) (files, names map[string]bool) {
	t.Helper()
	files, names = map[string]bool{}, map[string]bool{}
	err := filepath.WalkDir(".", func(file string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() || !strings.HasSuffix(file, ".go") || strings.HasSuffix(file, "_test.go") {
			return err
		}
		for end := "pkg/" + filepath.ToSlash(file); ; {
			files[end] = true
			_, rest, more := strings.Cut(end, "/")
			if !more {
				break
			}
			end = rest
		}
		parsed, err := parser.ParseFile(token.NewFileSet(), file, nil, parser.SkipObjectResolution)
		if err != nil {
			return err
		}
		home := path.Base(filepath.ToSlash(filepath.Dir(file)))
		name := func(within string, ids ...*ast.Ident) {
			for _, id := range ids {
				names[id.Name], names[home+"."+id.Name] = true, true
				if within != "" {
					names[within+"."+id.Name] = true
				}
			}
		}
		for _, d := range parsed.Decls {
			switch d := d.(type) {
			case *ast.FuncDecl:
				name(receiver(d), d.Name)
			case *ast.GenDecl:
				for _, s := range d.Specs {
					switch s := s.(type) {
					case *ast.ValueSpec:
						name("", s.Names...)
					case *ast.TypeSpec:
						name("", s.Name)
						var fields *ast.FieldList
						switch body := s.Type.(type) {
						case *ast.StructType:
							fields = body.Fields
						case *ast.InterfaceType:
							fields = body.Methods
						}
						if fields != nil {
							for _, f := range fields.List {
								name(s.Name.Name, f.Names...)
							}
						}
					}
				}
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return files, names
}

// receiver is a method's type; "" of a function.
func receiver(d *ast.FuncDecl) string {
	if d.Recv == nil || len(d.Recv.List) == 0 {
		return ""
	}
	of := d.Recv.List[0].Type
	for {
		switch e := of.(type) {
		case *ast.StarExpr:
			of = e.X
		case *ast.IndexExpr:
			of = e.X
		case *ast.Ident:
			return e.Name
		default:
			return ""
		}
	}
}
