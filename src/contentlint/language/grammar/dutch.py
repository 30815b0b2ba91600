"""The checks of Dutch sentences."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Final

from contentlint.language.findings import Piece
from contentlint.language.forms import COMPOUNDS, form_table, map_trie
from contentlint.language.grammar.compounds import CompoundChecker
from contentlint.language.grammar.confusions import confusions
from contentlint.language.grammar.findings import GrammarFinding, Topic
from contentlint.language.grammar.lexicon import Lexicon, dutch_lexicon
from contentlint.language.grammar.phrases import PhraseFinding, phrases
from contentlint.language.grammar.tokens import Sentence, sentences, word_set
from contentlint.language.grammar.verb_forms import VerbFormChecker
from contentlint.language.grammar.verb_model import dutch_verb_model
from contentlint.language.packs import language_pack
from contentlint.text.records import NamedTuple

_MORE_FREQUENT: Final = 0.5
"""By how many powers of ten."""
_MEMORABLE: Final = 4096
"""Pieces with fewer characters are remembered."""
_ENGLISH: Final = word_set("the and to for with that this are from you your by or it not will our which their")


class _Read(NamedTuple):
    """A sentence with what it tells by itself; the number of its piece is not known yet."""

    sentence: Sentence
    verbs: tuple[GrammarFinding, ...]
    others: tuple[GrammarFinding, ...]


class DutchChecks:
    """The checks of Dutch sentences, with the data they share."""

    def __init__(self) -> None:
        self._lexicon: Final[Lexicon] = dutch_lexicon()
        english = map_trie("en.forms")
        self._verbs: Final = VerbFormChecker(self._lexicon, dutch_verb_model(), english)
        self._compounds: Final = CompoundChecker(self._lexicon, map_trie(COMPOUNDS), english, _is_rather_dutch, _exists)

        self._remembered: Final = lru_cache(maxsize=512)(self._read)

    def check(self, number: int, piece: Piece, page: frozenset[str]) -> Iterator[GrammarFinding]:
        """Yield the mistakes in one Dutch piece.

        Args:
            number: which piece it is.
            piece: the piece.
            page: every word of the page, in lower case.
        """
        read = self._remembered if len(piece.text) < _MEMORABLE else self._read
        for sentence, verbs, others in read(piece.text, piece.kind):
            for finding in verbs:
                yield finding._replace(piece=number)
            for compound in self._compounds.check(sentence, page):
                start, end = sentence.starts[compound.first], sentence.ends[compound.last]
                yield GrammarFinding(
                    number, start, end, Topic.COMPOUND_SPLIT, compound.reason, (compound.replacement,), certain=False
                )
            for finding in others:
                yield finding._replace(piece=number)

    def _read(self, text: str, kind: str) -> tuple[_Read, ...]:
        """Return the sentences of a piece with what they alone tell. An editor asks for the same ones again and again."""
        found = []
        for sentence in sentences(text, self._lexicon):
            if is_foreign(sentence):
                continue
            verbs = [
                GrammarFinding(
                    0,
                    sentence.starts[verb.token],
                    sentence.ends[verb.token],
                    Topic.VERB_FORM,
                    verb.reason,
                    (_like(sentence.words[verb.token], verb.replacement),),
                    certain=verb.certain,
                )
                for verb in self._verbs.check(sentence, kind)
            ]
            others = [_of_phrase(sentence, phrase, Topic.WORD_SPLIT) for phrase in phrases(sentence)]
            others += [_of_phrase(sentence, phrase, Topic.WORD_CONFUSED) for phrase in confusions(sentence)]
            found.append(_Read(sentence, tuple(verbs), tuple(others)))
        return tuple(found)


def _is_rather_dutch(word: str) -> bool:
    """Whether a word is much more frequent in Dutch than in English: *punt, regel*, not *test, flow*."""
    return form_table("nl").frequency(word) > form_table("en").frequency(word) + _MORE_FREQUENT


def _exists(word: str) -> bool:
    pack = language_pack("nl")
    return pack is not None and pack.accepts(word)


def is_foreign(sentence: Sentence) -> bool:
    """Whether a sentence amid Dutch is English: a title, a quotation, the name of a licence."""
    return sum(map(_ENGLISH.__contains__, sentence.lower)) >= 2


@cache
def dutch_checks() -> DutchChecks:
    """Return the checks of Dutch, set up once."""
    return DutchChecks()


def _of_phrase(sentence: Sentence, phrase: PhraseFinding, topic: Topic) -> GrammarFinding:
    start, end = sentence.starts[phrase.first], sentence.ends[phrase.last]
    return GrammarFinding(0, start, end, topic, phrase.reason, phrase.replacements, phrase.certain)


def _like(written: str, word: str) -> str:
    return word[0].upper() + word[1:] if written[0].isupper() else word
