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


class Slips:
    """What it costs to have written a word for others; what its letters may stand for is looked up once.

    Args:
        written: the word as it stands, in lower case.
        sounds: letters that are written for each other.
    """

    __slots__ = ("_sounded", "_written")

    def __init__(self, written: str, sounds: Sounds) -> None:
        self._written: Final = written
        self._sounded: Final = _sounded(written, sounds)

    def cost(self, meant: str, limit: float, capital: float = 0.0) -> float:
        """Return what it costs to have written the word for another; ``limit`` when it costs that much or more.

        Args:
            meant: the other word, in lower case.
            limit: where to stop counting.
            capital: what their capitals cost.
        """
        written = self._written
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
        stop = len(written) - right
        sounded = self._sounded[left + 1 : stop + 1]
        cost = _align(written[left:stop], meant[left : len(meant) - right], sounded, limit - capital, at_begin=not left)
        return min(limit, capital + cost)


def capital_cost(written: str, meant: str) -> float:
    """Return what it costs that only one of two words has a capital."""
    return CAPITAL if written[:1].isupper() != meant[:1].isupper() else 0.0


def slip_cost(written: str, meant: str, sounds: Sounds, limit: float = 4.0) -> float:
    """Return what it costs to have written one word for another; ``limit`` when it costs that much or more.

    Args:
        written: the word as it stands.
        meant: the word it may be a slip for.
        sounds: letters that are written for each other.
        limit: where to stop counting.
    """
    return Slips(written.lower(), sounds).cost(meant.lower(), limit, capital_cost(written, meant))


_Sounded = tuple[tuple[int, str, float], ...]
"""Letters that end at one place and stand for others: how many, the others, and the cost."""


def _sounded(written: str, sounds: Sounds) -> list[_Sounded]:
    """Return what the letters that end at each place of a word may stand for; shorter ones first."""
    return [
        tuple(
            (size, letters, price + FURTHER)
            for size in range(1, min(end, 4) + 1)
            for letters, price in sounds.get(written[end - size : end], ())
        )
        for end in range(len(written) + 1)
    ]


def _align(written: str, meant: str, sounded: list[_Sounded], limit: float, *, at_begin: bool) -> float:
    """Return the cost of the cheapest alignment.

    Args:
        written: the letters that differ, with what stands around them.
        meant: the same of the other word.
        sounded: what the letters that end at each of those written may stand for.
        limit: what costs this much need not be told from what costs more.
        at_begin: whether they are the first letters of the words.
    """
    width = len(meant) + 1
    limit += FURTHER
    first = FIRST_LETTER if at_begin else 0.0
    adding = [0.0] + [
        DOUBLING if letter == before else HYPHEN if letter in _JOINERS else MISSING
        for before, letter in zip(" " + meant, meant, strict=False)
    ]
    above = [limit] * width
    above[0] = 0.0
    for j in range(1, min(width, _BAND + 1)):
        if (cost := above[j - 1] + FURTHER) < limit:
            above[j] = min(limit, cost + adding[j] + (first if j == 1 else 0.0))
    rows = [above]
    before = ""
    for i, a in enumerate(written, 1):
        early = FURTHER + (first if i == 1 else 0.0)
        removal = early + (UNDOUBLING if a == before else HYPHEN if a in _JOINERS else EXTRA)
        row = [limit] * width
        begin, end = max(0, i - _BAND), min(width, i + _BAND + 1)
        for size, letters, price in sounded[i - 1]:
            if size > i:
                break
            at = meant.find(letters)
            while at >= 0:
                j = at + len(letters)
                if begin <= j < end and (cost := rows[i - size][at] + price) < row[j]:
                    row[j] = cost
                at = meant.find(letters, at + 1)
        for j in range(begin, end):
            best = row[j]
            if (cost := above[j] + removal) < best:
                best = cost
            if j:
                b = meant[j - 1]
                if (cost := row[j - 1] + FURTHER) < best and (
                    cost := cost + adding[j] + (first if j == 1 else 0.0)
                ) < best:
                    best = cost
                if (cost := above[j - 1]) < best:
                    if a == b:
                        best = cost
                    else:
                        replacing = _replacing(a + b)
                        if (cost := cost + (replacing + (FURTHER if replacing == ACCENT else early))) < best:
                            best = cost
                if b == before and j > 1 and a == meant[j - 2] and a != b:
                    best = min(best, rows[i - 2][j - 2] + FURTHER + SWAP)
            row[j] = best
        if i > _BAND and min(row) >= limit:
            return limit
        rows.append(row)
        above = row
        before = a
    return rows[-1][-1] - FURTHER
