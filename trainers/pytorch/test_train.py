"""Tests of what hangs on no job: python3 -m unittest, in this folder."""

import json
import os
import struct
import tempfile
import threading
import unittest

import torch

import batches
import contract
import network
import ranks
from run import Run

CPU = torch.device("cpu")


def job(**fields):
    return {**contract.DEFAULTS, "artifact": "/nowhere/model", "family": "cnn", "epochs": 3, "seed": 7, **fields}


class Pieces(unittest.TestCase):
    def test_shift_moves_each_image_by_itself(self):
        x = torch.zeros(64, 2, 5, 7)
        x[:, :, 2, 3] = torch.arange(64.0)[:, None] + 1
        chance = torch.Generator().manual_seed(3)
        y = batches.shifted(x, 2, *(torch.randint(0, 5, (64,), generator=chance) for _ in range(2)))
        self.assertEqual(y.shape, x.shape)
        places = set()
        for i in range(64):
            at = (y[i, 0] == i + 1).nonzero()
            self.assertEqual(len(at), 1)
            self.assertTrue(torch.equal((y[i, 1] == i + 1).nonzero(), at))  # the channels move together
            row, column = at[0].tolist()
            self.assertTrue(abs(row - 2) <= 2 and abs(column - 3) <= 2)
            places.add((row, column))
        self.assertGreater(len(places), 15)

    def test_batches_hang_on_the_step_alone(self):
        def fresh():
            return batches.Batches(job(max_shift=1, mirror=True, batch=8), *pixels(50), CPU)

        a, seen = fresh(), []
        self.assertEqual(a.per_epoch, 7)
        for step in range(14):
            x, y, n = a.of(step)
            seen.append(y)
            self.assertEqual(n, len(y))
            other_x, other_y, _ = fresh().of(step)  # as if it had begun here
            self.assertTrue(torch.equal(x, other_x) and torch.equal(y, other_y))
        for epoch in (seen[:7], seen[7:]):
            self.assertEqual(sorted(torch.cat(epoch).tolist()), list(range(50)))
        self.assertFalse(torch.equal(seen[0], seen[7]))

    def test_ranks_share_each_batch(self):
        for count in (2, 3, 5):
            whole = batches.Batches(job(max_shift=1, mirror=True, batch=8), *pixels(50), CPU)
            parts = [batches.Batches(job(max_shift=1, mirror=True, batch=8), *pixels(50), CPU, rank, count) for rank in range(count)]
            for step in range(7):  # the last has two examples: less than one each
                x, y, n = whole.of(step)
                shares = [p.of(step) for p in parts]
                self.assertTrue(torch.equal(torch.cat([s[0] for s in shares]), x) and torch.equal(torch.cat([s[1] for s in shares]), y))
                self.assertEqual({s[2] for s in shares}, {n})
                self.assertLessEqual(max(len(s[1]) for s in shares) - min(len(s[1]) for s in shares), 1)

    def test_weights_are_safetensors(self):
        _, weighted = network.build(job(channels=[3], hidden=[5]), {"shape": {"channels": 2, "height": 6, "width": 4}, "classes": 4})
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, "w")
            network.write_floats(weighted, path)
            with open(path, "rb") as f:
                raw = f.read()
        (length,) = struct.unpack("<Q", raw[:8])
        header, body = json.loads(raw[8:8 + length]), raw[8 + length:]
        self.assertEqual({k: v["shape"] for k, v in header.items()},
                         {"0.weight": [3, 2, 3, 3], "0.bias": [3], "1.weight": [5, 18], "1.bias": [5], "2.weight": [4, 5], "2.bias": [4]})
        begin, end = header["1.weight"]["data_offsets"]
        values = torch.frombuffer(bytearray(body[begin:end]), dtype=torch.float32).reshape(5, 18)
        self.assertTrue(torch.equal(values, weighted[1].weight.detach()))
        self.assertEqual(len(body), max(v["data_offsets"][1] for v in header.values()))
        self.assertEqual(list(network.areas(weighted, {"height": 6, "width": 4})), [24, 1, 1])

    def test_a_network_is_what_the_job_names(self):
        model, weighted = network.build(job(channels=[3, 4], hidden=[]), {"shape": {"channels": 1, "height": 9, "width": 9}, "classes": 10})
        self.assertEqual(model(torch.zeros(2, 1, 9, 9)).shape, (2, 10))
        self.assertEqual(weighted[-1].in_features, 4 * 2 * 2)  # 9 -> 4 -> 2: odd rows are left out, as the contract does

    def test_jobs_that_lack_something(self):
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, "job")
            whole = json.dumps(job(id="a", job_hash="b", checkpoint_dir="/c", data={}))
            for text in ("{", "{}", '{"id": "a"}', whole.replace("cnn", "rnn"), whole.replace('"ranks": 0', '"ranks": 65')):
                with open(path, "w") as f:
                    f.write(text)
                with self.assertRaises(contract.Fault) as caught:
                    contract.read_job(path)
                self.assertEqual(caught.exception.code, contract.BAD_JOB)
            with open(path, "w") as f:
                f.write(whole)
            self.assertEqual(contract.read_job(path)["ranks"], 0)


