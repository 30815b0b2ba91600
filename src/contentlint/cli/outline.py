"""``contentlint outline``: the headings of a page."""

from __future__ import annotations

import sys
from json import dumps
from pathlib import Path
from typing import Final

import click

from contentlint.cli import options
from contentlint.cli.choosing import Chosen
from contentlint.cli.files import PATH
from contentlint.cli.reporting import LANGUAGE, UsageProblem, language_of
from contentlint.cli.screen import prepare_output
from contentlint.cli.speaking import Argument, Command, Option, lang_option
from contentlint.rules.base import Message
from contentlint.rules.system_errors import reason_of
from contentlint.text import SourceText

_STDIN: Final = Path("-")
_FOLDER: Final = Message(
    en="{path} is a folder; an outline is that of one page. Name a file.",
    nl="{path} is een map; een overzicht van koppen hoort bij één pagina. Noem een bestand.",
)
_UNREADABLE: Final = Message(en="{path} cannot be read: {reason}.", nl="{path} is niet te lezen: {reason}.")
_NO_TEXT: Final = Message(
    en="{path} is no text, so it has no headings.", nl="{path} is geen tekst en heeft dus geen koppen."
)
_TOO_LARGE: Final = Message(
    en="{path} is too large for a page (the limit is {limit} MB).",
    nl="{path} is te groot voor een pagina (de grens is {limit} MB).",
)
_STRAY_NAME: Final = Message(
    en="--stdin-filename says what ‘-’ is; name ‘-’ as the file.",
    nl="--stdin-filename zegt wat ‘-’ is; noem ‘-’ als het bestand.",
)


def _outline(
    path: Path,
    *,
    output_format: str,
    stdin_filename: Path | None,
    config: Path | None,
    isolated: bool,
    lang: str | None,
) -> None:
    from contentlint.engine.runner import Checker, shown_path  # noqa: PLC0415 - after a wrong call is refused
    from contentlint.outputs.outline import as_data, as_text  # noqa: PLC0415
    from contentlint.site import outline  # noqa: PLC0415

    from_stdin = path == _STDIN
    if stdin_filename is not None and not from_stdin:
        raise UsageProblem(_STRAY_NAME())
    place = (stdin_filename or Path("stdin.md")) if from_stdin else path
    name = "<stdin>" if from_stdin and stdin_filename is None else shown_path(place)
    ctx = click.get_current_context()
    # No rules run, so no code that the settings name is needed.
    settings = Chosen(config=config, isolated=isolated, no_plugins=True, lang=lang).settings(place)
    ctx.meta[LANGUAGE] = settings.message_language or language_of(ctx)
    source = _read(None if from_stdin else path, name)
    with Checker(settings, proofreads=False) as checker:
        document, page = checker.read(source, place)
    headings = outline(document, page)
    stream = prepare_output(machine=output_format == "json")
    if output_format == "json":
        stream.write(dumps(as_data(headings, document, name), ensure_ascii=False, indent=1) + "\n")
        return
    stream.writelines(f"{line}\n" for line in as_text(headings, ctx.meta[LANGUAGE]))


def _read(path: Path | None, name: str) -> SourceText:
    """Return the text of a file, or of standard input when there is no path.

    Raises:
        UsageProblem: it is a folder, is not there, cannot be read, is too large, or is no text.
    """
    from contentlint.engine.discovery import MISSING  # noqa: PLC0415 - as above
    from contentlint.engine.runner import MAXIMUM_SIZE  # noqa: PLC0415
    from contentlint.text.binary import is_binary, is_utf16  # noqa: PLC0415

    if path is not None and path.is_dir():
        raise UsageProblem(_FOLDER(path=name))
    try:
        if path is None:
            data = sys.stdin.buffer.read(MAXIMUM_SIZE + 1)
        else:
            with path.open("rb") as file:
                data = file.read(MAXIMUM_SIZE + 1)
    except FileNotFoundError:
        raise UsageProblem(MISSING(path=name)) from None
    except OSError as error:
        raise UsageProblem(_UNREADABLE(path=name, reason=reason_of(error))) from None
    if len(data) > MAXIMUM_SIZE:
        raise UsageProblem(_TOO_LARGE(path=name, limit=MAXIMUM_SIZE // 2**20))
    source = SourceText.from_bytes(data)
    if is_binary(source.text) or is_utf16(source.text):
        raise UsageProblem(_NO_TEXT(path=name))
    return source


command = Command(
    "outline",
    callback=_outline,
    help=Message(
        en="Show the headings of the page FILE as a screen reader user meets them: with those that the theme and shortcodes "
        "add, indented by level, and with what is skipped or empty said in words. ‘-’ reads the page from standard input.",
        nl="Toon de koppen van de pagina BESTAND zoals een schermlezer ze voorleest: met die van het thema en van "
        "shortcodes erbij, ingesprongen per niveau, en met in woorden wat er overgeslagen of leeg is. ‘-’ leest de pagina "
        "van de standaardinvoer.",
    ),
    params=[
        Argument("path", options.FILE, type=PATH),
        Option(
            ["output_format", "--output-format", "--format"],
            type=click.Choice(("text", "json")),
            default="text",
            show_default=True,
            help=Message(en="How the outline is shown.", nl="In welke vorm de koppen getoond worden."),
        ),
        options.stdin_filename(),
        options.config(),
        options.isolated(),
        lang_option(),
        options.debug(),
    ],
)
