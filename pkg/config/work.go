package config

import (
	"errors"
	"fmt"
	"maps"
	"reflect"
	"slices"
	"strings"

	"gopkg.in/yaml.v3"
)

// Work is what the operator gives kinds of work that are packages of their own, by kind: the form that
// its package has registered.
type Work map[string]WorkForm

// WorkForm is one kind's part of the file: a pointer to what its package reads it into.
type WorkForm interface {
	// Check finds what is wrong in it. Where is its path, such as work.program.
	Check(where string) []Fault
}

// ProgramsForm is a form that names programs of the machine.
type ProgramsForm interface {
	WorkForm
	// Programs are they, by the path of the field that names each.
	Programs(where string) map[string]string
}

// forms make an empty form of each kind.
var forms = map[string]func() WorkForm{}

// RegisterWork says how a kind's part of the file is read, when the program starts.
func RegisterWork(kind string, form func() WorkForm) { forms[kind] = form }

// WorkKinds are the kinds that have a part in the file.
func WorkKinds() []string { return slices.Sorted(maps.Keys(forms)) }

// kindsOfWork are all that rules and tuning may name.
func kindsOfWork() []string { return append([]string{"mine", "train", "rent"}, WorkKinds()...) }

// UnmarshalYAML reads each kind's part into its form, strictly.
func (w *Work) UnmarshalYAML(n *yaml.Node) error {
	if n.Kind == yaml.ScalarNode && n.Tag == "!!null" {
		return nil
	}
	if n.Kind != yaml.MappingNode {
		return &yaml.TypeError{Errors: []string{fmt.Sprintf("line %d: work is not a group of keys", n.Line)}}
	}
	var wrong []string
	*w = Work{}
	for i := 0; i+1 < len(n.Content); i += 2 {
		key, value := n.Content[i], n.Content[i+1]
		form, ok := forms[key.Value]
		if !ok {
			wrong = append(wrong, fmt.Sprintf("line %d: work: %q is not one of %s", key.Line, key.Value, strings.Join(WorkKinds(), ", ")))
			continue
		}
		v := form()
		if list := reflect.TypeOf(v).Elem().Kind() == reflect.Slice; list && value.Kind == yaml.ScalarNode && value.Tag != "!!null" {
			wrong = append(wrong, fmt.Sprintf("line %d: %s: %q is not a list", value.Line, key.Value, value.Value))
			continue
		}
		if err := value.Decode(v); err != nil {
			var te *yaml.TypeError
			if errors.As(err, &te) {
				wrong = append(wrong, te.Errors...)
				continue
			}
			return err
		}
		wrong = append(wrong, unknownKeys(value, reflect.TypeOf(v))...)
		(*w)[key.Value] = v
	}
	if len(wrong) > 0 {
		return &yaml.TypeError{Errors: wrong}
	}
	return nil
}

// unknownKeys finds keys that a type does not have, in the decoder's words: a node is not decoded strictly.
func unknownKeys(n *yaml.Node, t reflect.Type) (wrong []string) {
	for t.Kind() == reflect.Pointer {
		t = t.Elem()
	}
	if n.Kind == yaml.AliasNode {
		n = n.Alias
	}
	switch {
	case n.Kind == yaml.SequenceNode && t.Kind() == reflect.Slice:
		for _, item := range n.Content {
			wrong = append(wrong, unknownKeys(item, t.Elem())...)
		}
	case n.Kind == yaml.MappingNode && t.Kind() == reflect.Map:
		for i := 1; i < len(n.Content); i += 2 {
			wrong = append(wrong, unknownKeys(n.Content[i], t.Elem())...)
		}
	case n.Kind == yaml.MappingNode && t.Kind() == reflect.Struct && t != reflect.TypeFor[Quote]():
		for i := 0; i+1 < len(n.Content); i += 2 {
			key := n.Content[i]
			f, ok := typeOfField(t, key.Value)
			switch {
			case ok:
				wrong = append(wrong, unknownKeys(n.Content[i+1], f)...)
			case key.Value != "<<":
				wrong = append(wrong, fmt.Sprintf("line %d: field %s not found in type config.Work", key.Line, key.Value))
			}
		}
	}
	return wrong
}

func typeOfField(t reflect.Type, key string) (reflect.Type, bool) {
	for i := range t.NumField() {
		if name, _, _ := strings.Cut(t.Field(i).Tag.Get("yaml"), ","); name == key {
			return t.Field(i).Type, true
		}
	}
	return nil, false
}

func (c *checker) work() {
	for _, kind := range slices.Sorted(maps.Keys(c.cfg.Work)) {
		c.list = append(c.list, c.cfg.Work[kind].Check("work."+kind)...)
	}
}
