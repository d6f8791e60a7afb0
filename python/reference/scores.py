"""From a context to scores: hybrid (equation 8), modulation and backbone (equations 9 to 13)."""

import torch
from torch import Tensor
from torch.nn import functional as F

from .parameters import Parameters
from .sizes import Sizes

LAYERS = 3
MODULES = 4
LEAKY_SLOPE = 0.01
PRIOR_PAIRS = 3


def add_hybrid(p: Parameters, sizes: Sizes, kind: str, uniform: bool = False) -> None:
    if kind == "mlp":
        p.add_linear("hybrid.fc0", 2 * sizes.pair, sizes.pair)
        p.add_linear("hybrid.fc1", sizes.pair, sizes.pair)
    if kind == "attention" and not uniform:
        for side in ("likes", "dislikes"):
            p.add_linear(f"hybrid.{side}", sizes.pair, sizes.key)
            p.add(f"hybrid.{side}.sharpness", 1, scale=p.BIAS)


def hybrid(p: Parameters, kind: str, context: Tensor, pairs: Tensor) -> Tensor:
    """`context [B, D]`, `pairs [B, Q, D]` -> `[B, Q, D]`"""
    context = context[:, None].expand_as(pairs)
    if kind == "none":
        return context
    if kind == "dot":
        return context * pairs
    joined = torch.cat([context, pairs], -1)
    return p.linear("hybrid.fc1", F.relu(p.linear("hybrid.fc0", joined)))


def attend(p: Parameters, support: Tensor, liked: Tensor, pairs: Tensor, uniform: bool) -> tuple[Tensor, dict]:
    """What each candidate reads of the support set, `[a, a * x, d * x]` as `[B, Q, 3 D]`, and its weights.

    `support [B, S, D]`, `liked [B, S]` of 0 and 1, `pairs [B, Q, D]`. Candidate by candidate, as it is defined.
    """
    rows, found = [], {"likes": [], "dislikes": []}
    for b in range(pairs.shape[0]):
        for x in pairs[b]:
            weights = {}
            for side, label in (("likes", 1), ("dislikes", 0)):
                own = liked[b] == label
                logits = torch.zeros(len(own), dtype=pairs.dtype)
                if not uniform:
                    phi = lambda pair: p.linear(f"hybrid.{side}", pair)
                    logits = p[f"hybrid.{side}.sharpness"] * (phi(support[b]) @ phi(x)) / phi(x).shape[0] ** 0.5
                weights[side] = torch.zeros_like(logits).masked_scatter(own, logits[own].softmax(0))
                found[side].append(weights[side])
            likes = weights["likes"]
            mean = likes @ support[b]
            variance = likes @ (support[b] - mean) ** 2
            count = 1 / (likes**2).sum()
            a = mean / ((count * variance + PRIOR_PAIRS) / (count + PRIOR_PAIRS)).sqrt()
            rows.append(torch.cat([a, a * x, (weights["dislikes"] @ support[b]) * x]))
    shape = pairs.shape[:2]
    stacked = {side: torch.stack(values).unflatten(0, shape) for side, values in found.items()}
    return torch.stack(rows).unflatten(0, shape), stacked


def add_body(p: Parameters, sizes: Sizes, kind: str, read: int, product: bool = False) -> None:
    """Backbone and modulation network, which reads `read` numbers; with `product` the backbone reads them too."""
    inputs = sizes.pair + (read if product else 0)
    {"linear": _add_linear, "soft": _add_soft}.get(kind, _add_gated)(p, sizes, kind, inputs, read)


def body(p: Parameters, kind: str, pairs: Tensor, mixed: Tensor) -> tuple[Tensor, dict]:
    """Scores `[B, Q]` of `pairs` under the hybrid `mixed` (both `[B, Q, D]`), and the modulation."""
    return {"linear": _linear, "soft": _soft}.get(kind, _gated)(p, kind, pairs, mixed)


def _add_layers(p: Parameters, name: str, count: int, inputs: int, width: int) -> None:
    for layer in range(count):
        p.add_linear(f"{name}{layer}", inputs if layer == 0 else width, width)


def _trunk(p: Parameters, mixed: Tensor, layers: int) -> list[Tensor]:
    outputs = []
    for layer in range(layers):
        below = outputs[-1] if outputs else mixed
        outputs.append(F.relu(p.linear(f"modulation.trunk{layer}", below)))
    return outputs


