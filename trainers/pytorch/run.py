"""The training of one job: what it needs, its steps, its checkpoints, its validation."""

import hashlib
import math
import os
import subprocess
import time

from captured import Captured
from contract import BAD_JOB, BUG, DEVICE, Fault, Preempted, gpuarbiter, log
from ranks import Group

PROGRESS_EVERY, KEEP = 1.0, 2
VALIDATIONS = 20  # in a run of many epochs: on a fast card a count in integers takes longer than an epoch
JUDGED = (32, 16, 8, 4)  # the parts of a run behind which it may be compared with others (pkg/trainer/search), in whole epochs


def validates(epoch, epochs):
    """Whether the run is looked at behind an epoch: now and then, and where it may be judged, or it is by an older look, or by none."""
    return epoch > 0 and (epoch % max(1, epochs // VALIDATIONS) == 0 or epoch in [-(-epochs // part) for part in JUDGED])


class Run:
    def __init__(self, job, path, events, stopped, rank=0, count=1):
        self.job, self.path, self.events, self.stopped, self.group = job, path, events, stopped, Group(rank, count)
        self.base = os.path.dirname(job["artifact"])
        self.data = os.path.join(self.base, "data")
        self.at = {"step": 0, "validated": -1, "right": 0, "best": None, "floats": None, "counted": -1, "stale": 0, "trained_s": 0.0}
        self.captured = None
        self.saved_step, self.saved_at, self.began = -1, time.monotonic(), time.monotonic()

    # --- what comes before the first step ---------------------------------------------------------------

    def read_data(self):
        try:
            self.about = gpuarbiter("data", "--job", self.path, "--output", self.data)
        except subprocess.CalledProcessError as e:
            if self.stopped():
                raise Preempted  # the signal reached it too
            code = e.returncode if e.returncode in (BAD_JOB, BUG) else BUG
            raise Fault(code, "data", e.stderr.strip()[-1000:] or f"gpuarbiter worker data ends with {e.returncode}")
        if self.stopped():
            raise Preempted  # nothing to save: an earlier checkpoint stands

    def prepare(self, meet, store):
        """Loads what a step needs. The ranks meet where each has what may fail by itself."""
        self.events.phase = "compiling"
        import torch

        import batches
        import network

        self.torch, group = torch, self.group
        self.device = self.choose_device()
        if group.count > 1:  # the job's threads are for all of them
            torch.set_num_threads(max(1, (self.job["threads"] or len(os.sched_getaffinity(0))) // group.count))
        elif self.job["threads"]:
            torch.set_num_threads(self.job["threads"])
        torch.manual_seed(self.job["seed"] & (2**63 - 1))
        self.batches = batches.Batches(self.job, self.array("train_x"), self.array("train_y"), self.device, group.rank, group.count)
        if group.rank == 0:  # it alone validates
            self.val_x, self.val_y = self.array("val_x"), self.array("val_y")
        self.total = self.job["epochs"] * self.batches.per_epoch
        self.model, self.weighted = network.build(self.job, self.about, group)
        self.model.to(self.device)
        if self.job["family"] == "resnet":  # convolutions of many channels are a fifth faster so
            self.model.to(memory_format=torch.channels_last)
        self.optimiser = network.optimiser(self.job, self.model)
        meet()
        group.join(torch, self.device, store)
        half = self.device.type == "cuda"  # all of them alike: one card that lacks bfloat16 decides
        self.half = (torch.float16 if group.agree(not torch.cuda.is_bf16_supported()) else torch.bfloat16) if half else None
        scaled = self.half is torch.float16
        newer = hasattr(torch.amp, "GradScaler")  # 2.3 on, and one day alone
        self.scaler = torch.amp.GradScaler("cuda", enabled=scaled) if newer else torch.cuda.amp.GradScaler(enabled=scaled)
        self.resume()

    def array(self, name):
        """An array of the prepared data. Of several ranks on the processor each maps the same memory."""
        import numpy

        mode = "c" if self.group.count > 1 else None
        t = self.torch.from_numpy(numpy.load(os.path.join(self.data, name + ".npy"), mmap_mode=mode))
        return t.to(self.device) if self.device.type == "cuda" else t

    def choose_device(self):
        torch, wanted, rank, count = self.torch, self.job["backend"], self.group.rank, self.group.count
        if wanted == "cpu" or wanted != "cuda" and not torch.cuda.is_available():
            return torch.device("cpu")
        if 0 < torch.cuda.device_count() < count:
            raise Fault(DEVICE, "device", f"the job asks for {count} ranks, CUDA has {torch.cuda.device_count()} devices: "
                        f"CUDA_VISIBLE_DEVICES must name one for each, it is {os.environ.get('CUDA_VISIBLE_DEVICES', 'not set')}")
        device = torch.device("cuda", rank)
        try:
            torch.cuda.set_device(device)
            torch.zeros(1, device=device)  # opening it is what may fail
        except (RuntimeError, AssertionError) as e:
            raise Fault(DEVICE, "device", f"CUDA cannot be used: {e}")
        return device

    # --- checkpoints ------------------------------------------------------------------------------------

    def checkpoints(self):
        """The job's whole ones, the newest first, and last those whose names tell no job."""
        folder, own = self.job["checkpoint_dir"], f"-{self.job['job_hash'][:16]}.pt"
        names = [n for n in (os.listdir(folder) if os.path.isdir(folder) else []) if n.startswith("step-") and n.endswith(".pt")]
        mine = sorted((n for n in names if n.endswith(own)), reverse=True) + sorted((n for n in names if n.count("-") == 1), reverse=True)
        return [os.path.join(folder, n) for n in mine]

    def clear(self):
        """Removes old ones: of this job, and of others in its folder, which had another batch, other epochs or another draw.
        Steps of other jobs are no measure: theirs may be far ahead."""
        folder, mine = self.job["checkpoint_dir"], self.checkpoints()
        others = [os.path.join(folder, n) for n in os.listdir(folder) if n.startswith("step-") and n.endswith(".pt")]
        others = sorted((p for p in others if p not in mine), key=os.path.getmtime, reverse=True)
        for old in mine[KEEP:] + others[KEEP:]:
            os.remove(old)

    def resume(self):
        """Goes on from the newest checkpoint that is whole: rank 0 finds it, and the others take the same."""
        found = ""
        for path in self.checkpoints() if self.group.rank == 0 else ():
            try:
                if not self.restore(path):
                    continue
                log("resumed from", path)
                found = path
                break
            except Exception as e:  # a damaged one: the one before it may be whole
                log("damaged checkpoint moved aside:", path, e)
                os.replace(path, path + ".damaged")
        found = self.group.tell(found)
        if found and self.group.rank:
            self.restore(found)

    def restore(self, path):
        """False where it is another job's."""
        c = self.torch.load(path, map_location=self.device, weights_only=False)  # our own files: not weights alone
        if c["job_hash"] != self.job["job_hash"]:
            return False
        self.model.load_state_dict(c["model"])
        self.optimiser.load_state_dict(c["optimiser"])
        self.scaler.load_state_dict(c["scaler"])
        self.at, self.saved_step = c["at"], c["at"]["step"]
        return True

    def save(self):
        folder, step = self.job["checkpoint_dir"], self.at["step"]
        os.makedirs(folder, exist_ok=True)
        path = os.path.join(folder, f"step-{step:09d}-{self.job['job_hash'][:16]}.pt")
        self.at["trained_s"], self.began = self.trained_s(), time.monotonic()
        with open(path + ".tmp", "wb") as f:
            self.torch.save({"job_hash": self.job["job_hash"], "model": self.model.state_dict(), "optimiser": self.optimiser.state_dict(),
                             "scaler": self.scaler.state_dict(), "at": self.at}, f)
            f.flush()
            os.fsync(f.fileno())
        os.replace(path + ".tmp", path)
        self.clear()
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

    def step(self):
        torch = self.torch
        x, y, n = self.batches.of(self.at["step"])
        for group in self.optimiser.param_groups:
            group["lr"] = self.rate()
        self.loss = self.group.sum(list(self.model.parameters()), self.passes(x, y, n))
        self.scaler.step(self.optimiser)
        self.scaler.update()
        if self.job["l1"]:
            shrink = self.rate() * self.job["l1"]
            with torch.no_grad():
                for layer in self.weighted:
                    w = layer.weight
                    w.copy_(w.sign() * (w.abs() - shrink).clamp(min=0))
        self.at["step"] += 1
        self.events.step = self.at["step"]

    def passes(self, x, y, n):
        """Forward and backward; the loss. Several ranks speak between them, which no graph holds."""
        if self.device.type == "cuda" and self.group.count == 1 and n == self.batches.size:
            if self.captured is None:
                self.captured = Captured(self.torch, self.model, lambda x, y: self.launch(x, y, n), x, y)
            return self.captured(x, y)
        self.optimiser.zero_grad(set_to_none=True)
        return self.launch(x, y, n)

    def launch(self, x, y, n):
        torch = self.torch
        with torch.autocast(self.device.type, dtype=self.half or torch.bfloat16, enabled=self.half is not None, cache_enabled=False):
            loss = torch.nn.functional.cross_entropy(self.model(x).float(), y, reduction="sum") / n
        self.scaler.scale(loss).backward()
        return loss.detach()

    def number(self):
        """The latest loss; one that is no number ends the job before it reaches a checkpoint."""
        loss = float(self.loss) if hasattr(self, "loss") else 0.0
        if not math.isfinite(loss):
            raise Fault(BAD_JOB, "diverged", f"loss is {loss} after {self.at['step']} steps: the rate {self.job['rate']} is too high")
        return loss

    # --- validation -------------------------------------------------------------------------------------

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
        """Small networks are counted in integers each time. That of a residual one takes a processor longer than the
        card's next epochs: it is looked at in floats, and what is best so far is counted where the run may end by it."""
        self.number()  # waits for the device, while it is still said to train: one that hangs is to be seen
        self.events.phase = "validating"
        was = {**self.at}
        found = {"right_float": self.right_float(), "step": self.at["step"], "weights": self.floats()}
        self.at["stale"] += (found["step"] - max(self.at["validated"], 0)) // self.batches.per_epoch
        self.at["validated"], self.at["right"] = found["step"], found["right_float"]
        due = found
        if self.job["family"] == "resnet":
            best = self.at["floats"]
            if best is None or found["right_float"] >= best["right_float"]:
                if best is None or found["right_float"] > best["right_float"]:
                    self.at["stale"] = 0
                self.at["floats"] = best = found
            enough = 0 < self.job["target"] * len(self.val_y) <= best["right_float"]
            due = best if self.at["counted"] != best["step"] and (self.over() or enough) else None
        if due and not self.count(due):
            self.at = was  # interrupted, it changes nothing
            return
        self.saved_step = -1  # a checkpoint of this step knows nothing of it
        self.events.phase = "training"
        self.progress()

    def floats(self):
        from network import write_floats

        path = os.path.join(self.base, "weights.safetensors")
        write_floats(self.weighted, path)
        with open(path, "rb") as f:
            return f.read()

    def count(self, found):
        """Makes the integer model of what was found, and has it counted; False where it was interrupted."""
        weights, candidate = os.path.join(self.base, "weights.safetensors"), self.job["artifact"] + ".candidate"
        with open(weights, "wb") as f:
            f.write(found["weights"])
        try:
            q = gpuarbiter("quantize", "--job", self.path, "--data", self.data, "--weights", weights, "--output", candidate)
        except subprocess.CalledProcessError as e:
            if self.stopped():
                return False
            raise Fault(BUG, "bug", "quantize: " + e.stderr.strip()[-1000:])
        self.at["counted"], self.at["right"], best = found["step"], q["right"], self.at["best"]
        if best is None or q["right"] >= best["right"]:
            if best is None or q["right"] > best["right"]:
                self.at["stale"] = 0
            with open(candidate, "rb") as f:
                raw = f.read()
            self.at["best"] = {"right": q["right"], "right_float": found["right_float"], "step": found["step"], "model": raw, "good": q["good_enough"]}
            os.replace(candidate, self.job["artifact"])
        return True

    def progress(self):
        now, step = time.monotonic(), self.at["step"]
        was, since = getattr(self, "reported", (step, self.began))
        speed = (step - was) / max(now - since, 1e-9)
        self.reported = (step, now)
        count, best = len(self.val_y), max([self.at["right"]] + [b[k] for b, k in ((self.at["best"], "right"), (self.at["floats"], "right_float")) if b])
        left = (self.total - step) / speed if speed > 0 else 0.0
        if self.job["max_seconds"]:
            left = min(left, max(self.job["max_seconds"] - self.trained_s(), 0.0))
        self.events.emit("progress", step=step, total=self.total, epoch=step // self.batches.per_epoch, loss=self.number(), val_acc=self.at["right"] / count,
                         best_acc=best / count, rate=speed * self.batches.size, eta_s=left)

    # --- the whole of it --------------------------------------------------------------------------------

    def out_of_time(self):
        late = self.deadline is not None and time.time() >= self.deadline
        return late or 0 < self.job["max_seconds"] <= self.trained_s()

    def over(self):
        """What ends the run whatever is counted."""
        if self.at["step"] >= self.total:
            return "epochs"
        if 0 < self.job["patience"] <= self.at["stale"]:
            return "patience"
        return "time" if self.out_of_time() else ""

    def finished(self):
        best = self.at["best"]
        if best is None:
            return ""
        return "target" if self.job["target"] and best["good"] else self.over()

    def loop(self):
        self.began = time.monotonic()
        while True:
            step = self.at["step"]
            epoch, within = divmod(step, self.batches.per_epoch)
            due = within == 0 and validates(epoch, self.job["epochs"]) or step >= self.total or self.out_of_time()
            if due and self.at["validated"] != step:
                self.validate()
            reason = "" if self.stopped() else self.finished()
            if reason:
                return reason
            if self.group.agree(self.stopped()):
                self.number()
                self.events.phase = "saving"
                if self.saved_step != self.at["step"]:
                    self.save()
                else:  # it stands, and the end wants it said
                    path = self.checkpoints()[0]
                    with open(path, "rb") as f:
                        self.events.emit("checkpoint", path=path, step=self.at["step"], sha256=hashlib.sha256(f.read()).hexdigest())
                raise Preempted
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

    def wait_for_device(self):
        if self.device.type == "cuda":
            self.torch.cuda.synchronize()

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
