"""FM017: keys below ``build``, ``cascade``, ``sitemap`` and ``sites`` with a value that Hugo cannot use."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import ClassVar, Final

from contentlint.document import Entry, FrontMatter, MapValue, Value
from contentlint.document.front_matter.casts import to_text
from contentlint.rules.base import Example, Family, Invalid, Message, Rule, RuleInfo, Severity, Valid, Violation, on
from contentlint.rules.front_matter.nested_keys import (
    NEVER_CASCADED,
    SHAPES,
    TARGET,
    WORDS,
    Cast,
    Shape,
    cascaded,
    cascades,
    is_closed,
    matches_a_kind,
    misfits,
)
from contentlint.rules.hugo_version import HugoVersionOptions, hugo_version

_NOWHERE: Final = 0
"""Where Hugo reports what it finds wrong after reading: at the beginning of the page."""
_NO_LANG: Final = (0, 165)
"""From here on Hugo stops at a language in the target of a cascade; measured with 0.168.0."""


class FrontMatterGroupInvalid(Rule[HugoVersionOptions]):
    """Reports keys below ``build``, ``cascade``, ``sitemap`` and ``sites`` with a value that Hugo cannot use.

    What a cascade gives the page itself is looked at as if it stood there on its own.

    ## Why is this bad?
    Hugo stops at most of them, and names the first line of the page, or none. It passes over a word it does not know:
    with ``render: nooit`` the page is made all the same.
    """

    dutch = """Meldt sleutels onder ``build``, ``cascade``, ``sitemap`` en ``sites`` met een waarde waar Hugo niets mee
    kan.

    Wat een cascade aan de pagina zelf geeft, wordt bekeken alsof het er los stond.

    ## Waarom is dat erg?
    Bij de meeste stopt Hugo, en het noemt daarbij de eerste regel van de pagina, of geen enkele. Een woord dat het niet
    kent slaat Hugo over: met ``render: nooit`` wordt de pagina toch gemaakt.
    """

    info = RuleInfo(
        name="front-matter-group-invalid",
        code="FM017",
        family=Family.FRONT_MATTER,
        severity=Severity.ERROR,
        summary=Message(
            en="Value in a group of keys Hugo cannot use", nl="Waarde in een groep sleutels waar Hugo niets mee kan"
        ),
        since="0.1.0",
    )
    not_a_map = Message(
        en="‘{key}’ must be a group of keys, and with anything else Hugo stops. Write its keys below it, indented.",
        nl="‘{key}’ moet een groep sleutels zijn, en bij iets anders stopt Hugo. Schrijf de sleutels eronder, ingesprongen.",
    )
    not_a_text = Message(
        en="‘{key}’ must be one text, and at ‘{given}’ Hugo stops. Write a single word or text.",
        nl="‘{key}’ moet één tekst zijn, en bij ‘{given}’ stopt Hugo. Schrijf één woord of tekst.",
    )
    not_a_boolean = Message(
        en="‘{key}’ must be true or false, and at ‘{given}’ Hugo stops. Write one of these two.",
        nl="‘{key}’ moet true of false zijn, en bij ‘{given}’ stopt Hugo. Schrijf een van die twee.",
    )
    not_texts = Message(
        en='‘{key}’ must be a list of texts, and at ‘{given}’ Hugo stops. Write ["…", "…"].',
        nl='‘{key}’ moet een lijst van teksten zijn, en bij ‘{given}’ stopt Hugo. Schrijf ["…", "…"].',
    )
    not_a_number = Message(
        en="The priority must be a number from 0 to 1, and at ‘{given}’ Hugo stops. Write 0.5, say.",
        nl="De prioriteit moet een getal van 0 tot 1 zijn, en bij ‘{given}’ stopt Hugo. Schrijf bijvoorbeeld 0.5.",
    )
    unknown_word = Message(
        en="Hugo does not know ‘{given}’ here and does what ‘always’ says. Write one of these: {words}.",
        nl="Hugo kent ‘{given}’ hier niet en doet wat ‘always’ zegt. Schrijf een van deze: {words}.",
    )
    no_kind = Message(
        en="No kind of page is called ‘{given}’, so Hugo stops. There are home, page, section, taxonomy and term.",
        nl="Geen soort pagina heet ‘{given}’, dus Hugo stopt. Er zijn home, page, section, taxonomy en term.",
    )
    unclosed = Message(
        en="A bracket or brace in ‘{given}’ is not closed, so Hugo stops. Close it.",
        nl="Een haakje of accolade in ‘{given}’ wordt niet gesloten, dus Hugo stopt. Sluit het.",
    )
    never_cascaded = Message(
        en="Hugo stops at ‘{key}’ in a cascade, for it cannot be passed on to other pages. Take it away.",
        nl="Bij ‘{key}’ in een cascade stopt Hugo: die sleutel kan niet aan andere pagina’s worden doorgegeven. Haal hem weg.",
    )
    language = Message(
        en="Hugo no longer takes ‘lang’ here and stops. Write ‘sites: {example}’ instead.",
        nl="Hugo neemt ‘lang’ hier niet meer aan en stopt. Schrijf ‘sites: {example}’ in plaats daarvan.",
    )
    examples: ClassVar[tuple[Example, ...]] = (
        Valid(
            "---\ntitle: Wonen\nbuild: {render: never, list: local, publishResources: 1}\nsitemap:\n  priority: 0.5\n---\n"
        ),
        Valid("---\ntitle: Wonen\nsites:\n  matrix:\n    languages: nl\n    roles: [gast, lid]\n---\n"),
        Valid("---\ntitle: Wonen\ncascade:\n  target: {kind: '{page,section}', path: /wonen/**}\n  build: x\n---\n"),
        Valid("---\ntitle: Wonen\nbuild: {render: always}\ncascade:\n  - build: x\n---\n"),
        Invalid("---\ntitle: Wonen\nsitemap:\n  priority: ⟦hoog⟧\n  disable: ⟦ja⟧\n---\n"),
        Invalid("---\ntitle: Wonen\nbuild:\n  render: ⟦nooit⟧\n  list: ⟦[never]⟧\n---\n"),
        Invalid("---\ntitle: Wonen\nsites:\n  matrix: ⟦nl⟧\n  complements:\n    languages: ⟦{nl: x}⟧\n---\n"),
        Invalid("---\ntitle: Wonen\ncascade:\n  ⟦kind⟧: page\n  sitemap:\n    priority: ⟦hoog⟧\n---\n"),
        Invalid("---\ntitle: Wonen\ncascade:\n  - target: {kind: ⟦pagina⟧, path: '⟦/{wonen⟧'}\n    bron: x\n---\n"),
        Invalid("---\ntitle: Wonen\ncascade:\n  target:\n    ⟦lang⟧: nl\n  bron: x\n---\n"),
        Valid("---\ntitle: Wonen\ncascade:\n  target:\n    lang: nl\n---\n", options={"hugo-version": "0.150"}),
    )

    @on(FrontMatter)
    def check_front_matter(self, front_matter: FrontMatter) -> Iterator[Violation]:
        """Look into each group, those of a cascade included."""
        for entry in (*front_matter.root, *cascaded(front_matter)):
            shape = SHAPES.get(entry.key.lower())
            if shape is not None and isinstance(entry.value, MapValue):
                yield from self._misfits(entry.value, shape)
                if entry.key.lower() == "build":
                    yield from self._words(entry.value)
        for group in cascades(front_matter):
            for entry in group:
                if entry.key.lower() in NEVER_CASCADED:
                    yield self.violation(entry.key_span, self.never_cascaded(key=entry.key), stop=_NOWHERE)
                elif entry.key.lower() in {"target", "_target"}:
                    yield from self._target(entry)

    def _misfits(self, value: MapValue, shape: Mapping[str, Shape]) -> Iterator[Violation]:
        messages = {
            None: self.not_a_map,
            Cast.TEXT: self.not_a_text,
            Cast.BOOLEAN: self.not_a_boolean,
            Cast.NUMBER: self.not_a_number,
            Cast.TEXTS: self.not_texts,
        }
        for entry, wanted in misfits(value, shape):
            message = messages[wanted](key=entry.key, given=_shown(entry.value))
            yield self.violation(entry.value.content, message, stop=_NOWHERE)

    def _words(self, build: MapValue) -> Iterator[Violation]:
        for key, words in WORDS.items():
            entry = build.get(key)
            if (
                entry is not None
                and entry.value.kind == "string"
                and to_text(entry.value) not in {"", "0", "1", *words}
            ):
                message = self.unknown_word(given=_shown(entry.value), words=", ".join(words))
                yield self.violation(entry.value.content, message, severity=Severity.WARNING)

    def _target(self, entry: Entry) -> Iterator[Violation]:
        target = entry.value
        if target.kind == "null":
            return
        if not isinstance(target, MapValue):
            yield self.violation(target.content, self.not_a_map(key=entry.key), stop=_NOWHERE)
            return
        yield from self._misfits(target, TARGET)
        for key in ("kind", "path", "environment"):
            found = target.get(key)
            pattern = to_text(found.value) if found is not None else ""
            if found is None or not pattern:
                continue
            if not is_closed(pattern):
                yield self.violation(found.value.content, self.unclosed(given=pattern), stop=_NOWHERE)
            elif key == "kind" and not matches_a_kind(pattern):
                yield self.violation(found.value.content, self.no_kind(given=pattern), stop=_NOWHERE)
        language = target.get("lang")
        if language is not None and to_text(language.value) and hugo_version(self.options, self.page) >= _NO_LANG:
            example = f"{{matrix: {{languages: {to_text(language.value)}}}}}"
            yield self.violation(language.key_span, self.language(example=example))


def _shown(value: Value) -> str:
    given = " ".join(value.raw.split())
    return given if len(given) <= 40 else given[:39] + "…"
