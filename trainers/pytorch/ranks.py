"""Several processes for one job, one for each device.

Rank 0 is the process that the daemon started: it alone speaks to it, validates and writes. It starts the others,
in its own process group, and looks after them (Ranks); each of them holds on to its life (lifeline). What they do
together stands in Group. torchrun is not used: it ends with 1 whatever happened, and the daemon goes by exit codes.
"""

import ctypes
import json
import os
import selectors
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
from datetime import timedelta

from contract import BAD_JOB, BUG, DEVICE, MEMORY, Fault, Preempted, log

CODES = {"job": BAD_JOB, "data": BAD_JOB, "diverged": BAD_JOB, "device": DEVICE, "memory": MEMORY}
LOST = "lost"  # the class of a rank's error that is only another one's end
TICKS = 10  # in which a rank has to show that it lives
LOADING = 300.0  # seconds that rank 0, once it has loaded, waits for the others: a cold disk may be slow
SETTLING = 2.0  # seconds in which the cause of a broken connection shows itself
ENDING = 30.0  # seconds in which a process that ends has given back its device
FOREVER = timedelta(days=7)  # whoever waits for rank 0's validation waits as long as that takes
PR_SET_PDEATHSIG = 1


class Lost(Exception):
    """The others cannot be reached: one of them has ended, and is the cause."""


def patience(grace):
    """For how many seconds a rank may show no life: the job ends well before the daemon's patience does."""
    return min(15.0, (grace or 30.0) / 2)


# --- in every rank -----------------------------------------------------------------------------------------


class Group:
    """What the ranks do together; alone, it is nothing.

    Gradients are summed as one vector, in an order that hangs on the network alone. DistributedDataParallel sorts
    its buckets by what its first step finds, so that a resumed run would add in another order than one that was
    not stopped, and it needs an example for each rank in each step. What it is faster by, sums while the backward
    pass still goes on, does not show on networks of the contract's size.
    """

    def __init__(self, rank=0, count=1):
        self.rank, self.count = rank, count

    def join(self, torch, device, store):
        if self.count == 1:
            return
        import torch.distributed as dist

        # One machine: nothing else is to reach the ports.
        os.environ.setdefault("GLOO_SOCKET_IFNAME", "lo")
        os.environ.setdefault("NCCL_SOCKET_IFNAME", "lo")
        # Ranks looks after the processes: NCCL's own watch would abort them before the reason is said.
        for name in ("NCCL_ASYNC_ERROR_HANDLING", "TORCH_NCCL_ASYNC_ERROR_HANDLING", "TORCH_NCCL_ENABLE_MONITORING"):
            os.environ.setdefault(name, "0")
        self.torch, self.dist, self.fast, self.wire = torch, dist, None, torch.device("cpu")
        with _together():
            place = dist.FileStore(store, self.count)
            place.set_timeout(FOREVER)
            dist.init_process_group("gloo", store=place, rank=self.rank, world_size=self.count, timeout=FOREVER)
            if device.type == "cuda" and dist.is_nccl_available():
                self.fast, self.wire = dist.new_group(backend="nccl"), device
                dist.all_reduce(torch.zeros(1, device=device), group=self.fast)  # connects: what fails, fails before ready
                torch.cuda.synchronize()

    def agree(self, asked):
        """Whether any rank asks. They wait in gloo, which sleeps: NCCL would keep their devices busy."""
        if self.count == 1:
            return asked
        flag = self.torch.tensor([int(asked)], dtype=self.torch.int32)
        with _together():
            self.dist.all_reduce(flag, op=self.dist.ReduceOp.MAX)
        return bool(flag.item())

    def tell(self, word):
        """Rank 0's word."""
        if self.count == 1:
            return word
        box = [word]
        with _together():
            self.dist.broadcast_object_list(box, src=0)
        return box[0]

    def total(self, vector):
        """The sum of all ranks' vectors."""
        summed = vector.detach().to(self.wire, copy=True)
        with _together():
            self.dist.all_reduce(summed, group=self.fast)
        return summed.to(vector.device)

    def sum(self, parameters, loss):
        """Puts the sum of all ranks' gradients into each, and gives that of the losses."""
        if self.count == 1:
            return loss
        parts = [p.grad if p.grad is not None else self.torch.zeros_like(p) for p in parameters]  # none where the share is empty
        flat = self.torch.cat([part.reshape(-1) for part in parts] + [loss.reshape(1)])
        summed, at = self.total(flat), 0
        for p in parameters:
            p.grad = summed[at:at + p.numel()].view_as(p)
            at += p.numel()
        return summed[at]


