package contract_test

import (
	"flag"
	"fmt"
	"os"
	"strconv"
	"strings"
	"testing"
	"text/tabwriter"

	"github.com/gpuarbiter/gpuarbiter/test/race"
)

var updateGas = flag.Bool("update", false, "write contracts/gas.txt anew instead of comparing with it")

const gasFile = "../../../contracts/gas.txt"

// gasRow is a line of the table: some transactions, or a call of an evaluator.
type gasRow struct {
	section, name, shape string
	calls                int
	gas, largest         uint64
	macs                 int     // multiply-accumulates done; 0 where none are meant
	mostGas              uint64  // the target, of all gas; 0 for none
	mostPerMAC           float64 // the target, for each multiply-accumulate; 0 for none
}

func (r gasRow) perMAC() float64 { return float64(r.gas) / float64(r.macs) }

// gasTable collects the rows of one section after the other.
type gasTable struct {
	section string
	rows    []gasRow
}

// add books a transaction; one more of the last row's is added to it.
func (g *gasTable) add(name, shape string, gas uint64) *gasRow {
	if n := len(g.rows); n == 0 || g.rows[n-1].section != g.section || g.rows[n-1].name != name || g.rows[n-1].shape != shape {
		g.rows = append(g.rows, gasRow{section: g.section, name: name, shape: shape})
	}
	r := &g.rows[len(g.rows)-1]
	r.calls++
	r.gas += gas
	r.largest = max(r.largest, gas)
	return r
}

// sum adds a row that is all of some rows.
func (g *gasTable) sum(name, shape string, rows ...gasRow) *gasRow {
	all := gasRow{section: g.section, name: name, shape: shape}
	for _, r := range rows {
		all.calls += r.calls
		all.gas += r.gas
		all.largest = max(all.largest, r.largest)
	}
	g.rows = append(g.rows, all)
	return &g.rows[len(g.rows)-1]
}

