"""Front matter with the place of every key and value."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, Literal, TypeAlias

from contentlint.document.front_matter.problems import FrontMatterProblem
from contentlint.document.nodes import Node
from contentlint.text import Span
from contentlint.text.records import NamedTuple

Format: TypeAlias = Literal["yaml", "toml", "json", "org"]
Kind: TypeAlias = Literal["string", "boolean", "integer", "float", "date", "null", "list", "map"]


class Value(Node):
    """A value.

    Attributes:
        span: where it is written, quotation marks and brackets included. An empty value has an empty span.
        kind: its type as Hugo's parser sees it. YAML has no dates: Hugo reads them as text.
        raw: the text at ``span``.
        python: the value as Python has it (TOML's dates are ``datetime`` objects).
    """

    __slots__ = ("kind", "python", "raw")

    def __init__(self, span: Span, *, kind: Kind, raw: str, python: object) -> None:
        super().__init__(span)
        self.kind: Final = kind
        self.raw: Final = raw
        self.python: Final = python

    @property
    def content(self) -> Span:
        """Where the value stands, without quotation marks."""
        return self.span


class StringValue(Value):
    """A text, with the place of each of its characters.

    Attributes:
        text: the text itself, without quotation marks, escapes resolved and folded lines joined.
        quote: the marks around it: ``"`` or ``'`` (three of them in TOML), ``|`` or ``>`` for a block, empty for none.
        starts: for each character of ``text`` the offset in the file where it begins.
        ends: for each character the offset behind it.
    """

    __slots__ = ("ends", "quote", "starts", "text")

    def __init__(
        self, span: Span, *, raw: str, text: str, quote: str, starts: Sequence[int], ends: Sequence[int]
    ) -> None:
        super().__init__(span, kind="string", raw=raw, python=text)
        self.text: Final = text
        self.quote: Final = quote
        self.starts: Final = starts
        self.ends: Final = ends

    @property
    def content(self) -> Span:
        """From the first character of the text to the last; where it would stand when it is empty."""
        return self.span_of(0, len(self.text))

    @property
    def verbatim(self) -> bool:
        """Whether the text stands in the file as it is, without escapes or folded lines."""
        return self.content.end - self.content.start == len(self.text)

    def span_of(self, start: int, end: int) -> Span:
        """Return the place in the file of ``text[start:end]``."""
        if start < end:
            return Span(self.starts[start], self.ends[end - 1])
        if start < len(self.starts):
            return Span(self.starts[start], self.starts[start])
        place = self.ends[-1] if self.ends else self.span.start + len(self.quote)
        return Span(place, place)


class ListValue(Value):
    """A list; ``items`` are its values."""

    __slots__ = ("items",)

    def __init__(self, span: Span, *, raw: str, items: tuple[Value, ...]) -> None:
        super().__init__(span, kind="list", raw=raw, python=[item.python for item in items])
        self.items: Final = items


class Entry(NamedTuple):
    """A key with its value. ``key`` is the key as text; ``key_span`` holds its quotation marks too."""

    key: str
    key_span: Span
    value: Value

    @property
    def span(self) -> Span:
        """From the key to the end of the value."""
        return Span(self.key_span.start, max(self.key_span.end, self.value.span.end))


class MapValue(Value):
    """Keys with values.

    Attributes:
        entries: the keys in the order of the file. A key that stands twice is here twice; the last one counts.
        merged: keys taken over from elsewhere (YAML's ``<<``); those in ``entries`` go first.
    """

    __slots__ = ("_by_key", "entries", "merged")

    def __init__(self, span: Span, *, raw: str, entries: tuple[Entry, ...], merged: tuple[Entry, ...] = ()) -> None:
        every = (*merged, *entries)
        super().__init__(span, kind="map", raw=raw, python={entry.key: entry.value.python for entry in every})
        self.entries: Final = entries
        self.merged: Final = merged
        self._by_key: Final = {entry.key.lower(): entry for entry in every}

    def __iter__(self) -> Iterator[Entry]:
        return iter(self.entries)

    @property
    def known(self) -> tuple[Entry, ...]:
        """Every key that holds, merged ones included, once each."""
        return tuple(self._by_key.values())

    def get(self, key: str) -> Entry | None:
        """Return the entry of a key, in any case of letters, as Hugo looks it up."""
        return self._by_key.get(key.lower())


class FrontMatter(Node):
    """The front matter of a page.

    Attributes:
        span: the block with its delimiters.
        opening: the opening delimiter, or the first character where there is none (JSON, org).
        content: what stands between the delimiters.
        format: ``yaml``, ``toml``, ``json`` or ``org``.
        root: the keys with their values. Empty when the block could not be read.
    """

    __slots__ = ("content", "format", "opening", "root")

    def __init__(self, span: Span, *, opening: Span, content: Span, format_: Format, root: MapValue) -> None:
        super().__init__(span)
        self.opening: Final = opening
        self.content: Final = content
        self.format: Final = format_
        self.root: Final = root

    def get(self, *path: str) -> Entry | None:
        """Return the entry at a path of keys, in any case of letters: ``get("params", "author")``."""
        entry: Entry | None = None
        table: Value = self.root
        for key in path:
            entry = table.get(key) if isinstance(table, MapValue) else None
            if entry is None:
                return None
            table = entry.value
        return entry


class FrontMatterResult(NamedTuple):
    """What was found at the head of a file.

    ``front_matter`` is None when there is none. ``body`` is where the content begins and ends, also when the front
    matter is broken. ``problems`` is empty when Hugo reads the block.
    """

    front_matter: FrontMatter | None
    body: Span
    problems: tuple[FrontMatterProblem, ...]
