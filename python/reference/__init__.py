"""CMML, its baselines and its measures from their equations, in float64: what makes `tests/golden`.

Plain functions on named tensors, written apart from `src/model` and from `cmml.py`, so that agreeing
with them proves something. Linear weights are `[out, in]` (`y = W x + b`), a GRU's gates are stacked
r, z, n. Symbols: `B` tasks, `S` support pairs, `Q` query pairs, `D` size of a pair vector.
"""
