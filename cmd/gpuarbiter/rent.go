package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"maps"
	"os"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"github.com/gpuarbiter/gpuarbiter/pkg/app"
	"github.com/gpuarbiter/gpuarbiter/pkg/config"
	"github.com/gpuarbiter/gpuarbiter/pkg/httpapi"
	"github.com/gpuarbiter/gpuarbiter/pkg/page"
	"github.com/gpuarbiter/gpuarbiter/pkg/plain"
	"github.com/gpuarbiter/gpuarbiter/pkg/rent"
	"github.com/gpuarbiter/gpuarbiter/pkg/rent/pages"
)

// rentCommands are about hosts, and the prices that are named to them.
func rentCommands() *cobra.Command {
	return group(&cobra.Command{Use: "rent", Short: "Hosts that devices are let to, each by a page of YAML"},
		rentListCommand(), rentShowCommand(), rentCheckCommand(), rentStatusCommand(), rentPriceCommand())
}

func hostsDir(cmd *cobra.Command) *string {
	return cmd.Flags().String("pages-dir", config.Default().Rent.PagesDir, "folder with pages of your own, as rent.pages_dir")
}

func rentListCommand() *cobra.Command {
	cmd := &cobra.Command{Use: "list", Short: "List the hosts that have a page", Args: args(cobra.NoArgs)}
	dir := hostsDir(cmd)
	cmd.RunE = func(*cobra.Command, []string) error {
		set, err := pages.Load(*dir)
		t := newTable("HOST", "FOR", "A CONTRACT TAKES", "CUSTOMERS", "ASKS FOR")
		for _, name := range set.Names() {
			p := set[name]
			come := "come to us"
			if !p.Called() {
				come = "wait there"
			}
			missing, _ := p.Missing(nil, nil)
			t.row(name, p.Title, "the "+string(p.Scope), come, orDash(strings.Join(missing, " ")))
		}
		return errors.Join(t.flush(), err)
	}
	return cmd
}

func rentShowCommand() *cobra.Command {
	cmd := &cobra.Command{Use: "show NAME", Short: "Print a host's page, as one to start your own from", Args: args(cobra.ExactArgs(1))}
	dir := hostsDir(cmd)
	cmd.RunE = func(_ *cobra.Command, args []string) error {
		p, err := findHost(args[0], *dir)
		if err != nil {
			return pageFault(err)
		}
		_, err = stdout.Write(p.Text())
		return err
	}
	return cmd
}

// findHost reads a page from a file, or finds it by its name.
func findHost(name, dir string) (*pages.Page, error) {
	if !strings.ContainsAny(name, "/") && !strings.HasSuffix(name, ".yaml") {
		set, err := pages.Load(dir)
		p, missing := set.Find(name)
		if missing != nil {
			return nil, errors.Join(missing, err)
		}
		return p, nil
	}
	text, err := plain.ReadFile(name, 0, page.MaxPage)
	if err != nil {
		return nil, err
	}
	p, err := pages.Parse(text)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	return p, nil
}

func rentCheckCommand() *cobra.Command {
	cmd := &cobra.Command{Use: "check PAGE", Short: "Check a page: its form, its examples, and what it makes of an answer", Args: args(cobra.ExactArgs(1)),
		Long: "Check a page, which is a file or the name of a host.\n\nIts form is checked, and what it makes of its own examples. With --answer what its first probe\n" +
			"makes of a saved answer is shown.",
	}
	dir := hostsDir(cmd)
	answer := cmd.Flags().String("answer", "", "file with an answer to the page's first probe")
	index := cmd.Flags().Int("index", 0, "the device that is asked about")
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		p, err := findHost(args[0], *dir)
		if err != nil {
			return pageFault(err)
		}
		if err := p.Try(cmd.Context()); err != nil {
			return pageFault(err)
		}
		fmt.Fprintf(stdout, "%s: the page of %s is well formed, and holds its %d examples\n", p.Name, p.Title, len(p.Examples))
		if *answer == "" {
			return nil
		}
		w, err := understood(cmd.Context(), p, *answer, *index)
		if err != nil {
			return &app.Fault{Err: fmt.Errorf("%s: %w", *answer, err), Hint: "while the host says this, the machine counts as let; mend the page's state, or what it asks"}
		}
		fmt.Fprintf(stdout, "device %d is %s", *index, w.State)
		if !w.Until.IsZero() {
			fmt.Fprintf(stdout, " until %s", w.Until.Local().Format("2006-01-02 15:04"))
		}
		if w.PerHour > 0 {
			fmt.Fprintf(stdout, ", for %.4f USD/h", w.PerHour)
		}
		fmt.Fprintln(stdout)
		return nil
	}
	return cmd
}

