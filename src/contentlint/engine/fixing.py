"""Mends files: checks each, applies the fixes that are allowed, and writes back what changed."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Final

from contentlint.config import Settings
from contentlint.engine.fixer import Fixed, fix_source
from contentlint.engine.results import FileResult, Notice
from contentlint.engine.runner import Checker, shown_path
from contentlint.engine.writing import WriteRefusedError, replace_file
from contentlint.rules.base import Applicability, Message, Violation
from contentlint.rules.system_errors import reason_of
from contentlint.text import SourceText
from contentlint.text.records import NamedTuple

_REFUSED: Final = Message(
    en="{path}: the fix of {rule} would change what readers see, so it was left undone.",
    nl="{path}: wat {rule} herstelt zou veranderen wat lezers zien, en is daarom niet gedaan.",
)
_CONFLICT: Final = Message(
    en="{path}: the fixes of {rules} undo each other, so mending stopped. Please report it to the makers.",
    nl="{path}: {rules} maken elkaars herstel ongedaan, dus dat is gestopt. Meld het alsjeblieft aan de makers.",
)
_CHANGED: Final = Message(
    en="{path} was changed meanwhile or lies outside this folder, so nothing was written.",
    nl="{path} is intussen veranderd of ligt buiten deze map, en is daarom niet geschreven.",
)
_NOT_WRITTEN: Final = Message(
    en="{path} could not be written ({reason}).", nl="{path} kon niet geschreven worden ({reason})."
)


class FixedFile(NamedTuple):
    """The outcome of mending one file.

    Attributes:
        result: what is left to be found in it.
        before: its text as it was.
        after: its text as it is now, or as it would be when nothing is to be written.
        applied: the violations that were mended.
        notices: what people should know of it.
    """

    result: FileResult
    before: SourceText
    after: SourceText
    applied: tuple[Violation, ...]
    notices: tuple[Notice, ...]


def fix_paths(
    files: Sequence[Path],
    settings: Settings,
    allowed: frozenset[Applicability],
    *,
    write: bool,
    on_progress: Callable[[int, int], None] | None = None,
    on_notice: Callable[[Notice], None] = lambda _: None,
) -> Iterator[FixedFile]:
    """Mend files one after another and yield the outcome of each; at the end, what is left to be found in whole sites.

    Args:
        files: what ``discover`` found.
        settings: the settings of the run.
        allowed: the fixes that may be applied; suggestions never are.
        write: whether to write files. When not, nothing on disk changes.
        on_progress: is told how many files of how many are done.
        on_notice: is told what people should know of the run itself.
    """
    with Checker(settings, on_notice) as checker:
        for done, path in enumerate(files, 1):
            yield _fix_file(checker, path, allowed, settings.root if write else None)
            if on_progress is not None:
                on_progress(done, len(files))
        for result in checker.check_sites():
            yield FixedFile(result, result.source, result.source, (), ())


def _fix_file(checker: Checker, path: Path, allowed: frozenset[Applicability], root: Path | None) -> FixedFile:
    """Mend one file; it is written when the folder in which files may be written is given."""
    result = checker.check_file(path)
    before = result.source
    if not any(violation.fix and violation.fix.applicability in allowed for violation in result.violations):
        return FixedFile(result, before, before, (), ())
    fixed = fix_source(before, lambda source: checker.check_source(source, path).violations, allowed)
    notices = tuple(_notices(path, fixed))
    if fixed.source is before:
        return FixedFile(result, before, before, (), notices)
    if root is not None:
        try:
            replace_file(path, before.to_bytes(), fixed.source.to_bytes(), root)
        except WriteRefusedError:
            failure = Notice(path, _CHANGED(path=shown_path(path)), is_error=True)
            return FixedFile(result, before, before, (), (failure,))
        except OSError as error:
            failure = Notice(path, _NOT_WRITTEN(path=shown_path(path), reason=reason_of(error)), is_error=True)
            return FixedFile(result, before, before, (), (failure,))
    return FixedFile(checker.check_source(fixed.source, path), before, fixed.source, fixed.applied, notices)


def _notices(path: Path, fixed: Fixed) -> Iterator[Notice]:
    shown = shown_path(path)
    for name in dict.fromkeys(violation.rule.name for violation in fixed.refused):
        yield Notice(path, _REFUSED(path=shown, rule=name))
    if fixed.conflict:
        yield Notice(path, _CONFLICT(path=shown, rules=", ".join(fixed.conflict)), is_error=True)
