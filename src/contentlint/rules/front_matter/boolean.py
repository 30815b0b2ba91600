"""FM011: a word where Hugo or the theme wants true or false."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import ClassVar, Final

from contentlint.document import Entry, FrontMatter, ListValue, MapValue, StringValue
from contentlint.document.front_matter.casts import to_bool
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
from contentlint.rules.hugo_version import GOCCY_YAML, HugoVersionOptions, hugo_version
from contentlint.text import Edit

_YES: Final = frozenset({"yes", "y", "on", "ja", "j", "aan", "waar", "true", "t", "1"})
_NO: Final = frozenset({"no", "n", "off", "nee", "uit", "onwaar", "false", "f", "0"})
_YAML_1_1: Final = frozenset({"yes", "y", "on"})
"""Words that YAML 1.1 takes for true."""

_SHOWN: Final = 40
_CONGO: Final[Mapping[str, str | None]] = {"hugo.toml": 'theme = "congo"\n'}


class FrontMatterBoolean(Rule[HugoVersionOptions]):
    """Reports ``draft: yes`` and its like, and ``showDate: "false"`` where the theme takes every text for yes.

    ## Why is this bad?
    Since version 0.152 Hugo reads ``yes``, ``on`` and ``ja`` as plain words, and a word is not ``true``: the draft is
    published. A theme, the other way round, takes the text ``"false"`` for yes.

    ## Fix safety
    The fix is unsafe: it writes ``true`` or ``false`` as it was meant, so the page changes.
    """

    dutch = """Meldt ``draft: yes`` en dergelijke, en ``showDate: "false"`` waar het thema elke tekst als ‘ja’ opvat.

    ## Waarom is dat erg?
    Sinds versie 0.152 leest Hugo ``yes``, ``on`` en ``ja`` als gewone woorden, en een woord is niet ``true``: het
    concept wordt gepubliceerd. Een thema ziet de tekst ``"false"`` juist als ‘ja’.

    ## Wat herstellen doet
    Herstellen verandert de pagina, dus kijk eerst: er komt ``true`` of ``false`` te staan, zoals het bedoeld was.
    """

    info = RuleInfo(
        name="front-matter-boolean",
        code="FM011",
        family=Family.FRONT_MATTER,
        severity=Severity.ERROR,
        summary=Message(en="A word instead of true or false", nl="Een woord in plaats van true of false"),
        fixable=Applicability.UNSAFE,
        since="0.1.0",
    )
    published = Message(
        en="Hugo does not take ‘{given}’ for true, so this draft is published. Write true or false.",
        nl="Hugo leest ‘{given}’ niet als true, dus dit concept wordt gepubliceerd. Schrijf true of false.",
    )
    taken_for_false = Message(
        en="Hugo does not know ‘{given}’ and takes it for false. Write true or false.",
        nl="Hugo kent ‘{given}’ niet en maakt er false van. Schrijf true of false.",
    )
    taken_for_true = Message(
        en="The theme takes the text ‘{given}’ for yes, so ‘{key}’ is on. Write false without quotation marks.",
        nl="Het thema leest de tekst ‘{given}’ als ja, dus ‘{key}’ staat aan. Schrijf false zonder aanhalingstekens.",
    )
    write = Message(en="Write {value}.", nl="Schrijf {value}.")
    examples: ClassVar[tuple[Example, ...]] = (
        Valid("---\ntitle: Wonen\ndraft: true\nheadless: false\n---\n"),
        Valid('---\ntitle: Wonen\ndraft: "true"\nshowDate: no\n---\n'),
        Valid("---\ntitle: Wonen\ndraft: nee\nshowDate: ja\n---\n", files=_CONGO),
        Invalid("---\ntitle: Wonen\ndraft: ⟦yes⟧\n---\n", fixed="---\ntitle: Wonen\ndraft: true\n---\n"),
        Invalid('---\ntitle: Wonen\nDraft: ⟦"ja"⟧\n---\n', fixed="---\ntitle: Wonen\nDraft: true\n---\n"),
        Invalid(
            '---\ntitle: Wonen\nshowDate: ⟦"false"⟧\n---\n',
            fixed="---\ntitle: Wonen\nshowDate: false\n---\n",
            files=_CONGO,
        ),
        Invalid("---\ntitle: Wonen\nheadless: ⟦misschien⟧\ndraft: ⟦[true]⟧\n---\n"),
        Valid("---\ntitle: Wonen\ndraft: yes\n---\n", options={"hugo-version": "0.151"}),
        Invalid(
            "---\ntitle: Wonen\ndraft: ⟦ja⟧\n---\n",
            fixed="---\ntitle: Wonen\ndraft: true\n---\n",
            options={"hugo-version": "0.151"},
        ),
    )

    @on(FrontMatter)
    def check_front_matter(self, front_matter: FrontMatter) -> Iterator[Violation]:
        """Look at every key that wants a truth value."""
        known = known_keys(self.page)
        for entry in front_matter.root:
            key = known.get(entry.key.lower())
            if key is None:
                continue
            if key.wanted is Wanted.BOOLEAN and isinstance(entry.value, ListValue | MapValue):
                given = " ".join(entry.value.raw.split())[:_SHOWN]
                yield self._report(entry, self._cast_message(entry)(given=given), "")
            elif not isinstance(entry.value, StringValue):
                continue
            elif key.wanted is Wanted.BOOLEAN:
                yield from self._check_cast(entry, entry.value)
            elif key.wanted is Wanted.TRUTH and entry.value.text.strip().lower() in _NO:
                message = self.taken_for_true(given=entry.value.text, key=entry.key)
                yield self._report(entry, message, "false")

    def _check_cast(self, entry: Entry, value: StringValue) -> Iterator[Violation]:
        word = value.text.strip().lower()
        if to_bool(value) is not None or word in _NO or not word:
            return
        if word in _YAML_1_1 and not value.quote and hugo_version(self.options, self.page) < GOCCY_YAML:
            return
        yield self._report(entry, self._cast_message(entry)(given=value.text), "true" if word in _YES else "")

    def _cast_message(self, entry: Entry) -> Message:
        return self.published if entry.key.lower() == "draft" else self.taken_for_false

    def _report(self, entry: Entry, message: BoundMessage, better: str) -> Violation:
        span = entry.value.span
        fix = self.unsafe_fix(self.write(value=better), Edit(span, better)) if better else None
        return self.violation(span, message, fix=fix)
