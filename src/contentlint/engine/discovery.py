"""Finds the files to check."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from contentlint.config.files import top as project_around
from contentlint.engine.results import Notice
from contentlint.rules.base import Message
from contentlint.text.records import NamedTuple

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

EXTENSIONS: Final = (".md", ".markdown", ".mdown", ".mkd")
"""Names of Markdown files end in one of these."""

_SKIPPED_FOLDERS: Final = frozenset({"node_modules", "__pycache__"})
_SKELETONS: Final = "archetypes"
"""Where a Hugo site or theme keeps the templates of new pages, which are no pages."""

MISSING: Final = Message(en="{path} does not exist.", nl="{path} bestaat niet.")
_not_a_file = Message(en="{path} is neither a file nor a folder.", nl="{path} is geen bestand en geen map.")
_nothing = Message(
    en="Nothing to check: no Markdown files in {paths}.", nl="Niets te bekijken: geen Markdown-bestanden in {paths}."
)
_all_excluded = Message(
    en="Nothing to check: {count} named files are excluded by the settings.",
    nl="Niets te bekijken: {count} genoemde bestanden zijn in de instellingen uitgesloten.",
)
_not_markdown = Message(
    en="{path} is no Markdown file (its name does not end in .md), so it was skipped.",
    nl="{path} is geen Markdown-bestand (de naam eindigt niet op .md) en is overgeslagen.",
)
_lost_link = Message(
    en="{path} is a link that leads to no file, so it was skipped.",
    nl="{path} is een koppeling die naar geen bestand leidt, en is overgeslagen.",
)
_link_outside = Message(
    en="{path} is a link to a file outside this project, so it was skipped. Name it to have it checked.",
    nl="{path} is een koppeling naar een bestand buiten dit project en is overgeslagen. Noem het om het te laten bekijken.",
)
_unreadable = Message(en="The folder {path} could not be read.", nl="De map {path} kon niet worden gelezen.")


_HERE: Final = Path()


def default_paths(folder: Path = _HERE) -> tuple[Path, ...]:
    """Return the folders of content of the site whose root is a folder; else that folder itself."""
    from contentlint.site import Site  # noqa: PLC0415 - only when nothing was named

    site = Site.find(folder)
    if site is None or site.root != folder.resolve():
        return (folder,)
    sources = (mount.source for mount in site.content_mounts)
    own = dict.fromkeys(folder / source for source in sources if not source.startswith(("themes/", "_vendor/")))
    return tuple(one for one in own if one.is_dir()) or (folder,)


class Discovery(NamedTuple):
    """The files to check, each once, in order; and what to tell about the search."""

    files: tuple[Path, ...]
    notices: tuple[Notice, ...]


def discover(paths: Sequence[Path], is_excluded: Callable[[Path], bool]) -> Discovery:
    """Find the Markdown files under paths.

    In a folder, what git ignores is skipped, and so are hidden folders, links to folders, and links to files outside the
    project: whose content that is, the author of a page must not decide. Hugo's templates of new pages are skipped, too. A file named by itself is taken in any case.
    Excludes hold for both.

    Args:
        paths: files and folders.
        is_excluded: whether the settings exclude a file or a folder.
    """
    files: dict[Path, None] = {}
    notices: list[Notice] = []
    excluded = 0
    for path in paths:
        if path.is_dir():
            for file in _walk(path, is_excluded, notices):
                files[file] = None
        elif path.is_file():
            if is_excluded(path):
                excluded += 1
            elif path.suffix.lower() in EXTENSIONS:
                files[path] = None
            else:
                notices.append(Notice(path, _not_markdown(path=path)))
        else:
            reason = _not_a_file if path.exists() else MISSING
            notices.append(Notice(path, reason(path=path), is_error=True))
    if not files and not notices:
        shown = ", ".join(str(path) for path in paths)
        notices.append(Notice(None, _all_excluded(count=excluded) if excluded else _nothing(paths=shown)))
    return Discovery(tuple(files), tuple(notices))


def pages_below(folders: Iterable[Path], is_excluded: Callable[[Path], bool]) -> Iterator[Path]:
    """Yield the files that ``discover`` finds in folders, one after another; what cannot be read is left out."""
    for folder in folders:
        yield from _walk(folder, is_excluded, [])


class _Ignored(NamedTuple):
    """The patterns of one .gitignore and the folder they hold for."""

    folder: str
    spec: GitIgnoreSpec

    def verdict(self, path: str, *, is_folder: bool) -> bool | None:
        relative = os.path.relpath(path, self.folder).replace(os.sep, "/")
        return self.spec.check_file(relative + "/" * is_folder).include


def _walk(top: Path, is_excluded: Callable[[Path], bool], notices: list[Notice]) -> Iterator[Path]:
    """Yield the Markdown files below a folder in order of name."""
    project = project_around(top.resolve())
    stack: list[tuple[str, tuple[_Ignored, ...]]] = [(os.fspath(top), tuple(_ignored_above(top)))]
    while stack:
        folder, ignored = stack.pop()
        try:
            with os.scandir(folder) as found:
                entries = sorted(found, key=lambda entry: entry.name)
        except OSError:
            notices.append(Notice(Path(folder), _unreadable(path=folder), is_error=True))
            continue
        names = {entry.name for entry in entries}
        if ".gitignore" in names and (spec := _read_ignored(folder)):
            ignored = (*ignored, spec)
        folders = []
        for entry in entries:
            is_folder = entry.is_dir(follow_symlinks=False)
            if is_folder:
                if entry.name.startswith(".") or entry.name in _SKIPPED_FOLDERS:
                    continue
                if entry.name == _SKELETONS and "layouts" in names:
                    continue
            elif not entry.name.lower().endswith(EXTENSIONS):
                continue
            path = Path(entry.path)
            if _is_ignored(entry.path, ignored, is_folder=is_folder) or is_excluded(path):
                continue
            if is_folder:
                folders.append((entry.path, ignored))
            elif path.is_file() if entry.is_symlink() else entry.is_file():  # what the folder says needs no look
                if entry.is_symlink() and not path.resolve().is_relative_to(project):
                    notices.append(Notice(path, _link_outside(path=path)))
                else:
                    yield path
            elif not entry.name.startswith(".") and not path.exists():  # Emacs locks a file with a hidden such link
                notices.append(Notice(path, _lost_link(path=path)))
        stack.extend(reversed(folders))


def _is_ignored(path: str, ignored: Iterable[_Ignored], *, is_folder: bool) -> bool:
    verdict = False
    for patterns in ignored:
        own = patterns.verdict(path, is_folder=is_folder)
        verdict = verdict if own is None else own
    return verdict


def _ignored_above(top: Path) -> Iterator[_Ignored]:
    """Yield the patterns of the folders between the root of the git repository and ``top``, outermost first."""
    top = top.resolve()
    parents = [top, *top.parents]
    root = next((folder for folder in parents if (folder / ".git").exists()), None)
    if root is None:
        return
    for folder in reversed(parents[: parents.index(root) + 1]):
        if folder != top and (patterns := _read_ignored(os.fspath(folder))):
            yield patterns
    if patterns := _read_ignored(os.fspath(root), ".git/info/exclude"):
        yield patterns


def _read_ignored(folder: str, name: str = ".gitignore") -> _Ignored | None:
    path = Path(folder, name)
    if not path.is_file():  # a pipe or a device has no end
        return None
    try:
        lines = path.read_text("utf-8", "replace").splitlines()
    except OSError:
        return None
    if not any(line.strip() and not line.startswith("#") for line in lines):
        return None
    from pathspec import GitIgnoreSpec  # noqa: PLC0415 - costs 32 ms, and only a folder needs it

    return _Ignored(folder, GitIgnoreSpec.from_lines(lines))
