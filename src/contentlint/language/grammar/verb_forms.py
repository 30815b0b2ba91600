"""Finds verbs with the wrong ending: *hij word, wordt je lid, dat gebeurd, is gebeurt*.

A trained model says which form the surroundings ask for. It is believed only where the grammar around the verb leaves no
room for another reading; these guards matter as much as the model.
"""

from __future__ import annotations

from collections.abc import Container, Iterator
from typing import Final, NamedTuple

from contentlint.document.prose import GAP
from contentlint.language.grammar.lexicon import Form, Lexicon
from contentlint.language.grammar.tokens import Sentence
from contentlint.language.grammar.verb_context import (
    AUXILIARIES,
    LONG_THIRDS,
    SUBORDINATORS,
    Alternatives,
    ContextReader,
)
from contentlint.language.grammar.verb_model import VerbModel

HEADLINE_KINDS: Final = frozenset({"heading", "item", "cell", "term", "title", "front-matter", "parameter", "alt"})
"""Kinds of prose that are often no whole sentences."""


_VERBAL: Final = Form.STEM | Form.THIRD | Form.PARTICIPLE
_NAMES: Final = Form.NOUN | Form.PLURAL | Form.ADJECTIVE | Form.INFLECTED
_BREAKS: Final = frozenset((*'.,;:!?()–—|/•…"“”„', GAP))


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_BE: Final = _words("is was waren ben bent zijn geweest heeft heb hebt hebben had hadden wordt worden werd werden word")
_FINITE: Final = frozenset(AUXILIARIES) - {"geweest"}
_POSITION: Final = _words("staat staan stond stonden")
_HAVE: Final = _words("heeft heb hebt hebben had hadden")
_LIGHT: Final = _words("al nog niet ook nu reeds wel goed er dit dat het alleen")
_COORDINATORS: Final = _words("en maar want of dus")
_PERSONS: Final = _words("wie hij zij ze men dit iemand niemand iedereen")
_BEHIND_PARTICIPLE: Final = _words("met op naar voor door in om als aan van uit bij tot over vanuit via volgens")
_NO_ADVERBS: Final = _words("de het een deze dit die ze zij hij je jij we wij er men ik u")
_NEUTER: Final = _words("het dit dat elk")
_ATTRIBUTED: Final = Form.NOUN | Form.PLURAL | Form.INFLECTED
_EASY: Final = _words("dat dit het wie die ze hij zij men er alles niemand iemand iedereen u wat")
_FREE_SUBORDINATORS: Final = _words("dat die wat wie")
_YOUR_SECOND: Final = {"kunt": "kun", "zult": "zul", "wilt": "wil", "bent": "ben", "hebt": "heb"}
"""Forms that belong to *je* in front of them, and lose their t in front of *je*."""

_BEFORE_INVERSION: Final = _words(
    """dan nu hier hoe zo daarom dus daarna daarmee hiermee hierdoor daardoor waarom wanneer waar soms vaak vervolgens ook
    natuurlijk misschien eerst morgen vandaag eventueel en maar of"""
)
_TAKES_YOU: Final = _words(
    """adviseert bedankt beschermt bespaart betaalt bevalt biedt boeit brengt dwingt geeft gunt helpt herinnert hoort houdt
    inspireert interesseert irriteert kan kost laat leert leidt levert lijkt lukt maakt mist motiveert neemt nodigt
    ondersteunt ontslaat ontzegt overkomt overtuigt past raadt scheelt schikt spijt staat stelt steunt stoort stuurt toont
    treft valt verbaast vergezelt verrast vertelt verzekert vraagt waarschuwt wijst wist ziet zit begeleidt voert bezorgt
    zet haalt trekt duwt roept behoedt verwelkomt informeert"""
)
"""Verbs that stand before *je* when *je* is the one to whom something happens: *dat geeft je tijd*."""

_BEHIND_SUBJECT_YOU: Final = _words(
    """de het een dit dat deze die geen met op in uit van voor naar bij aan om over door als ook niet nog al wel dan nu
    hier er je jezelf samen vaak altijd zelf eens even graag dus gewoon alleen direct automatisch snel weer toch meer
    minder alle elke iets daardoor hierdoor daarmee hiermee daarvoor  niets veel zo zoals te tot tijdens via zonder tegen onder vanuit wat wie gratis lid daarna
    eerst echt misschien bijvoorbeeld steeds daar hem haar ze hen mij ons ermee ervan erin erop eraan ervoor eruit"""
)
_ADVERBIAL: Final = _words(
    """het de een als goed zoals niet zo reeds al te meer minder vaak zeer net pas nog veel naar onder op met van mits
    indien tenzij hoe door zodra wanneer waar eenmaal nader hieronder hierboven anders elders speciaal"""
)
"""Words that stand before a participle used as an adverb or adjective."""

