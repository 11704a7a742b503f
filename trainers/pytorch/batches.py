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
            self.draw(epoch)
        whole = slice(k * self.size, (k + 1) * self.size)
        rows = self.order[whole]
        n = len(rows)
        mine = slice(n * self.rank // self.ranks, n * (self.rank + 1) // self.ranks)
        x = self.x[rows[mine]].to(self.device, torch.float32) / 255
        if self.flip is not None:
            x = torch.where(self.flip[whole][mine][:, None, None, None], x.flip(3), x)
        if self.moves is not None:
            x = shifted(x, self.job["max_shift"], *self.moves[:, whole][:, mine])
        return x, self.y[rows[mine]].to(self.device, torch.int64), n

    def draw(self, epoch):
        """An epoch's order and chances, at once: a device waits longer for a small copy than for its arithmetic."""
        chance = torch.Generator().manual_seed((self.job["seed"] * 1_000_003 + epoch) & (2**63 - 1))
        count, most = len(self.y), self.job["max_shift"]
        self.epoch, self.order, self.flip, self.moves = epoch, torch.randperm(count, generator=chance).to(self.y.device), None, None
        if self.job["mirror"]:
            self.flip = (torch.rand(count, generator=chance) < 0.5).to(self.device)
        if most:
            self.moves = torch.randint(0, 2 * most + 1, (2, count), generator=chance).to(self.device)


def shifted(x, most, down, right):
    """Each image moved by itself, by most less than what stands for it in down and right; black moves in."""
    n, _, height, width = x.shape
    padded = torch.nn.functional.pad(x, (most,) * 4)
    rows = (torch.arange(height, device=x.device)[None] + down[:, None])[:, None, :, None]
    columns = (torch.arange(width, device=x.device)[None] + right[:, None])[:, None, None, :]
    each = torch.arange(n, device=x.device)[:, None, None, None]
    channel = torch.arange(x.shape[1], device=x.device)[None, :, None, None]
    return padded[each, channel, rows, columns]
