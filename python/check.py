"""Checks cmml.py: `python3 python/check.py GOLDEN CASES`. One JSON line a check, `{name, error}`.

GOLDEN holds reference vectors. CASES holds exports of the page with inputs and scores
(`scripts/lib/python-cases.ts`); each is loaded, scored, trained for one step and saved again under
`CASES/saved`, with the scores that the page should find. Errors are relative to the largest value.
"""

import json
import sys
from pathlib import Path

import torch

from cmml import CMML, FileError, load, save


def main(golden, cases):
    torch.set_num_threads(1)
    torch.manual_seed(1)
    for file in sorted(golden.glob("*.json")):
        content = json.loads(file.read_text())
        if "modulation" in content.get("config", {}):
            report(f"golden: {file.stem}", golden_error(content))
    saved = cases / "saved"
    saved.mkdir()
    for file in sorted(cases.glob("*.safetensors")):
        report(f"loads: {file.stem}", case_error(file, saved / file.name))
    report("refuses what is damaged", float(unrefused(next(cases.glob("*.safetensors")))))


def report(name, error):
    print(json.dumps({"name": name, "error": error}), flush=True)


def golden_error(content):
    """Largest error of context, scores, loss and all gradients, in float64."""
    inputs = {name: tensor_of(value) for name, value in content["inputs"].items()}
    labels = inputs["supportLabels"]
    model = CMML(content["config"]).double()
    model.load_state_dict({name: tensor_of(value) for name, value in content["params"].items()})
    # Ranking labels are one-hot in the file; the model takes their first column.
    support = (inputs["supportPairs"], labels if labels.dim() == 2 else labels[..., 0], None)
    context = model.encode(*support)
    scores = model.predict(context, inputs["queryPairs"], support=support)
    ratings = inputs.get("queryRatings")
    loss = hinge(scores) if ratings is None else ((ratings - scores) ** 2).mean()
    loss.backward()
    expected = content["expected"]
    found = {"context": context, "scores": scores, "loss": loss}
    return max(
        *(error(found[name], tensor_of(expected[name])) for name in found),
        *(error(p.grad, tensor_of(expected["grads"][name])) for name, p in model.named_parameters()),
    )


def case_error(file, target):
    """How far the scores of an export are from the page's; afterwards a changed model is saved."""
    content = json.loads(file.with_suffix(".json").read_text())
    inputs = {name: torch.tensor(value) for name, value in content["inputs"].items()}
    arguments = [inputs.get(name) for name in
                 ("supportPairs", "supportLabels", "queryPairs", "supportMask", "statistics")]  # fmt: skip
    model = load(file)
    with torch.no_grad():
        found = error(model(*arguments), torch.tensor(content["scores"]))
    optimiser = torch.optim.Adam(model.parameters(), lr=1e-2)
    (model(*arguments) ** 2).mean().backward()
    optimiser.step()
    save(model, target)
    with torch.no_grad():
        scores = model(*arguments)
        again = load(target)(*arguments)
    target.with_suffix(".json").write_text(json.dumps({"scores": scores.tolist()}))
    return max(found, error(again, scores))


def unrefused(file):
    """How many kinds of damage are let through."""
    content = file.read_bytes()
    last = bytes([content[-1] ^ 1])
    damaged = [b"", content[:5], content[:100], content[:-4], content[:-1] + last, b"x" * 100]
    passed = 0
    for number, bad in enumerate(damaged):
        target = file.parent / "saved" / f"damaged{number}"
        target.write_bytes(bad)
        try:
            load(target)
            passed += 1
        except FileError:
            pass
        target.unlink()
    return passed


def hinge(scores):
    positive, negative = scores.chunk(2, dim=1)
    return torch.relu(1 - positive + negative).mean()


def tensor_of(golden):
    return torch.tensor(golden["data"], dtype=torch.float64).reshape(golden["shape"])


def error(found, expected):
    if found is None or found.shape != expected.shape:
        return float("inf")
    scale = max(1e-3, expected.abs().max().item())
    return (found.detach() - expected).abs().max().item() / scale


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
