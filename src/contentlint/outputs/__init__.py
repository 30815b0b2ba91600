"""One module for each form in which results are shown; each has a function ``write(results, stream, view)``."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import TYPE_CHECKING, Final, TextIO

if TYPE_CHECKING:
    from contentlint.outputs.results import Results, View

FORMATS: Final = ("full", "concise", "json")
"""The names of the formats: each is that of a module in this package."""

Writer = Callable[["Results", TextIO, "View"], None]


def writer(name: str) -> Writer:
    """Return what writes a format; its module is imported only now."""
    found: Writer = import_module(f"{__name__}.{name}").write
    return found
