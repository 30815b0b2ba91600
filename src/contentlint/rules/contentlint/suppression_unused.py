"""CL001: a suppression that silences nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import ClassVar

from contentlint.document import Document, Suppression
from contentlint.document.suppressions import RuleReference
from contentlint.rules.base import (
    Applicability,
    Example,
    Family,
    Fix,
    Invalid,
    Message,
    Options,
    Rule,
    RuleInfo,
    Severity,
    Valid,
    Violation,
)
from contentlint.text import Edit, Span


class SuppressionUnused(Rule[Options]):
    """Reports a suppression of a rule that has nothing to report there.

    Rules that do not run, because they were not selected, are not counted: their suppressions may well be needed.

    ## Why is this bad?
    It hides the next mistake in its reach, and it tells the next reader that something is wrong where nothing is.

    ## Fix safety
    The fix is safe: it removes a comment that readers of the page do not see. A list in the front matter is left alone.
    """

    dutch = """Meldt het onderdrukken van een regel die daar niets te melden heeft.

    Regels die niet meedoen omdat ze niet gekozen zijn, tellen niet mee: misschien is het bij die regels wel nodig.

    ## Waarom is dat erg?
    Het verbergt de volgende fout op die plek, en wie het later leest denkt dat er iets mis is terwijl dat niet zo is.

    ## Wat herstellen doet
    Herstellen is veilig: er verdwijnt commentaar dat lezers van de pagina niet zien. Een lijst in de front matter blijft
    zoals hij is.
    """

    info = RuleInfo(
        name="suppression-unused",
        code="CL001",
        family=Family.CONTENTLINT,
        severity=Severity.WARNING,
        summary=Message(en="Suppression silences nothing", nl="Onderdrukking onderdrukt niets"),
        fixable=Applicability.SAFE,
        since="0.1.0",
    )
    unused_rule = Message(
        en="‘{key}’ has nothing to report here any more. Remove it, or it will hide the next mistake.",
        nl="‘{key}’ heeft hier niets meer te melden. Haal het weg, anders verbergt het de volgende fout.",
    )
    unused = Message(
        en="This silences nothing any more. Remove it, or it will hide the next mistake.",
        nl="Dit onderdrukt niets meer. Haal het weg, anders verbergt het de volgende fout.",
    )
    remove = Message(en="Remove the comment.", nl="Haal het commentaar weg.")
    examples: ClassVar[tuple[Example, ...]] = (
        Valid(
            "## A\n\n<!-- contentlint-disable-next-line heading-level-skip -->\n\n#### B\n",
            with_rules=("heading-level-skip",),
        ),
        Valid("<!-- contentlint-disable-file heading-level-skip -->\n\n## A\n"),
        Invalid(
            "## A\n\n<!-- contentlint-disable-next-line ⟦heading-level-skip⟧ -->\n\n### B\n",
            fixed="## A\n\n\n### B\n",
            with_rules=("heading-level-skip",),
        ),
        Invalid(
            "## A\n\nText. <!-- contentlint-disable-line ⟦HD002⟧ -- no longer -->\n",
            fixed="## A\n\nText. \n",
            with_rules=("heading-level-skip",),
        ),
        Invalid(
            "---\n# contentlint-disable-next-line ⟦HD002⟧ -- no longer\ntitle: A\n---\n\n## B\n",
            fixed="---\ntitle: A\n---\n\n## B\n",
            with_rules=("heading-level-skip",),
        ),
        Invalid("---\ntitle: A\ncontentlint: {disable: ⟦HD002⟧}\n---\n\n## B\n", with_rules=("heading-level-skip",)),
    )

    @classmethod
    def report(
        cls, document: Document, unused: Iterable[tuple[Suppression, RuleReference | None]]
    ) -> Iterator[Violation]:
        """Yield a violation for each suppression, or each of its rules, that silenced nothing."""
        for suppression, reference in unused:
            if reference is None:
                span, message = suppression.span, cls.unused()
            else:
                span, message = reference.span, cls.unused_rule(key=reference.key)
            fix: Fix | None = None
            if not suppression.in_front_matter and len(suppression.rules) <= 1:
                edit = Edit(cls._with_line(document, suppression.span), "")
                fix = Fix(Applicability.SAFE, cls.remove(), (edit,))
            yield Violation(cls.info, cls.info.severity, span, message, fix=fix)

    @staticmethod
    def _with_line(document: Document, span: Span) -> Span:
        """Take the newline along when the comment is all that stands on its line."""
        source = document.source
        line = source.line_span(source.line_of(span.start))
        if source[line].strip() != source[span].strip() or span.end > line.end:
            return span
        following = source.line_of(span.start) + 1
        if following > source.line_count:
            return span
        return Span(line.start, source.line_span(following).start)
