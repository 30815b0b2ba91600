"""SC006: a closing tag that closes another shortcode than its name says."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from typing import ClassVar

from contentlint.document import Document, ShortcodeTag
from contentlint.document.shortcodes import ShortcodeProblemKind
from contentlint.rules.base import (
    Applicability,
    Example,
    Family,
    Invalid,
    Message,
    Options,
    RuleInfo,
    Severity,
    Valid,
    Violation,
    on,
)
from contentlint.rules.shortcodes.shortcode_rule import CLOSING, ShortcodeRule
from contentlint.text import Edit, Span

_NOTE = {
    "hugo.toml": "",
    "layouts/_shortcodes/note.html": "{{ .Inner }}",
    "layouts/_shortcodes/box.html": "{{ .Inner }}",
}


class ShortcodeCrossing(ShortcodeRule[Options]):
    """Reports a closing tag whose name is not that of the shortcode it closes, or that has no name.

    Hugo does not look at the name: a closing tag closes the innermost shortcode that is open. Two shortcodes that cross are
    reported once, at the first closing tag.

    ## Why is this bad?
    The site is built, but the page is put together otherwise than it reads: a text stands in the wrong frame.

    ## Fix safety
    The fix is a suggestion: it writes the name of the shortcode that Hugo closes here.
    """

    dutch = """Meldt een sluittag met een andere naam dan die van de shortcode die hij sluit, of zonder naam.

    Hugo kijkt niet naar de naam: een sluittag sluit de binnenste shortcode die nog open is. Twee shortcodes die elkaar
    kruisen, worden één keer gemeld, bij de eerste sluittag.

    ## Waarom is dat erg?
    De site wordt gebouwd, maar de pagina zit anders in elkaar dan er staat: een tekst komt in het verkeerde kader.

    ## Wat herstellen doet
    contentlint doet een voorstel: de naam van de shortcode die Hugo hier sluit.
    """

    info = RuleInfo(
        name="shortcode-crossing",
        code="SC006",
        family=Family.SHORTCODES,
        severity=Severity.WARNING,
        summary=Message(en="Closing tag closes another shortcode", nl="Sluittag sluit een andere shortcode"),
        fixable=Applicability.SUGGESTION,
        since="0.1.0",
    )
    needs = CLOSING
    crossing = Message(
        en="Hugo closes ‘{closed}’ here, not ‘{name}’: a closing tag always closes the last shortcode that is still open. Put the "
        "closing tags in the opposite order of the opening ones.",
        nl="Hugo sluit hier ‘{closed}’, niet ‘{name}’: een sluittag sluit altijd de laatste shortcode die nog open is. Zet de "
        "sluittags in omgekeerde volgorde van de openingstags.",
    )
    nameless = Message(
        en="This closes ‘{closed}’, which nobody can see here. Write its name.",
        nl="Dit sluit ‘{closed}’, maar dat is hier niet te zien. Schrijf de naam erbij.",
    )
    name_it = Message(en="Close ‘{closed}’ here.", nl="Sluit hier ‘{closed}’.")
    examples: ClassVar[tuple[Example, ...]] = (
        Valid("Look: {{< note >}}{{< box >}}x{{< /box >}}{{< /note >}}\n", files=_NOTE),
        Valid("Look: {{< widget >}}{{< note >}}x{{< /widget >}}{{< /note >}}\n"),
        Invalid(
            "Look: {{< note >}}{{< box >}}x⟦{{< /note >}}⟧{{< /box >}}\n",
            fixed="Look: {{< note >}}{{< box >}}x{{< /box >}}{{< /note >}}\n",
            files=_NOTE,
        ),
        Invalid(
            "Look: {{% box %}}a{{% /box %}}{{% note %}}b⟦{{% /box %}}⟧\n",
            fixed="Look: {{% box %}}a{{% /box %}}{{% note %}}b{{% /note %}}\n",
            files=_NOTE,
        ),
        Invalid("Look: {{< note >}}x⟦{{< / >}}⟧\n", fixed="Look: {{< note >}}x{{< /note >}}\n", files=_NOTE),
    )

    @on(Document)
    def check(self, _: Document) -> Iterator[Violation]:
        for problem in self.problems(ShortcodeProblemKind.CROSSING, ShortcodeProblemKind.NAMELESS_CLOSING):
            tag, closed = problem.tag, problem.other
            if tag is None or closed is None or not problem.certain:
                continue
            message = self.crossing if tag.name else self.nameless
            edits = [self._named(tag, closed.name)]
            if (other := self._counterpart(tag, closed)) is not None:
                edits.append(self._named(other, tag.name))
            fix = self.suggest(self.name_it(closed=closed.name), *edits)
            yield self.violation(tag.span, message(name=tag.name, closed=closed.name), fix=fix)

    def begin(self) -> None:
        self._swapped: dict[tuple[str, str], list[ShortcodeTag]] | None = None

    def _counterpart(self, tag: ShortcodeTag, closed: ShortcodeTag) -> ShortcodeTag | None:
        """Return the closing tag behind this one that stands where this one should."""
        if self._swapped is None:
            self._swapped = {}
            pairs = self.document.shortcode_pairs.pairs
            for pair in sorted(pairs, key=lambda pair: pair.closing.span):
                if pair.opening.name != pair.closing.name:
                    self._swapped.setdefault((pair.opening.name, pair.closing.name), []).append(pair.closing)
        candidates = self._swapped.get((tag.name, closed.name), [])
        index = bisect_right(candidates, tag.span, key=lambda candidate: candidate.span)
        return candidates[index] if index < len(candidates) else None

    @staticmethod
    def _named(tag: ShortcodeTag, name: str) -> Edit:
        if tag.name or tag.slash is None:
            return Edit(tag.name_span, name)
        end = tag.slash.end
        return Edit(Span(end, end), name)
