package config

import (
	"os"
	"regexp"
	"strconv"
	"strings"

	"gopkg.in/yaml.v3"
)

// Lines finds the line at which a field stands, by its path, as in
// mining.coins[0].models."RTX 3090".watts; 0 where it does not stand in the file, such as
// one that is missing.
func Lines(file string) (func(path string) int, error) {
	text, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	var root yaml.Node
	if err := yaml.Unmarshal(text, &root); err != nil {
		return nil, err
	}
	return func(path string) int {
		n := &root
		if n.Kind == yaml.DocumentNode && len(n.Content) > 0 {
			n = n.Content[0]
		}
		line := 0
		for _, step := range pathStep.FindAllString(path, -1) {
			next, at := child(n, strings.Trim(step, `."[]`))
			if next == nil {
				return line // of what it is missing in
			}
			n, line = next, at
		}
		return line
	}, nil
}

var pathStep = regexp.MustCompile(`"[^"]*"|\[[^\]]*\]|[^."\[\]]+`)

// child is an entry of a mapping or of a sequence, and where it begins.
func child(n *yaml.Node, key string) (*yaml.Node, int) {
	if n.Kind == yaml.AliasNode {
		n = n.Alias
	}
	switch n.Kind {
	case yaml.MappingNode:
		for i := 0; i+1 < len(n.Content); i += 2 {
			if n.Content[i].Value == key {
				return n.Content[i+1], n.Content[i].Line
			}
		}
	case yaml.SequenceNode:
		for i, x := range n.Content {
			if key == strconv.Itoa(i) {
				return x, x.Line
			}
		}
		for _, x := range n.Content { // hosts are named
			if name, _ := child(x, "name"); name != nil && name.Value == key {
				return x, x.Line
			}
		}
	}
	return nil, 0
}
