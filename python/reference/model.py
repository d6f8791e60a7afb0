"""One reference file of CMML: parameters, inputs, every intermediate, loss and gradients."""

import torch
from torch import Tensor
from torch.nn import functional as F

from . import files
from .encoder import add_encoder, add_labels, encode, prototypes, rating_vectors
from .parameters import Draws, Parameters
from .scores import LEAKY_SLOPE, add_body, add_hybrid, attend, body, hybrid
from .sizes import Sizes

# task, encoder, hybrid, modulation; the order decides the draws.
CONFIGURATIONS = [
    ("ranking", "gru", "dot", "film"),
    ("ranking", "gru", "dot", "sigmoid"),
    ("ranking", "gru", "dot", "linear"),
    ("ranking", "gru", "dot", "soft"),
    ("ranking", "gru", "mlp", "film"),
    ("ranking", "gru", "none", "linear"),
    ("ranking", "mean", "dot", "film"),
    ("ranking", "max", "dot", "soft"),
    ("rating", "mean", "dot", "film"),
    ("rating", "gru", "dot", "soft"),
]


def cmml_file(
    draws: Draws, sizes: Sizes, task: str, encoder: str, hybrid_kind: str, modulation_kind: str
) -> dict:
    p = Parameters(draws)
    ranking = task == "ranking"
    if not ranking:
        add_labels(p, sizes)
    add_encoder(p, sizes, encoder, sizes.pair + (2 if ranking else sizes.rating_label))
    add_hybrid(p, sizes, hybrid_kind)
    add_body(p, sizes, modulation_kind, sizes.pair)

    support = draws.normal(sizes.tasks, sizes.support, sizes.pair)
    query = draws.normal(sizes.tasks, sizes.query, sizes.pair)
    labels = _one_hot(sizes) if ranking else draws.stars(sizes.tasks, sizes.support)
    ratings = {} if ranking else {"queryRatings": draws.stars(sizes.tasks, sizes.query)}

    vectors = labels if ranking else rating_vectors(p, labels)
    context = encode(p, encoder, torch.cat([support, vectors], -1))
    mixed = hybrid(p, hybrid_kind, context, query)
    scores, modulation = body(p, modulation_kind, query, mixed)
    loss = _hinge(scores) if ranking else ((ratings["queryRatings"] - scores) ** 2).mean()

    found = {"context": context, "hybrid": mixed, "scores": scores, "loss": loss, **modulation}
    inputs = {"supportPairs": support, "supportLabels": labels, "queryPairs": query, **ratings}
    return {
        "config": {
            "encoder": encoder,
            "hybrid": hybrid_kind,
            "modulation": modulation_kind,
            "task": task,
            "leakySlope": LEAKY_SLOPE,
            "sizes": sizes.named(task),
        },
        "params": files.tensors(p),
        "inputs": files.tensors(inputs),
        "expected": {**files.tensors(found), "grads": files.tensors(p.gradients(loss))},
    }


# Name, modulation, and what else: attention by candidate, learned or uniform, and separate prototypes.
EXTENSIONS = [
    ("attention-film", "film", {}),
    ("attention-sigmoid", "sigmoid", {}),
    ("attention-linear", "linear", {}),
    ("attention-soft", "soft", {}),
    ("attention-none", "none", {"inputs": "product"}),
    ("uniform-none", "none", {"inputs": "product", "attention": "uniform"}),
    ("attention-separate-film", "film", {"prototype": "separate", "consensus": True}),
]


def extension_file(draws: Draws, sizes: Sizes, modulation_kind: str, options: dict) -> dict:
    """A model of ours that the paper has not: every candidate attends over the support set."""
    p = Parameters(draws)
    uniform, separate = options.get("attention") == "uniform", "prototype" in options
    product = options.get("inputs") == "product"
    add_encoder(p, sizes, "mean", sizes.pair + 2)
    add_hybrid(p, sizes, "attention", uniform)
    read = 4 * sizes.pair + (sizes.pair if separate else 0)
    add_body(p, sizes, modulation_kind, read, product)

    support = draws.normal(sizes.tasks, sizes.support, sizes.pair)
    query = draws.normal(sizes.tasks, sizes.query, sizes.pair)
    labels = _one_hot(sizes)
    context = encode(p, "mean", torch.cat([support, labels], -1))
    if separate:
        likes, dislikes = prototypes(support, labels[..., 0])
        context = torch.cat([context + likes, dislikes], -1)
    attended, weights = attend(p, support, labels[..., 0], query, uniform)
    twice = torch.cat([query, query], -1) if separate else query
    mixed = torch.cat([context[:, None] * twice, attended], -1)
    inputs = torch.cat([query, mixed], -1) if product else query
    scores, modulation = body(p, modulation_kind, inputs, mixed)
    loss = _hinge(scores)
    found = {"context": context, "hybrid": mixed, "scores": scores, "loss": loss, **modulation, **weights}
    return {
        "config": {
            "encoder": "mean",
            "hybrid": "attention",
            "modulation": modulation_kind,
            "task": "ranking",
            "leakySlope": LEAKY_SLOPE,
            "sizes": {**sizes.named("ranking"), "key": sizes.key},
            **options,
        },
        "params": files.tensors(p),
        "inputs": files.tensors({"supportPairs": support, "supportLabels": labels, "queryPairs": query}),
        "expected": {**files.tensors(found), "grads": files.tensors(p.gradients(loss))},
    }


def _one_hot(sizes: Sizes) -> Tensor:
    """(positive, negative), the positives first: `[B, S, 2]`."""
    labels = torch.zeros(sizes.tasks, sizes.support, 2, dtype=torch.float64)
    positives = sizes.support // 2
    labels[:, :positives, 0] = 1
    labels[:, positives:, 1] = 1
    return labels


def _hinge(scores: Tensor) -> Tensor:
    """Equation 4, averaged: the first half of a task's pairs are positives, then their negatives."""
    positive, negative = scores.chunk(2, dim=1)
    return F.relu(1 - positive + negative).mean()
