"""What is known of a rule, for people and for programs: all of it comes from the rule itself."""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterator
from json import dumps
from typing import Final

from contentlint.outputs.display import shown, width_of, wrap
from contentlint.outputs.wording import FIXABLE, SEVERITY, rule_url
from contentlint.rules.base import AnyRule, Example, Invalid, Message, Option, Valid
from contentlint.text import SourceText, Span
from contentlint.text.records import NamedTuple

_MARK: Final = re.compile("[⟦⟧]")
_SECTION: Final = re.compile(r"^## (.+)\n", re.MULTILINE)
_BLANK: Final = re.compile(r"\n[ \t]*\n")
_ITEM: Final = re.compile(r"\n(?=- )")
_LITERAL: Final = re.compile(r"(?<!`)``([^`]+)``(?!`)")
_GAP: Final = re.compile(r"\{\w+\}")

_TITLES: Final = {
    "Why is this bad?": Message(en="Why is this bad?", nl="Waarom is dat erg?"),
    "Fix safety": Message(en="What a fix does", nl="Wat herstellen doet"),
}
_ENGLISH_ONLY: Final = Message(
    en="(This explanation is in English only.)", nl="(De uitleg hieronder is er alleen in het Engels.)"
)
_SAYS: Final = Message(en="What it says", nl="Wat de regel zegt")
_WRONG: Final = Message(en="Wrong", nl="Fout")
_MENDED: Final = Message(en="Mended", nl="Hersteld")
_RIGHT: Final = Message(en="Right", nl="Goed")
_OPTIONS: Final = Message(en="Options", nl="Opties")
_CHOICES: Final = Message(en="one of {choices}", nl="een van {choices}")
_WITH: Final = Message(en="with {options}", nl="met {options}")
_SWITCH_OFF: Final = Message(en="Switch it off", nl="Uitzetten")
_SWITCH_ON: Final = Message(en="Switch it on", nl="Aanzetten")
_HERE: Final = Message(en="for the next line, in the text:", nl="voor de volgende regel, in de tekst:")
_FOR_FILE: Final = Message(en="for a whole file, in its text:", nl="voor een heel bestand, in de tekst:")
_FOR_SITE: Final = Message(en="for the site, in contentlint.toml:", nl="voor de hele site, in contentlint.toml:")
_REASON: Final = Message(en="reason", nl="reden")
OFF_BY_DEFAULT: Final = Message(en="off by default", nl="staat standaard uit")
_ONLY_IN: Final = Message(en="texts in {languages} only", nl="alleen voor teksten in {languages}")
_AND: Final = Message(en=" and ", nl=" en ")
_LANGUAGE_NAMES: Final = {"nl": Message(en="Dutch", nl="het Nederlands"), "en": Message(en="English", nl="het Engels")}


class Marked(NamedTuple):
    """The text of an example without its marks, and the spans that they mark."""

    text: str
    spans: tuple[Span, ...]


def unmark(text: str) -> Marked:
    """Take ``⟦`` and ``⟧`` out of the text of an example; one pair may stand inside another."""
    spans: list[Span] = []
    open_at: list[int] = []
    for index, mark in enumerate(_MARK.finditer(text)):
        place = mark.start() - index
        if mark[0] == "⟦":
            open_at.append(place)
        else:
            spans.append(Span(open_at.pop(), place))
    return Marked(_MARK.sub("", text), tuple(spans))


def documentation(rule: type[AnyRule], language: str) -> str:
    """Return what a rule says of itself in ``en`` or ``nl``, as Markdown; empty where it is not written in Dutch."""
    text = inspect.cleandoc(rule.dutch if language == "nl" else rule.__doc__ or "")
    return _LITERAL.sub(r"`\1`", text)


