"""AX012: whole paragraphs in bold or italics."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import ClassVar, Final

from contentlint.document import (
    BlockQuote,
    Document,
    Emphasis,
    HardBreak,
    Image,
    InlineHtml,
    Link,
    Node,
    Paragraph,
    ShortcodeTag,
    SoftBreak,
    Strong,
    Text,
    plain_text,
)
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

_CAPTION: Final = re.compile(r"\s*(?:fig(?:ure|uur|\.)|table|tabel|afbeelding|foto|photo)\s+\w", re.IGNORECASE)
_TEXT: Final = (
    "The council met on Tuesday evening and talked for three hours about the plans for the new library. In the end it "
    "decided to ask the people of the town what they think of it. Until then nothing will be built, and the old library "
    "stays open as it was, on every day of the week."
)


class EmphasisOverusedOptions(Options):
    """How much is too much."""

    max_length = option(
        250,
        en="how many characters may be bold or in italics without a break",
        nl="hoeveel tekens achter elkaar vet of cursief mogen zijn",
        minimum=20,
    )


class EmphasisOverused(Rule[EmphasisOverusedOptions]):
    """Reports a long paragraph that is all bold or all in italics.

    The first paragraph of a page may be: that is how a lead often looks. So may a quotation, and what stands below a picture.

    ## Why is this bad?
    Where everything is stressed, nothing is. Long italics are hard to read for people with dyslexia or poor sight.
    """

    dutch = """Meldt een lange alinea die helemaal vet of helemaal cursief is.

    De eerste alinea van een pagina mag dat zijn: zo ziet een intro er vaak uit. Ook een citaat mag het, en wat onder een
    afbeelding staat.

    ## Waarom is dat erg?
    Waar alles nadruk heeft, heeft niets nadruk. Lange stukken cursief zijn lastig te lezen voor wie dyslexie heeft of slecht
    ziet.
    """

    info = RuleInfo(
        name="emphasis-overused",
        code="AX012",
        family=Family.ACCESSIBILITY,
        severity=Severity.WARNING,
        summary=Message(en="Whole paragraph in bold or italics", nl="Hele alinea vet of cursief"),
        since="0.1.0",
    )
    bold = Message(
        en="This whole paragraph is bold, so nothing in it stands out. Make only the few words bold that matter.",
        nl="Deze hele alinea is vet, dus niets erin valt nog op. Maak alleen de paar woorden vet waar het om gaat.",
    )
    italics = Message(
        en="This whole paragraph is in italics, which is hard to read for many people. Keep italics for a few words.",
        nl="Deze hele alinea is cursief, en dat leest voor veel mensen lastig. Bewaar cursief voor een paar woorden.",
    )
    examples: ClassVar[tuple[Example, ...]] = (
        Valid(f"**{_TEXT}**\n", movable=False),
        Valid(f"News.\n\n**Note:** {_TEXT}\n\n*A short one in italics.*\n"),
        Valid(f"News.\n\n> *{_TEXT}*\n", movable=False),
        Valid(f"News.\n\n*{_TEXT}*\n", options={"max-length": 400}, movable=False),
        Valid(f"News.\n\n![Map](map.png)\n\n*{_TEXT}*\n\n**Figure 1:** *x*\n", movable=False),
        Invalid(f"News.\n\n⟦**{_TEXT}**⟧\n", movable=False),
        Invalid(f"News.\n\n⟦*{_TEXT}*⟧\n", movable=False),
        Invalid(f"- News.\n\n  ⟦***{_TEXT}***⟧\n", movable=False),
    )

    @on(Document)
    def check(self, document: Document) -> Iterator[Violation]:
        before: Node | None = None
        for node in document.markdown.nodes:
            if isinstance(node, Paragraph):
                if before is not None and (marks := _only_emphasis(node)) is not None and self._is_long(node):
                    quoted = document.enclosing(node, BlockQuote) is not None
                    if not quoted and not _is_picture(before) and not _CAPTION.match(plain_text(node)):
                        yield self.violation(node.span, self.bold() if marks is Strong else self.italics())
                before = node

    def _is_long(self, paragraph: Paragraph) -> bool:
        return len(plain_text(paragraph)) > self.options.max_length


def _only_emphasis(paragraph: Paragraph) -> type[Node] | None:
    """Return what a whole paragraph is in; None when some of its text is plain."""
    kinds: set[type[Node]] = set()
    for child in paragraph.children:
        if isinstance(child, Strong | Emphasis):
            kinds.add(_innermost(child))
        elif not isinstance(child, SoftBreak | HardBreak) and not (
            isinstance(child, Text) and not any(map(str.isalnum, child.value))
        ):
            return None
    return kinds.pop() if len(kinds) == 1 else None


def _innermost(node: Strong | Emphasis) -> type[Node]:
    """Return ``Strong`` for text that is bold in any way."""
    inner: Node = node
    while isinstance(inner, Strong | Emphasis):
        if isinstance(inner, Strong):
            return Strong
        if len(inner.children) != 1:
            break
        inner = inner.children[0]
    return Emphasis


def _is_picture(paragraph: Node) -> bool:
    return isinstance(paragraph, Paragraph) and all(
        isinstance(child, Image | Link | ShortcodeTag | InlineHtml) or not plain_text(child).strip()
        for child in paragraph.children
    )