// TestGasTable measures every call of a challenge, every evaluator and the
// largest calls there can be, under mainnet's rules. It asserts the targets, and
// compares with the table that is committed: `make gas` writes it anew.
func TestGasTable(t *testing.T) {
	if race.Enabled {
		t.Skip("gas is the same under the race detector, and slow to measure")
	}
	g := &gasTable{}
	for _, measure := range []func(testing.TB, *gasTable){gasOfAChallenge, gasOfASmallChallenge, gasOfAnAssertion, gasOfBlobs, gasOfEvaluators, gasAtTheLimits} {
		measure(t, g)
	}
	for _, r := range g.rows {
		name := r.section + ": " + r.name + ", " + r.shape
		if r.largest > transactionGas {
			t.Errorf("%s: %d gas, over the %d of a transaction", name, r.largest, transactionGas)
		}
		if r.mostGas > 0 && r.gas > r.mostGas {
			t.Errorf("%s: %d gas, the target is %d", name, r.gas, r.mostGas)
		}
		if r.mostPerMAC > 0 && r.perMAC() > r.mostPerMAC {
			t.Errorf("%s: %.3f gas for each multiply-accumulate, the target is %.2f", name, r.perMAC(), r.mostPerMAC)
		}
	}
	text := g.String()
	if *updateGas {
		if err := os.WriteFile(gasFile, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	committed, err := os.ReadFile(gasFile)
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range gasDifferences(string(committed), text) {
		t.Errorf("contracts/gas.txt: %s; if that is meant, make gas writes the table anew", d)
	}
}

const gasHeader = `# What the market's calls and the evaluators cost in gas: go-ethereum's EVM under
# mainnet's rules, networks trained on rendered digits, zeros never skipped.
# TestGasTable in pkg/market/contract writes this file (make gas) and compares it.
# "largest" is the dearest of the calls; a transaction may take 16,777,216.
`

func (g *gasTable) String() string {
	var out strings.Builder
	out.WriteString(gasHeader)
	w := tabwriter.NewWriter(&out, 0, 0, 2, ' ', 0)
	section := ""
	for _, r := range g.rows {
		if r.section != section {
			section = r.section
			w.Flush()
			fmt.Fprintf(&out, "\n%s\n", section)
			fmt.Fprintln(w, "  call\tshape\tcalls\tgas\tlargest\tper MAC\ttarget")
		}
		fmt.Fprintf(w, "  %s\n", strings.Join(r.cells(), "\t"))
	}
	w.Flush()
	return out.String()
}

func (r gasRow) cells() []string {
	largest, perMAC, target := "-", "-", "-"
	if r.calls > 1 {
		largest = fmt.Sprint(r.largest)
	}
	if r.macs > 0 {
		perMAC = fmt.Sprintf("%.3f", r.perMAC())
	}
	switch {
	case r.mostGas > 0:
		target = fmt.Sprint(r.mostGas)
	case r.mostPerMAC > 0:
		target = fmt.Sprintf("%.2f per MAC", r.mostPerMAC)
	}
	return []string{r.name, r.shape, fmt.Sprint(r.calls), fmt.Sprint(r.gas), largest, perMAC, target}
}

// gasDifferences compares two tables row by row. Figures may differ by a
// thousandth: floating-point training ends in other last bits elsewhere.
func gasDifferences(was, is string) (differences []string) {
	old, names := readGas(was)
	now, nowNames := readGas(is)
	for _, name := range nowNames {
		a, b := old[name], now[name]
		if a == nil {
			differences = append(differences, name+" is new")
			continue
		}
		for i, column := range []string{"calls", "gas", "gas of the largest", "per MAC"} {
			if !near(a[i], b[i]) {
				differences = append(differences, fmt.Sprintf("%s: %s is %s, was %s", name, column, b[i], a[i]))
			}
		}
	}
	for _, name := range names {
		if now[name] == nil {
			differences = append(differences, name+" is not measured any more")
		}
	}
	return differences
}

func near(a, b string) bool {
	x, errX := strconv.ParseFloat(a, 64)
	y, errY := strconv.ParseFloat(b, 64)
	if errX != nil || errY != nil {
		return a == b
	}
	room := 0.001 * x
	if strings.Contains(a, ".") {
		room = max(room, 0.0011) // it was rounded
	}
	return x-y <= room && y-x <= room
}

// readGas gives the numbers of each row by the row's name.
func readGas(text string) (numbers map[string][]string, names []string) {
	numbers = map[string][]string{}
	section := ""
	for line := range strings.Lines(text) {
		line = strings.TrimRight(line, "\n")
		if !strings.HasPrefix(line, "  ") {
			section = line
			continue
		}
		var cells []string
		for cell := range strings.SplitSeq(line, "  ") {
			if cell = strings.TrimSpace(cell); cell != "" {
				cells = append(cells, cell)
			}
		}
		if len(cells) != 7 || cells[0] == "call" {
			continue
		}
		name := section + ": " + cells[0] + ", " + cells[1]
		numbers[name] = cells[2:6]
		names = append(names, name)
	}
	return numbers, names
}

// The comparison names what differs, and nothing else.
func TestGasDifferences(t *testing.T) {
	row := func(gas uint64, macs int) gasRow {
		return gasRow{section: "s", name: "evaluate", shape: "64-32-10, 2 groups", calls: 2, gas: gas, largest: gas, macs: macs}
	}
	table := func(rows ...gasRow) string { return (&gasTable{rows: rows}).String() }
	other := gasRow{section: "s", name: "claim", shape: "any", calls: 1, gas: 5}
	tests := []struct {
		name, was, is string
		want          int
	}{
		{"equal", table(row(1_000_000, 0)), table(row(1_000_000, 0)), 0},
		{"a thousandth", table(row(1_000_000, 0)), table(row(1_000_900, 0)), 0},
		{"more", table(row(1_000_000, 0)), table(row(1_001_100, 0)), 2}, // gas and largest
		{"fewer", table(row(1_000_000, 500_000)), table(row(990_000, 500_000)), 3},
		{"a new row", table(other), table(other, row(1, 0)), 1},
		{"a row less", table(other, row(1, 0)), table(other), 1},
		{"no table", "", table(other), 1},
	}
	for _, tt := range tests {
		if got := gasDifferences(tt.was, tt.is); len(got) != tt.want {
			t.Errorf("%s: %q, want %d differences", tt.name, got, tt.want)
		}
	}
}
