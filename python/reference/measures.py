"""Reference files of the optimiser (torch.optim.Adam) and of the metrics."""

import math

import torch
from torch import Tensor

from . import files
from .parameters import Draws

ADAM = {"lr": 1e-2, "betas": (0.9, 0.999), "eps": 1e-8, "weight_decay": 1e-2}
STEPS = 3


def adam_file(draws: Draws) -> dict:
    """Three steps on `sum |w - target|^3`; weight decay is added to the gradient, as Adam has it."""
    initial, target = draws.normal(3, 4), draws.normal(3, 4)
    weight = initial.clone().requires_grad_()
    optimiser = torch.optim.Adam([weight], **ADAM)
    steps = []
    for _ in range(STEPS):
        optimiser.zero_grad()
        ((weight - target) ** 3).abs().sum().backward()
        gradient = weight.grad.clone()
        optimiser.step()
        steps.append({"grad": files.tensor(gradient), "param": files.tensor(weight)})
    beta1, beta2 = ADAM["betas"]
    return {
        "config": {
            "learningRate": ADAM["lr"],
            "beta1": beta1,
            "beta2": beta2,
            "epsilon": ADAM["eps"],
            "weightDecay": ADAM["weight_decay"],
        },
        "initial": files.tensor(initial),
        "steps": steps,
    }


def metrics_file(draws: Draws) -> dict:
    """NDCG@K and MAE of ten ratings, Recall@N of 40 items of which 7 are positives."""
    ratings = draws.whole(1, 5, 10)
    predictions = draws.normal(10)
    scores = draws.normal(40)
    positives = draws.some_of(40, 7)

    predicted = ratings[predictions.argsort(descending=True)]
    ideal = ratings.sort(descending=True).values
    ranked = scores.argsort(descending=True).tolist()
    hits = {n: len(set(ranked[:n]) & set(positives)) for n in (5, 10, 20)}
    return {
        "ndcg": {
            "predictions": files.numbers(predictions),
            "ratings": files.numbers(ratings),
            "expected": {k: _dcg(predicted[:k]) / _dcg(ideal[:k]) for k in (1, 3, 5)},
        },
        "mae": {"expected": (predictions - ratings).abs().mean().item()},
        "recall": {
            "scores": files.numbers(scores),
            "positives": positives,
            "expected": {n: found / len(positives) for n, found in hits.items()},
        },
    }


def _dcg(relevances: Tensor) -> float:
    """Gain `2^relevance - 1`, discount `log2(rank + 1)` with ranks from 1."""
    gains = enumerate(relevances.tolist(), start=1)
    return sum((2**relevance - 1) / math.log2(rank + 1) for rank, relevance in gains)
