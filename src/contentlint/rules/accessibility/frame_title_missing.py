"""AX004: a frame without a title."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from contentlint.document import HtmlElement, ShortcodeTag
from contentlint.rules.accessibility.elements import has_label, is_hidden, value
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
from contentlint.site import is_omitted

_HUGO = {"hugo.toml": ""}


class FrameTitleMissing(Rule[Options]):
    """Reports an ``<iframe>`` without a title, and Hugo's own ``vimeo`` and ``youtube`` when they are left to a default.

    Two frames with one title and different content are a warning, too. Hugo gives a YouTube film the English title “YouTube
    video” on any page, which is worth a remark, and one of Vimeo none at all, which is worth a warning.

    ## Why is this bad?
    A screen reader announces a frame and cannot say what is in it, or says it in the wrong language.
    """

    dutch = """Meldt een ``<iframe>`` zonder titel, en de shortcodes ``vimeo`` en ``youtube`` van Hugo zelf als je er
    geen titel aan geeft.

    Twee vensters met één titel en verschillende inhoud zijn ook een waarschuwing. Hugo geeft een film van YouTube op elke
    pagina de Engelse titel ‘YouTube video’ (dat is een opmerking), en een film van Vimeo helemaal geen titel (dat is een
    waarschuwing).

    ## Waarom is dat erg?
    Een schermlezer kondigt een ingesloten venster aan en kan niet zeggen wat erin zit, of zegt het in de verkeerde
    taal.
    """

    info = RuleInfo(
        name="frame-title-missing",
        code="AX004",
        family=Family.ACCESSIBILITY,
        severity=Severity.ERROR,
        summary=Message(en="Frame without a title", nl="Ingesloten venster zonder titel"),
        wcag=("4.1.2", "2.4.1"),
        since="0.1.0",
    )
    needs = r"<[IiFf]|\{\{[<%]\W*[VvYy]"
    no_title = Message(
        en='This frame has no title, so a screen reader cannot say what is in it. Add title="…".',
        nl='Dit ingesloten venster heeft geen titel, dus een schermlezer kan niet zeggen wat erin zit. Voeg title="…" toe.',
    )
    same_title = Message(
        en="Another frame on line {line} has this title, too, so a screen reader cannot tell them apart. Say what is in each.",
        nl="Een ander venster op regel {line} heeft ook deze titel, dus een schermlezer kan ze niet uit elkaar houden. Zeg wat er "
        "in elk zit.",
    )
    no_parameter = Message(
        en="This film has no title of its own, so a screen reader cannot say what it is about. Write: {example}",
        nl="Deze film heeft geen eigen titel, dus een schermlezer kan niet zeggen waar hij over gaat. Schrijf: {example}",
    )
    examples: ClassVar[tuple[Example, ...]] = (
        Valid(
            '<iframe src="/map" title="Map of the town"></iframe>\n\n<iframe src="/x" aria-hidden="true"></iframe>\n'
        ),
        Valid('A film: {{< vimeo id="55073825" title="How bees live" >}}\n', files=_HUGO),
        Valid('<iframe src="/map"></iframe>\n', files=_HUGO),
        Invalid('⟦<iframe src="/map">⟧</iframe>\n'),
        Invalid('⟦<iframe src="/map" title=" ">⟧</iframe>\n'),
        Invalid('<iframe src="/a" title="Map"></iframe>\n\n⟦<iframe src="/b" title="map">⟧</iframe>\n'),
        Invalid("A film: ⟦{{< vimeo 55073825 >}}⟧\n", files=_HUGO),
    )

    def begin(self) -> None:
        self._titles: dict[str, tuple[int, str]] = {}

    @on(HtmlElement)
    def check_element(self, element: HtmlElement) -> Iterator[Violation]:
        if element.name not in ("iframe", "frame") or is_omitted(self.document, self.page, element):
            return
        if is_hidden(element):
            return
        if not has_label(element):
            yield self.violation(element.span, self.no_title())
        title, address = value(element, "title"), value(element, "src")
        if title and "{{" not in title:
            line = self.document.source.line_of(element.span.start)
            first_line, first_address = self._titles.setdefault(title.casefold(), (line, address))
            if first_address != address:
                yield self.violation(element.span, self.same_title(line=first_line), severity=Severity.WARNING)

    @on(ShortcodeTag)
    def check_shortcode(self, tag: ShortcodeTag) -> Iterator[Violation]:
        name = tag.name.lower()
        if name not in ("vimeo", "youtube") or tag.closing or tag.broken or not self.page.site.is_hugo:
            return
        template = self.page.shortcodes.find(name)
        if template is None or template.path or tag.parameter("title") is not None:
            return
        if name == "youtube" and self.document.language.startswith("en"):
            return
        identifier = tag.parameter("id") or tag.parameter(0)
        value = identifier.value if identifier else "…"
        example = f'{{{{< {name} id="{value}" title="…" >}}}}'
        # A film of YouTube has a title at least, if a useless one in English.
        severity = Severity.INFO if name == "youtube" else Severity.WARNING
        yield self.violation(tag.span, self.no_parameter(example=example), severity=severity)
