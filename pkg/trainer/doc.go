// Package trainer describes training work from the outside: the job that a
// worker process is given, the events that it reports, what its end means and
// when to start it again, and which network suits a challenge. All of it is
// plain data and pure functions.
//
// The work itself is in pkg/trainer/worker (the process), pkg/trainer/engine
// (the tensors), pkg/trainer/small (few examples, without tensors) and
// pkg/trainer/checkpoint (the files), so that a daemon which
// only starts workers and reads their events links no tensor library.
package trainer
