"""SC015: ref and relref that lead nowhere."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from contentlint.document import ShortcodeParameter, ShortcodeTag
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
)
from contentlint.site import (
    FragmentOutcome,
    Reference,
    ReferenceOutcome,
    Unpublished,
    obstacles,
    resolve_reference,
)

_REFERENCES = frozenset(("ref", "relref"))
_SITE = {"hugo.toml": 'title = "Site"\n', "content/about.md": "---\ntitle: About\n---\n\n## Our team\n"}
_TWO = {
    "hugo.toml": 'defaultContentLanguage = "en"\n[languages.en]\n[languages.nl]\n',
    "content/over-ons.nl.md": "---\ntitle: Over ons\n---\n",
}
_TWICE = {**_SITE, "content/a/team.md": "---\ntitle: Team\n---\n", "content/b/team.md": "---\ntitle: Team\n---\n"}


class RefTargetMissing(Rule[Options]):
    """Reports a ``ref`` or ``relref`` whose page, or whose place on that page, does not exist or is not published now.

    Pages are found as Hugo finds them: from the page's own place, from the top of the content, and by name alone. Hugo
    never looks at the part behind ``#``; this rule does. A place that does not exist is a warning, and so is a page where
    the settings of the site tell Hugo to go on. Where pages may come from a module that is not on disk, a page that is not
    found is information only.

    ## Why is this bad?
    Hugo stops building the site over a page that it does not find. A place that does not exist takes readers to the top
    of the page, where they have to search for what they were promised.

    ## Fix safety
    The rule suggests a page or place with a name like it; only a person knows whether that one is meant.
    """

    dutch = """Meldt een ``ref`` of ``relref`` naar een pagina die niet bestaat of nu niet gepubliceerd wordt, of naar een
    plek die niet op die pagina staat.

    Pagina’s worden gevonden zoals Hugo dat doet: vanaf de plek van de pagina zelf, vanaf het begin van de content, en
    op naam alleen. Hugo kijkt nooit naar het deel na ``#``; deze regel wel. Een plek die er niet is, is een
    waarschuwing; een pagina die er niet is ook, als Hugo volgens de instellingen van de site dan doorgaat. Kunnen er
    pagina’s uit een module komen die niet op schijf staat, dan is een pagina die niet gevonden wordt maar een tip.

    ## Waarom is dat erg?
    Bij een pagina die het niet vindt, stopt Hugo met het bouwen van de site. Bij een plek die er niet is, komen lezers
    bovenaan de pagina uit en moeten ze zelf zoeken wat hun beloofd was.

    ## Wat herstellen doet
    contentlint stelt een pagina of plek voor waarvan de naam erop lijkt; alleen een mens weet of die bedoeld is.
    """

    looks_elsewhere = True
    info = RuleInfo(
        name="ref-target-missing",
        code="SC015",
        family=Family.SHORTCODES,
        severity=Severity.ERROR,
        summary=Message(en="ref or relref that leads nowhere", nl="ref of relref die nergens heen leidt"),
        fixable=Applicability.SUGGESTION,
        wcag=("2.4.4",),
        since="0.1.0",
    )
    needs = r"\{\{[<%]\W*[Rr][Ee]"
    missing = Message(
        en="There is no page ‘{path}’, so Hugo cannot build the site. Correct the path.",
        nl="Er is geen pagina ‘{path}’; Hugo kan de site zo niet bouwen. Verbeter het pad.",
    )
    elsewhere = Message(
        en="There is no page ‘{path}’ on this disk. If no module brings it along, Hugo cannot build the site.",
        nl="De pagina ‘{path}’ staat niet op deze schijf. Levert geen module hem, dan kan Hugo de site niet bouwen.",
    )
    similar = Message(
        en="There is no page ‘{path}’, so Hugo cannot build the site. Do you mean ‘{other}’?",
        nl="Er is geen pagina ‘{path}’; Hugo kan de site zo niet bouwen. Bedoel je ‘{other}’?",
    )
    ambiguous = Message(
        en="More than one page is called ‘{path}’, so Hugo cannot build the site. Give the path from the top, with a slash "
        "in front.",
        nl="Meer dan één pagina heet ‘{path}’; Hugo kan de site zo niet bouwen. Geef het pad vanaf het begin, met een "
        "schuine streep ervoor.",
    )
    other_language = Message(
        en="‘{path}’ exists in another language only ({languages}), so Hugo cannot build the site. Translate it, or add "
        'lang="{language}".',
        nl="‘{path}’ bestaat alleen in een andere taal ({languages}); Hugo kan de site zo niet bouwen. Vertaal de pagina of "
        'zet er lang="{language}" bij.',
    )
    draft = Message(
        en="‘{path}’ is a draft, so Hugo cannot build the site as long as it is not published.",
        nl="‘{path}’ is nog een concept; zolang die pagina niet verschijnt, kan Hugo de site niet bouwen.",
    )
    future = Message(
        en="‘{path}’ has a date in the future, and until then Hugo cannot build the site. Add the link later.",
        nl="‘{path}’ heeft een datum in de toekomst, en tot dan kan Hugo de site niet bouwen. Zet de link er later bij.",
    )
    expired = Message(
        en="The expiry date of ‘{path}’ is past, so Hugo leaves that page out and cannot build the site. Take the link away.",
        nl="De einddatum van ‘{path}’ is voorbij: Hugo laat die pagina weg en kan de site niet bouwen. Haal de link weg.",
    )
    never = Message(
        en="Hugo makes no page of ‘{path}’, so the address stays empty and the link leads nowhere. Link to another page.",
        nl="Hugo maakt geen pagina van ‘{path}’; het adres blijft leeg en de link leidt nergens heen. Kies een andere pagina.",
    )
    no_language = Message(
        en="This site has no language ‘{language}’, so Hugo cannot build it. It has: {known}.",
        nl="Deze site heeft geen taal ‘{language}’, dus Hugo kan hem niet bouwen. Wel heeft hij: {known}.",
    )
    empty = Message(
        en="Hugo finds no published page for ‘{path}’, so this link leads nowhere. Correct the path, or take the link away.",
        nl="Hugo vindt bij ‘{path}’ geen gepubliceerde pagina, dus deze link leidt nergens heen. Verbeter het pad of haal de link "
        "weg.",
    )
    no_page = Message(
        en="‘{path}’ is not a page of this site, and Hugo makes an empty link of it. Use an ordinary link for a web address.",
        nl="‘{path}’ is geen pagina van deze site; Hugo maakt er een lege link van. Gebruik een gewone link voor een "
        "webadres.",
    )
    no_format = Message(
        en="‘{path}’ is not made in the format ‘{format}’, so Hugo cannot build the site. Leave the format out.",
        nl="‘{path}’ bestaat niet in het formaat ‘{format}’; Hugo kan de site zo niet bouwen. Laat het formaat weg.",
    )
    fragment = Message(
        en="The page ‘{page}’ has no place ‘#{fragment}’. Readers arrive at the top of the page instead.",
        nl="De pagina ‘{page}’ heeft geen plek ‘#{fragment}’. Lezers komen nu bovenaan de pagina uit.",
    )
    examples: ClassVar[tuple[Example, ...]] = (
        Valid('[Us]({{< ref "about" >}}), [the team]({{% relref "/about.md#our-team" %}})\n', files=_SITE),
        Valid('[Us]({{< relref path="/over-ons" lang="nl" >}})\n', files=_TWO),
        Valid('[Us]({{< ref "nowhere" >}})\n'),
        Invalid('[Us]({{< ref "⟦nowhere⟧" >}})\n', files=_SITE),
        Invalid(
            '[Us]({{< ref "⟦nowhere⟧" >}})\n',
            files={"hugo.toml": '[[module.imports]]\npath = "example.org/manual"\n'},
        ),
        Invalid('[Us]({{< ref path="about" outputFormat="⟦json⟧" >}})\n', files=_SITE),
        Invalid('[Us]({{< relref "⟦/abuot.md⟧" >}})\n', fixed='[Us]({{< relref "/about" >}})\n', files=_SITE),
        Invalid('[Team]({{< ref "⟦team⟧" >}})\n', files=_TWICE),
        Invalid('[Us]({{< ref "⟦/over-ons⟧" >}})\n', files=_TWO),
        Invalid('[Search]({{< ref "⟦https://example.org/⟧" >}})\n', files=_SITE),
        Invalid(
            '[History]({{< ref "⟦about#history⟧" >}}), [team]({{< ref "⟦about#our-teams⟧" >}})\n',
            fixed='[History]({{< ref "about#history" >}}), [team]({{< ref "about#our-team" >}})\n',
            files=_SITE,
        ),
        Invalid(
            '[Us]({{< ref "⟦about⟧" >}})\n',
            files={**_SITE, "content/about.md": "---\ntitle: About\ndraft: true\n---\n"},
        ),
        Invalid(
            '[Us]({{< ref "⟦about⟧" >}}), [old]({{< ref "⟦old⟧" >}}), [part]({{< ref "⟦part⟧" >}})\n',
            files={
                **_SITE,
                "content/about.md": "---\ntitle: About\ndate: 2999-01-01\n---\n",
                "content/old.md": "---\ntitle: Old\nexpiryDate: 2001-01-01\n---\n",
                "content/part.md": "---\ntitle: Part\nbuild: {render: never}\n---\n",
            },
        ),
        Invalid('[Us]({{< ref path="over-ons" lang="⟦fr⟧" >}})\n', files=_TWO),
        Valid(
            '[Us]({{< ref "/over-ons" >}})\n',
            files={**_TWO, "content/over-ons.nl.md": "---\ntitle: Us\nsites: {matrix: {languages: ['*']}}\n---\n"},
        ),
        Invalid(
            '---\ntitle: Both\nsites: {matrix: {languages: [en, nl]}}\n---\n\n[Us]({{< ref "⟦/over-ons⟧" >}})\n',
            files=_TWO,
            movable=False,
        ),
        Valid(
            '---\ntitle: Soon\ndate: 2999-01-01\n---\n\n[Us]({{< ref "about" >}})\n',
            files={**_SITE, "content/about.md": "---\ntitle: About\ndate: 2999-01-01\n---\n"},
            movable=False,
        ),
        Invalid('[Us]({{< ref path="about" OutputFormat="⟦rss⟧" >}})\n', files=_SITE),
        Invalid('[Us]({{< ref "⟦about ⟧" >}})\n', fixed='[Us]({{< ref "/about" >}})\n', files=_SITE),
    )

    def applies(self) -> bool:
        return self.page.in_content and bool(self.document.shortcodes.tags)

    @on(ShortcodeTag)
    def check_reference(self, tag: ShortcodeTag) -> Iterator[Violation]:
        if tag.name.lower() not in _REFERENCES or tag.closing:
            return
        template = self.page.shortcodes.find(tag.name)
        parameter = tag.parameter(0) or _named(tag, "path")
        if template is None or template.path or parameter is None or not isinstance(parameter.value, str):
            return
        language = _named(tag, "lang")
        if language is not None and language.value and str(language.value) not in self._languages:
            unknown = self.no_language(language=str(language.value), known=", ".join(self._languages))
            severity = Severity.ERROR if self.page.site.ref_links_error_level == "error" else Severity.WARNING
            yield self.violation(language.value_span, unknown, severity=severity)
            return
        given = (str(language.value),) if language is not None and language.value else None
        for key in given or self.page.languages(self.document.front_matter):
            reference = resolve_reference(self.page, parameter.value, key)
            message, suggestions = self._judge(reference, parameter.value)
            if message is not None:
                break
        if message is None:
            yield from self._check_format(tag, reference, parameter.value)
            return
        goes_on = self.page.site.ref_links_error_level != "error"
        builds = message.message in {self.fragment, self.no_page, self.never, self.elsewhere}
        severity = Severity.WARNING if goes_on or builds or self.page.is_resource else Severity.ERROR
        if goes_on and not builds:
            message = self.empty(path=parameter.value)
        yield self.violation(
            parameter.value_span,
            message,
            severity=Severity.INFO if message.message is self.elsewhere else severity,
            suggestions=suggestions if parameter.quote else (),
        )

    @property
    def _languages(self) -> tuple[str, ...]:
        """The keys of the languages in which the site is built."""
        return self.page.site.configuration.matching_languages(("*",))

    def _check_format(self, tag: ShortcodeTag, reference: Reference, path: str) -> Iterator[Violation]:
        """Report an output format in which the page is not made."""
        parameter = tag.parameter(1) or _named(tag, "outputFormat")
        if parameter is None or not isinstance(parameter.value, str) or not parameter.value:
            return
        site = self.page.site
        if reference.outcome is not ReferenceOutcome.FOUND or reference.page is None:
            return
        if reference.file:
            formats = site.page(reference.file).output_formats
        else:
            formats = site.configuration.output_formats(site.content.kind_of(reference.page))
        if parameter.value.lower() not in formats:
            yield self.violation(parameter.value_span, self.no_format(path=path, format=parameter.value))

    def _judge(self, reference: Reference, path: str) -> tuple[BoundMessage | None, tuple[str, ...]]:
        outcome = reference.outcome
        if outcome is ReferenceOutcome.ADDRESS:
            return self.no_page(path=path), ()
        if outcome is ReferenceOutcome.AMBIGUOUS:
            return self.ambiguous(path=path), ()
        if outcome is ReferenceOutcome.OTHER_LANGUAGE and reference.page is not None:
            languages = sorted(reference.page.files)
            return self.other_language(path=path, languages=", ".join(languages), language=languages[0]), ()
        if outcome is ReferenceOutcome.MISSING:
            if self.page.site.content_elsewhere:
                return self.elsewhere(path=path), ()
            suggestions = self.page.site.content.similar(path)
            if suggestions:
                return self.similar(path=path, other=suggestions[0]), suggestions
            return self.missing(path=path), ()
        if outcome is ReferenceOutcome.FOUND and reference.file:
            return self._judge_page(reference, path)
        return None, ()

    def _judge_page(self, reference: Reference, path: str) -> tuple[BoundMessage | None, tuple[str, ...]]:
        reason = None if self._is_unpublished else self._unpublished(reference.file)
        if reason is not None:
            return reason(path=path), ()
        facts = self.page.site.facts(reference.file) if reference.fragment else None
        if facts is None:
            return None, ()
        if self.page.site.fragments.find(facts, reference.fragment) is not FragmentOutcome.ABSENT:
            return None, ()
        before = path.partition("#")[0]
        suggestions = tuple(f"{before}#{name}" for name in self.page.site.fragments.similar(facts, reference.fragment))
        return self.fragment(page=before or path, fragment=reference.fragment), suggestions

    def _unpublished(self, file: str) -> Message | None:
        """Return what to say of a page that Hugo leaves out, None of others."""
        reasons = self.page.site.unpublished(file)
        messages = {
            Unpublished.DRAFT: self.draft,
            Unpublished.FUTURE: self.future,
            Unpublished.EXPIRED: self.expired,
            Unpublished.NEVER: self.never,
        }
        return next((message for reason, message in messages.items() if reason in reasons), None)

    @property
    def _is_unpublished(self) -> bool:
        """Whether Hugo leaves out this very page, so that nothing on it stops the build."""
        found = obstacles(self.document.front_matter, self.page)
        return any(obstacle.reason is not Unpublished.NEVER for obstacle in found)


def _named(tag: ShortcodeTag, name: str) -> ShortcodeParameter | None:
    """Return a parameter by its name in any case of letters: so Hugo reads those of references."""
    named = (parameter for parameter in tag.parameters if (parameter.key or "").lower() == name.lower())
    return next(named, None)
