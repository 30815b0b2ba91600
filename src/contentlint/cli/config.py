"""``contentlint config``: what holds for a run or a file, and where it comes from."""

from __future__ import annotations

import os
from json import dumps
from pathlib import Path
from typing import Any, Final

import click

from contentlint.cli import choosing, options
from contentlint.cli.choosing import Chosen
from contentlint.cli.files import PATH
from contentlint.cli.reporting import LANGUAGE, UsageProblem, language_of, tell
from contentlint.cli.screen import prepare_output
from contentlint.cli.speaking import Argument, Command, Group, lang_option
from contentlint.outputs.display import shown
from contentlint.rules.base import Message

_PATH: Final = Message(en="PATH", nl="PAD")

_FOLDER: Final = Message(
    en="{path} is a folder; settings hold for a file. Name one.",
    nl="{path} is een map; instellingen gelden voor een bestand. Noem een bestand.",
)

_NOT_THERE: Final = Message(
    en="{path} does not exist. This is what would hold for it.", nl="{path} bestaat niet. Dit zou ervoor gelden."
)


def _show(path: Path | None, *, output_format: str, lang: str | None, **chosen: Any) -> None:
    _report(path, output_format, Chosen(lang=lang, **chosen), explain=False)


def _explain(path: Path, *, output_format: str, lang: str | None, **chosen: Any) -> None:
    _report(path, output_format, Chosen(lang=lang, **chosen), explain=True)


def _report(path: Path | None, output_format: str, chosen: Chosen, *, explain: bool) -> None:
    from contentlint.engine.file_settings import file_settings  # noqa: PLC0415 - after a wrong call is refused
    from contentlint.outputs.settings_in_effect import Report, file_data, run_data  # noqa: PLC0415

    if path is not None and path.is_dir():
        raise UsageProblem(_FOLDER(path=path))
    ctx = click.get_current_context()
    settings = chosen.settings(path or Path())
    ctx.meta[LANGUAGE] = settings.message_language or language_of(ctx)
    found = file_settings(path, settings) if path is not None else None
    stream = prepare_output(machine=output_format == "json")
    if output_format == "json":
        data = run_data(settings) if found is None else file_data(found, settings)
        stream.write(dumps(data, ensure_ascii=False, indent=1, default=str) + "\n")
        return
    report = Report(ctx.meta[LANGUAGE], explain=explain)
    lines = report.of_run(settings) if found is None else report.of_file(found, settings)
    stream.writelines(f"{line}\n" for line in lines)
    # To ask about a file that is still to be written is no mistake; a misspelt name is seen best at the end.
    if path is not None and not os.path.exists(path):  # noqa: PTH110 - never raises
        stream.flush()
        tell(shown(_NOT_THERE(path=path).render(ctx.meta[LANGUAGE])))


def _parameters(*, required: bool) -> list[click.Parameter]:
    return [
        Argument("path", _PATH, type=PATH, required=required),
        options.output_format(("text", "json")),
        *choosing.options(),
        lang_option(),
        options.debug(),
    ]


command = Group(
    "config",
    help=Message(
        en="Show what holds for a run or a file, and where it comes from.",
        nl="Toon wat er geldt voor een controle of een bestand, en waar dat vandaan komt.",
    ),
    commands=[
        Command(
            "show",
            callback=_show,
            summary=Message(
                en="Show the settings, or what holds for a file.",
                nl="Toon de instellingen, of wat er geldt voor een bestand.",
            ),
            help=Message(
                en="Show what holds for the file PATH: whether it is checked, its language, what its front matter must "
                "hold, its lists of words and the rules that run. Without PATH: all settings.",
                nl="Toon wat er geldt voor het bestand PAD: of het bekeken wordt, zijn taal, wat er in de front matter "
                "moet staan, zijn woordenlijsten en de regels die ernaar kijken. Zonder PAD: alle instellingen.",
            ),
            params=_parameters(required=False),
        ),
        Command(
            "explain",
            callback=_explain,
            summary=Message(
                en="Say where everything that holds for a file comes from.",
                nl="Zeg waar alles wat er geldt voor een bestand vandaan komt.",
            ),
            help=Message(
                en="Say of everything that holds for the file PATH where it comes from: a default, a line of a file of "
                "settings, or the command line; of the rules that do not run, too.",
                nl="Zeg van alles wat er geldt voor het bestand PAD waar het vandaan komt: een standaardwaarde, een regel "
                "in een bestand met instellingen, of de aanroep; ook van de regels die niet meedoen.",
            ),
            params=_parameters(required=True),
        ),
    ],
)