class _together:
    """What fails in here for another reason than memory is another rank's end."""

    def __enter__(self):
        return self

    def __exit__(self, kind, e, _):
        if isinstance(e, RuntimeError) and "out of memory" not in str(e).lower():
            raise Lost(str(e)[:500]) from e


# --- in the others -----------------------------------------------------------------------------------------


def lifeline():
    """Ties this process to rank 0's life, and gives what rank 0 tells it at the start. The kernel kills it with
    rank 0; where it does not promise that, the end of the pipe from there says the same."""
    try:
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)
    except (OSError, AttributeError) as e:
        log("prctl:", e)
    line = sys.stdin.buffer.readline()
    if not line:
        os._exit(BUG)

    def hold():
        while os.read(0, 1):
            pass
        os._exit(BUG)

    threading.Thread(target=hold, daemon=True).start()
    return json.loads(line)


# --- in rank 0 ---------------------------------------------------------------------------------------------


def memory_kills():
    """How many processes the kernel has killed for memory; none where it does not say."""
    try:
        with open("/proc/vmstat") as f:
            return sum(int(line.split()[1]) for line in f if line.startswith("oom_kill "))
    except (OSError, ValueError):
        return 0


def cause(rank, code, said, for_memory):
    """What the end of a rank means: its exit code (less than 0: the signal), its own word (an error event, or
    None), and whether the kernel has killed for memory since it was started."""
    if code == -signal.SIGKILL and for_memory:
        return Fault(MEMORY, "memory", f"rank {rank} was killed, and the kernel kills for memory: less of a batch may fit, or fewer ranks")
    if code < 0:
        return Fault(BUG, "bug", f"rank {rank} was killed by signal {-code}; what it said before stands in the log")
    if said:
        kind = str(said.get("class", "bug"))
        return Fault(CODES.get(kind, BUG), kind, f"rank {rank}: {said.get('msg', '')}"[:1000])
    return Fault(BUG, "bug", f"rank {rank} ended with {code}; what it said stands in the log")


