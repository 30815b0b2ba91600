"""HD007: a heading that ends like a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import ClassVar, Final

from contentlint.document import Heading, Text, plain_text
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
from contentlint.text import Edit, Span

_EMOJI_CODE: Final = re.compile(r":[a-z0-9_+-]+:$", re.IGNORECASE)


class HeadingPunctuationOptions(Options):
    """Which signs a heading does not end in."""

    marks = option(".,;:", en="the signs, one after another", nl="de tekens, achter elkaar")


class HeadingPunctuation(Rule[HeadingPunctuationOptions]):
    """Reports a heading that ends in a full stop, comma, colon or semicolon.

    An ellipsis, an abbreviation such as “etc.”, the code of an emoji (``:rocket:``) and a heading of several sentences are
    left alone.

    ## Why is this bad?
    In a table of contents and in lists of headings the sign stands there for nothing; a full stop makes a heading look like
    a sentence that ended up in bold.

    ## Fix safety
    The fix is unsafe: the sign disappears from the page.
    """

    dutch = """Meldt een kop die eindigt op een punt, komma, dubbele punt of puntkomma.

    Een beletselteken, een afkorting als ‘enz.’, de code van een emoji (``:rocket:``) en een kop van meer zinnen blijven
    buiten beschouwing.

    ## Waarom is dat erg?
    In een inhoudsopgave en in lijsten van koppen staat het teken er voor niets; met een punt lijkt een kop op een zin
    die per ongeluk vet werd.

    ## Wat herstellen doet
    Herstellen verandert de pagina, dus kijk eerst: het teken verdwijnt.
    """

    info = RuleInfo(
        name="heading-punctuation",
        code="HD007",
        family=Family.HEADINGS,
        severity=Severity.WARNING,
        summary=Message(en="Heading ends in punctuation", nl="Kop eindigt op een leesteken"),
        fixable=Applicability.UNSAFE,
        since="0.1.0",
    )
    needless = Message(
        en="A heading needs no ‘{mark}’ at its end. Leave it out.",
        nl="Een kop heeft geen ‘{mark}’ aan het eind nodig. Laat het weg.",
    )
    leave_out = Message(en="Leave it out.", nl="Laat het weg.")
    examples: ClassVar[tuple[Example, ...]] = (
        Valid("## Who may come?\n\n## To be continued…\n\n## Wait...\n"),
        Valid("## Apples, pears, etc.\n\n## One thing. And another.\n\n## Jansen B.V.\n"),
        Valid("## Off we go :rocket:\n\n## Well done :+1:\n"),
        Valid("## What we need:\n", options={"marks": "."}),
        Invalid("## What we need⟦:⟧\n", fixed="## What we need\n"),
        Invalid("The end⟦.⟧\n---\n", fixed="The end\n---\n"),
    )

    @on(Heading)
    def check_end(self, heading: Heading) -> Iterator[Violation]:
        text = plain_text(heading).rstrip()
        if not heading.children or not isinstance(last := heading.children[-1], Text):
            return
        written = self.document[last.span].rstrip()
        if not text or text[-1] not in self.options.marks or not written.endswith(text[-1]):
            return
        if text[-1] == ";" and self.document.language.startswith("el"):
            return  # In Greek it asks a question.
        if _EMOJI_CODE.search(text):
            return
        if text[-1] == "." and (text.endswith("..") or self._is_abbreviation(text) or ". " in text):
            return
        end = last.span.start + len(written)
        span = Span(end - 1, end)
        yield self.violation(span, self.needless(mark=text[-1]), fix=self.unsafe_fix(self.leave_out(), Edit(span, "")))

    @staticmethod
    def _is_abbreviation(text: str) -> bool:
        word = text.rsplit(maxsplit=1)[-1]
        return "." in word[:-1] or word.lower() in {"etc.", "enz.", "e.d.", "inc.", "ltd.", "co.", "jr.", "sr.", "dr."}
