package config

import (
	"fmt"
	"regexp"

	"gopkg.in/yaml.v3"
)

// zeroes are numbers that begin with a zero. YAML 1.1 reads those of whole numbers as octal: 0120 is 80.
var zeroes = regexp.MustCompile(`^[-+]?0[0-9_]+$`)

// octals are the plain numbers in the file that begin with a zero and came to mean another number: nobody
// means that. Texts, such as a wallet of digits, and file modes are what they are.
func octals(b []byte, c *Config) (faults []Fault) {
	var n yaml.Node
	if yaml.Unmarshal(b, &n) != nil || len(n.Content) == 0 {
		return nil
	}
	meant := flatten(c)
	scalars(n.Content[0], "", func(path string, x *yaml.Node) {
		if x.Style == 0 && zeroes.MatchString(x.Value) && meant[path] != x.Value {
			faults = append(faults, Fault{fmt.Sprintf("line %d", x.Line), fmt.Sprintf("%s: %s begins with a zero, which makes it %s", path, x.Value, orNothing(meant[path])), "write the number without it"})
		}
	})
	return faults
}

func orNothing(s string) string {
	if s == "" {
		return "octal"
	}
	return s
}
