"""The settings of Hugo's highlighter, behind a fence and in ``highlight``, as far as a value can stop Hugo.

Source: https://gohugo.io/configuration/markup/#highlight and the behaviour of Hugo 0.168.
"""

from __future__ import annotations

import re
from typing import Final

NUMBERS: Final = frozenset({"linenostart", "tabwidth"})
TRUTHS: Final = frozenset({"anchorlinenos", "guesssyntax", "hl_inline", "linenumbersintable", "noclasses"})
TEXTS: Final = frozenset({"lineanchors", "linenos", "style"})

_INTEGER: Final = re.compile(
    r"[-+]?(?:0[xX](?:_?[\da-fA-F])+|0[bB](?:_?[01])+|0[oO]?(?:_?[0-7])*|[1-9](?:_?\d)*)", re.ASCII
)
_TRUTH_WORDS: Final = frozenset({"0", "1", "f", "t", "F", "T", "false", "true", "FALSE", "TRUE", "False", "True"})


def fits(name: str, text: str) -> bool:
    """Whether Hugo can read a text as the value of a setting, by its name in lower case; it takes an empty one for none."""
    if not text or (name not in NUMBERS and name not in TRUTHS):
        return True
    return text in _TRUTH_WORDS if name in TRUTHS else _INTEGER.fullmatch(text) is not None
