"""TOML strings, numbers and dates (toml.io 1.1) with their places; the text is known to be valid."""

from __future__ import annotations

import re
import tomllib
from typing import Final

from contentlint.document.front_matter.model import StringValue, Value
from contentlint.document.front_matter.problems import ProblemKind
from contentlint.document.front_matter.scalars import TextBuilder, UnreadableError, string_value, verbatim
from contentlint.document.front_matter.toml_newer import as_toml_1_0
from contentlint.text import Span

_STRINGS: Final = (
    ('"""', re.compile(r'"""(?:\\.|[^\\])*?"{3,5}(?!")', re.DOTALL)),
    ("'''", re.compile(r"'''.*?'{3,5}(?!')", re.DOTALL)),
    ('"', re.compile(r'"(?:\\.|[^"\\\n])*"')),
    ("'", re.compile(r"'[^'\n]*'")),
)
_SPECIAL = re.compile(r"\\[ \t]*\r?\n\s*|\\x[0-9a-fA-F]{2}|\\u[0-9a-fA-F]{4}|\\U[0-9a-fA-F]{8}|\\.|\r\n")
_ESCAPES: Final = {"b": "\b", "t": "\t", "n": "\n", "f": "\f", "r": "\r", "e": "\x1b", '"': '"', "\\": "\\"}
_NEWLINE = re.compile(r"\r?\n")
_BARE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2} [0-9]{2}:[^\s,\]}#]+|[^\s,\]}#]+")
_DATE = re.compile(r"[0-9]{4}-|[0-9]{2}:")


def read_string(text: str, position: int) -> StringValue | None:
    """Read the string that begins at ``position``, None when there is none."""
    for quote, pattern in _STRINGS:
        if text.startswith(quote, position) and (found := pattern.match(text, position)):
            return _decode(text, Span(*found.span()), quote)
    return None


def _decode(text: str, span: Span, quote: str) -> StringValue:
    start, end = span.start + len(quote), span.end - len(quote)
    if len(quote) == 3 and (newline := _NEWLINE.match(text, start, end)):
        start = newline.end()
    content = text[start:end]
    if "\r\n" not in content and (quote[0] == "'" or "\\" not in content):
        return string_value(text, span, verbatim(content, start), quote)
    builder = TextBuilder()
    for special in _SPECIAL.finditer(text, start, end):
        escape = special[0]
        if escape != "\r\n" and quote[0] == "'":
            continue
        builder.copy(text, start, special.start())
        if escape == "\r\n":
            builder.put("\n", *special.span())
        elif escape[1] in "xuU" and len(escape) > 2:
            builder.put(chr(int.from_bytes(bytes.fromhex(escape[2:]))), *special.span())
        elif "\n" not in escape:
            builder.put(_ESCAPES.get(escape[1], escape[1]), *special.span())
        start = special.end()
    builder.copy(text, start, end)
    return string_value(text, span, builder.done(), quote)


def read_bare(text: str, position: int) -> Value | None:
    """Read the boolean, number or date that begins at ``position``, None when there is none."""
    found = _BARE.match(text, position)
    if found is None:
        return None
    raw, span = found[0], Span(*found.span())
    if raw in ("true", "false"):
        return Value(span, kind="boolean", raw=raw, python=raw == "true")
    if _DATE.match(raw):
        return Value(span, kind="date", raw=raw, python=tomllib.loads(as_toml_1_0(f"x = {raw}"))["x"])
    digits = raw.replace("_", "")
    try:
        number = int(digits, 0 if digits[:1] == "0" else 10)
    except ValueError:
        return Value(span, kind="float", raw=raw, python=float(digits))
    if not -(2**63) <= number < 2**63:
        raise UnreadableError(ProblemKind.NUMBER, span, raw)
    return Value(span, kind="integer", raw=raw, python=number)
