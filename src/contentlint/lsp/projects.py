"""The settings that hold for each text, and the checker that goes with them."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Final, NamedTuple

from contentlint.config import Settings, load_settings
from contentlint.config.files import NAMES, PYPROJECT, find, top
from contentlint.config.problems import ConfigError, ConfigProblem
from contentlint.document import Document
from contentlint.engine.discovery import EXTENSIONS
from contentlint.engine.results import FileResult, Notice
from contentlint.engine.runner import Checker, shown_path
from contentlint.rules.base import Violation
from contentlint.rules.languagetool.languagetool import LanguageTool
from contentlint.rules.registry import builtin
from contentlint.site import Page
from contentlint.text import SourceText

_SETTINGS_NAMES: Final = frozenset((*(name.rpartition("/")[2] for name in NAMES), PYPROJECT))


class Outcome(NamedTuple):
    """What a check of a text came to.

    Attributes:
        violations: what is wrong in it, by place.
        language: the language of its page.
        elsewhere: what is wrong in other files of its site because of it, such as the site's settings.
    """

    violations: tuple[Violation, ...] = ()
    language: str = ""
    elsewhere: tuple[FileResult, ...] = ()


class Project:
    """Texts that share their settings. Used from one thread.

    Settings that cannot be read leave those of before in use: they are being typed.

    Args:
        start: a file or folder from which the settings are searched upwards.
        on_notice: is told what people should know of the checks.
        run_code: whether rules in Python that the settings name may be run.

    Attributes:
        settings: the settings that were read last; those that hold without any, when none could be read.
        is_usable: whether any could be read, or there are none to read.
        problems: what is wrong with those on disk.
    """

    def __init__(self, start: Path, on_notice: Callable[[Notice], None], *, run_code: bool) -> None:
        self._start: Final = start
        self._on_notice: Final = on_notice
        self._run_code = run_code
        self.settings: Settings = load_settings(start, builtin(), isolated=True)
        self.is_usable = False
        self.problems: tuple[ConfigProblem, ...] = ()
        self._checker: Checker | None = None
        self._proofreader: Checker | None = None
        self._stamps: frozenset[tuple[str, int, int]] = frozenset()
        self.load()

    def load(self) -> None:
        """Read the settings anew, and forget what is known of the site."""
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
        self.forget()

    @property
    def holds_code_back(self) -> bool:
        """Whether the settings name rules in Python that are not run, since nobody said that they may be."""
        return not self._run_code and not self.settings.registry.complete

    def run_code(self) -> None:
        """Run the rules in Python that the settings name from now on."""
        self._run_code = True
        self.load()

    def forget(self) -> None:
        """Forget what is known of the site: files of it have changed."""
        self._checker = None
        self._stamps = frozenset(self._read_stamps())

    def has_changed(self) -> bool:
        """Whether settings, templates or lists of words on disk differ from what is known of them."""
        return frozenset(self._read_stamps()) != self._stamps

    def _read_stamps(self) -> Iterator[tuple[str, int, int]]:
        for path in self._watched():
            try:
                status = path.stat()
            except OSError:
                continue
            yield os.fspath(path), status.st_mtime_ns, status.st_size

    def _watched(self) -> Iterator[Path]:
        """Yield the files and folders that change what is found in a text without being one."""
        yield from dict.fromkeys(problem.path for problem in self.problems)
        settings = self.settings
        root = settings.root
        yield from (root / name for name in (*NAMES, PYPROJECT, *settings.word_files))
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
        if self._checker is None:
            self._checker = Checker(self.settings, self._on_notice, proofreads=False)
        return self._checker

    def read(self, source: SourceText, path: Path) -> tuple[Document, Page]:
        """Return a text as rules see it, and what its site and the settings know of it."""
        return self.checker.read(source, path)

    def check(self, source: SourceText, path: Path, is_stale: Callable[[], bool]) -> Outcome:
        """Check a text as if it stood at ``path``.

        Raises:
            StaleError: nobody waits for the outcome any more.
        """
        if not self.is_usable or self.settings.is_excluded(path):
            return Outcome()
        result = self.checker.check_source(source, path, is_stale=is_stale)
        violations = list(result.violations)
        elsewhere = []
        for other in self.checker.check_sites():
            if other.path == shown_path(path):
                violations += other.violations
            elif other.path.endswith((".toml", ".yaml", ".yml", ".json", ".py")):
                elsewhere.append(other)
        by_place = sorted(violations, key=lambda one: (*one.span, one.rule.code))
        return Outcome(tuple(by_place), result.language, tuple(elsewhere))

    @property
    def proofreads(self) -> bool:
        """Whether LanguageTool is to read its texts."""
        return self.is_usable and self.settings.languagetool.enabled

    def proofread(self, source: SourceText, path: Path) -> tuple[Violation, ...]:
        """Return what LanguageTool says of a text; it may take seconds. Called from a thread of its own."""
        if not self.is_usable or self.settings.is_excluded(path):
            return ()
        if self._proofreader is None:
            self._proofreader = Checker(self.settings, self._on_notice)
        found = self._proofreader.check_source(source, path).violations
        return tuple(one for one in found if one.rule is LanguageTool.info)

    def close(self) -> None:
        """End what was started."""
        if self._proofreader is not None:
            self._proofreader.close()


class Projects:
    """The projects of all open texts. Used from one thread.

    Args:
        on_notice: is told what people should know of the checks.
        run_code: whether rules in Python that settings name may be run.
    """

    def __init__(self, on_notice: Callable[[Notice], None], *, run_code: bool) -> None:
        self._on_notice: Final = on_notice
        self._run_code: Final = run_code
        self._by_folder: Final[dict[Path, Project]] = {}
        self._by_settings: Final[dict[Path, Project]] = {}

    def __iter__(self) -> Iterator[Project]:
        return iter(self._by_settings.values())

    def of(self, path: Path) -> Project:
        """Return the project that a file belongs to: that of the nearest settings above it."""
        folder = path.parent
        project = self._by_folder.get(folder)
        if project is None:
            key = _settings_for(folder)
            project = self._by_settings.get(key)
            if project is None:
                project = self._by_settings[key] = Project(folder, self._on_notice, run_code=self._run_code)
            self._by_folder[folder] = project
        return project

    def take_in(self, changed: Iterable[Path]) -> bool:
        """Take notice of files that changed on disk; return whether texts may have to be checked again."""
        paths = list(changed)
        if any(path.name in _SETTINGS_NAMES for path in paths):
            self._by_folder.clear()  # a file of settings may have come between a text and those of before
        concerned = [project for project in self if any(_concerns(project, path) for path in paths)]
        only_pages = all(path.suffix.lower() in EXTENSIONS for path in paths)
        for project in concerned:
            if only_pages:
                project.forget()
            else:
                project.load()
        return bool(concerned)

    def look_around(self) -> bool:
        """Look for changes on disk, for a client that does not tell of them; return whether there were any."""
        changed = [project for project in self if project.has_changed()]
        for project in changed:
            project.load()
        if changed:
            self._by_folder.clear()
        return bool(changed)

    def close(self) -> None:
        """End what was started."""
        for project in self:
            project.close()


def _settings_for(folder: Path) -> Path:
    """Return the file of settings nearest above a folder, readable or not; without one, the folder that paths start from."""
    try:
        file, _ = find(folder)
    except ConfigError as error:
        return error.problems[0].path
    return file.path if file else top(folder)


def _concerns(project: Project, path: Path) -> bool:
    roots = (project.settings.root, *(problem.path.parent for problem in project.problems))
    return any(path.is_relative_to(root) for root in roots)
