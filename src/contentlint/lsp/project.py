"""Texts that share their settings: what checks them, what is known of their site, and what is noted of old findings."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Final, NamedTuple

from contentlint.config import Settings, load_settings
from contentlint.config.files import NAMES, PYPROJECT
from contentlint.config.problems import ConfigError, ConfigProblem
from contentlint.document import Document
from contentlint.engine.baseline import Baseline
from contentlint.engine.cache import Cache
from contentlint.engine.discovery import EXTENSIONS, default_paths, pages_below
from contentlint.engine.outcomes import Outcome as Examined
from contentlint.engine.results import FileResult, Notice
from contentlint.engine.runner import Checker, read_page
from contentlint.engine.saved import Saved
from contentlint.engine.watching import concerns_pages
from contentlint.lsp.site_pages import SitePages
from contentlint.rules.base import Violation
from contentlint.rules.languagetool.languagetool import LanguageTool
from contentlint.rules.registry import builtin
from contentlint.site import Page
from contentlint.text import SourceText

_READ_ANEW: Final = frozenset((".toml", ".yaml", ".yml", ".json", ".txt", ".py", ".html", ".htm", ".xml"))
"""Endings of files after whose change nothing of before is sure: settings, lists of words, templates."""


class Outcome(NamedTuple):
    """What a check of a text came to.

    Attributes:
        own: what is wrong in it, by place.
        about: what rules about the whole site say of it.
        language: the language of its page.
        elsewhere: what is wrong with the settings of its site and with files of rules.
    """

    own: tuple[Violation, ...] = ()
    about: tuple[Violation, ...] = ()
    language: str = ""
    elsewhere: tuple[FileResult, ...] = ()

    @property
    def violations(self) -> tuple[Violation, ...]:
        """Everything that is wrong in the text, by place."""
        return _by_place((*self.own, *self.about))


class Project:
    """Texts that share their settings. Used from one thread, but for ``shown`` and ``proofread``.

    Settings that cannot be read leave those of before in use: they are being typed.

    Args:
        start: a file or folder from which the settings are searched upwards.
        on_notice: is told what people should know of the checks.
        run_code: whether rules in Python that the settings name may be run.
        keeps: whether what is found in saved texts is kept, and used again, as the command line does.

    Attributes:
        settings: the settings that were read last; those that hold without any, when none could be read.
        is_usable: whether any could be read, or there are none to read.
        problems: what is wrong with those on disk.
    """

    def __init__(
        self, start: Path, on_notice: Callable[[Notice], None], *, run_code: bool, keeps: bool = False
    ) -> None:
        self._start: Final = start
        self._on_notice: Final = on_notice
        self._run_code = run_code
        self._keeps: Final = keeps
        self.settings: Settings = load_settings(start, builtin(), isolated=True)
        self.is_usable = False
        self.problems: tuple[ConfigProblem, ...] = ()
        self._noted: Baseline | None = None
        self._cache: Cache | None = None
        self._checker: Checker | None = None
        self._proofreader: Checker | None = None
        self._stamps: frozenset[tuple[str, int, int]] = frozenset()
        self._folders: frozenset[tuple[str, int, int]] = frozenset()
        self.load()

    def load(self) -> None:
        """Read the settings anew, and forget all that is known of the site."""
        try:
            settings = load_settings(self._start, builtin(), run_code=self._run_code)
        except ConfigError as error:
            self.problems = error.problems
        else:
            self.problems = ()
            if self._proofreader is not None:
                self._proofreader.close()
                self._proofreader = None
            self.settings = settings
            self.is_usable = True
        self._noted = self._read_baseline()
        self._begin()
        self._pages = SitePages(self.checker)
        self._listed: set[Path] = set()
        self._stamps = frozenset(_stamps(self._watched()))
        self._folders = frozenset()

    def _read_baseline(self) -> Baseline | None:
        if not self.is_usable or self.settings.baseline is None:
            return None
        try:
            return Baseline.read(self.settings.baseline, self.settings)
        except ConfigError as error:
            self.problems = (*self.problems, *error.problems)
            return None

    def _begin(self) -> None:
        """Begin with a checker that knows nothing of the site."""
        if self._cache is not None:
            self._cache.close()
        self._cache = Cache(self.settings) if self._keeps and not self.settings.languagetool.enabled else None
        keeps = self._cache is not None
        self._checker = Checker(self.settings, self._on_notice, proofreads=False, watches=keeps)
        self._on_disk = Saved(self._checker, self._cache, self.settings)

    def _look_anew(self) -> None:
        """Forget what is known of the site but for what its pages say of themselves."""
        self._begin()
        self._pages.use(self.checker)
        self._folders = frozenset(_stamps(self._page_folders()))

    @property
    def holds_code_back(self) -> bool:
        """Whether the settings name rules in Python that are not run, since nobody said that they may be."""
        return not self._run_code and not self.settings.registry.complete

    def run_code(self) -> None:
        """Run the rules in Python that the settings name from now on."""
        self._run_code = True
        self.load()

    def take_in(self, changed: Iterable[Path]) -> bool:
        """Take notice of files that changed on disk; return whether open texts may have to be checked again.

        A page of which other pages see nothing new concerns nobody else. After a change of settings or templates, nothing
        of before is sure; after any other, only what pages say of themselves is.
        """
        paths = [path for path in changed if concerns_pages(path, self.settings.root)]
        if any(path.suffix.lower() in _READ_ANEW for path in paths):
            self.load()
            return True
        same = [self._take_in_page(path) for path in paths]
        if all(same):
            return False
        self._look_anew()
        return True

    def _take_in_page(self, path: Path) -> bool:
        """Take notice of one file; return whether other pages see nothing new of it."""
        if path.suffix.lower() not in EXTENSIONS:
            if not path.suffix or path.is_dir():
                self._list_again()
            return False
        found = self._read(path)
        if found is None:
            self._pages.forget(path)
            return False
        same = self._pages.note_on_disk(path, *found)
        self._pages.take_from_disk(path, *found)
        return same

    def look_around(self) -> bool:
        """Look for changes on disk, for a client that does not tell of them; return whether there were any."""
        if frozenset(_stamps(self._watched())) != self._stamps:
            self.load()
            return True
        folders = frozenset(_stamps(self._page_folders()))
        if not self._folders:
            self._folders = folders
        if folders == self._folders:
            return False
        self._list_again()
        self._look_anew()
        return True

    def _list_again(self) -> None:
        """Look which pages came and went."""
        for path in self._pages.known():
            if not path.is_file():
                self._pages.forget(path)
        for root in self._listed:
            self._pages.expect(self._list(root))

    def _page_folders(self) -> Iterator[Path]:
        yield from dict.fromkeys(path.parent for path in self._pages.known())

    def _watched(self) -> Iterator[Path]:
        """Yield the files and folders that change what is found in a text without being one."""
        yield from dict.fromkeys(problem.path for problem in self.problems)
        settings = self.settings
        root = settings.root
        yield from (root / name for name in (*NAMES, PYPROJECT, *settings.word_files))
        if settings.baseline is not None:
            yield settings.baseline
        if settings.rules_folder is not None:
            yield from (path for suffix in ("yaml", "py") for path in settings.rules_folder.glob(f"*.{suffix}"))
        yield from (root / str(one.table["schema"]) for one in settings.front_matter if "schema" in one.table)
        site = self.checker.page(self._start).site
        if site.is_hugo:
            yield from (path for path in site.root.iterdir() if path.suffix in {".toml", ".yaml", ".yml", ".json"})
            for mount in site.components.mounts("layouts"):
                paths = {mount.source}
                for path in site.files.walk(mount.source):
                    paths |= {path, path.rpartition("/")[0]}  # a folder's stamp tells of new files
                yield from (site.root / path for path in sorted(paths))

    @property
    def checker(self) -> Checker:
        """What checks its texts, without LanguageTool."""
        assert self._checker is not None  # noqa: S101 - there since ``load``
        return self._checker

    def read(self, source: SourceText, path: Path) -> tuple[Document, Page]:
        """Return a text as rules see it, and what its site and the settings know of it."""
        return self.checker.read(source, path)

    def covers(self, path: Path) -> bool:
        """Whether a file is to be checked."""
        return self.is_usable and not self.settings.is_excluded(path)

    def check(
        self, source: SourceText, path: Path, is_stale: Callable[[], bool] = lambda: False, *, is_saved: bool = False
    ) -> Outcome:
        """Check a text that is open.

        Args:
            source: the text.
            path: where it stands, or would be saved.
            is_stale: whether nobody waits for the outcome any more; asked again and again.
            is_saved: whether it may be what is on disk.

        Raises:
            StaleError: nobody does.
        """
        if not self.covers(path):
            return Outcome()
        found = self._saved(source, path, is_stale) if is_saved else None
        found = found or self.checker.examine(source, path, is_stale=is_stale)
        about = self._pages.take_open(path, source.text, found)
        site = self.checker.site(path)
        if found.facts is not None and site.root not in self._listed and (site.is_hugo or self.settings.file):
            self._listed.add(site.root)
            self._pages.expect(self._list(site.root))
        elsewhere = tuple(self.checker.check_settings())
        return Outcome(found.violations, about, found.language, elsewhere)

    def _list(self, root: Path) -> Iterator[Path]:
        yield from pages_below(default_paths(root), self.settings.is_excluded)

    def _saved(self, source: SourceText, path: Path, is_stale: Callable[[], bool]) -> Examined | None:
        """Return what is found in a text from what is kept, or keep it; None when the text is not on disk like that."""
        data = source.to_bytes()
        if read_page(path) != data:
            return None
        found = self._on_disk.find(path, data) or self._on_disk.examine(path, source, data, is_stale=is_stale)
        self._pages.note_on_disk(path, data, found)
        return found

    def try_out(self, source: SourceText, path: Path) -> tuple[Violation, ...]:
        """Return what would be found in a text that is open if it read like this."""
        found = self.checker.examine(source, path)
        return _by_place((*found.violations, *self._pages.trial(path, found)))

    def update(self) -> dict[str, tuple[Violation, ...]]:
        """Return what rules about whole sites say now, of the texts (by ``key_of``) of which they said something else."""
        return {key: self._pages.findings(key) for key in self._pages.update()}

    @property
    def is_behind(self) -> bool:
        """Whether ``read_on`` or ``update`` has something to do."""
        return self._pages.is_behind

    def read_on(self, seconds: float) -> None:
        """Read pages of the site that nobody has opened, for about so long."""
        if not self._pages.is_complete:
            self._pages.read_on(self._read, seconds)
            if self._pages.is_complete:
                self._folders = frozenset(_stamps(self._page_folders()))

    def settle(self) -> None:
        """Write down what is to be kept."""
        if self._cache is not None:
            self._cache.write()

    def _read(self, path: Path) -> tuple[bytes, Examined] | None:
        data = read_page(path)
        if isinstance(data, FileResult):
            return None
        return data, self._on_disk.find(path, data) or self.checker.survey(SourceText.from_bytes(data), path)

    def closed(self, path: Path) -> None:
        """Take notice of a text that is no longer open: it counts as it is on disk from now on."""
        self._pages.close(path)
        found = self._read(path) if self.covers(path) else None
        if found is not None:
            self._pages.take_from_disk(path, *found)
        else:
            self._pages.forget(path)
            self._look_anew()

    def shown(
        self, source: SourceText, path: Path, outcome: Outcome, more: Sequence[Violation]
    ) -> tuple[Violation, ...]:
        """Return what is to be shown of a text: what is noted in the baseline is not.

        Args:
            source: the text.
            path: where it stands.
            outcome: what was found in it.
            more: what LanguageTool found in it.
        """
        if self._noted is None:
            return _by_place((*outcome.violations, *more))
        results = (
            FileResult(os.fspath(path), source, outcome.language, _by_place(found))
            for found in ((*outcome.own, *more), outcome.about)
        )
        return _by_place(one for result in self._noted.of(path).without_known(results) for one in result.violations)

    @property
    def proofreads(self) -> bool:
        """Whether LanguageTool is to read its texts."""
        return self.is_usable and self.settings.languagetool.enabled

    def proofread(self, source: SourceText, path: Path) -> tuple[Violation, ...]:
        """Return what LanguageTool says of a text; it may take seconds. Called from a thread of its own."""
        if not self.covers(path):
            return ()
        if self._proofreader is None:
            self._proofreader = Checker(self.settings, self._on_notice)
        found = self._proofreader.check_source(source, path).violations
        return tuple(one for one in found if one.rule is LanguageTool.info)

    def close(self) -> None:
        """End what was started, and write down what is to be kept."""
        if self._cache is not None:
            self._cache.close()
            self._cache = None
        if self._proofreader is not None:
            self._proofreader.close()
        if self._cache is not None:
            self._cache.close()


def _by_place(violations: Iterable[Violation]) -> tuple[Violation, ...]:
    return tuple(sorted(violations, key=lambda one: (*one.span, one.rule.code)))


def _stamps(paths: Iterable[Path]) -> Iterator[tuple[str, int, int]]:
    for path in paths:
        try:
            status = path.stat()
        except OSError:
            continue
        yield os.fspath(path), status.st_mtime_ns, status.st_size
