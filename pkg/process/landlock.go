package process

import (
	"fmt"
	"os"

	"github.com/landlock-lsm/go-landlock/landlock"
	llsys "github.com/landlock-lsm/go-landlock/landlock/syscall"
)

// Of Landlock's ABI: what each brought that we use.
const (
	abiRefer = 2 // moving files between folders can be allowed
	abiTrunc = 3 // cutting files off is forbidden
	abiScope = 6 // signals and abstract sockets end at the domain's border
)

// landlockABI is the version of the kernel's Landlock; 0: it has none, or it is
// switched off.
func landlockABI() int {
	abi, err := llsys.LandlockGetABIVersion()
	if err != nil {
		return 0
	}
	return max(abi, 0)
}

// Unconfined says in words what this kernel cannot keep workers from; "" if they
// are fully confined.
func Unconfined() string { return unconfined(landlockABI()) }

func unconfined(abi int) string {
	switch {
	case abi == 0:
		return "this kernel has no Landlock (Linux 5.13 or newer, and landlock in its list lsm=): miners and trainers can read all that the daemon's user can, the keystore too"
	case abi < abiScope:
		more := ""
		if abi < abiTrunc {
			more = " and empty its files"
		}
		return fmt.Sprintf("this kernel's Landlock (version %d, complete from %d on: Linux 6.12) lets workers send signals to other processes of the daemon's user%s; reading and writing is kept from them", abi, abiScope, more)
	}
	return ""
}

// confine puts the whole process into a Landlock domain: as much of it as the
// kernel has. It also sets no_new_privs.
func confine(grants []grant) error {
	abi := landlockABI()
	rules := make([]landlock.Rule, 0, len(grants))
	for _, g := range grants {
		info, err := os.Stat(g.Path)
		if err != nil {
			continue // it has gone meanwhile
		}
		rules = append(rules, rule(g, info.IsDir(), abi))
	}
	cfg := landlock.V9
	cfg.HandledAccessNet = 0 // pools, and the miner's own API
	if err := cfg.BestEffort().Restrict(rules...); err != nil {
		return fmt.Errorf("confine the worker: %w", err)
	}
	return nil
}

func rule(g grant, dir bool, abi int) landlock.Rule {
	var r landlock.FSRule
	switch {
	case g.Kind == grantRead && dir:
		r = landlock.RODirs(g.Path)
	case g.Kind == grantRead:
		r = landlock.ROFiles(g.Path)
	case g.Kind == grantSocket && dir:
		r = landlock.RODirs(g.Path).WithResolveUnix()
	case g.Kind == grantSocket:
		r = landlock.ROFiles(g.Path).WithResolveUnix()
	case dir:
		r = landlock.RWDirs(g.Path).WithResolveUnix()
	default:
		r = landlock.RWFiles(g.Path)
	}
	if g.Kind == grantDevice {
		r = r.WithIoctlDev()
	}
	// Of a kernel that cannot allow it, it must not be asked: the library would
	// rather confine nothing.
	if g.Kind == grantWrite && dir && abi >= abiRefer {
		r = r.WithRefer()
	}
	return r.IgnoreIfMissing()
}
