"""Tests of kimdocs; the folders mirror the package, beside them properties, golden, faults and benchmarks."""
