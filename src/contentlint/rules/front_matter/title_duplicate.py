"""FM014: two pages with the same title."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import ClassVar

from contentlint.document.facts import DocumentFacts
from contentlint.rules.base import (
    Example,
    Family,
    Invalid,
    Message,
    Options,
    RuleInfo,
    Severity,
    SiteRule,
    Valid,
    Violation,
)
from contentlint.text.records import NamedTuple

_OTHER = {"content/about/index.md": "---\ntitle: About us\n---\n"}
_INSTALL = "---\ntitle: Install\n---\n"
_TWO_LANGUAGES = {"hugo.toml": 'defaultContentLanguage = "en"\n[languages.en]\n[languages.nl]\n'}


class TitleDuplicate(SiteRule[Options]):
    """Reports pages of one language that have the same title. Drafts are not counted.

    Pages in one folder are a warning: they stand together in the site's lists. Elsewhere the menu and the path around a
    page tell it apart, and this is information. Files of one name in several folders, such as the versions of a manual, are
    left alone.

    ## Why is this bad?
    In search results, in the browser's tabs and in the site's own lists readers cannot tell the pages apart.
    """

    dutch = """Meldt pagina’s in dezelfde taal met dezelfde titel. Concepten tellen niet mee.

    Bij pagina’s in één map is dat een waarschuwing: die staan in de lijsten van de site bij elkaar. In andere mappen
    houden het menu en het pad eromheen ze uit elkaar; dan is het een tip. Bestanden met dezelfde naam in verschillende
    mappen, zoals de versies van een handleiding, blijven buiten beschouwing.

    ## Waarom is dat erg?
    In zoekresultaten, in de tabbladen van de browser en in de lijsten op de site kunnen lezers de pagina’s niet uit
    elkaar houden.
    """

    info = RuleInfo(
        name="title-duplicate",
        code="FM014",
        family=Family.FRONT_MATTER,
        severity=Severity.WARNING,
        summary=Message(en="Two pages with one title", nl="Twee pagina’s met dezelfde titel"),
        wcag=("2.4.2",),
        since="0.1.0",
    )
    duplicate = Message(
        en="‘{title}’ is the title of {other} too, so readers cannot tell the two apart. Give one of them its own.",
        nl="‘{title}’ is ook de titel van {other}, dus lezers kunnen ze niet uit elkaar houden. Geef er één een eigen titel.",
    )
    examples: ClassVar[tuple[Example, ...]] = (
        Valid("---\ntitle: News\n---\n", files=_OTHER),
        Valid("---\ntitle: About us\ndraft: true\n---\n", files=_OTHER),
        Valid("---\ntitle: About us\n---\n", path="content/post/index.nl.md", files=_OTHER | _TWO_LANGUAGES),
        Valid("---\ntitle: Install\n---\n", path="content/v3/install.md", files={"content/v2/install.md": _INSTALL}),
        Invalid("---\ntitle: ⟦Install⟧\n---\n", path="content/v3/set-up.md", files={"content/v2/install.md": _INSTALL}),
        Invalid("---\ntitle: ⟦About us⟧\n---\n", files=_OTHER),
        Invalid('---\ntitle: "⟦about  us⟧"\n---\n', files=_OTHER),
    )

    def check(self, pages: Sequence[DocumentFacts]) -> Iterator[tuple[str, Violation]]:
        known: dict[tuple[str, str], _Others] = {}
        for page in pages:
            title = page.values.get("title")
            if title is None or page.draft or not title.value.strip():
                continue
            key = (page.language, " ".join(title.value.split()).casefold())
            others = known.setdefault(key, _Others({}, {}))
            place = _place(page.path)
            near = others.by_folder.get(place.folder)
            far = next((other for name, other in others.by_name.items() if name != place.name), None)
            if (other := near or far) is not None:
                severity = Severity.WARNING if near else Severity.INFO
                message = self.duplicate(title=title.value, other=other)
                yield page.path, self.violation(title.span, message, severity=severity)
            others.by_folder.setdefault(place.folder, page.path)
            others.by_name.setdefault(place.name, page.path)


class _Others(NamedTuple):
    """The pages with one title: the first in each folder, and the first of each name. Thousands may have the same."""

    by_folder: dict[str, str]
    by_name: dict[str, str]


class _Place(NamedTuple):
    """Where a page stands: a bundle counts as one file."""

    folder: str
    name: str


def _place(path: str) -> _Place:
    folder, _, file = path.rpartition("/")
    name = file.partition(".")[0]
    if name in {"index", "_index"} and folder:
        folder, _, name = folder.rpartition("/")
    return _Place(folder, name)
