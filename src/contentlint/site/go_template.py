"""Splits a Go template into its text and the words of its actions.

It reads what a linter must know of Hugo's templates and does not run them. The time it takes is proportional to the
length of the template. Source: https://pkg.go.dev/text/template
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum
from typing import Final

from contentlint.text.records import NamedTuple


class Kind(Enum):
    """What a word of an action is."""

    FIELD = "field"  # .Page.Title; the names are ("Page", "Title"), and () for the dot alone
    VARIABLE = "variable"  # $x.Title; the names are ("$x", "Title")
    CHAIN = "chain"  # .Title behind a closing parenthesis or a function
    NAME = "name"  # a function or keyword
    STRING = "string"
    NUMBER = "number"
    MARK = "mark"  # | ( ) , = :=


class Word(NamedTuple):
    """A word of an action; ``value`` is the text, of a string its content, and ``names`` the parts of a field."""

    kind: Kind
    value: str
    names: tuple[str, ...] = ()


class TemplateText(NamedTuple):
    """What stands between two actions."""

    value: str


class Action(NamedTuple):
    """An action ``{{ … }}`` without comments."""

    words: tuple[Word, ...]

    def has_name(self, *names: str) -> bool:
        """Whether one of these functions or keywords occurs."""
        return any(word.kind is Kind.NAME and word.value in names for word in self.words)


_COMMENT: Final = re.compile(r"\{\{(?:-\s)?\s*/\*")
_WORD: Final = re.compile(
    r"""(?P<space>\s+)
    |(?P<end>-?\}\})
    |(?P<variable>\$\w*(?:\.\w+)*)
    |(?P<field>(?:\.[^\W\d]\w*)+)
    |(?P<number>[-+]?\.?\d[\w.]*)
    |(?P<dot>\.)
    |(?P<name>[^\W\d]\w*)
    |(?P<raw>`[^`]*`)
    |(?P<string>"(?:[^"\\\n]|\\.)*")
    |(?P<character>'(?:[^'\\\n]|\\.)*')
    |(?P<mark>:=|[|(),=])
    """,
    re.VERBOSE,
)
_ESCAPE: Final = re.compile(r"\\(.)")


def scan_template(text: str) -> Iterator[TemplateText | Action]:
    """Yield the texts and actions of a template in order; what follows a mistake that Hugo refuses is left out."""
    at = 0
    while (begin := text.find("{{", at)) >= 0:
        if begin > at:
            yield TemplateText(text[at:begin])
        if comment := _COMMENT.match(text, begin):
            end = text.find("*/", comment.end())
            close = text.find("}}", end + 2) if end >= 0 else -1
            if close < 0:
                return
            at = close + 2
            continue
        words, at = _read_action(text, begin + 2)
        if at < 0:
            return
        yield Action(words)
    if at < len(text):
        yield TemplateText(text[at:])


def _read_action(text: str, at: int) -> tuple[tuple[Word, ...], int]:
    """Return the words of an action and where it ends; the place is -1 when it is not closed or not valid."""
    if text.startswith("-", at) and text[at + 1 : at + 2].isspace():
        at += 1
    words: list[Word] = []
    spaced = True
    while match := _WORD.match(text, at):
        kind, value = match.lastgroup, match[0]
        at = match.end()
        if kind == "end":
            return tuple(words), at
        if kind == "space":
            spaced = True
            continue
        words.append(_word(kind or "", value, joined=bool(words) and not spaced))
        spaced = words[-1].value in {"(", "|", ",", "=", ":="}
    return (), -1


def _word(kind: str, value: str, *, joined: bool) -> Word:
    if kind == "variable":
        return Word(Kind.VARIABLE, value, tuple(value.split(".")))
    if kind == "field":
        return Word(Kind.CHAIN if joined else Kind.FIELD, value, tuple(value[1:].split(".")))
    if kind == "dot":
        return Word(Kind.FIELD, value)
    if kind == "string":
        return Word(Kind.STRING, _ESCAPE.sub(r"\1", value[1:-1]))
    if kind == "raw":
        return Word(Kind.STRING, value[1:-1])
    if kind in {"number", "character"}:
        return Word(Kind.NUMBER, value)
    return Word(Kind.NAME if kind == "name" else Kind.MARK, value)
