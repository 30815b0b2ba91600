"""TOML 1.1 written as TOML 1.0, which is what Python reads.

Hugo reads both. New in TOML 1.1 are lines, remarks and a last comma in inline tables, times without seconds, and two
escapes (https://toml.io/en/v1.1.0).
"""

from __future__ import annotations

import re
from typing import Final

_PIECE: Final = re.compile(
    r'''(?P<basic>"""(?:[^\\]|\\.)*?"{3,5}|"(?:[^"\\\n]|\\.)*")
    |(?P<literal>\'\'\'.*?'{3,5}|'[^'\n]*')
    |(?P<lone>["'])
    |(?P<remark>\#[^\n]*)
    |(?P<newline>\r?\n)
    |(?P<bracket>[{}\[\]])
    |(?P<comma>,)
    |(?P<time>(?<![\w:+-])(?:\d{4}-\d\d-\d\d[Tt ])?\d\d:\d\d(?![:\d]))
    ''',
    re.VERBOSE | re.DOTALL | re.ASCII,
)
_ESCAPE: Final = re.compile(r"\\(?:x([0-9a-fA-F]{2})|(e)|.)", re.DOTALL)


def as_toml_1_0(text: str) -> str:
    """Return the text with what is new in TOML 1.1 written as TOML 1.0 has it; what is wrong stays wrong."""
    written: list[str] = []
    open_brackets: list[str] = []
    last = before_last = ""  # what was written last but space
    at = comma = 0
    for piece in _PIECE.finditer(text):
        if piece.lastgroup == "lone":
            return text  # what follows a quotation mark that nothing closes cannot be told
        between = text[at : piece.start()]
        written.append(between)
        if between.strip():
            last, before_last = between, last
        at = piece.end()
        found = piece[0]
        in_table = open_brackets[-1:] == ["{"]
        if piece.lastgroup in ("remark", "newline") and in_table:
            written.append(" ")
            continue
        if piece.lastgroup == "basic":
            found = _ESCAPE.sub(_older_escape, found)
        elif piece.lastgroup == "time":
            found += ":00"
        elif found in ("{", "["):
            open_brackets.append(found)
        elif piece.lastgroup == "bracket" and open_brackets:
            if open_brackets.pop() == "{" and last == "," and before_last not in ("{", ","):
                written[comma] = ""
        elif found == ",":
            comma = len(written)
        if piece.lastgroup != "newline":
            last, before_last = found, last
        written.append(found)
    return "".join((*written, text[at:]))


def _older_escape(escape: re.Match[str]) -> str:
    if escape[1] is not None:
        return f"\\u00{escape[1]}"
    return "\\u001b" if escape[2] is not None else escape[0]
