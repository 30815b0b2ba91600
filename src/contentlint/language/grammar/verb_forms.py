"""Finds verbs with the wrong ending: *hij word, wordt je lid, dat gebeurd, is gebeurt*.

A trained model says which form the surroundings ask for. It is believed only where the grammar around the verb leaves no
room for another reading; these guards (``verb_bars``) matter as much as the model.
"""

from __future__ import annotations

from collections.abc import Container, Iterator
from typing import Final

from contentlint.language.grammar.clauses import BE, BREAKS, COORDINATORS, FINITE, NAMES, Clause
from contentlint.language.grammar.lexicon import Form, Lexicon
from contentlint.language.grammar.tokens import Sentence, word_set
from contentlint.language.grammar.verb_bars import participle_bar, stem_bar, third_of_participle_bar, third_of_stem_bar
from contentlint.language.grammar.verb_context import LONG_THIRDS, SUBORDINATORS, VERBAL, Alternatives, ContextReader
from contentlint.language.grammar.verb_model import VerbModel
from contentlint.text.records import NamedTuple

SLACK: Final = 1.8
"""How many times further from certainty than its bar a form may be, to be worth a warning."""

STRICT: Final = 0.95
"""From this bar on there is no slack: so high a bar says that the grammar leaves much open."""

_YOUR_SECOND: Final = {"kunt": "kun", "zult": "zul", "wilt": "wil", "bent": "ben", "hebt": "heb"}
"""Forms that belong to *je* in front of them, and lose their t in front of *je*."""

_OPENING_SUBJECTS: Final = word_set("hij zij men iedereen niemand")
"""Subjects behind which, at the begin of a sentence, a verb follows at once."""

_NO_VERBS: Final = word_set(
    "bind brand bread build download feed field find load red send speed spend spread thread trend upload zeg"
)
"""Words that are a verb in the dictionary, but in running text are English or an interjection."""


class VerbFinding(NamedTuple):
    """A verb form that should be another: its place among the tokens, the right form, why, and whether beyond doubt."""

    token: int
    replacement: str
    reason: str
    certain: bool


