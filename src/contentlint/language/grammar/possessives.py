"""Finds pronouns that are written for another of the same sound: *me tas, jou fiets, van jouw, hun hebben*."""

from __future__ import annotations

from typing import Final

from contentlint.language.grammar.lexicon import Form
from contentlint.language.grammar.phrases import PhraseFinding
from contentlint.language.grammar.tokens import Sentence, word_set

_RELATIVES: Final = word_set(
    "moeder vader ouders broer broers broertje zus zussen zusje zusjes zoon zonen zoontje dochter dochters dochtertje oma opa tante oom neef "
    "neven nicht nichten vriend vrienden vriendin vriendinnen vriendje vriendinnetje ma pa mama papa schoonmoeder schoonvader kinderen buurman "
    "buurvrouw buren collega collega's baas juf leraar lerares"
)
_OWNED: Final = word_set(
    "tas fiets auto huis kamer telefoon mobiel laptop computer sleutel sleutels portemonnee jas jassen schoenen broek haren hond kat konijn "
    "huiswerk agenda bureau bed leven naam verjaardag nummer adres verhaal account wachtwoord profiel"
)
_BODY: Final = word_set("hoofd handen voeten benen knie rug arm armen been vingers oren ogen buik")
"""What is one's own, too, but that a sentence such as *het doet me hoofd en hart goed* may name otherwise."""
_NAMING: Final = ("noem", "maak", "geef", "gaf", "gun", "stuur", "bied", "bezorg", "kost", "beloof")
"""How verbs begin behind which *me* and a noun may be two things."""

_NO_POSSESSIONS: Final = word_set(
    "voor iets lid neer niets maar over door naar onder alleen beter samen vooral erbij langs tegen achter"
)
_OBJECT_PREPOSITIONS: Final = word_set("van aan voor met bij door over zonder naast achter tegen op")
_LOVING: Final = word_set("hou houd houdt hield houden")
_ENDS: Final = frozenset({"", ".", "!", "?", ")", ",", ";", ":"})

_DOING: Final = word_set("hebben hadden gaan gingen moeten moesten zullen zouden mogen zeggen vinden komen kwamen")
_OPENERS: Final = word_set("omdat dat als toen wanneer terwijl zodat of hoewel nadat voordat")
_NO_POSSESSED: Final = word_set("niet nooit ook al altijd het moeten willen kunnen zullen mogen gaan hebben zijn")


def _my(sentence: Sentence, index: int) -> PhraseFinding | None:
    """*me tas*: what belongs to me stands behind *mijn*. *Dat kost me tijd* is right, so only some nouns tell."""
    noun, before = sentence.at(index + 1), sentence.at(index - 1)
    if noun not in _RELATIVES and noun not in _OWNED and noun not in _BODY:
        return None
    if any(word.removeprefix("ge").startswith(_NAMING) for word in sentence.lower):
        return None
    right = "Mijn" if sentence.words[index][0].isupper() else "mijn"
    sure = noun in _RELATIVES or before in _OBJECT_PREPOSITIONS or index == 0
    return PhraseFinding(index, index, (right,), "my", certain=sure)


def _your(sentence: Sentence, index: int) -> PhraseFinding | None:
    noun = sentence.at(index + 1)
    owned = noun in _OWNED or noun in _RELATIVES
    if index + 1 >= len(sentence) or not (owned or _is_noun(sentence, index + 1)):
        return None
    return PhraseFinding(index, index, ("jouw",), "your", certain=False)


def _you(sentence: Sentence, index: int) -> PhraseFinding | None:
    """*van jouw* at the end of a clause."""
    before, behind = sentence.at(index - 1), sentence.at(index + 1)
    if before not in _OBJECT_PREPOSITIONS or behind not in _ENDS:
        return None
    loving = before == "van" and sentence.at(index - 2) in _LOVING
    return PhraseFinding(index, index, ("jou",), "you", certain=loving)


def _them(sentence: Sentence, index: int) -> PhraseFinding | None:
    """*hun* as the one who does something, and behind a preposition."""
    before, behind, then = sentence.at(index - 1), sentence.at(index + 1), sentence.at(index + 2)
    if index == 0 and behind in _DOING and then != "en":
        return PhraseFinding(index, index, ("Zij",), "they", certain=True)
    # Behind a noun, *dat* may be what happens to them: het verlies dat hun het leven zuur maakt.
    relative = before == "dat" and index > 1 and sentence.forms[index - 2] & Form.NOUN
    if before in _OPENERS and behind in _NO_POSSESSED and not relative:
        return PhraseFinding(index, index, ("zij",), "they", certain=False)
    if before in _OBJECT_PREPOSITIONS and behind in {*_ENDS, "mee"}:
        return PhraseFinding(index, index, ("hen",), "them", certain=False)
    return None


def _is_noun(sentence: Sentence, index: int) -> bool:
    """Whether the token can be nothing but a noun, and is not the first half of a longer name or list."""
    forms = sentence.forms[index]
    return (
        bool(forms & Form.NOUN)
        and not forms & ~Form.NOUN
        and sentence.words[index][0].islower()
        and len(sentence.words[index]) > 3
        and sentence.lower[index] not in _NO_POSSESSIONS
    )


PRONOUNS: Final = {"me": _my, "jou": _your, "jouw": _you, "hun": _them}
"""For a pronoun, what says whether it is wrong at a place in a sentence."""
