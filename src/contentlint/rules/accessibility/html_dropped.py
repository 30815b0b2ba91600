"""AX017: raw HTML that Hugo leaves out."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from typing import ClassVar

from contentlint.document import Document, HtmlBlock
from contentlint.rules.accessibility.elements import HTML_ELEMENTS
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
from contentlint.site import omitted_html, text_behind_comment

_SITE = {"hugo.toml": ""}
_UNSAFE = {"hugo.toml": "[markup.goldmark.renderer]\nunsafe = true\n"}
_BOX = {"hugo.toml": "", "layouts/_shortcodes/box.html": "<div>{{ .Inner }}</div>"}
_TEXT = {"hugo.toml": "", "layouts/_shortcodes/text.html": "<div>{{ .Inner | markdownify }}</div>"}


class HtmlDropped(Rule[Options]):
    """Reports HTML in a page of a Hugo site that does not let HTML through, which is what Hugo does by itself.

    A site lets it through with ``unsafe = true`` under ``markup.goldmark.renderer``. Comments do not count, but text behind
    one on its line does, for it vanishes, too. What a shortcode puts on the page as it is, is left alone. Words in pointed
    brackets that are no HTML are told by ``html-unknown``.

    ## Why is this bad?
    Readers do not see it. A block of HTML vanishes with all the text in it; of a tag in a sentence only the words around
    it stay, so that two lines run together or a number loses its power.
    """

    dutch = """Meldt HTML op een pagina van een Hugo-site die geen HTML doorlaat; dat is wat Hugo uit zichzelf doet.

    Een site laat HTML door met ``unsafe = true`` onder ``markup.goldmark.renderer``. Commentaar telt niet mee, wel de tekst
    erachter op dezelfde regel, want die verdwijnt ook. Wat een shortcode zo op de pagina zet als het er staat, mag. Woorden
    tussen punthaken die geen HTML zijn, meldt ``html-unknown``.

    ## Waarom is dat erg?
    Lezers zien het niet. Een blok HTML verdwijnt met alle tekst erin; van een tag in een zin blijven alleen de woorden
    eromheen over, zodat twee regels aan elkaar vastlopen of een getal zijn macht verliest.
    """

    info = RuleInfo(
        name="html-dropped",
        code="AX017",
        family=Family.ACCESSIBILITY,
        severity=Severity.ERROR,
        summary=Message(en="HTML that Hugo leaves out", nl="HTML die Hugo weglaat"),
        since="0.1.0",
    )
    needs = r"<[A-Za-z/!?]"
    block = Message(
        en="This site lets no HTML through, so ‘{element}’ vanishes, with the text up to the next empty line. Write "
        "Markdown, or set ‘unsafe = true’.",
        nl="Deze site laat geen HTML door, dus ‘{element}’ verdwijnt, met de tekst tot de volgende lege regel. Schrijf "
        "Markdown, of zet ‘unsafe = true’.",
    )
    behind = Message(
        en="This site lets no HTML through, so this text vanishes with the comment before it. Put the comment on a line of its "
        "own.",
        nl="Deze site laat geen HTML door, dus deze tekst verdwijnt met het commentaar ervoor. Zet het commentaar op een eigen "
        "regel.",
    )
    inline = Message(
        en="This site lets no HTML through, so ‘{element}’ vanishes and only the text around it stays. Write Markdown, "
        "or set ‘unsafe = true’.",
        nl="Deze site laat geen HTML door, dus ‘{element}’ verdwijnt en alleen de tekst eromheen blijft. Schrijf "
        "Markdown, of zet ‘unsafe = true’.",
    )
    examples: ClassVar[tuple[Example, ...]] = (
        Valid("<div>Open on Monday</div>\n", files=_UNSAFE),
        Valid("<div>Open on Monday</div>\n"),
        Valid("Open <!-- until May --> on Monday, `<b>` and \\<b>\n\n<!-- more -->\n", files=_SITE),
        Valid("Open: {{< box >}}<b>Monday</b>{{< /box >}}\n", files=_BOX),
        Valid("Dear <name>, welcome.\n", files=_SITE),
        Invalid("⟦<div>⟧Open on\n<b>Monday</b></div>\n", files=_SITE),
        Invalid("Open ⟦<b>⟧Monday</b>,⟦<br>⟧ not on Tuesday.\n", files=_SITE),
        Invalid("⟦<details>⟧\n<summary>More</summary>\n\nText\n\n</details>\n", files=_SITE),
        Invalid("<!-- until May --> ⟦Open on Monday.⟧\n\nText\n", files=_SITE),
        Invalid("Open: {{< text >}}⟦<b>⟧Monday</b>{{< /text >}}\n", files=_TEXT),
        Invalid("Open: {{% box %}}⟦<b>⟧Monday</b>{{% /box %}}\n", files=_BOX),
    )

    @on(Document)
    def check(self, document: Document) -> Iterator[Violation]:
        elements = document.html_elements
        for node in omitted_html(document, self.page):
            if not (behind := text_behind_comment(document, node)).empty:
                yield self.violation(behind, self.behind())
                continue
            element = elements[bisect_left(elements, node.span.start, key=lambda element: element.span.start)]
            written = document[element.span]
            if element.name not in HTML_ELEMENTS and element.end is None and "{{" not in written:
                continue
            message = self.block if isinstance(node, HtmlBlock) else self.inline
            shown = written if "{{" in written else f"<{element.name}>"
            yield self.violation(element.span, message(element=shown))
