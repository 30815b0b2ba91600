"""LK006: links within the site that lead nowhere."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import ClassVar

from contentlint.document import Document
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
from contentlint.rules.links.destinations import destinations
from contentlint.site import Target, TargetOutcome, Unpublished, obstacles, resolve_link
from contentlint.text import Span

_NOWHERE = frozenset((TargetOutcome.MISSING, TargetOutcome.LIKELY_MISSING, TargetOutcome.PERHAPS_ELSEWHERE))
_HOST = re.compile(r"www\.[\w-]+\.|(?:[\w-]+\.)+(?:be|com|de|eu|info|io|net|nl|nu|org)(?:/|$)", re.IGNORECASE)
_BROKEN_SCHEME = re.compile(r"h{0,2}t{1,3}p{1,2}s?(?:[:;]/{0,3}|//)(?=\w+\.)", re.IGNORECASE)
_SOUND_SCHEME = re.compile(r"https?://\w", re.IGNORECASE)
_MAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_SITE = {
    "hugo.toml": 'title = "Site"\n',
    "content/about.md": "---\ntitle: About\n---\n",
    "content/other.md": "---\ntitle: Other\n---\n",
    "static/report.pdf": "",
}
_HOOK = {
    "layouts/_markup/render-link.html": '<a href="{{ with .Page.GetPage .Destination }}{{ .RelPermalink }}{{ end }}">'
    "{{ .Text }}</a>"
}
_THEME = {**_SITE, "hugo.toml": 'theme = "congo"\n'}


class LinkTargetMissing(Rule[Options]):
    """Reports a link to a page or file of the site itself that does not exist. Other web sites are never asked.

    A link counts as good when any way of reading it leads to something: from the file's folder, from the page's address,
    from the top, as a page, a static file or a file of the page, in any language. Addresses that settings, redirects or
    front matter may add are left alone. It is a warning where a theme that is not on disk may bring the page, and a remark
    where nothing of the site begins like the address, so that another program may well serve it.

    A link to a page that is not published (a draft, a date in the future, an end date that is past) is a warning, unless the
    page with the link is not published either.

    Where every template is on disk and none resolves links, Hugo publishes them as they are written. Then a link to a
    content file, such as ``other.md``, is an error, and so is one that would only work from the file's folder: the page is
    published in a folder of its own.

    ## Why is this bad?
    Readers who follow the link get an error page.

    ## Fix safety
    The rule suggests a page with a name like it; only a person knows whether that one is meant.
    """

    dutch = """Meldt een link naar een pagina of bestand van de site zelf dat niet bestaat. Andere websites worden nooit
    geraadpleegd.

    Een link telt als goed zodra hij op een van deze manieren ergens uitkomt: vanaf de map van het bestand, vanaf het
    adres van de pagina of vanaf het begin van de site, als pagina, als statisch bestand of als bestand van de pagina,
    in welke taal dan ook. Adressen die van instellingen, omleidingen of front matter kunnen komen, blijven buiten
    beschouwing. Het is een waarschuwing als een thema dat niet op schijf staat de pagina kan leveren, en een opmerking
    als niets op de site begint zoals het adres, want dan kan een ander programma dat adres verzorgen.

    Een link naar een pagina die niet wordt gepubliceerd (een concept, een datum in de toekomst, een einddatum die
    voorbij is) is een waarschuwing, behalve als de pagina met de link zelf niet wordt gepubliceerd.

    Staan alle sjablonen op schijf en zoekt geen daarvan links op, dan neemt Hugo links letterlijk over. Dan is een link
    naar een bestand met tekst, zoals ``andere.md``, een fout, en ook een link die alleen vanaf de map van het bestand
    zou werken: de pagina krijgt op de site een eigen map.

    ## Waarom is dat erg?
    Wie op de link klikt, krijgt een foutpagina.

    ## Wat herstellen doet
    contentlint stelt een pagina voor waarvan de naam erop lijkt; alleen een mens weet of die bedoeld is.
    """

    looks_elsewhere = True
    info = RuleInfo(
        name="link-target-missing",
        code="LK006",
        family=Family.LINKS,
        severity=Severity.ERROR,
        summary=Message(en="Link to a page that is not there", nl="Link naar een pagina die er niet is"),
        fixable=Applicability.SUGGESTION,
        wcag=("2.4.4",),
        since="0.1.0",
    )
    missing = Message(
        en="This link leads to ‘{path}’, which does not exist, so readers get an error page. Correct the link or take it "
        "away.",
        nl="Deze link gaat naar ‘{path}’, en dat bestaat niet: lezers krijgen een foutpagina. Verbeter de link of haal hem "
        "weg.",
    )
    likely = Message(
        en="Nothing in this site is found at ‘{path}’. If nothing else serves that address, readers get an error page.",
        nl="Op ‘{path}’ staat niets in deze site. Als er verder niets op dat adres staat, krijgen lezers een foutpagina.",
    )
    draft = Message(
        en="This link leads to a draft. As long as ‘{path}’ is not published, readers get an error page.",
        nl="Deze link gaat naar een concept. Zolang ‘{path}’ niet is gepubliceerd, krijgen lezers een foutpagina.",
    )
    future = Message(
        en="This link leads to a page with a date in the future. Until then readers of ‘{path}’ get an error page.",
        nl="Deze link gaat naar een pagina met een datum in de toekomst. Tot dan krijgen lezers op ‘{path}’ een foutpagina.",
    )
    expired = Message(
        en="This link leads to a page whose end date is past, so readers get an error page at ‘{path}’. Take the link away.",
        nl="Deze link gaat naar een pagina waarvan de einddatum voorbij is: op ‘{path}’ staat een foutpagina. Haal de link weg.",
    )
    broken_scheme = Message(
        en="The address ‘{path}’ begins in a way that no browser knows, so the link leads nowhere. Write ‘{better}’.",
        nl="Het adres ‘{path}’ heeft een begin dat geen browser kent, dus de link leidt nergens heen. Schrijf ‘{better}’.",
    )
    no_scheme = Message(
        en="Without ‘{scheme}’ this link leads to a page ‘{path}’ of this site, which does not exist. Put {scheme} in front.",
        nl="Zonder ‘{scheme}’ leidt deze link naar een pagina ‘{path}’ van deze site, en die bestaat niet. Zet er {scheme} "
        "voor.",
    )
    unresolved = Message(
        en="Hugo publishes this link as it is written, and from this page ‘{path}’ leads nowhere. Write ‘{better}’.",
        nl="Hugo neemt deze link letterlijk over, en vanaf deze pagina leidt ‘{path}’ nergens heen. Schrijf ‘{better}’.",
    )
    examples: ClassVar[tuple[Example, ...]] = (
        Valid(
            "[About](/about/), [other](../other/), [file](/report.pdf), [web](https://example.org/x), [mail](mailto:a@b.nl), <a@b.nl>\n",
            files=_SITE,
        ),
        Valid("[Other](other.md)\n", path="content/this.md", files={**_SITE, **_HOOK}),
        Valid("[Tag](/tags/anything/), [feed](/index.xml), [here](#place)\n", files=_SITE),
        Valid('[About]({{< ref "about" >}})\n', files=_SITE),
        Valid("[Elsewhere](/handbook/start/), [next](../next/)\n"),
        Invalid("[Other](⟦/about/more/⟧), [there](⟦../there.md⟧)\n", files=_SITE),
        Invalid('<a href="⟦/post/nothing/⟧">Nothing</a>\n', files=_SITE),
        Invalid("[Shop](⟦/shop/⟧)\n", files=_SITE),
        Invalid("[About](⟦/abuot/⟧)\n", files=_SITE, fixed="[About](/about/)\n"),
        Invalid("[Other][o]\n\n[o]: ⟦/post/gone⟧\n", files=_THEME, movable=False),
        Invalid(
            "[Other](⟦other.md⟧)\n",
            path="content/this.md",
            files=_SITE,
            fixed='[Other]({{< relref "/other" >}})\n',
        ),
        Invalid("[Other](⟦other/⟧)\n", path="content/this.md", files=_SITE, fixed='[Other]({{< relref "/other" >}})\n'),
        Invalid(
            "[List](⟦list.csv⟧)\n",
            path="content/this.md",
            files={**_SITE, "content/list.csv": "a,b"},
            fixed="[List](../list.csv)\n",
        ),
        Invalid("[Notes](⟦notes.md⟧)\n"),
        Invalid("[Map](⟦http:/example.org/map⟧)\n", fixed="[Map](https://example.org/map)\n"),
        Invalid("[Map](⟦htps//example.org/map⟧)\n", fixed="[Map](https://example.org/map)\n"),
        Invalid("[Soon](⟦/soon/⟧)\n", files={**_SITE, "content/soon.md": "---\ntitle: Soon\ndraft: true\n---\n"}),
        Invalid(
            "[Old](⟦/old/⟧)\n", files={**_SITE, "content/old.md": "---\ntitle: Old\nexpiryDate: 2001-01-01\n---\n"}
        ),
        Invalid("[Map](⟦www.example.org/map⟧)\n", fixed="[Map](https://www.example.org/map)\n", files=_SITE),
    )

    @on(Document)
    def check_links(self, document: Document) -> Iterator[Violation]:
        for value, span in destinations(document):
            target = resolve_link(self.page, value)
            if (broken := _BROKEN_SCHEME.match(value)) and not _SOUND_SCHEME.match(value):
                better = "https://" + value[broken.end() :]
                yield self.violation(span, self.broken_scheme(path=value, better=better), suggestions=(better,))
                continue
            scheme = "mailto:" if _MAIL.fullmatch(value) else "https://" if _HOST.match(value) else ""
            if target.outcome in _NOWHERE and scheme:
                message = self.no_scheme(path=value, scheme=scheme)
                yield self.violation(span, message, suggestions=(scheme + value,))
            elif target.outcome is TargetOutcome.MISSING:
                yield self.violation(span, self.missing(path=value), suggestions=self._similar(value))
            elif target.outcome in _NOWHERE:
                suggestions = self._similar(value)
                elsewhere = target.outcome is TargetOutcome.PERHAPS_ELSEWHERE and not suggestions
                severity = Severity.INFO if elsewhere else Severity.WARNING
                yield self.violation(span, self.likely(path=value), severity=severity, suggestions=suggestions)
            elif target.outcome is TargetOutcome.UNRESOLVED:
                yield self._unresolved(value, span, target)
            elif target.outcome is TargetOutcome.FOUND and (reason := self._unpublished(target)) is not None:
                yield self.violation(span, reason(path=value), severity=Severity.WARNING)

    def _unpublished(self, target: Target) -> Message | None:
        """Return what to say of a page that is left out, when this page is not."""
        if not self.page.in_content or not target.path.endswith(".md"):
            return None
        reasons = self.page.site.unpublished(target.path)
        messages = {Unpublished.DRAFT: self.draft, Unpublished.FUTURE: self.future, Unpublished.EXPIRED: self.expired}
        found = next((message for reason, message in messages.items() if reason in reasons), None)
        if found is None or any(obstacles(self.document.front_matter, self.page)):
            return None
        return found

    def _unresolved(self, value: str, span: Span, target: Target) -> Violation:
        """Report a link that another program might follow, but not a browser."""
        fragment = f"#{target.fragment}" if target.fragment else ""
        better = target.better + fragment
        if target.better.startswith("/"):
            better = f'{{{{< relref "{better}" >}}}}'
        return self.violation(span, self.unresolved(path=value, better=better), suggestions=(better,))

    def _similar(self, value: str) -> tuple[str, ...]:
        """Return addresses of pages with that name elsewhere, for a link from the top."""
        if not self.page.in_content or not value.startswith("/") or "#" in value or "?" in value:
            return ()
        found = self.page.site.content.similar(value)
        return tuple(f"{path}/" if value.endswith("/") else path for path in found)
