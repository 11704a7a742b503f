package app

// Kinds of work that are packages of their own: one more is a line here.
import (
	_ "github.com/gpuarbiter/gpuarbiter/pkg/work/program"
)
