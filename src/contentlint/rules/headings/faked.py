"""HD008: a bold paragraph that serves as a heading."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from contentlint.document import Heading, Image, List, Node, Paragraph, Root, ShortcodeTag, Strong, plain_text
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
from contentlint.text import Edit

_LONG = (
    "The council met on Tuesday evening and talked for three hours about the plans for the new library. In the end it "
    "decided to ask the people of the town what they think of it. Until then nothing will be built, and the old library "
    "stays open as it was.\n"
)


class HeadingFakedOptions(Options):
    """When a bold paragraph looks like a heading."""

    min_following = option(
        150,
        en="how many characters the text below must have",
        nl="hoeveel tekens de tekst eronder moet hebben",
        minimum=0,
    )


class HeadingFaked(Rule[HeadingFakedOptions]):
    """Reports a paragraph that is all bold, short, without punctuation at its end, and followed by running text.

    A by-line, a caption below a picture or a label is left alone. So is a bold line in an item of a list or in a
    quotation: those show by themselves what belongs together.

    ## Why is this bad?
    It looks like a heading, but people who use a screen reader do not find it among the headings, and it has no link of its
    own.

    ## Fix safety
    The fix is unsafe: it makes a heading of the paragraph, one level below the heading before it.
    """

    dutch = """Meldt een korte alinea die helemaal vet is, zonder leesteken aan het eind, met doorlopende tekst eronder.

    De naam van de schrijver, een bijschrift onder een afbeelding en een label blijven buiten beschouwing. Dat geldt ook
    voor een vette regel in een lijst of een citaat: die laten zelf al zien wat bij elkaar hoort.

    ## Waarom is dat erg?
    Het ziet eruit als een kop, maar wie een schermlezer gebruikt vindt het niet tussen de koppen, en je kunt er niet
    naar linken.

    ## Wat herstellen doet
    Herstellen verandert de pagina, dus kijk eerst: van de alinea komt een kop, één niveau onder de kop ervoor.
    """

    info = RuleInfo(
        name="heading-faked",
        code="HD008",
        family=Family.HEADINGS,
        severity=Severity.WARNING,
        summary=Message(en="Bold text in place of a heading", nl="Vette tekst in plaats van een kop"),
        fixable=Applicability.UNSAFE,
        wcag=("1.3.1", "2.4.6"),
        since="0.1.0",
    )
    faked = Message(
        en="This bold line serves as a heading, but a screen reader does not find it as one. Make it a heading.",
        nl="Deze vette regel doet dienst als kop, maar een schermlezer vindt hem niet als kop. Maak er een kop van.",
    )
    make_heading = Message(en="Make this a heading of level {level}.", nl="Maak hier een kop van niveau {level} van.")
    examples: ClassVar[tuple[Example, ...]] = (
        Valid("**Note:** the bold is only a part.\n\n" + _LONG),
        Valid("**By Jane Smith.**\n\n" + _LONG),
        Valid("![A map](map.png)\n\n**The town in 1900**\n\n" + _LONG),
        Valid('{{< figure src="map.png" alt="A map" >}}\n\n**The town in 1900**\n\n' + _LONG),
        Valid("**Short**\n\nToo little text.\n"),
        Valid("1. **The plan**\n\n   " + _LONG),
        Valid("> **Update of 2 May**\n>\n> " + _LONG),
        Valid("## Old settings\n\n**DEPRECATED**\n\n" + _LONG),
        Valid("**The plan**\n\n" + _LONG, options={"min-following": 1000}),
        Invalid("⟦**The plan**⟧\n\n" + _LONG, fixed="## The plan\n\n" + _LONG, movable=False),
        Invalid("## News\n\n⟦__The plan__⟧\n\n" + _LONG, fixed="## News\n\n### The plan\n\n" + _LONG, movable=False),
    )

    @on(Root)
    def check_paragraphs(self, container: Root) -> Iterator[Violation]:
        siblings = container.children
        for index, node in enumerate(siblings):
            if isinstance(node, Paragraph) and (bold := self._only_bold(node)):
                before = siblings[index - 1] if index else None
                after = siblings[index + 1] if index + 1 < len(siblings) else None
                label = isinstance(before, Heading) and _is_label(bold)
                if not label and not self._is_picture(before) and self._is_running_text(after):
                    level = min(self._level_before(node) + 1, 6)
                    text = self.document[bold.span].strip("*_").strip()
                    fix = self.unsafe_fix(
                        self.make_heading(level=level), Edit(node.span, "#" * level + " " + " ".join(text.split()))
                    )
                    yield self.violation(node.span, self.faked(), fix=fix)

    def _level_before(self, node: Node) -> int:
        """Return the level of the last heading before a place; that of the page's title when there is none."""
        levels = [heading.level for heading in self.document.headings if heading.span.start < node.span.start]
        return levels[-1] if levels else 1

    def _only_bold(self, paragraph: Paragraph) -> Strong | None:
        if len(paragraph.children) != 1 or not isinstance(bold := paragraph.children[0], Strong):
            return None
        text = plain_text(bold).strip()
        return bold if 3 <= len(text) <= 120 and text[-1] not in ".:;,?!…" else None

    def _is_picture(self, node: Node | None) -> bool:
        """Whether a bold line below a node may be its caption."""
        return isinstance(node, Paragraph) and all(
            self._has_no_caption(child) if isinstance(child, ShortcodeTag) else not plain_text(child).strip()
            for child in node.children
            if not isinstance(child, Image)
        )

    def _has_no_caption(self, tag: ShortcodeTag) -> bool:
        return tag.parameter("caption") is None

    def _is_running_text(self, node: Node | None) -> bool:
        return isinstance(node, Paragraph | List) and len(plain_text(node)) >= self.options.min_following


def _is_label(bold: Strong) -> bool:
    """Whether a bold line is one word in capitals, which says something of the heading above it."""
    text = plain_text(bold).strip()
    return text.isalpha() and text.isupper()
