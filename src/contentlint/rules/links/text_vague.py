"""LK001: a link text that says nothing by itself."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import ClassVar

from contentlint.document import CodeSpan, HtmlElement, InlineHtml, Link, ShortcodeTag, descendants, plain_text
from contentlint.language.emoji import EMOJI
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
from contentlint.rules.links.vague_words import Vagueness, vagueness
from contentlint.text import Span

_TAG = re.compile(r"<[^>]*>")


class LinkTextVagueOptions(Options):
    """Which texts are vague."""

    extend = option((), en="further words that say nothing", nl="nog meer woorden die niets zeggen")
    allow = option((), en="link texts that are fine", nl="linkteksten die goed zijn")


class LinkTextVague(Rule[LinkTextVagueOptions]):
    """Reports a link text such as “click here” or “read more”: take the vague words out, and nothing is left.

    A text that points at the link, such as “click here”, is an error; one that only says little, such as “read more”, is a
    warning, and so is one without any letter, such as “→”.

    ## Why is this bad?
    People who use a screen reader often go from link to link, or read a list of them. Ten times “read more” tells them
    nothing, and who looks at the page quickly sees only the links too.
    """

    dutch = """Meldt een linktekst als ‘klik hier’ of ‘lees meer’: haal de nietszeggende woorden weg, en er blijft niets
    over.

    Een tekst die naar de link zelf wijst, zoals ‘klik hier’, is een fout; een tekst die alleen weinig zegt, zoals ‘lees
    meer’, is een waarschuwing, en een tekst zonder letters, zoals ‘→’, ook.

    ## Waarom is dat erg?
    Wie een schermlezer gebruikt, gaat vaak van link naar link of luistert naar een lijst van links. Tien keer ‘lees
    meer’ zegt dan niets, en ook wie snel over de pagina kijkt, ziet alleen de links.
    """

    info = RuleInfo(
        name="link-text-vague",
        code="LK001",
        family=Family.LINKS,
        severity=Severity.ERROR,
        summary=Message(en="Link text that says nothing by itself", nl="Linktekst die op zichzelf niets zegt"),
        wcag=("2.4.4", "2.4.9"),
        languages=("nl", "en"),
        since="0.1.0",
    )
    vague = Message(
        en="‘{text}’ does not say where the link leads, and many readers only hear the link. Name what is behind it.",
        nl="‘{text}’ zegt niet waar de link heen leidt, en veel lezers horen alleen de link. Noem wat erachter zit.",
    )
    examples: ClassVar[tuple[Example, ...]] = (
        Valid("[The annual report of 2025](/report/)\n"),
        Valid("[Read more about heat pumps](/heat-pumps/)\n"),
        Valid("[Klikgedrag van bezoekers](/klikgedrag/)\n", language="nl"),
        Valid("[Go](https://go.dev/) and [`here`](/methods/here/)\n"),
        Valid("[here](/here/)\n", options={"allow": ["Here"]}),
        Valid("[↑](#top) and [🏠](/)\n"),
        Valid("## Links\n\nSee [Links](#links).\n", language="en"),
        Invalid("The news [⟦>>⟧](/news/) and [⟦…⟧](/more/)\n"),
        Invalid("For the report, [⟦click here⟧](/report/).\n"),
        Invalid("[⟦Lees hier verder⟧](/verder/)\n", language="nl"),
        Invalid("[⟦meer info⟧](/info/)\n", language="nl"),
        Invalid('<a href="/report/">⟦here⟧</a>\n'),
        Invalid("[⟦The whole shebang⟧](/x/)\n", options={"extend": ["shebang", "whole"]}),
    )

    def begin(self) -> None:
        self.extend = frozenset(word.lower() for word in self.options.extend)
        self.allowed = {text.strip().lower() for text in self.options.allow}

    @on(Link)
    def check_link(self, link: Link) -> Iterator[Violation]:
        # Signs that lead to a place on the page itself, back from a footnote perhaps, are known by their place.
        if link.destination.startswith("#"):
            text = plain_text(link)
            # A heading that is called ‘Links’ is named by its name.
            if not any(map(str.isalnum, text)) or link.destination == f"#{'-'.join(text.casefold().split())}":
                return
        if link.kind not in ("autolink", "bare") and not _holds_unknown_text(link):
            yield from self._check(plain_text(link), link.content)

    @on(HtmlElement)
    def check_element(self, element: HtmlElement) -> Iterator[Violation]:
        if (
            element.name != "a"
            or element.end is None
            or not element.attribute("href")
            or element.attribute("aria-label")
        ):
            return
        span = Span(element.span.end, element.end.start)
        text = self.document[span]
        if "{{" not in text and "<img" not in text.lower():
            yield from self._check(_TAG.sub("", text), span)

    def _check(self, text: str, span: Span) -> Iterator[Violation]:
        text = " ".join(text.split())
        found = vagueness(text, self.document.language, self.extend)
        if text and found is None and not any(map(str.isalnum, text)) and not EMOJI.search(text):
            found = Vagueness.WEAK
        if found is not None and text.lower() not in self.allowed:
            severity = Severity.ERROR if found is Vagueness.POINTING else Severity.WARNING
            yield self.violation(span, self.vague(text=text), severity=severity)


def _holds_unknown_text(link: Link) -> bool:
    """Whether a shortcode or raw HTML may add to the link's text; code names a thing, whatever the word."""
    return any(isinstance(node, ShortcodeTag | InlineHtml | CodeSpan) for node in descendants(link))
