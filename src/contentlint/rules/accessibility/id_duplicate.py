"""AX010: one id for two things."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from contentlint.document import Document
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
from contentlint.site import is_omitted
from contentlint.text import Span


class IdDuplicate(Rule[Options]):
    """Reports an id that was given by hand twice on one page, to headings or to elements of HTML.

    Ids that Hugo makes of headings by itself are always different.

    ## Why is this bad?
    A link to the id leads to the first of the two; the other cannot be reached, and labels may end up at the wrong place.
    """

    dutch = """Meldt een id dat op één pagina twee keer met de hand is gegeven, aan koppen of aan HTML-elementen.

    De id’s die Hugo zelf van koppen maakt, verschillen altijd van elkaar.

    ## Waarom is dat erg?
    Een link naar het id komt bij de eerste van de twee uit; de andere is niet te bereiken. Ook kan een label bij het
    verkeerde veld terechtkomen.
    """

    info = RuleInfo(
        name="id-duplicate",
        code="AX010",
        family=Family.ACCESSIBILITY,
        severity=Severity.ERROR,
        summary=Message(en="One id for two things", nl="Eén id voor twee dingen"),
        wcag=("4.1.2",),
        since="0.1.0",
    )
    needs = r"[Ii][Dd]\s*=|\{[^\n]*#"
    twice = Message(
        en="‘{id}’ is the id of something on line {line} already, so links lead there only. Give this one its own.",
        nl="‘{id}’ is al het id van iets op regel {line}, dus links leiden alleen daarheen. Geef dit een eigen id.",
    )
    examples: ClassVar[tuple[Example, ...]] = (
        Valid("## News {#news}\n\n## More news {#more}\n\n## News\n"),
        Valid('<p id="a">x</p>\n\n<p id="b">x</p>\n'),
        Valid("## News {#a}\n\n<p id='a'>x</p>\n", files={"hugo.toml": ""}),
        Invalid("## News {#news}\n\n## More ⟦{#news}⟧\n"),
        Invalid('<p id="a">x</p>\n\n<p id="⟦a⟧">x</p>\n'),
    )

    @on(Document)
    def check_ids(self, document: Document) -> Iterator[Violation]:
        found = [
            (heading.attributes, heading.identifier)
            for heading in document.headings
            if heading.identifier and heading.attributes
        ]
        for element in document.html_elements:
            if is_omitted(document, self.page, element):
                continue
            attribute = element.attribute("id")
            if attribute and attribute.value and attribute.value_span and "{{" not in attribute.value:
                found.append((attribute.value_span, attribute.value))
        first: dict[str, Span] = {}
        for span, identifier in sorted(found):
            if (other := first.setdefault(identifier, span)) != span:
                line = document.source.line_of(other.start)
                yield self.violation(span, self.twice(id=identifier, line=line))
