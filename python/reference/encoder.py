"""From a support set to a context: equations 6 (mean, max) and 7 (gru)."""

import torch
from torch import Tensor
from torch.nn import functional as F

from .parameters import Parameters
from .sizes import Sizes


def add_labels(p: Parameters, sizes: Sizes) -> None:
    """What turns a rating into a vector; ranking labels are one-hot and need nothing."""
    p.add_linear("encoder.label0", 1, sizes.rating_label)
    p.add_linear("encoder.label1", sizes.rating_label, sizes.rating_label)


def rating_vectors(p: Parameters, stars: Tensor) -> Tensor:
    """`stars [B, S]` -> `[B, S, rating_label]`"""
    return p.linear("encoder.label1", F.relu(p.linear("encoder.label0", stars[..., None])))


def add_encoder(p: Parameters, sizes: Sizes, kind: str, inputs: int) -> None:
    if kind != "gru":
        p.add_linear("encoder.pair0", inputs, sizes.pool_hidden)
        p.add_linear("encoder.pair1", sizes.pool_hidden, sizes.pool_hidden)
        p.add_linear("encoder.pair2", sizes.pool_hidden, sizes.pair)
        return
    hidden = sizes.gru_hidden
    p.add("encoder.gru.weightIh", 3 * hidden, inputs, scale=p.WEIGHT)
    p.add("encoder.gru.weightHh", 3 * hidden, hidden, scale=p.WEIGHT)
    p.add("encoder.gru.biasIh", 3 * hidden, scale=p.BIAS)
    p.add("encoder.gru.biasHh", 3 * hidden, scale=p.BIAS)
    p.add_linear("encoder.out0", hidden, hidden)
    p.add_linear("encoder.out1", hidden, sizes.pair)


def encode(p: Parameters, kind: str, labelled: Tensor) -> Tensor:
    """`labelled [B, S, inputs]` (pair and label) -> context `C [B, D]`"""
    if kind == "gru":
        return p.linear("encoder.out1", F.relu(p.linear("encoder.out0", last_state(p, labelled))))
    hidden = F.relu(p.linear("encoder.pair0", labelled))
    each = p.linear("encoder.pair2", F.relu(p.linear("encoder.pair1", hidden)))
    return each.mean(1) if kind == "mean" else each.max(1).values


def prototypes(pairs: Tensor, liked: Tensor) -> tuple[Tensor, Tensor]:
    """Mean of the likes in units of `sqrt((n var + 3) / (n + 3))`, and mean of the dislikes, `[B, D]` each."""
    likes, dislikes = [], []
    for own, labels in zip(pairs, liked):
        chosen = own[labels == 1]
        n, deviation = len(chosen), chosen.var(0, unbiased=False)
        likes.append(chosen.mean(0) / ((n * deviation + 3) / (n + 3)).sqrt())
        dislikes.append(own[labels == 0].mean(0))
    return torch.stack(likes), torch.stack(dislikes)


def last_state(p: Parameters, sequence: Tensor) -> Tensor:
    """A GRU over `sequence [B, S, inputs]` from zero, gate by gate: `[B, H]`."""
    weight_ih, bias_ih = p["encoder.gru.weightIh"], p["encoder.gru.biasIh"]
    weight_hh, bias_hh = p["encoder.gru.weightHh"], p["encoder.gru.biasHh"]
    state = torch.zeros(sequence.shape[0], weight_hh.shape[1], dtype=sequence.dtype)
    for step in sequence.unbind(1):
        input_r, input_z, input_n = (step @ weight_ih.T + bias_ih).chunk(3, -1)
        state_r, state_z, state_n = (state @ weight_hh.T + bias_hh).chunk(3, -1)
        reset = torch.sigmoid(input_r + state_r)
        update = torch.sigmoid(input_z + state_z)
        new = torch.tanh(input_n + reset * state_n)
        state = (1 - update) * new + update * state
    return state
