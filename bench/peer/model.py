"""The model of bench/problem.ts in PyTorch: GRU encoder, dot hybrid, FiLM modulation."""

import torch
from torch import nn
from torch.nn import functional as F

LAYERS = 3


class Film(nn.Module):
    """`pair`: size of a pair vector; `gru`, `trunk`, `width`: hidden sizes of the parts."""

    def __init__(self, pair=64, gru=64, trunk=64, width=64):
        super().__init__()
        linears = lambda first, rest, outputs: nn.ModuleList(
            nn.Linear(first if layer == 0 else rest, outputs) for layer in range(LAYERS)
        )
        self.gru = nn.GRU(pair + 2, gru)
        self.out0, self.out1 = nn.Linear(gru, gru), nn.Linear(gru, pair)
        self.trunk = linears(pair, trunk, trunk)
        self.gamma = linears(trunk, trunk, width)
        self.beta = linears(trunk, trunk, width)
        self.layers = linears(pair, width, width)
        self.out = nn.Linear(width, 1)

    def forward(self, support, query):
        """support [S, B, pair + 2], query [B, Q, pair] -> scores [B, Q]."""
        _, last = self.gru(support)
        context = self.out1(F.relu(self.out0(last[0])))
        trunk = context[:, None] * query
        hidden = query
        for layer in range(LAYERS):
            trunk = F.relu(self.trunk[layer](trunk))
            linear = self.layers[layer](hidden)
            modulated = self.gamma[layer](trunk) * linear + self.beta[layer](trunk)
            hidden = F.leaky_relu(modulated, 0.01)
        return self.out(hidden)[..., 0]


def hinge(scores):
    """Equation 4, averaged; positives are the first half of a task's queries."""
    positive, negative = scores.chunk(2, dim=1)
    return F.relu(1 - positive + negative).mean()


def named(model):
    """Parameters by their names in the golden files, each as a list of tensors to be stacked."""
    linear = lambda *modules: {
        "weight": [module.weight for module in modules],
        "bias": [module.bias for module in modules],
    }
    parts = {
        "encoder.gru": {
            "weightIh": [model.gru.weight_ih_l0],
            "weightHh": [model.gru.weight_hh_l0],
            "biasIh": [model.gru.bias_ih_l0],
            "biasHh": [model.gru.bias_hh_l0],
        },
        "encoder.out0": linear(model.out0),
        "encoder.out1": linear(model.out1),
        "backbone.out": linear(model.out),
    }
    for layer in range(LAYERS):
        parts[f"backbone.layer{layer}"] = linear(model.layers[layer])
        parts[f"modulation.trunk{layer}"] = linear(model.trunk[layer])
        parts[f"modulation.head{layer}"] = linear(model.gamma[layer], model.beta[layer])
    return {f"{part}.{name}": t for part, tensors in parts.items() for name, t in tensors.items()}
