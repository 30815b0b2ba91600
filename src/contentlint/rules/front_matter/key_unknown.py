"""FM005: a key that is nearly one that means something."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import ClassVar, Final

from contentlint.document import Entry, FrontMatter
from contentlint.rules.base import (
    Applicability,
    Example,
    Family,
    Invalid,
    Message,
    Options,
    Rule,
    RuleInfo,
    Severity,
    Valid,
    Violation,
    on,
    option,
)
from contentlint.rules.front_matter.known_keys import KnownKey, Wanted, known_keys

_CONGO: Final[Mapping[str, str | None]] = {"hugo.toml": 'theme = "congo"\n'}
_NAMELESS: Final = frozenset({"", "~", "''", '""'})
"""Keys that are no name, as they are written."""

_SHORTEST: Final = 5
"""Shorter keys are too often words of their own (``data`` beside ``date``)."""


class FrontMatterKeyUnknownOptions(Options):
    """Which keys are known besides those of Hugo, the theme and the taxonomies."""

    strict = option(default=False, en="Report every key that is not known.", nl="Meld elke sleutel die niet bekend is.")
    keys = option(
        (),
        en="Further keys that the site's templates use.",
        nl="Verdere sleutels die de sjablonen van de site gebruiken.",
    )


class FrontMatterKeyUnknown(Rule[FrontMatterKeyUnknownOptions]):
    """Reports keys that are nearly those of Hugo or the theme, such as ``feature_alt`` and ``darft``.

    ## Why is this bad?
    Hugo says nothing of a key it does not know, so a misspelt ``draft`` publishes the page and a misspelt ``featureAlt``
    leaves readers without the description of the picture.

    ## Fix safety
    The name that is probably meant is offered; you choose it.
    """

    dutch = """Meldt sleutels die bijna die van Hugo of het thema zijn, zoals ``feature_alt`` en ``darft``.

    ## Waarom is dat erg?
    Hugo zegt niets over een sleutel die het niet kent. Met een verkeerd gespelde ``draft`` wordt de pagina dus
    gepubliceerd, en met een verkeerd gespelde ``featureAlt`` krijgen lezers geen beschrijving van de afbeelding.

    ## Wat herstellen doet
    contentlint stelt de naam voor die waarschijnlijk bedoeld is; jij kiest.
    """

    info = RuleInfo(
        name="front-matter-key-unknown",
        code="FM005",
        family=Family.FRONT_MATTER,
        severity=Severity.WARNING,
        summary=Message(en="Misspelt key in the front matter", nl="Verkeerd gespelde sleutel in de front matter"),
        fixable=Applicability.SUGGESTION,
        since="0.1.0",
    )
    near = Message(
        en="Nothing reads the key ‘{key}’, so it does nothing. Did you mean ‘{other}’?",
        nl="De sleutel ‘{key}’ wordt nergens gebruikt en doet dus niets. Bedoel je ‘{other}’?",
    )
    unknown = Message(
        en="The key ‘{key}’ is not known here. Take it away, or name it in the settings of this rule.",
        nl="De sleutel ‘{key}’ is hier niet bekend. Haal hem weg, of noem hem in de instellingen van deze regel.",
    )
    no_name = Message(
        en="Nothing stands before the colon, so nothing can read this value. Write the name of the key.",
        nl="Voor de dubbele punt staat niets, dus niets kan deze waarde lezen. Schrijf de naam van de sleutel.",
    )
    examples: ClassVar[tuple[Example, ...]] = (
        Valid("---\ntitle: Wonen\nLASTMOD: 2025-11-20\nauthor: Jan\nbron: eigen\n---\n"),
        Valid("---\ntitle: Wonen\ntag: huis\ndata: x\nfeature_alt: Een huis\n---\n"),
        Valid("---\ntitle: Wonen\nsumary: x\n---\n", options={"keys": ["sumary"]}),
        Invalid("---\ntitle: Wonen\n⟦darft⟧: true\n---\n", fixed="---\ntitle: Wonen\ndraft: true\n---\n"),
        Invalid(
            "---\ntitle: Wonen\n⟦last_mod⟧: 2025-11-20\n---\n", fixed="---\ntitle: Wonen\nlastmod: 2025-11-20\n---\n"
        ),
        Invalid(
            "---\ntitle: Wonen\n⟦feature-alt⟧: Een huis\n---\n",
            fixed="---\ntitle: Wonen\nfeatureAlt: Een huis\n---\n",
            files=_CONGO,
        ),
        Invalid("---\ntitle: Wonen\n⟦~⟧: true\n---\n"),
        Invalid("---\ntitle: Wonen\n⟦bron⟧: eigen\n---\n", options={"strict": True}),
    )

    @on(FrontMatter)
    def check_front_matter(self, front_matter: FrontMatter) -> Iterator[Violation]:
        """Look at every key at the top."""
        known: dict[str, KnownKey] = dict(known_keys(self.page))
        known |= {key.lower(): KnownKey(key, Wanted.ANYTHING) for key in self.options.keys}
        for entry in front_matter.root:
            if self.document[entry.key_span] in _NAMELESS:
                yield self.violation(entry.key_span, self.no_name())
                continue
            if entry.key.lower() in known or entry.key == "_build":
                continue
            other = _nearest(entry.key.lower(), known)
            if other is not None and front_matter.get(other) is None:
                yield self._report(entry, other)
            elif self.options.strict:
                yield self.violation(entry.key_span, self.unknown(key=entry.key))

    def _report(self, entry: Entry, other: str) -> Violation:
        written = self.document[entry.key_span]
        mark = written[0] if written[:1] in ("'", '"') else ""
        suggestion = f"{mark}{other}{mark}"
        return self.violation(entry.key_span, self.near(key=entry.key, other=other), suggestions=(suggestion,))


def _nearest(key: str, known: Mapping[str, KnownKey]) -> str | None:
    """Return the known key that is the same without ``-`` and ``_``, or but for one letter."""
    joined = key.replace("_", "").replace("-", "").replace(" ", "")
    if joined in known:
        return known[joined].name
    for name, candidate in known.items():
        if len(name) >= _SHORTEST and _differs_by_one(joined, name):
            return candidate.name
    return None


def _differs_by_one(left: str, right: str) -> bool:
    """Whether one letter is changed, added, left out or swapped with its neighbour; an ``s`` at the end is no difference.

    Singular and plural of one word are often two keys.
    """
    if abs(len(left) - len(right)) > 1 or left.rstrip("s") == right.rstrip("s"):
        return False
    start = next(
        (index for index, (a, b) in enumerate(zip(left, right, strict=False)) if a != b), min(len(left), len(right))
    )
    a, b = left[start:], right[start:]
    return a[1:] == b[1:] or a[1:] == b or a == b[1:] or (a[:2] == b[1::-1] and a[2:] == b[2:])
