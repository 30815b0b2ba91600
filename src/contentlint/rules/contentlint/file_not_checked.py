"""CL007: a file that could not be checked."""

from __future__ import annotations

from typing import ClassVar

from contentlint.rules.base import (
    BoundMessage,
    Example,
    Family,
    Message,
    Options,
    Rule,
    RuleInfo,
    Severity,
    Violation,
)
from contentlint.text import Span


class FileNotChecked(Rule[Options]):
    """Reports a file that cannot be read, or that is too large to be a page.

    ## Why is this bad?
    Nothing in it was checked, and a silent skip would look as if all were well.
    """

    dutch = """Meldt een bestand dat niet te lezen is, of dat te groot is voor een pagina.

    ## Waarom is dat erg?
    Er is niets in bekeken. Zou contentlint het stil overslaan, dan leek alles in orde.
    """

    info = RuleInfo(
        name="file-not-checked",
        code="CL007",
        family=Family.CONTENTLINT,
        severity=Severity.ERROR,
        summary=Message(en="File could not be checked", nl="Bestand kon niet worden bekeken"),
        since="0.1.0",
    )
    unreadable = Message(
        en="This file could not be read ({reason}), so nothing in it was checked.",
        nl="Dit bestand kon niet worden gelezen ({reason}); er is niets in bekeken.",
    )
    too_large = Message(
        en="This file is {size} MB, too large for a page (the limit is {limit} MB), so it was not checked. Split it, or "
        "exclude it in contentlint.toml.",
        nl="Dit bestand is {size} MB, te groot voor een pagina (de grens is {limit} MB), en is niet bekeken. Splits het, of "
        "sluit het uit in contentlint.toml.",
    )
    # Only the runner reports it, about the disk; an example has no file that cannot be read.
    examples: ClassVar[tuple[Example, ...]] = ()

    @classmethod
    def report(cls, message: BoundMessage) -> Violation:
        """Return the violation, at the beginning of the file."""
        return Violation(cls.info, Severity.ERROR, Span(0, 0), message)
