package main

import (
	"context"
	"errors"
	"fmt"
	"math/big"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"github.com/gpuarbiter/gpuarbiter/pkg/app"
	"github.com/gpuarbiter/gpuarbiter/pkg/config"
	"github.com/gpuarbiter/gpuarbiter/pkg/evaluator"
	"github.com/gpuarbiter/gpuarbiter/pkg/market"
	"github.com/gpuarbiter/gpuarbiter/pkg/market/chain"
	"github.com/gpuarbiter/gpuarbiter/pkg/market/organiser"
	"github.com/gpuarbiter/gpuarbiter/pkg/market/txmgr"
)

// chainFlags say which chain, market and account an organiser's command uses:
// those of a configuration file, or named one by one.
type chainFlags struct {
	config, chain, rpc, market, keystore, password, state *string
	beacon                                                *[]string
	id                                                    *uint64
	json                                                  *bool
	confirmations                                         *uint64
	patience                                              *time.Duration
}

func addChainFlags(cmd *cobra.Command) chainFlags {
	fs := cmd.Flags()
	return chainFlags{
		config:   fs.StringP("config", "c", "", "configuration file that names chain and wallet"),
		chain:    fs.String("chain", "", "name of the chain in the configuration (default: the only one)"),
		rpc:      fs.String("rpc", "", "RPC endpoint, instead of a configuration"),
		beacon:   fs.StringArray("beacon", nil, "beacon endpoint that blobs are read from; may be repeated (default: the configuration's)"),
		id:       fs.Uint64("chain-id", 0, "the chain's id, with --rpc"),
		market:   fs.String("market", "", "address of the market's contract"),
		keystore: fs.String("keystore", "", "keystore file of the account"),
		password: fs.String("password-file", "", "file with the keystore's password, mode 0600"),
		state:    fs.String("state", "", "folder in which sent transactions are remembered (default: in your home)"),
		// That one waits for a few blocks itself.
		patience:      fs.Duration("patience", 5*time.Minute, "how long to wait for another command of the account that is sending"),
		confirmations: fs.Uint64("confirmations", 0, "blocks to wait for (default: the configuration's, or 1)"),
		json:          jsonFlag(cmd),
	}
}

// resolve merges flags and configuration.
func (f chainFlags) resolve() (config.Chain, config.Wallet, error) {
	c, w := config.Chain{Name: "chain", Confirmations: 1, MaxFeeGwei: 500, MaxGameBondsEther: config.MaxGameBondsEther, Poll: time.Second}, config.Wallet{}
	if *f.config != "" {
		cfg, err := config.Load(*f.config)
		if err != nil {
			return c, w, err
		}
		w = cfg.Wallet
		found := false
		for _, x := range cfg.Chains {
			if x.Name == *f.chain || (*f.chain == "" && len(cfg.Chains) == 1) {
				c, found = x, true
			}
		}
		if !found && *f.rpc == "" {
			return c, w, usageError{fmt.Errorf("--chain: the configuration has %d chains, none is %q", len(cfg.Chains), *f.chain)}
		}
	}
	if *f.rpc != "" {
		c.RPC, c.ID = []config.SecretURL{config.SecretURL(*f.rpc)}, *f.id
		if *f.id == 0 {
			return c, w, usageError{errors.New("--chain-id: is missing: it guards against the wrong chain")}
		}
	}
	if len(*f.beacon) > 0 {
		c.Beacon = nil
		for _, address := range *f.beacon {
			c.Beacon = append(c.Beacon, config.SecretURL(address))
		}
	}
	if len(c.RPC) == 0 {
		return c, w, usageError{errors.New("name --config, or --rpc and --chain-id")}
	}
	if *f.market != "" {
		if !chain.IsAddress(*f.market) {
			return c, w, usageError{fmt.Errorf("--market: %q is no contract's address", *f.market)}
		}
		c.Market = *f.market
	}
	if *f.keystore != "" {
		w.Keystore, w.Signer, w.Address = *f.keystore, "", ""
	}
	if *f.password != "" {
		w.PasswordFile = *f.password
	}
	if *f.confirmations > 0 {
		c.Confirmations = *f.confirmations
	}
	return c, w, nil
}

// reader is the chain alone, for commands that send nothing.
func (f chainFlags) reader() (*market.Market, error) {
	c, _, err := f.resolve()
	if err != nil {
		return nil, err
	}
	if c.Market == "" {
		return nil, usageError{errors.New("--market: is missing")}
	}
	return app.MarketOf(c), nil
}

// read opens the market and reads the challenge that the argument names. The
// caller closes the chain.
func (f chainFlags) read(ctx context.Context, arg string) (*market.Market, *market.Challenge, error) {
	id, err := parseID(arg)
	if err != nil {
		return nil, nil, err
	}
	chain, err := f.reader()
	if err != nil {
		return nil, nil, err
	}
	ch, err := chain.Challenge(ctx, id)
	if err != nil {
		chain.Close()
		return nil, nil, err
	}
	return chain, ch, nil
}

// session is an open organiser.
type session struct {
	*organiser.Organiser
	close func()
	json  bool
}

