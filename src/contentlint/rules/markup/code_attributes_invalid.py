"""MK009: attributes behind a fence that Hugo cannot read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import ClassVar, Final

from contentlint.document import CodeBlock
from contentlint.document.code_attributes import AttributeValue, read_code_attributes
from contentlint.rules.base import (
    Applicability,
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
from contentlint.site.highlighting import NUMBERS, TEXTS, TRUTHS, fits
from contentlint.text import Span

_FENCE = re.compile(r"(?:`{3,}|~{3,})[ \t]*")
_LINES = re.compile(r"\{[ ]*(?:\d+(?:-\d+)?)(?:[ ]*,[ ]*\d+(?:-\d+)?)*[ ]*\}", re.ASCII)
_RANGE = re.compile(r"\d+(?:-\d+)?", re.ASCII)
_LANGUAGE = re.compile(r"\{([A-Za-z][\w+#-]*)(?:[ ,][^{}]*)?\}", re.ASCII)
_HOOKED: Final = frozenset({"goat"})
"""Languages for which Hugo itself has a template that does not highlight."""
_SITE: Final = {"hugo.toml": ""}
_NOWHERE: Final = 0
"""Where Hugo reports a setting of highlighting: at the beginning of the page."""


class CodeAttributesInvalid(Rule[Options]):
    """Reports attributes in braces behind the opening fence of a code block that Hugo cannot read.

    Other programs use such braces in ways of their own: ``{1,3-4}`` for lines to mark, ``{r}`` for code to run.

    ## Why is this bad?
    Hugo stops, and the whole site is not built.

    ## Fix safety
    The fix is a suggestion: Hugo's way to mark those lines, or the name of the language without braces.
    """

    dutch = """Meldt attributen tussen accolades achter de regel waarmee een codeblok begint, als Hugo ze niet kan lezen.

    Andere programma’s gebruiken zulke accolades op hun eigen manier: ``{1,3-4}`` voor regels die opvallen, ``{r}`` voor
    code die wordt uitgevoerd.

    ## Waarom is dat erg?
    Hugo stopt, en de hele site wordt niet gebouwd.

    ## Wat herstellen doet
    contentlint doet een voorstel: de manier waarop Hugo regels laat opvallen, of de naam van de taal zonder accolades.
    """

    info = RuleInfo(
        name="code-attributes-invalid",
        code="MK009",
        family=Family.MARKUP,
        severity=Severity.ERROR,
        summary=Message(
            en="Attributes of code that Hugo cannot read", nl="Attributen van code die Hugo niet kan lezen"
        ),
        fixable=Applicability.SUGGESTION,
        since="0.1.0",
    )
    unreadable = Message(
        en="Hugo cannot read ‘{found}’ here, so the site cannot be built. Settings of code are written as {example}.",
        nl="Hugo kan ‘{found}’ hier niet lezen, dus de site kan niet worden gebouwd. Instellingen van code schrijf je als {example}.",
    )
    lines = Message(
        en="Hugo cannot read ‘{found}’ here, so the site cannot be built. To mark lines, write {better}.",
        nl="Hugo kan ‘{found}’ hier niet lezen, dus de site kan niet worden gebouwd. Schrijf {better} om regels te laten opvallen.",
    )
    language = Message(
        en="Hugo wants the language of code without braces and stops at ‘{found}’. Write {better}.",
        nl="Hugo wil de taal van code zonder accolades en stopt bij ‘{found}’. Schrijf {better}.",
    )
    setting = Message(
        en="Hugo cannot use the value of ‘{name}’ here, so the site cannot be built. Write {wanted}.",
        nl="Hugo kan de waarde van ‘{name}’ hier niet gebruiken, dus de site kan niet worden gebouwd. Schrijf {wanted}.",
    )
    number = Message(en="a whole number", nl="een heel getal")
    truth = Message(en="true or false", nl="true of false")
    text = Message(en="one word or text", nl="één woord of tekst")
    examples: ClassVar[tuple[Example, ...]] = (
        Valid('```go {linenos=table hl_lines=[1,"3-4"], .wide #list}\nx := 1\n```\n', files=_SITE),
        Valid("```go {a b\nx\n```\n\n    ```go {a b}\n", files=_SITE, movable=False),
        Valid("```js {1,3-4}\nx\n```\n"),
        Valid("```js {1,3-4}\nx\n```\n", files={"hugo.toml": "[markup.highlight]\ncodeFences = false\n"}),
        Valid("```go {linenostart=a}\nx\n```\n", files={**_SITE, "layouts/_markup/render-codeblock.html": "x"}),
        Invalid("```js ⟦{1,3-4}⟧\nx\n```\n", fixed='```js {hl_lines=[1,"3-4"]}\nx\n```\n', files=_SITE),
        Invalid("```⟦{r, echo=FALSE}⟧\nx\n```\n", fixed="```r\nx\n```\n", files=_SITE),
        Invalid("~~~go ⟦{title='a' linenos}⟧\nx\n~~~\n", files=_SITE),
        Invalid("```go ⟦{linenostart=a}⟧\nx\n```\n\n```go ⟦{guesssyntax=yes}⟧\nx\n```\n", files=_SITE),
        Invalid("```go ⟦{linenos=null}⟧\nx\n```\n", files=_SITE),
    )

    def applies(self) -> bool:
        site = self.page.site
        return self.page.in_content and site.configuration.flag("markup", "highlight", "codeFences", default=True)

    @on(CodeBlock)
    def check(self, block: CodeBlock) -> Iterator[Violation]:
        if block.info is None or "{" not in block.info:
            return
        fence = _FENCE.match(self.document.text, block.span.start)
        if fence is None:
            return
        line_end = self.document.text.find("\n", fence.end())
        whole = Span(fence.end(), len(self.document.text) if line_end < 0 else line_end)
        info = self.document[whole].rstrip("\r")
        found = read_code_attributes(info)
        if found is None or any(whole.start <= tag.span.start < whole.end for tag in self.document.shortcodes.tags):
            return
        span = Span(whole.start + found.start, whole.start + found.end)
        # A file of another page is shown only where a template asks for its text.
        severity = Severity.WARNING if self.page.is_resource else None
        if found.values is None:
            yield self._unreadable(span, info.strip(), severity)
            return
        language = info[: found.start].split(None, 1)[:1]
        for name, value in found.values:
            if value is None or (self._highlights("".join(language)) and not _fits(name.lower(), value)):
                wanted = self.number if name.lower() in NUMBERS else self.truth if name.lower() in TRUTHS else self.text
                message = self.setting(name=name, wanted=wanted())
                yield self.violation(span, message, severity=severity, stop=_NOWHERE)
                return

    def _unreadable(self, span: Span, info: str, severity: Severity | None) -> Violation:
        given = self.document[span]
        shown = given if len(given) <= 40 else given[:39] + "…"
        if _LINES.fullmatch(given):
            ranges = (f'"{one}"' if "-" in one else one for one in _RANGE.findall(given))
            better = f"{{hl_lines=[{','.join(ranges)}]}}"
            return self.violation(
                span, self.lines(found=shown, better=better), severity=severity, suggestions=(better,)
            )
        if info == given and (language := _LANGUAGE.fullmatch(given)):
            better = language[1]
            return self.violation(
                span, self.language(found=shown, better=better), severity=severity, suggestions=(better,)
            )
        message = self.unreadable(found=shown, example='{linenos=true title="…"}')
        return self.violation(span, message, severity=severity)

    def _highlights(self, language: str) -> bool:
        """Whether Hugo surely highlights code in a language itself, and so reads the settings of highlighting."""
        site = self.page.site
        hooks = ("codeblock", f"codeblock-{language}") if language else ("codeblock",)
        return site.complete and language not in _HOOKED and all(site.render_hook(hook) is None for hook in hooks)


def _fits(name: str, value: AttributeValue) -> bool:
    """Whether Hugo can use a value for one of its settings; what is no setting of its becomes an attribute."""
    if isinstance(value, str):
        return fits(name, value)
    return not isinstance(value, tuple) or name not in NUMBERS | TRUTHS | TEXTS
