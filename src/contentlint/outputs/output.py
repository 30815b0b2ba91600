"""What every form of output is."""

from __future__ import annotations

from typing import Final, TextIO

from contentlint.engine.results import FileResult
from contentlint.outputs.results import Results, View


class Output:
    """Writes results in one form. Each calls ``begin``, then ``add`` for each result, and ``end`` when all are there.

    A form that can be written bit by bit is, so that memory does not grow with the site.

    Args:
        stream: where it goes.
        view: how the reader wants it.
    """

    def __init__(self, stream: TextIO, view: View) -> None:
        self.stream: Final = stream
        self.view: Final = view

    def begin(self) -> None:
        """Write what stands before the first result."""

    def add(self, result: FileResult) -> None:
        """Take in the results for a file; a file may come again."""
        raise NotImplementedError

    def end(self, results: Results) -> None:
        """Write what is left; ``results`` has counted everything by now."""

    def close(self) -> None:
        """Let go of what is held, whatever happened."""
