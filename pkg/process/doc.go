// Package process is the only place that starts other programs.
//
// A worker (a miner, a training job) never outlives its owner. Between the
// daemon and each worker stands a small supervisor process of ours, the program
// itself started as "gpuarbiter worker exec":
//
//	daemon ──stdin: spec, then commands──> supervisor ──fork──> worker ──fork──> helpers
//	       <─stdout: the worker's lines──             (own process group, dies with the supervisor)
//	       <─descriptor 3: reports───────
//
// What ends, and what then follows:
//
//   - the daemon, even by SIGKILL: the supervisor's stdin ends; it sends SIGTERM
//     to the worker's group and SIGKILL after a short grace (3 s by default).
//   - the worker: the supervisor kills what it left behind. It is the reaper of
//     orphans below it, so a helper that forked twice and left the session is
//     still its descendant and is found.
//   - the supervisor, by SIGKILL: the kernel kills the worker with it
//     (PR_SET_PDEATHSIG), and the daemon kills the rest, which it knows by the
//     GPUARBITER_WORKER variable in their environment.
//   - daemon and supervisor at once: the kernel kills the worker. Helpers of it
//     may stay; the next daemon finds them by GPUARBITER_OWNER (WaitGone).
//
// A Worker is done only when nothing of it is left, so that a device can be
// handed on without two workers ever sharing it.
package process
