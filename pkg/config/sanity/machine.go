package sanity

import (
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/gpuarbiter/gpuarbiter/pkg/config"
	"github.com/gpuarbiter/gpuarbiter/pkg/process"
)

// OnRig reports whether this machine looks like the one that the configuration is for: its
// programs and files can be looked for then.
func OnRig(c *config.Config) bool {
	if c.Devices.Source != "nvml" || c.Devices.NVMLLibrary != "" {
		return true
	}
	_, err := os.Stat("/dev/nvidiactl")
	return err == nil
}

// CheckMachine looks for the programs and files that the configuration names.
func CheckMachine(c *config.Config) []config.Fault {
	k := &checker{Config: c, field: known()}
	for i, coin := range c.Mining.Coins {
		path := fmt.Sprintf("mining.coins[%d]", i)
		page, err := c.Mining.Page(coin.Miner)
		if err != nil {
			continue // it is refused already
		}
		if binary := coin.Binary; page.Package != "" {
			k.exists(path+".miner", page.Package, "the package of "+coin.Miner+": gpuarbiter miner add once more")
		} else if !page.Self {
			if binary == "" {
				binary = page.Binary
			}
			k.program(path+".binary", binary, "install "+page.Title+", or name its program")
		}
		if coin.PasswordFile != "" {
			k.secret(path+".password_file", coin.PasswordFile)
		}
		k.quotes(path, map[string]config.Quote{"price_usd": coin.PriceUSD, "difficulty": coin.Difficulty, "block_reward": coin.BlockReward, "usd_per_hash": coin.USDPerHash})
	}
	k.quotes("electricity", map[string]config.Quote{"price_per_kwh": c.Electricity.PricePerKWh})
	k.quotes("rates", c.Rates)
	for i, ch := range c.Chains {
		k.quotes(fmt.Sprintf("chains[%d]", i), map[string]config.Quote{"ether_price_usd": ch.EtherPriceUSD})
	}
	for _, name := range slices.Sorted(maps.Keys(c.Sources)) {
		s := c.Sources[name]
		if len(s.Command) > 0 {
			k.program("sources."+name+".command", s.Command[0], "name a program that is here")
		}
		if s.KeyFile != "" {
			k.secret("sources."+name+".key_file", s.KeyFile)
		}
	}
	if len(c.Training.Command) > 0 {
		k.program("training.command", c.Training.Command[0], "install the trainer, or leave it out: the program has one of its own")
	}
	for _, kind := range slices.Sorted(maps.Keys(c.Work)) {
		if form, ok := c.Work[kind].(config.ProgramsForm); ok {
			for path, program := range form.Programs("work." + kind) {
				k.program(path, program, "name a program that is here")
			}
		}
	}
	if c.Wallet.Keystore != "" {
		k.exists("wallet.keystore", c.Wallet.Keystore, "gpuarbiter wallet new makes one")
	}
	if c.Wallet.PasswordFile != "" {
		k.secret("wallet.password_file", c.Wallet.PasswordFile)
	}
	if len(c.Curtailment.Command) > 0 {
		k.program("curtailment.command", c.Curtailment.Command[0], "name a program that is here")
	}
	return k.list
}

func (k *checker) exists(where, path, hint string) {
	if _, err := os.Stat(path); err != nil {
		k.doubt(where, hint, "%s is not here: %v", path, cause(err))
	}
}

func (k *checker) program(where, name, hint string) {
	if _, err := process.Find(name); err != nil {
		k.doubt(where, hint, "%s cannot be run: %v", name, cause(err))
	}
}

// secret is a file that nobody else ought to read.
func (k *checker) secret(where, path string) {
	info, err := os.Stat(path)
	if err != nil {
		k.doubt(where, "write it, with mode 0600", "%s is not here: %v", path, cause(err))
	} else if info.Mode().Perm()&0o077 != 0 {
		k.doubt(where, "chmod 0600 "+path, "%s can be read by others (mode %04o)", path, info.Mode().Perm())
	}
}

// quotes looks for the files of quotes.
func (k *checker) quotes(path string, list map[string]config.Quote) {
	for _, name := range slices.Sorted(maps.Keys(list)) {
		q := list[name]
		if q.File == "" {
			continue
		}
		if _, err := os.Stat(q.File); err != nil {
			k.doubt(path+"."+name, "start what writes it (docs/OPERATIONS.md, Prices), or take the quote from a source", "%s is not here: %v", q.File, cause(err))
			continue
		}
		text, err := os.ReadFile(q.File)
		if err == nil && !strings.Contains(string(text), `"`+q.Key+`"`) {
			k.doubt(path+"."+name, "name one of its entries", "%s has no entry %q", filepath.Base(q.File), q.Key)
		}
	}
}

// cause is an error without the path, which stands before it.
func cause(err error) error {
	for _, known := range []error{fs.ErrNotExist, fs.ErrPermission} {
		if errors.Is(err, known) {
			return known
		}
	}
	return err
}
