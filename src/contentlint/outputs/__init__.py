"""One module for each form in which results are shown; each has a class ``Output``."""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module
from typing import TYPE_CHECKING, Final, TextIO

if TYPE_CHECKING:
    from contentlint.outputs.output import Output
    from contentlint.outputs.results import Results, View

FOR_PEOPLE: Final = ("full", "grouped", "concise")
FOR_PROGRAMS: Final = (
    "json", "json-lines", "sarif", "github", "gitlab", "junit", "checkstyle", "rdjson", "markdown", "html",
)  # fmt: skip
FORMATS: Final = (*FOR_PEOPLE, *FOR_PROGRAMS)
"""The names of the formats: each is that of a module in this package, with ``_`` for ``-``."""


def make_output(name: str, stream: TextIO, view: View) -> Output:
    """Return what writes a format to a stream; its module is imported only now."""
    made: Output = import_module(f"{__name__}.{name.replace('-', '_')}").Output(stream, view)
    return made


def write(results: Results, outputs: Sequence[Output]) -> None:
    """Write results in one form or several, as they come."""
    try:
        for output in outputs:
            output.begin()
        for result in results:
            for output in outputs:
                output.add(result)
        for output in outputs:
            output.end(results)
    finally:
        for output in outputs:
            output.close()
