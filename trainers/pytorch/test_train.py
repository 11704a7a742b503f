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
import residual
from run import Run, validates

CPU = torch.device("cpu")


def job(**fields):
    return {**contract.DEFAULTS, "artifact": "/nowhere/model", "family": "cnn", "epochs": 3, "seed": 7, **fields}


class Pieces(unittest.TestCase):
    def test_it_is_validated_where_it_may_be_judged(self):
        for epochs in range(1, 400):
            looks = [e for e in range(epochs + 1) if validates(e, epochs)]
            for part in (32, 16, 8, 4):
                self.assertIn(-(-epochs // part), looks, (epochs, part))
            self.assertLess(len(looks), 45)
            self.assertEqual(looks[-1] if epochs < 40 else epochs, epochs)

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
        _, weighted = network.build(job(channels=[3], hidden=[5]), {"shape": {"channels": 2, "height": 6, "width": 4}, "classes": 4}, ranks.Group())
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
        self.assertEqual(network.macs(weighted), 3 * 2 * 9 * 24 + 18 * 5 + 5 * 4)

    def test_a_network_is_what_the_job_names(self):
        model, weighted = network.build(job(channels=[3, 4], hidden=[]), {"shape": {"channels": 1, "height": 9, "width": 9}, "classes": 10}, ranks.Group())
        self.assertEqual(model(torch.zeros(2, 1, 9, 9)).shape, (2, 10))
        self.assertEqual(weighted[-1].in_features, 4 * 2 * 2)  # 9 -> 4 -> 2: odd rows are left out, as the contract does

    def test_resnet_20_is_the_contracts(self):
        """The multiply-accumulates and the order of the weights are those of graph.ResNet (pkg/model/graph)."""
        model, weighted = resnet(channels=[16, 32, 64], blocks=3, side=32, colours=3)
        self.assertEqual(network.macs(weighted), 40_813_184)
        shapes = [list(layer.weight.shape) for layer in weighted]
        self.assertEqual(shapes[:3], [[16, 3, 3, 3], [16, 16, 3, 3], [16, 16, 3, 3]])
        self.assertEqual(shapes[7:10], [[32, 16, 3, 3], [32, 32, 3, 3], [32, 16, 1, 1]])
        self.assertEqual((len(shapes), shapes[-1]), (22, [10, 64]))
        self.assertEqual(model(torch.zeros(2, 3, 32, 32)).shape, (2, 10))

    def test_odd_sides_round_up(self):
        _, weighted = resnet(channels=[2, 3], blocks=1, side=5)
        self.assertEqual([layer.area for layer in weighted], [25, 25, 25, 9, 9, 9, 1])

    def test_folded_it_says_the_same(self):
        model, weighted = resnet(channels=[3, 5], blocks=2, side=9)
        x = torch.rand(32, 1, 9, 9)
        for _ in range(3):  # the running statistics become something
            model(x)
        model.eval()
        self.assertFalse(torch.allclose(weighted[3].norm.mean, torch.zeros(3)))
        with torch.no_grad():
            for layer in weighted[:-1]:
                layer.norm.weight.uniform_(0.5, 2)
                layer.norm.bias.uniform_(-1, 1)
                x = torch.rand(4, layer.weight.shape[1], 6, 6)
                weight, bias = (t.float() for t in layer.folded())
                self.assertEqual(bias.dtype, torch.float32)
                conv = torch.nn.functional.conv2d(x, weight, bias, layer.conv.stride, layer.conv.padding)
                self.assertTrue(torch.allclose(conv, layer(x), atol=1e-5), (conv - layer(x)).abs().max())

    def test_a_checkpoint_holds_the_running_statistics(self):
        model, weighted = resnet(channels=[3], blocks=1, side=4)
        model(torch.rand(8, 1, 4, 4))
        other, same = resnet(channels=[3], blocks=1, side=4)
        other.load_state_dict(model.state_dict())
        for a, b in zip(weighted[:-1], same[:-1]):
            self.assertTrue(torch.equal(a.norm.mean, b.norm.mean) and torch.equal(a.norm.var, b.norm.var))
            self.assertFalse(torch.equal(b.norm.mean, torch.zeros(3)))

    def test_checkpoints_of_other_jobs_are_no_measure(self):
        class State:
            def state_dict(self):
                return {}

            def load_state_dict(self, state):
                pass

        class Said(list):
            def emit(self, event, **fields):
                self.append(fields)

        def run(name, step):
            r = Run.__new__(Run)
            r.torch, r.device, r.model, r.optimiser, r.scaler, r.events, r.group = torch, CPU, State(), State(), State(), Said(), ranks.Group()
            r.job, r.at, r.began = job(job_hash=name * 64, checkpoint_dir=folder), {"step": step, "trained_s": 0.0}, 0.0
            return r

        with tempfile.TemporaryDirectory() as folder:
            for step in (900, 1000):
                run("a", step).save()
            for step in (20, 40, 60):  # half the batch, or another draw
                r = run("b", step)
                r.save()
                self.assertTrue(os.path.exists(r.events[-1]["path"]))
            for name, step in (("a", 1000), ("b", 60)):
                r = run(name, 0)
                r.resume()
                self.assertEqual(r.at["step"], step)
            for name in "cdef":
                run(name, 1).save()
            self.assertLess(len(os.listdir(folder)), 6)

    def test_jobs_that_lack_something(self):
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, "job")
            whole = json.dumps(job(id="a", job_hash="b", checkpoint_dir="/c", data={}))
            for text in ("{", "{}", '{"id": "a"}', whole.replace("cnn", "rnn"), whole.replace("cnn", "resnet"), whole.replace('"ranks": 0', '"ranks": 65')):
                with open(path, "w") as f:
                    f.write(text)
                with self.assertRaises(contract.Fault) as caught:
                    contract.read_job(path)
                self.assertEqual(caught.exception.code, contract.BAD_JOB)
            with open(path, "w") as f:
                f.write(whole)
            self.assertEqual(contract.read_job(path)["ranks"], 0)


def resnet(channels, blocks, side, colours=1):
    about = {"shape": {"channels": colours, "height": side, "width": side}, "classes": 10}
    return network.build(job(family="resnet", channels=channels, blocks=blocks), about, ranks.Group())


class Hall:
    """Where ranks that are threads of this process meet, as those of a job do in gloo."""

    def __init__(self, count):
        self.count, self.barrier, self.parts = count, threading.Barrier(count), {}

    def total(self, rank, vector):
        summed = vector.detach().clone()
        self.all_reduce(rank, summed)
        return summed

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
            run.model, run.weighted = network.build(run.job, {"shape": {"channels": 1, "height": 4, "width": 4}, "classes": 50}, run.group)
        run.optimiser = network.optimiser(run.job, run.model)
        run.scaler = torch.cuda.amp.GradScaler(enabled=False)
        losses = []
        for _ in range(steps):
            run.step()
            losses.append(run.number())
        ends[r] = [v.detach() for v in run.model.state_dict().values()], losses  # the running statistics are the ranks' own

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
        for fields in (dict(channels=[3], hidden=[8], max_shift=1, mirror=True, l1=0.1), dict(family="mlp", hidden=[12]),
                       dict(family="resnet", channels=[3, 4], blocks=1, mirror=True, rate=0.05)):
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

    def test_shared_normalisation_is_pytorchs(self):
        """Of a whole batch in three shares, one of them empty: what goes through, its way back, and the statistics."""
        x, out = torch.randn(7, 3, 4, 4) * 3 + 5, torch.randn(7, 3, 4, 4)
        want = torch.nn.BatchNorm2d(3, residual.EPSILON, residual.MOMENTUM)
        whole = x.clone().requires_grad_()
        (want(whole) * out).sum().backward()
        hall, got = Hall(3), [None] * 3

        def rank(r, share):
            group = ranks.Group(r, 3)
            group.total = lambda vector: hall.total(r, vector)
            norm, mine = residual.Norm(3, group), x[share].clone().requires_grad_()
            y = norm(mine)
            (y * out[share]).sum().backward()
            got[r] = y.detach(), mine.grad, norm

        threads = [threading.Thread(target=rank, args=a) for a in enumerate((slice(0, 4), slice(4, 4), slice(4, 7)))]
        for t in threads:
            t.start()
        for t in threads:
            t.join(60)
        near = lambda a, b: self.assertTrue(torch.allclose(a, b, rtol=1e-4, atol=1e-5), (a - b).abs().max())  # noqa: E731
        near(torch.cat([g[0] for g in got]), want(x).detach())
        near(torch.cat([g[1] for g in got]), whole.grad)
        near(sum(g[2].weight.grad for g in got), want.weight.grad)
        for _, _, norm in got:
            self.assertTrue(torch.equal(norm.mean, got[0][2].mean) and torch.equal(norm.var, got[0][2].var))
        fresh = torch.nn.BatchNorm2d(3, residual.EPSILON, residual.MOMENTUM)
        fresh(x)
        near(got[0][2].mean, fresh.running_mean)
        near(got[0][2].var, fresh.running_var)

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
