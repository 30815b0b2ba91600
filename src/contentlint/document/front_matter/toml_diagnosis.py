"""From what tomllib says of broken TOML to what is wrong, at the place where Hugo sees it."""

from __future__ import annotations

import re
import tomllib
from typing import Final

from contentlint.document.front_matter.problems import FrontMatterProblem, ProblemKind
from contentlint.document.front_matter.scalars import first_bad
from contentlint.text import Span

_SAID = re.compile(r"(?P<what>.*) \(at (?:line (?P<line>\d+), column (?P<column>\d+)|end of document)\)", re.DOTALL)
_LINE = re.compile(r"[ \t]*(?:\[*(?P<key>[^=\n\]]*?)[ \t]*(?:\]|=[ \t]*(?P<value>.*)|$))")
_ESCAPE = re.compile(r"\\(?:(?P<bad>u(?![0-9a-fA-F]{4})|U(?![0-9a-fA-F]{8})|[^btnfr\"\\uU \t\r\n])|.)", re.DOTALL)
_BY_WORDS: Final = (
    ("Cannot overwrite", ProblemKind.DUPLICATE_KEY),
    ("Cannot declare", ProblemKind.DUPLICATE_KEY),
    ("Cannot mutate", ProblemKind.DUPLICATE_KEY),
    ("Cannot redefine", ProblemKind.DUPLICATE_KEY),
    ("Duplicate inline table key", ProblemKind.DUPLICATE_KEY),
    ("Expected '=' after a key", ProblemKind.NO_EQUALS),
    ("Illegal character '\\n'", ProblemKind.UNCLOSED_QUOTE),
    ("Unterminated string", ProblemKind.UNCLOSED_QUOTE),
    ("Unescaped '\\'", ProblemKind.ESCAPE),
    ("Invalid hex value", ProblemKind.ESCAPE),
    ("Escaped character", ProblemKind.ESCAPE),
    ("Invalid date or datetime", ProblemKind.NUMBER),
)


def diagnose(error: tomllib.TOMLDecodeError, text: str, content: Span) -> FrontMatterProblem:
    """Return the problem behind an error of tomllib in a block of a file."""
    said = _SAID.fullmatch(str(error))
    what = said["what"] if said else str(error)
    line_start, place = _place(said, text, content)
    line = _LINE.match(text, line_start, content.end)
    key = line["key"] if line else ""
    value_start = line.start("value") if line and line["value"] else place
    value = (line["value"] or "").strip() if line else ""
    kind = next((kind for words, kind in _BY_WORDS if what.startswith(words)), ProblemKind.SYNTAX)
    if value.startswith("{{"):
        return FrontMatterProblem(ProblemKind.TEMPLATE, Span(value_start, value_start + len(value)), value)
    if kind is ProblemKind.UNCLOSED_QUOTE and value[:1] in ("'", '"'):
        return FrontMatterProblem(kind, Span(value_start, value_start + 1), value[0])
    if kind is ProblemKind.ESCAPE and (escape := first_bad(_ESCAPE, text, line_start, content.end)):
        return FrontMatterProblem(kind, Span(*escape.span()), escape[0])
    if kind is ProblemKind.DUPLICATE_KEY and line and key:
        return FrontMatterProblem(kind, Span(*line.span("key")), key)
    if kind is ProblemKind.SYNTAX and value:
        if what == "Invalid value" and place == value_start:
            return FrontMatterProblem(ProblemKind.UNQUOTED_VALUE, Span(place, place + len(value)), value)
        if value[0] in "0123456789+-" and what.startswith("Expected newline"):
            return FrontMatterProblem(ProblemKind.NUMBER, Span(value_start, value_start + len(value)), value)
        if value[0] in "\"'" and what.startswith("Expected newline"):
            return FrontMatterProblem(ProblemKind.AFTER_QUOTE, Span(place, place + 1), value[0])
    return FrontMatterProblem(kind, Span(place, min(place + 1, len(text))), key if kind in _WITH_KEY else what)


_WITH_KEY: Final = (ProblemKind.DUPLICATE_KEY, ProblemKind.NO_EQUALS)


def _place(said: re.Match[str] | None, text: str, content: Span) -> tuple[int, int]:
    """Return where the line begins, and where on it tomllib stopped; at the end, the last line with something on it."""
    if said and said["line"]:
        start = content.start
        for _ in range(int(said["line"]) - 1):
            start = text.index("\n", start, content.end) + 1
        return start, min(start + int(said["column"]) - 1, content.end)
    end = content.start + len(text[content.start : content.end].rstrip())
    return max(text.rfind("\n", content.start, end) + 1, content.start), max(end - 1, content.start)
