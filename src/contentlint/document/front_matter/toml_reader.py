"""TOML front matter: tomllib says whether it is valid, a scanner finds the place of every key and value."""

from __future__ import annotations

import re
import tomllib
from typing import Final, TypeAlias

from contentlint.document.front_matter.model import Entry, ListValue, MapValue, Value
from contentlint.document.front_matter.problems import FrontMatterProblem, ProblemKind
from contentlint.document.front_matter.scalars import MAX_DEPTH, UnreadableError
from contentlint.document.front_matter.toml_diagnosis import diagnose
from contentlint.document.front_matter.toml_newer import as_toml_1_0
from contentlint.document.front_matter.toml_scalars import read_bare, read_string
from contentlint.text import Span

_GAP = re.compile(r"(?:[ \t\r\n]+|#[^\n]*)*")
_SPACE = re.compile(r"[ \t]*")
# tomllib's time and memory grow with the square of the number of parts.
_LONG_KEY = re.compile(rf"(?<![A-Za-z0-9_\"'-])(?:[A-Za-z0-9_\"'-]++[ \t]*+\.[ \t]*+){{{MAX_DEPTH}}}")
_LONG_NUMBER = re.compile(r"[0-9][0-9_]{4000,}")
_BARE_KEY = re.compile(r"[A-Za-z0-9_-]+")


class _Table:
    """A table under construction; a key may come back later in the file."""

    __slots__ = ("end", "key_spans", "members", "start")

    def __init__(self, start: int) -> None:
        self.start = start
        self.end = start
        self.members: dict[str, _Member] = {}
        self.key_spans: dict[str, Span] = {}


class _Tables:
    """An array of tables (``[[resources]]``)."""

    __slots__ = ("items",)

    def __init__(self) -> None:
        self.items: list[_Table] = []


_Member: TypeAlias = _Table | _Tables | Value
_Key: TypeAlias = tuple[str, Span]


def read_toml(text: str, content: Span) -> tuple[MapValue | None, list[FrontMatterProblem]]:
    """Read a block of TOML.

    Returns:
        The keys with their values (None when the block cannot be read), and the problems.
    """
    block = text[content.start : content.end]
    if deep := _LONG_KEY.search(block):
        start = content.start + deep.start()
        return None, [_too_deep(Span(start, start + 1))]
    try:
        _check(block)
        return _Scanner(text, content).scan(), []
    except tomllib.TOMLDecodeError as error:
        return None, [diagnose(error, text, content)]
    except ValueError:  # a whole number of more digits than Python turns into one
        place = _LONG_NUMBER.search(text, *content)
        span = Span(*place.span()) if place else Span(content.start, content.start)
        return None, [FrontMatterProblem(ProblemKind.NUMBER, span, text[span.start : span.start + 20])]
    except RecursionError:
        return None, [_too_deep(Span(content.start, content.start))]
    except UnreadableError as failure:
        return None, [failure.problem]


def _check(block: str) -> None:
    """Have tomllib judge a block; raises what it says of it."""
    try:
        tomllib.loads(block)
    except tomllib.TOMLDecodeError:
        if not _is_newer(block):
            raise


def _is_newer(block: str) -> bool:
    """Whether a block is TOML 1.1."""
    older = as_toml_1_0(block)
    try:
        tomllib.loads(older)
    except tomllib.TOMLDecodeError:
        return False
    return True


def _too_deep(span: Span) -> FrontMatterProblem:
    return FrontMatterProblem(ProblemKind.TOO_DEEP, span, str(MAX_DEPTH))


