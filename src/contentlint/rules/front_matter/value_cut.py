"""FM010: text for readers of which YAML keeps only a part."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import ClassVar

from contentlint.document import Entry, FrontMatter, ListValue, StringValue
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
from contentlint.rules.front_matter.known_keys import is_prose
from contentlint.rules.front_matter.quoting import quoted
from contentlint.text import Edit, Span

_COMMENT = re.compile(r"[ \t]+#[^\r\n]*|#[^\s][^\r\n]*")
_REMARK = re.compile(r"[ \t]+#[ \t]+[A-Z][\w’']*(?:[ \t]+\S+){3}")
"""A sentence of some words behind ``# `` is meant as a remark, not as a part of the text."""
_MARKS = re.compile(r"[ \t]*(?P<mark>(?:&|!(?!!))[^\s]*)[ \t]")


class FrontMatterValueCut(Rule[Options]):
    """Reports titles, descriptions and alternative texts that lose a part because it means something to YAML.

    A ``#`` behind a space begins a remark, ``[…]`` is a list, and a word with ``&`` or ``!`` in front is left out.

    ## Why is this bad?
    The page gets ‘Plan’ where ‘Plan # 9’ was written, or no title at all, and nobody is told.

    ## Fix safety
    The fix is unsafe: it puts the whole line in quotation marks, so the page gets the full text. A remark that was
    meant as one would become part of it.
    """

    dutch = """Meldt titels, beschrijvingen en alt-teksten die een stuk kwijtraken omdat dat stuk in YAML iets betekent.

    Een ``#`` na een spatie begint een opmerking, ``[…]`` is een lijst, en een woord met ``&`` of ``!`` ervoor valt weg.

    ## Waarom is dat erg?
    De pagina krijgt ‘Plan’ waar ‘Plan # 9’ stond, of helemaal geen titel, en niemand merkt het.

    ## Wat herstellen doet
    Herstellen verandert de pagina, dus kijk eerst: de hele regel komt tussen aanhalingstekens, zodat de pagina de
    volledige tekst krijgt. Was er echt een opmerking bedoeld, dan wordt die ook deel van de tekst.
    """

    info = RuleInfo(
        name="front-matter-value-cut",
        code="FM010",
        family=Family.FRONT_MATTER,
        severity=Severity.ERROR,
        summary=Message(en="Text that loses a part", nl="Tekst die een stuk kwijtraakt"),
        fixable=Applicability.UNSAFE,
        since="0.1.0",
    )
    comment = Message(
        en="From ‘#’ on this is a remark, so ‘{key}’ loses it. Put the whole text in quotation marks.",
        nl="Vanaf ‘#’ is dit een opmerking, dus dit deel valt weg uit ‘{key}’. Zet de hele tekst tussen aanhalingstekens.",
    )
    a_list = Message(
        en="Text in square brackets is a list, so ‘{key}’ stays empty. Put the whole text in quotation marks.",
        nl="Tekst tussen vierkante haken is een lijst, dus ‘{key}’ blijft leeg. Zet de hele tekst tussen aanhalingstekens.",
    )
    mark = Message(
        en="A word that begins with ‘{mark}’ is left out of ‘{key}’. Put the whole text in quotation marks.",
        nl="Een woord dat begint met ‘{mark}’ valt weg uit ‘{key}’. Zet de hele tekst tussen aanhalingstekens.",
    )
    tab = Message(
        en="Hugo drops the tab in this text, so the words on both sides stick together. Use a space.",
        nl="Hugo laat de tab in deze tekst weg, dus de woorden ernaast plakken aan elkaar. Gebruik een spatie.",
    )
    quote = Message(en="Put it in quotation marks.", nl="Zet het tussen aanhalingstekens.")
    use_space = Message(en="Use a space.", nl="Gebruik een spatie.")
    examples: ClassVar[tuple[Example, ...]] = (
        Valid('---\ntitle: "Plan # 9"\ndraft: false # nog even\n---\n'),
        Valid("---\ntitle: Wonen in C#\nauthor: # volgt\ntags: [wonen]\n---\n"),
        Valid("---\ntitle: Wonen  # Do not translate the key\n---\n"),
        Invalid("---\ntitle: Plan⟦ # 9⟧\n---\n", fixed='---\ntitle: "Plan # 9"\n---\n'),
        Invalid("---\ntitle: ⟦#metoo⟧\n---\n", fixed='---\ntitle: "#metoo"\n---\n'),
        Invalid("---\ntitle: ⟦[Nieuw]⟧\n---\n", fixed='---\ntitle: "[Nieuw]"\n---\n'),
        Invalid("---\nfeatureAlt: ⟦&x⟧ en y\n---\n", fixed='---\nfeatureAlt: "&x en y"\n---\n'),
        Invalid("---\ntitle: huis⟦\t⟧tuin\n---\n", fixed="---\ntitle: huis tuin\n---\n"),
    )

    @on(FrontMatter)
    def check_front_matter(self, front_matter: FrontMatter) -> Iterator[Violation]:
        """Look at the texts for readers in YAML; the other formats lose nothing."""
        if front_matter.format != "yaml" or self.document.front_matter_problems:
            return
        for entry in front_matter.root:
            if is_prose(entry.key.lower()):
                yield from self._check(entry)

    def _check(self, entry: Entry) -> Iterator[Violation]:
        value, text = entry.value, self.document.text
        if isinstance(value, ListValue):
            if value.raw.startswith("[") and "\n" not in value.raw:
                yield self.violation(value.span, self.a_list(key=entry.key), fix=self._quote(value.span))
            return
        if value.kind == "map" or (isinstance(value, StringValue) and value.quote) or "\n" in value.raw:
            return
        before = _MARKS.match(text, entry.key_span.end + 1, value.span.start)
        start = before.start("mark") if before else value.span.start
        if before:
            span = Span(*before.span("mark"))
            message = self.mark(mark=text[span.start], key=entry.key)
            yield self.violation(span, message, fix=self._quote(Span(start, value.span.end)))
        position = value.span.end if value.kind != "null" else self._skip_space(value.span.end)
        if comment := _COMMENT.match(text, position):
            end = comment.start() + len(comment[0].rstrip())
            if (value.kind != "null" or comment[0].startswith("#")) and not _REMARK.match(comment[0]):
                whole = Span(start if value.kind != "null" else comment.start(), end)
                yield self.violation(Span(comment.start(), end), self.comment(key=entry.key), fix=self._quote(whole))
        for tab in re.compile(r"\t+").finditer(value.raw):
            span = Span(value.span.start + tab.start(), value.span.start + tab.end())
            yield self.violation(span, self.tab(), fix=self.unsafe_fix(self.use_space(), Edit(span, " ")))

    def _quote(self, span: Span) -> Fix:
        return self.unsafe_fix(self.quote(), Edit(span, quoted(self.document[span])))

    def _skip_space(self, position: int) -> int:
        text = self.document.text
        while text[position : position + 1] in (" ", "\t"):
            position += 1
        return position
