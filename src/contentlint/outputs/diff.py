"""What mending changes, as a unified diff."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import unified_diff

from contentlint.outputs.display import shown
from contentlint.text import SourceText

_NO_NEWLINE = "\\ No newline at end of file\n"


def diff(path: str, before: SourceText, after: SourceText) -> Iterator[str]:
    """Yield the lines of a diff, with their newlines, as ``git apply`` takes it."""
    name = shown(path)
    for line in unified_diff(_lines(before.text), _lines(after.text), f"a/{name}", f"b/{name}"):
        yield line
        if not line.endswith("\n"):
            yield f"\n{_NO_NEWLINE}"


def _lines(text: str) -> list[str]:
    # Only a line feed ends a line for git; ``splitlines`` knows many more ends.
    lines = text.split("\n")
    last = lines.pop()
    return [*(f"{line}\n" for line in lines), *([last] if last else [])]
