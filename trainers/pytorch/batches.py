"""The examples of each step."""

import torch


class Batches:
    """What a step sees hangs on seed and step alone, so that a resumed run goes on exactly where it was. Of several
    ranks each takes its share of a batch: chance is drawn for the whole of it, and so the same with any number."""

    def __init__(self, job, x, y, device, rank=0, ranks=1):
        self.job, self.x, self.y, self.device, self.rank, self.ranks = job, x, y, device, rank, ranks
        self.size = min(job["batch"], len(y))
        self.per_epoch = -(-len(y) // self.size)
        self.epoch = None

    def of(self, step):
        """Inputs and labels of this rank's share, which may be none, and how many the whole batch has."""
        epoch, k = divmod(step, self.per_epoch)
        if self.epoch != epoch:
            order = torch.Generator().manual_seed((self.job["seed"] * 1_000_003 + epoch) & (2**63 - 1))
            self.epoch, self.order = epoch, torch.randperm(len(self.y), generator=order).to(self.y.device)
        rows = self.order[k * self.size:(k + 1) * self.size]
        n = len(rows)
        mine = slice(n * self.rank // self.ranks, n * (self.rank + 1) // self.ranks)
        x = self.x[rows[mine]].to(self.device, torch.float32) / 255
        chance = torch.Generator().manual_seed((self.job["seed"] * 7_919 + step) & (2**63 - 1))
        if self.job["mirror"]:
            flip = torch.rand(n, generator=chance)[mine].to(self.device) < 0.5
            x = torch.where(flip[:, None, None, None], x.flip(3), x)
        if self.job["max_shift"]:
            most = self.job["max_shift"]
            down, right = (torch.randint(0, 2 * most + 1, (n,), generator=chance)[mine].to(self.device) for _ in range(2))
            x = shifted(x, most, down, right)
        return x, self.y[rows[mine]].to(self.device, torch.int64), n


def shifted(x, most, down, right):
    """Each image moved by itself, by most less than what stands for it in down and right; black moves in."""
    n, _, height, width = x.shape
    padded = torch.nn.functional.pad(x, (most,) * 4)
    rows = (torch.arange(height, device=x.device)[None] + down[:, None])[:, None, :, None]
    columns = (torch.arange(width, device=x.device)[None] + right[:, None])[:, None, None, :]
    each = torch.arange(n, device=x.device)[:, None, None, None]
    channel = torch.arange(x.shape[1], device=x.device)[None, :, None, None]
    return padded[each, channel, rows, columns]
