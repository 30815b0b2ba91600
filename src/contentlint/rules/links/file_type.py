"""LK010: a link to a document that does not say so."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import ClassVar, Final
from urllib.parse import unquote, urlsplit

from contentlint.document import HtmlElement, Image, Link, descendants, plain_text
from contentlint.rules.base import (
    Applicability,
    BoundMessage,
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
from contentlint.site import is_omitted, resolve_link
from contentlint.text import Edit, Span

_KINDS: Final = {
    "csv": "csv",
    "doc": "Word",
    "docx": "Word",
    "epub": "epub",
    "odp": "odp",
    "ods": "ods",
    "odt": "odt",
    "pdf": "pdf",
    "ppt": "PowerPoint",
    "pptx": "PowerPoint",
    "rtf": "rtf",
    "xls": "Excel",
    "xlsx": "Excel",
    "zip": "zip",
}
"""Endings of documents that open in another program, and what readers call them."""

_SIZE: Final = re.compile(r"\d[ \u00a0]?(?:[kKMG]i?B|bytes)\b")
_TAG: Final = re.compile(r"<[^>]*>")
_BEHIND: Final = re.compile(r"[*_]*[ \u00a0]?[(\[]([^()\[\]\n]{1,60})[)\]]")


class LinkFileTypeOptions(Options):
    """What a link to a document must say."""

    size = option(
        True,
        en="whether a link to a document of this site that names the type must name the size, too",
        nl="of een link naar een document van deze site die het type noemt, ook de grootte moet noemen",
    )


class LinkFileType(Rule[LinkFileTypeOptions]):
    """Reports a link to a document, such as a PDF, whose text does not name the type.

    Where the file is part of the site and only its size is not named, that is information. What stands in brackets right
    behind the link counts as well.

    ## Why is this bad?
    The reader expects a page and gets a download: another program opens, a phone may not show it, and it may be large.

    ## Fix safety
    What to add is a suggestion: “(pdf, 400 kB)” at the end of the link text.
    """

    dutch = """Meldt een link naar een document, zoals een pdf, waarvan de tekst niet zegt wat voor bestand het is.

    Hoort het bestand bij de site en staat alleen de grootte er niet bij, dan is dat een opmerking. Wat vlak achter de link
    tussen haakjes staat, telt ook.

    ## Waarom is dat erg?
    De lezer verwacht een pagina en krijgt een download: er gaat een ander programma open, een telefoon toont het
    misschien niet, en het kan groot zijn.

    ## Wat herstellen doet
    Wat erbij kan is een voorstel: ‘(pdf, 400 kB)’ aan het eind van de linktekst.
    """

    info = RuleInfo(
        name="link-file-type",
        code="LK010",
        family=Family.LINKS,
        severity=Severity.WARNING,
        summary=Message(en="Link to a document does not say so", nl="Link naar een document zegt dat niet"),
        fixable=Applicability.SUGGESTION,
        wcag=("2.4.4",),
        since="0.1.0",
    )
    no_type = Message(
        en="This link opens a document and not a page, which readers want to know beforehand. Add ‘{label}’ to the text.",
        nl="Deze link opent een document en geen pagina, en dat willen lezers van tevoren weten. Zet ‘{label}’ in de tekst.",
    )
    no_size = Message(
        en="This document has {size}. Say so in the link, for readers with a slow or paid connection.",
        nl="Dit document is {size}. Zet dat bij de link, voor lezers met een trage of dure verbinding.",
    )
    add = Message(en="Add ‘{label}’.", nl="Zet ‘{label}’ erbij.")
    examples: ClassVar[tuple[Example, ...]] = (
        Valid("[The report (pdf, 400 kB)](/report.pdf) and [the report](/report.pdf) (PDF)\n"),
        Valid("[The report](/report/), [report.pdf](/report.pdf) and <https://example.org/report.pdf>\n"),
        Valid('[The Word file](/plan.docx), <a href="/x.pdf">the pdf</a>, [page](/about.pdf/)\n'),
        Valid(
            "[The report (pdf)](report.pdf)\n",
            files={"hugo.toml": "", "content/post/report.pdf": "x" * 1234},
            options={"size": False},
        ),
        Invalid("See ⟦[the report](/files/report.pdf)⟧.\n", fixed="See [the report (pdf)](/files/report.pdf).\n"),
        Invalid(
            "Zie ⟦[het verslag](verslag.pdf)⟧.\n",
            fixed="Zie [het verslag (pdf, 1,2 MB)](verslag.pdf).\n",
            files={"hugo.toml": "", "content/post/verslag.pdf": "x" * 1_234_000},
            language="nl",
        ),
        Invalid(
            "See ⟦[the report (pdf)](report.pdf)⟧.\n",
            fixed="See [the report (pdf, 41 kB)](report.pdf).\n",
            files={"hugo.toml": "", "content/post/report.pdf": "x" * 41_000},
        ),
        Invalid('<a href="https://example.org/Plan.DOCX">⟦The plan⟧</a>\n', fixed=(
            '<a href="https://example.org/Plan.DOCX">The plan (Word)</a>\n'
        )),
    )  # fmt: skip

    @on(Link)
    def check_link(self, link: Link) -> Iterator[Violation]:
        # A picture as a link is another matter: its alternative text says what the picture shows.
        if link.kind not in ("autolink", "bare") and not any(isinstance(node, Image) for node in descendants(link)):
            behind = _BEHIND.match(self.document.text, link.span.end)
            text = plain_text(link) + (" " + behind[1] if behind else "")
            yield from self._check(link.destination, text, link.span, link.content)

    @on(HtmlElement)
    def check_element(self, element: HtmlElement) -> Iterator[Violation]:
        href = element.attribute("href") if element.name == "a" else None
        if href is None or not href.value or element.end is None or is_omitted(self.document, self.page, element):
            return
        content = Span(element.span.end, element.end.start)
        inner = self.document[content]
        if "<img" not in inner.lower() and "{{" not in inner:
            named = " ".join((element.attribute(name) or href).value or "" for name in ("title", "aria-label"))
            behind = _BEHIND.match(self.document.text, element.end.end)
            text = f"{_TAG.sub('', inner)} {named.replace(href.value, '')} {behind[1] if behind else ''}"
            yield from self._check(href.value, text, content, content)

    def _check(self, destination: str, text: str, span: Span, content: Span) -> Iterator[Violation]:
        ending = _ending(destination)
        kind = _KINDS.get(ending)
        if kind is None or not text.strip():
            return
        size = self._size(destination)
        has_type = re.search(rf"\b(?:{ending}|{kind})\b|\.{ending}\b", text, re.IGNORECASE)
        if not has_type:
            label = f"({kind}, {size})" if size else f"({kind})"
            yield self._violation(span, self.no_type(label=label), " " + label, content, label)
        elif size and self.options.size and not _SIZE.search(text):
            yield self._without_size(span, content, size)

    def _without_size(self, span: Span, content: Span, size: str) -> Violation:
        # The size joins the brackets in which the type stands.
        inner = self.document[content]
        if inner.endswith(")"):
            place = Span(content.end - 1, content.end - 1)
            fix = self.suggest(self.add(label=size), Edit(place, f", {size}"))
        else:
            fix = self.suggest(self.add(label=size), Edit(Span(content.end, content.end), f" ({size})"))
        return self.violation(span, self.no_size(size=size), severity=Severity.INFO, fix=fix)

    def _violation(self, span: Span, message: BoundMessage, new: str, content: Span, label: str) -> Violation:
        fix = self.suggest(self.add(label=label), Edit(Span(content.end, content.end), new))
        return self.violation(span, message, fix=fix)

    def _size(self, destination: str) -> str:
        """Return the size of a document that is part of the site, as its readers write it; empty when it is not known."""
        path = resolve_link(self.page, destination).path
        size = self.page.site.files.size(path) if path else None
        if not size:
            return ""
        if size < 1_000_000:
            return f"{max(round(size / 1000), 1)} kB"
        text = f"{size / 1_000_000:.1f} MB"
        return text.replace(".", ",") if self.document.language.startswith("nl") else text


def _ending(destination: str) -> str:
    try:
        path = unquote(urlsplit(destination).path)
    except ValueError:
        return ""
    return path.rpartition("/")[2].partition(".")[2].rpartition(".")[2].lower()
