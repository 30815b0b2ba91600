"""LK007: links to a place on a page that is not there."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from contentlint.document import Document
from contentlint.document.facts import DocumentFacts
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
from contentlint.rules.links.destinations import Destination, destinations
from contentlint.site import FragmentOutcome, Target, TargetOutcome, resolve_link
from contentlint.text import Span

_SITE = {"hugo.toml": 'title = "Site"\n', "content/about.md": "---\ntitle: About\n---\n\n## Our team\n"}
_TABS = {"hugo.toml": 'title = "Site"\n', "layouts/_shortcodes/tab.html": '<div id="{{ .Get 0 }}">{{ .Inner }}</div>'}


class LinkFragmentMissing(Rule[Options]):
    """Reports a link to a place on a page (``#place``) that the page does not have.

    The ids of headings are computed as Hugo does; explicit ids, ids in HTML and in the site's templates count as well.
    Where a shortcode may add ids the rule keeps silent. It is a warning where a theme that is not on disk may add them, and
    outside of a Hugo site, where programs make ids in ways of their own.

    ## Why is this bad?
    Readers arrive at the top of the page, or nothing happens at all. Who moves through a page by keyboard or screen reader
    is lost.

    ## Fix safety
    The rule suggests a place with a name like it; only a person knows whether that one is meant.
    """

    dutch = """Meldt een link naar een plek op een pagina (``#plek``) die de pagina niet heeft.

    De id’s van koppen worden berekend zoals Hugo dat doet; id’s die met de hand gegeven zijn en id’s in HTML en in de
    sjablonen van de site tellen ook. Waar een shortcode id’s kan toevoegen, zwijgt de regel. Het is een waarschuwing
    als een thema dat niet op schijf staat ze kan toevoegen, en ook buiten een Hugo-site, waar programma’s id’s op hun
    eigen manier maken.

    ## Waarom is dat erg?
    Lezers komen bovenaan de pagina uit, of er gebeurt helemaal niets. Wie met het toetsenbord of een schermlezer door
    een pagina gaat, is de weg kwijt.

    ## Wat herstellen doet
    contentlint stelt een plek voor waarvan de naam erop lijkt; alleen een mens weet of die bedoeld is.
    """

    looks_elsewhere = True
    info = RuleInfo(
        name="link-fragment-missing",
        code="LK007",
        family=Family.LINKS,
        severity=Severity.ERROR,
        summary=Message(en="Link to a place that is not there", nl="Link naar een plek die er niet is"),
        fixable=Applicability.SUGGESTION,
        wcag=("2.4.4",),
        since="0.1.0",
    )
    here = Message(
        en="This page has no place ‘#{fragment}’, so the link does nothing. Check the heading it should lead to.",
        nl="Deze pagina heeft geen plek ‘#{fragment}’, dus de link doet niets. Kijk naar welke kop hij moet leiden.",
    )
    here_similar = Message(
        en="This page has no place ‘#{fragment}’, so the link does nothing. Do you mean ‘#{other}’?",
        nl="Deze pagina heeft geen plek ‘#{fragment}’, dus de link doet niets. Bedoel je ‘#{other}’?",
    )
    there = Message(
        en="The page that this link leads to has no place ‘#{fragment}’. Readers arrive at its top instead.",
        nl="De pagina waar deze link heen gaat, heeft geen plek ‘#{fragment}’. Lezers komen nu bovenaan uit.",
    )
    there_similar = Message(
        en="The page that this link leads to has no place ‘#{fragment}’. Do you mean ‘#{other}’?",
        nl="De pagina waar deze link heen gaat, heeft geen plek ‘#{fragment}’. Bedoel je ‘#{other}’?",
    )
    examples: ClassVar[tuple[Example, ...]] = (
        Valid("## Our Café\n\n[Down](#our-café), [up](#top), [note](#fn:1)\n\n<div id='x'></div>\n\n[x](#x)\n"),
        Valid("[Team](/about/#our-team)\n", files=_SITE),
        Valid('Look: {{< tab "one" >}}A{{< /tab >}}\n\n[One](#one)\n', files=_TABS),
        Invalid("## Results\n\n[Down](#⟦method⟧)\n"),
        Invalid("## Results\n\n[Down](#⟦result⟧)\n", fixed="## Results\n\n[Down](#results)\n"),
        Invalid("[Team](/about/#⟦history⟧)\n", files=_SITE),
        Invalid("[Team](/team/#⟦history⟧)\n", files={**_SITE, "content/team/_index.md": "---\ntitle: Team\n---\n"}),
        Invalid('## A\n\n<a href="#⟦b⟧">B</a>\n', files={"hugo.toml": 'theme = "congo"\n'}),
    )

    @on(Document)
    def check_links(self, document: Document) -> Iterator[Violation]:
        for destination in destinations(document):
            if "#" not in destination.value:
                continue
            target = resolve_link(self.page, destination.value)
            facts = self._facts(document, target)
            if facts is None or not target.fragment:
                continue
            outcome = self.page.site.fragments.find(facts, target.fragment)
            if outcome in {FragmentOutcome.ABSENT, FragmentOutcome.LIKELY_ABSENT}:
                yield self._report(document, destination, target, facts, certain=outcome is FragmentOutcome.ABSENT)

    def _facts(self, document: Document, target: Target) -> DocumentFacts | None:
        """Return what is known of the page that a link leads to; None when it leads to no page of the site."""
        site = self.page.site
        if target.outcome is TargetOutcome.OWN_PAGE or (target.path and target.path == self.page.path):
            return document.cached(LinkFragmentMissing, lambda: site.facts_of(document))
        if target.outcome not in {TargetOutcome.FOUND, TargetOutcome.UNRESOLVED} or not target.path.endswith(".md"):
            return None
        return site.facts(target.path)

    def _report(
        self, document: Document, destination: Destination, target: Target, facts: DocumentFacts, *, certain: bool
    ) -> Violation:
        own = target.outcome is TargetOutcome.OWN_PAGE
        start = destination.span.start + document[destination.span].find("#") + 1
        span = Span(start, destination.span.end)
        similar = self.page.site.fragments.similar(facts, target.fragment)
        if document[span] != target.fragment:
            span, similar = destination.span, ()
        message = (
            (self.here_similar if own else self.there_similar)(fragment=target.fragment, other=similar[0])
            if similar
            else (self.here if own else self.there)(fragment=target.fragment)
        )
        certain = certain and not self._has_own_template(self.page.path if own else target.path)
        severity = Severity.ERROR if certain else Severity.WARNING
        return self.violation(span, message, severity=severity, suggestions=similar)

    def _has_own_template(self, path: str) -> bool:
        """Whether a page may be more than its text: a list, or one with a layout of its own, may hold further places."""
        site = self.page.site
        return site.is_hugo and (site.page(path).kind != "page" or site.has_own_address(path, "layout", "type"))
