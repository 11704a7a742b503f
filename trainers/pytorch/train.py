#!/usr/bin/python3
"""A trainer in PyTorch that speaks gpuarbiter's contract (docs/TRAINER.md): training.command: [.../train.py].

It trains what the job asks for, a multi-layer perceptron, blocks of convolutions or a residual network, on the device
that it is given (CUDA with mixed precision, or the processor) or on several, and leaves to gpuarbiter what the contract
judges by: reading and verifying the data (`gpuarbiter worker data`) and making and counting the integer model (`worker
quantize`). Runs on Debian's python3-torch (1.13) and later ones.
"""

import os
import sys

# Threads that wait for work must not spin: other work shares the processor. Read when torch is loaded.
os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")
sys.dont_write_bytecode = True  # the package's folder is to stay as it was installed

import argparse  # noqa: E402
import signal  # noqa: E402
import threading  # noqa: E402
from datetime import datetime  # noqa: E402

# What loads torch is loaded later: a job that cannot work is refused at once.
from contract import BUG, DONE, HEARTBEAT, PREEMPTED, Events, Fault, Preempted, fault_of, log, read_job  # noqa: E402
from ranks import LOST, Lost, Ranks, lifeline  # noqa: E402
from run import Run  # noqa: E402


def work(path, events, stopped, others, out):
    """Rank 0, and where there is but one the whole of it."""
    job = read_job(path)
    if job["folds"]:  # few examples: the program's own way with them needs no device
        program = os.environ.get("GPUARBITER", "gpuarbiter")
        os.dup2(out.fileno(), 1)
        os.execvp(program, [program, "worker", "train", "--job", path])
    events.emit("hello", id=job["id"], job_hash=job["job_hash"], pid=os.getpid())
    count = job["ranks"] or 1
    run = Run(job, path, events, stopped, count=count)
    deadline = job.get("deadline")
    run.deadline = datetime.fromisoformat(deadline).timestamp() if deadline else None
    run.read_data()
    store = others.start(os.path.abspath(__file__), path, count, run.about, job["grace_s"]) if count > 1 else ""
    run.prepare(lambda: others.await_all(stopped), store)
    if stopped():
        raise Preempted
    from network import macs

    best = run.at["best"]
    events.step = run.at["step"]
    events.emit("ready", step=run.at["step"], total=run.total, train=len(run.batches.y), validation=len(run.val_y), macs=macs(run.weighted),
                best_acc=(best["right"] if best else 0) / max(len(run.val_y), 1))
    events.phase = "training"
    reason = run.loop()
    run.wait_for_device()  # the others' part in its last sums
    others.close()
    events.phase = "saving"
    run.finish(reason)


def follow(path, rank, word, events, stopped):
    """Any other rank: it takes its share of each step, until rank 0 ends it."""
    run = Run(read_job(path), path, events, stopped, rank, word["count"])
    run.about = word["about"]
    run.prepare(lambda: events.emit("here"), word["store"])
    events.phase, events.step = "training", run.at["step"]
    while not run.group.agree(stopped()):
        run.step()
    threading.Event().wait()  # asked to stop: rank 0 writes the checkpoint


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--job", required=True)
    parser.add_argument("--rank", type=int, default=0, help=argparse.SUPPRESS)
    options = parser.parse_args()
    asked = threading.Event()
    for s in (signal.SIGTERM, signal.SIGINT):
        signal.signal(s, lambda *_: asked.set())
    signal.signal(signal.SIGPIPE, signal.SIG_IGN)
    word = lifeline() if options.rank else {}
    out = os.fdopen(os.dup(1), "w")
    os.dup2(2, 1)  # what libraries print is no event
    events = Events(out, word.get("beat", HEARTBEAT))

    def end(fault):
        log(f"{fault.kind}: {fault}")
        events.emit("error", **{"class": fault.kind, "msg": str(fault)})
        os._exit(fault.code)  # the heart beats on until the very end

    others = Ranks(end, asked.set)

    def stopped():
        return asked.is_set() or events.gone

    fault, code = None, DONE
    try:
        if options.rank:
            follow(options.job, options.rank, word, events, stopped)
        else:
            work(options.job, events, stopped, others, out)
    except Preempted:
        code = PREEMPTED
    except Lost as e:
        log("failed:", repr(e))
        if not options.rank:
            others.await_cause()
        fault = Fault(BUG, LOST if options.rank else "bug", f"the ranks have lost each other: {e}")
    except Exception as e:
        if not isinstance(e, Fault):
            log("failed:", repr(e))
        fault = fault_of(e)
    others.close()
    if fault:
        end(fault)
    os._exit(code)


if __name__ == "__main__":
    main()
