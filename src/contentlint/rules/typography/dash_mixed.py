"""TY006: dashes of several kinds, and hyphens that serve as dashes."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import ClassVar, Final

from contentlint.document import Document
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
from contentlint.rules.typography.typographer import is_typographic
from contentlint.text import Edit, Span
from contentlint.text.records import NamedTuple

_DASH: Final = re.compile(
    r"(?<=[^\W\d_][^\W\d_]|[^\W\d_][)\"'’”!?])"  # behind a word, or the sign that closes one
    r"(?:(?P<spaced>[ \u00a0](?:---?|[-–—])[ ])|(?P<closed>---|—))"
    r"(?=[\"'‘“(]?[^\W\d_A-Z])"  # a capital begins a name: of a writer, of a part of a title
)
_SIGN: Final = re.compile(r"[-–—](?:(?<=—)|[- ])")
_TYPOGRAPHIC: Final = {"--": "–", "---": "—"}
_RUNNING_TEXT: Final = frozenset({"paragraph", "item", "html"})
_STYLES: Final = {"en-dash": " – ", "em-dash": " — ", "em-dash-closed": "—"}
_BEFORE: Final = 40


class DashMixedOptions(Options):
    """Which dash to ask for."""

    style = option(
        "page",
        en="the dash to write everywhere; page: the one that the page has most",
        nl="het streepje dat overal hoort te staan; page: wat op de pagina het meest voorkomt",
        choices=("page", *_STYLES),
    )


class _Found(NamedTuple):
    """A dash in running text: its place with the spaces around it, as written, and as shown."""

    span: Span
    written: str
    shown: str


class DashMixed(Rule[DashMixedOptions]):
    """Reports a dash between two thoughts that differs from the others on the page.

    A hyphen with spaces around it counts as a dash that came out too short; it is left alone on pages that have nothing
    longer, or have mostly hyphens. Dashes in ranges, titles and behind the first words of a list item are left alone.

    ## Why is this bad?
    A hyphen joins and a dash parts. Where both do the same work, readers stop to see which is meant.

    ## Fix safety
    The fix is unsafe: another sign appears on the page.
    """

    dutch = """Meldt een gedachtestreepje dat afwijkt van de andere op de pagina.

    Een koppelteken met spaties eromheen telt als een te kort gedachtestreepje; het blijft ongemoeid op pagina’s waar
    niets langers staat of waar het de gewoonte is. Streepjes in reeksen, in titels en achter de eerste woorden van een
    onderdeel van een lijst blijven buiten beschouwing.

    ## Waarom is dat erg?
    Een koppelteken verbindt en een gedachtestreepje scheidt. Waar ze hetzelfde doen, haperen lezers even.

    ## Wat herstellen doet
    Herstellen verandert de pagina, dus kijk eerst: er verschijnt een ander teken.
    """

    info = RuleInfo(
        name="dash-mixed",
        code="TY006",
        family=Family.TYPOGRAPHY,
        severity=Severity.WARNING,
        summary=Message(en="Dashes of several kinds", nl="Wisselende gedachtestreepjes"),
        fixable=Applicability.UNSAFE,
        languages=("nl", "en"),
        since="0.1.0",
    )
    hyphen = Message(
        en="This hyphen serves as a dash; elsewhere the page has ‘{usual}’. Write that here, too.",
        nl="Dit koppelteken doet dienst als gedachtestreepje; elders op de pagina staat ‘{usual}’. Schrijf dat hier ook.",
    )
    mixed = Message(
        en="Elsewhere the dashes on this page look like ‘{usual}’, here like ‘{dash}’. Choose one.",
        nl="Elders zien de gedachtestreepjes op deze pagina eruit als ‘{usual}’, hier als ‘{dash}’. Kies er één.",
    )
    asked = Message(
        en="The settings ask for ‘{usual}’ as a dash; here is ‘{dash}’.",
        nl="De instellingen vragen om ‘{usual}’ als gedachtestreepje; hier staat ‘{dash}’.",
    )
    write = Message(en="Write ‘{usual}’.", nl="Schrijf ‘{usual}’.")
    examples: ClassVar[tuple[Example, ...]] = (
        Valid("It was late – very late – and dark. Pages 3–5, 9:00 - 17:00, the north-south line.\n"),
        Valid("It was late - very late - and dark.\n"),
        Valid("- Library - the place with books\n- Cinema – the place with films\n"),
        Valid("It was late – very late -- and dark.\n", files={"hugo.toml": ""}),
        Invalid(
            "On the evening of the meeting it was late – very late – and dark⟦ - ⟧so dark.\n",
            fixed="On the evening of the meeting it was late – very late – and dark – so dark.\n",
        ),
        Invalid(
            "Op de avond van de vergadering was het laat – erg laat – en donker⟦—⟧zo donker.\n",
            fixed="Op de avond van de vergadering was het laat – erg laat – en donker – zo donker.\n",
            language="nl",
        ),
        Invalid(
            "On the evening of the meeting it was late⟦ - ⟧very late.\n",
            options={"style": "em-dash-closed"},
            fixed="On the evening of the meeting it was late—very late.\n",
        ),
    )

    @on(Document)
    def check_dashes(self, document: Document) -> Iterator[Violation]:
        found = list(self._dashes(document))
        usual = _STYLES.get(self.options.style) or _usual(found)
        for dash in found if usual else ():
            if dash.shown == usual:
                continue
            asked = self.options.style != "page"
            message = self.asked if asked else self.hyphen if dash.shown == " - " else self.mixed
            fix = self.unsafe_fix(self.write(usual=usual), Edit(dash.span, usual))
            yield self.violation(dash.span, message(usual=usual, dash=dash.written), fix=fix)

    def _dashes(self, document: Document) -> Iterator[_Found]:
        for piece in document.prose_with(_SIGN):
            if piece.kind not in _RUNNING_TEXT:
                continue
            typographic = is_typographic(self.page, piece)
            for match in _DASH.finditer(piece.text):
                # Near the begin of an item or a line a dash parts a term from what is said of it.
                if match.start() < _BEFORE and piece.kind == "item":
                    continue
                span = piece.span_of(*match.span())
                if self.document[span] != match[0]:
                    continue
                written = match[0].replace("\u00a0", " ")
                sign = written.strip()
                shown = written.replace(sign, _TYPOGRAPHIC[sign]) if typographic and sign in _TYPOGRAPHIC else written
                yield _Found(span, written, shown)


def _usual(found: list[_Found]) -> str:
    """Return the dash that a page has most; empty when that is a hyphen, or when there are none."""
    counts = Counter(dash.shown for dash in found)
    longer = [shown for shown, _ in counts.most_common() if "–" in shown or "—" in shown]
    return longer[0] if longer and counts[longer[0]] >= counts[" - "] else ""
