"""SC014: braces that look like a shortcode and are plain text to Hugo."""

from __future__ import annotations

import re
from bisect import bisect_right
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
    RuleInfo,
    Severity,
    Valid,
    Violation,
    on,
)
from contentlint.rules.shortcodes.shortcode_rule import ShortcodeRule
from contentlint.text import Edit, Span

_NAME = r"[^\W\d_][\w/-]*"
_LOOKALIKES: Final = re.compile(
    # One brace in place of two, as other systems write it.
    rf"\{{(?:(?<![\\{{]\{{)(?P<mark>[<%])\s*/?\s*(?P<name>{_NAME})[^{{}}\n]*?(?:[<>%]\}}\}}?|\}}\}})"
    # A space between the signs.
    rf"|(?<!\\\{{)\{{\s+(?P<spaced>[<%])\s*/?\s*(?P<spaced_name>{_NAME})[^{{}}\n]*?[>%]\s*\}}\}}"
    # No sign at all, as in a template.
    rf"|(?<!\\\{{)\{{-?\s*(?P<bare_name>{_NAME})\s*-?\}}\}}"
    r"|(?<!\\\{)\{-?\s*/\*(?P<comment>[^\n{]*?)\*/\s*-?\}\})"
)
_INSIDE: Final = re.compile(r"\{+[-\s]*[<%]?\s*(?P<inside>.*?)\s*[<>%]?[-\s]*\}+", re.DOTALL)
_ICON = {
    "hugo.toml": "",
    "layouts/_shortcodes/icon.html": "{{ .Params }}",
    "layouts/_shortcodes/note.html": "{{ .Inner }}",
}
"""The site of the examples."""


class ShortcodeLookalike(ShortcodeRule[Options]):
    """Reports text in braces that was meant as a shortcode: a space or a brace is missing or too many.

    Only names of shortcodes that the site has are reported; in code, braces are left alone.

    ## Why is this bad?
    Hugo takes it for plain text: visitors see the braces, and not what should stand there.

    ## Fix safety
    The fix is unsafe: it makes the text a shortcode, which then runs.
    """

    dutch = """Meldt tekst tussen accolades die als shortcode bedoeld was: er ontbreekt een spatie of accolade, of er is
    er een te veel.

    Alleen namen van shortcodes die de site heeft, worden gemeld; in code mogen accolades gewoon staan.

    ## Waarom is dat erg?
    Voor Hugo is het gewone tekst: bezoekers zien de accolades, en niet wat er had moeten staan.

    ## Wat herstellen doet
    Herstellen verandert de pagina, dus kijk eerst: de tekst wordt een shortcode, en Hugo voert die dan uit.
    """

    info = RuleInfo(
        name="shortcode-lookalike",
        code="SC014",
        family=Family.SHORTCODES,
        severity=Severity.WARNING,
        summary=Message(en="Text that looks like a shortcode", nl="Tekst die op een shortcode lijkt"),
        fixable=Applicability.UNSAFE,
        since="0.1.0",
    )
    needs = r"\{"
    plain = Message(
        en="This is no shortcode to Hugo: visitors see the braces. Write {meant}, with nothing between the first three signs.",
        nl="Dit is voor Hugo geen shortcode: bezoekers zien de accolades. Schrijf {meant}, met niets tussen de eerste drie tekens.",
    )
    comment = Message(
        en="Hugo leaves comments like this out of templates, not out of pages: visitors see it. Write <!-- … --> around the text.",
        nl="Hugo laat zulk commentaar weg uit sjablonen, niet uit pagina’s: bezoekers zien het. Zet <!-- … --> om de tekst.",
    )
    hyphen = Message(
        en="Hugo takes this hyphen for a parameter of ‘{name}’. Remove it.",
        nl="Hugo ziet dit streepje als een parameter van ‘{name}’. Haal het weg.",
    )
    make = Message(en="Make it a shortcode.", nl="Maak er een shortcode van.")
    make_comment = Message(en="Make it an HTML comment.", nl="Maak er HTML-commentaar van.")
    remove = Message(en="Remove the hyphen.", nl="Haal het streepje weg.")
    examples: ClassVar[tuple[Example, ...]] = (
        Valid("Look: {{< icon a >}} `{{ icon }}` {{ .Title }} {% include %} {x} {{ name }}\n", files=_ICON),
        Valid("Look: {{</* icon */>}} {icon} {\\{< icon >}}\n\n    {{ < icon >}}\n", files=_ICON, movable=False),
        Valid("Text\n\n<!-- write {% icon %} -->\n", files=_ICON),
        Invalid("Look: ⟦{{ < icon a >}}⟧\n", fixed="Look: {{< icon a >}}\n", files=_ICON),
        Invalid("Look: ⟦{< icon >}}⟧ ⟦{% icon %}⟧\n", fixed="Look: {{< icon >}} {{% icon %}}\n", files=_ICON),
        Invalid("Look: ⟦{{ icon }}⟧\n", fixed="Look: {{< icon >}}\n", files=_ICON),
        Invalid("Look: ⟦{{/* to do */}}⟧ there\n", fixed="Look: <!-- to do --> there\n", files=_ICON),
        Invalid("Look: {{< icon ⟦-⟧>}}\n", fixed="Look: {{< icon >}}\n", files=_ICON),
    )

    def applies(self) -> bool:
        return self.page.in_content or not self.page.site.is_hugo

    @on(Document)
    def check(self, document: Document) -> Iterator[Violation]:
        masked = document.masked
        for found in _LOOKALIKES.finditer(masked, document.body.start):
            span = Span(*found.span())
            if self.in_code(span) or self._in_comment(span):
                continue
            if found["comment"] is not None:
                if self.page.site.is_hugo:
                    edit = Edit(span, f"<!-- {found['comment'].strip()} -->")
                    yield self.violation(span, self.comment(), fix=self.unsafe_fix(self.make_comment(), edit))
                continue
            name = found["name"] or found["spaced_name"] or found["bare_name"]
            inside = _INSIDE.fullmatch(found[0])
            if inside is None or self.page.shortcodes.find(name) is None:
                continue
            mark = found["mark"] or found["spaced"] or "<"
            meant = f"{{{{{mark} {inside['inside']} {'>' if mark == '<' else '%'}}}}}"
            yield self.violation(span, self.plain(meant=meant), fix=self.unsafe_fix(self.make(), Edit(span, meant)))
        for tag in document.shortcodes.tags:
            last = tag.parameters[-1] if tag.parameters else None
            if last is not None and last.value == "-" and not last.quote and last.span.end == tag.content.end:
                fix = self.unsafe_fix(self.remove(), Edit(last.span, ""))
                yield self.violation(last.span, self.hyphen(name=tag.name), fix=fix)

    def _in_comment(self, span: Span) -> bool:
        comments = self.document.html_comments
        index = bisect_right(comments, span.start, key=lambda comment: comment.span.start) - 1
        return index >= 0 and comments[index].span.covers(span)
