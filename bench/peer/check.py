"""Whether the peer's model is the model: its scores, loss and gradients against a golden file."""

import json

import torch

from model import Film, hinge, named


def largest_error(path):
    """Largest difference from the golden file, relative to the largest value of its tensor."""
    with open(path) as file:
        golden = json.load(file)
    sizes = golden["config"]["sizes"]
    model = Film(sizes["pairDim"], sizes["gruHidden"], sizes["trunk"], sizes["width"])
    parameters = named(model)
    assert set(parameters) == set(golden["params"]), "other parameters than the golden file"
    with torch.no_grad():
        for name, tensors in parameters.items():
            for tensor, values in zip(tensors, tensor_of(golden["params"][name]).chunk(len(tensors))):
                tensor.copy_(values)
    pairs, labels, query = (
        tensor_of(golden["inputs"][name]) for name in ("supportPairs", "supportLabels", "queryPairs")
    )
    scores = model(torch.cat([pairs, labels], dim=2).transpose(0, 1), query)
    loss = hinge(scores)
    loss.backward()
    expected = golden["expected"]
    found = {"scores": scores, "loss": loss}
    errors = [error(found[name], expected[name]) for name in found]
    for name, tensors in parameters.items():
        gradient = torch.cat([tensor.grad for tensor in tensors])
        errors.append(error(gradient, expected["grads"][name]))
    return max(errors)


def tensor_of(golden):
    return torch.tensor(golden["data"]).reshape(golden["shape"])


def error(found, golden):
    expected = tensor_of(golden)
    scale = max(1e-3, expected.abs().max().item())
    return (found.detach() - expected).abs().max().item() / scale