// open prepares to send; deploying needs no market yet.
func (f chainFlags) open(ctx context.Context, needMarket bool) (*session, error) {
	c, w, err := f.resolve()
	if err != nil {
		return nil, err
	}
	if needMarket && c.Market == "" {
		return nil, usageError{errors.New("--market: is missing")}
	}
	if !needMarket {
		c.Market = ""
	}
	if w.Keystore == "" && w.Signer == "" {
		return nil, usageError{errors.New("--keystore: is missing")}
	}
	dir := *f.state
	if dir == "" {
		home, err := os.UserHomeDir()
		if err != nil {
			return nil, err
		}
		dir = filepath.Join(home, ".local", "state", "gpuarbiter")
	}
	refused := func(r txmgr.Refusal) {
		fmt.Fprintf(os.Stderr, "the node refuses a transaction: %s\n", r.Words)
	}
	o, closeStore, err := app.OpenOrganiser(ctx, c, w, dir, *f.patience, refused)
	if err != nil {
		return nil, err
	}
	if _, err := o.Market.Client(ctx); err != nil {
		closeStore()
		return nil, err
	}
	return &session{o, closeStore, *f.json}, nil
}

// serves tries everything that the endpoint and its chain have to serve, before
// money depends on it.
func (s *session) serves(ctx context.Context) error {
	if err := chain.Serves(s.Market.Needs(ctx)); err != nil {
		return &app.Fault{Err: err, Hint: "use another endpoint; docs/OPERATIONS.md says what one must serve"}
	}
	return nil
}

// key names an intent, so that a command that was cut off goes on with the
// transaction it had sent.
func (s *session) key(parts ...any) string {
	words := []string{"organiser", s.Market.Address.Hex()}
	for _, p := range parts {
		words = append(words, fmt.Sprint(p))
	}
	return strings.Join(words, "/")
}

// result prints what a command did.
func (s *session) result(fields map[string]any, format string, args ...any) error {
	fields["gas_wei"], fields["transactions"] = s.Spent.String(), s.Sent
	if s.json {
		return printJSON(fields)
	}
	fmt.Fprintf(stdout, format+"\n", args...)
	fmt.Fprintf(stdout, "%d transactions, gas %s ether\n", s.Sent, etherText(s.Spent.String()))
	return nil
}

func contractCommand() *cobra.Command {
	deploy := &cobra.Command{Use: "deploy", Short: "Deploy the evaluators and a market that knows them", Args: args(cobra.NoArgs)}
	f := addChainFlags(deploy)
	window := deploy.Flags().Duration("min-window", time.Hour, "shortest window that challenges may have")
	delay := deploy.Flags().Uint16("min-draw-delay", 70, "shortest number of blocks until a draw: more than are proposed by validators known in advance")
	bond := deploy.Flags().String("min-bond", "0.001", "smallest bond, in ether")
	price := deploy.Flags().String("dispute-gas-price", "0.000000002", "a high price of gas, in ether: what bonds of disputes are reckoned at")
	nth := deploy.Flags().Int("nth", 1, "2, 3, ...: another market with the same rules; the same command again goes on with one that was broken off")
	deploy.RunE = func(cmd *cobra.Command, _ []string) error {
		minBond, err := parseEther(*bond)
		if err != nil {
			return usageError{fmt.Errorf("--min-bond: %w", err)}
		}
		gasPrice, err := parseEther(*price)
		if err != nil {
			return usageError{fmt.Errorf("--dispute-gas-price: %w", err)}
		}
		s, err := f.open(cmd.Context(), false)
		if err != nil {
			return err
		}
		defer s.close()
		if err := s.serves(cmd.Context()); err != nil {
			return err
		}
		marketAt, evaluators, err := s.Deploy(cmd.Context(), s.key("deploy", *window, *bond, *delay, *price, *nth), organiser.Rules{MinWindow: uint32(window.Seconds()), MinBond: minBond, MinDrawDelay: *delay, GasPrice: gasPrice})
		if err != nil {
			return err
		}
		known, text := map[string]string{}, "market "+marketAt.Hex()
		for _, t := range evaluator.All() {
			known[string(t)] = evaluators[t].Hex()
			text += fmt.Sprintf("\n%s evaluator %s", t, evaluators[t].Hex())
		}
		return s.result(map[string]any{"market": marketAt.Hex(), "evaluators": known}, "%s", text)
	}
	return group(&cobra.Command{Use: "contract", Short: "The market's contract"}, deploy)
}

// parseEther reads a decimal amount of ether exactly.
func parseEther(s string) (*big.Int, error) { return parseAmount(s, 18) }

// parseAmount reads a decimal amount into smallest units, exactly.
func parseAmount(s string, decimals int) (*big.Int, error) {
	r, ok := new(big.Rat).SetString(s)
	if !ok || r.Sign() < 0 || strings.ContainsAny(s, "/eE") {
		return nil, fmt.Errorf("%q is no amount, such as 0.05", s)
	}
	r.Mul(r, new(big.Rat).SetInt(power10(decimals)))
	if !r.IsInt() {
		return nil, fmt.Errorf("%q has more than %d decimals", s, decimals)
	}
	return r.Num(), nil
}

func power10(n int) *big.Int { return new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(n)), nil) }

// etherText writes wei as ether, exactly and without trailing zeros.
func etherText(wei string) string { return amountText(wei, 18) }

// amountText writes smallest units as a decimal amount.
func amountText(units string, decimals int) string {
	v, ok := new(big.Int).SetString(units, 10)
	if !ok {
		return "-"
	}
	text := new(big.Rat).SetFrac(v, power10(decimals)).FloatString(decimals)
	if decimals == 0 {
		return text
	}
	return strings.TrimRight(strings.TrimRight(text, "0"), ".")
}

// parseID reads a challenge's number; chain/number is accepted too.
func parseID(s string) (uint64, error) {
	if i := strings.LastIndexByte(s, '/'); i >= 0 {
		s = s[i+1:]
	}
	id, err := strconv.ParseUint(s, 10, 64)
	if err != nil {
		return 0, usageError{fmt.Errorf("%q is no challenge number", s)}
	}
	return id, nil
}
