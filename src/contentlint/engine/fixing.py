"""Mends files: checks each, applies the fixes that are allowed, and writes back what changed."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Final

from contentlint.config import Settings
from contentlint.engine.fixer import Fixed, fix_source
from contentlint.engine.parts import touching
from contentlint.engine.results import FileResult, Notice
from contentlint.engine.runner import Checker, shown_path
from contentlint.engine.writing import WriteRefusedError, replace_file
from contentlint.rules.base import Applicability, Message, Violation
from contentlint.rules.system_errors import reason_of
from contentlint.text import SourceText, Span
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
        parts: the parts of the text as it is now in which alone something was mended; None for all of it.
    """

    result: FileResult
    before: SourceText
    after: SourceText
    applied: tuple[Violation, ...]
    notices: tuple[Notice, ...]
    parts: Sequence[Span] | None = None


def fix_paths(
    files: Sequence[Path],
    settings: Settings,
    allowed: frozenset[Applicability],
    *,
    write: bool,
    parts_of: Callable[[FileResult], Sequence[Span] | None] = lambda _: None,
    on_progress: Callable[[int, int], None] | None = None,
    on_notice: Callable[[Notice], None] = lambda _: None,
) -> Iterator[FixedFile]:
    """Mend files one after another and yield the outcome of each; at the end, what is left to be found in whole sites.

    Args:
        files: what ``discover`` found.
        settings: the settings of the run.
        allowed: the fixes that may be applied; suggestions never are.
        write: whether to write files. When not, nothing on disk changes.
        parts_of: says for a file as it is on disk in which parts of it alone something is mended; None for all of it.
        on_progress: is told how many files of how many are done.
        on_notice: is told what people should know of the run itself.
    """
    with Checker(settings, on_notice) as checker:
        root = settings.root if write else None
        for done, path in enumerate(files, 1):
            result = checker.check_file(path)
            yield _fix_file(checker, path, result, _Bounds(allowed, parts_of(result), root))
            if on_progress is not None:
                on_progress(done, len(files))
        for result in checker.check_sites():
            yield FixedFile(result, result.source, result.source, (), ())


class _Bounds(NamedTuple):
    """What may be mended: which fixes, which parts of the file (None for all of it), and below which folder, if any."""

    allowed: frozenset[Applicability]
    parts: Sequence[Span] | None
    root: Path | None


def _fix_file(checker: Checker, path: Path, result: FileResult, bounds: _Bounds) -> FixedFile:
    """Mend one file; it is written when there is a folder in which files may be written."""
    before = result.source
    allowed, parts, root = bounds

    def left_alone(*notices: Notice) -> FixedFile:
        return FixedFile(result, before, before, (), notices, parts)

    found = result.violations if parts is None else touching(result.violations, before, parts)
    if not any(violation.fix and violation.fix.applicability in allowed for violation in found):
        return left_alone()
    fixed = fix_source(before, lambda source: checker.check_source(source, path).violations, allowed, parts)
    notices = tuple(_notices(path, fixed))
    if fixed.source is before:
        return left_alone(*notices)
    if root is not None:
        try:
            replace_file(path, before.to_bytes(), fixed.source.to_bytes(), root)
        except WriteRefusedError:
            return left_alone(Notice(path, _CHANGED(path=shown_path(path)), is_error=True))
        except OSError as error:
            message = _NOT_WRITTEN(path=shown_path(path), reason=reason_of(error))
            return left_alone(Notice(path, message, is_error=True))
    left = checker.check_source(fixed.source, path)
    return FixedFile(left, before, fixed.source, fixed.applied, notices, fixed.parts)


def _notices(path: Path, fixed: Fixed) -> Iterator[Notice]:
    shown = shown_path(path)
    for name in dict.fromkeys(violation.rule.name for violation in fixed.refused):
        yield Notice(path, _REFUSED(path=shown, rule=name))
    if fixed.conflict:
        yield Notice(path, _CONFLICT(path=shown, rules=", ".join(fixed.conflict)), is_error=True)