def as_data(rule: type[AnyRule]) -> dict[str, object]:
    """Return all that is known of a rule, as it goes into JSON."""
    info = rule.info
    return {
        "name": info.name,
        "code": info.code,
        "family": info.family.value,
        "severity": info.severity.label,
        "default": info.default,
        "fixable": info.fixable.value if info.fixable else None,
        "wcag": info.wcag,
        "languages": info.languages,
        "since": info.since,
        "url": rule_url(info.name, rule.origin),
        "summary": _both(info.summary),
        "explanation": {
            "en": documentation(rule, "en"),
            "nl": documentation(rule, "nl") or None,
        },
        "messages": [_both(message) for message in _messages(rule)],
        "options": [_option(option) for option in rule.options_type.declared().values()],
        "examples": [_example(example) for example in rule.examples],
    }


def _both(message: Message) -> dict[str, str]:
    return {"en": message.en, "nl": message.nl}


def _messages(rule: type[AnyRule]) -> list[Message]:
    return [value for value in vars(rule).values() if isinstance(value, Message)]


def _option(option: Option) -> dict[str, object]:
    types = {bool: "boolean", int: "integer", str: "string", tuple: "list of strings"}
    return {
        "key": option.key,
        "type": types[type(option.default)],
        "default": option.default,
        "choices": option.choices,
        "minimum": option.minimum,
        "help": _both(option.help),
    }


def _example(example: Example) -> dict[str, object]:
    marked = unmark(example.text)
    source = SourceText(marked.text)
    places = [(*source.position(span.start), *source.position(span.end)) for span in marked.spans]
    return {
        "valid": isinstance(example, Valid),
        "text": marked.text,
        "violations": [dict(zip(("line", "column", "end_line", "end_column"), place, strict=True)) for place in places],
        "fixed": example.fixed,
        "path": example.path,
        "files": {name: None if isinstance(content, bytes) else content for name, content in example.files.items()},
        "options": example.options,
        "language": example.language,
    }


def as_text(rule: type[AnyRule], language: str, width: int) -> Iterator[str]:
    """Yield the lines that explain a rule to people."""
    return _Page(rule, language, width).lines()


