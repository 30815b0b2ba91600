"""What a run found in all, in sentences, and what to do next."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from contentlint.outputs.results import Results, View
from contentlint.outputs.wording import SEVERITIES, SEVERITY
from contentlint.rules.base import Message, Severity

_FILES: Final = Message(en="{count} files checked: {found}.", nl="{count} bestanden bekeken: {found}.")
_FILE: Final = Message(en="1 file checked: {found}.", nl="1 bestand bekeken: {found}.")
_NOTHING: Final = Message(en="nothing found", nl="niets gevonden")
_NOTHING_NEW: Final = Message(en="nothing new", nl="niets nieuws")
_MANY: Final = 20
"""Violations above which it helps to know where most of them come from."""
_MOST_OFTEN: Final = 3
_OFTEN: Final = Message(en="Most often: {rules}.", nl="Het vaakst: {rules}.")
_FIXABLE: Final = Message(
    en="{count} of them can be mended by themselves: contentlint check --fix",
    nl="{count} daarvan zijn vanzelf te herstellen: contentlint check --fix",
)
_FIXABLE_ONE: Final = Message(
    en="1 of them can be mended by itself: contentlint check --fix",
    nl="1 daarvan is vanzelf te herstellen: contentlint check --fix",
)
_PROPOSED: Final = Message(
    en="{count} of them come with a proposal: contentlint check --interactive",
    nl="Voor {count} daarvan is er een voorstel: contentlint check --interactive",
)
_PROPOSED_ONE: Final = Message(
    en="1 of them comes with a proposal: contentlint check --interactive",
    nl="Voor 1 daarvan is er een voorstel: contentlint check --interactive",
)
_EXPLAIN: Final = Message(
    en="A rule explained: contentlint rule {code}", nl="Uitleg bij een regel: contentlint rule {code}"
)


def counted(counts: Mapping[Severity, int], language: str) -> str:
    """Return how many there are of each severity, the worst first; empty when there are none."""
    return ", ".join(
        f"{counts[severity]} {(SEVERITY if counts[severity] == 1 else SEVERITIES)[severity].in_language(language)}"
        for severity in sorted(counts, reverse=True)
        if counts[severity]
    )


def found(results: Results, view: View) -> str:
    """Return how much was looked at and how much was found, by severity: one sentence."""
    told = counted({severity: results.count(severity) for severity in Severity}, view.language)
    nothing = _NOTHING_NEW if view.only_new else _NOTHING
    files = _FILE if len(results.paths) == 1 else _FILES
    return files(count=len(results.paths), found=told or nothing).render(view.language)


def summary(results: Results, view: View) -> Iterator[str]:
    """Yield the lines that end a report; none when there was nothing to check, since why has been told."""
    language = view.language
    if not results.paths:
        return
    yield found(results, view)
    if sum(results.by_rule.values()) >= _MANY:
        often = sorted(results.by_rule.items(), key=lambda item: (-item[1], item[0].code))[:_MOST_OFTEN]
        yield _OFTEN(rules=", ".join(f"{info.name} ({count})" for info, count in often)).render(language)
    if results.fixable and view.offers_fixes:
        yield (_FIXABLE_ONE if results.fixable == 1 else _FIXABLE)(count=results.fixable).render(language)
    if results.proposed:
        yield (_PROPOSED_ONE if results.proposed == 1 else _PROPOSED)(count=results.proposed).render(language)
    if results.worst:
        yield _EXPLAIN(code=results.worst.code).render(language)