_DETERMINERS: Final = _words("de een deze elke alle geen mijn jouw uw onze ons hun haar")
_WORDS_OF_GIVING: Final = _words(
    "aanbevolen aangeboden aangeraden aangeleerd aangereikt bijgebracht geboden geleerd gegeven gestuurd getoond gevraagd verteld"
    " toegestuurd toegezonden uitgelegd verzocht ontnomen opgelegd toegewezen bespaard"
)
"""Participles beside which *je* can be the one who gets something: *daarna wordt je gevraagd*."""


_NO_VERBS: Final = _words(
    "bind brand bread build download feed field find load red send speed spend spread thread trend upload zeg"
)
"""Words that are a verb in the dictionary, but in running text are English or an interjection."""


class VerbFinding(NamedTuple):
    """A verb form that should be another: its place among the tokens, the right form, why, and how likely (0 to 1)."""

    token: int
    replacement: str
    reason: str
    likely: float


class _Clause:
    """The words around a verb that belong to its clause, with what matters for its form."""

    __slots__ = (
        "aux_left",
        "aux_right",
        "end",
        "finite_between",
        "finite_left",
        "finite_right",
        "first_person",
        "nested",
        "start",
        "subordinator",
    )

    def __init__(self, sentence: Sentence, index: int) -> None:
        lower, forms = sentence.lower, sentence.forms
        self.aux_left = -1
        self.finite_left = self.finite_right = self.finite_between = self.first_person = False
        self.subordinator = ""
        at = index - 1
        joined = False
        while at >= 0 and lower[at] not in _BREAKS:
            word = lower[at]
            if word in SUBORDINATORS and not self._is_pronoun(sentence, at, index):
                self.subordinator = word
                break
            if word == "zijn" and at + 1 < index and forms[at + 1] & _NAMES:
                pass  # his
            elif word in _FINITE or word in _POSITION or _certainly_finite(forms[at]):
                self.finite_left = True
                if self.aux_left < 0 and not joined and not self.finite_between and (word in _BE or word in _POSITION):
                    self.aux_left = at
                else:
                    self.finite_between = self.finite_between or self.aux_left < 0
            elif word in _COORDINATORS:
                joined = True
            at -= 1
        self.start = at + 1
        self.nested = False
        while at >= 0 and lower[at] not in _BREAKS:
            at -= 1
            self.nested = self.nested or lower[at] in SUBORDINATORS
        self.first_person = any(word in ("ik", "ikzelf") for word in lower[at + 1 : index])
        at = index + 1
        while at < len(lower) and lower[at] not in _BREAKS and lower[at] not in SUBORDINATORS:
            if lower[at] in _FINITE or _certainly_finite(forms[at]):
                self.finite_right = True
            at += 1
        self.end = at
        if at - 1 > index and forms[at - 1] & Form.INFINITIVE and lower[at - 2] != "te":
            self.finite_right = True
        follows = lower[index + 1] if index + 1 < at else ""
        self.aux_right = follows in _BE or (follows in _FINITE and index + 2 < at and lower[index + 2] in _FINITE)

    @staticmethod
    def _is_pronoun(sentence: Sentence, at: int, index: int) -> bool:
        """Whether *dat*, *die* or *zoals* stands behind its verb (*is dat nu vastgelegd*) and opens no clause."""
        lower, forms = sentence.lower, sentence.forms
        if at > 0 and lower[at] in ("die", "zoals") and lower[at - 1] in _FINITE:
            return True
        return (
            at > 0
            and lower[at] in ("dat", "die")
            and (lower[at - 1] in _FINITE or (at > 1 and lower[at - 1] in _NO_ADVERBS and lower[at - 2] in _FINITE))
            and not any(forms[near] & _NAMES or lower[near] in _NO_ADVERBS for near in range(at + 1, index))
        )


