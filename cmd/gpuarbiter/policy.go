package main

import (
	"fmt"
	"path/filepath"

	"github.com/spf13/cobra"

	"github.com/gpuarbiter/gpuarbiter/pkg/app"
	"github.com/gpuarbiter/gpuarbiter/pkg/config"
)

// policyCommands are about what the operator means.
func policyCommands() *cobra.Command {
	return group(&cobra.Command{Use: "policy", Short: "What the policy decides"}, policyTestCommand())
}

// examplesFault says where more is said of examples.
func examplesFault(err error) error {
	return &app.Fault{Err: err, Hint: "docs/POLICY.md has how examples are written, in policy.tests.yaml beside the configuration or in a file that is named"}
}

func policyTestCommand() *cobra.Command {
	cmd := &cobra.Command{Use: "test [FILE]", Short: "Decide examples and say where the policy does otherwise", Args: args(cobra.MaximumNArgs(1)),
		Long: "Decide examples, each a time, what work earns then and what devices are to do, by the\nconfiguration's policy as the daemon would. FILE is by default policy.tests.yaml beside the\n" +
			"configuration. Ends with 1 if one comes out otherwise. docs/POLICY.md has examples.",
	}
	path := configFlag(cmd)
	cmd.RunE = func(_ *cobra.Command, args []string) error {
		cfg, err := config.Load(*path)
		if err != nil {
			return err
		}
		file := filepath.Join(filepath.Dir(*path), "policy.tests.yaml")
		if len(args) > 0 {
			file = args[0]
		}
		tests, err := app.ReadPolicyTests(file)
		if err != nil {
			return examplesFault(err)
		}
		failed := 0
		for _, t := range tests {
			r, err := app.TryPolicy(cfg, t)
			if err != nil {
				return examplesFault(fmt.Errorf("%s: %w", file, err))
			}
			if len(r.Faults) == 0 {
				fmt.Fprintln(stdout, "ok  ", r.Name)
				continue
			}
			failed++
			fmt.Fprintln(stdout, "FAIL", r.Name)
			for _, f := range r.Faults {
				fmt.Fprintln(stdout, "    ", f)
			}
		}
		if failed > 0 {
			return &app.Fault{Err: fmt.Errorf("%s: %d of %d come out otherwise", file, failed, len(tests)), Hint: "the sentences say what decided; change the policy, or what is expected of it"}
		}
		return nil
	}
	return cmd
}
