package main

import (
	"time"

	"github.com/spf13/cobra"
	"github.com/spf13/cobra/doc"
)

// manCommand writes the manual's pages, for packages.
func manCommand() *cobra.Command {
	return &cobra.Command{Use: "man FOLDER", Short: "Write the manual's pages", Hidden: true, Args: args(cobra.ExactArgs(1)), RunE: func(cmd *cobra.Command, args []string) error {
		date := time.Unix(0, 0) // the same version gives the same bytes
		root := cmd.Root()
		root.DisableAutoGenTag = true
		return doc.GenManTree(root, &doc.GenManHeader{Title: "GPUARBITER", Section: "1", Source: "gpuarbiter " + version, Date: &date}, args[0])
	}}
}
