"""Writes TOML with comments."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from json import dumps
from typing import Final

from contentlint.outputs.display import shown, wrap
from contentlint.rules.base import BoundMessage

WIDTH: Final = 100
_BARE: Final = re.compile(r"[A-Za-z0-9_-]+")
_FORBIDDEN: Final = re.compile("[\x7f\ud800-\udfff]")
_SIGNS_OF_GLOBS: Final = re.compile(r"[*?\[\]{},]")


def value(given: object) -> str:
    """Return a text, number, truth value or list of these as TOML writes it.

    JSON's notation is TOML's too, but for two kinds of characters; a half character, which is none, becomes ``?``.
    """
    text = dumps(given, ensure_ascii=False)
    return _FORBIDDEN.sub(lambda match: "\\u007f" if match[0] == "\x7f" else "?", text)


def key(name: str) -> str:
    """Return a key, between quotation marks where it needs them."""
    return name if _BARE.fullmatch(name) else value(name)


def as_glob(path: str) -> str:
    """Return a pattern that fits a path, whatever signs of patterns are in it."""
    return _SIGNS_OF_GLOBS.sub("?", path)


def comment(message: BoundMessage, language: str) -> Iterator[str]:
    """Yield the lines of a comment."""
    for line in wrap(shown(message.render(language)), WIDTH - 2):
        yield f"# {line}"


def listed(names: Iterable[str], limit: int = 8) -> str:
    """Return names between commas; of a long list the first, and an ellipsis."""
    every = [*names]
    return ", ".join(every[:limit]) + (", …" if len(every) > limit else "")


def list_lines(name: str, items: Iterable[str]) -> Iterator[str]:
    """Yield the lines of a key with a list of texts: one line, or one line for each text when that is too long."""
    texts = [value(item) for item in items]
    line = f"{key(name)} = [{', '.join(texts)}]"
    if len(line) <= WIDTH:
        yield line
        return
    yield f"{key(name)} = ["
    yield from (f"    {text}," for text in texts)
    yield "]"
