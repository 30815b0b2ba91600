"""CL009: words of a page that cannot be looked up."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from contentlint.document import FrontMatter
from contentlint.document.front_matter.model import ListValue, StringValue
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
from contentlint.rules.spelling.entry import what_is_wrong


class PageWordsInvalid(Rule[Options]):
    """Reports what is no word in the list of words that a page accepts, `contentlint: {words: [...]}`.

    ## Why is this bad?
    It has no effect, so the word that was meant is still reported as unknown.
    """

    dutch = """Meldt wat geen woord is in de lijst met woorden die een pagina toestaat, `contentlint: {words: [...]}`.

    ## Waarom is dat erg?
    Het werkt niet, dus het woord dat bedoeld was wordt nog steeds als onbekend gemeld.
    """

    info = RuleInfo(
        name="page-words-invalid",
        code="CL009",
        family=Family.CONTENTLINT,
        severity=Severity.WARNING,
        summary=Message(en="Word for this page is no word", nl="Woord voor deze pagina is geen woord"),
        since="0.1.0",
    )
    needs = r"(?i)contentlint"
    no_text = Message(
        en="This is no word, so nothing is accepted for it. Put words in a list: words: [one, two].",
        nl="Dit is geen woord, dus er wordt niets door toegestaan. Zet woorden in een lijst: words: [een, twee].",
    )
    examples: ClassVar[tuple[Example, ...]] = (
        Valid(
            "---\ntitle: A\ncontentlint:\n  words: [frobelstrunk, foto’s, blorkel/tafel]\n---\n\nText.\n", language="nl"
        ),
        Valid("---\ntitle: A\ncontentlint:\n  words: frobelstrunk\n---\n\nText.\n"),
        Invalid("---\ntitle: A\ncontentlint:\n  words: [goed, ⟦New York⟧, ⟦12⟧]\n---\n\nText.\n"),
        Invalid("---\ntitle: A\ncontentlint:\n  words: [⟦blorkel/snorblefitz⟧]\n---\n\nText.\n", language="nl"),
        Invalid("+++\ntitle = 'A'\n[contentlint]\nwords = [⟦'/model'⟧]\n+++\n\nText.\n"),
    )

    @on(FrontMatter)
    def check_front_matter(self, front_matter: FrontMatter) -> Iterator[Violation]:
        """Look at each word of the list."""
        entry = front_matter.get("contentlint", "words")
        if entry is None:
            return
        for item in entry.value.items if isinstance(entry.value, ListValue) else (entry.value,):
            if not isinstance(item, StringValue):
                yield self.violation(item.span, self.no_text())
            elif message := what_is_wrong(item.text.strip(), self.document.language):
                yield self.violation(item.span, message)
