"""Writes the comments that silence findings into files."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

from contentlint.config import Settings
from contentlint.engine.discovery import EXTENSIONS
from contentlint.engine.results import FileResult, Notice
from contentlint.engine.runner import Checker
from contentlint.engine.silencing import silence
from contentlint.engine.writing import WriteRefusedError, replace_file
from contentlint.rules.base import Message, Violation
from contentlint.rules.contentlint.encoding import Encoding
from contentlint.rules.contentlint.file_not_checked import FileNotChecked
from contentlint.rules.system_errors import reason_of
from contentlint.text.records import NamedTuple

_ABOUT_FILES: Final = (Encoding.info, FileNotChecked.info)
"""Rules about files that are no readable pages: there is no text into which a comment can go."""

_CHANGED: Final = Message(
    en="{path} was changed meanwhile or lies outside this folder, so nothing was written.",
    nl="{path} is intussen veranderd of ligt buiten deze map, en is daarom niet geschreven.",
)
_NOT_WRITTEN: Final = Message(
    en="{path} could not be written ({reason}).", nl="{path} kon niet geschreven worden ({reason})."
)


class SilencedFile(NamedTuple):
    """The outcome for one file.

    Attributes:
        result: what is left to be found in it.
        silenced: the violations that are silent now.
        notice: what went wrong, if anything.
    """

    result: FileResult
    silenced: tuple[Violation, ...] = ()
    notice: Notice | None = None


def silence_files(results: Iterable[FileResult], settings: Settings, reason: str) -> Iterator[SilencedFile]:
    """Silence what was found in files, and yield the outcome of each.

    Args:
        results: what was found; a file may come again for what concerns its whole site.
        settings: the settings of the run; only files below their root are written through links.
        reason: why, for the comments.
    """
    found: dict[str, FileResult] = {}
    for result in results:
        earlier = found.get(result.path)
        if earlier is not None:
            result = earlier._replace(violations=(*earlier.violations, *result.violations))  # noqa: PLW2901
        if result.violations:
            found[result.path] = result
        elif earlier is None:
            yield SilencedFile(result)
    with Checker(settings) as checker:
        for result in found.values():
            yield _silence_file(checker, result, settings, reason)


def _silence_file(checker: Checker, result: FileResult, settings: Settings, reason: str) -> SilencedFile:
    path = Path(result.path)
    if path.suffix.lower() not in EXTENSIONS or any(one.rule in _ABOUT_FILES for one in result.violations):
        return SilencedFile(result)
    silenced = silence(
        result.source,
        result.violations,
        reason,
        lambda source: checker.check_source(source, path).violations,
        settings.registry,
    )
    if silenced.source is result.source:
        return SilencedFile(result)
    try:
        replace_file(path, result.source.to_bytes(), silenced.source.to_bytes(), settings.root)
    except WriteRefusedError:
        return SilencedFile(result, (), Notice(path, _CHANGED(path=result.path), is_error=True))
    except OSError as error:
        notice = _NOT_WRITTEN(path=result.path, reason=reason_of(error))
        return SilencedFile(result, (), Notice(path, notice, is_error=True))
    return SilencedFile(result._replace(violations=silenced.left), silenced.silenced)
