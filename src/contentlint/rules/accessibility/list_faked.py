"""AX003: lines that look like a list and are none."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import ClassVar, Final

from contentlint.document import (
    BlockQuote,
    DefinitionDetails,
    Document,
    FootnoteDefinition,
    HardBreak,
    InlineHtml,
    ListItem,
    Node,
    Paragraph,
    Parent,
    Root,
    SoftBreak,
    Text,
)
from contentlint.rules.base import (
    Applicability,
    Example,
    Family,
    Fix,
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
from contentlint.text import Edit, Span
from contentlint.text.records import NamedTuple

_CONTAINERS: Final = (Root, BlockQuote, ListItem, FootnoteDefinition, DefinitionDetails)
_BR: Final = re.compile(r"<br\s*/?>", re.IGNORECASE)
_MARK: Final = re.compile(
    r"[ \t\u00a0]*(?:"
    r"(?P<bullet>[•‣◦●○▪▫■□⁃∙·➤►▶➢➔→✓✔✗✘☑⭐★☆♦◆](?:\ufe0f)?)"
    r"|(?P<emoji>[\U0001f300-\U0001faff\u2600-\u27bf\u2b50-\u2b55][\ufe0f\u200d\U0001f3fb-\U0001f3ff]*)"
    r"|(?P<dash>[–—])"
    r"|(?P<hyphen>[-*+])"
    r"|\(?(?P<letter>[a-z](?=[.)])|[A-Z](?=\)))[.)]"
    r"|\(?(?P<number>\d{1,2})[.)]"
    r")[ \t\u00a0]+(?=\S)"
)
_LONGEST: Final = 300
"""Characters; a longer line is a paragraph."""


class _Line(NamedTuple):
    """A line as readers see it: what stands between two breaks.

    Attributes:
        span: from its first to its last character.
        kind: what marks it as an item: ``bullet``, ``emoji``, ``dash``, ``hyphen``, ``letter`` or ``number``; empty for none.
        rank: the place that a letter or number gives it.
        mark: the span of the mark and the space behind it.
        before: the break before it; None at the begin of a paragraph.
    """

    span: Span
    kind: str
    rank: int
    mark: Span
    before: Node | None


class ListFaked(Rule[Options]):
    """Reports lines that each begin with a bullet (``•``), a dash, an emoji or a letter, and that are no list.

    Two lines in a row are enough, three where a line begins with a dash or an emoji, for those may be spoken words or
    decoration.

    ## Why is this bad?
    A screen reader says of a list how many items it has and lets people jump over it; of these lines it says “bullet” and
    reads on. Without a forced break they even run into one line.

    ## Fix safety
    The fix is unsafe: the lines become a list, which looks somewhat different.
    """

    dutch = """Meldt regels die elk met een bolletje (``•``), een streepje, een emoji of een letter beginnen en geen lijst zijn.

    Twee regels achter elkaar zijn genoeg, drie als een regel met een streepje of een emoji begint, want dat kan gesproken
    tekst of versiering zijn.

    ## Waarom is dat erg?
    Van een lijst zegt een schermlezer hoeveel onderdelen hij heeft, en je kunt hem overslaan; van deze regels zegt hij
    ‘opsommingsteken’ en leest door. Zonder harde regeleinden lopen ze zelfs door op één regel.

    ## Wat herstellen doet
    Herstellen verandert de pagina, dus kijk eerst: de regels worden een lijst, en die ziet er wat anders uit.
    """

    info = RuleInfo(
        name="list-faked",
        code="AX003",
        family=Family.ACCESSIBILITY,
        severity=Severity.WARNING,
        summary=Message(en="Lines in place of a list", nl="Regels in plaats van een lijst"),
        fixable=Applicability.UNSAFE,
        wcag=("1.3.1",),
        since="0.1.0",
    )
    faked = Message(
        en="These {count} lines look like a list, but a screen reader does not know them as one. Begin each with ‘- ’, on a "
        "line of its own.",
        nl="Deze {count} regels lijken een lijst, maar een schermlezer herkent ze niet als lijst. Begin elke regel met ‘- ’, "
        "op een eigen regel.",
    )
    numbered = Message(
        en="These {count} lines look like a list, but a screen reader does not know them as one. Begin each with ‘1. ’, on a "
        "line of its own.",
        nl="Deze {count} regels lijken een lijst, maar een schermlezer herkent ze niet als lijst. Begin elke regel met ‘1. ’, "
        "op een eigen regel.",
    )
    make_list = Message(en="Make these lines a list.", nl="Maak van deze regels een lijst.")
    examples: ClassVar[tuple[Example, ...]] = (
        Valid("- bread\n- cheese\n\n1. bread\n2. cheese\n"),
        Valid("• one bullet only\n\nA. Jansen\nB. de Vries came\n\n1 apple\n2 pears\n"),
        Valid("– Are you there?\n\n– I am.\n\nHe left — she\n— as ever — stayed.\n"),
        Valid("It is done for\n(1) the cats and\n(2) the dogs.\n"),
        Valid("`• one`\n\n🔥 Fire in the town\n\n✅ Done\n"),
        Invalid("⟦• bread\n• cheese⟧\n", fixed="- bread\n- cheese\n", movable=False),
        Invalid("Bring:\n⟦• bread  \n• *cheese*⟧\n", fixed="Bring:\n- bread\n- *cheese*\n", movable=False),
        Invalid(
            "⟦&bull; bread<br>&bull; cheese<br />\n&bull; jam⟧\n", fixed="- bread\n- cheese\n- jam\n", movable=False
        ),
        Invalid("⟦– bread\\\n– cheese\\\n– jam⟧\n", fixed="- bread\n- cheese\n- jam\n", movable=False),
        Invalid(
            "⟦• bread\n\n• cheese⟧\n\nThat is all.\n", fixed="- bread\n\n- cheese\n\nThat is all.\n", movable=False
        ),
        Invalid("⟦🍞 bread<br>🧀 cheese<br>🍓 jam⟧\n", fixed="- 🍞 bread\n- 🧀 cheese\n- 🍓 jam\n", movable=False),
        Invalid("⟦a) bread\\\nb) cheese⟧\n\nBring<br>⟦(1) bread<br>(2) cheese⟧\n"),
        Invalid("> ⟦• bread<br>• cheese⟧\n", movable=False),
        Invalid(
            "- Bring\n\n  ⟦• bread\n  • cheese⟧\n",
            fixed="- Bring\n\n  - bread\n  - cheese\n",
            movable=False,
        ),
    )

    @on(Document)
    def check(self, document: Document) -> Iterator[Violation]:
        for node in document.markdown.nodes:
            if isinstance(node, _CONTAINERS):
                yield from self._check_container(node)

    def _check_container(self, container: Parent) -> Iterator[Violation]:
        """Look through the paragraphs of a container; lines of paragraphs that follow each other belong together."""
        run: list[_Line] = []
        for child in container.children:
            if not isinstance(child, Paragraph):
                yield from self._tell(run, container)
                run = []
                continue
            for line in self._lines(child.children):
                if run and not _follows(run[-1], line):
                    yield from self._tell(run, container)
                    run = []
                if line.kind:
                    run.append(line)
        yield from self._tell(run, container)

    def _tell(self, run: Sequence[_Line], container: Parent) -> Iterator[Violation]:
        if not run or len(run) < (3 if run[0].kind in ("dash", "emoji") else 2):
            return
        alone = all(line.before is None for line in run)
        if run[0].kind == "dash" and alone:
            return
        if run[0].kind in ("letter", "number") and (run[0].rank != 1 or self._is_sentence(run, container)):
            return
        span = Span(run[0].span.start, run[-1].span.end)
        message = self.numbered if run[0].rank else self.faked
        yield self.violation(span, message(count=len(run)), fix=self._fix(run, container))

    def _is_sentence(self, run: Sequence[_Line], container: Parent) -> bool:
        """Whether lines may be a sentence that counts, and that only the file breaks: “for (a) the cat and (b) the dog”."""
        broken = any(isinstance(line.before, SoftBreak) for line in run)
        return broken and (run[0].before is not None or self._goes_on(run[-1], container))

    def _fix(self, run: Sequence[_Line], container: Parent) -> Fix | None:
        if run[0].kind in ("letter", "number") or self._goes_on(run[-1], container):
            return None
        edits: list[Edit] = []
        for line in run:
            mark = "- " + (self.document[line.mark] if line.kind == "emoji" else "")
            if isinstance(line.before, SoftBreak | None):
                edits.append(Edit(line.mark, mark))
            elif not isinstance(container, Root):
                return None
            else:
                edits.append(Edit(Span(line.before.span.start, line.mark.end), "\n" + mark))
        return self.unsafe_fix(self.make_list(), *edits)

    def _goes_on(self, line: _Line, container: Parent) -> bool:
        """Whether the paragraph goes on behind a line, which would become part of the last item."""
        return any(child.span.start < line.span.end < child.span.end for child in container.children)

    def _lines(self, children: Sequence[Node]) -> Iterator[_Line]:
        """Yield the lines of a paragraph."""
        line: list[Node] = []
        before: Node | None = None
        breaks: list[Node] = []
        for child in children:
            if not self._is_break(child):
                if breaks and line:
                    yield self._line(line, before)
                    line = []
                before = breaks[0] if breaks else before
                breaks = []
                line.append(child)
            else:
                breaks.append(child)
        if line:
            yield self._line(line, before)

    def _is_break(self, node: Node) -> bool:
        if isinstance(node, SoftBreak | HardBreak):
            return True
        return isinstance(node, InlineHtml) and _BR.fullmatch(self.document[node.span]) is not None

    def _line(self, nodes: Sequence[Node], before: Node | None) -> _Line:
        span = Span(nodes[0].span.start, nodes[-1].span.end)
        text = "".join(node.value if isinstance(node, Text) else "\ufffc" for node in nodes[:2])
        match = _MARK.match(text)
        mark = Span(span.start, span.start)
        if match is None or match.lastgroup is None or span.end - span.start > _LONGEST:
            return _Line(span, "", 0, mark, before)
        kind = "letter" if match["letter"] else match.lastgroup
        first = nodes[0].span
        written = first.end - first.start - (len(nodes[0].value) if isinstance(nodes[0], Text) else 0)
        rank = int(match["number"] or 0) or (ord(match["letter"].lower()) - ord("a") + 1 if match["letter"] else 0)
        # A bullet may be written as &bull;, which takes more room in the file than on the page.
        return _Line(span, kind, rank, Span(span.start, span.start + match.end() + written), before)


def _follows(previous: _Line, line: _Line) -> bool:
    """Whether two lines can be items of one list."""
    if previous.kind != line.kind:
        return False
    if line.kind == "hyphen" and isinstance(line.before, SoftBreak | None):
        return False
    return line.rank == previous.rank + 1 if line.rank else True
