"""Where results go: to standard output in one form, and to files in others."""

from __future__ import annotations

import io
import os
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import BinaryIO, Final, TextIO

from contentlint.cli.options import output_format
from contentlint.cli.reporting import UsageProblem
from contentlint.cli.speaking import Option
from contentlint.config.shapes import did_you_mean
from contentlint.engine.runner import shown_path
from contentlint.outputs import FOR_PEOPLE, FOR_PROGRAMS, FORMATS, make_output, write
from contentlint.outputs.results import Results, View
from contentlint.rules.base import Message
from contentlint.rules.system_errors import reason_of
from contentlint.text.records import NamedTuple

_FILE_WIDTH: Final = 100
_WORKSPACES: Final = ("GITHUB_WORKSPACE", "CI_PROJECT_DIR")
"""Variables in which GitHub (and Forgejo, Gitea) and GitLab say where they work; mostly that is the repository."""
_JOB_SUMMARY: Final = "GITHUB_STEP_SUMMARY"

_NO_FILE: Final = Message(
    en="--output takes the name of a format, a colon and a file, such as sarif:report.sarif.",
    nl="--output wil de naam van een vorm, een dubbele punt en een bestand, zoals sarif:report.sarif.",
)
_NO_FORMAT: Final = Message(
    en="‘{given}’ is not a format; there are: {formats}.{hint}",
    nl="‘{given}’ is geen vorm; deze zijn er: {formats}.{hint}",
)
_TWICE: Final = Message(
    en="--output names {path} twice; name a file for each format.",
    nl="--output noemt {path} twee keer; noem voor elke vorm een eigen bestand.",
)
_NO_FOLDER: Final = Message(
    en="{path} cannot be written: there is no folder {folder}. Make it first.",
    nl="{path} kan niet geschreven worden: er is geen map {folder}. Maak die eerst.",
)
_IS_FOLDER: Final = Message(en="{path} is a folder; name a file in it.", nl="{path} is een map; noem een bestand erin.")
_NOT_WRITTEN: Final = Message(
    en="{path} could not be written ({reason}).", nl="{path} kon niet geschreven worden ({reason})."
)
_NO_RESULTS: Final = Message(
    en="--output and --statistics report one check; they do not go with --diff, --fix-only, --interactive or --watch.",
    nl="--output en --statistics horen bij één controle; ze gaan niet samen met --diff, --fix-only, --interactive of "
    "--watch.",
)
_STATISTICS_FORMAT: Final = Message(
    en="--statistics can be shown as text or as json, not as {given}.",
    nl="--statistics kan als tekst of als json getoond worden, niet als {given}.",
)


class _Target(NamedTuple):
    """A file and the form in which results go there."""

    format: str
    path: Path


class Reports:
    """The forms in which one run is reported.

    Args:
        form: the form for standard output.
        statistics: whether to show counts there instead of results.
        files: ``FORMAT:FILE`` for each file to write, as given.

    Raises:
        UsageProblem: they do not go together, or a file has no place.
    """

    def __init__(self, form: str, *, statistics: bool, files: Sequence[str]) -> None:
        if statistics and form not in (*FOR_PEOPLE, "json"):
            raise UsageProblem(_STATISTICS_FORMAT(given=form))
        self.for_programs: Final = form in FOR_PROGRAMS
        shown = "statistics-json" if self.for_programs else "statistics"
        self._format: Final = shown if statistics else form
        self._targets: Final = [_target(given) for given in files]
        _refuse_twice([target.path for target in self._targets])

    def refuse_changes(self) -> None:
        """Refuse what reports one check, in a run that is something else.

        Raises:
            UsageProblem: there is a form that needs them.
        """
        if self._targets or self._format.startswith("statistics"):
            raise UsageProblem(_NO_RESULTS())

    def write(self, results: Results, stream: TextIO, view: View) -> None:
        """Write the results everywhere, as they come. A file is there when all of it is written, or not at all.

        Raises:
            UsageProblem: a file cannot be written.
        """
        view = view._replace(repository=_repository())
        plain = view._replace(colour=False, links=False, width=_FILE_WIDTH)
        with ExitStack() as files:
            outputs = [make_output(self._format, stream, view)]
            for target in self._targets:
                file = files.enter_context(_file(target.path, append=False))
                outputs.append(make_output(target.format, file, plain))
            if self._format == "github" and (summary := os.environ.get(_JOB_SUMMARY)):
                file = files.enter_context(_file(Path(summary), append=True))
                outputs.append(make_output("markdown", file, plain))
            write(results, outputs)


