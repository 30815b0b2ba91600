"""What an SVG says of itself: whether browsers can show it, and whether it holds scripts.

Source: https://www.w3.org/TR/SVG2/struct.html and what Chromium does with an SVG in ``<img>``.
"""

from __future__ import annotations

import enum
from typing import BinaryIO, Final

_NAMESPACE: Final = "http://www.w3.org/2000/svg"
_CHUNK: Final = 65536
_LIMIT: Final = 16 * 2**20
"""Bytes; of a larger file only the beginning is looked at."""


class Verdict(enum.Enum):
    """What browsers make of a file."""

    FINE = "fine"
    OTHER = "no SVG"
    BROKEN = "not well-formed"
    NO_NAMESPACE = "no namespace"


def read_svg(file: BinaryIO) -> tuple[Verdict, bool]:
    """Return what browsers make of an SVG, and whether it holds a script. Nothing outside the file is read.

    Args:
        file: an open file, at its beginning.
    """
    from xml.parsers import expat  # noqa: PLC0415 - only for pages with an SVG

    reader = _Reader()
    # Without a handler for them, external entities are passed over; expat itself stops entities that multiply.
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.StartElementHandler = reader.start
    left = _LIMIT
    try:
        while left > 0 and (data := file.read(min(_CHUNK, left))):
            left -= len(data)
            parser.Parse(data, False)
        if left > 0:
            parser.Parse(b"", True)
    except (expat.ExpatError, ValueError, LookupError):  # the last two: an encoding that does not exist
        return (Verdict.OTHER if reader.root is None else reader.verdict(broken=True)), reader.script
    return reader.verdict(broken=False), reader.script


class _Reader:
    """Looks at the elements as they come."""

    def __init__(self) -> None:
        self.root: str | None = None
        self.script = False

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if self.root is None:
            self.root = name
        if name.rpartition(" ")[2].lower() == "script" or any(map(_runs, attributes.items())):
            self.script = True

    def verdict(self, *, broken: bool) -> Verdict:
        namespace, _, name = (self.root or "").rpartition(" ")
        if name != "svg":
            return Verdict.OTHER
        if namespace != _NAMESPACE:
            return Verdict.NO_NAMESPACE
        return Verdict.BROKEN if broken else Verdict.FINE


def _runs(attribute: tuple[str, str]) -> bool:
    """Whether an attribute is a script."""
    name, value = attribute
    return name.lower().startswith("on") or (
        name.rpartition(" ")[2] == "href" and value.strip().lower().startswith("javascript:")
    )
