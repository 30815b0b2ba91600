"""FM006: a key with nothing behind it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar, Final

from contentlint.document import Entry, FrontMatter, ListValue, MapValue, StringValue, Value
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
from contentlint.rules.front_matter.known_keys import HUGO, Wanted, known_keys

_PROSE: Final = frozenset({"title", "description"})
_NAMED: Final = frozenset({"author", "authors"})
"""Keys that most themes show without asking whether something stands behind them."""


class FrontMatterValueEmpty(Rule[Options]):
    """Reports a key with nothing behind it, a title without text, and an empty item in a list.

    Keys for which Hugo takes something else when they are empty, such as ``lastmod``, ``draft``, ``slug`` and ``tags``,
    are left alone. So is a text that was made empty on purpose (``featureAlt: ""``), and the title of the home page, which
    has the name of the site. A key of the site's own is information: its templates may do without.

    ## Why is this bad?
    Mostly something was meant to be filled in. A template that shows the value shows a gap, such as ‘by’ without a name.
    """

    dutch = """Meldt een sleutel met niets erachter, een titel zonder tekst en een leeg onderdeel van een lijst.

    Sleutels waarvoor Hugo iets anders neemt als ze leeg zijn, zoals ``lastmod``, ``draft``, ``slug`` en ``tags``,
    blijven buiten beschouwing. Dat geldt ook voor een tekst die met opzet leeg is (``featureAlt: ""``), en voor de titel
    van de startpagina, want die heet zoals de site. Een eigen sleutel van de site is een tip: haar sjablonen kunnen er
    misschien buiten.

    ## Waarom is dat erg?
    Meestal had er iets ingevuld moeten worden. Een sjabloon dat de waarde toont, toont nu een gat, zoals ‘door’ zonder
    naam.
    """

    info = RuleInfo(
        name="front-matter-value-empty",
        code="FM006",
        family=Family.FRONT_MATTER,
        severity=Severity.WARNING,
        summary=Message(en="Key without a value", nl="Sleutel zonder waarde"),
        since="0.1.0",
    )
    empty = Message(
        en="The key ‘{key}’ has no value. Fill it in or take it away.",
        nl="De sleutel ‘{key}’ heeft geen waarde. Vul hem in of haal hem weg.",
    )
    empty_title = Message(
        en="The title is empty, so browsers and screen readers have no name for this page. Write one.",
        nl="De titel is leeg, dus browsers en schermlezers hebben geen naam voor deze pagina. Vul hem in.",
    )
    empty_item = Message(
        en="This item of ‘{key}’ is empty. Fill it in or take it away.",
        nl="Dit onderdeel van ‘{key}’ is leeg. Vul het in of haal het weg.",
    )
    examples: ClassVar[tuple[Example, ...]] = (
        Valid("---\ntitle: Wonen\nauthor: Jan\nlastmod:\ndraft:\ntags:\n---\n"),
        Valid('---\ntitle: Wonen\nfeatureAlt: ""\nslug: ""\n---\n'),
        Valid('---\ntitle: ""\n---\n', path="content/_index.md", files={"hugo.toml": 'title = "Wonen"\n'}),
        Invalid("---\ntitle: Wonen\n⟦author⟧:\n---\n"),
        Invalid("---\n⟦title⟧: ''\nparams:\n  ⟦bron⟧: ~\n---\n"),
        Invalid('---\ntitle: Wonen\n⟦description⟧: ""\n---\n'),
        Invalid('---\ntitle: Wonen\ntags: ["huis", ⟦""⟧]\n---\n'),
        Invalid('+++\n⟦title⟧ = ""\n+++\n'),
        Invalid('{\n"title": "Wonen",\n⟦"author"⟧: null\n}\n'),
    )

    @on(FrontMatter)
    def check_front_matter(self, front_matter: FrontMatter) -> Iterator[Violation]:
        """Report empty values of the keys, and of those below ``params``."""
        silent = {key for key, known in HUGO.items() if known.wanted is not Wanted.ANYTHING} - _PROSE
        silent |= set(self.page.site.taxonomies.values()) | {"tags", "categories", "series"}
        # What the site's schema asks for is told by the rule about missing keys.
        silent |= {
            error.path[0].lower()
            for schema in self.page.schemas
            for error in schema.validate(front_matter)
            if error.missing
        }
        for entry in front_matter.root:
            key = entry.key.lower()
            if key == "params" and isinstance(entry.value, MapValue):
                for below in entry.value:
                    yield from self._check(below, silent=False)
            else:
                yield from self._check(entry, silent=key in silent)

    def _check(self, entry: Entry, *, silent: bool) -> Iterator[Violation]:
        value = entry.value
        if isinstance(value, ListValue):
            for item in value.items:
                if _is_empty(item):
                    yield self.violation(item.span, self.empty_item(key=entry.key))
        elif silent or (value.kind == "null" and self._is_cut(value)):
            return
        elif entry.key.lower() == "title" and _is_empty(value):
            if self.page.kind != "home":
                yield self.violation(entry.key_span, self.empty_title())
        elif entry.key.lower() == "description" and value.kind != "null" and _is_empty(value):
            yield self.violation(entry.key_span, self.empty(key=entry.key))
        elif value.kind == "null":
            known = entry.key.lower() in _NAMED or entry.key.lower() in known_keys(self.page)
            severity = Severity.WARNING if known else Severity.INFO
            yield self.violation(entry.key_span, self.empty(key=entry.key), severity=severity)

    def _is_cut(self, value: Value) -> bool:
        """Whether the value got lost because it begins with ``#``; another rule says so."""
        rest = self.document.text[value.span.end :].split("\n", 1)[0].strip()
        return rest.startswith("#") and not rest.startswith("# ")


def _is_empty(value: Value) -> bool:
    return value.kind == "null" or (isinstance(value, StringValue) and not value.text.strip())
