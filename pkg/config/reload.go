package config

import (
	"reflect"
	"strings"
)

// A field whose tag says reload:"restart" takes effect at the next start only: a reload leaves it as it was.

// KeepFixed gives c the values that old has in such fields.
func (c *Config) KeepFixed(old *Config) {
	to, from := reflect.ValueOf(c).Elem(), reflect.ValueOf(old).Elem()
	eachFixed(to.Type(), "", nil, func(_ string, index []int) { to.FieldByIndex(index).Set(from.FieldByIndex(index)) })
}

// Fixed are the paths of such fields, as in the file.
func Fixed() (paths []string) {
	eachFixed(reflect.TypeFor[Config](), "", nil, func(path string, _ []int) { paths = append(paths, path) })
	return paths
}

// NeedsRestart reports whether a line of Diff is of such a field.
func NeedsRestart(change string) bool {
	for _, path := range Fixed() {
		if rest, ok := strings.CutPrefix(change, path); ok && (rest == "" || strings.ContainsRune(":.[", rune(rest[0]))) {
			return true
		}
	}
	return false
}

func eachFixed(t reflect.Type, path string, index []int, do func(path string, index []int)) {
	for i := range t.NumField() {
		f := t.Field(i)
		name, _, _ := strings.Cut(f.Tag.Get("yaml"), ",")
		at, own := strings.TrimPrefix(path+"."+name, "."), append(index[:len(index):len(index)], i)
		switch {
		case f.Tag.Get("reload") == "restart":
			do(at, own)
		case f.Type.Kind() == reflect.Struct && f.Type.PkgPath() == t.PkgPath():
			eachFixed(f.Type, at, own, do)
		}
	}
}
