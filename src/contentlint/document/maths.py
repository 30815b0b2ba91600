"""Formulas in running text, as MathJax and KaTeX find them on a page."""

from __future__ import annotations

import re
from bisect import bisect_left

from contentlint.text import Span

_OPENING = re.compile(
    r"\$\$|\\{1,2}[(\[]|\\begin\{(?P<environment>[a-z]+\*?)\}"
    r"|(?<![\w$\\])\$(?=[^\s$])(?P<inline>[^$\n]{1,300})(?<=[^\s\\])\$(?![\w$])"
)
_ENVIRONMENT_END = re.compile(r"\\end\{([a-z]+\*?)\}")
_CLOSING = {"$$": "$$", "\\(": "\\)", "\\[": "\\]", "\\\\(": "\\\\)", "\\\\[": "\\\\]"}
_DOLLAR_SIGNS_OF_MATHS = re.compile(r"[\\^_={}<>|+*/]|^\w{1,2}$")
_ESCAPE_SIGNS_OF_MATHS = re.compile(r"\\[A-Za-z]|[\^_=]|^\s*\w\s*$")


def maths_spans(text: str, span: Span) -> list[Span]:
    r"""Return where the formulas of a run of text stand, in order and without overlap.

    Dollar signs are also money, and ``\[`` is also an escaped bracket: those count only around what looks like a formula.

    Args:
        text: the file.
        span: the run, at most one paragraph.
    """
    start, limit = span
    if text.find("$", start, limit) < 0 and text.find("\\", start, limit) < 0:
        return []
    spans: list[Span] = []
    absent: set[str] = set()
    environment_ends: dict[str, list[int]] | None = None
    position = start
    while opening := _OPENING.search(text, position, limit):
        position = opening.end()
        end = -1
        if opening["inline"] is not None:
            if _DOLLAR_SIGNS_OF_MATHS.search(opening["inline"]):
                end = opening.end()
            else:
                position = opening.start() + 1
        elif opening["environment"] is not None:
            if environment_ends is None:
                environment_ends = {}
                for found in _ENVIRONMENT_END.finditer(text, opening.end(), limit):
                    environment_ends.setdefault(found[1], []).append(found.end())
            ends = environment_ends.get(opening["environment"], [])
            index = bisect_left(ends, opening.end())
            end = ends[index] if index < len(ends) else -1
        elif (closing := _CLOSING[opening[0]]) not in absent:
            found_at = text.find(closing, opening.end(), limit)
            if found_at < 0:
                absent.add(closing)
            elif len(opening[0]) != 2 or opening[0] == "$$" or _formula_in_escapes(text[opening.end() : found_at]):
                end = found_at + len(closing)
        if end >= 0:
            spans.append(Span(opening.start(), end))
            position = end
    return spans


def _formula_in_escapes(inner: str) -> bool:
    return len(inner) <= 5000 and _ESCAPE_SIGNS_OF_MATHS.search(inner) is not None