// understood is what a page's first probe makes of a saved answer.
func understood(ctx context.Context, p *pages.Page, file string, index int) (pages.Word, error) {
	raw, err := plain.ReadFile(file, 0, page.MaxBody)
	if err != nil {
		return pages.Word{}, err
	}
	tree, err := p.Probes[0].Ask.Read(ctx, raw)
	if err != nil {
		return pages.Word{}, err
	}
	return p.Probes[0].Understand(ctx, tree, page.About{Index: index, Device: fmt.Sprintf("GPU-%d", index), Parameters: p.Given(nil)})
}

// pageFault says where more is said of pages.
func pageFault(err error) error {
	return &app.Fault{Err: err, Hint: "gpuarbiter rent list has all hosts; docs/RENT.md is how a page is written"}
}

func rentStatusCommand() *cobra.Command {
	cmd := &cobra.Command{Use: "status", Short: "Show what hosts say, what they pay, and the price that was named to them", Args: args(cobra.NoArgs)}
	f := addDaemonFlags(cmd)
	cmd.RunE = func(cmd *cobra.Command, _ []string) error {
		var s httpapi.Status
		if err := f.get(cmd.Context(), "/api/status", &s); err != nil {
			return err
		}
		if *f.json {
			return printJSON(s.Hosts)
		}
		if len(s.Hosts) == 0 {
			fmt.Fprintln(stdout, "nothing is let: rent.hosts is empty")
		}
		printHosts(s.Hosts)
		return nil
	}
	return cmd
}

// printHosts says how things stand with hosts.
func printHosts(hosts []rent.View) {
	for _, h := range hosts {
		fmt.Fprintf(stdout, "\nhost %s (%s): reservation price %s, named %s, pays %s for one device an hour\n", h.Name, h.Title, price(h.Reservation), price(h.Named), price(h.Pays))
		for _, id := range slices.Sorted(maps.Keys(h.Devices)) {
			r := h.Devices[id]
			until := ""
			if !r.Until.IsZero() {
				until = " until " + r.Until.Local().Format("2006-01-02 15:04")
			}
			fmt.Fprintf(stdout, "  %s: %s%s\n", id, r.State, until)
		}
		for _, f := range h.Faults {
			fmt.Fprintln(stdout, "  fault:", f)
		}
	}
}

func price(usd float64) string {
	if usd == 0 {
		return "-"
	}
	return fmt.Sprintf("%.4f USD", usd)
}

// akashOrder is what Akash's provider asks a price for, on standard input.
type akashOrder struct {
	Resources []struct {
		GPU struct {
			Units int `json:"units"`
		} `json:"gpu"`
		Count int `json:"count"`
	} `json:"resources"`
	Price struct {
		Denom  string `json:"denom"`
		Amount string `json:"amount"`
	} `json:"price"`
}

// Akash's generic price script reckons with so many blocks in a month of so many hours.
const (
	blocksPerMonth = 429909
	hoursPerMonth  = 30.437 * 24
	mostOrder      = 1 << 20 // bytes
)

