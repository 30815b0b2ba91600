"""AX021: an abbreviation that nobody explains."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import ClassVar, Final

from contentlint.document import GAP, Document, HtmlElement, Prose
from contentlint.rules.accessibility.elements import inside
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
    option,
)

_KINDS: Final = frozenset(("paragraph", "item", "cell", "html"))
_ABBREVIATION: Final = re.compile(r"(?<![\w.@#/$&'’-])[A-Z][A-Za-z]?[A-Z]{1,4}(?![\w@/&]|['’][a-z]{3}|\.\w)")
_FAMILIAR: Final = frozenset(
    """AI AM API APK BV CEO CD CSS CV DIY DNA DVD EHBO EK EN EU FAQ GB GPS HBO HTML HTTP HTTPS ICT ID IP IT JSON KB KvK LED
    MB NL NS OK OV PC PDF PIN PM PR QR RSS SMS SUV TB TL TV UK UN URL US USA USB UV VIP VK VN VS VVD WC WK WO XML YAML""".split()
)
"""Abbreviations that more people know than what they stand for."""


class AbbreviationUnexplainedOptions(Options):
    """Which abbreviations need no explanation."""

    known = option(
        (),
        en="abbreviations that your readers know",
        nl="afkortingen die je lezers kennen",
    )


class AbbreviationUnexplained(Rule[AbbreviationUnexplainedOptions]):
    """Reports the first use of an abbreviation in capitals that the page does not explain.

    It is explained where the full name and the abbreviation stand beside each other, one of them in brackets, or in an
    ``<abbr title="…">``. Well-known ones (EU, PDF) and words of the site’s word lists need none. Not on by default: what
    readers know differs from site to site.

    ## Why is this bad?
    Who does not know the abbreviation cannot follow the text, and a screen reader may read it as a word.
    """

    dutch = """Meldt het eerste gebruik van een afkorting in hoofdletters die de pagina niet uitlegt.

    Uitgelegd is ze als de volle naam en de afkorting naast elkaar staan, een van beide tussen haakjes, of in een
    ``<abbr title="…">``. Bekende (EU, pdf) en woorden uit de woordenlijsten van de site hoeven niet. Niet vanzelf aan: wat
    lezers kennen verschilt per site.

    ## Waarom is dat erg?
    Wie de afkorting niet kent kan de tekst niet volgen, en een schermlezer leest haar misschien als een woord.
    """

    info = RuleInfo(
        name="abbreviation-unexplained",
        code="AX021",
        family=Family.ACCESSIBILITY,
        severity=Severity.INFO,
        summary=Message(en="Abbreviation without explanation", nl="Afkorting zonder uitleg"),
        wcag=("3.1.4",),
        default=False,
        since="0.1.0",
    )
    unexplained = Message(
        en="Not everybody knows what ‘{word}’ stands for. Write it in full once, with the abbreviation in brackets.",
        nl="Niet iedereen weet waar ‘{word}’ voor staat. Schrijf het één keer voluit, met de afkorting tussen haakjes.",
    )
    examples: ClassVar[tuple[Example, ...]] = (
        Valid("The General Data Protection Regulation (GDPR) holds. The GDPR is strict.\n"),
        Valid("De AVG (Algemene verordening gegevensbescherming) is streng.\n", language="nl"),
        Valid('The <abbr title="Data Protection Authority">DPA</abbr> sends a PDF about the EU.\n'),
        Valid("`XYZ`, TLS-proof, $ABC, section A and II\n", options={"known": ["TLS"]}),
        Invalid("The ⟦GDPR⟧ is strict. The GDPR is new.\n"),
        Invalid("Het ⟦UWV⟧ betaalt, niet de EU.\n", language="nl"),
    )

    @on(Document)
    def check(self, document: Document) -> Iterator[Violation]:
        marked = [inside(element) for element in document.html_elements if self._explains(element)]
        done = {*_FAMILIAR, *self.options.known, *self.page.words, *document.words}
        pieces = [piece for piece in document.prose if piece.kind in _KINDS]
        for piece in pieces:
            done.update(_explained(piece.text))
        done.update(document[span].strip() for span in marked)
        for piece in pieces:
            for match in _ABBREVIATION.finditer(piece.text):
                word = match[0]
                if word not in done and not _is_number(word) and not _is_among_capitals(piece, match):
                    done.add(word)
                    yield self.violation(piece.span_of(*match.span()), self.unexplained(word=word))

    def _explains(self, element: HtmlElement) -> bool:
        title = element.attribute("title")
        return element.name in ("abbr", "dfn") and title is not None and bool(title.value)


_BRACKETS: Final = re.compile(rf"\(([^(){GAP}]{{2,100}}+)\)")


def _explained(text: str) -> Iterator[str]:
    """Yield the abbreviations that stand before brackets with a name, or in brackets behind one."""
    for match in _BRACKETS.finditer(text):
        before = text[max(match.start() - 20, 0) : match.start()].split()[-1:]
        for word in (*before, *re.split(r"[\s,;]+", match[1])):
            if _ABBREVIATION.fullmatch(word):
                yield word


def _is_number(word: str) -> bool:
    return not word.upper().strip("IVXLCDM")


def _is_among_capitals(piece: Prose, match: re.Match[str]) -> bool:
    """Whether the words around are in capitals, too, so that it may be an ordinary word."""
    around = piece.text[max(match.start() - 25, 0) : match.start()].split()[-1:]
    around += piece.text[match.end() : match.end() + 25].split()[:1]
    return any(len(word) > 3 and word.isupper() for word in around)
