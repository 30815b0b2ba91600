"""What stands around a verb, described by short texts: the features of the model of verb forms.

The word itself is never part of its description, nor is any other word whose d or t can be wrong: the model learns from
verbs that nobody misspells (*werk, werkt, gewerkt*) and is asked about those that are (*word, wordt*).
"""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from typing import Final

from contentlint.language.grammar.lexicon import Form, Lexicon
from contentlint.language.grammar.tokens import Sentence, word_set

VERBAL: Final = Form.STEM | Form.THIRD | Form.PARTICIPLE

AUXILIARIES: Final = {
    **dict.fromkeys(("is", "was", "waren", "ben", "bent"), "Z"),
    "zijn": "zijn",
    "geweest": "geweest",
    **dict.fromkeys(("heeft", "heb", "hebt", "had", "hadden"), "H"),
    "hebben": "hebben",
    **dict.fromkeys(("word", "wordt", "werd", "werden"), "W"),
    "worden": "worden",
    **dict.fromkeys(
        (
            "kan", "kun", "kunt", "kon", "konden", "zal", "zult", "zou", "zouden", "moet", "moest", "moesten", "mag",
            "mocht", "mochten", "wil", "wilt", "wilde", "wilden",
        ),
        "K",
    ),
    **dict.fromkeys(("kunnen", "zullen", "moeten", "mogen", "willen"), "kunnen"),
    **dict.fromkeys(("blijft", "blijf", "bleef", "blijven", "raakt", "raken", "lijkt", "lijken", "komt", "komen"), "B"),
    **dict.fromkeys(("laat", "laten", "liet", "gaat", "gaan", "ging", "doet", "doen"), "L"),
}  # fmt: skip

SUBORDINATORS: Final = word_set(
    """die dat wat als omdat of zodat hoe wie welke welk terwijl nadat voordat totdat tot indien wanneer hoewel toen doordat
    opdat mits tenzij aangezien zoals zodra sinds zolang waar waarbij waarin waarop waarmee waarvan waarvoor waardoor
    waarom waarna waartoe waarover waaruit waaraan waarnaar waaronder waartegen waarmede hoeveel alsof"""
)
_PRONOUNS: Final = word_set("ik je jij u hij zij ze we wij men er het dit dat wie jullie iemand niemand")
_PARTICLES: Final = word_set(
    """aan af bij binnen door in langs mee na om onder op over plaats samen terug tegen toe uit vast voor voorop weer weg
    deel rekening gebruik kennis vrij klaar goed open dicht neer rond los bloot"""
)
_STOPS: Final = frozenset(".;:!?(),–—")


LONG_THIRDS: Final = ("gaat", "staat", "slaat")
"""Ends of forms that lose a vowel with their t: *sta jij*."""


class Alternatives:
    """Which other spelling sounds the same, for the forms of verbs.

    Args:
        lexicon: the word forms of Dutch.
    """

    __slots__ = ("_known", "_lexicon")

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon: Final = lexicon
        self._known: Final[dict[str, bool]] = {}

    def ambiguous(self, word: str, forms: int) -> bool:
        """Whether a form of a verb sounds like another form of it, so that its spelling tells nothing for certain."""
        if not forms & VERBAL or word[-1] not in "dt":
            return False
        known = self._known.get(word)
        if known is None:
            known = self._known[word] = bool(
                (forms & Form.THIRD and (self.participle(word) or word.endswith("dt")))
                or (forms & Form.PARTICIPLE and self.third_of_participle(word))
                or (forms & Form.STEM and word.endswith("d") and self._lexicon.forms(word + "t") & Form.THIRD)
            )
        return known

    def participle(self, third: str) -> str:
        """Return the participle in -d that sounds like a form in -t (*gebeurt, begeleidt*), or an empty string."""
        if third.endswith("dt"):
            return third[:-1] if self._lexicon.forms(third[:-1]) & Form.PARTICIPLE else ""
        other = third[:-1] + "d"
        return other if third.endswith("t") and self._lexicon.forms(other) & Form.PARTICIPLE else ""

    def third_of_participle(self, participle: str) -> str:
        """Return the form in -t that sounds like a participle in -d (*gebeurd*), or an empty string."""
        other = participle[:-1] + "t"
        return other if participle.endswith("d") and self._lexicon.forms(other) & Form.THIRD else ""

    def third_of_stem(self, stem: str) -> str:
        """Return stem and t, or an empty string."""
        return stem + "t" if self._lexicon.forms(stem + "t") & Form.THIRD else ""

    def stem_of_third(self, third: str) -> str:
        """Return the form after *ik* of a form in -t, or an empty string."""
        stem = third[:-2] if third.endswith(LONG_THIRDS) else third[:-1]
        return stem if self._lexicon.forms(stem) & Form.STEM else ""


