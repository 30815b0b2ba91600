"""FM001: front matter that Hugo cannot read, or does not see."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import ClassVar, Final

from contentlint.document import Document
from contentlint.document.front_matter import FrontMatterProblem, ProblemKind
from contentlint.rules.base import (
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
from contentlint.rules.hugo_version import GOCCY_YAML, HugoVersionOptions, hugo_version

_HUGO: Final = Message(en="Hugo", nl="Hugo")
_ANOTHER: Final = Message(en="the program behind the site", nl="het programma achter de site")
_MESSAGES: Final[Mapping[ProblemKind, Message]] = {
    ProblemKind.UNCLOSED: Message(
        en="The front matter has no end, so {builder} stops here. Put ‘{detail}’ on a line of its own below it.",
        nl="De front matter heeft geen einde, dus {builder} stopt hier. Zet eronder ‘{detail}’ op een eigen regel.",
    ),
    ProblemKind.INDENTED_CLOSING: Message(
        en="This ‘---’ does not close the front matter, because spaces stand before it. Take the spaces away.",
        nl="Deze ‘---’ sluit de front matter niet af, omdat er spaties voor staan. Haal de spaties weg.",
    ),
    ProblemKind.BODY_TAKEN: Message(
        en="The text begins with ‘{detail}’, so {builder} looks for front matter here and stops. Put front matter above it.",
        nl="De tekst begint met ‘{detail}’, dus {builder} zoekt hier front matter en stopt. Zet er front matter boven.",
    ),
    ProblemKind.AFTER_OPENING: Message(
        en="Text stands behind the line that opens the front matter, and {builder} cannot read it. Take ‘{detail}’ away.",
        nl="Er staat tekst op de regel die de front matter opent, en die kan {builder} niet lezen. Haal ‘{detail}’ weg.",
    ),
    ProblemKind.AFTER_CLOSING: Message(
        en="Text behind the line that closes the front matter is shown on the page. Take ‘{detail}’ away.",
        nl="Tekst achter de regel die de front matter sluit verschijnt op de pagina. Haal ‘{detail}’ weg.",
    ),
    ProblemKind.CLOSED_INSIDE: Message(
        en="This line closes the front matter in the middle of ‘{detail}’; the rest is shown as text. Indent the line.",
        nl="Deze regel sluit de front matter midden in ‘{detail}’; de rest verschijnt als tekst. Laat de regel inspringen.",
    ),
    ProblemKind.NOT_SEEN: Message(
        en="Something stands before the front matter, so it is shown on the page as text. Take this away.",
        nl="Er staat iets voor de front matter, dus die verschijnt als tekst op de pagina. Haal dit weg.",
    ),
    ProblemKind.TAB: Message(
        en="A tab stands here, and {builder} stops at it. Use spaces.",
        nl="Hier staat een tab, en daarop stopt {builder}. Gebruik spaties.",
    ),
    ProblemKind.DUPLICATE_KEY: Message(
        en="The key ‘{detail}’ stands here for the second time, and {builder} stops at it. Keep one of the two.",
        nl="De sleutel ‘{detail}’ staat hier voor de tweede keer, en daarop stopt {builder}. Houd er één over.",
    ),
    ProblemKind.UNQUOTED_COLON: Message(
        en='A colon in the value makes it unreadable for {builder}. Put the whole value in quotation marks: "…".',
        nl='Door een dubbele punt in de waarde kan {builder} die niet lezen. Zet de hele waarde tussen aanhalingstekens: "…".',
    ),
    ProblemKind.UNQUOTED_START: Message(
        en='A value that begins with ‘{detail}’ is unreadable for {builder}. Put the whole value in quotation marks: "…".',
        nl='Een waarde die begint met ‘{detail}’ kan {builder} niet lezen. Zet de hele waarde tussen aanhalingstekens: "…".',
    ),
    ProblemKind.UNCLOSED_QUOTE: Message(
        en='A quotation mark opens here and is never closed, so {builder} stops. Put the whole value in double ones: "…".',
        nl='Hier opent een aanhalingsteken dat nergens sluit, dus {builder} stopt. Zet de hele waarde tussen dubbele: "…".',
    ),
    ProblemKind.AFTER_QUOTE: Message(
        en='The value ends at its closing quotation mark, but text follows. Put the whole value in double ones: "…".',
        nl='De waarde eindigt bij het tweede aanhalingsteken, maar er volgt nog tekst. Zet alles tussen dubbele: "…".',
    ),
    ProblemKind.ESCAPE: Message(
        en="Between double quotation marks ‘\\’ has a meaning of its own. Write ‘\\\\’, or use single quotation marks.",
        nl="Tussen dubbele aanhalingstekens heeft ‘\\’ een eigen betekenis. Schrijf ‘\\\\’, of gebruik enkele.",
    ),
    ProblemKind.INDENTATION: Message(
        en="The spaces at the start of the lines do not match here, so {builder} stops. See to ‘{detail}’.",
        nl="De spaties aan het begin van de regels kloppen hier niet, dus {builder} stopt. Kijk naar ‘{detail}’.",
    ),
    ProblemKind.UNCLOSED_BRACKET: Message(
        en="The bracket ‘{detail}’ opens here and is never closed, so {builder} stops. Close it.",
        nl="Het haakje ‘{detail}’ opent hier en sluit nergens, dus {builder} stopt. Sluit het.",
    ),
    ProblemKind.NO_COLON: Message(
        en="This line is no key with a value, so {builder} stops. Write ‘key: value’, or move the line below the front matter.",
        nl="Deze regel is geen sleutel met een waarde, dus {builder} stopt. Schrijf ‘sleutel: waarde’ of zet hem onder de front matter.",
    ),
    ProblemKind.NO_EQUALS: Message(
        en='This line is no key with a value, so {builder} stops. Between ‘+++’ lines write ‘key = "value"’.',
        nl='Deze regel is geen sleutel met een waarde, dus {builder} stopt. Schrijf tussen ‘+++’ ‘sleutel = "waarde"’.',
    ),
    ProblemKind.UNQUOTED_VALUE: Message(
        en='Between ‘+++’ lines a text stands in quotation marks; without them {builder} stops. Write "{detail}".',
        nl='Tussen ‘+++’-regels staat een tekst tussen aanhalingstekens; anders stopt {builder}. Schrijf "{detail}".',
    ),
    ProblemKind.TEMPLATE: Message(
        en="‘{detail}’ is a gap in a template that was never filled in, so {builder} stops. Put the real value here.",
        nl="‘{detail}’ is een open plek in een sjabloon die nooit is ingevuld, dus {builder} stopt. Zet hier de echte waarde.",
    ),
    ProblemKind.UNDEFINED_ALIAS: Message(
        en='‘*{detail}’ refers to something that is not there, so {builder} stops. Put the value in quotation marks: "…".',
        nl='‘*{detail}’ verwijst naar iets dat er niet is, dus {builder} stopt. Zet de waarde tussen aanhalingstekens: "…".',
    ),
    ProblemKind.NOT_A_MAP: Message(
        en="The front matter holds no keys with values, so {builder} stops. Write lines such as ‘title: …’.",
        nl="De front matter bevat geen sleutels met waarden, dus {builder} stopt. Schrijf regels als ‘title: …’.",
    ),
    ProblemKind.TOO_LARGE: Message(
        en="The front matter is too large to check (more than {detail}). Move what is long to the text or to a data file.",
        nl="De front matter is te groot om na te kijken (meer dan {detail}). Zet wat lang is in de tekst of in een databestand.",
    ),
    ProblemKind.TOO_DEEP: Message(
        en="Values are nested more than {detail} deep here, which cannot be checked. Make it simpler.",
        nl="Waarden zitten hier meer dan {detail} diep in elkaar; dat is niet na te kijken. Maak het eenvoudiger.",
    ),
    ProblemKind.NUMBER: Message(
        en='This is no number that {builder} can read. Put the value in quotation marks: "…".',
        nl='Dit is geen getal dat {builder} kan lezen. Zet de waarde tussen aanhalingstekens: "…".',
    ),
    ProblemKind.SYNTAX: Message(
        en="From here on, {builder} cannot read the front matter. Look for a missing comma, quotation mark or bracket.",
        nl="Vanaf hier kan {builder} de front matter niet lezen. Zoek een ontbrekende komma, aanhalingsteken of haakje.",
    ),
}


class FrontMatterInvalid(Rule[HugoVersionOptions]):
    """Reports front matter that Hugo cannot read, and front matter that Hugo takes for text.

    ## Why is this bad?
    With front matter that cannot be read Hugo builds nothing at all: the whole site stays as it was. Front matter that is
    taken for text is shown to readers, and the page has no title or date.
    """

    dutch = """Meldt front matter die Hugo niet kan lezen, en front matter die Hugo voor gewone tekst aanziet.

    ## Waarom is dat erg?
    Kan Hugo de front matter niet lezen, dan bouwt het helemaal niets: de hele site blijft zoals hij was. Front matter
    die voor tekst wordt aangezien, krijgen lezers te zien, en de pagina heeft geen titel of datum.
    """

    info = RuleInfo(
        name="front-matter-invalid",
        code="FM001",
        family=Family.FRONT_MATTER,
        severity=Severity.ERROR,
        summary=Message(en="Front matter Hugo cannot read", nl="Front matter die Hugo niet kan lezen"),
        since="0.1.0",
    )
    last_counts = Message(
        en="The key ‘{key}’ stands here for the second time, so the first one is lost. Keep one of the two.",
        nl="De sleutel ‘{key}’ staat hier voor de tweede keer, dus de eerste vervalt. Houd er één over.",
    )
    one_is_lost = Message(
        en="The key ‘{key}’ stands here for the second time: one of the two is lost, or nothing is built. Keep one of them.",
        nl="De sleutel ‘{key}’ staat hier voor de tweede keer: een van de twee vervalt, of er wordt niets gebouwd. Houd er één over.",
    )
    examples: ClassVar[tuple[Example, ...]] = (
        Valid('---\ntitle: "Zo: een titel"\n---\n\nTekst.\n'),
        Valid("+++\ntitle = 'Een titel'\n+++\n\nTekst.\n"),
        Valid("Tekst zonder front matter.\n", movable=False),
        Valid("- Jan\n- Piet\n", path="makers.md", files={"hugo.toml": ""}, movable=False),
        Invalid("---\ntitle: Wonen⟦:⟧ zo doe je dat\n---\n", movable=False),
        Invalid("---\ntitle: Wonen⟦:⟧ zo\ntags: ⟦[⟧huis, tuin\ndate: 2025-01-01\n---\n", movable=False),
        Invalid("---\ntitle: ⟦'⟧t Huis\n---\n", movable=False),
        Invalid("---\ntitle: 's Avonds in '⟦t⟧ park\n---\n", movable=False),
        Invalid("---\ntitle: Wonen\n⟦title⟧: Huis\n---\n", movable=False),
        Invalid("---\ntitle: Wonen\n⟦title⟧: Huis\n---\n", movable=False, options={"hugo-version": "0.151"}),
        Invalid("---\n⟦t⟧itle: Wonen\n\nTekst.\n", movable=False),
        Invalid("⟦-⟧ Melk\n- Brood\n", movable=False),
        Invalid("---\ntitle: Wonen\n---⟦-⟧\n\nTekst.\n", movable=False),
        Invalid("---\nsummary: |\n  Een\n⟦---⟧\n  twee\n---\n\nTekst.\n", movable=False),
        Invalid("⟦<!-- concept -->⟧\n---\ntitle: Wonen\n---\n", movable=False),
        Invalid("+++\ntitle = ⟦Wonen⟧\n+++\n", movable=False),
        Invalid("---\ntitle: Wonen\ndate: ⟦{{ .Date }}⟧\n---\n", movable=False),
        Invalid('{\n"title": "Wonen"\n⟦"⟧draft": true\n}\n', movable=False),
    )

    @on(Document)
    def check_problems(self, document: Document) -> Iterator[Violation]:
        """Report each problem at its place."""
        page = self.page
        for problem in document.front_matter_problems:
            if problem.kind is ProblemKind.BODY_TAKEN and page.site.is_hugo and not page.in_content:
                continue  # a file such as a list of contributors, which Hugo never reads
            detail = _shown(problem)
            if problem.kind is ProblemKind.DUPLICATE_KEY and not page.site.is_hugo:
                yield self.violation(problem.span, self.one_is_lost(key=detail), severity=Severity.WARNING)
            elif problem.kind is ProblemKind.DUPLICATE_KEY and hugo_version(self.options, page) < GOCCY_YAML:
                yield self.violation(problem.span, self.last_counts(key=detail), severity=Severity.WARNING)
            else:
                builder = _HUGO if page.site.is_hugo else _ANOTHER
                message = _MESSAGES[problem.kind](detail=detail, builder=builder)
                yield self.violation(problem.span, message, stop=problem.stop)


def _shown(problem: FrontMatterProblem) -> str:
    """Return a problem's detail, short enough for a message."""
    return problem.detail if len(problem.detail) <= 40 else problem.detail[:39] + "…"
