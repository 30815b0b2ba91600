"""What an editor can do about a violation with one key: mend it, accept the word, or say that it is meant so."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Final

from lsprotocol import types

from contentlint.engine.choices import Choice, choices_for
from contentlint.engine.fixer import fix_source
from contentlint.engine.silencing import silence
from contentlint.engine.suppressing import NEVER_SILENCED
from contentlint.lsp.checking import Checked
from contentlint.lsp.diagnostics import diagnostic
from contentlint.lsp.places import Places
from contentlint.lsp.texts import OpenText
from contentlint.outputs.results import View
from contentlint.rules.base import Applicability, Message, Violation
from contentlint.rules.spelling.mistake import SpellingMistake
from contentlint.rules.spelling.unknown_word import SpellingUnknownWord
from contentlint.text import Edit, SourceText, Span
from contentlint.text.records import NamedTuple

ADD_WORD: Final = "contentlint.addWord"
IGNORE_HERE: Final = "contentlint.ignoreHere"
FIX_ALL: Final = "contentlint.fixAll"
LANGUAGE: Final = "contentlint.language"
FIX_ALL_KIND: Final = "source.fixAll.contentlint"

_ADD: Final = Message(en="Add ‘{word}’ to the site’s word list", nl="Zet ‘{word}’ in de woordenlijst van de site")
_IGNORE: Final = Message(en="Ignore ‘{what}’ here, because …", nl="Negeer ‘{what}’ hier, want …")
_FIX_ALL: Final = Message(
    en="Mend everything that readers will not notice", nl="Herstel alles waar lezers niets van merken"
)
AS_MEANT: Final = Message(en="it is meant like this", nl="het is zo bedoeld")
"""The reason that stands in a comment when a client has no way to ask for one."""

_ABOUT_WORDS: Final = frozenset((SpellingMistake.info, SpellingUnknownWord.info))
_SAFE: Final = frozenset((Applicability.SAFE,))


class Offer(NamedTuple):
    """What the offers are for.

    Attributes:
        text: the text.
        checked: what was found in it as it is now.
        view: how the reader sees it.
    """

    text: OpenText
    checked: Checked
    view: View


def offers(
    offer: Offer, span: Span, only: Sequence[str], edit: Callable[[Sequence[Edit]], types.WorkspaceEdit]
) -> Iterator[types.CodeAction]:
    """Yield what can be done about the violations at a span.

    Args:
        offer: the text and what was found in it.
        span: what is selected, or the place of the cursor.
        only: the kinds of actions that are wanted; empty for all.
        edit: makes an edit of the text that the client can apply.
    """
    if not _wanted(types.CodeActionKind.QuickFix, only):
        return
    places = offer.text.places
    for violation in offer.checked.violations:
        if span.start <= violation.span.end and violation.span.start <= span.end:
            yield from _of_violation(offer, violation, places, edit)


def wants_fix_all(only: Sequence[str]) -> bool:
    """Whether an action is asked for that mends all there is."""
    return bool(only) and _wanted(FIX_ALL_KIND, only)


def fix_all(offer: Offer, edit: types.WorkspaceEdit) -> types.CodeAction:
    """Return the action that mends all there is."""
    return types.CodeAction(_FIX_ALL.in_language(offer.view.language), FIX_ALL_KIND, edit=edit)


def _wanted(kind: str, only: Sequence[str]) -> bool:
    return not only or any(kind == one or kind.startswith(f"{one}.") for one in only)


def _of_violation(
    offer: Offer, violation: Violation, places: Places, edit: Callable[[Sequence[Edit]], types.WorkspaceEdit]
) -> Iterator[types.CodeAction]:
    language = offer.view.language
    uri = offer.text.uri
    reported = [diagnostic(violation, places, offer.view)]
    kind = types.CodeActionKind.QuickFix
    choices = [*choices_for(violation)]
    for choice in choices:
        title = choice.title.render(language).rstrip(".")
        preferred = choice.edits == _preferred(violation, choices) or None
        yield types.CodeAction(title, kind, reported, is_preferred=preferred, edit=edit(choice.edits))
    if violation.rule in _ABOUT_WORDS:
        word = offer.checked.source[violation.span]
        yield _command(_ADD(word=word).render(language), ADD_WORD, [uri, word], reported)
    if violation.rule.code not in NEVER_SILENCED:
        start = places.position(violation.span.start)
        arguments = [uri, violation.rule.name, start.line, start.character]
        yield _command(_IGNORE(what=violation.rule.summary).render(language), IGNORE_HERE, arguments, reported)


def _preferred(violation: Violation, choices: Sequence[Choice]) -> tuple[Edit, ...] | None:
    """Return what is to be done without choosing: a safe fix, or a suggestion that is the only one."""
    fix = violation.fix
    if fix is None or fix.applicability is Applicability.UNSAFE:
        return None
    return fix.edits if fix.applicability is Applicability.SAFE or len(choices) == 1 else None


def _command(title: str, name: str, arguments: list[object], reported: Sequence[types.Diagnostic]) -> types.CodeAction:
    command = types.Command(title, name, arguments=arguments)
    return types.CodeAction(title, types.CodeActionKind.QuickFix, reported, command=command)


def all_fixes(text: OpenText, checked: Checked) -> list[Edit]:
    """Return the edits that mend what may be mended unasked. Called in the thread of the checks."""
    project, path = checked.project, text.path
    fixed = fix_source(checked.source, lambda source: project.try_out(source, path), _SAFE)
    return difference(checked.source, fixed.source)


def ignoring(text: OpenText, checked: Checked, rule: str, start: int, reason: str) -> list[Edit]:
    """Return the edits that silence what a rule found at an offset; none when no comment can do that.

    Called in the thread of the checks.
    """
    project, path = checked.project, text.path
    found = [one for one in checked.violations if one.rule.name == rule and one.span.start == start]
    silenced = silence(
        checked.source,
        found,
        reason,
        lambda source: project.try_out(source, path),
        project.settings.registry,
    )
    return list(silenced.edits)


def difference(before: SourceText, after: SourceText) -> list[Edit]:
    """Return the edit that makes one text of another, from the first place where they differ to the last."""
    old, new = before.text, after.text
    if old == new:
        return []
    shortest = min(len(old), len(new))
    start = next((index for index in range(shortest) if old[index] != new[index]), shortest)
    end = next((index for index in range(shortest - start) if old[-1 - index] != new[-1 - index]), shortest - start)
    return [Edit(Span(start, len(old) - end), new[start : len(new) - end])]
