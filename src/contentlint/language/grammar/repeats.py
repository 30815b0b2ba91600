"""Finds words that stand twice in a row."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from contentlint.language.detect import FUNCTION_WORDS

_PAIR: Final = re.compile(r"(?<![\w'’.@#/\\_-])([^\W\d_][\w'’]*+)[ \t\r\n]++\1(?![\w'’@/\\_-]|\.\w)")
_AT_BEGIN: Final = re.compile(r"(?:\A|[.!?]\s)([A-Z][a-z]{1,4})[ \t\r\n]+([a-z]{2,5})(?![\w'’@/\\_-]|\.\w)")

MAY_REPEAT: Final[Mapping[str, frozenset[str]]] = {
    "nl": frozenset(
        """dat die dit je jou zij ze we wij u zijn is was waren had hadden heeft hebben hij er dan heel in op om toe voor door na
        aan bij met uit over af mee steeds vele veel keer deze wat het zeer ja nee bla blah ha hm ho hé hup tut tik klop stap
        zo nou nu wie te stapje beetje kort jongen heen weer maar langzaam eindelijk nooit ver hoe ding pats boem klik zoem via snel uh eh ehm uhm hoor vlug stil zacht
        worden wordt werd kan gaat gaan komen doen laten zien aanmelden hier daar""".split()
    ),
    "en": frozenset(
        """that had is was very really so no yes ha bla blah hear there now many much long big far please well who do in on her
        bye hey knock tick chop tut night boo ding hush dum""".split()
    ),
}
"""Words that can stand twice in a row in a correct sentence, or for emphasis, by language."""


def any_repeats(texts: Iterable[str], language: str) -> bool:
    """Whether any of some texts has a word that is said twice; they are looked through as one."""
    return any(True for _ in repeats("\n.\n".join(texts), language))


def repeats(text: str, language: str) -> Iterator[tuple[int, int, str, bool]]:
    """Yield start and end of each word that is said twice, the word, and whether it cannot be meant so.

    Only words without capitals count (names repeat), but for a little word that begins a sentence, and only what white
    space parts.

    Args:
        text: the prose.
        language: ``nl`` or ``en``.
    """
    allowed = MAY_REPEAT[language]
    for match in _PAIR.finditer(text):
        word = match[1]
        if word.islower() and word not in allowed and len(word) > 1:
            yield match.start(), match.end(), word, word in FUNCTION_WORDS[language]
    for match in _AT_BEGIN.finditer(text):
        word = match[2].lower()
        if match[1].lower() == word and word in FUNCTION_WORDS[language] and word not in allowed:
            yield match.start(1), match.end(), match[1], True
