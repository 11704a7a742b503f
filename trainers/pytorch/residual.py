"""Residual networks (He et al. 2015), with batch normalisation that several ranks share."""

import math

import torch
from torch import nn

MOMENTUM, EPSILON = 0.1, 1e-5


class Norm(nn.Module):
    """Batch normalisation over the whole batch, however many ranks share it: what they see together is summed, so
    that their networks and running statistics stay alike, and two ranks train what one would. nn.SyncBatchNorm does
    that on CUDA alone, and not where a rank's share is empty."""

    def __init__(self, channels, group):
        super().__init__()
        self.weight, self.bias = nn.Parameter(torch.ones(channels)), nn.Parameter(torch.zeros(channels))
        self.register_buffer("mean", torch.zeros(channels))
        self.register_buffer("var", torch.ones(channels))
        self.group = group

    def forward(self, x):
        if not self.training or self.group.count == 1:
            return nn.functional.batch_norm(x, self.mean, self.var, self.weight, self.bias, self.training, MOMENTUM, EPSILON)
        cells, dims = x.numel() // x.shape[1], (0, 2, 3)
        wide = x.float()
        # The sums of an empty share are zeros that still hang on it, so that its way back has the same sums.
        var, mean = torch.var_mean(wide, dims, unbiased=False) if cells else (wide.sum(dims), wide.sum(dims))
        mean, var = mean.double(), var.double()  # a difference of squares is taken below
        own = torch.cat([cells * mean, cells * (var + mean * mean), mean.new_tensor([cells])])
        sums = Sum.apply(own, self.group)
        n = sums[-1].detach()
        mean, square = (sums[:-1] / n).chunk(2)
        var = square - mean * mean
        with torch.no_grad():
            self.mean.lerp_(mean.float(), MOMENTUM)
            self.var.lerp_((var * n / (n - 1).clamp(min=1)).float(), MOMENTUM)
        scale = self.weight * (var + EPSILON).rsqrt().float()
        shift = self.bias - mean.float() * scale
        return (wide * scale[:, None, None] + shift[:, None, None]).to(x.dtype)


class Sum(torch.autograd.Function):
    """A vector's sum over all ranks; so is the way back, since each rank's loss hangs on it."""

    @staticmethod
    def forward(ctx, own, group):
        ctx.group = group
        return group.total(own)

    @staticmethod
    def backward(ctx, grad):
        return ctx.group.total(grad), None


class Conv(nn.Module):
    """A convolution and its normalisation, which folds into one convolution with a bias."""

    def __init__(self, fan, channels, kernel, stride, group):
        super().__init__()
        self.conv = nn.Conv2d(fan, channels, kernel, stride, kernel // 2, bias=False)
        nn.init.normal_(self.conv.weight, std=math.sqrt(2 / (fan * kernel * kernel)))
        self.norm = Norm(channels, group)

    def forward(self, x):
        return self.norm(self.conv(x))

    @property
    def weight(self):
        return self.conv.weight

    def folded(self):
        scale = self.norm.weight.double() / (self.norm.var.double() + EPSILON).sqrt()
        return self.weight.double() * scale[:, None, None, None], self.norm.bias.double() - self.norm.mean.double() * scale


class Block(nn.Module):
    """Two convolutions, and what goes around them. The shortcut is a convolution of 1 by 1 where the shape changes."""

    def __init__(self, fan, channels, stride, group):
        super().__init__()
        self.first = Conv(fan, channels, 3, stride, group)
        self.second = Conv(channels, channels, 3, 1, group)
        self.shortcut = Conv(fan, channels, 1, stride, group) if stride > 1 or fan != channels else None

    def forward(self, x):
        y = self.second(self.first(x).relu())
        return (y + (self.shortcut(x) if self.shortcut else x)).relu()

    def weighted(self):
        return [c for c in (self.first, self.second, self.shortcut) if c is not None]


def build(job, shape, classes, group):
    """The network, and its layers with weights in the order of the integer model's tensors: a block's shortcut
    stands behind its two convolutions (pkg/model/graph, ResNet)."""
    fan, height, width = shape.get("channels", 1), shape.get("height", 1), shape.get("width", 1)
    layers, weighted = [], []

    def add(layer, parts):
        layers.append(layer)
        for part in parts:
            part.area = height * width
            weighted.append(part)

    first = Conv(fan, job["channels"][0], 3, 1, group)
    add(first, [first])
    layers.append(nn.ReLU())
    fan = job["channels"][0]
    for stage, channels in enumerate(job["channels"]):
        for i in range(job["blocks"]):
            stride = 2 if stage and not i else 1
            height, width = -(-height // stride), -(-width // stride)
            block = Block(fan, channels, stride, group)
            add(block, block.weighted())
            fan = channels
    layers.extend([nn.AdaptiveAvgPool2d(1), nn.Flatten()])
    height = width = 1
    last = nn.Linear(fan, classes)
    nn.init.normal_(last.weight, std=math.sqrt(1 / fan))
    nn.init.zeros_(last.bias)
    add(last, [last])
    return nn.Sequential(*layers), weighted
