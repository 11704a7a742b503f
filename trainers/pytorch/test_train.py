"""Tests of what hangs on no job: python3 -m unittest, in this folder."""

import json
import os
import struct
import tempfile
import unittest

import torch

import train


def run(**job):
    r = train.Run({**train.DEFAULTS, "artifact": "/nowhere/model", "epochs": 3, "seed": 7, **job}, "", train.Events(), lambda: False)
    r.torch, r.device, r.half = torch, torch.device("cpu"), None
    return r


class Pieces(unittest.TestCase):
    def test_shift_moves_each_image_by_itself(self):
        r = run(max_shift=2)
        x = torch.zeros(64, 2, 5, 7)
        x[:, :, 2, 3] = torch.arange(64.0)[:, None] + 1
        y = r.shifted(x, 2, torch.Generator().manual_seed(3))
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
        a, b = run(max_shift=1, mirror=True), run(max_shift=1, mirror=True)
        for r in (a, b):
            r.x, r.y = torch.arange(50 * 16, dtype=torch.int64).remainder(251).to(torch.uint8).reshape(50, 1, 4, 4), torch.arange(50).to(torch.uint8)
            r.batch, r.per_epoch = 8, 7
        seen = []
        for step in range(14):
            a.at["step"] = step
            x, y = a.examples()
            seen.append(y)
            b.epoch = None  # as if it had begun here
            b.at["step"] = step
            other_x, other_y = b.examples()
            self.assertTrue(torch.equal(x, other_x) and torch.equal(y, other_y))
        for epoch in (seen[:7], seen[7:]):
            self.assertEqual(sorted(torch.cat(epoch).tolist()), list(range(50)))
        self.assertFalse(torch.equal(seen[0], seen[7]))

    def test_weights_are_safetensors(self):
        r = run(channels=[3], hidden=[5])
        r.about = {"shape": {"channels": 2, "height": 6, "width": 4}, "classes": 4}
        r.model, r.weighted = r.network()
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, "w")
            r.write_floats(path)
            with open(path, "rb") as f:
                raw = f.read()
        (length,) = struct.unpack("<Q", raw[:8])
        header, body = json.loads(raw[8:8 + length]), raw[8 + length:]
        self.assertEqual({k: v["shape"] for k, v in header.items()},
                         {"0.weight": [3, 2, 3, 3], "0.bias": [3], "1.weight": [5, 18], "1.bias": [5], "2.weight": [4, 5], "2.bias": [4]})
        begin, end = header["1.weight"]["data_offsets"]
        values = torch.frombuffer(bytearray(body[begin:end]), dtype=torch.float32).reshape(5, 18)
        self.assertTrue(torch.equal(values, r.weighted[1].weight.detach()))
        self.assertEqual(len(body), max(v["data_offsets"][1] for v in header.values()))
        self.assertEqual(list(train.areas(r)), [24, 1, 1])

    def test_a_network_is_what_the_job_names(self):
        r = run(channels=[3, 4], hidden=[])
        r.about = {"shape": {"channels": 1, "height": 9, "width": 9}, "classes": 10}
        model, weighted = r.network()
        self.assertEqual(model(torch.zeros(2, 1, 9, 9)).shape, (2, 10))
        self.assertEqual(weighted[-1].in_features, 4 * 2 * 2)  # 9 -> 4 -> 2: odd rows are left out, as the contract does

    def test_jobs_that_lack_something(self):
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, "job")
            for text in ("{", "{}", '{"id": "a"}'):
                with open(path, "w") as f:
                    f.write(text)
                with self.assertRaises(train.Fault) as caught:
                    train.read_job(path)
                self.assertEqual(caught.exception.code, train.BAD_JOB)


if __name__ == "__main__":
    unittest.main()
