package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"github.com/gpuarbiter/gpuarbiter/pkg/miner/drivers"
	"github.com/gpuarbiter/gpuarbiter/pkg/miner/hive"
)

func minerAddCommand() *cobra.Command {
	cmd := &cobra.Command{Use: "add PACKAGE.tar.gz", Short: "Add a miner from a HiveOS custom package", Args: args(cobra.ExactArgs(1)),
		Long: "Add a miner from a HiveOS custom package, unchanged.\n\nThe package is unpacked and a page is written for it; nothing of it is run. Its worker runs in a\n" +
			"room of its own: it sees the system's programs and libraries, the devices, and its own files\nwhere HiveOS has them, and of the network its coin's pool alone.",
	}
	dir := minersDir(cmd)
	into := cmd.Flags().String("into", "/opt/gpuarbiter/packages", "folder that packages are unpacked to")
	anyNetwork := cmd.Flags().Bool("any-network", false, "let it reach more than its coin's pool, as some must to pay their author")
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		archive, err := os.Open(args[0])
		if err != nil {
			return err
		}
		defer archive.Close()
		folder, err := filepath.Abs(*into)
		if err != nil {
			return err
		}
		p, err := hive.Unpack(archive, folder)
		if err != nil {
			return fmt.Errorf("%s: %w", args[0], err)
		}
		page, err := writePage(p, *dir, *anyNetwork)
		if err != nil {
			return errors.Join(err, os.RemoveAll(filepath.Dir(p.Folder)))
		}
		return tellAdded(p, page)
	}
	return cmd
}

// writePage writes the package's page into the folder of pages; one of another kind that has its name
// is left alone.
func writePage(p hive.Package, dir string, anyNetwork bool) (path string, err error) {
	text, err := p.Page(anyNetwork)
	if err != nil {
		return "", err
	}
	if _, err := drivers.Parse(text); err != nil {
		return "", fmt.Errorf("its page: %w", err)
	}
	path = filepath.Join(dir, p.PageName()+".yaml")
	if old, err := os.ReadFile(path); err == nil {
		if page, err := drivers.Parse(old); err != nil || page.Package == "" {
			return "", fmt.Errorf("%s is there already, and not of a package: move it away first", path)
		}
	} else if !errors.Is(err, fs.ErrNotExist) {
		return "", err
	} else if _, err := drivers.Builtin().Find(p.PageName()); err == nil {
		return "", fmt.Errorf("gpuarbiter has a page of its own for %s: name the program as binary of the coin instead", p.PageName())
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return "", err
	}
	return path, writeOutputBytes(path, text)
}

func tellAdded(p hive.Package, page string) error {
	fmt.Fprintf(stdout, "unpacked: %s\npage: %s\n", p.Folder, page)
	if missing := p.Missing(); len(missing) > 0 {
		fmt.Fprintf(stdout, "warning: it calls %s, which this machine does not have: without, it may not run or tell nothing\n", strings.Join(missing, ", "))
	}
	fmt.Fprintf(stdout, "next: gpuarbiter miner check %s --start --algorithm ALGORITHM --pool stratum+tcp://HOST:PORT --wallet WALLET\n", p.PageName())
	fmt.Fprintf(stdout, "then: name it in the configuration, as miner: %s of a coin\n", p.PageName())
	return nil
}
