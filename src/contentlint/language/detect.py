"""Tells Dutch from English by the little words that every sentence needs."""

from __future__ import annotations

import re
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
"""Frequent words without a meaning of their own, by language."""

_TELLING: Final = {
    language: words.difference(*(others for other, others in FUNCTION_WORDS.items() if other != language))
    for language, words in FUNCTION_WORDS.items()
}

_WORD = re.compile(r"[^\W\d_]+")
_ENOUGH = 5


def detect_language(text: str, *, limit: int = 5000, margin: int = 2) -> str:
    """Return ``nl`` or ``en`` for a text, or an empty string when it is too short or too mixed to tell.

    Args:
        text: running text.
        limit: how many characters to look at.
        margin: how many times more little words of one language than of any other there must be.
    """
    words = [word.lower() for word in _WORD.findall(text[:limit])]
    scores = sorted(
        ((sum(word in known for word in words), language) for language, known in _TELLING.items()), reverse=True
    )
    (best, language), (second, _) = scores[:2]
    return language if best >= _ENOUGH and best >= margin * second else ""
