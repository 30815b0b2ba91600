"""CL005: a suppression that does not say why."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from contentlint.document import Document
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


class SuppressionReason(Rule[Options]):
    """Reports a comment that silences a rule without saying why behind ``--``.

    What the front matter silences has no place for a reason and is left alone.

    ## Why is this bad?
    The next editor cannot tell whether the suppression is still needed, and leaves it for ever.
    """

    dutch = """Meldt commentaar dat een regel onderdrukt zonder achter ``--`` te zeggen waarom.

    Voor wat in de front matter onderdrukt wordt is geen plek voor een reden; dat blijft buiten beschouwing.

    ## Waarom is dat erg?
    De volgende redacteur kan niet zien of de onderdrukking nog nodig is, en laat haar voor altijd staan.
    """

    info = RuleInfo(
        name="suppression-reason",
        code="CL005",
        family=Family.CONTENTLINT,
        severity=Severity.WARNING,
        summary=Message(en="Suppression without a reason", nl="Onderdrukking zonder reden"),
        default=False,
        since="0.1.0",
    )
    needs = r"contentlint-"
    missing = Message(
        en="This does not say why the rule is silenced here. Add it: ‘-- the reason’.",
        nl="Hier staat niet waarom de regel wordt onderdrukt. Zet het erbij: ‘-- de reden’.",
    )
    examples: ClassVar[tuple[Example, ...]] = (
        Valid("<!-- contentlint-disable-next-line heading-level-skip -- the title of a book -->\n\n#### B\n"),
        Valid("---\ntitle: A\ncontentlint: {disable: heading-level-skip}\n---\n\nText.\n"),
        Valid("<!-- contentlint-disable TY -- old -->\n\nText.\n\n<!-- contentlint-enable TY -->\n"),
        Invalid("⟦<!-- contentlint-disable-next-line heading-level-skip -->⟧\n\n#### B\n"),
        Invalid("Text. ⟦<!-- contentlint-disable-line TY001 -- -->⟧\n"),
    )

    @on(Document)
    def check_suppressions(self, document: Document) -> Iterator[Violation]:
        for suppression in document.suppressions:
            if suppression.scope is not None and not suppression.reason and not suppression.in_front_matter:
                yield self.violation(suppression.span, self.missing())
