"""A small trained model that tells which form of a verb its surroundings ask for."""

from __future__ import annotations

import zlib
from array import array
from collections.abc import Iterable
from functools import cache
from math import exp
from typing import Final

from contentlint.language.forms import DATA
from contentlint.text.records import NamedTuple

MODEL_FILE: Final = "nl-grammar-verbs.bin"
BUCKETS: Final = 1 << 16
"""Number of places that descriptions are hashed to."""


class Expected(NamedTuple):
    """How likely the surroundings ask for each form; the three add up to 1."""

    stem: float
    third: float
    participle: float


class VerbModel:
    """Multinomial logistic regression over hashed descriptions, with weights of one byte.

    The file is compressed by zlib. Its first line holds the size of one step of a weight and the three intercepts, its
    second line the frequent words that stand for themselves in descriptions; three weights a bucket follow.

    Args:
        data: the content of the file.

    Raises:
        ValueError: the data is no such file.
    """

    def __init__(self, data: bytes) -> None:
        try:
            head, words, weights = zlib.decompress(data).split(b"\n", 2)
        except (zlib.error, ValueError) as error:
            message = f"not a model of verb forms: {error}"
            raise ValueError(message) from error
        self._step, *self._intercepts = [float(number) for number in head.split()]
        self.frequent: Final = frozenset(words.decode().split())
        self._weights: Final = array("b", weights)
        if len(self._weights) != 3 * BUCKETS:
            message = f"a model of verb forms has {3 * BUCKETS} weights, not {len(self._weights)}"
            raise ValueError(message)

    @staticmethod
    def encode(step: float, intercepts: Iterable[float], frequent: Iterable[str], weights: bytes) -> bytes:
        """Return the content of a model's file."""
        head = " ".join(f"{number:.6g}" for number in (step, *intercepts))
        return zlib.compress(f"{head}\n{' '.join(sorted(frequent))}\n".encode() + weights, 9)

    def expected(self, features: Iterable[str]) -> Expected:
        """Return how likely each form is in the described surroundings."""
        weights = self._weights
        stem = third = participle = 0
        for feature in features:
            at = 3 * bucket(feature)
            stem += weights[at]
            third += weights[at + 1]
            participle += weights[at + 2]
        scores = [
            total * self._step + intercept
            for total, intercept in zip((stem, third, participle), self._intercepts, strict=True)
        ]
        top = max(scores)
        powers = [exp(score - top) for score in scores]
        total = sum(powers)
        return Expected(*(power / total for power in powers))


def bucket(feature: str) -> int:
    """Return the place of a description: the same on every machine."""
    return zlib.crc32(feature.encode()) % BUCKETS


@cache
def dutch_verb_model() -> VerbModel:
    """Return the model for Dutch, read once."""
    return VerbModel((DATA / MODEL_FILE).read_bytes())
