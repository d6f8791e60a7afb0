"""The form of a reference file: tensors as `{shape, data}`, row by row, nine decimals."""

import json
from pathlib import Path

from torch import Tensor

DECIMALS = 9


def numbers(tensor: Tensor) -> list[float]:
    return [round(value, DECIMALS) for value in tensor.detach().reshape(-1).tolist()]


def tensor(value: Tensor) -> dict:
    return {"shape": list(value.shape), "data": numbers(value)}


def tensors(named: dict[str, Tensor]) -> dict[str, dict]:
    return {name: tensor(value) for name, value in named.items()}


def write(folder: Path, name: str, content: dict) -> None:
    (folder / f"{name}.json").write_text(json.dumps(content))
