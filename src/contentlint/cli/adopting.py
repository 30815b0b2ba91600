"""``contentlint check`` on an old site: what is known already, and what was not touched, is not shown."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from contentlint.cli.files import PATH, Desk
from contentlint.cli.options import FILE
from contentlint.cli.reporting import UsageProblem
from contentlint.cli.speaking import Option
from contentlint.config import Settings
from contentlint.engine.discovery import default_paths
from contentlint.engine.results import FileResult
from contentlint.engine.runner import shown_path
from contentlint.rules.base import Message
from contentlint.rules.system_errors import reason_of
from contentlint.text import Span
from contentlint.text.records import NamedTuple

if TYPE_CHECKING:
    from contentlint.engine.baseline import Baseline
    from contentlint.engine.changes import Changes
    from contentlint.engine.fixing import FixedFile

_BOTH: Final = Message(
    en="--write-baseline makes a new baseline; leave out --baseline, --no-baseline, --diff-base, --interactive and --watch.",
    nl="--write-baseline maakt een nieuwe baseline; laat --baseline, --no-baseline, --diff-base, --interactive en --watch weg.",
)
_WITH_AND_WITHOUT: Final = Message(
    en="--baseline and --no-baseline contradict each other; use one of them.",
    nl="--baseline en --no-baseline spreken elkaar tegen; gebruik er één.",
)
_NEEDS_FILES: Final = Message(
    en="{option} looks at files; it cannot be used with ‘-’.",
    nl="{option} kijkt naar bestanden en kan niet samen met ‘-’.",
)
_MENDS_NOTHING: Final = Message(
    en="--write-baseline notes what is found; mend first, and then call it without --fix and --diff.",
    nl="--write-baseline neemt op wat er gevonden wordt; herstel eerst, en roep het dan aan zonder --fix en --diff.",
)
_NOTED: Final = Message(
    en="Noted in {path}: {count}. From now on, --baseline {path} shows only what is new.",
    nl="Opgenomen in {path}: {count}. Met --baseline {path} zie je voortaan alleen wat nieuw is.",
)
_HIDDEN: Final = Message(
    en="Not shown, since noted in {path}: {count}.", nl="Niet getoond, want opgenomen in {path}: {count}."
)
_PAID_OFF: Final = Message(
    en="Mended, and taken out of {path}: {count} ({rules}). Still noted: {left}.",
    nl="Hersteld, en uit {path} gehaald: {count} ({rules}). Nog opgenomen: {left}.",
)
_RENAMED: Final = Message(
    en="Noted in {path} under the new name of their file: {count}.",
    nl="In {path} opgenomen onder de nieuwe naam van hun bestand: {count}.",
)
_NOT_SHRUNK: Final = Message(
    en="{path} could not be made smaller ({reason}); nothing in it is lost.",
    nl="{path} kon niet worden bijgewerkt ({reason}); er is niets uit verdwenen.",
)
_NOT_WRITTEN: Final = Message(
    en="{path} could not be written ({reason}).", nl="{path} kon niet geschreven worden ({reason})."
)


class Adoption(NamedTuple):
    """What the options for old sites say.

    Attributes:
        baseline: the file with the findings that may stay, when it was named in the call.
        no_baseline: whether the file that the settings name is left out.
        write_baseline: the file in which to note what is found.
        diff_base: the revision of git whose changes alone are looked at.
        tracked: whether only files are checked that git knows.
    """

    baseline: Path | None
    no_baseline: bool
    write_baseline: Path | None
    diff_base: str | None
    tracked: bool

    def refuse_mixture(self, *, from_stdin: bool, mends: bool, goes_on: bool) -> None:
        """Refuse options that make no sense together.

        Args:
            from_stdin: whether the text comes from standard input.
            mends: whether files are mended.
            goes_on: whether there is more than one look at the files.

        Raises:
            UsageProblem: with what is wrong.
        """
        if self.write_baseline and (goes_on or self.baseline or self.diff_base or self.no_baseline):
            raise UsageProblem(_BOTH())
        if self.baseline and self.no_baseline:
            raise UsageProblem(_WITH_AND_WITHOUT())
        for option, given in (("--diff-base", self.diff_base), ("--write-baseline", self.write_baseline)):
            if given and from_stdin:
                raise UsageProblem(_NEEDS_FILES(option=option))
        if self.write_baseline and mends:
            raise UsageProblem(_MENDS_NOTHING())

    def files(self, found: tuple[Path, ...], settings: Settings) -> tuple[Path, ...]:
        """Return those of the files that were found that are to be checked.

        Raises:
            UsageProblem: git cannot say which files it knows.
        """
        if not self.tracked:
            return found
        from contentlint.engine.changes import GitError, tracked  # noqa: PLC0415 - only when asked for

        try:
            return tracked(found, settings.root)
        except GitError as error:
            raise UsageProblem(error.message) from None

    def start(self, settings: Settings, paths: Sequence[Path], desk: Desk) -> Narrowing:
        """Return what leaves out results in this run.

        Raises:
            ConfigError: the baseline cannot be used.
            UsageProblem: git cannot compare.
        """
        return Narrowing(self, settings, paths, desk)


class Narrowing:
    """Leaves out of the results what is not to be shown, and keeps the baseline."""

    def __init__(self, asked: Adoption, settings: Settings, paths: Sequence[Path], desk: Desk) -> None:
        self._desk: Final = desk
        self._paths: Final = paths
        self._writes: Final = asked.write_baseline is not None
        self._is_whole_site: Final = not asked.tracked and _is_whole_site(paths)
        self._baseline: Baseline | None = None
        self._changes: Changes | None = None
        file = asked.write_baseline or asked.baseline or (None if asked.no_baseline else settings.baseline)
        if file is not None:
            from contentlint.engine.baseline import Baseline  # noqa: PLC0415 - only for sites with a baseline

            self._baseline = Baseline.renew(file, settings) if self._writes else Baseline.read(file, settings)
        if asked.diff_base is not None:
            from contentlint.engine.changes import Changes, GitError  # noqa: PLC0415 - only when asked for

            try:
                self._changes = Changes(asked.diff_base, settings.root)
            except GitError as error:
                raise UsageProblem(error.message) from None

    @property
    def has_baseline(self) -> bool:
        """Whether what is noted in a baseline is left out."""
        return self._baseline is not None

    def parts_of(self, result: FileResult) -> Sequence[Span] | None:
        """Return the parts of a file that alone are looked at; None when all of it is."""
        return None if self._changes is None else self._changes.parts(result)

    def following(self, files: Iterable[FixedFile]) -> Iterator[FixedFile]:
        """Yield files that were mended, taking note of where the parts of them are now."""
        for file in files:
            if self._changes is not None and file.after is not file.before:
                self._changes.follow(file.result.path, file.parts)
            yield file

    def leave_out(self, results: Iterable[FileResult]) -> Iterable[FileResult]:
        """Return the results with what is to be shown; nothing is written."""
        if self._baseline is not None:
            results = self._baseline.noting(results) if self._writes else self._baseline.without_known(results)
        return results if self._changes is None else self._changes.touched(results)

    def narrow(self, results: Iterable[FileResult]) -> Iterator[FileResult]:
        """Yield the results with what is to be shown; behind the last one the baseline is written, and that is told."""
        yield from self.leave_out(results)
        if self._baseline is not None:
            self._finish(self._baseline)

    def _finish(self, baseline: Baseline) -> None:
        path = shown_path(baseline.path)
        if self._writes:
            self._write(baseline, path)
            return
        if baseline.hidden:
            self._desk.say(_HIDDEN(count=baseline.hidden, path=path))
        # What an editor holds is not on disk yet, so nothing is mended by it.
        if Path("-") not in self._paths:
            gone = baseline.paid_off(whole_site=self._is_whole_site)
            if gone or baseline.renamed:
                self._shrink(baseline, path, gone)

    def _shrink(self, baseline: Baseline, path: str, gone: Counter[str]) -> None:
        try:
            baseline.shrink()
        except OSError as error:
            self._desk.say(_NOT_SHRUNK(path=path, reason=reason_of(error)))
            return
        if baseline.renamed:
            self._desk.say(_RENAMED(path=path, count=baseline.renamed))
        if not gone:
            return
        rules = ", ".join(f"{rule} {count}" for rule, count in sorted(gone.items()))
        self._desk.say(_PAID_OFF(path=path, count=gone.total(), rules=rules, left=baseline.size))

    def _write(self, baseline: Baseline, path: str) -> None:
        try:
            baseline.write()
        except OSError as error:
            self._desk.failed = True
            self._desk.say(_NOT_WRITTEN(path=path, reason=reason_of(error)))
        else:
            self._desk.say(_NOTED(path=path, count=baseline.size))


def _is_whole_site(paths: Sequence[Path]) -> bool:
    """Whether nothing of the site around the working folder is left out when these paths are checked."""
    named = [os.path.realpath(path) for path in paths]  # never raises, also not for links in a circle
    return not named or all(any(folder.resolve().is_relative_to(path) for path in named) for folder in default_paths())


def options() -> Iterator[Option]:
    """Yield the options for old sites."""
    yield Option(
        ["--tracked"],
        is_flag=True,
        help=Message(en="Leave out files that git does not know.", nl="Sla bestanden over die git niet kent."),
    )
    yield Option(
        ["--baseline"],
        type=PATH,
        metavar=FILE,
        help=Message(
            en="Show only what is not noted in this file.", nl="Toon alleen wat niet in dit bestand is opgenomen."
        ),
    )
    yield Option(
        ["--no-baseline"],
        is_flag=True,
        help=Message(
            en="Show what the settings' baseline notes, too.",
            nl="Toon ook wat in de baseline van de instellingen is opgenomen.",
        ),
    )
    yield Option(
        ["--write-baseline"],
        type=PATH,
        metavar=FILE,
        help=Message(
            en="Note everything that is found in this file, and show nothing.",
            nl="Neem alles wat er gevonden wordt op in dit bestand, en toon niets.",
        ),
    )
    yield Option(
        ["--diff-base"],
        metavar=Message(en="REVISION", nl="REVISIE"),
        help=Message(
            en="Show only what touches lines that changed since a revision of git.",
            nl="Toon alleen wat regels raakt die sinds een revisie van git veranderd zijn.",
        ),
    )
