"""``contentlint languagetool``: fetches LanguageTool, and says whether it is ready."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path
from typing import Any, Final

import click

from contentlint.cli import options
from contentlint.cli.files import PATH
from contentlint.cli.reporting import UsageProblem, language_of
from contentlint.cli.screen import prepare_output
from contentlint.cli.speaking import Command, Group, Option, lang_option
from contentlint.engine.languagetool_troubles import explain
from contentlint.language.languagetool.install import install
from contentlint.language.languagetool.installation import (
    FOLDER_VARIABLE,
    LEAST_JAVA,
    data_folder,
    find_installation,
    find_java,
    java_version,
)
from contentlint.language.languagetool.trouble import LanguageToolError, Trouble
from contentlint.outputs.display import shown
from contentlint.rules.base import BoundMessage, Message
from contentlint.rules.system_errors import reason_of

_READY: Final = 0
_NOT_READY: Final = 1

_FETCHING: Final = Message(
    en="Fetching LanguageTool with Maven, some 130 MB, into {folder} …",
    nl="LanguageTool wordt met Maven opgehaald, zo'n 130 MB, naar {folder} …",
)
_FETCHED: Final = Message(
    en="LanguageTool {version} is in {folder}. Use it with: contentlint check --engine languagetool",
    nl="LanguageTool {version} staat in {folder}. Gebruik het met: contentlint check --engine languagetool",
)
_NAME_IT: Final = Message(
    en="contentlint finds it there when the variable {variable} names that folder.",
    nl="contentlint vindt het daar als de variabele {variable} die map noemt.",
)
_NOT_WRITTEN: Final = Message(
    en="{folder} could not be written: {reason}.", nl="{folder} kon niet worden geschreven: {reason}."
)
_JAVA: Final = Message(en="Java {version}: {path}", nl="Java {version}: {path}")
_JARS: Final = Message(en="LanguageTool {version}: {folder}", nl="LanguageTool {version}: {folder}")
_LIBRARY: Final = Message(en="language-tool-python is installed.", nl="language-tool-python is geïnstalleerd.")
_ALL_THERE: Final = Message(
    en="Ready. Use it with: contentlint check --engine languagetool",
    nl="Klaar. Gebruik het met: contentlint check --engine languagetool",
)


def _say(message: BoundMessage) -> None:
    text = message.render(language_of(click.get_current_context()))
    prepare_output(machine=False).write(shown(text) + "\n")


def _install(*, folder: Path | None, lang: str | None) -> None:  # noqa: ARG001 - lang is kept by its option
    place = folder or data_folder()
    _say(_FETCHING(folder=place))
    try:
        install(place)
        version = find_installation({FOLDER_VARIABLE: str(place)}).version()
    except LanguageToolError as error:
        raise UsageProblem(explain(error)) from error
    except OSError as error:
        raise UsageProblem(_NOT_WRITTEN(folder=place, reason=reason_of(error))) from error
    _say(_FETCHED(version=version, folder=place))
    if place != data_folder():
        _say(_NAME_IT(variable=FOLDER_VARIABLE))


def _status(*, lang: str | None) -> int:  # noqa: ARG001 - lang is kept by its option
    ready = True
    try:
        java = find_java()
        version = java_version(java)
        if version is not None and version < LEAST_JAVA:
            raise LanguageToolError(Trouble.OLD_JAVA, str(version))  # noqa: TRY301 - told like the others
        _say(_JAVA(version=version or "?", path=java))
    except LanguageToolError as error:
        ready = False
        _say(explain(error))
    try:
        found = find_installation()
        _say(_JARS(version=found.version() or "?", folder=found.folder))
    except LanguageToolError as error:
        ready = False
        _say(explain(error))
    if find_spec("language_tool_python") is None:
        ready = False
        _say(explain(LanguageToolError(Trouble.NO_LIBRARY)))
    else:
        _say(_LIBRARY())
    if ready:
        _say(_ALL_THERE())
    return _READY if ready else _NOT_READY


def _command(name: str, callback: Any, help_: Message, *params: click.Parameter) -> Command:
    return Command(name, callback=callback, help=help_, params=[*params, lang_option(), options.debug()])


command = Group(
    "languagetool",
    help=Message(
        en="Fetch LanguageTool, or say whether it is ready. LanguageTool is a grammar checker in Java, for use beside our "
        "own rules: contentlint check --engine languagetool.",
        nl="Haal LanguageTool op, of zeg of het klaarstaat. LanguageTool is een grammaticacontrole in Java, te gebruiken "
        "naast onze eigen regels: contentlint check --engine languagetool.",
    ),
    commands=[
        _command(
            "install",
            _install,
            Message(
                en="Fetch LanguageTool with Maven and put it in your data folder.",
                nl="Haal LanguageTool op met Maven en zet het in je map met gegevens.",
            ),
            Option(
                ["--folder"],
                type=PATH,
                metavar=options.FOLDER,
                help=Message(en="Put it in this folder instead.", nl="Zet het liever in deze map."),
            ),
        ),
        _command(
            "status",
            _status,
            Message(
                en="Say whether Java and LanguageTool are there. Exit code 1: something is missing.",
                nl="Zeg of Java en LanguageTool er zijn. Exitcode 1: er ontbreekt iets.",
            ),
        ),
    ],
)
