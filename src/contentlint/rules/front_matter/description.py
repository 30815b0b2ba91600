"""FM013: the description of a page."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import ClassVar, Final

from contentlint.document import FrontMatter, StringValue
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
from contentlint.rules.front_matter.pages import is_page

_SITE: Final[Mapping[str, str | None]] = {"hugo.toml": ""}


class FrontMatterDescriptionOptions(Options):
    """Whether there must be a description, and how long it may be."""

    required = option(
        default=False,
        en="Report pages of a Hugo site without a description too.",
        nl="Meld ook pagina’s van een Hugo-site zonder beschrijving.",
    )
    max_length = option(
        320,
        en="The number of characters from which a description is too long; search results show about 160.",
        nl="Het aantal tekens waarboven een beschrijving te lang is; zoekresultaten tonen er ongeveer 160.",
        minimum=1,
    )


class FrontMatterDescription(Rule[FrontMatterDescriptionOptions]):
    """Reports a description that is the title again or far too long and, with the option ``required``, one that is missing.

    ## Why is this bad?
    Search engines and social media show the description below the title. Without one they take a piece of the text, and a
    long one is cut off.
    """

    dutch = """Meldt een beschrijving die de titel herhaalt of veel te lang is en, met de optie ``required``, een
    beschrijving die ontbreekt.

    ## Waarom is dat erg?
    Zoekmachines en sociale media tonen de beschrijving onder de titel. Is er geen, dan nemen ze een stuk van de tekst,
    en een lange kappen ze af.
    """

    info = RuleInfo(
        name="front-matter-description",
        code="FM013",
        family=Family.FRONT_MATTER,
        severity=Severity.INFO,
        summary=Message(
            en="Description that is missing, too long or the title",
            nl="Beschrijving die ontbreekt, te lang is of de titel herhaalt",
        ),
        since="0.1.0",
    )
    missing = Message(
        en="This page has no ‘description’, so search engines show a piece of its text. Write one or two sentences.",
        nl="Deze pagina heeft geen ‘description’, dus zoekmachines tonen een stuk tekst. Schrijf een of twee zinnen.",
    )
    same = Message(
        en="The description is the title again. Say in one or two sentences what readers find here.",
        nl="De beschrijving herhaalt alleen de titel. Zeg in een of twee zinnen wat lezers hier vinden.",
    )
    long = Message(
        en="The description has {length} characters; search results show about 160. Put what matters first, or shorten it.",
        nl="De beschrijving heeft {length} tekens; zoekresultaten tonen er ongeveer 160. Zet het belangrijkste voorop of kort in.",
    )
    examples: ClassVar[tuple[Example, ...]] = (
        Valid("---\ntitle: Wonen\ndescription: Zo woon je goed en goedkoop.\n---\n", files=_SITE),
        Valid("---\ntitle: Geen Hugo\n---\n"),
        Valid("---\ntitle: Wonen\ndescription:\n---\n", files=_SITE),
        Valid("---\ntitle: Wonen\n---\n", files=_SITE),
        Invalid("⟦---⟧\ntitle: Wonen\n---\n", files=_SITE, options={"required": True}, movable=False),
        Invalid("---\ntitle: Wonen\ndescription: ⟦wonen.⟧\n---\n"),
        Invalid("---\ntitle: Wonen\ndescription: ⟦Zo woon je goed.⟧\n---\n", options={"max-length": 10}),
    )

    @on(FrontMatter)
    def check_front_matter(self, front_matter: FrontMatter) -> Iterator[Violation]:
        """Look at the description."""
        if self.document.front_matter_problems:
            return
        entry = front_matter.get("description")
        if entry is None:
            if self.options.required and is_page(self.page) and self.page.kind == "page":
                yield self.violation(front_matter.opening, self.missing())
            return
        title = front_matter.get("title")
        if not isinstance(entry.value, StringValue):
            return
        text = entry.value.text.strip()
        if (
            title is not None
            and isinstance(title.value, StringValue)
            and text
            and _bare(text) == _bare(title.value.text)
        ):
            yield self.violation(entry.value.content, self.same())
        elif len(text) > self.options.max_length:
            yield self.violation(entry.value.content, self.long(length=len(text)))


def _bare(text: str) -> str:
    return " ".join(text.split()).rstrip(".!?").casefold()
