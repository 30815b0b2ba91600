"""The projects of the texts that are open: each text belongs to that of the nearest settings above it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Final

from contentlint.config.files import NAMES, PYPROJECT, find, top
from contentlint.config.problems import ConfigError
from contentlint.engine.results import Notice
from contentlint.lsp.project import Project
from contentlint.rules.base import Violation

_SETTINGS_NAMES: Final = frozenset((*(name.rpartition("/")[2] for name in NAMES), PYPROJECT))


class Projects:
    """The projects of all open texts. Used from one thread.

    Args:
        on_notice: is told what people should know of the checks.
        run_code: whether rules in Python that settings name may be run.
        keeps: whether what is found in saved texts is kept, and used again, as the command line does.
    """

    def __init__(self, on_notice: Callable[[Notice], None], *, run_code: bool, keeps: bool = False) -> None:
        self._on_notice: Final = on_notice
        self._run_code: Final = run_code
        self._keeps: Final = keeps
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
                project = Project(folder, self._on_notice, run_code=self._run_code, keeps=self._keeps)
                self._by_settings[key] = project
            self._by_folder[folder] = project
        return project

    def take_in(self, changed: Iterable[Path]) -> bool:
        """Take notice of files that changed on disk; return whether texts may have to be checked again."""
        paths = list(changed)
        if any(path.name in _SETTINGS_NAMES for path in paths):
            self._by_folder.clear()  # a file of settings may have come between a text and those of before
        concerned = [(project, [path for path in paths if _concerns(project, path)]) for project in self]
        told = [project.take_in(mine) for project, mine in concerned if mine]
        return any(told)

    def look_around(self) -> bool:
        """Look for changes on disk, for a client that does not tell of them; return whether there were any."""
        changed = [project.look_around() for project in self]
        if any(changed):
            self._by_folder.clear()
        return any(changed)

    @property
    def is_behind(self) -> bool:
        """Whether ``read_on`` or ``update`` has something to do."""
        return any(project.is_behind for project in self)

    def read_on(self, seconds: float) -> None:
        """Read pages that nobody has opened, for about so long."""
        for project in self:
            if project.is_behind:
                project.read_on(seconds)
                return

    def settle(self) -> None:
        """Write down what is to be kept."""
        for project in self:
            project.settle()

    def update(self) -> dict[str, tuple[Violation, ...]]:
        """Return what rules about whole sites say now, of the texts (by ``key_of``) of which they said something else."""
        return {key: found for project in self for key, found in project.update().items()}

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
