"""``contentlint check --fix`` and what else changes files."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Final, TextIO

from contentlint.cli.files import Desk
from contentlint.cli.reporting import UsageProblem
from contentlint.cli.speaking import Option
from contentlint.config import Settings
from contentlint.engine.results import FileResult, Notice
from contentlint.outputs.display import shown
from contentlint.rules.base import Applicability, BoundMessage, Message
from contentlint.text.records import NamedTuple

if TYPE_CHECKING:
    from contentlint.engine.fixing import FixedFile

_NO_FILE: Final = Message(
    en="‘-’ is no file, so it cannot be used with {option}.",
    nl="‘-’ is geen bestand en kan dus niet samen met {option}.",
)
_UNSAFE_ALONE: Final = Message(
    en="--unsafe-fixes says what --fix and --diff may do; use it with one of them.",
    nl="--unsafe-fixes zegt wat --fix en --diff mogen doen; gebruik het met een van beide.",
)
_TOGETHER: Final = Message(
    en="{first} and {second} cannot be used together.", nl="{first} en {second} kunnen niet samen."
)
_REASON_ALONE: Final = Message(
    en="--reason is written by --add-suppressions; use both.",
    nl="--reason wordt geschreven door --add-suppressions; gebruik ze samen.",
)
_WITHOUT_REASON: Final = Message(
    en='Say why, for whoever reads the comments later: --add-suppressions --reason "…"',
    nl='Zeg waarom, voor wie het commentaar later leest: --add-suppressions --reason "…"',
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
_NOTHING_MENDED: Final = Message(en="Nothing was mended.", nl="Er is niets hersteld.")
_SILENCED: Final = Message(
    en="Silenced, with a comment that says why: {count}, in {files} files.",
    nl="Stilgezet, met commentaar dat zegt waarom: {count}, in {files} bestanden.",
)
_SILENCED_ONE: Final = Message(
    en="Silenced, with a comment that says why: {count}, in 1 file.",
    nl="Stilgezet, met commentaar dat zegt waarom: {count}, in 1 bestand.",
)
_NOTHING_SILENCED: Final = Message(en="There was nothing to silence.", nl="Er was niets stil te zetten.")
_NO_COMMENT_HELPS: Final = Message(
    en="Nothing was silenced: for what is found here, no comment can be written.",
    nl="Er is niets stilgezet: voor wat hier gevonden is, kan geen commentaar worden geschreven.",
)
_FLAGS: Final = {
    "--fix": Message(
        en="Mend what can be mended without changing what readers see.",
        nl="Herstel wat te herstellen is zonder dat lezers er iets van merken.",
    ),
    "--fix-only": Message(
        en="The same, and show only what was mended.", nl="Hetzelfde, en toon alleen wat er hersteld is."
    ),
    "--unsafe-fixes": Message(
        en="With --fix: mend what changes the page, too.", nl="Met --fix: herstel ook wat de pagina verandert."
    ),
    "--diff": Message(
        en="Show what --fix would change, and write nothing.", nl="Toon wat --fix zou veranderen, en schrijf niets."
    ),
    "--interactive": Message(
        en="Go through what can be mended, and ask.", nl="Loop langs wat te herstellen is, en vraag het telkens."
    ),
    "--watch": Message(en="Check again whenever something changes.", nl="Kijk opnieuw zodra er iets verandert."),
    "--add-suppressions": Message(
        en="Silence all that is found, with comments; needs --reason.",
        nl="Zet alles wat er gevonden wordt stil, met commentaar; vereist --reason.",
    ),
}


class Mends(NamedTuple):
    """What the options say of what is done with findings, as click gives it."""

    fix: bool
    fix_only: bool
    unsafe_fixes: bool
    diff: bool
    interactive: bool
    watch: bool
    add_suppressions: bool
    reason: str | None

    @property
    def mends(self) -> bool:
        """Whether what can be mended is mended, or shown as if it were."""
        return self.fix or self.fix_only or self.diff

    def refuse_mixture(self, *, from_stdin: bool) -> None:
        """Refuse options that make no sense together.

        Raises:
            UsageProblem: with what is wrong.
        """
        asked = {
            "--fix": self.fix and not self.diff,
            "--fix-only": self.fix_only,
            "--diff": self.diff,
            "--interactive": self.interactive,
            "--watch": self.watch,
            "--add-suppressions": self.add_suppressions,
        }
        first, second = [*(option for option, given in asked.items() if given), "", ""][:2]
        if from_stdin and first:
            raise UsageProblem(_NO_FILE(option=first))
        if second and (first, second) != ("--fix", "--fix-only"):
            raise UsageProblem(_TOGETHER(first=first, second=second))
        if self.unsafe_fixes and not self.mends:
            raise UsageProblem(_UNSAFE_ALONE())
        self._refuse_reason()

    def _refuse_reason(self) -> None:
        if self.reason is None:
            if self.add_suppressions:
                raise UsageProblem(_WITHOUT_REASON())
            return
        if not self.add_suppressions:
            raise UsageProblem(_REASON_ALONE())
        from contentlint.engine.silencing import problem_with_reason  # noqa: PLC0415 - only when asked for

        if problem := problem_with_reason(self.reason):
            raise UsageProblem(problem)

    @property
    def allowed(self) -> frozenset[Applicability]:
        """The fixes that may be applied."""
        return frozenset({Applicability.SAFE, Applicability.UNSAFE} if self.unsafe_fixes else {Applicability.SAFE})


def silenced(results: Iterable[FileResult], settings: Settings, reason: str, desk: Desk) -> Iterator[FileResult]:
    """Write comments that silence what was found; yield what is left, and tell how much it was."""
    from contentlint.engine.silencing_files import silence_files  # noqa: PLC0415 - only when asked for

    count = files = left = 0
    for file in silence_files(results, settings, reason):
        count += len(file.silenced)
        files += bool(file.silenced)
        left += len(file.result.violations)
        if file.notice is not None:
            desk.notify(file.notice)
        yield file.result
    if count:
        desk.say((_SILENCED_ONE if files == 1 else _SILENCED)(count=count, files=files))
    elif not desk.failed:  # else it has been told which file could not be written
        desk.say(_NO_COMMENT_HELPS() if left else _NOTHING_SILENCED())


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
        self._failed = False
        self.changed = 0

    def pass_through(self, files: Iterable[FixedFile]) -> Iterator[FixedFile]:
        """Yield the files, counting, and tell of each what is to be told."""
        for file in files:
            self._mended += len(file.applied)
            self.changed += file.after is not file.before
            for notice in file.notices:
                self._failed |= notice.is_error
                self._notify(notice)
            yield file

    def results(self, files: Iterable[FixedFile]) -> Iterator[FileResult]:
        """Yield what is left to be found in each file."""
        return (file.result for file in self.pass_through(files))

    def write_applied(self, files: Iterable[FixedFile], stream: TextIO) -> None:
        """Write what was mended in each file, and nothing of what is left."""
        for file in self.pass_through(files):
            if file.applied:
                counts = Counter(violation.rule.name for violation in file.applied)
                rules = ", ".join(f"{rule} {count}" for rule, count in sorted(counts.items()))
                stream.write(f"{shown(file.result.path)}: {rules}\n")

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
            return _NOTHING_MENDED() if self._failed else _NOTHING()
        return (_MENDED_ONE if self.changed == 1 else _MENDED)(count=self._mended, files=self.changed)


def options() -> Iterator[Option]:
    """Yield the options that change files."""
    for name, help_ in _FLAGS.items():
        yield Option([name], is_flag=True, help=help_)
    yield Option(
        ["--reason"],
        metavar=Message(en="TEXT", nl="TEKST"),
        help=Message(
            en="Why it may stay; stands in the comments.", nl="Waarom het mag blijven; dat komt in het commentaar."
        ),
    )
