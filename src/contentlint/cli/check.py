"""``contentlint check``: checks files and shows what is wrong."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, Final

import click

from contentlint.cli import adopting, choosing, means, mending, options, reports
from contentlint.cli.adopting import Adoption
from contentlint.cli.choosing import Chosen
from contentlint.cli.files import PATH, Desk
from contentlint.cli.mending import Mending, Mends, silenced
from contentlint.cli.progress import Progress
from contentlint.cli.reporting import LANGUAGE, UsageProblem, language_of
from contentlint.cli.reports import Reports
from contentlint.cli.rules_here import tell_problems
from contentlint.cli.screen import prepare_output, wants_colour, wants_links, width
from contentlint.cli.speaking import Argument, Command, Option, lang_option
from contentlint.config import Settings
from contentlint.engine.discovery import default_paths, discover
from contentlint.engine.results import FileResult, Notice
from contentlint.engine.run import check_paths
from contentlint.engine.runner import MAXIMUM_SIZE, check_source, shown_path
from contentlint.outputs.results import Results, View
from contentlint.rules.base import Message
from contentlint.text import SourceText

CLEAN: Final = 0
FOUND: Final = 1
FAILED: Final = 2
_STDIN: Final = Path("-")

_STDIN_ALONE: Final = Message(
    en="‘-’ reads one text from standard input; name no other files beside it.",
    nl="‘-’ leest één tekst van de standaardinvoer; noem daarnaast geen bestanden.",
)
_STDIN_NAME_ALONE: Final = Message(
    en="--stdin-filename says what ‘-’ is; name ‘-’ as the file to check.",
    nl="--stdin-filename zegt wat ‘-’ is; noem ‘-’ als het bestand dat bekeken moet worden.",
)
_STDIN_TOO_LARGE: Final = Message(
    en="The text on standard input is too large for a page (the limit is {limit} MB).",
    nl="De tekst op de standaardinvoer is te groot voor een pagina (de grens is {limit} MB).",
)
_STDIN_EXCLUDED: Final = Message(
    en="Nothing to check: {path} is excluded by the settings.",
    nl="Niets te bekijken: {path} is in de instellingen uitgesloten.",
)
_SHADOWED: Final = Message(
    en="{path} has settings too; they are not used, since {used} stands beside it.",
    nl="{path} heeft ook instellingen; die worden niet gebruikt, omdat {used} ernaast staat.",
)


def _check(
    paths: tuple[Path, ...],
    *,
    output_format: str,
    output: tuple[str, ...],
    statistics: bool,
    exit_zero: bool,
    stdin_filename: Path | None,
    lang: str | None,
    color: str,
    **given: Any,
) -> int:
    ctx = click.get_current_context()
    from_stdin = _STDIN in paths
    _refuse_mixture(paths, stdin_filename)
    mends = Mends(**{name: given[name] for name in Mends._fields})
    mends.refuse_mixture(from_stdin=from_stdin)
    adoption = Adoption(**{name: given[name] for name in Adoption._fields})
    adoption.refuse_mixture(from_stdin=from_stdin, mends=mends.mends, goes_on=mends.interactive or mends.watch)
    asked = means.Asked(**{name: given[name] for name in means.Asked._fields})
    asked.refuse_mixture()
    reporting = Reports(output_format, statistics=statistics, files=output)
    if mends.diff or mends.fix_only or mends.interactive or mends.watch:
        reporting.refuse_changes()
    start = (stdin_filename or Path()) if from_stdin else next(iter(paths), Path())
    chosen = Chosen(**{name: given[name] for name in Chosen._fields if name in given}, lang=lang)
    settings = chosen.settings(start)
    ctx.meta[LANGUAGE] = language = settings.message_language or language_of(ctx)
    desk = Desk(language)
    for path in settings.shadowed:
        desk.say(_SHADOWED(path=shown_path(path), used=shown_path(settings.file or path)))
    stream = prepare_output(machine=mends.diff or reporting.for_programs)
    narrowing = adoption.start(settings, paths, desk)
    view = View(
        language,
        width(),
        wants_colour(color, stream),
        offers_fixes=not mends.mends,
        links=color != "never" and wants_links(stream),
        fail_on=settings.fail_on,
        registry=settings.registry,
        only_new=narrowing.has_baseline,
    )

    def show(found: Iterable[FileResult]) -> int:
        results = Results(found)
        reporting.write(results, stream, view)
        if results.rule_failed or desk.failed:
            return FAILED
        return FOUND if results.any_at_least(settings.fail_on) and not exit_zero else CLEAN

    if from_stdin:
        tell_problems(settings.registry.problems, language)
        return show(narrowing.narrow(_check_stdin(stdin_filename, settings, desk)))
    discovery = discover(paths or default_paths(), settings.is_excluded)
    for notice in discovery.notices:
        desk.notify(notice)
    files = adoption.files(discovery.files, settings)
    if mends.interactive:
        from contentlint.cli.interactive import Conversation  # noqa: PLC0415 - only when asked for
        from contentlint.engine.revising import Revision  # noqa: PLC0415

        revision = Revision(
            files,
            lambda: chosen.settings(start),
            lambda settings, results: adoption.start(settings, paths, desk).leave_out(results),
        )
        Conversation(revision, desk, stream, view).hold()
        return FAILED if desk.failed else CLEAN
    if mends.watch:
        from contentlint.cli.watching import watch  # noqa: PLC0415 - only when asked for
        from contentlint.engine.watching import Watched  # noqa: PLC0415

        def check_again(files: Sequence[Path], settings: Settings) -> Iterator[FileResult]:
            with asked.means(settings) as used:
                yield from check_paths(files, settings, means=used, on_notice=desk.notify)

        watched = Watched(
            lambda: chosen.settings(start),
            lambda now: adoption.files(discover(paths or default_paths(), now.is_excluded).files, now),
            check_again,
        )
        watch(
            watched,
            settings.root,
            lambda found: show(adoption.start(settings, paths, desk).leave_out(found)),
            desk,
            stream,
        )
        return CLEAN
    progress = Progress(sys.stderr, language)

    def tell_between(notice: Notice) -> None:
        progress.clear()
        desk.notify(notice)

    if not mends.mends:
        with asked.means(settings) as used:
            found = check_paths(
                files,
                settings,
                means=used._replace(wants_texts=False),  # all forms show texts only where something was found
                on_progress=progress.update,
                on_notice=tell_between,
            )
            results = narrowing.narrow(progress.around(found))
            return show(silenced(results, settings, mends.reason, desk) if mends.reason else results)
    from contentlint.engine.fixing import fix_paths  # noqa: PLC0415 - only when asked to mend

    tally = Mending(desk.notify)
    fixed = fix_paths(
        files,
        settings,
        mends.allowed,
        write=not mends.diff,
        parts_of=narrowing.parts_of,
        on_progress=progress.update,
        on_notice=tell_between,
    )
    mended = progress.around(fixed)
    if mends.diff:
        tally.write_diffs(mended, stream)
        return FAILED if desk.failed else FOUND if tally.changed and not exit_zero else CLEAN
    if mends.fix_only:
        tally.write_applied(mended, stream)
        code = FAILED if desk.failed else CLEAN
    else:
        code = show(narrowing.narrow(tally.results(narrowing.following(mended))))
    desk.say(tally.summary())
    return code


def _refuse_mixture(paths: Sequence[Path], stdin_filename: Path | None) -> None:
    if _STDIN in paths and len(paths) > 1:
        raise UsageProblem(_STDIN_ALONE())
    if stdin_filename is not None and _STDIN not in paths:
        raise UsageProblem(_STDIN_NAME_ALONE())


def _check_stdin(name: Path | None, settings: Settings, desk: Desk) -> tuple[FileResult, ...]:
    """Check the text on standard input, before anything is written: a text that is refused gives no output."""
    data = sys.stdin.buffer.read(MAXIMUM_SIZE + 1)
    if len(data) > MAXIMUM_SIZE:
        raise UsageProblem(_STDIN_TOO_LARGE(limit=MAXIMUM_SIZE // 2**20))
    source = SourceText.from_bytes(data)
    if name is None:
        return (check_source(source, Path("stdin.md"), settings, on_notice=desk.notify)._replace(path="<stdin>"),)
    if settings.is_excluded(name):
        desk.say(_STDIN_EXCLUDED(path=name))
        return ()
    return (check_source(source, name, settings, on_notice=desk.notify),)


command = Command(
    "check",
    callback=_check,
    help=Message(
        en="Check Markdown files and say what is wrong in them. Without PATHS: the content of the Hugo site here, or all "
        "Markdown files below the working folder.",
        nl="Bekijk Markdown-bestanden en zeg wat eraan mankeert. Zonder PADEN: de inhoud van de Hugo-site hier, of alle "
        "Markdown-bestanden onder de werkmap.",
    ),
    epilog=Message(
        en="RULES are names (heading-level-skip), codes (HD002) or families (HD), with commas between them. "
        "Exit codes: 0 nothing at or above --fail-on, 1 violations (with --diff: something would change), 2 a mistake in "
        "the call or the settings.",
        nl="REGELS zijn namen (heading-level-skip), codes (HD002) of families (HD), met komma’s ertussen. "
        "Exitcodes: 0 niets vanaf --fail-on, 1 wel iets gevonden (met --diff: er zou iets veranderen), 2 een fout in de "
        "aanroep of de instellingen.",
    ),
    params=[
        Argument("paths", options.PATHS, nargs=-1, type=PATH),
        *reports.options(),
        *choosing.options(),
        Option(
            ["--exit-zero"],
            is_flag=True,
            help=Message(
                en="Exit with 0 when there are violations, too.",
                nl="Eindig ook met exitcode 0 als er iets gevonden is.",
            ),
        ),
        *mending.options(),
        *adopting.options(),
        options.stdin_filename(),
        *means.options(),
        lang_option(),
        Option(
            ["--color"],
            type=click.Choice(("auto", "always", "never")),
            default="auto",
            help=Message(
                en="Colour. Default: auto, so on a terminal.", nl="Kleur. Standaard: auto, dus op een terminal."
            ),
        ),
        options.debug(),
    ],
)
