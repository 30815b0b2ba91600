"""What can be done about a violation, where its message does not say so already."""

from __future__ import annotations

from typing import Final

from contentlint.rules.base import Applicability, Message, Violation
from contentlint.text.records import NamedTuple


class _Label(NamedTuple):
    """What is said of a fix: with what it does, and alone when the message tells that already."""

    with_title: Message
    alone: Message


_FIX: Final = {
    Applicability.SAFE: _Label(
        Message(en="Can be mended by itself: {what}", nl="Kan vanzelf hersteld worden: {what}"),
        Message(en="Can be mended by itself.", nl="Kan vanzelf hersteld worden."),
    ),
    Applicability.UNSAFE: _Label(
        Message(en="Can be mended, but look first: {what}", nl="Te herstellen, maar kijk eerst: {what}"),
        Message(en="Can be mended, but look first.", nl="Te herstellen, maar kijk eerst."),
    ),
}
_SUGGESTION: Final = Message(en="Suggestion: {what}", nl="Voorstel: {what}")
_MOST_SUGGESTIONS: Final = 3
_OR: Final = Message(en=" or ", nl=" of ")


def advice(violation: Violation, language: str) -> str:
    """Return a sentence that says what can be done, or nothing."""
    fix = violation.fix
    said = violation.message.render(language)
    if fix is not None and fix.applicability is not Applicability.SUGGESTION:
        label, title = _FIX[fix.applicability], fix.title.render(language)
        return (label.alone() if title in said else label.with_title(what=title)).render(language)
    texts = [f"‘{text}’" for text in violation.suggestions]
    replacements = [f"‘{edit.replacement}’" for edit in fix.edits] if fix else []
    if any(text in said for text in (*texts, *replacements)):
        return ""
    if texts:
        return _SUGGESTION(what=_OR.in_language(language).join(texts[:_MOST_SUGGESTIONS])).render(language)
    return _SUGGESTION(what=fix.title).render(language) if fix else ""
