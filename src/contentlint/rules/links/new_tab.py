"""LK013: a link that opens a new tab without saying so."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import ClassVar, Final

from contentlint.document import HtmlElement
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
    option,
)
from contentlint.site import is_omitted
from contentlint.text import Edit, Span

_SAME: Final = frozenset({"", "_self", "_top", "_parent"})
_NOTICE: Final = re.compile(
    r"\bnieuw(?:e)?\s+(?:browser)?(?:tab|tabblad|venster|scherm)|\b(?:ander|apart) (?:tabblad|venster)|externe? (?:link|site|website)"
    r"|\bnew\s+(?:browser\s+)?(?:tab|window)|external (?:link|site|website)",
    re.IGNORECASE,
)


class LinkNewTabOptions(Options):
    """What counts as a notice."""

    notices = option(
        (),
        en="further texts that say that a new tab opens",
        nl="nog meer teksten die zeggen dat er een nieuw tabblad opengaat",
    )


class LinkNewTab(Rule[LinkNewTabOptions]):
    """Reports a link with ``target="_blank"`` whose text does not say that a new tab opens.

    ## Why is this bad?
    The button that goes back does not work in a new tab. People who cannot see the tabs, or do not know them, are lost.

    ## Fix safety
    The fix is a suggestion: it takes the ``target`` away, so that readers choose for themselves.
    """

    dutch = """Meldt een link met ``target="_blank"`` waarvan de tekst niet zegt dat er een nieuw tabblad opengaat.

    ## Waarom is dat erg?
    In een nieuw tabblad werkt de knop Terug niet. Wie de tabbladen niet ziet of niet kent, raakt de weg kwijt.

    ## Wat herstellen doet
    Herstellen is een voorstel: ``target`` verdwijnt, zodat lezers zelf kiezen.
    """

    info = RuleInfo(
        name="link-new-tab",
        code="LK013",
        family=Family.LINKS,
        severity=Severity.WARNING,
        summary=Message(en="Link opens a new tab unannounced", nl="Link opent onaangekondigd een nieuw tabblad"),
        fixable=Applicability.SUGGESTION,
        wcag=("3.2.5",),
        since="0.1.0",
    )
    unannounced = Message(
        en="This link opens a new tab without saying so, and there the way back is gone. Leave ‘target’ out, or add ‘(opens a "
        "new tab)’ to the text.",
        nl="Deze link opent zonder het te zeggen een nieuw tabblad, en daar is geen weg terug. Laat ‘target’ weg, of zet "
        "‘(opent nieuw tabblad)’ in de tekst.",
    )
    remove = Message(en="Take ‘target’ away.", nl="Haal ‘target’ weg.")
    examples: ClassVar[tuple[Example, ...]] = (
        Valid('<a href="/x/">The plan</a> <a href="/x/" target="_self">the plan</a>\n'),
        Valid('<a href="/x/" target="_blank">The plan (opens a new tab)</a>\n'),
        Valid('<a href="/x/" target="_blank" aria-label="The plan, new window">The plan</a>\n'),
        Valid('<a href="/x/" target="_blank">The plan ↗</a>\n', options={"notices": ["↗"]}),
        Valid('<a href="/x/" target="_blank">The plan</a>\n', files={"hugo.toml": ""}),
        Invalid('<a href="/x/" ⟦target="_blank"⟧>The plan</a>\n', fixed='<a href="/x/">The plan</a>\n'),
        Invalid('Zie <a ⟦target=_new⟧ href="/x/">het plan</a>.\n', fixed='Zie <a href="/x/">het plan</a>.\n'),
    )

    @on(HtmlElement)
    def check_element(self, element: HtmlElement) -> Iterator[Violation]:
        target = element.attribute("target") if element.name == "a" else None
        if target is None or (target.value or "").strip().lower() in _SAME or not element.attribute("href"):
            return
        if is_omitted(self.document, self.page, element):
            return
        end = element.end.end if element.end is not None else element.span.end
        text = self.document[Span(element.span.start, end)]
        if _NOTICE.search(text) or any(notice in text for notice in self.options.notices):
            return
        edit = Edit(Span(target.span.start - 1, target.span.end), "")
        yield self.violation(target.span, self.unannounced(), fix=self.suggest(self.remove(), edit))
