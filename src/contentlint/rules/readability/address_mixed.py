"""RD003: u and je on one page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import ClassVar, Final

from contentlint.document import Document, Emphasis, Prose, Strong
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
from contentlint.rules.readability.running_text import SENTENCES, running_text
from contentlint.text import Span

_ADDRESS: Final = re.compile(
    # A letter or part of a name is no word: the U, U-bocht, u/je, U2.
    r"(?<![\w/'’.-])(?:(?P<formal>uw|(?:(?<!\bde )(?<!\been )(?<!letter ))u|uzelf)|(?P<informal>je|jij|jou|jouw|jezelf))(?![\w/'’-]|\.\w)",
    re.IGNORECASE,
)
_OPENS: Final = re.compile(r"(?:\A|[.!?:…\ufffc])[\s\"'‘“(]*\Z")
_QUOTED: Final = re.compile(r"\"[^\"]*\"|“[^”]*”|„[^”“]*[”“]|«[^»]*»|(?<!\w)[‘'](?![stn]\s)[^’'\n]*[’'](?!\w)")
_ADDRESSING: Final = SENTENCES | {"cell", "heading"}


class AddressMixedOptions(Options):
    """Which form of address the site uses."""

    form = option(
        "page",
        en="the form of address to use: u, je, or what the page has most",
        nl="de aanspreekvorm: u, je, of wat op de pagina het meest voorkomt",
        choices=("page", "u", "je"),
    )


class AddressMixed(Rule[AddressMixedOptions]):
    """Reports a Dutch page that addresses its reader both as “u” and as “je”, at the first word of the rarer form.

    What stands in a quotation, in italics or in bold is left alone.

    ## Why is this bad?
    Formal and informal address do not go together: the page seems to be written by two people, or to speak to two readers.
    """

    dutch = """Meldt een pagina die de lezer zowel met ‘u’ als met ‘je’ aanspreekt, bij het eerste woord van de vorm die er
    het minst staat.

    Wat in een citaat staat, cursief of vet is, blijft buiten beschouwing.

    ## Waarom is dat erg?
    ‘U’ en ‘je’ gaan niet samen: het lijkt of de pagina door twee mensen is geschreven, of tegen twee lezers praat.
    """

    info = RuleInfo(
        name="address-mixed",
        code="RD003",
        family=Family.READABILITY,
        severity=Severity.INFO,
        summary=Message(en="Dutch ‘u’ and ‘je’ on one page", nl="‘u’ en ‘je’ op één pagina"),
        languages=("nl",),
        since="0.1.0",
    )
    mixed = Message(
        en="This page addresses its reader as ‘{usual}’ {most} times and as ‘{other}’ {least} times, first here. Choose one.",
        nl="Deze pagina spreekt de lezer {most} keer met ‘{usual}’ aan en {least} keer met ‘{other}’, hier het eerst. Kies er "
        "één.",
    )
    asked = Message(
        en="The settings ask for ‘{usual}’; this page says ‘{other}’ {least} times, first here.",
        nl="De instellingen vragen om ‘{usual}’; deze pagina zegt {least} keer ‘{other}’, hier het eerst.",
    )
    examples: ClassVar[tuple[Example, ...]] = (
        Valid(
            "*Wat vindt u ervan?* Je merkt het: de uitslag (U) en **Wilt u doorgaan?** tellen niet.\n", language="nl"
        ),
        Valid("Je vindt jouw pas in je tas. Zij zei: ‘Kunt u mij helpen?’\n", language="nl"),
        Valid("Vraag het uw huisarts als u twijfelt.\n\n> Je moet doen wat je kunt.\n", language="nl", movable=False),
        Valid("De letter u, een U-bocht en de u/je-kwestie: je ziet ze vaak.\n", language="nl"),
        Valid("Je vindt jouw pas in je tas.\n", language="nl", options={"form": "je"}),
        Invalid("Je vindt je pas in de tas. Als ⟦u⟧ hem niet vindt, vraag het ons.\n", language="nl", movable=False),
        Invalid("Meld u bij de balie en neem uw pas mee. ⟦Je⟧ krijgt dan bericht.\n", language="nl", movable=False),
        Invalid("Neem ⟦je⟧ pas mee.\n", language="nl", options={"form": "u"}, movable=False),
    )

    @on(Document)
    def check_address(self, document: Document) -> Iterator[Violation]:
        found: dict[str, list[Span]] = {"u": [], "je": []}
        # Words of others stand in italics or bold, too: a question in an interview, the text of a button.
        stressed = [node.span for node in document.markdown.nodes if isinstance(node, Emphasis | Strong)]
        for piece in running_text(document, _ADDRESSING):
            for form, span in _addresses(piece):
                if not any(other.covers(span) for other in stressed):
                    found[form].append(span)
        usual = self.options.form
        if usual == "page":
            if not all(found.values()):
                return
            usual = "u" if len(found["u"]) > len(found["je"]) else "je"
        other = "je" if usual == "u" else "u"
        if found[other]:
            message = self.mixed if self.options.form == "page" else self.asked
            values = {"usual": usual, "other": other, "most": len(found[usual]), "least": len(found[other])}
            yield self.violation(found[other][0], message(**values))


def _addresses(piece: Prose) -> Iterator[tuple[str, Span]]:
    """Yield the words that address the reader, each with the form it belongs to, outside of quotations."""
    quoted = [match.span() for match in _QUOTED.finditer(piece.text)]
    for match in _ADDRESS.finditer(piece.text):
        if match[0] == "U" and not _OPENS.search(piece.text, max(match.start() - 4, 0), match.start()):
            continue  # a letter
        if not any(start <= match.start() < end for start, end in quoted):
            yield "u" if match["formal"] else "je", piece.span_of(*match.span())
