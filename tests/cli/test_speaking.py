"""Help and click's own messages, in the reader's language."""

from __future__ import annotations

import ast
import gettext
import os
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import click
import pytest
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from contentlint.cli.app import program
from contentlint.cli.speaking import Argument, Command, Option, language_asked

Call = Callable[..., Any]
CATALOGUE = Path(__file__).parents[2] / "src/contentlint/cli/locale/nl/LC_MESSAGES/click"


def commands(command: click.Command = program, *names: str) -> Iterator[tuple[tuple[str, ...], click.Command]]:
    """Yield every command with its names."""
    yield names, command
    if isinstance(command, click.Group):
        ctx = click.Context(command)
        for name in command.list_commands(ctx):
            below = command.get_command(ctx, name)
            assert below is not None
            yield from commands(below, *names, name)


ALL = [pytest.param(names, command, id=" ".join(names) or "contentlint") for names, command in commands()]


@pytest.mark.parametrize(("names", "command"), ALL)
def test_every_command_speaks_both_languages(names: tuple[str, ...], command: click.Command) -> None:
    assert isinstance(command, Command)
    assert all(isinstance(parameter, Option | Argument) for parameter in command.params)
    assert "lang" in {parameter.name for parameter in command.params}, names


@pytest.mark.parametrize(("names", "command"), ALL)
def test_help_in_dutch_has_no_english(call: Call, names: tuple[str, ...], command: click.Command) -> None:
    dutch, english = (call(*names, "--lang", language, "--help") for language in ("nl", "en"))
    assert (dutch.code, english.code) == (0, 0)
    assert dutch.out.startswith(f"Gebruik: {' '.join(('contentlint', *names))} [OPTIES]")
    assert english.out.startswith(f"Usage: {' '.join(('contentlint', *names))} [OPTIONS]")
    for word in (" the ", " of the ", "Show", "Options", "Commands", "default", "PATH", "FILE", "INTEGER", "TEXT "):
        assert word not in dutch.out.replace(" Dask", ""), word
    for word in (" de ", " het ", "Toon", "Opties", "standaard"):
        assert word not in english.out, word
    options = [name for parameter in command.params for name in (*parameter.opts, *parameter.secondary_opts)]
    for name in options:
        if name.startswith("-"):
            assert name in dutch.out
            assert name in english.out


@pytest.mark.parametrize(
    ("arguments", "dutch"),
    [
        (["check", "--hulp"], "Fout: De optie '--hulp' bestaat niet."),
        (["--hulp"], "Fout: De optie '--hulp' bestaat niet."),
        (["chekc"], "Fout: De opdracht 'chekc' bestaat niet."),
        (["check", "--output-format"], "Fout: Achter de optie '--output-format' ontbreekt een waarde."),
        (["check", "--fix=ja"], "Fout: De optie '--fix' krijgt geen waarde."),
        (["check", "--jobs", "veel"], "Fout: Deze waarde van '--jobs' / '-j' kan niet: 'veel' is geen getal."),
        (["check", "--jobs", "0"], "Fout: Deze waarde van '--jobs' / '-j' kan niet: 0 valt buiten het bereik x>=1."),
        (["check", "--fail-on", "x"], "kan niet: 'x' is geen van 'error', 'warning', 'info'."),
        (["check", ""], "kan niet: een lege naam is geen bestand"),
        (["rule"], "Fout: Er ontbreekt een argument: 'NAAM'."),
        (["rule", "a", "b"], "Fout: Er staat een argument te veel (b)."),
        (["rule", "a", "b", "c"], "Fout: Er staan argumenten te veel (b c)."),
        (["config", "explain"], "Fout: Er ontbreekt een argument: 'PAD'."),
        (["words", "lijst"], "Fout: De opdracht 'lijst' bestaat niet."),
    ],
)
def test_a_wrong_call_is_told_in_dutch(call: Call, arguments: list[str], dutch: str) -> None:
    outcome = call("--lang", "nl", *arguments)
    assert (outcome.code, outcome.out) == (2, "")
    assert dutch in outcome.err
    assert "Error" not in outcome.err
    behind = call(*arguments[:1], *arguments[1:], "--lang=nl")
    if "te veel" not in dutch and "ontbreekt een waarde" not in dutch:
        assert dutch in behind.err
    assert "Error: " in call(*arguments).err


def test_the_locale_decides_where_nothing_is_asked(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANG", "nl_NL.UTF-8")
    assert "bestaat niet" in call("check", "--hulp").err
    assert "No such option" in call("check", "--hulp", "--lang", "en").err
    assert call("--help").out.startswith("Gebruik:")
    assert call("--lang", "en", "--help").out.startswith("Usage:")


def test_a_language_before_the_command_is_the_language_of_its_messages(call: Call) -> None:
    assert "1 bestand bekeken" in call("--lang", "nl", "check", "content/goed.md").out
    assert "1 file checked" in call("--lang", "nl", "check", "--lang", "en", "content/goed.md").out
    assert "1 file checked" in call("check", "content/goed.md").out


def test_the_environment_is_left_as_it_was(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANGUAGE", "fr")
    call("--lang", "nl", "--hulp")
    assert os.environ["LANGUAGE"] == "fr"
    assert gettext.textdomain() == "messages"
    monkeypatch.delenv("LANGUAGE")
    call("--lang", "nl", "--hulp")
    assert "LANGUAGE" not in os.environ


@pytest.mark.parametrize(
    ("arguments", "language"),
    [
        (["--lang", "nl", "check"], "nl"),
        (["check", "--lang=nl"], "nl"),
        (["check", "--lang", "nl", "--lang", "en"], "en"),
        (["check", "--", "--lang", "nl"], None),
        (["check", "--lang"], None),
        (["check", "--lang", "fy"], None),
        ([], None),
    ],
)
def test_the_language_is_seen_before_a_call_is_understood(arguments: list[str], language: str | None) -> None:
    assert language_asked(arguments) == language


def test_the_catalogue_in_use_is_the_one_that_can_be_read() -> None:
    with CATALOGUE.with_suffix(".po").open("rb") as file:
        catalogue = read_po(file)
    made = BytesIO()
    write_mo(made, catalogue)
    assert CATALOGUE.with_suffix(".mo").read_bytes() == made.getvalue(), "make generated makes it again"
    for message in catalogue:
        assert all(message.string if isinstance(message.string, tuple) else (message.string,)), message.id
        assert not list(message.check(catalogue))


def test_what_click_says_of_a_call_is_in_the_catalogue() -> None:
    """What is left out are questions, other types of values and mistakes of programmers, none of which can occur."""
    with CATALOGUE.with_suffix(".po").open("rb") as file:
        translated = {message.id if isinstance(message.id, str) else message.id[0] for message in read_po(file)}
    said = {
        call.args[0].value
        for name in ("exceptions", "parser", "formatting")
        for call in ast.walk(ast.parse(Path(click.__path__[0], f"{name}.py").read_text("utf-8")))
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id in {"_", "ngettext"}
        if isinstance(call.args[0], ast.Constant)
    }
    impossible = {
        "Could not open file {filename!r}: {message}",
        "unknown error",
        "Missing {param_type}",
        "Invalid start character for option ({option})",
    }
    assert {text for text in said if isinstance(text, str)} - translated <= impossible
