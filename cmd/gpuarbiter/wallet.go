package main

import (
	"fmt"
	"math/big"
	"runtime/debug"

	"github.com/spf13/cobra"

	"github.com/gpuarbiter/gpuarbiter/pkg/app"
	"github.com/gpuarbiter/gpuarbiter/pkg/config"
)

// walletCommands are about the account that pays for entries and gets the rewards.
func walletCommands() *cobra.Command {
	return group(&cobra.Command{Use: "wallet", Short: "The account that enters challenges"}, walletNew(), walletShow())
}

func walletNew() *cobra.Command {
	cmd := &cobra.Command{Use: "new", Short: "Make an account: a keystore file and its password", Args: args(cobra.NoArgs),
		Long: "Make an account: a keystore file, as geth and others read it, and a file with its password, which is\n" +
			"made at random where there is none. Neither is ever written over. Copy both to a safe place, apart\n" +
			"from each other: who has both has the money, who has lost one has lost it.",
	}
	keystore := cmd.Flags().String("keystore", "/etc/gpuarbiter/keystore/solver.json", "keystore file to make")
	path := configFlag(cmd)
	password := cmd.Flags().String("password-file", config.PasswordCredential, "file with the password, mode 0600; made if it is not there")
	cmd.RunE = func(*cobra.Command, []string) error {
		address, made, err := app.NewKey(*keystore, *password)
		if err != nil {
			return err
		}
		fmt.Fprintf(stdout, "account: %s\nkeystore: %s\n", address.Hex(), *keystore)
		if made {
			fmt.Fprintf(stdout, "password: %s (made at random)\n", *password)
		}
		named := "and name the keystore as wallet.keystore"
		switch added, err := config.AddWallet(*path, *keystore, *password); {
		case err != nil:
			say("the configuration does not name it yet: %s", err)
		case added:
			fmt.Fprintf(stdout, "added to %s: wallet.keystore\n", *path)
			named = "and restart the daemon"
		default:
			named = "and see that wallet.keystore names it"
		}
		say("next: copy both to safe places, send the account what gas and bonds need and no more, %s", named)
		return nil
	}
	return cmd
}

func walletShow() *cobra.Command {
	cmd := &cobra.Command{Use: "show", Short: "The account, and what is on it on each chain", Args: args(cobra.NoArgs)}
	path, asJSON := configFlag(cmd), jsonFlag(cmd)
	cmd.RunE = func(cmd *cobra.Command, _ []string) error {
		cfg, err := config.Load(*path)
		if err != nil {
			return err
		}
		address, err := app.Account(cfg.Wallet)
		if err != nil {
			return err
		}
		type line struct {
			Chain      string `json:"chain"`
			BalanceWei string `json:"balance_wei,omitempty"`
			Error      string `json:"error,omitempty"`
		}
		shown := struct {
			Account string `json:"account"`
			Chains  []line `json:"chains"`
		}{Account: address.Hex()}
		for _, c := range cfg.Chains {
			chain := app.MarketOf(c)
			balance, err := chain.Balance(cmd.Context(), address)
			l := line{Chain: c.Name}
			if err != nil {
				l.Error = err.Error()
			} else {
				l.BalanceWei = balance.String()
			}
			shown.Chains = append(shown.Chains, l)
			chain.Close()
		}
		if *asJSON {
			return printJSON(shown)
		}
		fmt.Fprintf(stdout, "account: %s\n", shown.Account)
		for _, l := range shown.Chains {
			if l.Error != "" {
				fmt.Fprintf(stdout, "%s: %s\n", l.Chain, l.Error)
				continue
			}
			wei, _ := new(big.Int).SetString(l.BalanceWei, 10)
			fmt.Fprintf(stdout, "%s: %s ether\n", l.Chain, amountText(wei.String(), 18))
		}
		return nil
	}
	return cmd
}

func versionCommand() *cobra.Command {
	return &cobra.Command{Use: "version", Short: "Which version this is", Args: args(cobra.NoArgs), RunE: func(*cobra.Command, []string) error {
		fmt.Fprintln(stdout, "gpuarbiter "+version+builtFrom())
		return nil
	}}
}

// builtFrom is the commit and the compiler, as far as the build tells.
func builtFrom() (words string) {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return ""
	}
	for _, s := range info.Settings {
		if s.Key == "vcs.revision" {
			words += ", commit " + s.Value[:min(12, len(s.Value))]
		}
	}
	return words + ", " + info.GoVersion
}
