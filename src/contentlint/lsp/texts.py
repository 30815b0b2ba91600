"""The texts that a client has open, as they are in its hands: saved or not."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final, TypeAlias

from lsprotocol import types

from contentlint.lsp.places import Places
from contentlint.lsp.uris import path_of
from contentlint.text import Edit, SourceText, Span, Units

Change: TypeAlias = types.TextDocumentContentChangePartial | types.TextDocumentContentChangeWholeDocument

_HALVES: Final = re.compile("[\ud800-\udfff]")
_LOST: Final = "\ufffd"


class OpenText:
    """A text that a client has open.

    Attributes:
        uri: its address.
        path: where it is, or would be saved.
        version: the client's number of it.
        source: the text as it is now.
        edits: how often it changed here; unlike ``version`` it always grows.
        is_saved: whether it may be what is on disk.
    """

    __slots__ = ("_raw", "_units", "edits", "is_saved", "path", "source", "uri", "version")

    def __init__(self, uri: str, path: Path, version: int, text: str, units: Units) -> None:
        self.uri: Final = uri
        self.path: Final = path
        self._units: Final = units
        self.edits = 0
        self.is_saved = True
        self.version = version
        self._raw = ""
        self.source = SourceText("")
        self._take(text)

    @property
    def places(self) -> Places:
        """Turns its places into those of the protocol and back."""
        return Places(self.source, self._units)

    def change(self, version: int, changes: Sequence[Change]) -> Iterator[Edit | None]:
        """Apply changes one after another, and yield what each did; None for a whole new text."""
        self.version = version
        for change in changes:
            if isinstance(change, types.TextDocumentContentChangePartial):
                start, end = self.places.span(change.range)
                self._take(self._raw[:start] + change.text + self._raw[end:])
                yield Edit(Span(start, end), change.text)
            else:
                self._take(change.text)
                yield None
        self.edits += 1
        self.is_saved = False

    def _take(self, text: str) -> None:
        # Halves of a character may come one by one from a client that counts in UTF-16; no file can hold one.
        if _HALVES.search(text):
            text = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "surrogatepass")
        self._raw = text
        self.source = SourceText(_HALVES.sub(_LOST, text))


class Texts:
    """All texts that the client has open.

    Args:
        units: what the client's columns count.
        folder: where a text would be saved of which the client does not say so.
    """

    def __init__(self, units: Units, folder: Path) -> None:
        self._units: Final = units
        self._folder: Final = folder
        self._open: Final[dict[str, OpenText]] = {}

    def __iter__(self) -> Iterator[OpenText]:
        return iter(list(self._open.values()))

    def get(self, uri: str) -> OpenText | None:
        """Return the text with an address; None when the client has none open there."""
        return self._open.get(uri)

    def open(self, item: types.TextDocumentItem) -> OpenText:
        """Take in a text that the client opens."""
        path = path_of(item.uri) or self._folder / "untitled.md"
        text = self._open[item.uri] = OpenText(item.uri, path, item.version, item.text, self._units)
        return text

    def close(self, uri: str) -> None:
        """Forget a text."""
        self._open.pop(uri, None)
