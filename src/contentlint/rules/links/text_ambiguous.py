"""LK004: one link text for two targets."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import ClassVar

from contentlint.document import Link, ListItem, TableCell, plain_text
from contentlint.rules.base import (
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
)
from contentlint.rules.links.vague_words import vagueness

_HOST = re.compile(r"^(?:https?:)?//(?:www\.)?")


class LinkTextAmbiguous(Rule[Options]):
    """Reports a link text that stands for another target than the same text earlier on the page.

    Fragments, query strings, a slash at the end and the case of letters do not make targets differ. In a table the row says
    what differs, and in a list the words that an item has besides the link. Each text is reported once. A text that says
    nothing by itself, such as “read more”, belongs to ``link-text-vague``.

    ## Why is this bad?
    In a list of links, which many readers use, the two look the same and lead to different places.
    """

    dutch = """Meldt een linktekst die naar een andere bestemming leidt dan dezelfde tekst eerder op de pagina.

    Wat na ``#`` of ``?`` komt, een schuine streep aan het eind en hoofdletters maken geen verschil tussen bestemmingen.
    In een tabel zegt de rij wat het verschil is, in een lijst wat er in een onderdeel nog meer staat. Elke tekst wordt één
    keer gemeld. Een tekst die op zichzelf niets zegt, zoals ‘lees meer’, hoort bij ``link-text-vague``.

    ## Waarom is dat erg?
    In een lijst van links, die veel lezers gebruiken, zien de twee er hetzelfde uit en leiden ze naar verschillende
    plekken.
    """

    info = RuleInfo(
        name="link-text-ambiguous",
        code="LK004",
        family=Family.LINKS,
        severity=Severity.WARNING,
        summary=Message(en="One link text for two targets", nl="Eén linktekst voor twee bestemmingen"),
        wcag=("2.4.4", "2.4.9", "3.2.4"),
        since="0.1.0",
    )
    ambiguous = Message(
        en="‘{text}’ leads somewhere else on line {line}, so readers cannot tell the two links apart. Say in the text what "
        "differs.",
        nl="‘{text}’ leidt op regel {line} naar een andere plek, dus lezers kunnen de twee links niet uit elkaar houden. Zeg "
        "in de tekst wat het verschil is.",
    )
    examples: ClassVar[tuple[Example, ...]] = (
        Valid("[The report](/report/) and again [the report](/report#part).\n"),
        Valid("[Report of 2024](/2024/) and [report of 2025](/2025/)\n"),
        Valid("| 2024 | 2025 |\n|---|---|\n| [pdf](/2024/) | [pdf](/2025/) |\n"),
        Valid("[top](#a) and [top](#b)\n"),
        Valid("- Report of 2024: [pdf](/a/), [text](/b/)\n- Report of 2025: [pdf](/c/), [text](/d/)\n"),
        Valid("- 2024\n  - [pdf](/a/)\n- 2025\n  - [pdf](/c/)\n"),
        Valid("[Read more](/2024/) and [read more](/2025/)\n"),
        Valid("[We](https://example.org/) and [we](http://www.example.org)\n"),
        Invalid("- [Report](/2024/)\n- [⟦Report⟧](/2025/)\n"),
        Invalid("- Reports:\n  - [Report](/2024/)\n  - [⟦Report⟧](/2025/)\n"),
        Invalid("[The report](/2024/) and [⟦the report⟧](/2025/)\n"),
        Invalid("[The *report*](/a)\n\n[⟦The report⟧][b]\n\n[b]: /b\n"),
    )

    def begin(self) -> None:
        self.first: dict[str, Link] = {}
        self.reported: set[str] = set()

    @on(Link)
    def check_text(self, link: Link) -> Iterator[Violation]:
        text = " ".join(plain_text(link).split())
        key = text.casefold()
        if not text or link.kind in ("autolink", "bare") or link.destination.startswith("#"):
            return
        if vagueness(text, self.document.language) is not None:
            return
        if key in self.reported or "{{" in self.document[link.target]:
            return
        first = self.first.setdefault(key, link)
        if _place(first.destination) == _place(link.destination):
            return
        in_table = self.document.enclosing(link, TableCell) is not None
        if not in_table and not (self._has_words_apart(first, link) and self._has_words_apart(link, first)):
            self.reported.add(key)
            line = self.document.source.line_of(first.span.start)
            yield self.violation(link.content, self.ambiguous(text=text, line=line))

    def _has_words_apart(self, link: Link, other: Link) -> bool:
        """Whether a link stands in an item of a list, without the other link, that has more words than the link's own."""
        items = [
            ancestor
            for ancestor in self.document.ancestors(link)
            if isinstance(ancestor, ListItem) and not ancestor.span.covers(other.span)
        ]
        return bool(items) and plain_text(items[-1]).strip(" .,:;()") != plain_text(link).strip()


def _place(destination: str) -> str:
    """Return what tells a destination from others; with and without ``www.`` is mostly the same."""
    bare = destination.partition("#")[0].partition("?")[0].rstrip("/").casefold()
    return _HOST.sub("//", bare)
