"""TY001: two spaces where one belongs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property
from typing import ClassVar

from contentlint.document import GAP, Prose
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
from contentlint.text import Edit

_SPACES = re.compile(r"(?<=\S)  +(?=\S)")
_SENTENCE_GAP = re.compile(r"(?<=[.!?])( +)(?=[\"'‘“(]?[A-Z])")


class SpaceDouble(Rule[Options]):
    """Reports two or more spaces between words.

    A text whose author ends every sentence with two spaces is left alone there: it is a habit, not a slip.

    ## Why is this bad?
    It mostly shows where a word was taken out or pasted in. Browsers hide it, but e-mail, feeds and editors do not.

    ## Fix safety
    The fix is safe: browsers show several spaces as one. In a heading it is unsafe, since the address of the heading is
    made of its text.
    """

    dutch = """Meldt twee of meer spaties tussen woorden.

    Een tekst waarin elke zin op twee spaties eindigt, blijft op die plekken buiten beschouwing: dat is een gewoonte,
    geen vergissing.

    ## Waarom is dat erg?
    Meestal verraadt het waar een woord is weggehaald of ingeplakt. Browsers verbergen het, maar e-mail, feeds en
    tekstverwerkers niet.

    ## Wat herstellen doet
    Herstellen is veilig: browsers tonen meer spaties als één. In een kop is het niet veilig: uit de tekst van een kop
    wordt zijn adres gemaakt.
    """

    info = RuleInfo(
        name="space-double",
        code="TY001",
        family=Family.TYPOGRAPHY,
        severity=Severity.WARNING,
        summary=Message(en="More than one space between words", nl="Meer dan één spatie tussen woorden"),
        fixable=Applicability.SAFE,
        since="0.1.0",
    )
    doubled = Message(
        en="There are {count} spaces here; one is enough.", nl="Hier staan {count} spaties; één is genoeg."
    )
    leave_one = Message(en="Leave one space.", nl="Laat één spatie staan.")
    examples: ClassVar[tuple[Example, ...]] = (
        Valid("One space, and a line break  \nof Markdown.\n"),
        Valid("`two  spaces` in code.\n\n    two  spaces\n"),
        Valid("| A    | B |\n|------|---|\n| c    | d |\n"),
        Valid("| A    | B |\n| c  | d     |\n"),
        Valid("He sat.  She stood.  They left.  It rained.  The end.\n"),
        Valid("The end of a line  {{< mark >}}\nand the next.\n"),
        Invalid("Years of work;⟦  ⟧and then this.\n", fixed="Years of work; and then this.\n"),
        Invalid("## Two⟦  ⟧spaces\n", fixed="## Two spaces\n"),
        Invalid("- One.⟦   ⟧Two. Three. Four.\n", fixed="- One. Two. Three. Four.\n"),
        Invalid('---\ntitle: "Two⟦  ⟧spaces"\n---\n\nText.\n', fixed='---\ntitle: "Two spaces"\n---\n\nText.\n'),
    )

    @cached_property
    def _sentences_end_so(self) -> bool:
        gaps = [len(gap[1]) for piece in self.document.prose for gap in _SENTENCE_GAP.finditer(piece.text)]
        doubled = sum(length == 2 for length in gaps)
        return doubled > 2 and doubled * 2 > len(gaps)

    @on(Prose, having="  ")
    def check_spaces(self, piece: Prose) -> Iterator[Violation]:
        for match in _SPACES.finditer(piece.text):
            if len(match[0]) == 2 and piece.text[match.start() - 1] in ".!?" and self._sentences_end_so:
                continue
            span = piece.span_of(*match.span())
            beside_bar = "|" in (piece.text[match.start() - 1], piece.text[match.end() : match.end() + 1])
            if self.document[span] == match[0] and not beside_bar and not self._stands_before_last(piece, match.end()):
                fix = self.safe_fix(self.leave_one(), Edit(span, " "))
                yield self.violation(span, self.doubled(count=len(match[0])), fix=fix)

    def _stands_before_last(self, piece: Prose, offset: int) -> bool:
        """Whether a shortcode follows that ends the line: what is put there is mostly a break."""
        if piece.text[offset] != GAP:
            return False
        span = piece.span_of(offset, offset + 1)
        return self.document.text.startswith("{{", span.start) and self.document.text[span.end : span.end + 1] in "\r\n"
