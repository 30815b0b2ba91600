"""YAML scalars: their text with the place of each character, and their types as Hugo's parser (goccy/go-yaml) has them."""

from __future__ import annotations

import math
import re
from typing import Final

from contentlint.document.front_matter.model import Kind
from contentlint.document.front_matter.scalars import Decoded, TextBuilder, verbatim

_FOLD = re.compile(r"[ \t]*(\r\n|[\n\r])(?:[ \t]*(?:\r\n|[\n\r]))*[ \t]*")
_LINE_BREAK = re.compile(r"\r\n|[\n\r]")
_PLAIN_SPECIAL = re.compile(_FOLD.pattern + r"|\t+")
_ESCAPES: Final = {
    "0": "\0", "a": "\a", "b": "\b", "t": "\t", "\t": "\t", "n": "\n", "v": "\v", "f": "\f", "r": "\r", "e": "\x1b",
    " ": " ", '"': '"', "/": "/", "\\": "\\", "N": "\x85", "_": "\xa0", "L": "\u2028", "P": "\u2029",
}  # fmt: skip
_HEX_DIGITS: Final = {"x": 2, "u": 4, "U": 8}
_DOUBLE_QUOTED = re.compile(
    r"\\(?:\r\n|[\n\r])[ \t]*|\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|\\x[0-9a-fA-F]{2}|\\u[0-9a-fA-F]{4}|\\U[0-9a-fA-F]{8}|\\.|[ \t]*(?:\r\n|[\n\r])\s*",
    re.DOTALL,
)
_NULLS: Final = frozenset({"", "~", "null", "Null", "NULL"})
_BOOLEANS: Final = {"true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False}
_FLOATS: Final = {
    ".inf": math.inf, ".Inf": math.inf, ".INF": math.inf, "-.inf": -math.inf, "-.Inf": -math.inf, "-.INF": -math.inf,
    ".nan": math.nan, ".NaN": math.nan, ".NAN": math.nan,
}  # fmt: skip
_DECIMAL = re.compile(r"-?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?", re.ASCII)


def _folded(breaks: str) -> str:
    """Return what a line break in a flow scalar stands for: a space, or one newline less than there are."""
    return "\n" * (len(_LINE_BREAK.findall(breaks)) - 1) or " "


def decode_plain(source: str, start: int, end: int) -> Decoded:
    """Decode a scalar without quotation marks; Hugo drops tabs inside it."""
    if not _PLAIN_SPECIAL.search(source, start, end):
        return verbatim(source[start:end], start)
    builder = TextBuilder()
    for fold in _PLAIN_SPECIAL.finditer(source, start, end):
        builder.copy(source, start, fold.start())
        if fold[0].strip("\t"):
            builder.put(_folded(fold[0]), *fold.span())
        start = fold.end()
    builder.copy(source, start, end)
    return builder.done()


_SINGLE_QUOTED = re.compile(r"''|" + _FOLD.pattern)


def decode_single_quoted(source: str, start: int, end: int) -> Decoded:
    """Decode a scalar in single quotation marks; the span includes them."""
    start, end = start + 1, end - 1
    content = source[start:end]
    if "'" not in content and "\n" not in content and "\r" not in content:
        return verbatim(content, start)
    builder = TextBuilder()
    for special in _SINGLE_QUOTED.finditer(source, start, end):
        builder.copy(source, start, special.start())
        builder.put("'" if special[0] == "''" else _folded(special[0]), *special.span())
        start = special.end()
    builder.copy(source, start, end)
    return builder.done()


def decode_double_quoted(source: str, start: int, end: int) -> Decoded:
    """Decode a scalar in double quotation marks; the span includes them."""
    start, end = start + 1, end - 1
    content = source[start:end]
    if "\\" not in content and "\n" not in content and "\r" not in content:
        return verbatim(content, start)
    builder = TextBuilder()
    for special in _DOUBLE_QUOTED.finditer(source, start, end):
        builder.copy(source, start, special.start())
        token = special[0]
        if token[0] != "\\":
            builder.put(_folded(token), *special.span())
        elif token[1] in _HEX_DIGITS and len(token) > 2:
            builder.put(_character(token), *special.span())
        elif token[1] not in "\r\n":
            builder.put(_ESCAPES.get(token[1], token[1]), *special.span())
        start = special.end()
    builder.copy(source, start, end)
    return builder.done()


def _character(escape: str) -> str:
    r"""Return what ``\\x``, ``\\u``, ``\\U`` or a pair of surrogates stands for."""
    if len(escape) == 12:
        return bytes.fromhex(escape.replace("\\u", "")).decode("utf-16-be")
    code = int.from_bytes(bytes.fromhex(escape[2:]))
    return "\ufffd" if code > 0x10FFFF or 0xD800 <= code < 0xE000 else chr(code)


def decode_block(source: str, start: int, end: int, *, value: str, shown: str, base: int) -> Decoded:
    """Decode a literal or folded block.

    Args:
        source: the file.
        start: offset of the ``|`` or ``>``.
        end: offset behind the block.
        value: the text that the parser made of ``shown``; every line of the block stands in it, in order.
        shown: the front matter as the parser saw it.
        base: offset of ``shown`` in the file.
    """
    builder = TextBuilder()
    header = _LINE_BREAK.search(source, start, end)
    begin = header.end() if header else end
    lines = []
    position = begin
    while position < end:
        line_break = _LINE_BREAK.search(source, position, end)
        stop = line_break.start() if line_break else end
        lines.append((position, stop))
        position = line_break.end() if line_break else end
    indents = [
        len(shown[a - base : b - base]) - len(shown[a - base : b - base].lstrip(" "))
        for a, b in lines
        if shown[a - base : b - base].strip()
    ]
    explicit = re.match(r"[|>][+-]?([1-9])", source[start:end])
    first = next((line for line in lines if shown[line[0] - base : line[1] - base].strip()), None)
    done, last = 0, begin
    if first is not None:
        indent = indents[0] if not explicit else min(indents)
        for a, b in lines:
            piece = shown[a + indent - base : b - base] if b - a > indent else ""
            if not piece:
                continue
            found = value.find(piece, done)
            if found < 0:
                piece = piece.rstrip()
                found = value.find(piece, done) if piece else -1
            if found < 0:
                continue
            builder.put(value[done:found], last, a + indent)
            builder.copy(source, a + indent, a + indent + len(piece))
            done, last = found + len(piece), a + indent + len(piece)
    builder.put(value[done:], last, min(last + 1, end))
    return builder.done()


def resolve_plain(text: str) -> tuple[Kind, object]:
    """Return type and value of a scalar without quotation marks: YAML 1.2 with goccy's own numbers."""
    if text in _NULLS:
        return "null", None
    if text in _BOOLEANS:
        return "boolean", _BOOLEANS[text]
    if text in _FLOATS:
        return "float", _FLOATS[text]
    if text[0] in "+-.0123456789" and (number := _number(text)) is not None:
        return ("float" if isinstance(number, float) else "integer"), number
    return "string", text


def resolve_tagged(tag: str, text: str) -> tuple[Kind, object]:
    """Return type and value of a scalar with one of YAML's own tags; any other tag leaves a text."""
    if tag == "tag:yaml.org,2002:null":
        return "null", None
    kind, python = resolve_plain(text)
    return (kind, python) if kind == _TAGS.get(tag) else ("string", text)


_TAGS: Final = {
    "tag:yaml.org,2002:bool": "boolean",
    "tag:yaml.org,2002:int": "integer",
    "tag:yaml.org,2002:float": "float",
}


def key_text(text: str, kind: Kind, python: object) -> str:
    """Return a plain key as Hugo names it: numbers, booleans and null in their shortest form."""
    if kind == "boolean":
        return str(python).lower()
    if kind == "null":
        return "null"
    if isinstance(python, float) and python.is_integer():
        return str(int(python))
    return text if kind == "string" else str(python)


def _number(text: str) -> int | float | None:
    dots = text.count(".")
    if dots > 1 or not text.isascii() or text.startswith("_"):
        return None
    digits = text.removeprefix("+").removeprefix("-").replace("_", "")
    sign = "-" if text.startswith("-") else ""
    base = 10
    if digits[:2] in ("0x", "0o", "0b"):
        base = {"x": 16, "o": 8, "b": 2}[digits[1]]
        digits = digits[2:]
    elif len(digits) > 1 and digits[0] == "0" and not dots:
        base = 8
    elif dots:
        number = float(sign + digits) if _DECIMAL.fullmatch(sign + digits) else math.inf
        return number if math.isfinite(number) else None
    if not digits.isalnum():
        return None
    try:
        integer = int(sign + digits, base)
    except ValueError:
        return None
    return integer if -(2**63) <= integer < 2**64 else None
