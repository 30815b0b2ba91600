"""Where a clause begins and ends, and what in it says which form its verb has."""

from __future__ import annotations

from typing import Final

from contentlint.document.prose import GAP
from contentlint.language.grammar.lexicon import Form
from contentlint.language.grammar.tokens import Sentence, word_set
from contentlint.language.grammar.verb_context import AUXILIARIES, SUBORDINATORS

NAMES: Final = Form.NOUN | Form.PLURAL | Form.ADJECTIVE | Form.INFLECTED
"""Forms that are no verb."""

BREAKS: Final = frozenset((*'.,;:!?()–—|/•…"“”„', GAP))
"""What a clause does not go beyond."""

BE: Final = word_set(
    "is was waren ben bent zijn geweest heeft heb hebt hebben had hadden wordt worden werd werden word"
)
"""The forms of *zijn*, *hebben* and *worden*, beside which a participle stands."""

FINITE: Final = frozenset(AUXILIARIES) - {"geweest"}
"""Auxiliaries that can be the finite verb of a clause."""

COORDINATORS: Final = word_set("en maar want of dus")
_POSITION: Final = word_set("staat staan stond stonden")
"""Verbs that a participle can stand with as with *zijn*: *hier staat beschreven*."""

_THEY: Final = word_set("we wij ze zij jullie")
_MUCH: Final = word_set("heel nogal zo")
_NO_ADVERBS: Final = word_set("de het een deze dit die ze zij hij je jij we wij er men ik u")


class Clause:
    """The words around a verb that belong to its clause, with what matters for its form.

    Attributes:
        start: the first token of the clause.
        end: the token behind its last.
        subordinator: the word that opens it, or an empty string.
        aux_left: the token of the auxiliary that a participle here would belong to, or -1.
        aux_right: whether an auxiliary follows the verb at once.
        finite_left: whether another finite verb stands before it.
        finite_right: whether one stands behind it.
        finite_between: whether one stands between the auxiliary and the verb.
        nested: whether a clause is open around this one.
        first_person: whether *ik* stands before the verb, in this clause or around it.
    """

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
        while at >= 0 and lower[at] not in BREAKS:
            word = lower[at]
            if word in SUBORDINATORS and not (_is_amount(lower, at) or self._is_pronoun(sentence, at, index)):
                self.subordinator = word
                break
            if word == "zijn" and at + 1 < index and forms[at + 1] & NAMES and lower[at - 1] not in _THEY:
                pass  # his
            elif word in FINITE or word in _POSITION or _certainly_finite(forms[at]):
                self.finite_left = True
                if self.aux_left < 0 and not joined and not self.finite_between and (word in BE or word in _POSITION):
                    self.aux_left = at
                else:
                    self.finite_between = self.finite_between or self.aux_left < 0
            elif word in COORDINATORS:
                joined = True
            at -= 1
        self.start = at + 1
        self.nested = False
        while at >= 0 and lower[at] not in BREAKS:
            at -= 1
            self.nested = self.nested or lower[at] in SUBORDINATORS
        self.first_person = any(word in ("ik", "ikzelf") for word in lower[at + 1 : index])
        at = index + 1
        while at < len(lower) and lower[at] not in BREAKS and lower[at] not in SUBORDINATORS:
            if lower[at] in FINITE or lower[at] in _POSITION or _certainly_finite(forms[at]):
                self.finite_right = True
            at += 1
        self.end = at
        if at - 1 > index and forms[at - 1] & Form.INFINITIVE and lower[at - 2] != "te":
            self.finite_right = True
        follows = lower[index + 1] if index + 1 < at else ""
        self.aux_right = follows in BE or (follows in FINITE and index + 2 < at and lower[index + 2] in FINITE)

    @staticmethod
    def _is_pronoun(sentence: Sentence, at: int, index: int) -> bool:
        """Whether *dat*, *die* or *zoals* stands behind its verb (*is dat nu vastgelegd*) and opens no clause."""
        lower, forms = sentence.lower, sentence.forms
        if at > 0 and lower[at] in ("die", "zoals") and lower[at - 1] in FINITE:
            return True
        return (
            at > 0
            and lower[at] in ("dat", "die")
            and (lower[at - 1] in FINITE or (at > 1 and lower[at - 1] in _NO_ADVERBS and lower[at - 2] in FINITE))
            and not any(forms[near] & NAMES or lower[near] in _NO_ADVERBS for near in range(at + 1, index))
        )


def _is_amount(lower: list[str], at: int) -> bool:
    """Whether *wat* says how much (*er is heel wat veranderd*)."""
    return lower[at] == "wat" and at > 0 and lower[at - 1] in _MUCH


def _certainly_finite(forms: int) -> bool:
    return bool(forms & (Form.THIRD | Form.PAST)) and not forms & (NAMES | Form.PARTICIPLE | Form.INFINITIVE)
