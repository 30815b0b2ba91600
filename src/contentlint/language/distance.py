"""How likely one spelling is a slip for another: an edit distance in which common slips are cheap."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from contentlint.language.sounds import without_accents

ACCENT: Final = 0.15
"""An accent too few, too many or another."""
CAPITAL: Final = 0.3
DOUBLING: Final = 0.45
"""A letter that should be doubled."""
UNDOUBLING: Final = 0.5
HYPHEN: Final = 0.5
SOUND: Final = 0.55
"""Letters that sound alike, by the language's groups."""
SWAP: Final = 0.65
MISSING: Final = 0.8
VOWEL: Final = 0.85
"""One vowel for another."""
EXTRA: Final = 0.95
NEIGHBOUR: Final = 1.0
"""A neighbouring key."""
OTHER: Final = 1.25
FIRST_LETTER: Final = 0.6
"""Added for a slip in the first letter, which is rarely wrong."""
FURTHER: Final = 0.25
"""Added for each slip after the first."""

_VOWELS: Final = frozenset("aeiouy")
_BAND: Final = 3
"""How many letters an alignment may be out of step."""
_JOINERS: Final = frozenset("-' ")
_KEYS: Final = {
    letter: frozenset(around)
    for letter, around in {
        "q": "wa", "w": "qeas", "e": "wrsd", "r": "etdf", "t": "ryfg", "y": "tugh", "u": "yihj", "i": "uojk", "o": "ipkl",
        "p": "ol", "a": "qwsz", "s": "weadzx", "d": "ersfxc", "f": "rtdgcv", "g": "tyfhvb", "h": "yugjbn", "j": "uihknm",
        "k": "iojlm", "l": "opk", "z": "asx", "x": "sdzc", "c": "dfxv", "v": "fgcb", "b": "ghvn", "n": "hjbm", "m": "jkn",
    }.items()
}  # fmt: skip

Sounds = Mapping[str, tuple[tuple[str, float], ...]]
"""For the letters as written: the letters that may have been meant, with the cost."""


def sound_groups(groups: Iterable[str], extra: Iterable[tuple[str, str, float]] = ()) -> Sounds:
    """Return the table of letters that are written for each other.

    Args:
        groups: spellings of one sound, separated by spaces.
        extra: further slips, in one direction: as written, as meant, cost.
    """
    table: dict[str, list[tuple[str, float]]] = {}
    for group in groups:
        spellings = group.split()
        for written in spellings:
            table.setdefault(written, []).extend((meant, SOUND) for meant in spellings if meant != written)
    for written, meant, cost in extra:
        table.setdefault(written, []).append((meant, cost))
    return {written: tuple(meanings) for written, meanings in table.items()}


_replacing_costs: Final[dict[str, float]] = {}


def _replacing(pair: str) -> float:
    """Return what it costs to have written the first of two letters for the second."""
    cost = _replacing_costs.get(pair)
    if cost is None:
        written, meant = pair[0], pair[1]
        if without_accents(written) == without_accents(meant):
            cost = ACCENT
        elif written in _VOWELS and meant in _VOWELS:
            cost = VOWEL
        else:
            cost = NEIGHBOUR if meant in _KEYS.get(written, ()) else OTHER
        _replacing_costs[pair] = cost
    return cost


def slip_cost(written: str, meant: str, sounds: Sounds, limit: float = 4.0) -> float:
    """Return what it costs to have written one word for another; ``limit`` when it costs that much or more.

    Args:
        written: the word as it stands.
        meant: the word it may be a slip for.
        sounds: letters that are written for each other.
        limit: where to stop counting.
    """
    capital = CAPITAL if written[:1].isupper() != meant[:1].isupper() else 0.0
    written, meant = written.lower(), meant.lower()
    if written == meant:
        return capital
    start = 0
    shortest = min(len(written), len(meant))
    while start < shortest and written[start] == meant[start]:
        start += 1
    end = 0
    while end < shortest - start and written[-1 - end] == meant[-1 - end]:
        end += 1
    # Two letters of context on each side: sounds are up to three letters long, and a doubling looks one back.
    left, right = max(0, start - 2), max(0, end - 2)
    return min(
        limit,
        capital
        + _align(written[left : len(written) - right], meant[left : len(meant) - right], left, sounds, limit - capital),
    )


def _align(written: str, meant: str, left: int, sounds: Sounds, limit: float) -> float:
    """Return the cost of the cheapest alignment; ``left`` letters before it are the same."""
    width = len(meant) + 1
    limit += FURTHER
    rows: list[list[float]] = []
    for i in range(len(written) + 1):
        row = [limit] * width
        sounded = [
            (rows[i - size], letters, len(letters), price + FURTHER)
            for size in range(1, min(i, 4) + 1)
            for letters, price in sounds.get(written[i - size : i], ())
        ]
        if i:
            a = written[i - 1]
            above = rows[i - 1]
            early = FURTHER + FIRST_LETTER * (i == 1 and not left)
            removal = early + (UNDOUBLING if i > 1 and a == written[i - 2] else HYPHEN if a in _JOINERS else EXTRA)
        else:
            row[0] = 0.0
        cheapest = limit
        for j in range(max(0, i - _BAND), min(width, i + _BAND + 1)):
            best = row[j]
            if i and (cost := above[j] + removal) < best:
                best = cost
            if j:
                b = meant[j - 1]
                cost = row[j - 1] + FURTHER
                if cost < best:
                    cost += DOUBLING if j > 1 and b == meant[j - 2] else HYPHEN if b in _JOINERS else MISSING
                    if j == 1 and not left:
                        cost += FIRST_LETTER
                    best = min(best, cost)
                if i:
                    cost = above[j - 1]
                    if a == b:
                        best = min(best, cost)
                    else:
                        if cost < best:
                            replacing = _replacing(a + b)
                            cost += replacing + (FURTHER if replacing == ACCENT else early)
                            best = min(best, cost)
                        if i > 1 and j > 1 and a == meant[j - 2] and b == written[i - 2]:
                            best = min(best, rows[i - 2][j - 2] + FURTHER + SWAP)
                    for before, letters, length, price in sounded:
                        if b == letters[-1] and length <= j and meant[j - length : j] == letters:
                            best = min(best, before[j - length] + price)
            row[j] = best
            cheapest = min(cheapest, best)
        if cheapest >= limit and i > _BAND:
            return limit
        rows.append(row)
    return rows[-1][-1] - FURTHER