class _Scanner:
    """Walks through valid TOML from left to right."""

    def __init__(self, text: str, content: Span) -> None:
        self._text: Final = text
        self._position = content.start
        self._content: Final = content

    def scan(self) -> MapValue:
        root = _Table(self._content.start)
        root.end = self._content.end
        table = root
        while self._skip_gap() < self._content.end:
            if self._text.startswith("[", self._position):
                table = self._header(root)
            else:
                self._assign(table, 0)
                table.end = self._position
        return self._freeze(root, 0)

    def _header(self, root: _Table) -> _Table:
        start = self._position
        brackets = 2 if self._text.startswith("[[", start) else 1
        self._position += brackets
        *parents, (name, span) = self._key()
        self._position = self._skip_space() + brackets
        parent = self._descend(root, parents)
        parent.key_spans.setdefault(name, span)
        member = parent.members.get(name)
        table = _Table(start)
        if brackets == 2:
            tables = member if isinstance(member, _Tables) else _Tables()
            tables.items.append(table)
            parent.members[name] = tables
        elif isinstance(member, _Table):
            table = member
        else:
            parent.members[name] = table
        table.end = self._position
        return table

    def _descend(self, table: _Table, keys: list[_Key]) -> _Table:
        if len(keys) > MAX_DEPTH:
            raise UnreadableError(ProblemKind.TOO_DEEP, keys[0][1], str(MAX_DEPTH))
        for name, span in keys:
            member = table.members.setdefault(name, _Table(span.start))
            table.key_spans.setdefault(name, span)
            if isinstance(member, _Tables):
                member = member.items[-1]
            if isinstance(member, Value):  # pragma: no cover - tomllib has refused it
                raise UnreadableError(ProblemKind.DUPLICATE_KEY, span, name)
            table = member
        return table

    def _assign(self, table: _Table, depth: int) -> None:
        """Read ``key = value`` into a table."""
        *parents, (name, span) = self._key()
        table = self._descend(table, parents)
        self._position = self._skip_space() + 1
        self._skip_space()
        table.key_spans[name] = span
        table.members[name] = self._value(depth + 1)
        table.end = self._position

    def _key(self) -> list[_Key]:
        parts: list[_Key] = []
        while True:
            position = self._skip_space()
            quoted = read_string(self._text, position)
            bare = _BARE_KEY.match(self._text, position)
            if quoted:
                parts.append((quoted.text, quoted.span))
            elif bare:
                parts.append((bare[0], Span(*bare.span())))
            else:  # pragma: no cover - tomllib has refused it
                raise UnreadableError(ProblemKind.SYNTAX, Span(position, position + 1))
            self._position = parts[-1][1].end
            if not self._text.startswith(".", self._skip_space()):
                return parts
            self._position += 1

    def _value(self, depth: int) -> Value:
        text, start = self._text, self._position
        if depth > MAX_DEPTH:
            raise UnreadableError(ProblemKind.TOO_DEEP, Span(start, start + 1), str(MAX_DEPTH))
        if text[start] == "[":
            return self._list(depth)
        if text[start] == "{":
            return self._inline_table(depth)
        value = read_string(text, start) or read_bare(text, start)
        if value is None:  # pragma: no cover - tomllib has refused it
            raise UnreadableError(ProblemKind.SYNTAX, Span(start, start + 1))
        self._position = value.span.end
        return value

    def _list(self, depth: int) -> ListValue:
        start = self._position
        self._position += 1
        items: list[Value] = []
        while not self._text.startswith("]", self._skip_gap()):
            items.append(self._value(depth + 1))
            if self._text.startswith(",", self._skip_gap()):
                self._position += 1
        self._position += 1
        return ListValue(Span(start, self._position), raw=self._text[start : self._position], items=tuple(items))

    def _inline_table(self, depth: int) -> MapValue:
        start = self._position
        self._position += 1
        table = _Table(start)
        while not self._text.startswith("}", self._skip_gap()):
            self._assign(table, depth)
            if self._text.startswith(",", self._skip_gap()):
                self._position += 1
        self._position += 1
        table.end = self._position
        return self._freeze(table, depth)

    def _freeze(self, table: _Table, depth: int) -> MapValue:
        if depth > MAX_DEPTH:
            raise UnreadableError(ProblemKind.TOO_DEEP, Span(table.start, table.start + 1), str(MAX_DEPTH))
        entries = []
        for name, member in table.members.items():
            value: Value
            if isinstance(member, _Table):
                value = self._freeze(member, depth + 1)
            elif isinstance(member, _Tables):
                items = tuple(self._freeze(item, depth + 1) for item in member.items)
                span = Span(items[0].span.start, items[-1].span.end)
                value = ListValue(span, raw=self._text[span.start : span.end], items=items)
            else:
                value = member
            entries.append(Entry(name, table.key_spans[name], value))
        end = max([table.end, *(entry.value.span.end for entry in entries)])
        span = Span(table.start, end)
        return MapValue(span, raw=self._text[span.start : span.end], entries=tuple(entries))

    def _skip_gap(self) -> int:
        return self._skip(_GAP)

    def _skip_space(self) -> int:
        return self._skip(_SPACE)

    def _skip(self, pattern: re.Pattern[str]) -> int:
        if match := pattern.match(self._text, self._position, self._content.end):
            self._position = match.end()
        return self._position
