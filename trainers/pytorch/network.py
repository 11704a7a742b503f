"""The networks that the contract evaluates, and their weights as safetensors."""

import json
import math
import struct

import torch
from torch import nn


def build(job, about):
    """Layers with the initial weights of He et al. 2015, and those that have weights."""
    shape = about["shape"]
    channels, height, width = shape.get("channels", 1), shape.get("height", 1), shape.get("width", 1)
    layers, weighted = [], []

    def add(layer, fan_in):
        bound = math.sqrt(6 / fan_in)
        nn.init.uniform_(layer.weight, -bound, bound)
        nn.init.zeros_(layer.bias)
        layers.append(layer)
        weighted.append(layer)

    for c in job["channels"]:
        add(nn.Conv2d(channels, c, 3, padding=1), 9 * channels)
        layers.extend([nn.ReLU(), nn.MaxPool2d(2)])
        channels, height, width = c, height // 2, width // 2
    layers.append(nn.Flatten())
    size = channels * height * width
    for h in job["hidden"]:
        add(nn.Linear(size, h), size)
        layers.append(nn.ReLU())
        size = h
    add(nn.Linear(size, about["classes"]), size)
    return nn.Sequential(*layers), weighted


def areas(weighted, shape):
    """At how many places each layer's weights are used."""
    height, width = shape.get("height", 1), shape.get("width", 1)
    for layer in weighted:
        if layer.weight.dim() == 4:
            yield height * width
            height, width = height // 2, width // 2
        else:
            yield 1


def write_floats(weighted, path):
    """Weights as safetensors: L.weight and L.bias of each layer that has some."""
    header, body = {}, b""
    for i, layer in enumerate(weighted):
        for name in ("weight", "bias"):
            values = getattr(layer, name).detach().to("cpu", torch.float32).contiguous().numpy()
            raw = values.astype("<f4").tobytes()
            header[f"{i}.{name}"] = {"dtype": "F32", "shape": list(values.shape), "data_offsets": [len(body), len(body) + len(raw)]}
            body += raw
    text = json.dumps(header).encode()
    with open(path, "wb") as f:
        f.write(struct.pack("<Q", len(text)) + text + body)
