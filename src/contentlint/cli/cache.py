"""``contentlint cache``: says what is kept of earlier runs, and throws it away."""

from __future__ import annotations

from typing import Final

import click

from contentlint.cli.reporting import language_of
from contentlint.cli.speaking import Command, Group, lang_option
from contentlint.engine.cache import SUFFIX
from contentlint.engine.cache_folder import cache_folder
from contentlint.outputs.display import shown
from contentlint.rules.base import BoundMessage, Message
from contentlint.rules.system_errors import reason_of

_INFO: Final = Message(
    en="{path}: {count} projects, {whole}.{tenth} MB. What was found in a file is kept there until something about it changes.",
    nl="{path}: {count} projecten, {whole},{tenth} MB. Wat in een bestand is gevonden, blijft er bewaard tot er iets aan verandert.",
)
_CLEARED: Final = Message(
    en="Cleared {path}: {count} projects, {whole}.{tenth} MB.",
    nl="{path} is geleegd: {count} projecten, {whole},{tenth} MB.",
)
_NOT_CLEARED: Final = Message(
    en="{path} could not be cleared ({reason}).", nl="{path} kon niet worden geleegd ({reason})."
)


def _files() -> list[tuple[str, int]]:
    """Return the files of the cache with their sizes in bytes."""
    try:
        return [(str(path), path.stat().st_size) for path in sorted(cache_folder().glob(f"*{SUFFIX}*"))]
    except OSError:
        return []


def _say(message: BoundMessage) -> None:
    click.echo(shown(message.render(language_of(click.get_current_context()))))


def _summary(message: Message, files: list[tuple[str, int]]) -> BoundMessage:
    whole, tenth = divmod(round(sum(size for _, size in files) / 2**20 * 10), 10)
    return message(path=cache_folder(), count=sum(name.endswith(SUFFIX) for name, _ in files), whole=whole, tenth=tenth)


def _info(lang: str | None) -> int:  # noqa: ARG001 - kept by the option itself
    _say(_summary(_INFO, _files()))
    return 0


def _clear(lang: str | None) -> int:  # noqa: ARG001 - as above
    files = _files()
    for path in cache_folder().glob(f"*{SUFFIX}*"):
        try:
            path.unlink(missing_ok=True)
        except OSError as error:
            _say(_NOT_CLEARED(path=path, reason=reason_of(error)))
            return 2
    _say(_summary(_CLEARED, files))
    return 0


command = Group(
    "cache",
    help=Message(
        en="What is kept of earlier runs, so that only what changed is checked again.",
        nl="Wat er van eerdere keren bewaard is, zodat alleen wat veranderd is opnieuw bekeken wordt.",
    ),
    commands=[
        Command(
            "info",
            callback=_info,
            help=Message(en="Say where it is and how large.", nl="Zeg waar het staat en hoe groot het is."),
            params=[lang_option()],
        ),
        Command(
            "clear", callback=_clear, help=Message(en="Throw it away.", nl="Gooi het weg."), params=[lang_option()]
        ),
    ],
)
