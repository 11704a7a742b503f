"""The networks that the contract evaluates, and their weights as safetensors."""

import json
import math
import struct

import torch
from torch import nn

import residual


def build(job, about, group):
    """A network with the initial weights of He et al. 2015, and its layers with weights, in the order of the integer
    model's. Each knows at how many places its weights are used: area."""
    shape = about["shape"]
    if job["family"] == "resnet":
        return residual.build(job, shape, about["classes"], group)
    channels, height, width = shape.get("channels", 1), shape.get("height", 1), shape.get("width", 1)
    layers, weighted = [], []

    def add(layer, fan_in, area):
        bound = math.sqrt(6 / fan_in)
        nn.init.uniform_(layer.weight, -bound, bound)
        nn.init.zeros_(layer.bias)
        layer.area = area
        layers.append(layer)
        weighted.append(layer)

    for c in job["channels"]:
        add(nn.Conv2d(channels, c, 3, padding=1), 9 * channels, height * width)
        layers.extend([nn.ReLU(), nn.MaxPool2d(2)])
        channels, height, width = c, height // 2, width // 2
    layers.append(nn.Flatten())
    size = channels * height * width
    for h in job["hidden"]:
        add(nn.Linear(size, h), size, 1)
        layers.append(nn.ReLU())
        size = h
    add(nn.Linear(size, about["classes"]), size, 1)
    return nn.Sequential(*layers), weighted


def optimiser(job, model):
    """Residual networks get as far by momentum as by Adam's steps (docs/BENCHMARKS.md); published long runs have it."""
    if job["family"] == "resnet":
        return torch.optim.SGD(model.parameters(), lr=job["rate"], momentum=0.9, nesterov=True, weight_decay=job["decay"])
    return torch.optim.AdamW(model.parameters(), lr=job["rate"], weight_decay=job["decay"])


def macs(weighted):
    """Multiply-accumulates of one example."""
    return sum(layer.weight.numel() * layer.area for layer in weighted)


def write_floats(weighted, path):
    """Weights as safetensors: L.weight and L.bias of each layer that has some, normalisation folded into them."""
    header, body = {}, b""
    for i, layer in enumerate(weighted):
        both = layer.folded() if hasattr(layer, "folded") else (layer.weight, layer.bias)
        for name, tensor in zip(("weight", "bias"), both):
            values = tensor.detach().to("cpu", torch.float32).contiguous().numpy()
            raw = values.astype("<f4").tobytes()
            header[f"{i}.{name}"] = {"dtype": "F32", "shape": list(values.shape), "data_offsets": [len(body), len(body) + len(raw)]}
            body += raw
    text = json.dumps(header).encode()
    with open(path, "wb") as f:
        f.write(struct.pack("<Q", len(text)) + text + body)
