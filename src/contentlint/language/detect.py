"""Tells Dutch from English by the little words that every sentence needs."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from typing import Final

FUNCTION_WORDS: Final[Mapping[str, frozenset[str]]] = {
    "nl": frozenset(
        """aan al als bij dan dat de deze die dit door dus een en er geen hebben heeft het hoe hun ik in is je jij jullie
        had kan kun kunnen maar meer met mijn moet naar niet nog of om onder ook op over te tot uit van veel voor waar want
        was wat we wel werd wij worden wordt zich zij zijn zo zonder""".split()
    ),
    "en": frozenset(
        """a about all an and are as at be because been but by can could do does for from had has have he her his how i
        if into it its more my no not of on or our she should so than that the their them there these they this to was
        we were what when which who will with would you your""".split()
    ),
}
"""Frequent words without a meaning of their own, by language; those of each language that can be spelled."""

_UNSPELLED: Final[Mapping[str, str]] = {
    "fr": """au aux avec ce ces cette dans du elle elles est et ils la le les leur leurs mais ne nous où par pas pour
        que qui sa ses son sont sur un une vous à été être""",
    "de": """am auch auf aus bei das dem den der des ein eine einem einen einer es für hat ich im ist mit nach nicht
        oder sich sie sind und vom von wie wird wir zu zum zur über""",
    "es": """al como con del el ella en es esta este la las lo los más muy no nos para pero por que se son su sus un
        una y""",
    "it": """al alla che con da dei del della delle di e gli ha il la le lo ma nel nella non per più si sono un una""",
    "la": """ad ante atque aut cum enim est et ex hoc ipsum nec nisi non quae quam qui quod sed sit sunt ut vel""",
}

UNSPELLED_FUNCTION_WORDS: Final[Mapping[str, frozenset[str]]] = {
    language: frozenset(words.split()).difference(*FUNCTION_WORDS.values()) for language, words in _UNSPELLED.items()
}
"""The same of languages without a dictionary, but for those that a language with one has, too."""

_TELLING: Final = {
    language: words.difference(*(others for other, others in FUNCTION_WORDS.items() if other != language))
    for language, words in FUNCTION_WORDS.items()
}

_COUNTED: Final = frozenset().union(*FUNCTION_WORDS.values(), *UNSPELLED_FUNCTION_WORDS.values())
_WORD = re.compile(r"[^\W\d_]+")
_ENOUGH = 5


def detect_language(text: str, *, limit: int = 5000, margin: int = 2) -> str:
    """Return ``nl`` or ``en`` for a text, or an empty string when it is too short or too mixed to tell.

    Args:
        text: running text.
        limit: how many characters to look at.
        margin: how many times more little words of one language than of any other there must be.
    """
    counts = Counter(filter(_COUNTED.__contains__, map(str.lower, _WORD.findall(text[:limit]))))

    def score(words: frozenset[str]) -> int:
        return sum(counts[word] for word in words & counts.keys())

    (best, language), (second, _) = sorted(
        ((score(words), language) for language, words in _TELLING.items()), reverse=True
    )[:2]
    if best < _ENOUGH or best < margin * second:
        return ""
    # What has more little words of a third language is in that, such as the Latin that stands in for a text.
    return language if all(score(words) < best for words in UNSPELLED_FUNCTION_WORDS.values()) else ""
