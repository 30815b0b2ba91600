"""Finds words that are mixed up with another word and can be told apart by their neighbours: *anders als, tenslotte*."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from contentlint.language.grammar.comparisons import as_much, than
from contentlint.language.grammar.lexicon import Form
from contentlint.language.grammar.phrases import PhraseFinding
from contentlint.language.grammar.possessives import PRONOUNS
from contentlint.language.grammar.tokens import Sentence, word_set

_SUBJECTS: Final = word_set("ik je jij hij we wij ze u men jullie")


def confusions(sentence: Sentence) -> Iterator[PhraseFinding]:
    """Yield the words of a Dutch sentence that should be another word."""
    for index, word in enumerate(sentence.lower):
        check = _CHECKS.get(word)
        if check is not None and (found := check(sentence, index)) is not None:
            yield found


def _finally(sentence: Sentence, index: int) -> PhraseFinding | None:
    if index and sentence.lower[index - 1] != "en":
        return None
    replacement = "Ten slotte" if sentence.words[index][0].isupper() else "ten slotte"
    return PhraseFinding(index, index, (replacement,), "finally", certain=False)


def _which(sentence: Sentence, index: int) -> PhraseFinding | None:
    """*het boek die ik las*: behind a noun with *het* comes *dat*."""
    if index < 2 or sentence.lower[index - 2] != "het" or sentence.at(index + 1) not in _SUBJECTS:
        return None
    forms = sentence.forms[index - 1]
    if not forms & Form.NOUN or forms & (Form.PLURAL | Form.ADJECTIVE | Form.INFLECTED | Form.INFINITIVE):
        return None
    return PhraseFinding(index, index, ("dat",), "which", certain=False)


_CHECKS: Final[dict[str, Callable[[Sentence, int], PhraseFinding | None]]] = {
    **PRONOUNS,
    "als": than,
    "dan": as_much,
    "die": _which,
    "tenslotte": _finally,
}
