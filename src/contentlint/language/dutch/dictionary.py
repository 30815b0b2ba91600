"""The Dutch dictionary: which words exist, compounds included, as Hunspell decides it with OpenTaal's dictionary."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from contentlint.language import flags as f
from contentlint.language.forms import FormTable

_CLASHES: Final = {"a": f.CLASH_A, "e": f.CLASH_E, "é": f.CLASH_E, "i": f.CLASH_I, "o": f.CLASH_O, "u": f.CLASH_U}

_UNJOINED: Final = (
    ("oon", "zor"), ("armte", "krach"), ("aag", "dar"), ("aagd", "ar"), ("hart", "long"), ("woon", "werk"),
    ("man", "vrouw"), ("oofd", "hal"), ("rts", "patiën"), ("aten", "koste"), ("eroepskracht", "kin"), ("oel", "midde"),
    ("osis", "effec"), ("aat", "liefd"), ("uur", "verhuu"), ("lant", "leverancie"), ("waliteit", "prij"),
    ("rijs", "kwalitei"), ("eidster", "kin"), ("isico", "rendemen"), ("ignaal", "rui"), ("tudent", "docen"),
    ("tudent", "sta"), ("tudent", "compute"), ("raag", "aanbo"), ("erkgever", "werkneme"), ("achelor", "maste"),
    ("k", "ker"), ("en", "loo"), ("en", "loze"), ("ios", "ko"), ("e", "ring"), ("urger", "meeste"), ("uis", "vestin"),
    ("linden", "dar"), ("r", "ring"), ("p", "pijn"), ("m", "mijn"), ("l", "lijn"), ("p", "peen"), ("p", "poen"),
)  # fmt: skip
"""Ends and begins that do not meet at a joint: pairs that take a hyphen, and words that are misread otherwise."""

_SEQUENCES: Final = tuple(
    tuple(f.SEQUENCE_BITS[flag] for flag in rule.split())
    for rule in (
        "N1 n2", "Nh n3", "Nh n2", "Nh N1 n2", "N4 NH", "N4 Nh n3", "N4 Nh n2", "N4 Nh N1 n2", "N4 Nd", "N2 Nd",
        "N1 N2 Nh", "N1 N2 Nh n3", "N1 N2 Nh n2", "N1 N2 Nh N1 n2", "N1 N2 Nd", "NH Nd", "NH N3 Nd", "NH N2 Nd",
        "N1 N2 Nh N3 Nd", "N1 N2 Nh N2 Nd", "N1 N2 Nh N1 N2 Nd", "NH N1 N2 Nd", "N4 NH Nd", "N4 Nh N3 Nd",
        "N4 Nh N2 Nd", "N4 Nh N1 N2 Nd", "N1 N2 NH Nd", "N1 N2 Nj", "N3 Nj", "N2 Nj", "Sv Sn", "Ll Hp Lr", "Ll Hp Ll Le",
    )
)  # fmt: skip
"""Numbers in words (*eenentwintigduizend*), streets and double nationalities."""

_LONGEST: Final = 64
_MOST_PARTS: Final = 6


Part = tuple[str, int]
"""One part of a compound, with the bits of one analysis."""


def _meet(left: Part, right: Part) -> bool:
    """Whether two parts may stand side by side."""
    a, b = left
    c, d = right
    if d & f.NOT_AFTER_S and b & (f.LINKED_BY_S | f.PLURAL_LINKED):
        return False
    if d & _CLASHES.get(a[-1], 0):
        return False
    if b & f.PAIRED and (d & f.PAIRED or c.startswith("relat")):
        return False
    if d & f.NOT_AFTER_GAVE and a.endswith("gave"):
        return False
    if a == c or ((a[-1].isupper() or c[0].isupper()) and a[-1] != "-" and c[0] != "-"):
        return False
    return not any(a.endswith(end) and c.startswith(begin) for end, begin in _UNJOINED)


class DutchDictionary:
    """Decides which Dutch words exist."""

    __slots__ = ("_known", "table")

    def __init__(self) -> None:
        self.table: Final = FormTable("nl")
        self._known: Final[dict[str, bool]] = {}

    def accepts(self, word: str) -> bool:
        """Whether a word is right as it stands, whatever its place in a sentence."""
        known = self._known.get(word)
        if known is None:
            known = self._known[word] = self._accepts(word.replace("’", "'"))
        return known

    def _accepts(self, word: str) -> bool:
        if not word or len(word) > _LONGEST:
            return False
        exact = self._exact(word)
        if exact is not None:
            return exact
        lower = word.lower()
        if word == lower:
            return False
        if word[1:] == lower[1:] or (word[:2] == "IJ" and word[2:] == lower[2:]):
            return bool(self._exact(lower))
        if word == word.upper():
            return any(
                self._exact(form) and not self.table.has(form, f.KEEP_CASE) for form in (lower, lower.capitalize())
            )
        return False

    def _exact(self, word: str) -> bool | None:
        """Whether the word exists with these capitals; False for a known wrong form, None for an unknown one."""
        masks = self.table.masks(word)
        if masks:
            if any(mask & f.FORBIDDEN for mask in masks):
                return False
            if any(mask & f.WORD for mask in masks):
                return True
        return True if next(self.compounds(word), None) or self.is_sequence(word) else None

    def is_forbidden(self, word: str) -> bool:
        """Whether the dictionary lists a word as wrong."""
        return self.table.has(word, f.FORBIDDEN)

    def compounds(self, word: str) -> Iterator[tuple[Part, ...]]:
        """Yield the ways to read a word as a compound; the last part closes it."""
        yield from self._rest(word, 0, ())

    def _rest(self, word: str, start: int, parts: tuple[Part, ...]) -> Iterator[tuple[Part, ...]]:
        table = self.table
        if parts:
            rest = word[start:]
            for mask in table.masks(rest):
                if mask & f.END:
                    part = (rest, mask)
                    if _meet(parts[-1], part) and not (mask & f.FORCE_CAPITAL and word[0].islower()):
                        yield (*parts, part)
            if len(parts) == _MOST_PARTS:
                return
        place = f.MIDDLE if parts else f.BEGIN
        for text, number in table.trie.iter_prefixes_with_ids(word[start:] if start else word):
            if start + len(text) == len(word):
                continue
            for mask in table.masks_of(number):
                if mask & place:
                    part = (text, mask)
                    if not parts or _meet(parts[-1], part):
                        yield from self._rest(word, start + len(text), (*parts, part))

    def is_sequence(self, word: str) -> bool:
        """Whether the word is a number in words, or another of the fixed sequences."""
        return any(bits & f.SEQUENCE for bits in self._prefix_bits(word)) and any(
            self._follows(word, rule) for rule in _SEQUENCES
        )

    def _prefix_bits(self, word: str) -> Iterator[int]:
        for _, number in self.table.trie.iter_prefixes_with_ids(word):
            yield from self.table.masks_of(number)

    def _follows(self, word: str, rule: tuple[int, ...]) -> bool:
        if not rule:
            return not word
        return any(
            any(mask & rule[0] for mask in self.table.masks_of(number)) and self._follows(word[len(text) :], rule[1:])
            for text, number in self.table.trie.iter_prefixes_with_ids(word)
        )
