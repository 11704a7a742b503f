package main

import (
	"bufio"
	"cmp"
	"errors"
	"fmt"
	"io"
	"maps"
	"math"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"github.com/gpuarbiter/gpuarbiter/pkg/config"
	"github.com/gpuarbiter/gpuarbiter/pkg/config/sanity"
)

func configInit() *cobra.Command {
	cmd := &cobra.Command{Use: "init", Short: "Write a first configuration for this rig's cards", Args: args(cobra.NoArgs),
		Long: "Write a first configuration, commented: coins that fit the cards' memory, rates from tables until\n" +
			"gpuarbiter bench measures them, prices from sources that need no key. What no flag says is asked.",
		Example: "  gpuarbiter config init --tariff 0.29 --currency EUR \\\n    --wallet RVN=RRxxx --wallet ETC=0xxxx -o /etc/gpuarbiter/config.yaml",
	}
	out := cmd.Flags().StringP("output", "o", defaultConfig, "file to write; - prints it")
	tariff := cmd.Flags().String("tariff", "", "what a kilowatt-hour costs")
	currency := cmd.Flags().String("currency", "", "of the tariff: USD, EUR, ...; default: USD")
	wallets := cmd.Flags().StringArray("wallet", nil, "TICKER=ADDRESS of a coin to mine; may be given for several")
	rig := cmd.Flags().String("rig", "", "the rig's name at the pools; default: the machine's")
	region := cmd.Flags().String("region", "eu", "of the pools: eu, us or asia")
	simulated := cmd.Flags().Bool("simulated", false, "for the simulated rig, to try things out")
	cmd.RunE = func(cmd *cobra.Command, _ []string) error {
		if *out != "-" {
			if _, err := os.Lstat(*out); err == nil {
				return fmt.Errorf("%s is there already; name another file with -o", *out)
			}
		}
		cfg := config.Default()
		if *simulated {
			cfg.Devices.Source = "simulated"
		}
		devices, err := readDevices(cmd.Context(), &cfg, "give --simulated")
		if err != nil {
			return err
		}
		q := questions{in: bufio.NewReader(cmd.InOrStdin()), out: stderr}
		a := sanity.Answers{Simulated: *simulated, Wallets: map[string]string{}, MiB: map[string]uint64{}}
		for _, d := range devices {
			a.Models = append(a.Models, d.Model)
			a.MiB[d.Model] = d.MemoryBytes >> 20
		}
		fmt.Fprintln(stderr, wrap(fmt.Sprintf("%d cards: %s", len(devices), strings.Join(slices.Compact(slices.Sorted(slices.Values(a.Models))), ", ")), helpWidth()))
		if a.Rig = *rig; a.Rig == "" {
			a.Rig = machineName()
		}
		switch *region {
		case "eu":
		case "us", "asia":
			a.Region = *region
		default:
			return usageError{fmt.Errorf("--region: %q is not one of eu, us, asia", *region)}
		}
		if err := q.power(&a, *tariff, *currency); err != nil {
			return err
		}
		if err := q.wallets(&a, *wallets); err != nil {
			return err
		}
		text, err := sanity.Start(a)
		if err != nil {
			return usageError{err}
		}
		if *out == "-" {
			_, err = stdout.Write(text)
			return err
		}
		return writeFirst(*out, text)
	}
	return cmd
}

// writeFirst writes a new configuration; it holds no secret, the service's group reads it.
func writeFirst(path string, text []byte) error {
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return err
	}
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o640)
	if err != nil {
		return err
	}
	if _, err := f.Write(text); err != nil {
		return errors.Join(err, f.Close(), os.Remove(path))
	}
	if err := f.Close(); err != nil {
		return err
	}
	fmt.Fprintln(stdout, "written:", path)
	check := "gpuarbiter config check --online"
	if path != defaultConfig {
		check += " --config " + path
	}
	say("next: install the miners that it names, then %s", check)
	return nil
}

var notName = regexp.MustCompile(`[^A-Za-z0-9-]+`)

// machineName is the machine's name as pools take it.
func machineName() string {
	host, err := os.Hostname()
	host, _, _ = strings.Cut(host, ".")
	if host = notName.ReplaceAllString(host, "-"); err != nil || host == "" {
		return "rig1"
	}
	return host
}

// questions asks what no flag has said.
type questions struct {
	in  *bufio.Reader
	out io.Writer
}

func (q questions) ask(question, otherwise string) (string, error) {
	fmt.Fprintf(q.out, "%s: ", question)
	line, err := q.in.ReadString('\n')
	if errors.Is(err, io.EOF) && line == "" {
		return "", usageError{errors.New("nobody answers: give --tariff, --currency and --wallet")}
	}
	if line = strings.TrimSpace(line); line == "" {
		return otherwise, nil
	}
	return line, nil
}

func (q questions) power(a *sanity.Answers, tariff, currency string) error {
	if tariff != "" {
		if currency == "" {
			currency = "USD"
		}
		return setTariff(a, tariff, currency)
	}
	for {
		answer, err := q.ask("What does a kilowatt-hour cost, such as 0.29 EUR", "")
		if err != nil {
			return err
		}
		unit := strings.TrimLeft(answer, "0123456789.,")
		said := cmp.Or(strings.TrimSpace(unit), currency)
		if said == "" {
			if said, err = q.ask("In which currency (USD)", "USD"); err != nil {
				return err
			}
		}
		if err = setTariff(a, strings.TrimSuffix(answer, unit), said); err == nil {
			return nil
		}
		fmt.Fprintln(q.out, "That is no price: a number and a currency are")
	}
}

var isCurrency = regexp.MustCompile(`^[A-Z]{3}$`)

func setTariff(a *sanity.Answers, tariff, currency string) (err error) {
	if a.Tariff, err = strconv.ParseFloat(strings.Replace(tariff, ",", ".", 1), 64); err != nil || !(a.Tariff >= 0) || math.IsInf(a.Tariff, 1) {
		return usageError{fmt.Errorf("--tariff: %q is no price", tariff)}
	}
	if a.Currency = strings.ToUpper(currency); !isCurrency.MatchString(a.Currency) {
		return usageError{fmt.Errorf("--currency: %q is no currency, such as EUR", currency)}
	}
	return nil
}

func (q questions) wallets(a *sanity.Answers, given []string) error {
	for _, w := range given {
		ticker, address, ok := strings.Cut(w, "=")
		if !ok {
			return usageError{fmt.Errorf("--wallet: %q is not TICKER=ADDRESS", w)}
		}
		a.Wallets[strings.ToUpper(ticker)] = address
	}
	if len(given) > 0 {
		return nil
	}
	most := uint64(0)
	for _, m := range a.MiB {
		most = max(most, m)
	}
	coins := sanity.Startable()
	for _, ticker := range slices.Sorted(maps.Keys(coins)) {
		if float64(most)/1024 < coins[ticker] {
			continue // no card here can
		}
		for {
			address, err := q.ask("Address that "+ticker+" is to be paid to (nothing: not mined)", "")
			if err != nil {
				return err
			}
			if why := sanity.WrongWallet(ticker, address); address != "" && why != "" {
				fmt.Fprintf(q.out, "That is no address of %s: %s.\n", ticker, why)
				continue
			}
			if address != "" {
				a.Wallets[ticker] = address
			}
			break
		}
	}
	return nil
}
