"""TY005: rows of dots."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import ClassVar, Final

from contentlint.document import Document, Prose
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
)
from contentlint.rules.typography.typographer import is_typographic
from contentlint.text import Edit

_SIGN: Final = re.compile(r"[.…](?:\.|(?<=…))")
_DOTS: Final = re.compile(r"(?<![./\\])(?:\.{2,6}|…)(?![./\\\w-])")
_WORD_BEFORE: Final = re.compile(r"[^\W\d_][?!)\]\"”’]?\Z")


class EllipsisFormat(Rule[Options]):
    """Reports two dots where one or three belong, more than three, and a mixture of ``...`` and ``…`` on one page.

    The mixture follows the page’s own majority. Where Hugo shows ``...`` and ``…`` alike, it is not reported. English
    texts may have four dots: three and the full stop.

    ## Why is this bad?
    Two dots leave readers guessing whether something is missing. A mixture shows as dots of different width.

    ## Fix safety
    The fix is unsafe: another sign appears on the page. Of two dots only the writer knows what they should be.
    """

    dutch = """Meldt twee puntjes waar er één of drie horen, meer dan drie, en ``...`` en ``…`` door elkaar op één pagina.

    Bij een mengsel telt wat op de pagina het meest voorkomt. Waar Hugo ``...`` en ``…`` hetzelfde toont, wordt het niet
    gemeld. In een Engelse tekst mogen er vier staan: drie en de punt van de zin.

    ## Waarom is dat erg?
    Bij twee puntjes moeten lezers raden of er iets ontbreekt. Een mengsel geeft puntjes van verschillende breedte.

    ## Wat herstellen doet
    Herstellen verandert de pagina, dus kijk eerst: er verschijnt een ander teken. Wat twee puntjes moeten zijn, weet
    alleen de schrijver.
    """

    info = RuleInfo(
        name="ellipsis-format",
        code="TY005",
        family=Family.TYPOGRAPHY,
        severity=Severity.WARNING,
        summary=Message(en="Wrong or mixed dots of omission", nl="Verkeerd of wisselend beletselteken"),
        fixable=Applicability.UNSAFE,
        languages=("nl", "en"),
        since="0.1.0",
    )
    needs = r"\.\.|…"
    two = Message(
        en="Two dots are neither a full stop nor an ellipsis. Write one or three.",
        nl="Twee puntjes zijn geen punt en geen beletselteken. Schrijf er één of drie.",
    )
    many = Message(
        en="{count} dots here; three say that something is left out.",
        nl="Hier staan {count} puntjes; drie zeggen dat er iets is weggelaten.",
    )
    mixed = Message(
        en="Elsewhere this page has ‘{usual}’, here ‘{dots}’; on the page the two look different. Choose one.",
        nl="Elders heeft deze pagina ‘{usual}’, hier ‘{dots}’; op de pagina zien die er anders uit. Kies er één.",
    )
    write = Message(en="Write ‘{usual}’.", nl="Schrijf ‘{usual}’.")
    examples: ClassVar[tuple[Example, ...]] = (
        Valid("Wait... and wait ... and so on....\n"),
        Valid("Wacht… en wacht …\n", language="nl"),
        Valid("See ../other, 1..10, `a..b` and name: ..........\n"),
        Valid("Wacht... en wacht…\n", files={"hugo.toml": ""}, language="nl"),
        Invalid("Dat is mooi⟦..⟧ Toch?\n", fixed="Dat is mooi… Toch?\n", language="nl"),
        Invalid("Dat duurt lang⟦....⟧\n", fixed="Dat duurt lang...\n", language="nl"),
        Invalid("Wait… and wait… and wait⟦...⟧ no.\n", fixed="Wait… and wait… and wait… no.\n"),
    )

    def begin(self) -> None:
        dots = [
            match[0]
            for piece in self.document.prose_with(_SIGN)
            if not is_typographic(self.page, piece)
            for match in _DOTS.finditer(piece.text)
        ]
        three, sign = dots.count("..."), dots.count("…")
        first = next((found for found in dots if found in ("...", "…")), "...")
        self.is_mixed = bool(three and sign)
        self.usual = "..." if three > sign else "…" if sign > three else first

    @on(Document)
    def check_dots(self, document: Document) -> Iterator[Violation]:
        for piece in document.prose_with(_SIGN):
            yield from self._check_piece(piece)

    def _check_piece(self, piece: Prose) -> Iterator[Violation]:
        most = 4 if piece.language.startswith("en") else 3
        for match in _DOTS.finditer(piece.text):
            span = piece.span_of(*match.span())
            dots = match[0]
            if self.document[span] != dots:
                continue
            if dots == "..":
                if _WORD_BEFORE.search(piece.text, max(match.start() - 2, 0), match.start()):
                    yield self.violation(span, self.two(), suggestions=("…", "."))
            elif dots not in ("...", "…"):
                if len(dots) > most and _WORD_BEFORE.search(piece.text, max(match.start() - 2, 0), match.start()):
                    fix = self.unsafe_fix(self.write(usual="..."), Edit(span, "..."))
                    yield self.violation(span, self.many(count=len(dots)), fix=fix)
            elif self.is_mixed and dots != self.usual and not is_typographic(self.page, piece):
                fix = self.unsafe_fix(self.write(usual=self.usual), Edit(span, self.usual))
                yield self.violation(span, self.mixed(usual=self.usual, dots=dots), fix=fix)
