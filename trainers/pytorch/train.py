#!/usr/bin/python3
"""A trainer in PyTorch that speaks gpuarbiter's contract (docs/TRAINER.md): training.command: [.../train.py].

It trains what the job asks for, a multi-layer perceptron or blocks of convolutions, on the device that it is
given (CUDA with mixed precision, or the processor), and leaves to gpuarbiter what the contract judges by: reading
and verifying the data (`gpuarbiter worker data`) and making and counting the integer model (`worker quantize`).
Runs on Debian's python3-torch (1.13) and later ones.
"""

import os

# Threads that wait for work must not spin: other work shares the processor. Read when torch is loaded.
os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")

import argparse  # noqa: E402
import hashlib  # noqa: E402
import json  # noqa: E402
import math  # noqa: E402
import signal  # noqa: E402
import struct  # noqa: E402
import subprocess  # noqa: E402
import sys  # noqa: E402
import threading  # noqa: E402
import time  # noqa: E402
from datetime import datetime  # noqa: E402

DONE, BAD_JOB, DEVICE, BUG, MEMORY, PREEMPTED = 0, 64, 69, 70, 71, 75
PROGRESS_EVERY, HEARTBEAT, KEEP = 1.0, 3.0, 2
DEFAULTS = {
    "batch": 64, "rate": 1e-3, "schedule": "cosine", "decay": 1e-3, "l1": 0.0, "max_shift": 0, "mirror": False, "validation": 0.1,
    "hidden": [], "channels": [], "folds": 0, "patience": 0, "max_seconds": 0.0, "target": 0.0, "threads": 0, "speed_limit": 0.0,
    "checkpoint_every_s": 60.0, "backend": "go",
}


class Fault(Exception):
    """An end that the daemon is told the reason of."""

    def __init__(self, code, kind, message):
        super().__init__(message)
        self.code, self.kind = code, kind


class Preempted(Exception):
    """Asked to stop, with a checkpoint written."""


class Events:
    """Lines for the daemon. A thread says that the trainer is alive while nothing else is said, with the step
    it is at: one that hangs shows itself by a step that stays."""

    def __init__(self):
        self.lock, self.last, self.gone = threading.Lock(), time.monotonic(), False
        self.phase, self.step = "loading", 0
        threading.Thread(target=self._beat, daemon=True).start()

    def emit(self, event, **fields):
        line = json.dumps({"event": event, **fields}, allow_nan=False) + "\n"
        with self.lock:
            self.last = time.monotonic()
            try:
                sys.stdout.write(line)
                sys.stdout.flush()
            except (BrokenPipeError, ValueError, OSError):
                self.gone = True  # nobody owns the work: end with a checkpoint

    def _beat(self):
        while True:
            time.sleep(HEARTBEAT / 3)
            if time.monotonic() - self.last >= HEARTBEAT:
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
    if job["family"] not in ("mlp", "cnn"):
        raise Fault(BAD_JOB, "job", f"family {job['family']!r} is neither mlp nor cnn")
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


