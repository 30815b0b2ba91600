"""``contentlint words``: adds words to the word lists of a site, and looks for words to add."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final, TextIO

import click

from contentlint.cli import options
from contentlint.cli.files import PATH, Desk
from contentlint.cli.progress import Progress
from contentlint.cli.reporting import LANGUAGE, UsageProblem, language_of
from contentlint.cli.screen import prepare_output
from contentlint.cli.speaking import Argument, Command, Group, Option, lang_option
from contentlint.config import CommandLine, Layer, Settings, load_settings
from contentlint.engine.word_adding import add_words, list_for
from contentlint.language.packs import SPELLED
from contentlint.outputs.display import shown
from contentlint.rules.base import Message
from contentlint.rules.registry import builtin
from contentlint.rules.spelling.entry import IN_LANGUAGE, what_is_wrong
from contentlint.rules.spelling.unknown_word import SpellingUnknownWord
from contentlint.rules.system_errors import reason_of

if TYPE_CHECKING:
    from contentlint.engine.unknown_words import UnknownWord

_WORDS: Final = Message(en="WORDS", nl="WOORDEN")

_DONE: Final = 0
_FAILED: Final = 2
_MOST: Final = 40
"""How many probable mistakes are shown of each language."""

_WHICH_LANGUAGE: Final = Message(
    en="For texts in which language? Say so with --language {languages}.",
    nl="Voor teksten in welke taal? Zeg het met --language {languages}.",
)
_NOT_WRITTEN: Final = Message(
    en="{path} could not be written: {reason}.", nl="{path} kon niet worden geschreven: {reason}."
)
_ADDED: Final = Message(en="Added to {path}: {words}.", nl="Toegevoegd aan {path}: {words}.")
_GUESSED: Final = Message(
    en="That is the list for {language} texts; for other texts, say --language {others}.",
    nl="Dat is de lijst voor {language} teksten; zeg voor andere teksten --language {others}.",
)
_NOTHING_NEW: Final = Message(
    en="Nothing to add: {path} has them all.", nl="Niets toe te voegen: alles staat al in {path}."
)
_NOT_READ: Final = Message(
    en='This list is not used yet: add "{name}" to ‘words’ in {settings}.',
    nl='Deze lijst wordt nog niet gebruikt: zet "{name}" bij ‘words’ in {settings}.',
)
_NO_WORDS: Final = Message(en="No unknown words to add.", nl="Geen onbekende woorden om toe te voegen.")
_WORTH_ADDING: Final = Message(
    en="Unknown words, for {path} if they are right:", nl="Onbekende woorden, voor {path} als ze kloppen:"
)
_PROBABLY_MISTAKES: Final = Message(en="Probably mistakes:", nl="Waarschijnlijk fouten:")
_MORE: Final = Message(en="and {count} more", nl="en nog {count}")
_HOW_TO_ADD: Final = Message(
    en="Add all of the first group with --write, or some with: contentlint words add WORD",
    nl="Voeg de hele eerste groep toe met --write, of enkele met: contentlint words add WOORD",
)


def _add(words: tuple[str, ...], *, language: str | None, config: Path | None, lang: str | None) -> int:
    ctx = click.get_current_context()
    settings = load_settings(
        Path(), builtin(), config=config, command_line=CommandLine(message_language=lang), run_code=False
    )
    ctx.meta[LANGUAGE] = settings.message_language or language_of(ctx)
    desk = Desk(ctx.meta[LANGUAGE])
    entries = [word.strip() for word in words]
    is_guess = language is None and not any("/" in entry for entry in entries)  # a model tells the language
    language = language or _language_of(entries, _language_of_site(settings))
    for entry in entries:
        if message := what_is_wrong(entry, language):
            raise UsageProblem(message)
    _write(settings, language, entries, desk)
    if is_guess and not desk.failed:
        others = "|".join(other for other in SPELLED if other != language)
        desk.say(_GUESSED(language=IN_LANGUAGE[language], others=others))
    return _FAILED if desk.failed else _DONE


def _suggest(
    paths: tuple[Path, ...],
    *,
    language: str | None,
    at_least: int,
    write: bool,
    config: Path | None,
    lang: str | None,
) -> int:
    from contentlint.engine.discovery import default_paths, discover  # noqa: PLC0415 - not for adding
    from contentlint.engine.run import check_paths  # noqa: PLC0415
    from contentlint.engine.unknown_words import unknown_words  # noqa: PLC0415

    ctx = click.get_current_context()
    command_line = CommandLine(Layer(select=(SpellingUnknownWord.info.name,)), message_language=lang)
    settings = load_settings(
        next(iter(paths), Path()), builtin(), config=config, command_line=command_line, run_code=False
    )
    ctx.meta[LANGUAGE] = spoken = settings.message_language or language_of(ctx)
    desk = Desk(spoken)
    stream = prepare_output(machine=False)
    discovery = discover(paths or default_paths(), settings.is_excluded)
    for notice in discovery.notices:
        desk.notify(notice)
    progress = Progress(sys.stderr, spoken)
    results = progress.around(check_paths(discovery.files, settings, on_progress=progress.update))
    found = [one for one in unknown_words(results) if one.times >= at_least and language in (None, one.language)]
    if not found:
        desk.say(_NO_WORDS())
    for tongue in dict.fromkeys(one.language for one in found):
        here = [one for one in found if one.language == tongue]
        right = [one for one in here if not one.meant]
        if right:
            stream.write(_WORTH_ADDING(path=list_for(settings, tongue)).render(spoken) + "\n")
            _show(right, stream)
        if wrong := [one for one in here if one.meant]:
            stream.write(_PROBABLY_MISTAKES().render(spoken) + "\n")
            _show(wrong[:_MOST], stream)
            if len(wrong) > _MOST:
                stream.write(f"      {_MORE(count=len(wrong) - _MOST).render(spoken)}\n")
        if right and write:
            _write(settings, tongue, [one.word for one in right], desk)
    if not write and any(not one.meant for one in found):
        desk.say(_HOW_TO_ADD())
    return _FAILED if desk.failed else _DONE


def _show(words: Sequence[UnknownWord], stream: TextIO) -> None:
    names = [f"{one.word} → {one.meant}" if one.meant else one.word for one in words]
    longest = max(len(name) for name in names)
    stream.writelines(
        f"{one.times:5}  {shown(name):{longest}}  {shown(one.path)}:{one.line}:{one.column}\n"
        for name, one in zip(names, words, strict=True)
    )
    stream.write("\n")


def _language_of(entries: Sequence[str], usual: str) -> str:
    """Return the language that knows all models of entries: the usual one when it does, or when none does."""
    for language in (usual, *SPELLED):
        if not any(what_is_wrong(entry, language) for entry in entries):
            return language
    return usual


def _language_of_site(settings: Settings) -> str:
    """Return the one language that a site's words can be for.

    Raises:
        UsageProblem: nothing tells which it is.
    """
    from contentlint.site import Site  # noqa: PLC0415 - only when no language was named

    site = Site.find(Path.cwd())
    said = settings.layer.language or (site.configuration.default_language if site else "")
    language = said.partition("-")[0].lower()
    if language not in SPELLED:
        raise UsageProblem(_WHICH_LANGUAGE(languages="|".join(SPELLED)))
    return language


def _write(settings: Settings, language: str, words: Sequence[str], desk: Desk) -> None:
    """Add words to the list for a language, which is made when there is none."""
    from contentlint.engine.runner import shown_path  # noqa: PLC0415 - not before something is written

    try:
        path, added, name, is_read = add_words(settings, language, words)
    except OSError as error:
        desk.failed = True
        path = settings.root / list_for(settings, language)
        desk.say(_NOT_WRITTEN(path=shown_path(path), reason=reason_of(error)))
        return
    desk.say(_ADDED(path=shown_path(path), words=", ".join(added)) if added else _NOTHING_NEW(path=shown_path(path)))
    if settings.file and not is_read:
        desk.say(_NOT_READ(name=name, settings=shown_path(settings.file)))


def _language() -> Option:
    return Option(
        ["--language"],
        type=click.Choice(SPELLED),
        help=Message(
            en="The language of the texts that have the words.", nl="De taal van de teksten waar de woorden in staan."
        ),
    )


command = Group(
    "words",
    help=Message(
        en="Add words to the word list of a site, or look for words to add.",
        nl="Zet woorden op de woordenlijst van een site, of zoek woorden die daarop horen.",
    ),
    commands=[
        Command(
            "add",
            callback=_add,
            summary=Message(en="Add words to the site's word list.", nl="Zet woorden op de woordenlijst van de site."),
            help=Message(
                en="Add WORDS to the site's word list: each is a word, or word/model to have the forms of a word that the "
                "dictionary knows (mastodonner/schrijver).",
                nl="Zet WOORDEN op de woordenlijst van de site: elk is een woord, of woord/voorbeeld om ook de vormen te "
                "krijgen van een woord dat het woordenboek kent (mastodonner/schrijver).",
            ),
            params=[
                Argument("words", _WORDS, nargs=-1, required=True),
                _language(),
                options.config(),
                lang_option(),
                options.debug(),
            ],
        ),
        Command(
            "suggest",
            callback=_suggest,
            summary=Message(
                en="List the words that no dictionary knows.",
                nl="Geef een lijst van woorden die geen woordenboek kent.",
            ),
            help=Message(
                en="List the words that no dictionary knows, most frequent first, with one place each. Without PATHS: the "
                "content of the Hugo site here, or all Markdown files below the working folder.",
                nl="Geef een lijst van woorden die geen woordenboek kent, de meest gebruikte eerst, elk met één plaats. "
                "Zonder PADEN: de inhoud van de Hugo-site hier, of alle Markdown-bestanden onder de werkmap.",
            ),
            params=[
                Argument("paths", options.PATHS, nargs=-1, type=PATH),
                _language(),
                Option(
                    ["--at-least"],
                    type=click.IntRange(1),
                    default=2,
                    show_default=True,
                    metavar=options.NUMBER,
                    help=Message(
                        en="Leave out words that stand there less often.",
                        nl="Laat woorden weg die er minder vaak staan.",
                    ),
                ),
                Option(
                    ["--write"],
                    is_flag=True,
                    help=Message(
                        en="Add the words that are probably right.",
                        nl="Zet de woorden die waarschijnlijk goed zijn op de lijst.",
                    ),
                ),
                options.config(),
                lang_option(),
                options.debug(),
            ],
        ),
    ],
)
