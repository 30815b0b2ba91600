"""``contentlint check --fix`` and ``--diff``."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Final, TextIO

from contentlint.cli.reporting import UsageProblem
from contentlint.engine.results import FileResult, Notice
from contentlint.outputs.display import shown
from contentlint.rules.base import Applicability, BoundMessage, Message

if TYPE_CHECKING:
    from contentlint.engine.fixing import FixedFile

_NO_FILE: Final = Message(
    en="‘-’ is no file that can be mended; use --fix and --diff with files.",
    nl="‘-’ is geen bestand dat hersteld kan worden; gebruik --fix en --diff met bestanden.",
)
_UNSAFE_ALONE: Final = Message(
    en="--unsafe-fixes says what --fix and --diff may do; use it with one of them.",
    nl="--unsafe-fixes zegt wat --fix en --diff mogen doen; gebruik het met een van beide.",
)
_MENDED: Final = Message(
    en="Mended: {count}, in {files} files. Look over what changed before you publish.",
    nl="Hersteld: {count}, in {files} bestanden. Kijk na wat er veranderd is voordat je publiceert.",
)
_MENDED_ONE: Final = Message(
    en="Mended: {count}, in 1 file. Look over what changed before you publish.",
    nl="Hersteld: {count}, in 1 bestand. Kijk na wat er veranderd is voordat je publiceert.",
)
_NOTHING: Final = Message(en="There was nothing to mend.", nl="Er was niets te herstellen.")


def refuse_stray_options(*, mends: bool, unsafe: bool, from_stdin: bool) -> None:
    """Refuse options of mending where there is nothing to mend.

    Raises:
        UsageProblem: the text comes from standard input, or nothing is to be mended.
    """
    if mends and from_stdin:
        raise UsageProblem(_NO_FILE())
    if unsafe and not mends:
        raise UsageProblem(_UNSAFE_ALONE())


def allowed_fixes(*, unsafe: bool) -> frozenset[Applicability]:
    """Return the fixes that may be applied."""
    return frozenset({Applicability.SAFE, Applicability.UNSAFE} if unsafe else {Applicability.SAFE})


class Mending:
    """What is done to files while they pass.

    Args:
        notify: is told what people should know.

    Attributes:
        changed: files that changed, or would.
    """

    def __init__(self, notify: Callable[[Notice], None]) -> None:
        self._notify: Final = notify
        self._mended = 0
        self.changed = 0

    def pass_through(self, files: Iterable[FixedFile]) -> Iterator[FixedFile]:
        """Yield the files, counting, and tell of each what is to be told."""
        for file in files:
            self._mended += len(file.applied)
            self.changed += file.after is not file.before
            for notice in file.notices:
                self._notify(notice)
            yield file

    def results(self, files: Iterable[FixedFile]) -> Iterator[FileResult]:
        """Yield what is left to be found in each file."""
        return (file.result for file in self.pass_through(files))

    def write_diffs(self, files: Iterable[FixedFile], stream: TextIO) -> None:
        """Write what changes in each file; on a terminal without anything that steers it."""
        from contentlint.outputs.diff import diff  # noqa: PLC0415 - only when asked for

        for file in self.pass_through(files):
            stream.writelines(
                f"{shown(line[:-1])}\n" if stream.isatty() else line
                for line in diff(file.result.path, file.before, file.after)
            )

    def summary(self) -> BoundMessage:
        """Return what was done in all."""
        if not self._mended:
            return _NOTHING()
        return (_MENDED_ONE if self.changed == 1 else _MENDED)(count=self._mended, files=self.changed)
