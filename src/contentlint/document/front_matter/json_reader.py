"""JSON front matter (RFC 8259), read with the place of every key and value."""

from __future__ import annotations

import math
import re
from typing import Final

from contentlint.document.front_matter.model import Entry, ListValue, MapValue, StringValue, Value
from contentlint.document.front_matter.problems import FrontMatterProblem, ProblemKind
from contentlint.document.front_matter.scalars import MAX_DEPTH, TextBuilder, UnreadableError, string_value, verbatim
from contentlint.text import Span

_SPACE = re.compile(r"[ \t\r\n]*")
_STRING_START = re.compile(r'"[^"\\\x00-\x1f]*+(?:\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})[^"\\\x00-\x1f]*+)*')
_STRING = re.compile(_STRING_START.pattern + '"')
_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?(?![0-9A-Za-z.+-])")
_WORD = re.compile(r"(?:true|false|null)\b")
_ESCAPE = re.compile(r"\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|\\u[0-9a-fA-F]{4}|\\.")
_ESCAPES: Final = {"b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t", '"': '"', "\\": "\\", "/": "/"}
_WORDS: Final = {"true": True, "false": False}


def read_json(text: str, content: Span) -> tuple[MapValue | None, list[FrontMatterProblem]]:
    """Read a block of JSON, which begins with ``{``.

    Returns:
        The keys with their values (None when the block cannot be read), and the problems. Of a key that stands twice
        the last one counts, as in Go.
    """
    try:
        return _Reader(text, content).read_map(0), []
    except UnreadableError as failure:
        return None, [failure.problem]


class _Reader:
    """Reads values from left to right."""

    def __init__(self, text: str, content: Span) -> None:
        self._text: Final = text
        self._start: Final = content.start
        self._position = content.start
        self._end: Final = content.end

    def read_map(self, depth: int) -> MapValue:
        start = self._position
        self._position += 1
        entries: list[Entry] = []
        while self._another("}", first=not entries):
            key = self._string()
            if not self._take(":"):
                raise self._failure(ProblemKind.NO_COLON, key.text, placed=True)
            entries.append(Entry(key.text, key.span, self._value(depth + 1)))
        span = Span(start, self._position)
        return MapValue(span, raw=self._text[span.start : span.end], entries=tuple(entries))

    def _read_list(self, depth: int) -> ListValue:
        start = self._position
        self._position += 1
        items: list[Value] = []
        while self._another("]", first=not items):
            items.append(self._value(depth + 1))
        span = Span(start, self._position)
        return ListValue(span, raw=self._text[span.start : span.end], items=tuple(items))

    def _another(self, closing: str, *, first: bool) -> bool:
        """Step over a comma or the closing bracket; return whether a further member follows."""
        if self._take(closing):
            return False
        if not first and not self._take(","):
            raise self._failure(ProblemKind.SYNTAX, placed=True)
        return True

    def _value(self, depth: int) -> Value:
        text, position = self._text, self._skip_space()
        if depth > MAX_DEPTH:
            raise self._failure(ProblemKind.TOO_DEEP, str(MAX_DEPTH))
        char = text[position : position + 1]
        if char == "{":
            return self.read_map(depth)
        if char == "[":
            return self._read_list(depth)
        if char == '"':
            return self._string()
        if number := _NUMBER.match(text, position, self._end):
            self._position = number.end()
            raw, span = number[0], Span(*number.span())
            # Go reads every JSON number as a float64, and refuses what does not fit in one.
            if math.isinf(as_float := float(raw)):
                raise UnreadableError(ProblemKind.NUMBER, span, raw[:20])
            whole = raw.lstrip("-").isdigit()
            return Value(span, kind="integer" if whole else "float", raw=raw, python=int(raw) if whole else as_float)
        if word := _WORD.match(text, position, self._end):
            self._position = word.end()
            raw, span = word[0], Span(*word.span())
            if raw == "null":
                return Value(span, kind="null", raw=raw, python=None)
            return Value(span, kind="boolean", raw=raw, python=_WORDS[raw])
        raise self._failure(ProblemKind.NUMBER if char and char in "+-.0123456789" else ProblemKind.SYNTAX)

    def _string(self) -> StringValue:
        text, position = self._text, self._skip_space()
        if not (found := _STRING.match(text, position, self._end)):
            if broken := _STRING_START.match(text, position, self._end):
                self._position = broken.end()
                kind = (
                    ProblemKind.ESCAPE
                    if text[self._position : self._position + 1] == "\\"
                    else ProblemKind.UNCLOSED_QUOTE
                )
                raise self._failure(kind)
            raise self._failure(ProblemKind.SYNTAX)
        self._position = found.end()
        start, end = found.start() + 1, found.end() - 1
        span = Span(*found.span())
        if "\\" not in found[0]:
            return string_value(text, span, verbatim(text[start:end], start), '"')
        builder = TextBuilder()
        for escape in _ESCAPE.finditer(text, start, end):
            builder.copy(text, start, escape.start())
            builder.put(_unescaped(escape[0]), *escape.span())
            start = escape.end()
        builder.copy(text, start, end)
        return string_value(text, span, builder.done(), '"')

    def _take(self, mark: str) -> bool:
        position = self._skip_space()
        if not self._text.startswith(mark, position, self._end):
            return False
        self._position = position + 1
        return True

    def _skip_space(self) -> int:
        space = _SPACE.match(self._text, self._position, self._end)
        self._position = space.end() if space else self._position
        return self._position

    def _failure(self, kind: ProblemKind, detail: str = "", *, placed: bool = False) -> UnreadableError:
        place = min(self._position, self._end - 1)
        # Hugo names the place of what stands behind a whole key or value; for anything else the start of the block.
        stop = None if placed else self._start
        return UnreadableError(kind, Span(place, place + 1), detail or self._text[place], stop)


def _unescaped(escape: str) -> str:
    """Return what an escape stands for; half a surrogate pair becomes U+FFFD, as in Go."""
    if escape[1] != "u":
        return _ESCAPES[escape[1]]
    units = bytes.fromhex(escape.replace("\\u", ""))
    return units.decode("utf-16-be", "replace")
