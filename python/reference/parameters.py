"""Seeded draws, and the named parameters of one model."""

import torch
from torch import Tensor


class Draws:
    """Every number of one run, from one seed: a file depends on those made before it."""

    def __init__(self, seed: int):
        self.generator = torch.Generator().manual_seed(seed)

    def normal(self, *shape: int, scale: float = 1.0) -> Tensor:
        return torch.randn(*shape, generator=self.generator, dtype=torch.float64) * scale

    def whole(self, low: int, high: int, *shape: int) -> Tensor:
        """Whole numbers from `low` to `high`, both included."""
        drawn = torch.randint(low, high + 1, shape, generator=self.generator)
        return drawn.to(torch.float64)

    def stars(self, *shape: int) -> Tensor:
        """Ratings from 0.5 to 5 in half stars."""
        return self.whole(1, 10, *shape) / 2

    def some_of(self, count: int, wanted: int) -> list[int]:
        """`wanted` different indices below `count`, sorted."""
        return sorted(torch.randperm(count, generator=self.generator)[:wanted].tolist())


class Parameters(dict):
    """Tensors by name, in the order in which they were drawn. All of them take gradients."""

    WEIGHT, BIAS = 0.5, 0.2

    def __init__(self, draws: Draws):
        super().__init__()
        self.draws = draws

    def add(self, name: str, *shape: int, scale: float) -> None:
        self[name] = self.draws.normal(*shape, scale=scale).requires_grad_()

    def add_linear(self, name: str, inputs: int, outputs: int) -> None:
        self.add(f"{name}.weight", outputs, inputs, scale=self.WEIGHT)
        self.add(f"{name}.bias", outputs, scale=self.BIAS)

    def linear(self, name: str, x: Tensor) -> Tensor:
        """`W x + b` along the last axis."""
        return x @ self[f"{name}.weight"].T + self[f"{name}.bias"]

    def gradients(self, loss: Tensor) -> dict[str, Tensor]:
        """Of every parameter; zero for one that the loss does not read."""
        found = torch.autograd.grad(loss, list(self.values()), allow_unused=True)
        return {
            name: torch.zeros_like(tensor) if gradient is None else gradient
            for (name, tensor), gradient in zip(self.items(), found)
        }
