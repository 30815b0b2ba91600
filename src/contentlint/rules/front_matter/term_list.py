"""FM012: several terms written as one text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from contentlint.document import FrontMatter, StringValue
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
)
from contentlint.rules.front_matter.known_keys import Wanted, known_keys
from contentlint.rules.front_matter.quoting import listed
from contentlint.text import Edit, Span


class FrontMatterTermList(Rule[Options]):
    """Reports tags, categories and keywords that are one text with commas, or a list whose dashes have no space.

    ## Why is this bad?
    Hugo makes one term of ``tags: AI, werk``, with a page of its own that nobody looks for. The page is missing from the
    lists of both subjects.

    ## Fix safety
    The fix is unsafe: it writes a list, so the page gets other tags.
    """

    dutch = """Meldt tags, categorieën en trefwoorden die samen één tekst met komma’s zijn, en een lijst met streepjes
    zonder spatie erachter.

    ## Waarom is dat erg?
    Van ``tags: AI, werk`` maakt Hugo één term, met een eigen pagina die niemand zoekt. In de lijsten van beide
    onderwerpen ontbreekt de pagina.

    ## Wat herstellen doet
    Herstellen verandert de pagina, dus kijk eerst: er komt een lijst te staan, zodat de pagina andere tags krijgt.
    """

    info = RuleInfo(
        name="front-matter-term-list",
        code="FM012",
        family=Family.FRONT_MATTER,
        severity=Severity.ERROR,
        summary=Message(en="Several terms in one text", nl="Meer termen in één tekst"),
        fixable=Applicability.UNSAFE,
        since="0.1.0",
    )
    one_term = Message(
        en="Hugo makes one term of this, so the page is missing from the other lists. Write {list}.",
        nl="Hugo maakt hier één term van, dus de pagina ontbreekt in de andere lijsten. Schrijf {list}.",
    )
    split = Message(
        en="Hugo splits this at every space and keeps the commas. Write {list}.",
        nl="Hugo knipt dit bij elke spatie en laat de komma’s staan. Schrijf {list}.",
    )
    no_space = Message(
        en="There is no space behind the dashes, so Hugo makes one text of this list. Put a space behind each.",
        nl="Achter de streepjes staat geen spatie, dus Hugo maakt van deze lijst één tekst. Zet er een spatie achter.",
    )
    make_list = Message(en="Make a list of it.", nl="Maak er een lijst van.")
    examples: ClassVar[tuple[Example, ...]] = (
        Valid("---\ntitle: Wonen\ntags: [huis, tuin]\nkeywords: huis\n---\n"),
        Valid("---\ntitle: Wonen\ncategories: nieuws\ndescription: huis, tuin\n---\n"),
        Invalid(
            "---\ntitle: Wonen\ntags: ⟦huis, tuin⟧\n---\n", fixed='---\ntitle: Wonen\ntags: ["huis", "tuin"]\n---\n'
        ),
        Invalid(
            '+++\ntitle = "Wonen"\nkeywords = ⟦"huis, groene tuin"⟧\n+++\n',
            fixed='+++\ntitle = "Wonen"\nkeywords = ["huis", "groene tuin"]\n+++\n',
        ),
        Invalid(
            "---\ntitle: Wonen\ntags:\n  ⟦-huis\n  -tuin⟧\n---\n",
            fixed="---\ntitle: Wonen\ntags:\n  - huis\n  - tuin\n---\n",
        ),
    )

    @on(FrontMatter)
    def check_front_matter(self, front_matter: FrontMatter) -> Iterator[Violation]:
        """Look at every key that holds terms, and at the keywords."""
        known = known_keys(self.page)
        for entry in front_matter.root:
            key, value = known.get(entry.key.lower()), entry.value
            # A bracket without a quote before it opens a list that nothing closes, which is another mistake.
            if key is None or not isinstance(value, StringValue) or (not value.quote and value.text.startswith("[")):
                continue
            is_terms = key.wanted is Wanted.TERMS or entry.key.lower() in ("tags", "categories")
            if not is_terms and key.wanted is not Wanted.TEXTS:
                continue
            if value.quote == "" and value.text.startswith("-") and "\n" in value.raw:
                yield self._dashes(value)
                continue
            items = [item for part in value.text.split(",") if (item := part.strip())]
            if len(items) > 1 and (is_terms or entry.key.lower() == "keywords"):
                fix = self.unsafe_fix(self.make_list(), Edit(value.span, listed(items)))
                message = self.one_term if is_terms else self.split
                shown = listed(items if len(items) <= 3 else [*items[:3], "…"])
                yield self.violation(value.span, message(list=shown), fix=fix)

    def _dashes(self, value: StringValue) -> Violation:
        """Report a list with ``-x`` for ``- x``."""
        start = value.span.start
        offsets = [start]
        for line in value.raw.splitlines(keepends=True)[:-1]:
            start += len(line)
            offsets.append(start)
        edits = []
        for offset in offsets:
            rest = self.document.text[offset : value.span.end]
            dash = offset + len(rest) - len(rest.lstrip())
            if self.document.text.startswith("-", dash) and not self.document.text.startswith("- ", dash):
                edits.append(Edit(Span(dash + 1, dash + 1), " "))
        return self.violation(value.span, self.no_space(), fix=self.unsafe_fix(self.make_list(), *edits))
