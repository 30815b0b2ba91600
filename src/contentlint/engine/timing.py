"""Measures where the time of a run goes."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from time import process_time
from typing import Final


class Timing:
    """Processor time in seconds, and how often it was spent, by stage and by rule.

    What several rules need of a document (its words, say) is made when the first of them asks, and is counted with that
    rule. Stages may hold others: ``rules`` is all that rules took.
    """

    def __init__(self) -> None:
        self.stages: Final[dict[str, tuple[float, int]]] = {}
        self.rules: Final[dict[str, tuple[float, int]]] = {}

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        """Measure a stage."""
        start = process_time()
        try:
            yield
        finally:
            _add(self.stages, name, process_time() - start)

    @contextmanager
    def rule(self, name: str) -> Iterator[None]:
        """Measure a call of a rule."""
        start = process_time()
        try:
            yield
        finally:
            _add(self.rules, name, process_time() - start)


def _add(table: dict[str, tuple[float, int]], name: str, seconds: float) -> None:
    total, count = table.get(name, (0.0, 0))
    table[name] = (total + seconds, count + 1)
