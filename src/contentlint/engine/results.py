"""What a run gives back."""

from __future__ import annotations

from pathlib import Path

from contentlint.rules.base import BoundMessage, Violation
from contentlint.text import SourceText
from contentlint.text.records import NamedTuple


class FileResult(NamedTuple):
    """The outcome for one file.

    Attributes:
        path: the file as it is shown to people: relative to the current directory when it lies below it, with ``/``.
        source: the text that was checked; nothing where nothing was found and the run was told that nobody wants it.
        language: the language of the page, empty when unknown.
        violations: sorted by place.
    """

    path: str
    source: SourceText
    language: str
    violations: tuple[Violation, ...]


class Notice(NamedTuple):
    """Something about the run itself that people should know; an error makes the run fail."""

    path: Path | None
    message: BoundMessage
    is_error: bool = False
