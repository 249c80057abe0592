"""How fast planversion is beside its peers: one harness, several sizes, the same run.

`python -m benchmarks` from the repository root; `docs/benchmarks.md` says what is measured and why.
"""
