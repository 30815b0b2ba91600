"""RD001: a sentence that is too long to keep hold of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import ClassVar, Final

from contentlint.document import Document, Prose
from contentlint.language.reading import WrittenSentence, may_have_words, word_starts, written_sentences
from contentlint.rules.base import (
    BoundMessage,
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
    option,
)
from contentlint.rules.readability.running_text import running_text

_CUTS: Final = {
    # The best places first: what stands behind them can begin a sentence of its own.
    "nl": (
        re.compile(r"(?<=;)\s(?=\w)"),
        re.compile(r"(?<=,)\s(?=(?:maar|want|dus|terwijl|zodat|waardoor|waarna|omdat|hoewel|al)\b)"),
        re.compile(r"(?<=\s[–—])\s(?=\w)|(?<=,)\s(?=en\b)"),
        re.compile(r"(?<=:)\s(?=\w)|(?<=\w)\s(?=(?:maar|want|zodat|waardoor|omdat|terwijl)\b)"),
        re.compile(r"(?<=,)\s(?=(?:die|dat|wat|waar\w*|wie|als|wanneer|met|zoals|om|waarbij)\b)|(?<=\w)\s(?=en\b)"),
    ),
    "en": (
        re.compile(r"(?<=;)\s(?=\w)"),
        re.compile(r"(?<=,)\s(?=(?:but|so|while|because|whereas|although|since|yet)\b)"),
        re.compile(r"(?<=\s[–—])\s(?=\w)|(?<=,)\s(?=and\b)"),
        re.compile(r"(?<=:)\s(?=\w)|(?<=\w)\s(?=(?:but|because|while|so that)\b)"),
        re.compile(r"(?<=,)\s(?=(?:which|who|where|when|if|with|as|that)\b)|(?<=\w)\s(?=(?:and|which)\b)"),
    ),
}
_AFTER: Final = re.compile(r"\s*+[^\W_][\w'’-]*+(?:\s++[^\W_][\w'’-]*+){0,2}")
_SHORTEST_PART: Final = 6
_LIST_COMMAS: Final = 5
_WORDS = "of each of the many people who came to see it again on that long and rainy day in spring"


class SentenceLongOptions(Options):
    """How long a sentence may be."""

    max_words = option(35, en="how many words a sentence may have", nl="hoeveel woorden een zin mag hebben", minimum=8)


class SentenceLong(Rule[SentenceLongOptions]):
    """Reports a sentence of many words, and names a place where it can be cut.

    Quotations, headings and what does not end like a sentence are left alone.

    ## Why is this bad?
    At the end of a long sentence many readers have lost its beginning, the more so when they read on a small screen, are
    tired, or are still learning the language.
    """

    dutch = """Meldt een zin van veel woorden, en noemt een plek waar hij te knippen is.

    Citaten, koppen en wat niet als een zin eindigt, blijven buiten beschouwing.

    ## Waarom is dat erg?
    Aan het eind van een lange zin zijn veel lezers het begin kwijt, zeker op een klein scherm, als ze moe zijn of de
    taal nog leren.
    """

    info = RuleInfo(
        name="sentence-long",
        code="RD001",
        family=Family.READABILITY,
        severity=Severity.INFO,
        summary=Message(en="Very long sentence", nl="Heel lange zin"),
        wcag=("3.1.5",),
        languages=("nl", "en"),
        since="0.1.0",
    )
    cut = Message(
        en="This sentence has {words} words, and many readers will lose its thread. You could begin a new one at ‘{place}’.",
        nl="Deze zin heeft {words} woorden, en veel lezers raken de draad kwijt. Je kunt een nieuwe beginnen bij ‘{place}’.",
    )
    listed = Message(
        en="This sentence sums things up in {words} words. As a list below one another they are easier to take in.",
        nl="Deze zin somt van alles op in {words} woorden. In een lijst onder elkaar is dat beter te volgen.",
    )
    long = Message(
        en="This sentence has {words} words, and many readers will lose its thread. Make two of it.",
        nl="Deze zin heeft {words} woorden, en veel lezers raken de draad kwijt. Maak er twee van.",
    )
    examples: ClassVar[tuple[Example, ...]] = (
        Valid("A short one. And another; it has two parts, but few words.\n"),
        Valid(f"> This is a quotation {_WORDS}, so nobody can cut it, {_WORDS}.\n", movable=False),
        Valid(f"One sentence {_WORDS}.\n\nNo sentence {_WORDS} {_WORDS}\n"),
        Invalid(f"⟦It was the work {_WORDS}, but nobody knew the names {_WORDS}.⟧ Yes.\n", movable=False),
        Invalid(
            "⟦Wij hebben in de vergadering van dinsdag besloten dat de bibliotheek open blijft, maar niemand weet nog wie het "
            "dak betaalt.⟧\n",
            options={"max-words": 20},
            language="nl",
            movable=False,
        ),
        Invalid(
            "⟦We bought apples, pears, plums, two kinds of cherries, a melon, some nuts and all the bread they had.⟧\n",
            options={"max-words": 15},
            movable=False,
        ),
    )

    @on(Document)
    def check_sentences(self, document: Document) -> Iterator[Violation]:
        most = self.options.max_words
        for piece in running_text(document):
            if not may_have_words(piece.text, most):
                continue
            for sentence in written_sentences(piece.text):
                if sentence.ended and sentence.words > most:
                    span = piece.span_of(sentence.start, sentence.end)
                    yield self.violation(span, self._message(piece, sentence))

    def _message(self, piece: Prose, sentence: WrittenSentence) -> BoundMessage:
        words, text = sentence.words, piece.text
        if text.count(",", sentence.start, sentence.end) >= _LIST_COMMAS:
            return self.listed(words=words)
        starts = word_starts(text, sentence)
        for pattern in _CUTS.get(piece.language.partition("-")[0].lower(), ()):
            places = [match.end() for match in pattern.finditer(text, starts[_SHORTEST_PART], starts[-_SHORTEST_PART])]
            if places:
                middle = starts[words // 2]
                place = min(places, key=lambda place: abs(place - middle))
                found = _AFTER.match(text, place)
                if found:
                    return self.cut(words=words, place=found[0].strip())
        return self.long(words=words)
