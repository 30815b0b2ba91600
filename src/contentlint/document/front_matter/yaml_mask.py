"""What Hugo's YAML parser accepts and PyYAML does not, replaced by something harmless of the same length."""

from __future__ import annotations

import re
from typing import Final

_UNPRINTABLE: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")
_VALUE: Final = r"(?:(?<=:)|(?<=^-)|(?<=[ \t]-))"
_LENIENT: Final = re.compile(
    rf"(?P<tab>{_VALUE}[ \t]*\t[ \t]*|[ \t]*\t[ \t]*(?=\r?$))"
    r"|(?:(?<=: )|(?<=- )|^)(?P<sign>,|\}|%(?<=- %))"
    r"|(?P<surrogates>\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2})",
    re.MULTILINE,
)
_FILLER: Final = {"tab": " ", "sign": "x", "surrogates": "x"}


def printable(text: str) -> str:
    """Return the text with each character that YAML does not allow replaced by ``·``."""
    return _UNPRINTABLE.sub("·", text)


def lenient(text: str) -> str:
    """Return the text with what only Hugo accepts replaced; the length stays the same."""
    return _LENIENT.sub(_fill, text)


def _fill(match: re.Match[str]) -> str:
    group = match.lastgroup or "tab"
    start, end = match.span(group)
    if match["sign"] == "}" and "{" in match.string[match.string.rfind("\n", 0, start) + 1 : start]:
        return match[0]
    head = match.string[match.start() : start]
    return head + _FILLER[group] * (end - start)
