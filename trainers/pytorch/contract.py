"""What the daemon and a trainer say to each other: the job, the events, the ends (docs/TRAINER.md)."""

import json
import os
import subprocess
import sys
import threading
import time

DONE, BAD_JOB, DEVICE, BUG, MEMORY, PREEMPTED = 0, 64, 69, 70, 71, 75
HEARTBEAT = 3.0
MAX_RANKS = 64
DEFAULTS = {
    "batch": 64, "rate": 1e-3, "schedule": "cosine", "decay": 1e-3, "l1": 0.0, "max_shift": 0, "mirror": False, "validation": 0.1,
    "hidden": [], "channels": [], "blocks": 0, "folds": 0, "patience": 0, "max_seconds": 0.0, "target": 0.0, "threads": 0, "speed_limit": 0.0,
    "checkpoint_every_s": 60.0, "backend": "go", "ranks": 0, "grace_s": 0.0,
}


class Fault(Exception):
    """An end that the daemon is told the reason of."""

    def __init__(self, code, kind, message):
        super().__init__(message)
        self.code, self.kind = code, kind


class Preempted(Exception):
    """Asked to stop, with a checkpoint written."""


class Events:
    """Lines for whoever started this process. A thread says that it is alive while nothing else is said, with the
    step it is at: one that hangs shows itself by a step that stays."""

    def __init__(self, out=None, every=HEARTBEAT):
        self.out, self.every = out or sys.stdout, every
        self.lock, self.last, self.gone = threading.Lock(), time.monotonic(), False
        self.phase, self.step = "loading", 0
        threading.Thread(target=self._beat, daemon=True).start()

    def emit(self, event, **fields):
        line = json.dumps({"event": event, **fields}, allow_nan=False) + "\n"
        with self.lock:
            self.last = time.monotonic()
            try:
                self.out.write(line)
                self.out.flush()
            except (BrokenPipeError, ValueError, OSError):
                self.gone = True  # nobody owns the work: end with a checkpoint

    def _beat(self):
        while True:
            time.sleep(self.every / 3)
            if time.monotonic() - self.last >= self.every:
                self.emit("alive", phase=self.phase, step=self.step)


def log(*words):
    print(*words, file=sys.stderr, flush=True)


def read_job(path):
    try:
        with open(path) as f:
            job = {**DEFAULTS, **json.load(f)}
    except (OSError, ValueError) as e:
        raise Fault(BAD_JOB, "job", f"{path}: {e}")
    missing = [k for k in ("id", "job_hash", "family", "epochs", "seed", "checkpoint_dir", "artifact", "data") if k not in job]
    if missing:
        raise Fault(BAD_JOB, "job", f"it lacks {', '.join(missing)}")
    if job["family"] not in ("mlp", "cnn", "resnet"):
        raise Fault(BAD_JOB, "job", f"family {job['family']!r} is not mlp, cnn or resnet")
    if job["family"] == "resnet" and not (job["channels"] and job["blocks"] > 0):
        raise Fault(BAD_JOB, "job", f"a resnet of channels {job['channels']} and blocks {job['blocks']}: it needs some of both")
    if job["ranks"] not in range(MAX_RANKS + 1):
        raise Fault(BAD_JOB, "job", f"ranks: {job['ranks']} is not within 0 to {MAX_RANKS}")
    return job


def gpuarbiter(*arguments):
    """Runs the program that started us; gives what it prints."""
    program = os.environ.get("GPUARBITER", "gpuarbiter")
    try:
        done = subprocess.run([program, "worker", *arguments], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    except OSError as e:
        raise Fault(BUG, "bug", f"{program} cannot be run: {e}")
    if done.returncode:
        raise subprocess.CalledProcessError(done.returncode, arguments, done.stdout, done.stderr)
    return json.loads(done.stdout)


def fault_of(e):
    """What an exception that nobody expected is to the daemon."""
    text = str(e)
    if isinstance(e, Fault):
        return e
    if isinstance(e, MemoryError) or any(words in text.lower() for words in ("out of memory", "allocate memory")):
        return Fault(MEMORY, "memory", text[:1000] or "out of memory")  # the card's, or the machine's
    return Fault(BUG, "bug", repr(e)[:1000])
