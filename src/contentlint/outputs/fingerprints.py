"""One text for each violation by which hosts of code know it again."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from hashlib import sha256

from contentlint.engine.fingerprints import fingerprint
from contentlint.engine.results import FileResult


def fingerprints(result: FileResult) -> Iterator[str]:
    """Yield 32 hexadecimal digits for each violation of a file, in their order, each but once in all files.

    They say what the violation is about, in which file, and how many like it stand before it; not on which line.
    """
    met: Counter[tuple[str, str]] = Counter()
    for violation in result.violations:
        known_by = fingerprint(result.source, violation)
        key = (known_by.rule, known_by.what)
        met[key] += 1
        text = "\0".join((result.path, *key, str(met[key])))
        yield sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:32]
