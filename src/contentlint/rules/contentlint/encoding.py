"""CL004: a file that is not UTF-8 text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import ClassVar

from contentlint.document import Document, Prose
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
from contentlint.text import Span
from contentlint.text.binary import is_binary, is_utf16

_LOST = re.compile("\ufffd+")


class Encoding(Rule[Options]):
    """Reports bytes that are not UTF-8, replacement characters left by an earlier mistake, and files that are no text.

    ## Why is this bad?
    Hugo builds such a page without a word, and readers see question marks in black diamonds where letters should be.
    """

    dutch = """Meldt tekens die niet als UTF-8 zijn opgeslagen, vervangtekens die van een eerdere vergissing zijn
    overgebleven, en bestanden die geen tekst zijn.

    ## Waarom is dat erg?
    Hugo bouwt zo’n pagina zonder iets te zeggen, en lezers zien vraagtekens in zwarte ruitjes waar letters horen te
    staan.
    """

    info = RuleInfo(
        name="encoding",
        code="CL004",
        family=Family.CONTENTLINT,
        severity=Severity.ERROR,
        summary=Message(en="File is not UTF-8 text", nl="Bestand is geen UTF-8-tekst"),
        since="0.1.0",
    )
    needs = r"[\0\ufffd]|&#|\\[uU]"
    not_utf8 = Message(
        en="This character is not stored as UTF-8; readers will see ‘\ufffd’ in its place. Save the file as UTF-8 and type "
        "it again.",
        nl="Dit teken is niet als UTF-8 opgeslagen; lezers zien er ‘\ufffd’ voor in de plaats. Sla het bestand op als UTF-8 "
        "en typ het opnieuw.",
    )
    replacement = Message(
        en="Here stands the sign for a lost character, which readers will see. Type the character again.",
        nl="Hier staat het teken voor een verloren letter, en lezers zien dat. Typ de letter opnieuw.",
    )
    binary = Message(
        en="This file is not text, so it was not checked. Is it a picture or a document with the wrong name?",
        nl="Dit bestand is geen tekst en is daarom niet bekeken. Is het een afbeelding of document met de verkeerde naam?",
    )
    utf16 = Message(
        en="This file is stored as UTF-16, which Hugo shows as garbage. Save it as UTF-8.",
        nl="Dit bestand is opgeslagen als UTF-16, en Hugo toont dat als onleesbare tekens. Sla het op als UTF-8.",
    )
    examples: ClassVar[tuple[Example, ...]] = (
        Valid("Een zin met één é.\n"),
        Valid("An emoji 😀 and € 5.\n\n    A dump: \ufffd\n"),
        Invalid("Een zin met ⟦\ufffd⟧n fout.\n"),
        Invalid("A caf⟦\ufffd\ufffd⟧.\n"),
    )

    @on(Document)
    def check_bytes(self, document: Document) -> Iterator[Violation]:
        source = document.source
        if is_utf16(source.text):
            yield self.violation(Span(0, 0), self.utf16())
        elif is_binary(source.text):
            yield self.violation(Span(0, 0), self.binary())
        else:
            for span in source.invalid:
                yield self.violation(span, self.not_utf8())

    @on(Prose, having="\ufffd")
    def check_lost_characters(self, piece: Prose) -> Iterator[Violation]:
        if is_binary(self.document.source.text):
            return
        for match in _LOST.finditer(piece.text):
            span = piece.span_of(*match.span())
            if not any(span.overlaps(invalid) for invalid in self.document.source.invalid):
                yield self.violation(span, self.replacement())