def _add_linear(p: Parameters, sizes: Sizes, _kind: str, inputs: int, read: int) -> None:
    _add_layers(p, "backbone.layer", LAYERS, inputs, sizes.width)
    _add_layers(p, "modulation.trunk", LAYERS - 1, read, sizes.trunk)
    p.add_linear("modulation.head", sizes.trunk, sizes.width + 1)


def _linear(p: Parameters, _kind: str, pairs: Tensor, mixed: Tensor) -> tuple[Tensor, dict]:
    """Equation 9: weight and bias of the last layer are generated."""
    generated = p.linear("modulation.head", _trunk(p, mixed, LAYERS - 1)[-1])
    weight, bias = generated[..., :-1], generated[..., -1]
    hidden = pairs
    for layer in range(LAYERS):
        hidden = F.leaky_relu(p.linear(f"backbone.layer{layer}", hidden), LEAKY_SLOPE)
    scores = (hidden * weight).sum(-1) + bias
    return scores, {"generatedWeight": weight, "generatedBias": bias}


def _add_gated(p: Parameters, sizes: Sizes, kind: str, inputs: int, read: int) -> None:
    _add_layers(p, "backbone.layer", LAYERS, inputs, sizes.width)
    p.add_linear("backbone.out", sizes.width, 1)
    if kind == "none":
        return
    _add_layers(p, "modulation.trunk", LAYERS, read, sizes.trunk)
    outputs = {"film": 2 * sizes.width, "sigmoid": sizes.width}[kind]
    for layer in range(LAYERS):
        p.add_linear(f"modulation.head{layer}", sizes.trunk, outputs)


def _gated(p: Parameters, kind: str, pairs: Tensor, mixed: Tensor) -> tuple[Tensor, dict]:
    """Equations 10 (sigmoid) and 11 (film): every unit is scaled before its activation; `none` is the backbone alone."""
    modulation = {}
    hidden = pairs
    trunks = [None] * LAYERS if kind == "none" else _trunk(p, mixed, LAYERS)
    for layer, trunk in enumerate(trunks):
        linear = p.linear(f"backbone.layer{layer}", hidden)
        if kind == "none":
            hidden = F.leaky_relu(linear, LEAKY_SLOPE)
            continue
        head = p.linear(f"modulation.head{layer}", trunk)
        if kind == "film":
            gamma, beta = head.chunk(2, -1)
            modulation[f"gamma{layer}"], modulation[f"beta{layer}"] = gamma, beta
            modulated = linear * gamma + beta
        else:
            gate = modulation[f"gate{layer}"] = torch.sigmoid(head)
            modulated = linear * gate
        hidden = F.leaky_relu(modulated, LEAKY_SLOPE)
    return p.linear("backbone.out", hidden)[..., 0], modulation


def _targets(layer: int) -> int:
    return 1 if layer == LAYERS - 1 else MODULES


def _add_soft(p: Parameters, sizes: Sizes, _kind: str, first: int, read: int) -> None:
    for layer in range(LAYERS):
        inputs = first if layer == 0 else sizes.module
        for module in range(MODULES):
            p.add_linear(f"backbone.layer{layer}.module{module}", inputs, sizes.module)
    p.add_linear("backbone.out", sizes.module, 1)
    _add_layers(p, "modulation.trunk", LAYERS, read, sizes.trunk)
    for layer in range(LAYERS):
        p.add_linear(f"modulation.route{layer}", sizes.trunk, MODULES * _targets(layer))


def _soft(p: Parameters, _kind: str, pairs: Tensor, mixed: Tensor) -> tuple[Tensor, dict]:
    """Equations 12 and 13: the weights into a module sum to 1 over its sources."""
    modulation = {}
    inputs = [pairs] * MODULES
    for layer, trunk in enumerate(_trunk(p, mixed, LAYERS)):
        logits = p.linear(f"modulation.route{layer}", trunk)
        route = logits.reshape(*logits.shape[:-1], MODULES, _targets(layer)).softmax(-2)
        modulation[f"route{layer}"] = route
        name = f"backbone.layer{layer}.module"
        values = [F.relu(p.linear(f"{name}{m}", x)) for m, x in enumerate(inputs)]
        mixed_values = torch.stack(values, -1) @ route
        inputs = list(mixed_values.unbind(-1))
    return p.linear("backbone.out", inputs[0])[..., 0], modulation
