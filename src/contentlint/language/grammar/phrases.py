"""Finds fixed phrases that are written in one word too many or too few: *ondermeer, er voor zorgen, gebruik maken*."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from contentlint.language.dutch.joined import JOINED
from contentlint.language.grammar.lexicon import Form
from contentlint.language.grammar.tokens import Sentence, word_set
from contentlint.text.records import NamedTuple


class PhraseFinding(NamedTuple):
    """A phrase from one token to another (both inside), what could stand there, why, and whether there is no doubt."""

    first: int
    last: int
    replacements: tuple[str, ...]
    reason: str
    certain: bool


_JOINED_PAIRS: Final = {
    ("gebruik", "maken"): "gebruikmaken", ("gebruik", "gemaakt"): "gebruikgemaakt",
    ("kennis", "maken"): "kennismaken", ("kennis", "gemaakt"): "kennisgemaakt",
    ("plaats", "vinden"): "plaatsvinden", ("plaats", "gevonden"): "plaatsgevonden", ("plaats", "vindt"): "plaatsvindt",
    ("deel", "nemen"): "deelnemen", ("deel", "genomen"): "deelgenomen",
    ("achterover", "buigen"): "achteroverbuigen", ("les", "geven"): "lesgeven",
}  # fmt: skip
"""Verbs of two parts that are one word where the parts meet."""

_CARING: Final = ("zorg", "gezorgd", "kies", "kiez", "koos", "koz", "gekoz", "pleit", "gepleit", "waak", "waken")
"""How verbs begin that go with *ervoor*."""

_QUANTITY_NOUN: Final = word_set("het een dit dat elk ieder geen")
_NUMBERS: Final = word_set(
    "één twee drie vier vijf zes zeven acht negen tien elf twaalf twintig dertig vijftig honderd"
)
_DETERMINERS: Final = word_set("het een dit dat deze die geen elk goed veel mijn jouw hun ons uw beter")
_CLAUSE_ENDS: Final = frozenset((".", ",", ";", ":", "!", "?", ")"))
_ASKING: Final = word_set("wat wie welke welk hoeveel")
_AFTER_HERE: Final = word_set(
    "de het een je zie ziet staat staan vind vindt vinden volgt volgen is zijn lees leest kun kan in op met . ,"
)


def phrases(sentence: Sentence) -> Iterator[PhraseFinding]:
    """Yield the phrases of a Dutch sentence that are joined or split wrongly."""
    for index, word in enumerate(sentence.lower):
        check = _CHECKS.get(word)
        if check is not None and (found := check(sentence, index)):
            yield found


def _joined_phrase(sentence: Sentence, index: int) -> PhraseFinding | None:
    return PhraseFinding(index, index, (_like(sentence, index, JOINED[sentence.lower[index]]),), "joined", certain=True)


def _too_much(sentence: Sentence, index: int) -> PhraseFinding | None:
    """*teveel* is right as a noun only: *een teveel aan vitamines*."""
    if sentence.at(index - 1) in _QUANTITY_NOUN or sentence.at(index + 1) in ("aan", "van"):
        return None
    word = sentence.lower[index]
    return PhraseFinding(index, index, (_like(sentence, index, f"te {word[2:]}"),), "too-much", certain=True)


def _in_search(sentence: Sentence, index: int) -> PhraseFinding | None:
    around = (sentence.at(index - 1), sentence.at(index + 1))
    if around[1] not in ("naar", "gaan", "gaat", "bent", "ben", "is") and around[0] not in (
        "ben",
        "bent",
        "is",
        "zijn",
        "nog",
    ):
        return None
    return PhraseFinding(index, index, (_like(sentence, index, "op zoek"),), "joined", certain=True)


def _at_least(sentence: Sentence, index: int) -> PhraseFinding | None:
    """*tenminste* before a number means *minstens* and is two words then."""
    behind = sentence.at(index + 1)
    if not (behind[:1].isdigit() or behind in _NUMBERS):
        return None
    return PhraseFinding(index, index, (_like(sentence, index, "ten minste"),), "at-least", certain=False)


def _at_all_times(sentence: Sentence, index: int) -> PhraseFinding | None:
    """Only *te allen tijde* is right."""
    phrase = (sentence.lower[index], sentence.at(index + 1), sentence.at(index + 2))
    if phrase[1] not in ("alle", "allen", "aller") or phrase[2] not in ("tijd", "tijde", "tijden"):
        return None
    if phrase == ("te", "allen", "tijde"):
        return None
    return PhraseFinding(index, index + 2, (_like(sentence, index, "te allen tijde"),), "fixed", certain=True)


def _there(sentence: Sentence, index: int) -> PhraseFinding | None:
    """*er* and a preposition that belongs to it: *er voor zorgen, er van uitgaan, er toe doen*."""
    preposition, behind, then = sentence.at(index + 1), sentence.at(index + 2), sentence.at(index + 3)
    split = False
    if preposition == "voor":
        split = behind in ("te", "om") or behind.startswith(_CARING)
        if behind == "dat":
            split = any(word.startswith(_CARING) for word in sentence.lower[max(0, index - 6) : index])
    elif preposition == "toe":
        split = behind.startswith("doe") or behind in (
            "deed",
            "leiden",
            "leidt",
            "leidde",
            "bijdragen",
            "bijdraagt",
            "dat",
        )
    elif preposition == "van":
        split = (
            behind == "uit" and (then.startswith(("ga", "gega")) or then == "dat" or then in _CLAUSE_ENDS or not then)
        ) or behind.startswith(("uitga", "uitgegaan"))
        split = split or behind in (
            "dat",
            "om",
            "bewust",
            "overtuigd",
            "afhankelijk",
            "afhangen",
            "genieten",
            "uitgaan",
        )
    elif preposition == "mee":
        split = behind in (
            "eens",
            "bezig",
            "werken",
            "werkt",
            "gewerkt",
            "beginnen",
            "omgaan",
            "omgaat",
            "stoppen",
            "akkoord",
        )
    elif preposition == "achter":
        split = behind.startswith(("kom", "gekom", "kwam"))
    elif preposition == "om" and behind == "heen":
        return PhraseFinding(index, index + 2, (_like(sentence, index, "eromheen"),), "there", certain=False)
    if not split and preposition in ("aan", "in", "op", "bij", "naar", "onder", "van", "voor", "uit"):
        ends = behind in _CLAUSE_ENDS or index + 2 == len(sentence)
        split = (
            ends and not any(word in _ASKING for word in sentence.lower[:index]) and sentence.lower[index - 1] != "u"
        )
    if not split or not preposition:
        return None
    return PhraseFinding(index, index + 1, (_like(sentence, index, f"er{preposition}"),), "there", certain=False)


def _here(sentence: Sentence, index: int) -> PhraseFinding | None:
    """*hier onder* and *hier boven*, said of the text itself."""
    place, behind = sentence.at(index + 1), sentence.at(index + 2)
    if behind in ("de", "het", "een") and index > 0:
        return None  # "hier boven de winkel" is a place
    if place not in ("onder", "boven") or (
        index + 2 < len(sentence) and behind not in _AFTER_HERE and not _verb(sentence, index + 2)
    ):
        return None
    return PhraseFinding(index, index + 1, (_like(sentence, index, f"hier{place}"),), "there", certain=False)


def _pair(sentence: Sentence, index: int) -> PhraseFinding | None:
    joined = _JOINED_PAIRS.get((sentence.lower[index], sentence.at(index + 1)))
    if not joined or sentence.words[index + 1][0].isupper():
        return None
    before = index - 1
    if before >= 0 and (
        sentence.lower[before] in _DETERMINERS or sentence.forms[before] & (Form.INFLECTED | Form.ADJECTIVE)
    ):
        return None
    return PhraseFinding(index, index + 1, (_like(sentence, index, joined),), "verb", certain=False)


def _counted(sentence: Sentence, index: int) -> PhraseFinding | None:
    """*10 jarig*: what is counted is one word with its number."""
    before = sentence.at(index - 1)
    if index == 0 or not before.isdigit() or sentence.joined(index - 1):
        return None
    return PhraseFinding(index - 1, index, (f"{before}-{sentence.words[index]}",), "counted", certain=True)


def _verb(sentence: Sentence, index: int) -> bool:
    return bool(sentence.forms[index] & (Form.THIRD | Form.STEM)) and not sentence.forms[index] & (
        Form.NOUN | Form.ADJECTIVE
    )


def _like(sentence: Sentence, index: int, text: str) -> str:
    """Return the text with a capital when the token has one."""
    return text[0].upper() + text[1:] if sentence.words[index][0].isupper() else text


_COUNTED: Final = word_set(
    "jarig jarige daags daagse delig delige voudig voudige talig talige urig urige persoons tal tallen koppig koppige maands maandse"
)
"""What a number makes a word with."""

_Check = Callable[[Sentence, int], PhraseFinding | None]
_CHECKS: Final[dict[str, _Check]] = {
    **dict.fromkeys(JOINED, _joined_phrase),
    **dict.fromkeys(("teveel", "teweinig"), _too_much),
    "opzoek": _in_search,
    "tenminste": _at_least,
    **dict.fromkeys(("te", "ten", "ter"), _at_all_times),
    "er": _there,
    "hier": _here,
    **dict.fromkeys(_COUNTED, _counted),
    **dict.fromkeys((first for first, _ in _JOINED_PAIRS), _pair),
}
