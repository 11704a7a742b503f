package drivers

import (
	"fmt"
	"time"

	"gopkg.in/yaml.v3"

	"github.com/gpuarbiter/gpuarbiter/pkg/page"
)

// Rate is a hashrate in an answer: its expression, alone or with what it is told in and the
// time that it is a mean over.
type Rate struct {
	Expr page.Expr
	Unit float64 // hashes per second
	Over time.Duration
}

// UnmarshalYAML implements yaml.Unmarshaler.
func (r *Rate) UnmarshalYAML(n *yaml.Node) error {
	if n.Kind == yaml.ScalarNode {
		r.Unit = 1
		return n.Decode(&r.Expr)
	}
	var long struct {
		JQ   page.Expr     `yaml:"jq"`
		Unit string        `yaml:"unit"`
		Over time.Duration `yaml:"over"`
	}
	known := map[string]bool{"jq": true, "unit": true, "over": true}
	for i := 0; i+1 < len(n.Content); i += 2 {
		if k := n.Content[i]; !known[k.Value] {
			return page.At(k, fmt.Errorf("field %.40q is not one of jq, unit, over", k.Value))
		}
	}
	if err := n.Decode(&long); err != nil {
		return err
	}
	unit, err := page.ParseUnit(long.Unit)
	if err != nil {
		return page.At(n, err)
	}
	if !long.JQ.Set() {
		return page.At(n, fmt.Errorf("jq: is missing"))
	}
	*r = Rate{long.JQ, unit, long.Over}
	return nil
}
