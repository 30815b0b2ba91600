"""How themes choose a page's main image and its alt text.

A profile is read from the templates on disk where they are there, so that a theme's new version or a site's own layout
needs no table here. Sources of the two tables: the layouts of Congo 2.9 and Blowfish 2.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from contentlint.site.go_template import Action, Kind, Word, scan_template
from contentlint.text.records import NamedTuple

Key = tuple[str, ...]
"""A path of keys in front matter, in the spelling of the template: ``("cover", "alt")``."""

_MATCHES: Final = frozenset(("GetMatch", "Match"))
_STAND_INS: Final = frozenset(("Title", "LinkTitle", "Name", "Description", "Summary"))
_ELSEWHERE: Final = frozenset(("Site", "Home", "Parent", "CurrentSection", "FirstSection"))
_LIST: Final = re.compile(r"list|link|card|item|summary|teaser|related|recent|index|home|terms?\b|taxonomy|section")
_ALT: Final = re.compile(r"alt(?:text)?$", re.IGNORECASE)


class Candidate(NamedTuple):
    """A place where a theme looks for the image: a front matter key that holds a pattern, a pattern of its own, or both.

    Attributes:
        key: the front matter key; empty when the theme asks none.
        pattern: what is looked for without the key; empty when nothing is.
    """

    key: Key
    pattern: str


class FeatureView(NamedTuple):
    """One place where a theme shows the main image of a page.

    Attributes:
        name: the template, or the place in words for a theme that is not on disk.
        candidates: where the theme looks, in its order.
        alt_keys: front matter keys that give the alt text, in the theme's order; empty when it prints none.
        alt_fallback: whether something else, such as the title, stands in for a missing alt text.
        open_keys: keys among the candidates that the theme also looks for elsewhere, among the assets or as an address.
        certain: whether the templates on disk say so.
    """

    name: str
    candidates: tuple[Candidate, ...]
    alt_keys: tuple[Key, ...]
    alt_fallback: bool = False
    open_keys: frozenset[Key] = frozenset()
    certain: bool = True

    @property
    def is_list(self) -> bool:
        """Whether the image stands in a list of pages, beside a title that says where it leads."""
        return _LIST.search(self.name.rpartition("/")[2]) is not None


def _view(name: str, candidates: Sequence[tuple[str, str]], alt_keys: Sequence[str]) -> FeatureView:
    return FeatureView(
        name,
        tuple(Candidate((key,) if key else (), pattern) for key, pattern in candidates),
        tuple((key,) for key in alt_keys),
        certain=False,
    )


_FEATURE: Final = ("feature", "*feature*")

THEME_VIEWS: Final = {
    "congo": (
        _view("single", (_FEATURE, ("cover", "*cover*")), ("featureAlt", "coverAlt")),
        _view("list", (_FEATURE, ("thumbnail", "*thumb*")), ("featureAlt", "thumbnailAlt")),
    ),
    "blowfish": (_view("single", (("", "*feature*"), ("", "{*cover*,*thumbnail*}")), ()),),
}
"""What the two known themes do, for when they are not on disk. Blowfish prints no alt text of the page's."""

CONVENTION: Final = (_view("single", (("feature", ""),), ("featureAlt",)),)
"""What the key ``feature`` means where the theme is not known at all."""


def profile_from_settings(
    keys: Sequence[str], patterns: Sequence[str], alt_keys: Sequence[str]
) -> tuple[FeatureView, ...]:
    """Return the views of a theme that the settings describe.

    Args:
        keys: front matter keys that name the image, in the theme's order; a dot leads into a table (``cover.image``).
        patterns: patterns that the theme looks for without a key.
        alt_keys: front matter keys of the alt text.
    """
    candidates = [Candidate(tuple(key.split(".")), "") for key in keys]
    candidates += [Candidate((), pattern) for pattern in patterns]
    if not candidates:
        return ()
    named = frozenset(candidate.key for candidate in candidates)
    return (
        FeatureView(
            "settings",
            tuple(candidates),
            tuple(tuple(key.split(".")) for key in alt_keys),
            open_keys=named,
            certain=False,
        ),
    )


def read_view(name: str, text: str) -> FeatureView | None:
    """Return how a template chooses an image among the page's own files; None when it does not."""
    return _ViewReader(name).read(text)