class _Page:
    """The explanation of one rule for one reader."""

    def __init__(self, rule: type[AnyRule], language: str, width: int) -> None:
        self._rule: Final = rule
        self._language: Final = language
        self._width: Final = width

    def _say(self, message: Message, **values: object) -> str:
        return message(**values).render(self._language)

    def lines(self) -> Iterator[str]:
        info = self._rule.info
        yield f"{info.name} ({info.code})"
        yield self._say(info.summary)
        yield self._facts()
        if text := documentation(self._rule, self._language):
            yield from self._documentation(text)
        else:
            yield ""
            yield self._say(_ENGLISH_ONLY)
            yield from self._documentation(documentation(self._rule, "en"))
            yield from self._sayings()
        yield from self._examples()
        yield from self._options()
        yield from self._switches()

    def _facts(self) -> str:
        info = self._rule.info
        facts = [self._say(SEVERITY[info.severity])]
        if info.fixable:
            facts.append(self._say(FIXABLE[info.fixable]))
        if info.languages:
            names = [self._say(_LANGUAGE_NAMES[code]) if code in _LANGUAGE_NAMES else code for code in info.languages]
            facts.append(self._say(_ONLY_IN, languages=self._say(_AND).join(names)))
        if not info.default:
            facts.append(self._say(OFF_BY_DEFAULT))
        return " · ".join((*facts, *(f"WCAG {criterion}" for criterion in info.wcag)))

    def _documentation(self, text: str) -> Iterator[str]:
        first, *sections = _SECTION.split(text)
        yield ""
        yield from self._paragraphs(first)
        for title, section in zip(sections[::2], sections[1::2], strict=True):
            yield ""
            yield self._say(_TITLES[title]) if title in _TITLES else title
            yield from self._paragraphs(section)

    def _sayings(self) -> Iterator[str]:
        """Yield the messages: in Dutch where the documentation is not."""
        if messages := _messages(self._rule):
            yield from self._title(_SAYS)
        for message in messages:
            yield from self._indented(_GAP.sub("…", message.in_language(self._language)))

    def _paragraphs(self, text: str) -> Iterator[str]:
        for index, paragraph in enumerate(_BLANK.split(text.strip())):
            if index:
                yield ""
            for item in _ITEM.split(paragraph):
                yield from wrap(" ".join(item.split()), self._width)

    def _title(self, title: Message) -> Iterator[str]:
        yield ""
        yield self._say(title)

    def _indented(self, text: str) -> Iterator[str]:
        for line in wrap(text, self._width - 2):
            yield f"  {line}"

    def _examples(self) -> Iterator[str]:
        wrong = _plainest(self._rule, Invalid, self._language)
        if wrong:
            yield from self._title(_WRONG)
            yield from self._example(wrong, wrong.text)
            if wrong.fixed is not None:
                yield from self._title(_MENDED)
                yield from self._example(None, wrong.fixed)
        if right := _plainest(self._rule, Valid, self._language):
            yield from self._title(_RIGHT)
            yield from self._example(right, right.text)

    def _example(self, example: Example | None, text: str) -> Iterator[str]:
        for line in example_lines(text):
            yield f"  {line}".rstrip()
        if example and example.options:
            options = ", ".join(f"{key} = {toml_value(value)}" for key, value in example.options.items())
            yield f"  ({self._say(_WITH, options=options)})"

    def _options(self) -> Iterator[str]:
        declared = self._rule.options_type.declared()
        if declared:
            yield from self._title(_OPTIONS)
        for option in declared.values():
            yield f"  {option.key} = {toml_value(option.default)}"
            choices = self._say(_CHOICES, choices=", ".join(option.choices)) if option.choices else ""
            help_ = option.help.in_language(self._language)
            for line in wrap("; ".join(filter(None, (help_, choices))), self._width - 4):
                yield f"    {line}"

    def _switches(self) -> Iterator[str]:
        name = self._rule.info.name
        reason = self._say(_REASON)
        yield from self._title(_SWITCH_OFF)
        for where, what in (
            (_HERE, f"<!-- contentlint-disable-next-line {name} -- {reason} -->"),
            (_FOR_FILE, f"<!-- contentlint-disable-file {name} -- {reason} -->"),
            (_FOR_SITE, f'ignore = ["{name}"]'),
        ):
            yield f"  {self._say(where)}"
            yield f"    {what}"
        pack = self._rule.origin.pack if self._rule.origin else ""
        settings = [f'packs = ["{pack}"]'] if pack else []
        if not self._rule.info.default:
            settings.append(f'extend-select = ["{name}"]')
        if settings:
            yield from self._title(_SWITCH_ON)
            yield f"  {self._say(_FOR_SITE)}"
            yield from (f"    {setting}" for setting in settings)


def example_lines(text: str) -> Iterator[str]:
    """Yield the lines of an example as they are shown, each with marks under what a rule reports in it."""
    marked = unmark(text)
    source = SourceText(marked.text)
    for number in range(1, source.line_count + (not marked.text.endswith("\n"))):
        start, end = source.line_span(number)
        yield shown(marked.text[start:end]).rstrip()
        marks = [Span(max(span.start, start), min(span.end, end)) for span in marked.spans]
        marks = [span for span in marks if span.start < span.end or (span.empty and start <= span.start <= end)]
        if marks:
            yield _underline(marked.text[start:end], [Span(a - start, b - start) for a, b in marks])


def _plainest(rule: type[AnyRule], kind: type[Example], language: str) -> Example | None:
    """Return the example that needs the least besides its text, rather in the reader's language."""
    return min(
        (example for example in rule.examples if isinstance(example, kind)),
        key=lambda example: (len(example.files), len(example.options), example.language != language),
        default=None,
    )


def _underline(line: str, spans: list[Span]) -> str:
    """Return marks to stand under spans of a line."""
    marks = ""
    for span in spans:
        marks = marks.ljust(width_of(line[: span.start]))
        marks += "‾" * max(1, width_of(line[span.start : span.end]))
    return marks


def toml_value(value: object) -> str:
    """Return a value of an option as it is written in the settings; JSON's notation of these is TOML's too."""
    return dumps(value, ensure_ascii=False)
