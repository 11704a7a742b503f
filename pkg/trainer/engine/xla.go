//go:build xla

package engine

import "github.com/gomlx/go-xla/compute/xla"

// Without this the backend would try to download plugins when it cannot find
// one; the environment variable for it is read before a program can set it.
func init() { xla.EnableAutoInstall(false) }
