"""Benchmarks are collected only when they are named on the command line."""

from __future__ import annotations


def pytest_collect_file(file_path, parent):
    """Collect ``bench_*.py``."""
    import pytest

    if file_path.name.startswith("bench_") and file_path.suffix == ".py":
        return pytest.Module.from_parent(parent, path=file_path)
    return None
