"""The commands behind some actions: they do what a client cannot do with an edit that it is given beforehand."""

from __future__ import annotations

from typing import Final

from lsprotocol import types

from contentlint.config.problems import ConfigError
from contentlint.engine.silencing import problem_with_reason
from contentlint.engine.word_adding import add_words
from contentlint.lsp import actions
from contentlint.lsp.checking import Checked
from contentlint.lsp.server import Server
from contentlint.lsp.texts import OpenText
from contentlint.rules.base import Message
from contentlint.rules.spelling.entry import what_is_wrong
from contentlint.rules.system_errors import reason_of
from contentlint.text import Edit

_ADDED: Final = Message(en="Added to {path}: {word}.", nl="Toegevoegd aan {path}: {word}.")
_NOT_WRITTEN: Final = Message(
    en="{path} could not be written: {reason}.", nl="{path} kon niet worden geschreven: {reason}."
)
_NOT_READ: Final = Message(
    en='This list is not used yet: add "{name}" to ‘words’ in the settings.',
    nl='Deze lijst wordt nog niet gebruikt: zet "{name}" bij ‘words’ in de instellingen.',
)
_NO_SETTINGS: Final = Message(
    en="The settings cannot be read, so the word list is not known. Mend them first.",
    nl="De instellingen zijn niet te lezen; daardoor is de woordenlijst niet bekend. Herstel ze eerst.",
)
_GONE: Final = Message(
    en="This is not reported here any more. Perhaps the text was changed meanwhile.",
    nl="Dit wordt hier niet meer gemeld. Misschien is de tekst intussen veranderd.",
)
_NO_PLACE: Final = Message(
    en="No comment can stand here without changing the page. Switch the rule off for this file in the settings.",
    nl="Hier kan geen commentaar staan zonder de pagina te veranderen. Zet de regel voor dit bestand uit in de instellingen.",
)


def register(server: Server) -> None:
    """Teach a server its commands."""

    @server.command(actions.ADD_WORD)
    async def add_word(uri: str, word: str) -> None:
        found = await server.current(uri)
        if found is None:
            return
        _, checked = found
        project, settings = checked.project, checked.project.settings
        language = checked.outcome.language.partition("-")[0].lower()
        if not project.is_usable:
            server.say(_NO_SETTINGS(), types.MessageType.Error, project)
            return
        if message := what_is_wrong(word, language):
            server.say(message, types.MessageType.Error, project)
            return
        try:
            added = await server.checking.run(lambda: add_words(settings, language, [word]))
        except OSError as error:
            server.say(_NOT_WRITTEN(path=error.filename, reason=reason_of(error)), types.MessageType.Error, project)
            return
        except ConfigError as error:
            server.say(error.problems[0].message, types.MessageType.Error, project)
            return
        server.say(_ADDED(path=added.name, word=word), project=project)
        if not added.is_read:
            server.say(_NOT_READ(name=added.name), types.MessageType.Warning, project)
        if await server.checking.take_in([added.path]):
            await server.refresh()

    @server.command(actions.IGNORE_HERE)
    async def ignore_here(uri: str, rule: str, line: int, character: int, *reasons: str) -> None:
        found = await server.current(uri)
        if found is None:
            return
        text, checked = found
        view = server.view(checked.project)
        reason = next(iter(reasons), "") or actions.AS_MEANT.in_language(view.language)
        if problem := problem_with_reason(reason):
            server.say(problem, types.MessageType.Error, checked.project)
            return
        start = text.places.offset(types.Position(line, character))
        if not any(one.rule.name == rule and one.span.start == start for one in checked.violations):
            server.say(_GONE(), types.MessageType.Warning, checked.project)
            return
        edits = await server.checking.run(lambda: actions.ignoring(text, checked, rule, start, reason))
        await _apply(server, text, checked, edits, _NO_PLACE)

    @server.command(actions.LANGUAGE)
    async def language(uri: str) -> str:
        """Tell a client that asks for a reason in which language the findings are."""
        found = await server.current(uri)
        return server.language if found is None else server.view(found[1].project).language

    @server.command(actions.FIX_ALL)
    async def fix_all(uri: str) -> None:
        found = await server.current(uri)
        if found is not None:
            text, checked = found
            edits = await server.checking.run(lambda: actions.all_fixes(text, checked))
            await _apply(server, text, checked, edits, None)


async def _apply(
    server: Server, text: OpenText, checked: Checked, edits: list[Edit], otherwise: Message | None
) -> None:
    """Have the client apply edits of a text, unless it was changed meanwhile; say what is so when there are none."""
    if text.edits != checked.edits:
        server.say(_GONE(), types.MessageType.Warning, checked.project)
    elif edits:
        await server.workspace_apply_edit_async(types.ApplyWorkspaceEditParams(server.edit(text, edits)))
    elif otherwise is not None:
        server.say(otherwise(), types.MessageType.Warning, checked.project)
