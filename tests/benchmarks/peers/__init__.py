"""Amounts and votes read by kimdocs and by other packages, on the same texts.

``uv run --group peers python -m tests.benchmarks.peers``
"""
