"""CL010: the line that Hugo names when a mistake elsewhere stops it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import ClassVar

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
)
from contentlint.text import SourceText, Span

_FILES = {"hugo.toml": "", "layouts/_shortcodes/button.html": "{{ .Params }}"}
_SWALLOWED = ("shortcode-parameter-swallowed",)


class BuildStopsHere(Rule[Options]):
    """Reports the line that Hugo names in its error, when the mistake itself stands on another line.

    ## Why is this bad?
    Hugo builds nothing, and its error points at a place where nothing is wrong: where it gave up, or the first line of the
    page when it does not know better. This connects the two.
    """

    dutch = """Meldt de regel die Hugo in zijn foutmelding noemt, als de fout zelf op een andere regel staat.

    ## Waarom is dat erg?
    Hugo bouwt niets, en de melding wijst naar een plek waar niets mis is: waar Hugo het opgaf, of de eerste regel van de
    pagina als het de plek niet weet. Deze melding verbindt die twee.
    """

    info = RuleInfo(
        name="build-stops-here",
        code="CL010",
        family=Family.CONTENTLINT,
        severity=Severity.ERROR,
        summary=Message(en="Hugo stops here for a mistake elsewhere", nl="Hugo stopt hier om een fout elders"),
        since="0.1.0",
    )
    here = Message(
        en="Hugo names this line when it stops, but the mistake stands on line {line}. Mend it there.",
        nl="Hugo noemt deze regel als het stopt, maar de fout staat op regel {line}. Herstel hem daar.",
    )
    examples: ClassVar[tuple[Example, ...]] = (
        Valid("{{< button href=/x >}}\n\nText.\n", files=_FILES, with_rules=_SWALLOWED),
        Valid("{{< button href=/x>}} and on.\n", files=_FILES, with_rules=_SWALLOWED, movable=False),
        Invalid("{{< button href=/x>}}\n\n⟦Text.⟧", files=_FILES, with_rules=_SWALLOWED, movable=False),
        Invalid(
            "---\ntitle: Wonen\ntags: [huis, tuin\n⟦date: 2025-01-01⟧\n---\n",
            with_rules=("front-matter-invalid",),
            movable=False,
        ),
        Invalid("⟦---⟧\ntitle: Wonen\nparams: x\n---\n", with_rules=("front-matter-type",), movable=False),
    )

    @classmethod
    def report(cls, violations: Iterable[Violation], source: SourceText) -> Iterator[Violation]:
        """Yield a violation where Hugo gives up first, unless an error is reported on that line already."""
        stopping = [one for one in violations if one.severity is Severity.ERROR and one.stop is not None]
        if not stopping:
            return
        first = min(stopping, key=lambda one: one.stop or 0)
        place = min(first.stop or 0, len(source))
        line = source.line_of(place)
        if line in {source.line_of(one.span.start) for one in violations if one.severity is Severity.ERROR}:
            return
        whole = source.line_span(line)
        text = source[whole]
        start = whole.start + len(text) - len(text.lstrip())
        span = Span(start, start + len(text.strip())) if text.strip() else Span(place, place)
        yield Violation(cls.info, cls.info.severity, span, cls.here(line=source.line_of(first.span.start)))
