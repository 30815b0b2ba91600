"""TY004: quotation marks of two kinds on one page."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import ClassVar, Final

from contentlint.document import Document, Prose
from contentlint.rules.base import (
    Applicability,
    Example,
    Family,
    Fix,
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
from contentlint.text import Edit, Span
from contentlint.text.records import NamedTuple

_STRAIGHT: Final = frozenset({'""', "''"})
_QUOTATIONS: Final = (
    # Marks that stand for double ones may differ from each other, and so may those for single ones, but an inner
    # quotation has the other sort on purpose. Before each sort stands what a text with one holds.
    (
        re.compile('["“„«]'),
        (
            (re.compile(r"(?<![\w\"”])\"(?=[^\s\"])[^\"“”„]{1,400}(?<=[^\s\"(])\"(?!\w)"), '""'),
            (re.compile(r"“[^“”\"]{1,400}”"), "“”"),
            (re.compile(r"„[^„“”\"]{1,400}[”“]"), "„”"),
            (re.compile(r"«[^«»]{1,400}»"), "«»"),
        ),
    ),
    (
        re.compile(r"['‘](?:(?<=‘)|(?<!\w'))"),
        (
            (re.compile(r"(?<![\w'’])'(?=[^\s'])(?![stnkmr]\s)[^'‘’]{2,400}(?<=[^\s'(])'(?!\w)"), "''"),
            (re.compile(r"‘(?![stnkmr]\s)[^‘’]{2,400}’(?!\w)"), "‘’"),
        ),
    ),
)
_SIGN: Final = re.compile("[\"'“”„«»‘’]")
_IDENTIFIER: Final = re.compile(r"[\w-]*[./_@=:][^\s]*")
_ADMONITION: Final = re.compile(r"(?:\?\?\?|!!!|===)\+? ")  # of MkDocs, whose titles must have straight quotes
_FIXED_TEXT: Final = frozenset({"front-matter", "parameter", "title"})


class _Quotation(NamedTuple):
    """A quotation with the places of its two marks and how they are written and shown."""

    opening: Span
    closing: Span
    marks: str
    shown: str
    typographic: bool
    literal: bool


class QuotesMixed(Rule[Options]):
    """Reports quotation marks of another kind than most on the page have.

    Which kind is right is for the site to say; one page should not have two. Double and single marks are looked at apart,
    for they may serve different ends. Where Hugo shows two kinds alike, the violation is only information.

    ## Why is this bad?
    Readers may think that the two kinds mean different things, and the page looks put together in a hurry.

    ## Fix safety
    The fix is unsafe: other marks appear on the page.
    """

    dutch = """Meldt aanhalingstekens van een andere soort dan de meeste op de pagina.

    Welke soort goed is, bepaalt de site; op één pagina horen er geen twee te staan. Dubbele en enkele aanhalingstekens
    worden apart bekeken, want ze kunnen elk hun eigen doel hebben. Waar Hugo twee soorten hetzelfde toont, is het alleen
    een opmerking.

    ## Waarom is dat erg?
    Lezers kunnen denken dat de twee soorten iets anders betekenen, en de pagina oogt rommelig.

    ## Wat herstellen doet
    Herstellen verandert de pagina, dus kijk eerst: er verschijnen andere aanhalingstekens.
    """

    info = RuleInfo(
        name="quotes-mixed",
        code="TY004",
        family=Family.TYPOGRAPHY,
        severity=Severity.WARNING,
        summary=Message(en="Two kinds of quotation marks", nl="Twee soorten aanhalingstekens"),
        fixable=Applicability.UNSAFE,
        languages=("nl", "en"),
        since="0.1.0",
    )
    mixed = Message(
        en="Most quotations on this page have {usual}, this one has {marks}. Readers may see a difference that is not "
        "meant.",
        nl="De meeste citaten op deze pagina hebben {usual}, dit heeft {marks}. Lezers kunnen daar een verschil in zien dat "
        "niet bedoeld is.",
    )
    alike = Message(
        en="Most quotations on this page have {usual}, this one has {marks}. Hugo shows them alike; other programs do not.",
        nl="De meeste citaten op deze pagina hebben {usual}, dit heeft {marks}. Hugo toont ze hetzelfde, andere programma’s "
        "niet.",
    )
    write = Message(en="Write {usual}.", nl="Schrijf {usual}.")
    examples: ClassVar[tuple[Example, ...]] = (
        Valid('He said "yes" and "no", and "then \'maybe\'".\n'),
        Valid("Zij zei “ja”, en “hij zei ‘nee’”. ’s Avonds was ’t stil in ’t huis.\n", language="nl"),
        Valid('A board of 5" by 3", `"x"` and “y”.\n'),
        Valid('---\ntitle: "News"\n---\n\n“Yes.”\n'),
        Invalid('“One” and “two” and ⟦"three"⟧.\n', fixed="“One” and “two” and “three”.\n"),
        Invalid(
            "Hij zei „nee”, „misschien” en ⟦“ja”⟧.\n", fixed="Hij zei „nee”, „misschien” en „ja”.\n", language="nl"
        ),
        Invalid("Een ‘goed’ en een ⟦'slecht'⟧ plan.\n", fixed="Een ‘goed’ en een ‘slecht’ plan.\n", language="nl"),
    )

    @on(Document)
    def check_quotations(self, document: Document) -> Iterator[Violation]:
        if not _SIGN.search(document.text):
            return
        for sign, kinds in _QUOTATIONS:
            found = sorted(
                quotation
                for piece in document.prose_with(sign)
                for pattern, marks in kinds
                for quotation in self._quotations(piece, pattern, marks)
            )
            if len({quotation.marks for quotation in found}) > 1:
                yield from self._report(found)

    def _quotations(self, piece: Prose, pattern: re.Pattern[str], marks: str) -> Iterator[_Quotation]:
        typographic = is_typographic(self.page, piece)
        shown = {'""': "“”", "''": "‘’"}.get(marks, marks) if typographic else marks
        for match in pattern.finditer(piece.text):
            start, end = match.span()
            if _IDENTIFIER.fullmatch(piece.text, start + 1, end - 1) or _ADMONITION.match(piece.text):
                continue
            yield _Quotation(
                piece.span_of(start, start + 1),
                piece.span_of(end - 1, end),
                marks,
                shown,
                typographic,
                piece.kind in _FIXED_TEXT,
            )

    def _report(self, found: list[_Quotation]) -> Iterator[Violation]:
        usual = Counter(quotation.marks for quotation in found).most_common(1)[0][0]
        for quotation in found:
            # Between quotes of YAML or of a shortcode straight ones cannot simply be written.
            if quotation.marks == usual or (quotation.literal and quotation.marks not in _STRAIGHT):
                continue
            usual_shown = {'""': "“”", "''": "‘’"}.get(usual, usual) if quotation.typographic else usual
            values = {"usual": f"{usual[0]}…{usual[1]}", "marks": f"{quotation.marks[0]}…{quotation.marks[1]}"}
            alike = usual_shown == quotation.shown
            yield self.violation(
                Span(quotation.opening.start, quotation.closing.end),
                (self.alike if alike else self.mixed)(**values),
                severity=Severity.INFO if alike else None,
                fix=self._fix(quotation, usual),
            )

    def _fix(self, quotation: _Quotation, usual: str) -> Fix | None:
        places = (quotation.opening, quotation.closing)
        if any(not _SIGN.fullmatch(self.document[place]) for place in places):
            return None
        edits = (Edit(place, mark) for place, mark in zip(places, usual, strict=True))
        return self.unsafe_fix(self.write(usual=f"{usual[0]}…{usual[1]}"), *edits)
