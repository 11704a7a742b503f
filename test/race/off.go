//go:build !race

// Package race tells tests whether the race detector watches. Under it a simulated
// node is some twenty times as slow and arithmetic ten times: a test whose many rounds are for
// something else than races makes a part of them there, and all of them in `make unit`.
package race

// Enabled is true under the race detector.
const Enabled = false