class Run:
    def __init__(self, job, path, events, stopped):
        self.job, self.path, self.events, self.stopped = job, path, events, stopped
        self.base = os.path.dirname(job["artifact"])
        self.data = os.path.join(self.base, "data")
        self.at = {"step": 0, "validated": -1, "right": 0, "best": None, "stale": 0, "trained_s": 0.0}
        self.saved_step, self.saved_at, self.began = -1, time.monotonic(), time.monotonic()

    # --- what comes before the first step ---------------------------------------------------------------

    def prepare(self):
        try:
            self.about = gpuarbiter("data", "--job", self.path, "--output", self.data)
        except subprocess.CalledProcessError as e:
            if self.stopped():
                raise Preempted  # the signal reached it too
            code = e.returncode if e.returncode in (BAD_JOB, BUG) else BUG
            raise Fault(code, "data", e.stderr.strip()[-1000:] or f"gpuarbiter worker data ends with {e.returncode}")
        if self.stopped():
            raise Preempted  # nothing to save: an earlier checkpoint stands
        self.events.phase = "compiling"
        import numpy
        import torch

        self.torch = torch
        self.device = self.choose_device()
        if self.job["threads"]:
            torch.set_num_threads(self.job["threads"])
        torch.manual_seed(self.job["seed"] & (2**63 - 1))
        self.x, self.y, self.val_x, self.val_y = (
            torch.from_numpy(numpy.load(os.path.join(self.data, name + ".npy"))) for name in ("train_x", "train_y", "val_x", "val_y"))
        if self.device.type == "cuda":
            self.x, self.y, self.val_x, self.val_y = (t.to(self.device) for t in (self.x, self.y, self.val_x, self.val_y))
        self.batch = min(self.job["batch"], len(self.y))
        self.per_epoch = -(-len(self.y) // self.batch)
        self.total = self.job["epochs"] * self.per_epoch
        self.model, self.weighted = self.network()
        self.model.to(self.device)
        self.optimiser = torch.optim.AdamW(self.model.parameters(), lr=self.job["rate"], weight_decay=self.job["decay"])
        half = self.device.type == "cuda"
        self.half = (torch.bfloat16 if half and torch.cuda.is_bf16_supported() else torch.float16) if half else None
        self.scaler = torch.cuda.amp.GradScaler(enabled=self.half is torch.float16)
        self.resume()

    def choose_device(self):
        torch, wanted = self.torch, self.job["backend"]
        if wanted == "cpu" or wanted != "cuda" and not torch.cuda.is_available():
            return torch.device("cpu")
        try:
            torch.zeros(1, device="cuda")  # opening it is what may fail
        except (RuntimeError, AssertionError) as e:
            raise Fault(DEVICE, "device", f"CUDA cannot be used: {e}")
        return torch.device("cuda")

    def network(self):
        """Layers with the initial weights of He et al. 2015, and those that have weights."""
        nn, shape = self.torch.nn, self.about["shape"]
        channels, height, width = shape.get("channels", 1), shape.get("height", 1), shape.get("width", 1)
        layers, weighted = [], []

        def add(layer, fan_in):
            bound = math.sqrt(6 / fan_in)
            nn.init.uniform_(layer.weight, -bound, bound)
            nn.init.zeros_(layer.bias)
            layers.append(layer)
            weighted.append(layer)

        for c in self.job["channels"]:
            add(nn.Conv2d(channels, c, 3, padding=1), 9 * channels)
            layers.extend([nn.ReLU(), nn.MaxPool2d(2)])
            channels, height, width = c, height // 2, width // 2
        layers.append(nn.Flatten())
        size = channels * height * width
        for h in self.job["hidden"]:
            add(nn.Linear(size, h), size)
            layers.append(nn.ReLU())
            size = h
        add(nn.Linear(size, self.about["classes"]), size)
        return nn.Sequential(*layers), weighted

    # --- checkpoints ------------------------------------------------------------------------------------

    def checkpoints(self):
        """The whole ones, the newest first."""
        folder = self.job["checkpoint_dir"]
        names = [n for n in (os.listdir(folder) if os.path.isdir(folder) else []) if n.startswith("step-") and n.endswith(".pt")]
        return [os.path.join(folder, n) for n in sorted(names, reverse=True)]

    def resume(self):
        for path in self.checkpoints():
            try:
                c = self.torch.load(path, map_location=self.device, weights_only=False)  # our own files: not weights alone
                if c["job_hash"] != self.job["job_hash"]:
                    continue
                self.model.load_state_dict(c["model"])
                self.optimiser.load_state_dict(c["optimiser"])
                self.scaler.load_state_dict(c["scaler"])
                self.at, self.saved_step = c["at"], c["at"]["step"]
                log("resumed from", path)
                return
            except Exception as e:  # a damaged one: the one before it may be whole
                log("damaged checkpoint moved aside:", path, e)
                os.replace(path, path + ".damaged")

    def save(self):
        folder, step = self.job["checkpoint_dir"], self.at["step"]
        os.makedirs(folder, exist_ok=True)
        path = os.path.join(folder, f"step-{step:09d}.pt")
        self.at["trained_s"], self.began = self.trained_s(), time.monotonic()
        with open(path + ".tmp", "wb") as f:
            self.torch.save({"job_hash": self.job["job_hash"], "model": self.model.state_dict(), "optimiser": self.optimiser.state_dict(),
                             "scaler": self.scaler.state_dict(), "at": self.at}, f)
            f.flush()
            os.fsync(f.fileno())
        os.replace(path + ".tmp", path)
        for old in self.checkpoints()[KEEP:]:
            os.remove(old)
        with open(path, "rb") as f:
            digest = hashlib.sha256(f.read()).hexdigest()
        self.saved_step, self.saved_at = step, time.monotonic()
        self.events.emit("checkpoint", path=path, step=step, sha256=digest)

    # --- the steps --------------------------------------------------------------------------------------

    def trained_s(self):
        return self.at["trained_s"] + time.monotonic() - self.began

    def rate(self):
        if self.job["schedule"] == "constant":
            return self.job["rate"]
        return self.job["rate"] * (1 + math.cos(math.pi * self.at["step"] / self.total)) / 2

    def examples(self):
        """The step's batch hangs on seed and step alone, so that a resumed run goes on exactly where it was."""
        torch, step = self.torch, self.at["step"]
        epoch, k = divmod(step, self.per_epoch)
        if getattr(self, "epoch", None) != epoch:
            order = torch.Generator().manual_seed((self.job["seed"] * 1_000_003 + epoch) & (2**63 - 1))
            self.epoch, self.order = epoch, torch.randperm(len(self.y), generator=order).to(self.y.device)
        rows = self.order[k * self.batch:(k + 1) * self.batch]
        x = self.x[rows].to(self.device, torch.float32) / 255
        chance = torch.Generator().manual_seed((self.job["seed"] * 7_919 + step) & (2**63 - 1))
        if self.job["mirror"]:
            flip = torch.rand(len(rows), generator=chance).to(self.device) < 0.5
            x = torch.where(flip[:, None, None, None], x.flip(3), x)
        if self.job["max_shift"]:
            x = self.shifted(x, self.job["max_shift"], chance)
        return x, self.y[rows].to(self.device, torch.int64)

    def shifted(self, x, most, chance):
        """Each image moved by up to so many pixels along each axis; black moves in."""
        torch = self.torch
        n, _, height, width = x.shape
        padded = torch.nn.functional.pad(x, (most,) * 4)
        dy, dx = (torch.randint(0, 2 * most + 1, (n,), generator=chance).to(x.device) for _ in range(2))
        rows = (torch.arange(height, device=x.device)[None] + dy[:, None])[:, None, :, None]
        columns = (torch.arange(width, device=x.device)[None] + dx[:, None])[:, None, None, :]
        each = torch.arange(n, device=x.device)[:, None, None, None]
        channel = torch.arange(x.shape[1], device=x.device)[None, :, None, None]
        return padded[each, channel, rows, columns]

    def step(self):
        torch = self.torch
        x, y = self.examples()
        for group in self.optimiser.param_groups:
            group["lr"] = self.rate()
        self.optimiser.zero_grad(set_to_none=True)
        with torch.autocast(self.device.type, dtype=self.half or torch.bfloat16, enabled=self.half is not None):
            loss = torch.nn.functional.cross_entropy(self.model(x).float(), y)
        self.scaler.scale(loss).backward()
        self.scaler.step(self.optimiser)
        self.scaler.update()
        if self.job["l1"]:
            shrink = self.rate() * self.job["l1"]
            with torch.no_grad():
                for layer in self.weighted:
                    w = layer.weight
                    w.copy_(w.sign() * (w.abs() - shrink).clamp(min=0))
        self.loss = loss.detach()
        self.at["step"] += 1
        self.events.step = self.at["step"]

    def number(self):
        """The latest loss; one that is no number ends the job before it reaches a checkpoint."""
        loss = float(self.loss) if hasattr(self, "loss") else 0.0
        if not math.isfinite(loss):
            raise Fault(BAD_JOB, "diverged", f"loss is {loss} after {self.at['step']} steps: the rate {self.job['rate']} is too high")
        return loss

    # --- validation -------------------------------------------------------------------------------------

    def write_floats(self, path):
        """Weights as safetensors: L.weight and L.bias of each layer that has some."""
        header, body = {}, b""
        for i, layer in enumerate(self.weighted):
            for name in ("weight", "bias"):
                values = getattr(layer, name).detach().to("cpu", self.torch.float32).contiguous().numpy()
                raw = values.astype("<f4").tobytes()
                header[f"{i}.{name}"] = {"dtype": "F32", "shape": list(values.shape), "data_offsets": [len(body), len(body) + len(raw)]}
                body += raw
        text = json.dumps(header).encode()
        with open(path, "wb") as f:
            f.write(struct.pack("<Q", len(text)) + text + body)

    def right_float(self):
        torch, right = self.torch, 0
        self.model.eval()
        with torch.no_grad():
            for at in range(0, len(self.val_y), 512):
                x = self.val_x[at:at + 512].to(self.device, torch.float32) / 255
                right += int((self.model(x).argmax(1) == self.val_y[at:at + 512].to(self.device)).sum())
        self.model.train()
        return right

    def validate(self):
        self.events.phase = "validating"
        self.number()
        weights, candidate = os.path.join(self.base, "weights.safetensors"), self.job["artifact"] + ".candidate"
        self.write_floats(weights)
        try:
            q = gpuarbiter("quantize", "--job", self.path, "--data", self.data, "--weights", weights, "--output", candidate)
        except subprocess.CalledProcessError as e:
            if self.stopped():
                return  # interrupted, it changes nothing
            raise Fault(BUG, "bug", "quantize: " + e.stderr.strip()[-1000:])
        self.at["validated"], self.at["right"] = self.at["step"], q["right"]
        self.at["stale"] += 1
        best = self.at["best"]
        if best is None or q["right"] >= best["right"]:
            if best is None or q["right"] > best["right"]:
                self.at["stale"] = 0
            with open(candidate, "rb") as f:
                raw = f.read()
            self.at["best"] = {"right": q["right"], "right_float": self.right_float(), "step": self.at["step"], "model": raw, "good": q["good_enough"]}
            os.replace(candidate, self.job["artifact"])
        self.saved_step = -1  # a checkpoint of this step knows nothing of it
        self.events.phase = "training"
        self.progress()

    def progress(self):
        now, step = time.monotonic(), self.at["step"]
        was, since = getattr(self, "reported", (step, self.began))
        speed = (step - was) / max(now - since, 1e-9)
        self.reported = (step, now)
        count, best = len(self.val_y), self.at["best"]
        left = (self.total - step) / speed if speed > 0 else 0.0
        if self.job["max_seconds"]:
            left = min(left, max(self.job["max_seconds"] - self.trained_s(), 0.0))
        self.events.emit("progress", step=step, total=self.total, epoch=step // self.per_epoch, loss=self.number(), val_acc=self.at["right"] / count,
                         best_acc=(best["right"] if best else 0) / count, rate=speed * self.batch, eta_s=left)

    # --- the whole of it --------------------------------------------------------------------------------

    def out_of_time(self):
        late = self.deadline is not None and time.time() >= self.deadline
        return late or 0 < self.job["max_seconds"] <= self.trained_s()

    def finished(self):
        best = self.at["best"]
        if best is None:
            return ""
        if self.job["target"] and best["good"]:
            return "target"
        if self.at["step"] >= self.total:
            return "epochs"
        if 0 < self.job["patience"] <= self.at["stale"]:
            return "patience"
        return "time" if self.out_of_time() else ""

    def loop(self):
        self.began = time.monotonic()
        while True:
            step = self.at["step"]
            due = step > 0 and step % self.per_epoch == 0 or self.out_of_time()
            if due and self.at["validated"] != step:
                self.validate()
            if self.stopped():
                self.events.phase = "saving"
                self.number()
                if self.saved_step != self.at["step"]:
                    self.save()
                else:  # it stands, and the end wants it said
                    path = self.checkpoints()[0]
                    with open(path, "rb") as f:
                        self.events.emit("checkpoint", path=path, step=self.at["step"], sha256=hashlib.sha256(f.read()).hexdigest())
                raise Preempted
            reason = self.finished()
            if reason:
                return reason
            begun = time.monotonic()
            self.step()
            if self.job["speed_limit"]:
                time.sleep(max(0.0, 1 / self.job["speed_limit"] - (time.monotonic() - begun)))
            if time.monotonic() - getattr(self, "reported", (0, 0.0))[1] >= PROGRESS_EVERY:
                self.progress()
            if time.monotonic() - self.saved_at >= self.job["checkpoint_every_s"]:
                try:
                    self.number()
                    self.save()
                except OSError as e:  # a full disk must not end training: the next one may succeed
                    log("checkpoint failed, training goes on:", e)
                    self.saved_at = time.monotonic()

    def finish(self, reason):
        best, count = self.at["best"], len(self.val_y)
        with open(self.job["artifact"] + ".tmp", "wb") as f:  # a resumed run may have found it gone
            f.write(best["model"])
            f.flush()
            os.fsync(f.fileno())
        os.replace(self.job["artifact"] + ".tmp", self.job["artifact"])
        if self.saved_step != self.at["step"]:
            self.save()
        self.events.emit("done", artifact=self.job["artifact"], sha256=hashlib.sha256(best["model"]).hexdigest(), right=best["right"], total=count,
                         acc=best["right"] / count, acc_float=best["right_float"] / count, step=best["step"], reason=reason)


def work(path, events, stopped):
    job = read_job(path)
    if job["folds"]:  # few examples: the program's own way with them needs no device
        program = os.environ.get("GPUARBITER", "gpuarbiter")
        os.execvp(program, [program, "worker", "train", "--job", path])
    events.emit("hello", id=job["id"], job_hash=job["job_hash"], pid=os.getpid())
    run = Run(job, path, events, stopped)
    deadline = job.get("deadline")
    run.deadline = datetime.fromisoformat(deadline).timestamp() if deadline else None
    run.prepare()
    if stopped():
        raise Preempted
    best = run.at["best"]
    macs = sum(layer.weight.numel() * area for layer, area in zip(run.weighted, areas(run)))
    events.step = run.at["step"]
    events.emit("ready", step=run.at["step"], total=run.total, train=len(run.y), validation=len(run.val_y), macs=macs,
                best_acc=(best["right"] if best else 0) / max(len(run.val_y), 1))
    events.phase = "training"
    reason = run.loop()
    events.phase = "saving"
    run.finish(reason)


def areas(run):
    """At how many places each layer's weights are used."""
    shape = run.about["shape"]
    height, width = shape.get("height", 1), shape.get("width", 1)
    for layer in run.weighted:
        if layer.weight.dim() == 4:
            yield height * width
            height, width = height // 2, width // 2
        else:
            yield 1


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--job", required=True)
    path = parser.parse_args().job
    asked = threading.Event()
    for s in (signal.SIGTERM, signal.SIGINT):
        signal.signal(s, lambda *_: asked.set())
    signal.signal(signal.SIGPIPE, signal.SIG_IGN)
    events = Events()
    try:
        work(path, events, lambda: asked.is_set() or events.gone)
        return DONE
    except Preempted:
        return PREEMPTED
    except Fault as f:
        fault = f
    except MemoryError as e:
        fault = Fault(MEMORY, "memory", str(e))
    except Exception as e:
        out_of_memory = "out of memory" in str(e).lower()
        log("failed:", repr(e))
        fault = Fault(MEMORY, "memory", str(e)[:1000]) if out_of_memory else Fault(BUG, "bug", repr(e)[:1000])
    log(f"{fault.kind}: {fault}")
    events.emit("error", **{"class": fault.kind, "msg": str(fault)})
    return fault.code


if __name__ == "__main__":
    code = main()
    sys.stdout.flush()
    os._exit(code)  # the heart beats on until the very end
