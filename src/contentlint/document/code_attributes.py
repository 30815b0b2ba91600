"""The attributes in braces behind the opening fence of a code block, as Goldmark reads them.

Sources: Goldmark's ``parser/attribute.go`` and Hugo's ``markup/goldmark/codeblocks`` by their behaviour in Hugo 0.168.
"""

from __future__ import annotations

import re
from typing import Final, TypeAlias

from contentlint.text.records import NamedTuple

AttributeValue: TypeAlias = "str | bool | float | tuple[AttributeValue, ...] | None"

_BRACES = re.compile(r"\{([^{}]*)\}")
_SPACE = re.compile(r"[ \t\r\n\f\v]*")
_COMMA = re.compile(r"[ \t\r\n\f\v]*,?[ \t\r\n\f\v]*")
_SHORT = re.compile(r"[#.]((?:[\w:.-]|[^\x00-\x7f])*)", re.ASCII)
_NAME = re.compile(r"[A-Za-z_:][\w:.-]*", re.ASCII)
_EQUALS = re.compile(r"[ \t\r\n\f\v]*=[ \t\r\n\f\v]*")
_STRING = re.compile(r'"((?:[^"\\]|\\.)*)"', re.DOTALL)
_NUMBER = re.compile(r"[-+]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][-+]?\d+)?", re.ASCII)
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")
_WORDS: Final[dict[str, bool | None]] = {"true": True, "false": False, "null": None}
_DEPTH: Final = 20


class CodeAttributes(NamedTuple):
    """Attributes behind a fence.

    Attributes:
        start: where the opening brace stands in the text behind the fence.
        end: where the closing brace ends.
        values: the attributes by name, in order; None when Hugo cannot read them and stops.
    """

    start: int
    end: int
    values: tuple[tuple[str, AttributeValue], ...] | None


def read_code_attributes(info: str) -> CodeAttributes | None:
    """Return the attributes in the text behind a fence; None when there are none.

    Hugo takes what stands between the first closing brace and the last opening one before it.
    """
    found = _BRACES.search(info)
    if found is None:
        return None
    return CodeAttributes(found.start(), found.end(), _read(found[1]))


def _read(text: str) -> tuple[tuple[str, AttributeValue], ...] | None:
    if not text:
        return ()
    values: list[tuple[str, AttributeValue]] = []
    at = 0
    while True:
        at = _after(_SPACE, text, at)
        if short := _SHORT.match(text, at):
            values.append(("id" if short[0][0] == "#" else "class", short[1]))
            at = short.end()
        elif (name := _NAME.match(text, at)) and (equals := _EQUALS.match(text, name.end())):
            value = _read_value(text, equals.end(), 0)
            if value is None:
                return None
            values.append((name[0], value[0]))
            at = value[1]
        else:
            return None
        at = _after(_COMMA, text, at)
        if at == len(text):
            return tuple(values)


def _read_value(text: str, at: int, depth: int) -> tuple[AttributeValue, int] | None:
    """Return the value at a place and where it ends; None when there is none."""
    if string := _STRING.match(text, at):
        return _ESCAPE.sub(r"\1", string[1]), string.end()
    if number := _NUMBER.match(text, at):
        return float(number[0]), number.end()
    if word := _NAME.match(text, at):
        return _WORDS.get(word[0], word[0]), word.end()
    if text.startswith("[", at) and depth < _DEPTH:
        return _read_list(text, at + 1, depth)
    return None


def _read_list(text: str, at: int, depth: int) -> tuple[AttributeValue, int] | None:
    items: list[AttributeValue] = []
    at = _after(_SPACE, text, at)
    if text.startswith("]", at):
        return (), at + 1
    while (value := _read_value(text, at, depth + 1)) is not None:
        items.append(value[0])
        at = _after(_SPACE, text, value[1])
        if text.startswith("]", at):
            return tuple(items), at + 1
        at = _after(_COMMA, text, at)
    return None


def _after(pattern: re.Pattern[str], text: str, at: int) -> int:
    match = pattern.match(text, at)
    return at if match is None else match.end()
