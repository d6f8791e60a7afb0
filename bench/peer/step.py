"""One training step of the peer a line of input, in processor time. One thread.

Started by bench/rows/peer.ts: `PYTHON step.py GOLDEN TASKS SUPPORT QUERY`. Prints one JSON line about
itself, then, for every line read, the milliseconds of processor time of one step.
"""

import json
import os
import re
import sys
import time

os.environ["OMP_NUM_THREADS"] = "1"
os.environ["OPENBLAS_NUM_THREADS"] = "1"

import torch

from check import largest_error
from model import Film, hinge

PAIR = 64
TOLERANCE = 1e-4


def blas():
    """Files of the loaded libraries that multiply matrices: how torch was built does not tell."""
    with open("/proc/self/maps") as maps:
        paths = {line.split()[-1] for line in maps if "/" in line}
    found = (path for path in sorted(paths) if re.search(r"(libblas|openblas|mkl_core)", path))
    return ", ".join(os.path.realpath(path) for path in found) or "built into torch"


def main(golden, tasks, support, query):
    torch.manual_seed(1)
    torch.set_num_threads(1)
    error = largest_error(golden)
    if not error < TOLERANCE:
        sys.exit(f"the peer is another model: off by {error} from {golden}")
    model = Film()
    optimiser = torch.optim.Adam(model.parameters(), lr=1e-3, weight_decay=1e-5)
    pairs = torch.randn(support, tasks, PAIR + 2) / 2
    candidates = torch.randn(tasks, query, PAIR) / 2
    about = {"torch": torch.__version__, "blas": blas(), "error": error}
    print(json.dumps(about), flush=True)
    for _ in sys.stdin:
        start = time.process_time()
        optimiser.zero_grad()
        loss = hinge(model(pairs, candidates))
        loss.backward()
        optimiser.step()
        loss.item()
        print((time.process_time() - start) * 1000, flush=True)


main(sys.argv[1], *map(int, sys.argv[2:5]))
