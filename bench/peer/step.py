"""The model of bench/problem.ts in PyTorch, one training step a line of input.

Started by bench/rows/peer.ts: `PYTHON step.py TASKS SUPPORT QUERY`. Prints one JSON line about itself,
then, for every line read, the milliseconds of processor time of one step. One thread.
"""

import json
import os
import sys
import time

os.environ.setdefault("OMP_NUM_THREADS", "1")
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import torch
from torch import nn
from torch.nn import functional as F

D = 64
LAYERS = 3


class Film(nn.Module):
    """GRU encoder, dot hybrid, FiLM modulation; all hidden sizes 64."""

    def __init__(self):
        super().__init__()
        self.gru = nn.GRU(D + 2, D)
        self.out0, self.out1 = nn.Linear(D, D), nn.Linear(D, D)
        self.trunk = nn.ModuleList(nn.Linear(D, D) for _ in range(LAYERS))
        self.gamma = nn.ModuleList(nn.Linear(D, D) for _ in range(LAYERS))
        self.beta = nn.ModuleList(nn.Linear(D, D) for _ in range(LAYERS))
        self.layers = nn.ModuleList(nn.Linear(D, D) for _ in range(LAYERS))
        self.out = nn.Linear(D, 1)

    def forward(self, support, query):
        """support [S, B, D + 2], query [B, Q, D] -> scores [B, Q]."""
        _, last = self.gru(support)
        context = self.out1(F.relu(self.out0(last[0])))
        trunk = context[:, None] * query
        hidden = query
        for l in range(LAYERS):
            trunk = F.relu(self.trunk[l](trunk))
            linear = self.layers[l](hidden)
            hidden = F.leaky_relu(self.gamma[l](trunk) * linear + self.beta[l](trunk), 0.01)
        return self.out(hidden)[..., 0]


def hinge(scores):
    positive, negative = scores.chunk(2, dim=1)
    return F.relu(1 - positive + negative).mean()


def blas():
    """Which library multiplies the matrices, as torch says."""
    lines = torch.__config__.show().splitlines()
    named = [line.strip(" -") for line in lines if "BLAS" in line or "MKL" in line]
    return "; ".join(named)[:200]


def main(tasks, support, query):
    torch.manual_seed(1)
    torch.set_num_threads(1)
    model = Film()
    optimiser = torch.optim.Adam(model.parameters(), lr=1e-3, weight_decay=1e-5)
    pairs = torch.randn(support, tasks, D + 2) / 2
    candidates = torch.randn(tasks, query, D) / 2
    print(json.dumps({"torch": torch.__version__, "blas": blas()}), flush=True)
    for _ in sys.stdin:
        start = time.process_time()
        optimiser.zero_grad()
        loss = hinge(model(pairs, candidates))
        loss.backward()
        optimiser.step()
        loss.item()
        print((time.process_time() - start) * 1000, flush=True)


main(*map(int, sys.argv[1:4]))