def options() -> list[Option]:
    """Return the options that say where results go."""
    return [
        output_format(FORMATS),
        Option(
            ["--output"],
            multiple=True,
            metavar=Message(en="FORMAT:FILE", nl="VORM:BESTAND"),
            help=Message(
                en="Write results to a file as well, in that format. May be given more than once.",
                nl="Schrijf de resultaten ook in een bestand, in die vorm. Mag meer dan eens.",
            ),
        ),
        Option(
            ["--statistics"],
            is_flag=True,
            help=Message(
                en="Show how often what was found, instead of the results.",
                nl="Toon hoe vaak wat gevonden is, in plaats van de resultaten.",
            ),
        ),
    ]


def _repository() -> str:
    """Return the top of the repository that holds the working folder, as its host sees it; empty when there is none."""
    workspace = next(filter(None, map(os.environ.get, _WORKSPACES)), "")
    here = Path.cwd()
    for folder in (*([Path(workspace)] if workspace else []), here, *here.parents):
        if (folder / ".git").exists():
            return str(folder)
    return workspace or ""


def _target(given: str) -> _Target:
    format_, colon, name = given.partition(":")
    if not colon or not name:
        raise UsageProblem(_NO_FILE())
    if format_ not in FORMATS:
        hint = did_you_mean(format_, FORMATS)
        raise UsageProblem(_NO_FORMAT(given=format_, formats=", ".join(FORMATS), hint=hint))
    path = Path(name)
    if path.is_dir():
        raise UsageProblem(_IS_FOLDER(path=shown_path(path)))
    if not path.parent.is_dir():
        raise UsageProblem(_NO_FOLDER(path=shown_path(path), folder=shown_path(path.parent)))
    return _Target(format_, path)


def _refuse_twice(paths: Sequence[Path]) -> None:
    met = set()
    for path in paths:
        if (place := os.path.realpath(path)) in met:
            raise UsageProblem(_TWICE(path=shown_path(path)))
        met.add(place)


class _Text(io.TextIOWrapper):
    """A file of text. What has no UTF-8 (half a character in the name of a file) becomes an escape."""

    def __init__(self, file: BinaryIO, path: Path) -> None:
        super().__init__(file, encoding="utf-8", errors="backslashreplace", newline="")
        self._path: Final = path

    def write(self, text: str, /) -> int:
        with _telling(self._path):
            return super().write(text)

    def flush(self) -> None:
        with _telling(self._path):
            super().flush()


@contextmanager
def _file(path: Path, *, append: bool) -> Iterator[TextIO]:
    from contentlint.engine.writing import file_in_the_making  # noqa: PLC0415 - only when files are written

    files = ExitStack()
    with _telling(path):
        file = files.enter_context(path.open("ab") if append else file_in_the_making(path))
    text = _Text(file, path)
    try:
        yield text
        text.flush()
    except BaseException as error:
        with suppress(OSError):  # a second complaint of the same disk
            files.__exit__(type(error), error, error.__traceback__)
        raise
    with _telling(path):
        files.close()


@contextmanager
def _telling(path: Path) -> Iterator[None]:
    """Tell the user when the system refuses."""
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        raise UsageProblem(_NOT_WRITTEN(path=shown_path(path), reason=reason_of(error))) from error