class Ranks:
    """The other processes, as rank 0 sees them. A thread listens to them: rank 0 may wait in a library's call for
    one that has ended or hangs, which no exception tells it of, so the thread ends the job itself, by end."""

    def __init__(self, end, stop):
        self.end, self.stop = end, stop
        self.lock, self.closing, self.closed = threading.Lock(), False, threading.Event()
        self.processes, self.said, self.steps, self.here, self.silent = {}, {}, {}, set(), {}
        self.folder, self.lost, self.ending = None, None, False

    def start(self, script, job, count, about, grace):
        """Starts the others, with what worker data said; gives the path at which they meet."""
        self.folder = tempfile.mkdtemp(prefix="gpuarbiter-ranks-")
        self.tick, self.kills = patience(grace) / TICKS, memory_kills()
        store = os.path.join(self.folder, "store")
        word = json.dumps({"count": count, "store": store, "about": about, "beat": min(1.0, 3 * self.tick)}).encode() + b"\n"
        for rank in range(1, count):
            try:
                p = subprocess.Popen([sys.executable, script, "--job", job, "--rank", str(rank)], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
            except OSError as e:
                raise Fault(BUG, "bug", f"rank {rank} cannot be started: {e}")
            self.processes[rank], self.silent[rank] = p, 0
            try:
                p.stdin.write(word)
                p.stdin.flush()  # and stays open: its end is rank 0's
            except OSError:
                pass  # it has ended, which the thread sees
        threading.Thread(target=self._watch, daemon=True).start()
        return store

    def await_all(self, stopped):
        """Waits until all have loaded, and may still be asked to stop."""
        since = time.monotonic()
        while len(self.here) < len(self.processes):
            if stopped():
                raise Preempted  # nothing to save: an earlier checkpoint stands
            if time.monotonic() - since > LOADING:
                missing = sorted(set(self.processes) - self.here)
                raise Fault(BUG, "bug", f"ranks {missing} have not loaded {LOADING:.0f} s after rank 0; what they said stands in the log")
            time.sleep(0.05)

    def _watch(self):
        try:
            fault = self._listen()
        except Exception as e:
            fault = Fault(BUG, "bug", f"the ranks' watch: {e!r}")
        if fault and self._claim():
            self._kill()
            self.end(fault)

    def _listen(self):
        """Returns why the job must end; None where rank 0 ends it."""
        chosen, buffers, ticked = selectors.DefaultSelector(), {}, time.monotonic()
        for rank, p in self.processes.items():
            buffers[rank] = b""
            chosen.register(p.stdout, selectors.EVENT_READ, rank)
        while not self.closing:
            for key, _ in chosen.select(self.tick / 2):
                rank = key.data
                text = os.read(key.fd, 1 << 16)
                if not text:
                    chosen.unregister(key.fileobj)
                    fault = self._ended(rank)
                    if fault:
                        return fault
                    continue
                *lines, buffers[rank] = (buffers[rank] + text).split(b"\n")
                self.silent[rank] = 0
                for line in lines:
                    fault = self._hear(rank, line)
                    if fault:
                        return fault
            now = time.monotonic()
            if self.lost and now - self.lost[1] > SETTLING:
                return self.lost[0]
            # Its own ticks are counted, not time: a machine that is busy or stood still holds up both alike.
            if now - ticked >= self.tick:
                ticked = now
                for rank in self.here & {k.data for k in chosen.get_map().values()}:
                    self.silent[rank] += 1
                    if self.silent[rank] > TICKS:
                        return Fault(BUG, "bug", f"rank {rank} shows no life since step {self.steps.get(rank, 0)}: it is stopped, or hangs")
        return None

    def _hear(self, rank, line):
        """Its own word is enough: a process with a device may take seconds to end."""
        try:
            event = json.loads(line)
        except ValueError:
            return log(f"rank {rank}:", line)
        if event.get("event") == "error":
            self.said[rank] = event
            return cause(rank, 0, event, False) if event.get("class") != LOST else None
        if event.get("event") == "here":
            self.here.add(rank)
        self.steps[rank] = event.get("step", self.steps.get(rank, 0))

    def _ended(self, rank):
        self.ending = True
        try:
            code = self.processes[rank].wait(ENDING)
        except subprocess.TimeoutExpired:
            return Fault(BUG, "bug", f"rank {rank} has closed its output and does not end")
        if code in (-signal.SIGTERM, -signal.SIGINT) and rank not in self.here:
            return self.stop()  # asked to stop before it could hear it
        fault = cause(rank, code, self.said.get(rank), memory_kills() > self.kills)
        if fault.kind != LOST:
            return fault
        self.lost, self.ending = self.lost or (Fault(BUG, "bug", str(fault)), time.monotonic()), False

    def _claim(self):
        """Who ends the job: the first to ask."""
        with self.lock:
            first, self.closing = not self.closing, True
        return first

    def _kill(self):
        for p in self.processes.values():
            if p.poll() is None:
                p.kill()
        for p in self.processes.values():
            try:
                p.wait(2)
            except subprocess.TimeoutExpired:
                log(f"process {p.pid} does not die")  # the kernel cannot end it: a dead device
        if self.folder:
            shutil.rmtree(self.folder, ignore_errors=True)

    def close(self):
        """Ends the others. Comes back only where rank 0 is to end the job."""
        if not self.closed.is_set():
            if not self._claim():
                threading.Event().wait()  # the thread does, and the process with it
            self._kill()
            self.closed.set()

    def await_cause(self):
        """For a rank 0 that has lost the others: the thread finds out why, and ends the job."""
        until = time.monotonic() + 2 * SETTLING
        while time.monotonic() < until or self.ending:
            time.sleep(0.05)
