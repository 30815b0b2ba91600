"""CL003: a rule failed."""

from __future__ import annotations

from typing import ClassVar

from contentlint.rules.base import AnyRule, Example, Family, Message, Options, Rule, RuleInfo, Severity, Violation
from contentlint.text import Span


class InternalError(Rule[Options]):
    """Reports that a rule stopped with an error. The other rules go on, and the run ends with exit code 2.

    ## Why is this bad?
    What that rule would have found in this file is not reported. It is a mistake in contentlint or in a plug-in, never in
    the text.
    """

    dutch = """Meldt dat een regel is vastgelopen. De andere regels gaan door, en de controle eindigt met exitcode 2.

    ## Waarom is dat erg?
    Wat die regel in dit bestand had gevonden, krijg je niet te zien. Het is een fout in contentlint of in een
    uitbreiding, nooit in de tekst.
    """

    info = RuleInfo(
        name="internal-error",
        code="CL003",
        family=Family.CONTENTLINT,
        severity=Severity.ERROR,
        summary=Message(en="A rule stopped with an error", nl="Een regel liep vast"),
        since="0.1.0",
    )
    failed = Message(
        en="The rule ‘{rule}’ of {origin} stopped with an error ({error}) and did not check the rest of this file. "
        "This is not your mistake; please report it to the makers.",
        nl="De regel ‘{rule}’ van {origin} liep vast ({error}) en heeft de rest van dit bestand niet bekeken. "
        "Dit is niet jouw fout; meld het alsjeblieft aan de makers.",
    )
    # Only the engine reports it, when a rule raises; an example cannot raise.
    examples: ClassVar[tuple[Example, ...]] = ()

    @classmethod
    def report(cls, rule: type[AnyRule], error: BaseException, span: Span) -> Violation:
        """Return the violation for a rule that raised while it looked at ``span``."""
        text = " ".join(f"{type(error).__name__}: {error}".split())[:200]
        message = cls.failed(rule=rule.info.name, origin=_origin(rule), error=text)
        return Violation(cls.info, Severity.ERROR, Span(span.start, span.start), message)


def _origin(rule: type[AnyRule]) -> str:
    """Return what people know the makers of a rule by."""
    if rule.origin is not None:
        return rule.origin.name
    from importlib.metadata import PackageNotFoundError, version  # noqa: PLC0415 - costs 35 ms

    package = rule.__module__.split(".")[0]
    try:
        return f"{package} {version(package)}"
    except PackageNotFoundError:
        return package