class ContextReader:
    """Describes the surroundings of words in one sentence.

    Args:
        sentence: the sentence.
        frequent: words that stand for themselves.
        alternatives: tells which words must not.
    """

    __slots__ = ("classes", "sentence")

    def __init__(self, sentence: Sentence, frequent: AbstractSet[str], alternatives: Alternatives) -> None:
        self.sentence: Final = sentence
        self.classes: Final = [
            word_class(written, word, forms, frequent, ambiguous=alternatives.ambiguous(word, forms))
            for written, word, forms in zip(sentence.words, sentence.lower, sentence.forms, strict=True)
        ]

    def features(self, index: int) -> list[str]:
        """Return the description of the surroundings of one word, about 60 short texts."""
        classes = self.classes
        count = len(classes)
        around = [classes[at] if 0 <= at < count else "^" if at < 0 else "$" for at in range(index - 3, index + 4)]
        c3, c2, c1, _, d1, d2, d3 = around
        aux, subordinator, pronoun, finite, participles, stop, distance, first = self._left(index)
        right_aux, right_pronoun, right_finite, particle, right_stop = self._right(index)
        question = self.sentence.lower[-1] == "?"
        near = min(distance, 6)
        return [
            f"a{c3}", f"b{c2}", f"c{c1}", f"d{d1}", f"e{d2}", f"f{d3}",
            f"g{c2} {c1}", f"h{c1} {d1}", f"i{d1} {d2}", f"j{c2} {c1} {d1}", f"k{c3} {c2} {c1}", f"l{c1} {d1} {d2}",
            f"m{aux}", f"n{subordinator}", f"o{pronoun}", f"p{finite}", f"q{participles}", f"r{stop}", f"s{near}",
            f"t{first}", f"u{right_aux}", f"v{right_pronoun}", f"w{right_finite}", f"x{particle}", f"y{right_stop}",
            f"z{question}",
            f"A{aux} {subordinator}", f"B{aux} {stop}", f"C{aux} {d1}", f"D{subordinator} {d1}",
            f"E{pronoun} {subordinator}", f"F{pronoun} {near}", f"G{bool(aux)} {subordinator} {finite} {d1}",
            f"H{bool(aux)} {bool(right_aux)} {finite} {right_finite}", f"I{d1} {particle}",
            f"J{subordinator} {right_aux} {d1}", f"K{aux} {right_aux} {c1}", f"L{subordinator} {right_stop} {finite}",
            f"M{stop} {near} {d1}", f"N{c1} {finite} {right_finite}", f"O{d1} {finite} {right_finite}",
            f"P{pronoun} {near} {d1}", f"Q{aux} {finite} {right_stop}", f"R{first} {near} {finite}",
            f"S{c1} {aux}", f"T{c1} {subordinator}", f"U{question} {near} {d1}", f"V{d1} {right_pronoun}",
            f"W{subordinator} {finite} {participles} {right_aux}",
        ]  # fmt: skip

    def _left(self, index: int) -> tuple[str, str, str, int, int, str, int, str]:
        """Return what stands before the word in its clause.

        Auxiliary, subordinator and pronoun nearest to the word, number of finite verbs and participles, what the clause
        begins behind, the distance to it, and its first word.
        """
        lower, forms = self.sentence.lower, self.sentence.forms
        aux = pronoun = subordinator = ""
        finite = participles = 0
        at = index - 1
        stop = "^"
        while at >= 0:
            word = lower[at]
            if word in _STOPS:
                stop = word
                break
            if word in SUBORDINATORS:
                subordinator = stop = word
                if word in _PRONOUNS and not pronoun:
                    pronoun = word
                break
            if word in AUXILIARIES:
                aux = aux or AUXILIARIES[word]
            elif forms[at] & (Form.THIRD | Form.PAST) and not forms[at] & (
                Form.NOUN | Form.PARTICIPLE | Form.ADJECTIVE
            ):
                finite = min(finite + 1, 2)
            elif forms[at] & Form.PARTICIPLE:
                participles = min(participles + 1, 2)
            if word in _PRONOUNS and not pronoun:
                pronoun = word
            at -= 1
        first = self.classes[at + 1] if at + 1 < index else ""
        return aux, subordinator, pronoun, finite, participles, stop, index - at - 1, first

    def _right(self, index: int) -> tuple[str, str, int, str, str]:
        """Return what stands behind the word in its clause: auxiliary, pronoun, finite verbs, particle at its end, end."""
        lower, forms = self.sentence.lower, self.sentence.forms
        aux = pronoun = ""
        finite = 0
        at = index + 1
        stop = "$"
        while at < len(lower):
            word = lower[at]
            if word in _STOPS or word in SUBORDINATORS:
                stop = word
                break
            if word in AUXILIARIES:
                aux = aux or AUXILIARIES[word]
            elif forms[at] & (Form.THIRD | Form.PAST) and not forms[at] & (
                Form.NOUN | Form.PARTICIPLE | Form.ADJECTIVE
            ):
                finite = min(finite + 1, 2)
            if word in _PRONOUNS and not pronoun:
                pronoun = word
            at += 1
        particle = lower[at - 1] if at - 1 > index and lower[at - 1] in _PARTICLES else ""
        return aux, pronoun, finite, particle, stop


def word_class(written: str, word: str, forms: int, frequent: AbstractSet[str], *, ambiguous: bool) -> str:
    """Return what stands for a word in a description: a frequent word itself, else letters for what it can be."""
    if not word[0].isalpha() and word[0] != "'":
        return "0" if word[0].isdigit() else word
    if ambiguous:
        return "v+" if word.startswith(("ge", "be", "ver", "ont")) else "v"
    if word in frequent:
        return word
    if not forms:
        return "X" if written[0].isupper() else "?" + word[-2:]
    if forms & VERBAL and not forms & (Form.NOUN | Form.PLURAL | Form.ADJECTIVE | Form.INFINITIVE | Form.PAST):
        return {Form.THIRD: "T", Form.PARTICIPLE: "P", Form.STEM: "S"}.get(forms, "V")
    return "".join(letter for bit, letter in _LETTERS if forms & bit)


_LETTERS: Final = (
    (Form.NOUN, "n"), (Form.PLURAL, "m"), (Form.ADJECTIVE, "a"), (Form.INFLECTED, "e"), (Form.INFINITIVE, "i"),
    (Form.PAST, "h"), (VERBAL, "v"),
)  # fmt: skip
