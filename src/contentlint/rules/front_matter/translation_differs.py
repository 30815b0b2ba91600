"""FM016: translations of one page that do not agree."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import ClassVar, Final

from contentlint.document.facts import DocumentFacts, Fact
from contentlint.rules.base import (
    Example,
    Family,
    Invalid,
    Message,
    Options,
    RuleInfo,
    Severity,
    SiteRule,
    Valid,
    Violation,
    option,
)

_SITE: Final[Mapping[str, str | None]] = {
    "hugo.toml": 'defaultContentLanguage = "en"\n[languages.en]\n[languages.nl]\n'
}


class TranslationDiffersOptions(Options):
    """What translations must agree on."""

    keys = option(
        ("date", "draft", "feature", "tags"),
        en="the keys that must have the same value (of a list only its length counts)",
        nl="de sleutels die dezelfde waarde moeten hebben (bij een lijst telt alleen de lengte)",
    )
    missing = option(
        default=True, en="whether a missing translation is reported", nl="of een ontbrekende vertaling wordt gemeld"
    )


class TranslationDiffers(SiteRule[TranslationDiffersOptions]):
    """Reports translations of one page that differ in date, draft, main picture or number of tags, and missing ones.

    It is off by default: many sites translate a part of their pages, and on purpose.

    ## Why is this bad?
    Readers of one language get an older page, another picture, or none of the page at all.
    """

    dutch = """Meldt vertalingen van één pagina die verschillen in datum, concept, hoofdafbeelding of aantal tags, en
    vertalingen die ontbreken.

    De regel staat standaard uit: veel sites vertalen bewust maar een deel van hun pagina’s.

    ## Waarom is dat erg?
    Lezers van één taal krijgen een oudere pagina, een andere afbeelding, of de pagina helemaal niet.
    """

    info = RuleInfo(
        name="translation-differs",
        code="FM016",
        family=Family.FRONT_MATTER,
        severity=Severity.WARNING,
        summary=Message(en="Translations that do not agree", nl="Vertalingen die niet overeenkomen"),
        default=False,
        since="0.1.0",
    )
    differs = Message(
        en="‘{key}’ is not the same here as in {other}. Make them agree, or readers of one language get another page.",
        nl="‘{key}’ is hier anders dan in {other}. Maak ze gelijk, anders krijgen lezers van één taal een andere pagina.",
    )
    absent = Message(
        en="This page has no translation in: {languages}. Readers of that language do not get it.",
        nl="Van deze pagina is geen vertaling in: {languages}. Lezers van die taal krijgen haar niet.",
    )
    examples: ClassVar[tuple[Example, ...]] = (
        Valid(
            "---\ndate: 2025-01-02\ntags: [a]\n---\n",
            path="content/post/index.nl.md",
            files={**_SITE, "content/post/index.en.md": "---\ndate: 2025-01-02\ntags: [b]\n---\n"},
        ),
        Valid("---\ndate: 2025-01-02\n---\n", files=_SITE, options={"missing": False}),
        Invalid("⟦---⟧\ndate: 2025-01-02\n---\n", files=_SITE, movable=False),
        Invalid(
            "---\ntags: ⟦[a, b]⟧\n---\n",
            path="content/post/index.nl.md",
            files={**_SITE, "content/post/index.en.md": "---\ntags: [a]\n---\n"},
            options={"keys": ["tags"]},
        ),
    )

    def check(self, pages: Sequence[DocumentFacts]) -> Iterator[tuple[str, Violation]]:
        languages = [language.key for language in self.site.configuration.languages if not language.disabled]
        if len(languages) < 2:
            return
        groups: dict[tuple[str, str], dict[str, DocumentFacts]] = {}
        for facts in pages:
            page = self.site.page(facts.path)
            if page.in_content and not page.is_resource:
                key = facts.values.get("translationkey")
                name = ("", key.value) if key else (page.content_path.rpartition("/")[0], page.title)
                groups.setdefault(name, {})[page.language_key] = facts
        for group in groups.values():
            first, *others = sorted(group, key=lambda key: languages.index(key) if key in languages else len(languages))
            absent = [language for language in languages if language not in group]
            if absent and self.options.missing:
                message = self.absent(languages=", ".join(absent))
                yield group[first].path, self.violation(group[first].front_matter, message)
            for other in others:
                yield from self._compare(group[first], group[other])

    def _compare(self, first: DocumentFacts, other: DocumentFacts) -> Iterator[tuple[str, Violation]]:
        for key in self.options.keys:
            one, two = first.values.get(key.lower()), other.values.get(key.lower())
            if one is None and two is None:
                continue
            if one is not None and two is not None and _agree(one, two):
                continue
            span = two.span if two is not None else other.front_matter
            yield other.path, self.violation(span, self.differs(key=key, other=first.path))


def _agree(one: Fact, two: Fact) -> bool:
    """Whether two values are the same; lists are translated item by item, so only their length counts."""
    return one.items == two.items if one.items is not None and two.items is not None else one.value == two.value
