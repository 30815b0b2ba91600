"""Checking from a program of one's own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from contentlint.config import Settings, load_settings
from contentlint.engine.discovery import discover
from contentlint.engine.results import FileResult
from contentlint.engine.run import check_paths
from contentlint.engine.runner import check_source
from contentlint.rules.registry import builtin
from contentlint.text import SourceText


def lint_text(text: str, path: Path | str, *, settings: Settings | None = None, run_code: bool = True) -> FileResult:
    """Check a text as if it stood at ``path``, which need not exist.

    Args:
        text: the content of a file, front matter included, newlines as they are.
        path: where it stands or will stand; the site around it and its settings are looked for from there.
        settings: the settings to use instead.
        run_code: whether rules in Python that the settings name may be run; not so for folders of people one does not know.

    Raises:
        ConfigError: the settings do not fit; with all that is wrong with them.
    """
    place = Path(path)
    return check_source(SourceText(text), place, settings or load_settings(place, builtin(), run_code=run_code))


def lint_paths(
    paths: Sequence[Path | str], *, settings: Settings | None = None, run_code: bool = True
) -> Iterator[FileResult]:
    """Check files and folders, and yield the outcome of each file; a file may come again for what concerns its whole site.

    What a baseline notes is yielded, too.

    Args:
        paths: at least one file or folder.
        settings: the settings to use; else they are looked for from the first path.
        run_code: whether rules in Python that the settings name may be run.

    Raises:
        ConfigError: the settings do not fit; with all that is wrong with them.
        FileNotFoundError: a path does not exist, or a folder cannot be read.
    """
    places = [Path(path) for path in paths]
    settings = settings or load_settings(places[0], builtin(), run_code=run_code)
    found = discover(places, settings.is_excluded)
    for notice in found.notices:
        if notice.is_error:
            raise FileNotFoundError(notice.message.render("en"))
    yield from check_paths(found.files, settings)
