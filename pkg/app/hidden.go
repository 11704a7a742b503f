package app

import (
	"os"
	"path/filepath"

	"github.com/gpuarbiter/gpuarbiter/pkg/config"
)

// packaged is where the configuration and the keystore lie on a rig that was set
// up by the book: closed to workers with all that is in it.
const packaged = "/etc/gpuarbiter"

// hidden lists what no worker may open, with whatever lies below: keys and
// passwords, the configuration (it holds endpoints' keys), the state directory.
// A worker's own folder in that is granted to it by name.
func hidden(path string, c *config.Config) []string {
	paths := []string{packaged, c.StateDir, c.Control.Socket, c.Wallet.PasswordFile, os.Getenv("CREDENTIALS_DIRECTORY")}
	if abs, err := filepath.Abs(path); err == nil && path != "" {
		paths = append(paths, abs)
	}
	if c.Wallet.Keystore != "" {
		paths = append(paths, c.Wallet.Keystore, filepath.Dir(c.Wallet.Keystore))
	}
	for _, coin := range c.Mining.Coins {
		paths = append(paths, coin.PasswordFile)
	}
	for _, host := range c.Rent.Hosts {
		for _, file := range host.Secrets {
			paths = append(paths, file)
		}
	}
	for _, source := range c.Sources {
		paths = append(paths, source.KeyFile)
	}
	var named []string
	for _, p := range paths {
		if p != "" && filepath.Clean(p) != "/" {
			named = append(named, p)
		}
	}
	return named
}
