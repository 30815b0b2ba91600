"""FM004: values of a kind that Hugo, the theme or the site's schema does not take."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import ClassVar, Final

from contentlint.document import Entry, FrontMatter, ListValue, MapValue, StringValue, Value
from contentlint.document.front_matter.casts import to_int, to_text, to_texts
from contentlint.rules.base import (
    Applicability,
    BoundMessage,
    Example,
    Family,
    Invalid,
    Message,
    Rule,
    RuleInfo,
    Severity,
    Valid,
    Violation,
    on,
)
from contentlint.rules.front_matter.known_keys import Wanted, known_keys
from contentlint.rules.front_matter.nested_keys import cascaded
from contentlint.rules.front_matter.quoting import listed, quoted
from contentlint.rules.hugo_version import HugoVersionOptions, hugo_version

_CONGO: Final[Mapping[str, str | None]] = {"hugo.toml": 'theme = "congo"\n'}
_MARKUP: Final = frozenset(
    {"markdown", "md", "mdown", "goldmark", "org", "pandoc", "pdc", "rst", "asciidoc", "asciidocext", "adoc", "ad", "asciidoctor", "html", "htm"}
)  # fmt: skip
_REFUSED: Final = frozenset({"html", "htm", "org"})
_NOWHERE: Final = 0
"""Where Hugo reports what it finds wrong after reading: at the beginning of the page."""
_AFTER_BUILD: Final = (0, 152)
"""Up to 0.151 Hugo took ``_build`` and ``markup: html``; measured with 0.147.8, 0.151.2 and 0.168.0."""
_POLICY: Final = ("security", "allowContent")
_PROGRAMS: Final = frozenset({"pandoc", "pdc", "rst", "asciidoc", "asciidocext", "adoc", "ad", "asciidoctor"})
"""Markup that Hugo has another program render."""
_PROGRAM_POLICY: Final = ("security", "exec", "allow")
_GAPS_IN_URL: Final = (0, 131)
"""Since then the gaps of permalinks are filled in ``url``, too."""
_GAP = re.compile(r"(?<!\\):([A-Za-z0-9_]+)(\[.+?\])?")
_GAPS: Final = frozenset(
    "contentbasename day filename month monthname section sections sectionslug sectionslugs slug slugorcontentbasename "
    "slugorfilename title weekday weekdayname year yearday".split()
)
_PARTED: Final = frozenset({"sections", "sectionslugs"})
_IN_DATE = re.compile(r"\d|Jan|Mon|MST|PM|pm")
"""What makes a word a form of a date to Go; most digits do, and the others are left alone."""
_OUTPUTS: Final = frozenset(
    {"404", "alias", "amp", "calendar", "css", "csv", "gotmpl", "html", "json", "markdown", "robots", "rss", "sitemap", "sitemapindex", "webappmanifest"}
)  # fmt: skip


class FrontMatterType(Rule[HugoVersionOptions]):
    """Reports values of the wrong kind, by what Hugo and the theme know of a key and by the site's schema.

    ## Why is this bad?
    Some of them stop Hugo. Others are changed or dropped without a word: ``title: 007`` becomes 7, a title that is a
    list becomes empty, ``weight: heavy`` becomes 0.

    ## Fix safety
    A suggestion is offered where it is clear what was meant, and you choose it.
    """

    dutch = """Meldt waarden van de verkeerde soort, volgens wat Hugo en het thema van een sleutel weten en volgens het
    schema van de site.

    ## Waarom is dat erg?
    Op sommige stopt Hugo. Andere veranderen of verdwijnen zonder dat je het merkt: ``title: 007`` wordt 7, een titel
    die een lijst is wordt leeg, en ``weight: zwaar`` wordt 0.

    ## Wat herstellen doet
    Waar duidelijk is wat er bedoeld is, doet contentlint een voorstel; jij kiest.
    """

    info = RuleInfo(
        name="front-matter-type",
        code="FM004",
        family=Family.FRONT_MATTER,
        severity=Severity.ERROR,
        summary=Message(en="Value of the wrong kind", nl="Waarde van de verkeerde soort"),
        fixable=Applicability.SUGGESTION,
        since="0.1.0",
    )
    not_a_text = Message(
        en="‘{key}’ must be a text; Hugo makes an empty one of this. Write the text between quotation marks.",
        nl="‘{key}’ moet een tekst zijn; Hugo maakt hier een lege van. Schrijf de tekst tussen aanhalingstekens.",
    )
    changed = Message(
        en="Hugo takes this for a number and makes it ‘{result}’. Put it in quotation marks to keep it as it is.",
        nl="Hugo leest dit als een getal en maakt er ‘{result}’ van. Zet het tussen aanhalingstekens om het zo te houden.",
    )
    not_a_number = Message(
        en="‘{key}’ must be a whole number; Hugo makes 0 of ‘{given}’. Write a number.",
        nl="‘{key}’ moet een heel getal zijn; Hugo maakt 0 van ‘{given}’. Schrijf een getal.",
    )
    other_number = Message(
        en="Hugo makes {result} of ‘{given}’. Write the number without the part that is lost.",
        nl="Hugo maakt {result} van ‘{given}’. Schrijf het getal zonder het deel dat wegvalt.",
    )
    octal = Message(
        en="Hugo reads a number that begins with 0 in a way of its own and makes {result} of ‘{given}’. Take the 0 away.",
        nl="Een getal dat met 0 begint, leest Hugo op een eigen manier: ‘{given}’ wordt {result}. Haal de 0 weg.",
    )
    not_a_map = Message(
        en="‘{key}’ must be a group of keys, and with anything else Hugo stops. Write its keys below it, indented.",
        nl="‘{key}’ moet een groep sleutels zijn, en bij iets anders stopt Hugo. Schrijf de sleutels eronder, ingesprongen.",
    )
    no_sitemap = Message(
        en="‘sitemap’ must be a group of keys; Hugo ignores this. Write ‘disable: true’ below it to leave the page out.",
        nl="‘sitemap’ moet een groep sleutels zijn; Hugo negeert dit. Schrijf eronder ‘disable: true’ om de pagina weg te laten.",
    )
    not_maps = Message(
        en="‘{key}’ must be a list of groups of keys; Hugo ignores this. Begin each group with ‘- src: …’.",
        nl="‘{key}’ moet een lijst van groepen sleutels zijn; Hugo negeert dit. Begin elke groep met ‘- src: …’.",
    )
    not_texts = Message(
        en='‘{key}’ must be a list of texts; Hugo makes an empty list of this. Write ["…", "…"].',
        nl='‘{key}’ moet een lijst van teksten zijn; Hugo maakt hier een lege van. Schrijf ["…", "…"].',
    )
    split = Message(
        en="Hugo splits this at the spaces and makes {count} of it. Write a list: {list}.",
        nl="Hugo knipt dit bij de spaties en maakt er {count} van. Schrijf een lijst: {list}.",
    )
    with_protocol = Message(
        en="Hugo stops at an address with ‘{protocol}’ in ‘{key}’. Write the path on this site, such as /about/.",
        nl="Hugo stopt bij een adres met ‘{protocol}’ in ‘{key}’. Schrijf het pad op deze site, zoals /over/.",
    )
    markup = Message(
        en="Hugo knows no markup ‘{given}’ and stops. Take the key away, or write markdown.",
        nl="Hugo kent geen opmaak ‘{given}’ en stopt. Haal de sleutel weg, of schrijf markdown.",
    )
    refused = Message(
        en="Newer versions of Hugo refuse ‘markup: {given}’ and stop. Take the key away, or allow it in ‘security.allowContent’.",
        nl="Nieuwere versies van Hugo weigeren ‘markup: {given}’ en stoppen. Haal de sleutel weg, of sta het toe in ‘security.allowContent’.",
    )
    program = Message(
        en="Hugo runs no other program for ‘markup: {given}’ unless ‘security.exec.allow’ names it, so it stops. Take the key away.",
        nl="Voor ‘markup: {given}’ roept Hugo geen ander programma aan als ‘security.exec.allow’ dat niet noemt; het stopt. Haal "
        "de sleutel weg.",
    )
    gap = Message(
        en="Hugo fills in the word behind a colon in an address, but knows no ‘{given}’ and stops. Take the colon away.",
        nl="Achter een dubbele punt in een adres vult Hugo iets in, maar ‘{given}’ kent het niet en het stopt. Haal de dubbele punt weg.",
    )
    output = Message(
        en="Hugo knows no output ‘{given}’ and stops. Known are html, rss and those in the site’s settings.",
        nl="Hugo kent geen uitvoer ‘{given}’ en stopt. Bekend zijn html, rss en wat in de instellingen van de site staat.",
    )
    old_build = Message(
        en="Hugo no longer knows ‘_build’ and stops. Write ‘build’.",
        nl="Hugo kent ‘_build’ niet meer en stopt. Schrijf ‘build’.",
    )
    examples: ClassVar[tuple[Example, ...]] = (
        Valid('---\ntitle: 2025\nweight: "10"\nurl: /wonen/\nkeywords: huis\naliases: [/oud/]\n---\n'),
        Valid("---\ntitle: Wonen\nparams: {bron: x}\nresources:\n  - src: a.jpg\n---\n"),
        Valid("---\ntitle: Wonen\nfeature: [a.jpg]\nbouw: x\n---\n"),
        Invalid("---\ntitle: ⟦007⟧\n---\n", fixed='---\ntitle: "007"\n---\n'),
        Invalid("---\ntitle: Wonen\nweight: ⟦zwaar⟧\n---\n"),
        Invalid('---\ntitle: Wonen\nweight: "⟦010⟧"\n---\n', fixed='---\ntitle: Wonen\nweight: "10"\n---\n'),
        Valid(
            "---\ntitle: Wonen\nmarkup: html\n---\n",
            files={"hugo.toml": "[security]\nallowContent = ['^text/html$']\n"},
        ),
        Invalid("---\ntitle: Wonen\nmarkup: ⟦html⟧\n---\n"),
        Valid("---\ntitle: Wonen\nmarkup: html\n_build:\n  list: never\n---\n", options={"hugo-version": "0.151"}),
        Invalid("---\ntitle: Wonen\nsitemap: ⟦false⟧\n---\n"),
        Invalid("---\ntitle: Wonen\ntags: ⟦[huis, {tuin: 1}]⟧\nmarkup: ⟦pandoc⟧\n---\n"),
        Valid("---\ntitle: Wonen\nurl: /:year/om 10:30/\\:wonen/\ncascade: {url: /x/}\n---\n"),
        Invalid("---\ntitle: Wonen\nurl: ⟦/:jaar/wonen/⟧\n---\n"),
        Invalid("---\ntitle: Wonen\ncascade:\n  outputs: ⟦krant⟧\n---\n"),
        Valid(
            "---\ntitle: Wonen\nmarkup: pandoc\n---\n", files={"hugo.toml": "[security.exec]\nallow = ['^pandoc$']\n"}
        ),
        Invalid("---\ntitle: Wonen\nurl: ⟦https://example.org/wonen/⟧\n---\n"),
        Invalid("---\ntitle: Wonen\nparams: ⟦x⟧\nresources: ⟦y⟧\n---\n"),
        Invalid(
            "---\ntitle: Wonen\n⟦_build⟧:\n  list: never\n---\n",
            fixed="---\ntitle: Wonen\nbuild:\n  list: never\n---\n",
        ),
        Invalid(
            "---\ntitle: Wonen\naliases: ⟦/oud een/⟧\nmarkup: ⟦wiki⟧\n---\n",
            fixed='---\ntitle: Wonen\naliases: ["/oud een/"]\nmarkup: wiki\n---\n',
        ),
        Invalid("---\ntitle: Wonen\nfeature: ⟦[a.jpg]⟧\n---\n", files=_CONGO),
    )

    @on(FrontMatter)
    def check_front_matter(self, front_matter: FrontMatter) -> Iterator[Violation]:
        """Look at every key that Hugo or the theme knows, then at the site's schemas."""
        version = hugo_version(self.options, self.page)
        seen: set[Value] = set()
        known = known_keys(self.page)
        for entry in (*front_matter.root, *cascaded(front_matter)):
            if entry.key.lower() == "_build" and version >= _AFTER_BUILD:
                yield self.violation(entry.key_span, self.old_build(), suggestions=("build",))
                continue
            key = known.get(entry.key.lower())
            if key is not None and entry.value.kind != "null":
                for violation in self._check(entry, key.wanted):
                    seen.add(entry.value)
                    yield violation
        for schema in self.page.schemas:
            for error in schema.validate(front_matter):
                top = front_matter.get(*error.path[:1])
                if not error.missing and (top is None or top.value not in seen):
                    yield self.violation(error.span, error.message, suggestions=error.suggestions)

    def _check(self, entry: Entry, wanted: Wanted) -> Iterator[Violation]:
        if wanted is Wanted.TEXT:
            yield from self._check_text(entry)
        elif wanted is Wanted.NUMBER:
            yield from self._check_number(entry)
        elif wanted is Wanted.TEXTS:
            yield from self._check_texts(entry)
        elif wanted is Wanted.TERMS and to_texts(entry.value) is None:
            yield from self._report(entry, self.not_texts)
        elif (wanted is Wanted.MAP and not isinstance(entry.value, MapValue)) or (
            wanted is Wanted.MAP_OR_MAPS and not isinstance(entry.value, MapValue | ListValue)
        ):
            yield from self._report(entry, self.not_a_map, stop=_NOWHERE)
        elif wanted is Wanted.SITEMAP and not isinstance(entry.value, MapValue):
            yield self.violation(entry.value.content, self.no_sitemap(), severity=Severity.WARNING)
        elif wanted is Wanted.MENUS and isinstance(entry.value, MapValue):
            for menu in entry.value:
                weight = menu.value.get("weight") if isinstance(menu.value, MapValue) else None
                if weight is not None and weight.value.kind != "null":
                    yield from self._check_number(weight)
        elif wanted is Wanted.MAPS and not _are_maps(entry.value):
            yield from self._report(entry, self.not_maps)

    def _check_text(self, entry: Entry) -> Iterator[Violation]:
        value, key = entry.value, entry.key.lower()
        text = to_text(value)
        if text is None:
            if not (value.raw.startswith("[") and key.startswith("title")):
                yield from self._report(entry, self.not_a_text)
        elif value.kind in ("integer", "float") and text != value.raw:
            yield self.violation(value.span, self.changed(result=text), suggestions=(quoted(value.raw),))
        elif key == "url" and text.startswith(("http://", "https://")):
            yield from self._report_protocol(entry, value)
        elif key == "url" and (gap := _unknown_gap(text)) and hugo_version(self.options, self.page) >= _GAPS_IN_URL:
            yield self.violation(value.content, self.gap(given=gap))
        elif key == "markup" and text and text.lower() not in _MARKUP:
            yield self.violation(value.content, self.markup(given=text), stop=_NOWHERE)
        elif (
            key == "markup"
            and text.lower() in _REFUSED
            and not self.page.site.configuration.value(*_POLICY)
            and hugo_version(self.options, self.page) >= _AFTER_BUILD
        ):
            yield self.violation(value.content, self.refused(given=text), stop=_NOWHERE)
        elif key == "markup" and text.lower() in _PROGRAMS and not self.page.site.configuration.value(*_PROGRAM_POLICY):
            yield self.violation(value.content, self.program(given=text), stop=_NOWHERE)

    def _check_number(self, entry: Entry) -> Iterator[Violation]:
        value = entry.value
        number = to_int(value)
        given = " ".join(value.raw.strip("'\"").split())
        if number is None:
            yield from self._report(entry, self.not_a_number)
            return
        plain = given.lstrip("+-").lstrip("0") or "0"
        if value.kind in ("integer", "string") and number != _decimal(given):
            if given.lstrip("+-").startswith("0") and given.lstrip("+-").isdecimal():
                sign = "-" if given.startswith("-") else ""
                message = self.octal(result=number, given=given)
                yield self.violation(value.content, message, suggestions=(sign + plain,))
            elif "." in given:
                yield self.violation(value.content, self.other_number(result=number, given=given))

    def _check_texts(self, entry: Entry) -> Iterator[Violation]:
        value, key = entry.value, entry.key.lower()
        texts = to_texts(value)
        if texts is None:
            yield from self._report(entry, self.not_texts)
            return
        if isinstance(value, StringValue) and len(texts) > 1 and key == "aliases":
            whole = listed((value.text,))
            message = self.split(count=len(texts), list=whole)
            fix = self.violation(value.span, message, suggestions=(whole,))
            yield fix
            return
        items = value.items if isinstance(value, ListValue) else (value,)
        for item, text in zip(items, texts, strict=False):
            if key == "aliases" and text.startswith(("http://", "https://")):
                yield from self._report_protocol(entry, item)
            elif key == "outputs" and not self._is_output(text):
                yield self.violation(item.content, self.output(given=text), stop=_NOWHERE)

    def _is_output(self, name: str) -> bool:
        own = self.page.site.configuration.value("outputFormats")
        return name.lower() in _OUTPUTS or (isinstance(own, Mapping) and name.lower() in own)

    def _report(self, entry: Entry, message: Message, *, stop: int | None = None) -> Iterator[Violation]:
        given = " ".join(entry.value.raw.split())
        shown = given if len(given) <= 40 else given[:39] + "…"
        bound: BoundMessage = message(key=entry.key, given=shown)
        yield self.violation(entry.value.content, bound, stop=stop)

    def _report_protocol(self, entry: Entry, value: Value) -> Iterator[Violation]:
        protocol = f"{(to_text(value) or '').partition(':')[0]}:"
        yield self.violation(value.content, self.with_protocol(key=entry.key, protocol=protocol), stop=_NOWHERE)


def _unknown_gap(url: str) -> str:
    """Return the first word behind a colon for which Hugo has nothing to fill in; empty when there is none."""
    for found in _GAP.finditer(url):
        name, part = found[1], found[2]
        if name not in (_GAPS if part is None else _PARTED) and not _IN_DATE.search(name):
            return name
    return ""


def _are_maps(value: Value) -> bool:
    return isinstance(value, ListValue) and all(isinstance(item, MapValue) for item in value.items)


def _decimal(text: str) -> float | None:
    """Return the number that a person reads."""
    try:
        return float(text.replace("_", ""))
    except ValueError:
        return None
