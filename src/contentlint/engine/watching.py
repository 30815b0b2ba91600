"""Keeps what is found in files up to date while they change."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Final

from contentlint.config import Settings
from contentlint.document.facts import facts_of
from contentlint.engine.results import FileResult
from contentlint.engine.runner import Checker, shown_path
from contentlint.text import SourceText
from contentlint.text.records import NamedTuple

_NEVER_ABOUT_PAGES: Final = frozenset({"node_modules", "__pycache__"})
_SETTINGS_FOLDER: Final = ".config"
_SETTINGS_FILE: Final = ".contentlint.toml"
_BUILT: Final = (("public",), ("resources", "_gen"))
"""What Hugo writes into a site."""


class Change(NamedTuple):
    """A file that changed; ``is_edit`` when it was there before and is there still."""

    path: Path
    is_edit: bool


def concerns_pages(path: Path, root: Path) -> bool:
    """Whether a change of a file may change what is found: not what is hidden, built, or a copy of an editor's."""
    parts = path.relative_to(root).parts if path.is_relative_to(root) else path.parts[-1:]
    if parts[-1].endswith(("~", ".swp", ".swx", ".tmp", ".part")) or parts[-1] == "4913":  # Vim tries that name
        return False
    hidden = any(part.startswith(".") and part not in (_SETTINGS_FOLDER, _SETTINGS_FILE) for part in parts)
    built = any(parts[: len(folder)] == folder for folder in _BUILT)
    return not hidden and not built and _NEVER_ABOUT_PAGES.isdisjoint(parts)


class Watched:
    """What is found in the files of a run, as of the last look.

    Args:
        load: reads the settings.
        find: returns the files to check.
        check: checks files; pages first, then what concerns whole sites.
    """

    def __init__(
        self,
        load: Callable[[], Settings],
        find: Callable[[Settings], Sequence[Path]],
        check: Callable[[Sequence[Path], Settings], Iterable[FileResult]],
    ) -> None:
        self._load: Final = load
        self._find: Final = find
        self._check: Final = check
        self._checker: Checker | None = None
        self._pages: dict[str, FileResult] = {}
        self._about_sites: list[FileResult] = []

    def everything(self) -> list[FileResult]:
        """Check all files with settings that are read anew.

        Raises:
            ConfigError: the settings cannot be used. What was found before is kept.
        """
        settings = self._load()
        pages: dict[str, FileResult] = {}
        about_sites: list[FileResult] = []
        for result in self._check(self._find(settings), settings):
            if result.path in pages:
                about_sites.append(result)
            else:
                pages[result.path] = result
        self.close()
        self._checker = Checker(settings)
        self._pages, self._about_sites = pages, about_sites
        return self._found()

    def after(self, changes: Iterable[Change]) -> list[FileResult]:
        """Check what changed and what depends on it.

        A page of which other pages see nothing new is checked alone. After anything else (a template, an image, a list of
        words, settings, a page that came or went, or that got another title or other headings) everything is.

        Raises:
            ConfigError: the settings cannot be used. What was found before is kept.
        """
        texts: dict[Path, SourceText] = {}
        for path, is_edit in changes:
            source = self._alone(path) if is_edit else None
            if source is None:
                return self.everything()
            texts[path] = source
        for path, source in texts.items():
            if self._checker is not None:
                self._pages[shown_path(path)] = self._checker.check_source(source, path)
        return self._found()

    def close(self) -> None:
        """End what was started."""
        if self._checker is not None:
            self._checker.close()

    def _found(self) -> list[FileResult]:
        return [*self._pages.values(), *self._about_sites]

    def _alone(self, path: Path) -> SourceText | None:
        """Return the new text of a page when no other page depends on what changed in it; else None."""
        known = self._pages.get(shown_path(path))
        if known is None or self._checker is None:
            return None
        try:
            source = SourceText.from_bytes(path.read_bytes())
        except OSError:
            return None
        before, after = (facts_of(self._checker.read(text, path)[0]) for text in (known.source, source))
        return source if before == after else None
