"""Which front matter keys seem to name the main image of a page, for a theme whose templates cannot be read."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Final

from contentlint.document import Entry, FrontMatter, MapValue
from contentlint.site import looks_like_image
from contentlint.text.records import NamedTuple

_OFTEN: Final = 5
_ALT: Final = re.compile(r"(?P<image>.*?)[-_.]?alt(?:[-_]?text)?", re.IGNORECASE)
_NAMES_IMAGE: Final = frozenset({"caption", "file", "image", "img", "src", "url"})


class UsedImages(NamedTuple):
    """Keys by which pages name their main image, and keys with its alternative text; a dot leads into a map."""

    feature_keys: tuple[str, ...] = ()
    alt_keys: tuple[str, ...] = ()


class ImageSurvey:
    """Counts the keys whose values are names of pictures, and those that describe them."""

    def __init__(self) -> None:
        self._images: Final[Counter[str]] = Counter()
        self._alts: Final[Counter[str]] = Counter()

    def add(self, front_matter: FrontMatter) -> None:
        """Take the front matter of a page into account."""
        for key, entry in _entries(front_matter):
            value = entry.value.python
            if not isinstance(value, str):
                continue
            if _ALT.fullmatch(key):
                self._alts[key] += 1
            elif looks_like_image(value.strip()):
                self._images[key] += 1

    def used(self) -> UsedImages:
        """Return the keys that pages use often, and the keys of alternative texts that belong to them."""
        features = tuple(key for key, times in self._images.most_common() if times >= _OFTEN)
        bases = {_base(key) for key in features}
        return UsedImages(features, tuple(key for key, _ in self._alts.most_common() if _describes(key, bases)))


def _entries(front_matter: FrontMatter) -> Iterator[tuple[str, Entry]]:
    for entry in front_matter.root.known:
        yield entry.key, entry
        if isinstance(entry.value, MapValue):
            yield from ((f"{entry.key}.{member.key}", member) for member in entry.value.known if "." not in member.key)


def _base(key: str) -> str:
    """Return what the keys of an image and of its text begin with: ``cover.`` for ``cover.image``."""
    table, dot, name = key.rpartition(".")
    return f"{table}{dot}".lower() if dot and name.lower() in _NAMES_IMAGE else key.lower()


def _describes(key: str, bases: set[str]) -> bool:
    """Whether a key of an alternative text belongs to one of the images; ``alt`` by itself belongs to any."""
    match = _ALT.fullmatch(key)
    image = match["image"].lower() if match else ""
    return bool(bases) and (not image or image in bases or f"{image}." in bases)
