"""AX018: a footnote that readers do not get."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import ClassVar, Final

from contentlint.document import (
    Document,
    FootnoteDefinition,
    FootnoteReference,
    HtmlBlock,
    Node,
    ShortcodePair,
    Text,
)
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
from contentlint.text import Edit, Span
from contentlint.text.records import NamedTuple

_REFERENCE: Final = re.compile(r"\[\^(?P<label>[^\[\]\s^](?:[^\[\]\n^]{0,80}[^\[\]\s^])?)\](?!\()")
_CERTAIN: Final = re.compile(r"\d{1,3}[a-z*]?|[^\W\d_]{4,}[\w-]*")
"""A label that is no set of a regular expression, such as [^a-z]."""
_SITE: Final = {"hugo.toml": ""}
_TEXT: Final = {"hugo.toml": "", "layouts/_shortcodes/text.html": "<div>{{ .Inner | markdownify }}</div>"}


_Scope = ShortcodePair | None
"""What renders a part of the page by itself: a shortcode, or None for the page."""


class _Mark(NamedTuple):
    """A footnote’s mark in text."""

    span: Span
    label: str
    certain: bool


class FootnoteBroken(Rule[Options]):
    """Reports a footnote’s mark without a note, a note without a mark, and a second note with the same mark.

    Hugo looks at capitals: ``[^Note]`` does not belong to ``[^note]:``. Between the tags of a shortcode that renders its
    own text, marks and notes are apart from those of the page; in HTML there are no footnotes.

    ## Why is this bad?
    Without its note the mark stands on the page as it is written, brackets and all. A note without a mark, or a second one
    with the same mark, is left out without a word.

    ## Fix safety
    The fix is unsafe: it adds the colon that makes a note of a line.
    """

    dutch = """Meldt het teken van een voetnoot zonder noot, een noot zonder teken, en een tweede noot met hetzelfde teken.

    Hugo let op hoofdletters: ``[^Noot]`` hoort niet bij ``[^noot]:``. Tussen de tags van een shortcode die zijn eigen tekst
    opmaakt, staan tekens en noten los van die van de pagina; in HTML zijn er geen voetnoten.

    ## Waarom is dat erg?
    Zonder noot staat het teken op de pagina zoals het is geschreven, met haken en al. Een noot zonder teken, of een tweede
    met hetzelfde teken, wordt zonder een woord weggelaten.

    ## Wat herstellen doet
    Herstellen verandert de pagina, dus kijk eerst: met de dubbele punt erbij wordt de regel een noot.
    """

    info = RuleInfo(
        name="footnote-broken",
        code="AX018",
        family=Family.ACCESSIBILITY,
        severity=Severity.ERROR,
        summary=Message(en="Footnote that readers do not get", nl="Voetnoot die lezers niet krijgen"),
        fixable=Applicability.UNSAFE,
        wcag=("1.3.1", "2.4.4"),
        since="0.1.0",
    )
    needs = r"\[\^"
    no_note = Message(
        en="There is no note for this mark, so readers see the brackets. Write it on a line of its own: [^{label}]: …",
        nl="Bij dit teken hoort geen noot, dus lezers zien de haken. Schrijf hem op een eigen regel: [^{label}]: …",
    )
    no_colon = Message(
        en="A note begins with a colon behind its mark; without it, readers see the brackets. Write: [^{label}]: …",
        nl="Een noot begint met een dubbele punt achter het teken; zonder zien lezers de haken. Schrijf: [^{label}]: …",
    )
    add_colon = Message(en="Add the colon.", nl="Voeg de dubbele punt toe.")
    capitals = Message(
        en="The note is called ‘{label}’, with other capitals, so readers see the brackets. Write both alike.",
        nl="De noot heet ‘{label}’, met andere hoofdletters, dus lezers zien de haken. Schrijf ze allebei hetzelfde.",
    )
    elsewhere = Message(
        en="This mark and its note are rendered apart, so readers see the brackets. Put both inside or outside ‘{name}’.",
        nl="Dit teken en de noot worden los van elkaar opgemaakt, dus lezers zien de haken. Zet ze allebei binnen of buiten "
        "‘{name}’.",
    )
    in_html = Message(
        en="In a block of HTML there are no footnotes, so readers see the brackets. Leave an empty line before the text.",
        nl="In een blok HTML bestaan geen voetnoten, dus lezers zien de haken. Zet een lege regel voor de tekst.",
    )
    no_mark = Message(
        en="Nothing in the text refers to this note, so it is left out of the page. Put [^{label}] where it belongs.",
        nl="Niets in de tekst verwijst naar deze noot, dus ze komt niet op de pagina. Zet [^{label}] waar ze hoort.",
    )
    second = Message(
        en="There is a note ‘{label}’ on line {line} already, so this one is left out. Give it a mark of its own.",
        nl="Op regel {line} staat al een noot ‘{label}’, dus deze wordt weggelaten. Geef haar een eigen teken.",
    )
    examples: ClassVar[tuple[Example, ...]] = (
        Valid("Open[^1] on Monday[^why].\n\n[^1]: From nine.\n[^why]: That is when we can.\n"),
        Valid("Use `[^1]`, \\[^2], [^a-z] or [^/] in a pattern.\n"),
        Valid("Open[^1].\n\n[^1]: From nine[^2].\n\n[^2]: Or ten.\n"),
        Valid("{{< text >}}Open[^1].\n\n[^1]: From nine.\n{{< /text >}}\n", files=_TEXT),
        Invalid("Open⟦[^1]⟧ on Monday.\n"),
        Invalid(
            "Open[^1] on Monday[^2].\n\n⟦[^1]⟧ From nine.\n⟦[^2]⟧ Not in May.\n",
            fixed="Open[^1] on Monday[^2].\n\n[^1]: From nine.\n[^2]: Not in May.\n",
        ),
        Invalid("Open⟦[^Note]⟧ on Monday.\n\n[^note]: From nine.\n", files=_SITE),
        Invalid("Open[^1] on Monday.\n\n[^1]: From nine.\n\n⟦[^1]:⟧ From ten.\n\n⟦[^2]:⟧ Never.\n"),
        Invalid("<p>\nOpen⟦[^1]⟧\n</p>\n\n[^1]: From nine.\n"),
        Invalid("{{< text >}}Open⟦[^1]⟧.{{< /text >}}\n\n[^1]: From nine.\n", files=_TEXT),
    )

    def applies(self) -> bool:
        setting = self.page.site.configuration.value("markup", "goldmark", "extensions", "footnote")
        enabled = setting.get("enable", True) if isinstance(setting, dict) else setting
        return enabled is not False

    @on(Document)
    def check(self, document: Document) -> Iterator[Violation]:
        notes: dict[_Scope, dict[str, list[FootnoteDefinition]]] = defaultdict(lambda: defaultdict(list))
        places: dict[str, list[tuple[_Scope, str]]] = defaultdict(list)
        accounted: set[str] = set()
        lost: dict[str, list[_Mark]] = defaultdict(list)
        for node in document.markdown.nodes:
            if isinstance(node, FootnoteDefinition):
                known, scope = self._scope(node.span.start)
                notes[scope][self._key(node.label)].append(node)
                places[node.label.casefold()].append((scope, node.label))
                if not known:
                    accounted.add(self._key(node.label))
        for node in document.markdown.nodes:
            for mark in self._marks_of(node):
                known, scope = self._scope(mark.span.start)
                key = self._key(mark.label)
                if not known or (key in notes[scope] and not isinstance(node, HtmlBlock)):
                    accounted.add(key)
                elif isinstance(node, HtmlBlock):
                    if places[mark.label.casefold()]:
                        accounted.add(key)
                        yield self.violation(mark.span, self.in_html())
                elif near := places[mark.label.casefold()]:
                    yield self.violation(mark.span, self._why(scope, *near[0]))
                    accounted.add(self._key(near[0][1]))
                elif mark.certain or any(notes.values()):
                    lost[key].append(mark)
        for marks in lost.values():
            yield from self._check_lost(marks)
        for inside in notes.values():
            for key, found in inside.items():
                yield from self._check_notes(found, used=key in accounted)

    def _key(self, label: str) -> str:
        """Return a label as labels are compared: Hugo looks at capitals, most other programs do not."""
        return label if self.page.site.is_hugo else label.casefold()

    def _scope(self, offset: int) -> tuple[bool, _Scope]:
        """Return what renders a place, and whether that is known."""
        pair = self.document.shortcode_pairs.around(offset)
        while pair is not None:
            if pair.opening.delimiter != "%":
                template = self.page.shortcodes.find(pair.opening.name)
                return template is not None and template.inner_as == "markdown", pair
            pair = pair.parent
        return True, None

    def _marks_of(self, node: Node) -> Iterator[_Mark]:
        """Yield the marks in a text, also those that the parser did not take for one."""
        if isinstance(node, FootnoteReference):
            yield _Mark(node.span, node.label, certain=True)
        elif isinstance(node, Text | HtmlBlock):
            text = self.document.text
            for match in _REFERENCE.finditer(self.document.masked, *node.span):
                start, end = match.span()
                line = text[text.rfind("\n", 0, start) + 1 : start]
                begins_note = text[end : end + 1] == ":" and not line.strip(" \t>")
                if text[start - 1 : start] != "\\" and not begins_note:
                    yield _Mark(Span(start, end), match["label"], _CERTAIN.fullmatch(match["label"]) is not None)

    def _check_lost(self, marks: Sequence[_Mark]) -> Iterator[Violation]:
        """Report marks without a note; where one of them begins a line, it was meant to be the note."""
        meant = [mark for mark in marks[1:] if self._begins_line(mark)]
        for mark in meant[:1] or marks:
            if meant:
                end = mark.span.end
                fix = self.unsafe_fix(self.add_colon(), Edit(Span(end, end), ":"))
                yield self.violation(mark.span, self.no_colon(label=mark.label), fix=fix)
            else:
                yield self.violation(mark.span, self.no_note(label=mark.label))

    def _begins_line(self, mark: _Mark) -> bool:
        text = self.document.text
        before = text[text.rfind("\n", 0, mark.span.start) + 1 : mark.span.start]
        return not before.strip(" \t>") and text[mark.span.end : mark.span.end + 1] in (" ", "\t")

    def _why(self, scope: _Scope, other: _Scope, label: str) -> BoundMessage:
        """Return why a mark and a note that were meant for each other are apart."""
        if scope is other:
            return self.capitals(label=label)
        pair = scope or other
        return self.elsewhere(name=pair.opening.name if pair else "")

    def _check_notes(self, found: Sequence[FootnoteDefinition], *, used: bool) -> Iterator[Violation]:
        first = found[0]
        if not used:
            yield self.violation(self._opening(first), self.no_mark(label=first.label))
        line = self.document.source.line_of(first.span.start)
        for other in found[1:]:
            yield self.violation(self._opening(other), self.second(label=other.label, line=line))

    def _opening(self, note: FootnoteDefinition) -> Span:
        end = self.document.text.find("]:", note.span.start, note.span.end)
        return Span(note.span.start, note.span.end if end < 0 else end + 2)
