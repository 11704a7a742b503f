package page_test

import (
	"context"
	"encoding/json"
	"fmt"

	"gopkg.in/yaml.v3"

	"github.com/gpuarbiter/gpuarbiter/pkg/page"
)

// A page's texts are templates over what the page may name; functions make of values what programs want
// to be told.
func ExampleText_Render() {
	t, err := page.ParseText(`--pool {{.Pool}} --port {{add 4000 .Index}} --fan {{pick "60, 70, 80" .Index}} --user {{urlescape .User}}`)
	if err != nil {
		fmt.Println(err)
		return
	}
	s, err := t.Render(map[string]any{"Pool": "pool.example:3333", "Index": 1, "User": "rig.a@home"})
	fmt.Println(s, err)
	// Output:
	// --pool pool.example:3333 --port 4001 --fan 70 --user rig.a%40home <nil>
}

// Arguments that stand together are left out together.
func ExampleGroup_Render() {
	var g page.Group
	if err := yaml.Unmarshal([]byte(`["--password", "{{.Password}}"]`), &g); err != nil {
		fmt.Println(err)
		return
	}
	for _, password := range []string{"x", ""} {
		arguments, err := g.Render(map[string]string{"Password": password})
		fmt.Printf("%q %v\n", arguments, err)
	}
	// Output:
	// ["--password" "x"] <nil>
	// [] <nil>
}

// A page reads a program's answer with jq. What the answer lacks, or has in an absurd form, is
// unknown: neither zero nor an error.
func ExampleExpr() {
	var p struct{ Hashrate, Accepted, Version, Up page.Expr }
	err := yaml.Unmarshal([]byte(`
hashrate: .gpus[$index].rate | si
accepted: .shares.accepted
version: .version
up: .uptime > 60
`), &p)
	if err != nil {
		fmt.Println(err)
		return
	}
	var answer any
	if err := json.Unmarshal([]byte(`{"version": "6.1", "uptime": 90, "gpus": [{"rate": "28.5 M"}, {"rate": "31.25 MH/s"}], "shares": {"accepted": -3}}`), &answer); err != nil {
		fmt.Println(err)
		return
	}
	ctx, about := context.Background(), page.About{Index: 1}
	rate, ok := p.Hashrate.Number(ctx, answer, about, 1e15)
	fmt.Println("hashrate", rate, ok)
	count, ok := p.Accepted.Count(ctx, answer, about)
	fmt.Println("accepted", count, ok)
	up, ok := p.Up.Truth(ctx, answer, about)
	fmt.Println("up", up, ok)
	fmt.Println("version", p.Version.Text(ctx, answer, about))
	// Output:
	// hashrate 3.125e+07 true
	// accepted 0 false
	// up true true
	// version 6.1
}
