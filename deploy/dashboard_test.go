package deploy_test

import (
	"encoding/json"
	"fmt"
	"maps"
	"regexp"
	"slices"
	"testing"
)

type panel struct {
	ID          int    `json:"id"`
	Type        string `json:"type"`
	Title       string `json:"title"`
	Description string `json:"description"`
	GridPos     struct{ H, W, X, Y int }
	FieldConfig struct {
		Defaults struct {
			Unit string `json:"unit"`
		} `json:"defaults"`
	} `json:"fieldConfig"`
	Targets []struct {
		Expr   string `json:"expr"`
		Legend string `json:"legendFormat"`
		RefID  string `json:"refId"`
		Now    bool   `json:"instant"` // only the latest value is asked for
		Source struct {
			UID string `json:"uid"`
		} `json:"datasource"`
	} `json:"targets"`
}

type dashboard struct {
	Schema     int     `json:"schemaVersion"`
	Panels     []panel `json:"panels"`
	Templating struct {
		List []struct {
			Name       string `json:"name"`
			Type       string `json:"type"`
			Definition string `json:"definition"`
		} `json:"list"`
	} `json:"templating"`
	Annotations struct {
		List []struct {
			Name string `json:"name"`
			Expr string `json:"expr"`
		} `json:"list"`
	} `json:"annotations"`
}

func loadDashboard(t *testing.T) dashboard {
	t.Helper()
	var d dashboard
	if err := json.Unmarshal([]byte(read(t, dashboardFile)), &d); err != nil {
		t.Fatalf("%s: %v", dashboardFile, err)
	}
	if len(d.Panels) < 10 {
		t.Fatalf("only %d panels were found", len(d.Panels))
	}
	return d
}

var labelValues = regexp.MustCompile(`^label_values\((\w+), (\w+)\)$`)

func dashboardExpressions(t *testing.T) []expression {
	d := loadDashboard(t)
	var all []expression
	for _, p := range d.Panels {
		for _, target := range p.Targets {
			e := expression{where: fmt.Sprintf("panel %q", p.Title), expr: target.Expr, instant: target.Now}
			for _, m := range template.FindAllStringSubmatch(target.Legend, -1) {
				e.shown = append(e.shown, m[1])
			}
			all = append(all, e)
		}
	}
	for _, a := range d.Annotations.List {
		if a.Expr != "" {
			all = append(all, expression{where: "annotation " + a.Name, expr: a.Expr})
		}
	}
	for _, v := range d.Templating.List {
		if m := labelValues.FindStringSubmatch(v.Definition); m != nil {
			all = append(all, expression{where: "variable " + v.Name, expr: m[1], shown: []string{m[2]}})
		} else if v.Definition != "" {
			t.Errorf("variable %s: definition %q is in an unknown form", v.Name, v.Definition)
		}
	}
	return all
}

// TestDashboard: each panel uses what exists, by the chosen data source, and has
// a unit and a description; panels do not overlap.
func TestDashboard(t *testing.T) {
	m := exported(t)
	for _, e := range dashboardExpressions(t) {
		for _, bad := range m.faults(e) {
			t.Error(bad)
		}
	}
	d := loadDashboard(t)
	if d.Schema < 39 || len(d.Templating.List) == 0 || d.Templating.List[0].Type != "datasource" {
		t.Errorf("schema %d, variables %+v", d.Schema, d.Templating.List)
	}
	ids := map[int]bool{}
	for i, p := range d.Panels {
		if ids[p.ID] || p.Title == "" {
			t.Errorf("panel %d %q: number taken or no title", p.ID, p.Title)
		}
		ids[p.ID] = true
		g := p.GridPos
		if g.W < 1 || g.H < 1 || g.X < 0 || g.X+g.W > 24 {
			t.Errorf("panel %q stands at %+v", p.Title, g)
		}
		for _, q := range d.Panels[:i] {
			if o := q.GridPos; g.X < o.X+o.W && o.X < g.X+g.W && g.Y < o.Y+o.H && o.Y < g.Y+g.H {
				t.Errorf("panels %q and %q overlap", p.Title, q.Title)
			}
		}
		if p.Type == "row" {
			continue
		}
		if p.Description == "" || len(p.Targets) == 0 {
			t.Errorf("panel %q lacks a description or a query", p.Title)
		}
		if p.FieldConfig.Defaults.Unit == "" && p.Type != "table" && p.Type != "state-timeline" {
			t.Errorf("panel %q lacks a unit", p.Title)
		}
		refs := map[string]bool{}
		for _, target := range p.Targets {
			if target.Source.UID != "${datasource}" || refs[target.RefID] {
				t.Errorf("panel %q: query %s with data source %q", p.Title, target.RefID, target.Source.UID)
			}
			refs[target.RefID] = true
		}
	}
}

// TestEveryMetricIsShown: a metric that nobody looks at need not be collected.
func TestEveryMetricIsShown(t *testing.T) {
	used := map[string]bool{}
	for _, e := range slices.Concat(dashboardExpressions(t), alertExpressions(t)) {
		for _, s := range selector.FindAllStringSubmatch(e.expr, -1) {
			used[s[1]] = true
		}
	}
	for _, name := range slices.Sorted(maps.Keys(exported(t))) {
		if !used[name] {
			t.Errorf("%s is in no dashboard and in no alert", name)
		}
	}
}
