"""LT001: what LanguageTool finds besides the rules of our own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, ClassVar, Final

from contentlint.document import Document, Prose
from contentlint.language.findings import Piece
from contentlint.rules.base import (
    Applicability,
    Example,
    Family,
    Invalid,
    Message,
    Options,
    Rule,
    RuleInfo,
    Severity,
    Valid,
    Violation,
    on,
)
from contentlint.rules.grammar.check import grammar_findings
from contentlint.rules.spelling.check import accepts, spelling_findings
from contentlint.text import Span

if TYPE_CHECKING:
    from contentlint.language.languagetool.client import Match
    from contentlint.language.languagetool.proofreader import Proofreader

_MATCHES: Final = "languagetool"
_MOST_SUGGESTIONS: Final = 5
_LONGEST: Final = 160
_SENTENCE: Final = re.compile(r".+?[.!?…][”’\"']?(?=\s|$)", re.DOTALL)
_WORD: Final = re.compile(r"[^\W_][\w'’.-]*")
_DICTIONARY: Final = re.compile(r"MORFOLOGIK|HUNSPELL|SPELLER|CHECKCASE")
_GRAMMAR_KINDS: Final = frozenset({"grammar", "duplication"})
_GRAMMAR_CATEGORIES: Final = frozenset({"GRAMMAR", "VORMFOUTEN"})


def have_read(document: Document, proofreader: Proofreader) -> None:
    """Let LanguageTool read the prose of a document; the rule tells what it said.

    Raises:
        LanguageToolError: LanguageTool cannot be used.
    """
    pieces = [Piece(piece.text, piece.language, piece.kind) for piece in document.prose]
    document.cached(_MATCHES, lambda: proofreader.read(pieces))


class LanguageTool(Rule[Options]):
    """Reports what LanguageTool finds and our own rules for spelling and grammar do not.

    LanguageTool is a program of its own, which must be installed (`contentlint languagetool install`) and asked for
    (`--engine languagetool`, or `enabled = true` under `[languagetool]`). Its own name for the rule stands beside each
    finding. Left out is what our rules report at the same place, and words on a word list. LanguageTool's own dictionaries
    are used with `spelling = true` only: ours judges every word already.

    What LanguageTool calls grammar is a warning; the rest is worth a look (info).

    ## Why is this bad?
    LanguageTool knows thousands of patterns of words that may be mistakes. It is wrong more often than our own rules.

    ## Fix safety
    The fix is a suggestion of LanguageTool; look whether it fits.
    """

    dutch: ClassVar = """Meldt wat LanguageTool vindt en onze eigen regels voor spelling en grammatica niet.

    LanguageTool is een eigen programma, dat je installeert (`contentlint languagetool install`) en waar je om vraagt
    (`--engine languagetool`, of `enabled = true` onder `[languagetool]`). Bij elke vondst staat hoe LanguageTool de regel
    zelf noemt. Weggelaten is wat onze regels op dezelfde plek melden, en woorden uit een woordenlijst. LanguageTools eigen
    woordenboeken worden alleen met `spelling = true` gebruikt: het onze beoordeelt elk woord al.

    Wat LanguageTool grammatica noemt is een waarschuwing; de rest is het bekijken waard (info).

    ## Waarom is dat erg?
    LanguageTool kent duizenden woordpatronen die fout kunnen zijn. Het heeft vaker ongelijk dan onze eigen regels.

    ## Wat herstellen doet
    Het herstel is een voorstel van LanguageTool; kijk of het past.
    """

    info = RuleInfo(
        name="languagetool",
        code="LT001",
        family=Family.LANGUAGETOOL,
        severity=Severity.INFO,
        summary=Message(en="Found by LanguageTool", nl="Gevonden door LanguageTool"),
        fixable=Applicability.SUGGESTION,
        default=False,
        languages=("nl", "en"),
        since="0.1.0",
    )
    said = Message(en="LanguageTool says: {said}", nl="LanguageTool zegt: {said}")
    examples: ClassVar[tuple[Example, ...]] = (
        Valid("De buurvrouw leest elke avond een boek.\n", language="nl"),
        Valid("She reads a book every evening.\n"),
        Invalid("Hij heeft een ⟦fout zin⟧ geschreven.\n", fixed="Hij heeft een foute zin geschreven.\n", language="nl"),
        Invalid("She ⟦go⟧ to school every day.\n", fixed="She goes to school every day.\n"),
    )

    @on(Document)
    def check(self, document: Document) -> Iterator[Violation]:
        read: Sequence[Sequence[Match]] = document.cached(_MATCHES, tuple)
        words = (*self.page.words, *document.words)
        ours = [span for span, _ in spelling_findings(document, words)]
        ours += [document.prose[one.piece].span_of(one.start, one.end) for one in grammar_findings(document)]
        for piece, matches in zip(document.prose, read, strict=False):
            for match in matches:
                span = piece.span_of(match.start, match.end)
                if not any(span.overlaps(other) for other in ours) and not self._is_known(piece, match, words):
                    yield self._tell(span, piece.text[match.start : match.end], match)

    def _is_known(self, piece: Prose, match: Match, words: tuple[str, ...]) -> bool:
        """Whether it is about a word on a word list, or about the spelling of words that our dictionary knows."""
        found = _WORD.findall(piece.text[match.start : match.end])
        if not found:
            return False
        if _DICTIONARY.search(match.rule):
            return all(accepts(word.rstrip(".-'’"), piece.language, words) for word in found)
        return len(found) == 1 and found[0] in words

    def _tell(self, span: Span, written: str, match: Match) -> Violation:
        is_grammar = match.kind in _GRAMMAR_KINDS or match.category in _GRAMMAR_CATEGORIES
        # With markup in between, or a character that is written as an entity, nothing can be put in its place.
        fits = self.document[span] == written
        found = self.violation(
            span,
            self.said(said=_in_short(match.message)),
            severity=Severity.WARNING if is_grammar else Severity.INFO,
            suggestions=match.replacements[:_MOST_SUGGESTIONS] if fits else (),
        )
        return found._replace(engine_rule=match.rule)


def _in_short(message: str) -> str:
    """Return as many whole sentences of a message as are short; the first at least."""
    sentences = [sentence.strip() for sentence in _SENTENCE.findall(message)]
    if not sentences or len(message) <= _LONGEST:
        return " ".join(message.split())
    short = sentences[0]
    for sentence in sentences[1:]:
        if len(short) + 1 + len(sentence) > _LONGEST:
            break
        short += " " + sentence
    return " ".join(short.split())
