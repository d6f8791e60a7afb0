"""Reference files of two baselines: Deep & Cross (Wang et al. 2017) and MeLU (Lee et al. 2019)."""

import torch
from torch import Tensor
from torch.nn import functional as F

from . import files
from .parameters import Draws, Parameters
from .sizes import Sizes

CROSS_LAYERS = 3
ROWS = 5
INNER_RATE = 0.02


def dcn_file(draws: Draws, sizes: Sizes) -> dict:
    """`x_{l+1} = x_0 (x_l . w_l) + b_l + x_l`, a deep ReLU tower, one linear on both."""
    p = Parameters(draws)
    for layer in range(CROSS_LAYERS):
        p.add(f"cross{layer}.weight", sizes.pair, scale=p.WEIGHT)
        p.add(f"cross{layer}.bias", sizes.pair, scale=p.BIAS)
    p.add_linear("deep0", sizes.pair, sizes.width)
    p.add_linear("deep1", sizes.width, sizes.width)
    p.add_linear("out", sizes.width + sizes.pair, 1)

    pairs = draws.normal(ROWS, sizes.pair)
    cross = pairs
    for layer in range(CROSS_LAYERS):
        along = (cross @ p[f"cross{layer}.weight"])[:, None]
        cross = pairs * along + p[f"cross{layer}.bias"] + cross
    deep = F.relu(p.linear("deep1", F.relu(p.linear("deep0", pairs))))
    scores = p.linear("out", torch.cat([deep, cross], -1))[:, 0]
    loss = (scores**2).mean()
    return {
        "params": files.tensors(p),
        "inputs": {"pairs": files.tensor(pairs)},
        "expected": {
            **files.tensors({"scores": scores, "lossMeanSquare": loss}),
            "grads": files.tensors(p.gradients(loss)),
        },
    }


def melu_file(draws: Draws, sizes: Sizes, steps: int) -> dict:
    """`steps` of SGD on the support loss in the decision layers; second-order meta-gradients."""
    p = Parameters(draws)
    p.add_linear("embed", sizes.pair, sizes.pair)
    p.add_linear("fc0", sizes.pair, sizes.width)
    p.add_linear("fc1", sizes.width, sizes.width)
    p.add_linear("out", sizes.width, 1)
    support, support_ratings = draws.normal(sizes.support, sizes.pair), draws.normal(sizes.support)
    query, query_ratings = draws.normal(sizes.query, sizes.pair), draws.normal(sizes.query)

    adapted = {name: tensor for name, tensor in p.items() if not name.startswith("embed")}
    local = list(adapted)
    for _ in range(steps):
        loss = ((_melu(p, adapted, support) - support_ratings) ** 2).mean()
        found = torch.autograd.grad(loss, [adapted[name] for name in local], create_graph=True)
        adapted = {name: adapted[name] - INNER_RATE * g for name, g in zip(local, found)}
    predictions = _melu(p, adapted, query)
    loss = ((predictions - query_ratings) ** 2).mean()
    inputs = {
        "supportPairs": support,
        "supportRatings": support_ratings,
        "queryPairs": query,
        "queryRatings": query_ratings,
    }
    return {
        "config": {
            "innerSteps": steps,
            "innerLearningRate": INNER_RATE,
            "adapted": local,
            "order": 2,
        },
        "params": files.tensors(p),
        "inputs": files.tensors(inputs),
        "expected": {
            **files.tensors({"predictions": predictions, "loss": loss}),
            "adaptedParams": files.tensors(adapted),
            "metaGrads": files.tensors(p.gradients(loss)),
        },
    }


def _melu(p: Parameters, decision: dict[str, Tensor], pairs: Tensor) -> Tensor:
    """Predictions `[rows]` of `pairs [rows, D]` with the given decision layers."""
    hidden = p.linear("embed", pairs)
    for name in ("fc0", "fc1"):
        hidden = F.relu(hidden @ decision[f"{name}.weight"].T + decision[f"{name}.bias"])
    return (hidden @ decision["out.weight"].T + decision["out.bias"])[:, 0]
