"""EX001: links to a site that has moved."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from contentlint import (
    Applicability,
    Edit,
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
from contentlint.document import Link

_MOVED = {"moved": ["http://old.example.org/ https://www.example.org/"]}


class LinkOldAddressOptions(Options):
    """Where sites have moved to."""

    moved = option(
        (),
        en="addresses that have moved: the old one, a space, the new one",
        nl="adressen die verhuisd zijn: het oude, een spatie, het nieuwe",
    )


class LinkOldAddress(Rule[LinkOldAddressOptions]):
    """Reports links to addresses that have moved.

    ## Why is this bad?
    One day the old address stops answering, and readers end up nowhere.

    ## Fix safety
    The fix is unsafe: it changes where the link leads.
    """

    dutch = """Meldt links naar adressen die verhuisd zijn.

    ## Waarom is dat erg?
    Op een dag geeft het oude adres geen antwoord meer, en komen lezers nergens uit.

    ## Wat herstellen doet
    Herstellen verandert de pagina, dus kijk eerst: de link leidt daarna ergens anders heen.
    """

    info = RuleInfo(
        name="link-old-address",
        code="EX001",
        family=Family("EX"),
        severity=Severity.WARNING,
        summary=Message(en="Link to an address that has moved", nl="Link naar een adres dat verhuisd is"),
        fixable=Applicability.UNSAFE,
        since="1.0.0",
    )
    moved = Message(
        en="‘{old}’ has moved to ‘{new}’. Change the link before the old address stops answering.",
        nl="‘{old}’ is verhuisd naar ‘{new}’. Pas de link aan voordat het oude adres verdwijnt.",
    )
    change = Message(en="Write ‘{new}’.", nl="Schrijf ‘{new}’.")
    examples: ClassVar[tuple[Example, ...]] = (
        Valid("See [the new site](https://www.example.org/a).\n", options=_MOVED),
        Valid("See [the old site](http://old.example.org/a).\n"),
        Invalid(
            "See [the old site](⟦http://old.example.org/a⟧).\n",
            options=_MOVED,
            fixed="See [the old site](https://www.example.org/a).\n",
        ),
        Invalid(
            "See [the site][1].\n\n[1]: ⟦http://old.example.org/⟧\n",
            options=_MOVED,
            fixed="See [the site][1].\n\n[1]: https://www.example.org/\n",
            movable=False,
        ),
    )

    @on(Link)
    def check_link(self, link: Link) -> Iterator[Violation]:
        for line in self.options.moved:
            old, _, new = line.partition(" ")
            if link.destination.startswith(old) and self.document[link.target] == link.destination:
                address = new + link.destination.removeprefix(old)
                fix = self.unsafe_fix(self.change(new=address), Edit(link.target, address))
                yield self.violation(link.target, self.moved(old=old, new=new), fix=fix)