class Hall:
    """Where ranks that are threads of this process meet, as those of a job do in gloo."""

    def __init__(self, count):
        self.count, self.barrier, self.parts = count, threading.Barrier(count), {}

    def all_reduce(self, rank, vector):
        self.parts[rank] = vector.clone()
        self.barrier.wait()
        vector.copy_(sum(self.parts[r] for r in range(self.count)))
        self.barrier.wait()


def trained(count, steps, of, **fields):
    """What each rank's weights and losses are behind so many steps."""
    hall, ends = Hall(count), [None] * count

    def rank(r):
        run = Run(job(**fields), "", contract.Events(open(os.devnull, "w"), 1e6), lambda: False, r, count)
        run.torch, run.device, run.half = torch, CPU, None
        run.group.torch, run.group.fast, run.group.wire = torch, None, CPU
        run.group.dist = type("dist", (), {"all_reduce": staticmethod(lambda vector, group: hall.all_reduce(r, vector))})
        run.batches = batches.Batches(run.job, *pixels(of), CPU, r, count)
        run.total = steps
        with MODELS:  # chance is the process's
            torch.manual_seed(3)
            run.model, run.weighted = network.build(run.job, {"shape": {"channels": 1, "height": 4, "width": 4}, "classes": 50})
        run.optimiser = torch.optim.AdamW(run.model.parameters(), lr=run.job["rate"], weight_decay=run.job["decay"])
        run.scaler = torch.cuda.amp.GradScaler(enabled=False)
        losses = []
        for _ in range(steps):
            run.step()
            losses.append(run.number())
        ends[r] = [p.detach() for p in run.model.parameters()], losses

    threads = [threading.Thread(target=rank, args=(r,)) for r in range(count)]
    for t in threads:
        t.start()
    for t in threads:
        t.join()
    return ends


MODELS = threading.Lock()


def pixels(n):
    return torch.arange(n * 16, dtype=torch.int64).remainder(251).to(torch.uint8).reshape(n, 1, 4, 4), torch.arange(n).to(torch.uint8)


class Several(unittest.TestCase):
    def test_ranks_follow_one_that_trains_alone(self):
        for fields in (dict(channels=[3], hidden=[8], max_shift=1, mirror=True, l1=0.1), dict(family="mlp", hidden=[12])):
            (alone, losses), = trained(1, 14, 50, batch=8, **fields)
            for count in (2, 3):  # at the end of an epoch there are two examples, less than one each
                ends = trained(count, 14, 50, batch=8, **fields)
                again = trained(count, 14, 50, batch=8, **fields)
                for (weights, lost), (same, _) in zip(ends, again):
                    for a, b, c, d in zip(weights, ends[0][0], same, alone):
                        self.assertTrue(torch.equal(a, b), "ranks differ")
                        self.assertTrue(torch.equal(a, c), "two runs differ")
                        self.assertTrue(torch.allclose(a, d, rtol=1e-3, atol=1e-4), (a - d).abs().max())
                    self.assertTrue(all(abs(a - b) < 1e-4 for a, b in zip(lost, losses)), (lost, losses))

    def test_a_hang_ends_before_the_grace(self):
        for grace in (0, 0.5, 5, 30, 600):
            self.assertLess(ranks.patience(grace), grace or 30)

    def test_why_a_rank_ended(self):
        for code, said, for_memory, want in (
            (-9, None, False, (contract.BUG, "bug")),
            (-9, None, True, (contract.MEMORY, "memory")),
            (-11, None, True, (contract.BUG, "bug")),
            (71, {"class": "memory", "msg": "CUDA out of memory"}, False, (contract.MEMORY, "memory")),
            (69, {"class": "device", "msg": "no card"}, False, (contract.DEVICE, "device")),
            (70, {"class": ranks.LOST, "msg": "closed by peer"}, False, (contract.BUG, ranks.LOST)),
            (1, None, False, (contract.BUG, "bug")),
            (0, None, False, (contract.BUG, "bug")),
        ):
            f = ranks.cause(1, code, said, for_memory)
            self.assertEqual((f.code, f.kind), want, (code, said))
            self.assertIn("rank 1", str(f))

    def test_memory_is_known_by_its_words(self):
        for e in (MemoryError(), RuntimeError("CUDA out of memory. Tried"), RuntimeError("DefaultCPUAllocator: can't allocate memory: you tried")):
            self.assertEqual(contract.fault_of(e).code, contract.MEMORY)
        self.assertEqual(contract.fault_of(RuntimeError("shapes")).code, contract.BUG)


if __name__ == "__main__":
    unittest.main()
