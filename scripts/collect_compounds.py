"""Collects the compounds that Dutch texts write as one word and that stand in no dictionary, and the parts that make compounds.

Usage: python -m scripts.collect_compounds FOLDER [--leave-out LABELLED]

The result holds compounds (``agendapunt``), parts that begin several compounds (``agenda-``) and parts that end several (``-punt``).
"""

from __future__ import annotations

import argparse
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import marisa_trie
from scripts.grammar_corpora import Measuring, texts

from contentlint.language.forms import COMPOUNDS, DATA
from contentlint.language.grammar.lexicon import Form, Lexicon, dutch_lexicon

WORD: Final = re.compile(r"(?<![\w'’.@/-])[a-zà-ÿ]{7,}(?![\w'’@/-]|\.\w)")
NOUNS: Final = Form.NOUN | Form.PLURAL
BEGINS: Final = 3
"""In how many compounds a part must come first to be listed."""
ENDS: Final = 4
"""In how many it must come last."""


def parts(word: str, lexicon: Lexicon) -> Iterator[tuple[str, str]]:
    """Yield the ways to take a word for two nouns, the first without its linking s."""
    for at in range(3, len(word) - 2):
        first, last = word[:at], word[at:]
        if lexicon.forms(last) & NOUNS:
            for stem in {first, first.removesuffix("s")}:
                listed_only = stem in lexicon and not lexicon.forms(stem) and len(stem) > 4
                if len(stem) > 2 and (lexicon.forms(stem) & Form.NOUN or listed_only):
                    yield stem, last


def main() -> None:
    """Collect and write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--leave-out", type=Path)
    arguments = parser.parse_args()
    lexicon = dutch_lexicon()
    words = {
        match[0]
        for text in texts(arguments.folder, Measuring(arguments.leave_out))
        for match in WORD.finditer(text.text)
    }
    compounds = {
        word for word in words if word not in lexicon and any(len(last) > 3 for _, last in parts(word, lexicon))
    }
    begins: Counter[str] = Counter()
    ends: Counter[str] = Counter()
    for word in (*lexicon, *compounds):
        for stem, last in set(parts(word, lexicon)):
            begins[stem] += 1
            ends[last] += 1
    entries = compounds | {f"{stem}-" for stem, count in begins.items() if count >= BEGINS}
    entries |= {f"-{last}" for last, count in ends.items() if count >= ENDS}
    target = DATA / COMPOUNDS
    marisa_trie.Trie(sorted(entries)).save(str(target))
    print(f"{len(compounds)} compounds, {len(entries)} entries, {target.stat().st_size} bytes")


if __name__ == "__main__":
    main()
