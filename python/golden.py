"""Makes the reference vectors: `python3 python/golden.py OUT [SEED]` (needs torch).

Seed 1, the default, makes `tests/golden`; another seed makes files of the same form with other
values and sizes. `npm run golden:make` finds a Python with torch, and compares what it made.
"""

import sys
from pathlib import Path

import torch

from reference import files
from reference.measures import adam_file, metrics_file
from reference.model import CONFIGURATIONS, EXTENSIONS, cmml_file, extension_file
from reference.parameters import Draws
from reference.baselines import dcn_file, melu_file
from reference.sizes import sizes_of


def make(folder: Path, seed: int) -> None:
    """Writes every file; all draws are from one seed, so the order of the files is part of it."""
    folder.mkdir(parents=True, exist_ok=True)
    draws, sizes = Draws(seed), sizes_of(seed)
    for configuration in CONFIGURATIONS:
        files.write(folder, "-".join(configuration), cmml_file(draws, sizes, *configuration))
    files.write(folder, "adam", adam_file(draws))
    files.write(folder, "dcn", dcn_file(draws, sizes))
    for steps in (1, 3):
        files.write(folder, f"melu-{steps}step", melu_file(draws, sizes, steps))
    files.write(folder, "metrics", metrics_file(draws))
    for name, modulation, options in EXTENSIONS:
        files.write(folder, f"ranking-mean-{name}", extension_file(draws, sizes, modulation, options))


if __name__ == "__main__":
    if len(sys.argv) not in (2, 3):
        sys.exit(__doc__)
    torch.set_default_dtype(torch.float64)
    torch.set_num_threads(1)
    make(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) == 3 else 1)
