// Package e2e runs the main job against real parts; see main_test.go. Its tests
// are slow and stand behind the e2e tag: make e2e.
package e2e