class _ViewReader:
    """Follows the variables of one template that hold a chosen image."""

    def __init__(self, name: str) -> None:
        self._name: Final = name
        self._images: Final[dict[str, list[Candidate]]] = {}
        self._texts: Final[dict[str, list[Candidate]]] = {}
        self._last: list[Candidate] = []
        self._alt_keys: Final[dict[Key, None]] = {}
        self._alt_fallback = False
        self._open_keys: Final[set[Key]] = set()

    def read(self, text: str) -> FeatureView | None:
        for piece in scan_template(text):
            if isinstance(piece, Action):
                self._read_action(piece.words)
        if not self._last:
            return None
        candidates = tuple(dict.fromkeys(self._last))
        open_keys = self._open_keys.intersection(candidate.key for candidate in candidates)
        return FeatureView(self._name, candidates, tuple(self._alt_keys), self._alt_fallback, frozenset(open_keys))

    def _read_action(self, words: tuple[Word, ...]) -> None:
        alts = [names for word in words if (names := _param(word)) and _ALT.search(names[-1])]
        self._alt_keys.update(dict.fromkeys(alts))
        target, again = _assigned(words)
        if alts or _ALT.search(target):
            self._alt_fallback = self._alt_fallback or any(
                word.names and word.names[-1] in _STAND_INS for word in words if not _param(word)
            )
        found: list[Candidate] = []
        for number, word in enumerate(words):
            if word.names and word.names[-1] in _MATCHES:
                if not _looks_elsewhere(words, number):
                    found += self._pattern(words[number + 1 :])
            elif word.kind is Kind.VARIABLE and len(word.names) == 1 and found:
                found += self._images.get(word.names[0], [])
        if not found and words and words[0].value != "if":
            self._open_keys.update(names for word in words if (names := _param(word)))
        if target and found:
            # A second assignment stands behind a test whether the first found anything.
            self._last = self._images[target] = [*(self._images.get(target, []) if again else []), *found]
        elif target:
            self._texts[target] = [*self._argument(words)]
        elif found:
            self._last = [*self._last, *found]

    def _pattern(self, words: Sequence[Word]) -> Iterator[Candidate]:
        """Yield the candidates of the argument behind ``GetMatch``: one word, or what stands in parentheses."""
        if words and words[0].value == "(" and words[0].kind is Kind.MARK:
            depth = 0
            for number, word in enumerate(words):
                if word.kind is Kind.MARK:
                    depth += (word.value == "(") - (word.value == ")")
                if depth == 0:
                    yield from self._argument(words[1:number])
                    return
        elif words:
            yield from self._argument(words[:1])

    def _argument(self, words: Sequence[Word]) -> Iterator[Candidate]:
        if any(word.kind is Kind.NAME and word.value in {"printf", "print", "replace"} for word in words):
            return
        keys = [names for word in words if (names := _param(word))]
        patterns = [word.value for word in words if word.kind is Kind.STRING]
        for word in words:
            if word.kind is Kind.VARIABLE and len(word.names) == 1:
                yield from self._texts.get(word.names[0], ())
        if keys:
            yield from (Candidate(key, "") for key in keys[:-1])
            yield Candidate(keys[-1], patterns[0] if patterns else "")
        else:
            yield from (Candidate((), pattern) for pattern in patterns if pattern)


def _param(word: Word) -> Key:
    """Return the path of a page parameter that a word reads: ``.Params.a.b``, ``$.Params.a``, ``.Page.Params.a``."""
    if word.kind not in {Kind.FIELD, Kind.VARIABLE} or "Params" not in word.names:
        return ()
    place = word.names.index("Params")
    before = word.names[1:place] if word.kind is Kind.VARIABLE else word.names[:place]
    return word.names[place + 1 :] if before in {(), ("Page",)} else ()


def _looks_elsewhere(words: Sequence[Word], number: int) -> bool:
    """Whether a match is sought among the assets, or among the files of another page."""
    if number and words[number].kind is Kind.CHAIN and words[number - 1].value == "resources":
        return True
    return not _ELSEWHERE.isdisjoint(words[number].names)


def _assigned(words: Sequence[Word]) -> tuple[str, bool]:
    """Return the variable that an action sets, also behind ``with`` or ``if``, and whether it existed before."""
    for number, word in enumerate(words):
        if word.kind is Kind.MARK and word.value in {"=", ":="} and number and words[number - 1].kind is Kind.VARIABLE:
            return words[number - 1].names[0], word.value == "="
    return "", False