func rentPriceCommand() *cobra.Command {
	cmd := &cobra.Command{Use: "price", Short: "Answer what an order costs: Akash's price script", Args: args(cobra.NoArgs),
		Long: "Answer, on standard output, what an order on standard input costs by the block: the reservation\nprice of the GPUs that it asks for, and the other resources' price. Akash's provider asks so\n" +
			"(AKASH_BID_PRICE_STRATEGY=shellScript). Where the reservation price is not known, or the order\nwould pay less, it fails, and no bid is made.",
	}
	f := addDaemonFlags(cmd)
	host := cmd.Flags().String("host", "akash", "the host's name in rent.hosts")
	akt := cmd.Flags().Float64("usd-per-akt", 0, "for orders in uakt: what one AKT is worth")
	other := cmd.Flags().Float64("other-usd-per-hour", 0, "what processor, memory and storage of an order cost, for each of its parts")
	cmd.RunE = func(cmd *cobra.Command, _ []string) error {
		order, err := readOrder(os.Stdin)
		if err != nil {
			return noBid(err)
		}
		var s httpapi.Status
		if err := f.get(cmd.Context(), "/api/status", &s); err != nil {
			return err
		}
		for _, h := range s.Hosts {
			if h.Name != *host {
				continue
			}
			if h.Reservation <= 0 {
				return noBid(fmt.Errorf("the reservation price of %s is not known now", h.Name))
			}
			amount, err := order.perBlock(h.Reservation, *other, *akt)
			if err != nil {
				return noBid(err)
			}
			fmt.Fprintln(stdout, strconv.FormatFloat(amount, 'f', 6, 64))
			return nil
		}
		return noBid(fmt.Errorf("host %q is not in the daemon's configuration", *host))
	}
	return cmd
}

// noBid is why no price is answered.
func noBid(err error) error {
	return &app.Fault{Err: err, Hint: "no bid is made for this order; gpuarbiter rent status says how things stand"}
}

func readOrder(r io.Reader) (order akashOrder, err error) {
	raw, err := io.ReadAll(io.LimitReader(r, mostOrder+1))
	if err != nil {
		return order, err
	}
	if len(raw) > mostOrder {
		return order, fmt.Errorf("the order is longer than %d bytes", mostOrder)
	}
	if err := json.Unmarshal(raw, &order); err != nil { // older providers send the resources alone
		if json.Unmarshal(raw, &order.Resources) != nil {
			return order, fmt.Errorf("the order on standard input: %w", plain.Error(err))
		}
	}
	if len(order.Resources) == 0 {
		return order, errors.New("the order on standard input names no resources")
	}
	return order, nil
}

// perBlock is what the order costs in a millionth of its currency by the block.
func (o akashOrder) perBlock(perGPU, other, akt float64) (float64, error) {
	perHour := 0.0
	for _, r := range o.Resources {
		if r.GPU.Units < 0 || r.Count < 0 || r.GPU.Units > 1000 || r.Count > 100000 {
			return 0, fmt.Errorf("the order asks for %d times %d GPUs", r.Count, r.GPU.Units)
		}
		perHour += float64(max(r.Count, 1)) * (float64(r.GPU.Units)*perGPU + other)
	}
	switch o.Price.Denom {
	case "uact", "ibc/170C677610AC31DF0904FFE09CD3B5C657492170E7E52372E48756B71E56F2F1": // ACT and USDC are dollars
	case "uakt", "": // providers that name no currency take uakt alone
		if !(akt > 0) {
			return 0, errors.New("the order is in uakt: say --usd-per-akt")
		}
		perHour /= akt
	default:
		return 0, fmt.Errorf("the order is in %.80q, whose worth is not known", o.Price.Denom)
	}
	amount := perHour * hoursPerMonth / blocksPerMonth * 1e6
	if !(amount > 0) {
		return 0, errors.New("the order asks for no GPU, and --other-usd-per-hour is 0: no bid is made")
	}
	if o.Price.Amount == "" {
		return amount, nil
	}
	if most, err := strconv.ParseFloat(o.Price.Amount, 64); err != nil || !(amount <= most) {
		return 0, fmt.Errorf("it would pay %.40q%s by the block, and costs %.6f", o.Price.Amount, o.Price.Denom, amount)
	}
	return amount, nil
}
