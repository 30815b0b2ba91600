"""LK003: a link without text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from contentlint.document import Image, InlineHtml, Link, ShortcodeTag, descendants, plain_text
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


class LinkEmpty(Rule[Options]):
    """Reports a link without text, and a link that leads nowhere.

    A link whose only content is a picture without a text alternative belongs to ``image-link-alt-missing``.

    ## Why is this bad?
    A screen reader announces a link and cannot say where it leads; with a mouse there is nothing to click.
    """

    dutch = """Meldt een link zonder tekst, en een link die nergens heen leidt.

    Een link met alleen een afbeelding zonder tekstalternatief hoort bij ``image-link-alt-missing``.

    ## Waarom is dat erg?
    Een schermlezer kondigt een link aan en kan niet zeggen waar hij heen leidt; met een muis is er niets om op te
    klikken.
    """

    info = RuleInfo(
        name="link-empty",
        code="LK003",
        family=Family.LINKS,
        severity=Severity.ERROR,
        summary=Message(en="Link without text or target", nl="Link zonder tekst of bestemming"),
        wcag=("2.4.4", "4.1.2"),
        since="0.1.0",
    )
    no_text = Message(
        en="This link has no text, so nobody can tell where it leads. Write it between the square brackets, or remove the "
        "link.",
        nl="Deze link heeft geen tekst, dus niemand weet waarheen hij leidt. Schrijf die tussen de vierkante haken, of haal "
        "de link weg.",
    )
    no_target = Message(
        en="This link leads nowhere. Write its address between the round brackets, or remove the link.",
        nl="Deze link leidt nergens heen. Schrijf het adres tussen de ronde haken, of haal de link weg.",
    )
    examples: ClassVar[tuple[Example, ...]] = (
        Valid("[The annual report](/report/)\n"),
        Valid("[![](logo.svg)](/)\n\n[`code`](/code/)\n"),
        Valid("[{{< icon >}}](/feed.xml)\n", files={"hugo.toml": "", "layouts/_shortcodes/icon.html": "x"}),
        Valid('[<i class="icon" aria-label="Feed"></i>](/feed.xml)\n'),
        Invalid("Read ⟦[](https://example.org/)⟧ first.\n"),
        Invalid("⟦[ ](/report/)⟧\n"),
        Invalid("⟦[The report]()⟧\n"),
    )

    @on(Link)
    def check_text(self, link: Link) -> Iterator[Violation]:
        if not plain_text(link).strip() and not _shows_something_else(link):
            yield self.violation(link.span, self.no_text())
        elif not link.destination and link.target.empty and link.kind == "inline":
            yield self.violation(link.span, self.no_target())


def _shows_something_else(link: Link) -> bool:
    """Whether a picture, a shortcode or raw HTML may give the link its text."""
    return any(isinstance(node, Image | ShortcodeTag | InlineHtml) for node in descendants(link))
