"""The one run of the spelling check that the spelling rules share, and how its findings are told."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Any, ClassVar, Final

from contentlint.document import Document
from contentlint.language import Finding, Level, Piece, Reason, SpellChecker, WordList
from contentlint.rules.base import Message, Rule, Severity, Violation
from contentlint.text import Span

_UNKNOWN: Final = Message(
    en="No dictionary knows ‘{word}’. Check how it is written; if it is right, add it to the site’s word list.",
    nl="‘{word}’ staat in geen woordenboek. Kijk na hoe je het schrijft; klopt het, zet het dan in de woordenlijst van de site.",
)

REASONS: Final = {
    Reason.UNKNOWN: _UNKNOWN,
    Reason.NEAR: Message(
        en="‘{word}’ is a spelling mistake; ‘{suggestion}’ is most likely meant.",
        nl="‘{word}’ is een spelfout; waarschijnlijk is ‘{suggestion}’ bedoeld.",
    ),
    Reason.LISTED_WRONG: Message(
        en="‘{word}’ is a well-known spelling mistake. Write ‘{suggestion}’.",
        nl="‘{word}’ is een bekende spelfout. Schrijf ‘{suggestion}’.",
    ),
    Reason.ACCENT: Message(
        en="The accents in ‘{word}’ are not right. Write ‘{suggestion}’.",
        nl="De accenten of trema’s in ‘{word}’ kloppen niet. Schrijf ‘{suggestion}’.",
    ),
    Reason.PARTICIPLE: Message(
        en="The end of ‘{word}’ is wrong. This past participle is written ‘{suggestion}’.",
        nl="Het eind van ‘{word}’ klopt niet. Dit voltooid deelwoord schrijf je als ‘{suggestion}’.",
    ),
    Reason.ENGLISH_PARTICIPLE: Message(
        en="‘{word}’ is conjugated the English way; in Dutch this verb ends in d or t. Write ‘{suggestion}’.",
        nl="‘{word}’ is op z’n Engels vervoegd; in het Nederlands eindigt dit werkwoord op d of t. Schrijf ‘{suggestion}’.",
    ),
    Reason.PLURAL: Message(
        en="The plural ‘{word}’ has its apostrophe wrong. Write ‘{suggestion}’.",
        nl="In het meervoud ‘{word}’ klopt de apostrof niet. Schrijf ‘{suggestion}’.",
    ),
    Reason.LINKING_S: Message(
        en="‘{word}’ misses the s between its parts. Write ‘{suggestion}’.",
        nl="In ‘{word}’ ontbreekt de tussen-s. Schrijf ‘{suggestion}’.",
    ),
    Reason.LINKING_N: Message(
        en="The n between the parts of ‘{word}’ is not right. Write ‘{suggestion}’.",
        nl="De tussen-n klopt niet in ‘{word}’. Schrijf ‘{suggestion}’.",
    ),
    Reason.HYPHEN_NEEDLESS: Message(
        en="‘{word}’ needs no hyphen. Write ‘{suggestion}’.",
        nl="‘{word}’ heeft geen koppelteken nodig. Schrijf ‘{suggestion}’.",
    ),
    Reason.HYPHEN_MISSING: Message(
        en="‘{word}’ is written with a hyphen. Write ‘{suggestion}’.",
        nl="‘{word}’ krijgt een koppelteken. Schrijf ‘{suggestion}’.",
    ),
    Reason.SPLIT: Message(
        en="No dictionary knows ‘{word}’. Are these two words: ‘{suggestion}’?",
        nl="‘{word}’ staat in geen woordenboek. Zijn dit twee woorden: ‘{suggestion}’?",
    ),
    Reason.CAPITAL: Message(
        en="The capitals in ‘{word}’ are not right. Write ‘{suggestion}’.",
        nl="De hoofdletters in ‘{word}’ kloppen niet. Schrijf ‘{suggestion}’.",
    ),
}
"""What is said of each reason."""


@lru_cache(maxsize=8)
def _checker(words: tuple[str, ...]) -> SpellChecker:
    return SpellChecker(WordList(words))


def _run(document: Document, words: tuple[str, ...]) -> tuple[tuple[Span, Finding], ...]:
    prose = document.prose
    pieces = [Piece(piece.text, piece.language, piece.kind) for piece in prose]
    return tuple(
        (prose[finding.piece].span_of(finding.start, finding.end), finding) for finding in _checker(words).check(pieces)
    )


def spelling_findings(document: Document, words: tuple[str, ...]) -> tuple[tuple[Span, Finding], ...]:
    """Return what the spelling check finds in a document, with its places; the check runs once.

    Args:
        document: the document.
        words: the words that editors accept in it.
    """
    return document.cached(("spelling", words), lambda: _run(document, words))


def accepts(word: str, language: str, words: tuple[str, ...]) -> bool:
    """Whether the dictionary of a language, or one of the words that editors accept, knows a word."""
    return _checker(words).accepts(word, language)


class SpellingRule(Rule[Any]):
    """A rule that tells the findings of one level."""

    level: ClassVar[Level]

    def findings(self) -> Iterator[Violation]:
        """Yield what the spelling check found at this rule's level."""
        words = (*self.page.words, *self.document.words)
        for span, finding in spelling_findings(self.document, words):
            if finding.level is self.level:
                yield self._tell(span, finding)

    def _tell(self, span: Span, finding: Finding) -> Violation:
        first = finding.suggestions[0] if finding.suggestions else ""
        message = REASONS[finding.reason] if first else _UNKNOWN
        severity = Severity.ERROR if finding.is_certain else self.info.severity
        return self.violation(
            span,
            message(word=finding.word, suggestion=first) if first else message(word=finding.word),
            severity=severity,
            suggestions=finding.suggestions,
        )