def _certainly_finite(forms: int) -> bool:
    return bool(forms & (Form.THIRD | Form.PAST)) and not forms & (_NAMES | Form.PARTICIPLE | Form.INFINITIVE)


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
            if not forms & _VERBAL or not self._may_be_verb(sentence, index):
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
        if after in ("je", "jij") and word in _YOUR_SECOND and not self._has_subject_you(sentence, index):
            return VerbFinding(index, _YOUR_SECOND[word], "you-behind", 1.0)
        if not forms & Form.THIRD or (forms & (_NAMES | Form.PAST | Form.STEM) and not word.endswith(LONG_THIRDS)):
            return None
        if forms & Form.PARTICIPLE and (index != 1 or after in _FINITE):
            return None
        stem = self._alternatives.stem_of_third(word)
        if not stem or word in self._english:
            return None
        if after == "jij" and before not in _FREE_SUBORDINATORS:
            return VerbFinding(index, stem, "you-behind", 1.0)
        if before == "ik" and sentence.at(index - 2) not in ("dan", "als", "die", "en", "of", "zoals"):
            return VerbFinding(index, stem, "i-before", 1.0)
        return None

    @staticmethod
    def _has_subject_you(sentence: Sentence, index: int) -> bool:
        """Whether the clause has its subject before the verb already: *als je van plan bent je huis te verkopen*."""
        at = index - 1
        while at >= 0 and sentence.lower[at] not in _BREAKS and sentence.lower[at] not in _COORDINATORS:
            if sentence.lower[at] in ("u", "je", "jij", "gij", "jullie"):
                return True
            at -= 1
        return False

    def _worth_asking(self, sentence: Sentence, index: int, forms: int) -> bool:
        """Whether another form is thinkable at all; keeps the model away from most verbs."""
        word = sentence.lower[index]
        if word in _BE and word not in ("word", "wordt"):
            return False
        if word in self._english and (self._is_english(sentence, index - 1) or self._is_english(sentence, index + 1)):
            return False
        if self._alternatives.ambiguous(word, forms):
            return True
        if forms & Form.THIRD:
            return sentence.at(index + 1) in ("je", "ik")
        if forms != Form.STEM or word in _FINITE or word in self._model.frequent or word in _NO_VERBS:
            return False
        return sentence.at(index - 1) in ("hij", "men")

    def _is_english(self, sentence: Sentence, index: int) -> bool:
        """Whether a neighbour is a word of English that Dutch does not have."""
        word = sentence.at(index)
        return word in self._english and word not in self._lexicon

    def _with_model(self, reader: ContextReader, index: int, forms: int, kind: str) -> VerbFinding | None:
        sentence = reader.sentence
        word = sentence.lower[index]
        clause = _Clause(sentence, index)
        expected = self._model.expected(reader.features(index))
        if forms & Form.THIRD and not forms & (_NAMES | Form.PAST | Form.PARTICIPLE):
            if (participle := self._alternatives.participle(word)) and self._asks_participle(
                sentence, index, clause, expected.participle
            ):
                return VerbFinding(index, participle, "participle", expected.participle)
            if (stem := self._alternatives.stem_of_third(word)) and self._asks_stem(sentence, index, expected.stem):
                return VerbFinding(
                    index, stem, "you-behind" if sentence.at(index + 1) == "je" else "i-behind", expected.stem
                )
        if forms & Form.PARTICIPLE and not forms & (Form.THIRD | Form.NOUN | Form.PLURAL | Form.STEM | Form.PAST):
            third = self._alternatives.third_of_participle(word)
            if third and self._asks_third_of_participle(sentence, index, clause, expected.third, kind):
                return VerbFinding(index, third, "third", expected.third)
        if forms & Form.STEM and not forms & (_NAMES | Form.PAST | Form.THIRD):
            third = self._alternatives.third_of_stem(word)
            finite = expected.third / (expected.third + expected.stem)
            likely = expected.third if forms & Form.PARTICIPLE else finite
            if third and self._asks_third_of_stem(sentence, index, clause, likely, forms):
                return VerbFinding(index, third, "third", likely)
        return None

    def _asks_participle(self, sentence: Sentence, index: int, clause: _Clause, likely: float) -> bool:
        """Whether *gebeurt* should be *gebeurd*."""
        word = sentence.lower[index]
        before = sentence.at(index - 1)
        squeezed = before in _LIGHT and sentence.at(index - 2) in _BE
        if likely < (0.5 if squeezed else 0.75 if clause.aux_left >= 0 else 0.92) or word == "betekent":
            return False
        if before == "zijn" or sentence.forms[index - 1] & Form.PARTICIPLE:
            return False
        if "zich" in sentence.lower[clause.start : index] and sentence.at(clause.aux_left) not in _HAVE:
            return False
        if clause.aux_right:
            return not (clause.subordinator and self._opens_clause(sentence, index + 1, clause))
        if clause.aux_left < 0 or clause.finite_between:
            return False
        closes_clause = clause.subordinator and clause.aux_left == index - 1
        return not (closes_clause and (clause.nested or (clause.aux_left > clause.start + 1 and likely < 0.97)))

    @staticmethod
    def _opens_clause(sentence: Sentence, aux: int, clause: _Clause) -> bool:
        """Whether an auxiliary belongs to what follows: *de plek waar dat gebeurt is ruimer*."""
        if sentence.lower[aux] not in ("is", "was", "zijn", "waren") or aux + 1 >= clause.end:
            return False
        behind = sentence.lower[aux + 1]
        return behind not in _BEHIND_PARTICIPLE and behind not in _COORDINATORS and behind not in _BE

    def _asks_stem(self, sentence: Sentence, index: int, likely: float) -> bool:
        """Whether *wordt* before *je* or *ik* should be *word*."""
        before, after = sentence.at(index - 1), sentence.at(index + 1)
        if likely < (0.85 if sentence.lower[index] == "wordt" else 0.9) or before in (
            "wat",
            "er",
            "dat",
            "het",
            "die",
            "dit",
            "wie",
        ):
            return False
        if after == "ik":
            return True
        if after != "je" or sentence.lower[index] in _TAKES_YOU:
            return False
        if sentence.lower[index] == "wordt" and _WORDS_OF_GIVING.intersection(sentence.lower[index:]):
            return False
        behind = sentence.at(index + 2)
        if behind not in _BEHIND_SUBJECT_YOU and not (
            index + 2 < len(sentence)
            and sentence.forms[index + 2] & Form.PARTICIPLE
            and not sentence.forms[index + 2] & _NAMES
        ):
            return False
        return index == 0 or before in _BREAKS or before in _BEFORE_INVERSION or sentence.lower[index] == "wordt"

    def _asks_third_of_participle(
        self, sentence: Sentence, index: int, clause: _Clause, likely: float, kind: str
    ) -> bool:
        """Whether *gebeurd* should be *gebeurt*."""
        word, before, after = sentence.lower[index], sentence.at(index - 1), sentence.at(index + 1)
        if clause.finite_left or clause.finite_right or (before in _ADVERBIAL and before != "het"):
            return False
        if sentence.forms[index - 1] & Form.INFINITIVE and index:
            return False
        if after == "te" or (after in ("en", "of", ",", "/") and self._shares_auxiliary(sentence, index)):
            return False
        if any(near in ("wordt", "worden", "werd") for near in sentence.lower[max(0, index - 8) : index]):
            return False
        easy = before in _EASY
        closes = clause.subordinator in _FREE_SUBORDINATORS and index + 1 == clause.end
        if sentence.forms[index] & (Form.ADJECTIVE | Form.INFLECTED):
            return (before in _PERSONS or closes) and likely >= 0.97
        if not clause.subordinator and index and sentence.forms[index - 1] & (Form.PLURAL | Form.NOUN) == Form.PLURAL:
            return False
        if word in ("gebeurd", "betekend") and before in ("dit", "dat", "het", "alles"):
            return likely >= 0.35
        if before in _NEUTER and index + 1 < len(sentence) and sentence.forms[index + 1] & _ATTRIBUTED:
            return False
        if before == "het" and after and after not in self._model.frequent and after not in _BREAKS:
            return False
        if easy:
            return likely >= 0.9
        if kind in HEADLINE_KINDS or after in _BEHIND_PARTICIPLE:
            return likely >= 0.98 and kind not in HEADLINE_KINDS
        return likely >= 0.95

    @staticmethod
    def _shares_auxiliary(sentence: Sentence, index: int) -> bool:
        """Whether a list of participles goes on (*veranderd, verbeterd of toegevoegd is*), or a remark (*wat, eenmaal vertaald, ...*)."""
        if sentence.at(index + 1) == "," and sentence.at(index - 1) in ("wat", "die"):
            return True
        near = range(index + 2, min(index + 6, len(sentence)))
        return any(sentence.forms[at] & Form.PARTICIPLE or sentence.lower[at] == "-" for at in near[:3]) or (
            sentence.at(index + 1) != "," and any(sentence.lower[at] in _BE for at in near[:3])
        )

    def _asks_third_of_stem(self, sentence: Sentence, index: int, clause: _Clause, likely: float, forms: int) -> bool:
        """Whether *vind* should be *vindt*."""
        word, before, after = sentence.lower[index], sentence.at(index - 1), sentence.at(index + 1)
        if (
            index == 0
            or clause.first_person
            or "jij" in sentence.lower[index : index + 4]
            or word in _NO_VERBS
            or after in ("je", "jij", "ik", "jullie", "-")
            or before in ("en", "of", "om", "te", "je", "jij")
        ):
            return False
        if (before in _BREAKS and after != "u") or (
            before in _DETERMINERS
            and index + 1 < len(sentence)
            and sentence.forms[index + 1] & (Form.NOUN | Form.PLURAL)
        ):
            return False
        if word[-1] != "d":
            return likely >= 0.85
        if forms & Form.PARTICIPLE:
            alone = clause.aux_left < 0 and not clause.finite_left and not clause.aux_right
            return alone and likely >= 0.985 and bool(clause.subordinator or before in _EASY)
        return likely >= (0.85 if before in ("hij", "u", "men", "er", "wie") or after == "u" else 0.9)