class VerbFormChecker:
    """Looks for verbs whose ending does not fit their sentence.

    Args:
        lexicon: the word forms of Dutch.
        model: tells which form the surroundings ask for.
        english: the words of English.
    """

    def __init__(self, lexicon: Lexicon, model: VerbModel, english: Container[str]) -> None:
        self._english: Final = english
        self._lexicon: Final = lexicon
        self._model: Final = model
        self._alternatives: Final = Alternatives(lexicon)

    def check(self, sentence: Sentence, kind: str) -> Iterator[VerbFinding]:
        """Yield the wrong verb forms of a sentence.

        Args:
            sentence: the sentence.
            kind: the kind of prose it stands in.
        """
        reader: ContextReader | None = None
        for index, forms in enumerate(sentence.forms):
            if not forms & VERBAL or not self._may_be_verb(sentence, index):
                continue
            if found := self._without_model(sentence, index, forms):
                yield found
                continue
            if not self._worth_asking(sentence, index, forms):
                continue
            if reader is None:
                reader = ContextReader(sentence, self._model.frequent, self._alternatives)
            if found := self._with_model(reader, index, forms, kind):
                yield found

    def _may_be_verb(self, sentence: Sentence, index: int) -> bool:
        """Whether the token can be a verb of this sentence: no name, no abbreviation, no half of a compound."""
        written = sentence.words[index]
        if written != sentence.lower[index] and (index > 0 or not written.istitle()):
            return False
        return not (
            sentence.joined(index) and sentence.lower[index + 1] in "-/_.@" and sentence.joined(index + 1)
        ) and not (
            (sentence.joined(index) and sentence.lower[index + 1] in ("-", "/"))
            or (index > 0 and sentence.joined(index - 1) and sentence.lower[index - 1] in ("-", "/", "_", "@", "."))
        )

    def _without_model(self, sentence: Sentence, index: int, forms: int) -> VerbFinding | None:
        """Return what is wrong whatever stands around it."""
        word, before, after = sentence.lower[index], sentence.at(index - 1), sentence.at(index + 1)
        if (
            index == 1
            and before in _OPENING_SUBJECTS
            and word[-1] == "d"
            and forms & Form.STEM
            and not forms & Form.PAST
        ):
            third = self._alternatives.third_of_stem(
                word
            )  # a sentence that begins with its subject goes on with its verb
            if third and not (forms & Form.PARTICIPLE and after in (",", "en", "of")):
                return VerbFinding(index, third, "third", certain=True)
        if after in ("je", "jij") and word in _YOUR_SECOND and not self._has_subject_you(sentence, index):
            return VerbFinding(index, _YOUR_SECOND[word], "you-behind", certain=True)
        if not forms & Form.THIRD or (forms & (NAMES | Form.PAST | Form.STEM) and not word.endswith(LONG_THIRDS)):
            return None
        if forms & Form.PARTICIPLE and (index != 1 or after in FINITE):
            return None
        stem = self._alternatives.stem_of_third(word)
        if not stem or word in self._english:
            return None
        if after == "ik" and not self._in_subordinate(sentence, index):
            return VerbFinding(index, stem, "i-behind", certain=True)
        if after == "jij" and (before not in ("dat", "die", "wat", "wie") or (before == "wat" and index == 1)):
            return VerbFinding(index, stem, "you-behind", certain=True)
        if (
            before == "ik"
            and sentence.words[index - 1] != "IK"
            and sentence.at(index - 2) not in ("dan", "als", "die", "en", "of", "zoals")
        ):
            return VerbFinding(index, stem, "i-before", certain=True)
        return None

    @staticmethod
    def _in_subordinate(sentence: Sentence, index: int) -> bool:
        """Whether another clause may end here: *wat er gebeurt ik weet het niet*."""
        at = index - 1
        while at >= 0 and sentence.lower[at] not in BREAKS:
            if sentence.lower[at] in SUBORDINATORS and not (at == index - 1 and sentence.lower[at] in ("dat", "wat")):
                return True
            at -= 1
        return False

    @staticmethod
    def _has_subject_you(sentence: Sentence, index: int) -> bool:
        """Whether the clause has its subject before the verb already: *als je van plan bent je huis te verkopen*."""
        at = index - 1
        while at >= 0 and sentence.lower[at] not in BREAKS and sentence.lower[at] not in COORDINATORS:
            if sentence.lower[at] in ("u", "je", "jij", "gij", "jullie"):
                return True
            at -= 1
        return False

    def _worth_asking(self, sentence: Sentence, index: int, forms: int) -> bool:
        """Whether another form is thinkable at all; keeps the model away from most verbs."""
        word = sentence.lower[index]
        if word in BE and word not in ("word", "wordt"):
            return False
        if word in self._english and (self._is_english(sentence, index - 1) or self._is_english(sentence, index + 1)):
            return False
        if self._alternatives.ambiguous(word, forms):
            return True
        if forms & Form.THIRD:
            return sentence.at(index + 1) in ("je", "ik")
        if forms != Form.STEM or word in FINITE or word in self._model.frequent or word in _NO_VERBS:
            return False
        return sentence.at(index - 1) in ("hij", "men")

    def _is_english(self, sentence: Sentence, index: int) -> bool:
        """Whether a neighbour is a word of English that Dutch does not have."""
        word = sentence.at(index)
        return word in self._english and word not in self._lexicon

    def _with_model(self, reader: ContextReader, index: int, forms: int, kind: str) -> VerbFinding | None:
        sentence = reader.sentence
        word, other = sentence.lower[index], self._alternatives
        clause = Clause(sentence, index)
        expected = self._model.expected(reader.features(index))
        found: VerbFinding | None = None
        if forms & Form.THIRD and not forms & (NAMES | Form.PAST | Form.PARTICIPLE):
            bar = participle_bar(sentence, index, clause)
            found = self._judge(index, other.participle(word), "participle", expected.participle, bar)
            behind = sentence.at(index + 1)
            reason = "i-behind" if behind == "ik" else "you-behind"
            stem = self._judge(
                index, other.stem_of_third(word), reason, expected.stem, stem_bar(sentence, index, clause)
            )
            # Je may also be the object, or stand for your: that is for a person to see.
            found = found or (stem._replace(certain=stem.certain and behind != "je") if stem else None)
        if forms & Form.PARTICIPLE and not forms & (Form.THIRD | Form.NOUN | Form.PLURAL | Form.STEM | Form.PAST):
            bar = third_of_participle_bar(sentence, index, clause, kind, self._model.frequent)
            found = found or self._judge(index, other.third_of_participle(word), "third", expected.third, bar)
        if forms & Form.STEM and word not in _NO_VERBS and not forms & (NAMES | Form.PAST | Form.THIRD):
            # where no participle is possible, only the finite forms compete
            likely = expected.third if forms & Form.PARTICIPLE else expected.third / (expected.third + expected.stem)
            bar = third_of_stem_bar(sentence, index, clause)
            found = found or self._judge(index, other.third_of_stem(word), "third", likely, bar)
        return found

    @staticmethod
    def _judge(index: int, replacement: str, reason: str, likely: float, bar: float) -> VerbFinding | None:
        slack = SLACK if bar < STRICT else 1.0
        if not replacement or bar > 1 or 1 - likely > slack * (1 - bar):
            return None
        return VerbFinding(index, replacement, reason, certain=likely >= bar)
