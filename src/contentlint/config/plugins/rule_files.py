"""Rules without code, from files in YAML."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from hashlib import sha256
from typing import Any, Final, cast

from contentlint.config.places import span_in
from contentlint.config.plugins.rule_keys import rule_file, rule_keys
from contentlint.config.problems import Misfit
from contentlint.declarative import DeclarationProblem, build_rule
from contentlint.document.front_matter import FrontMatterProblem, ListValue, MapValue, ProblemKind, Value
from contentlint.document.front_matter.parse import MAX_LENGTH
from contentlint.document.front_matter.yaml_reader import read_yaml
from contentlint.rules.base import AnyRule, BoundMessage, Message, Origin
from contentlint.text import SourceText, Span
from contentlint.text.records import NamedTuple

_MESSAGES: Final[Mapping[ProblemKind, Message]] = {
    ProblemKind.TAB: Message(
        en="YAML wants spaces here, and this is a tab. Replace it.",
        nl="YAML wil hier spaties, en dit is een tab. Vervang hem.",
    ),
    ProblemKind.DUPLICATE_KEY: Message(
        en="The key ‘{detail}’ stands here twice. Take one of them out.",
        nl="De sleutel ‘{detail}’ staat hier twee keer. Haal er één weg.",
    ),
    ProblemKind.UNQUOTED_COLON: Message(
        en='A colon in the value makes it unreadable. Put the whole value in quotation marks: "…".',
        nl='Door een dubbele punt is de waarde onleesbaar. Zet de hele waarde tussen aanhalingstekens: "…".',
    ),
    ProblemKind.UNQUOTED_START: Message(
        en='A value that begins with ‘{detail}’ is unreadable. Put the whole value in quotation marks: "…".',
        nl='Een waarde die begint met ‘{detail}’ is onleesbaar. Zet de hele waarde tussen aanhalingstekens: "…".',
    ),
    ProblemKind.UNCLOSED_QUOTE: Message(
        en="A quotation mark opens here and is never closed. Close it.",
        nl="Hier opent een aanhalingsteken dat nergens sluit. Sluit het.",
    ),
    ProblemKind.ESCAPE: Message(
        en="Between double quotation marks ‘\\’ has a meaning of its own. Use single ones for expressions: '…'.",
        nl="Tussen dubbele aanhalingstekens heeft ‘\\’ een eigen betekenis. Gebruik voor uitdrukkingen enkele: '…'.",
    ),
    ProblemKind.INDENTATION: Message(
        en="The spaces at the start of the lines do not match here. Compare with the lines above.",
        nl="De spaties aan het begin van de regels kloppen hier niet. Vergelijk met de regels erboven.",
    ),
    ProblemKind.UNCLOSED_BRACKET: Message(
        en="The bracket ‘{detail}’ opens here and is never closed. Close it.",
        nl="Het haakje ‘{detail}’ opent hier en sluit nergens. Sluit het.",
    ),
    ProblemKind.NO_COLON: Message(
        en="This line is no key with a value. Write ‘key: value’.",
        nl="Deze regel is geen sleutel met een waarde. Schrijf ‘sleutel: waarde’.",
    ),
    ProblemKind.TOO_LARGE: Message(
        en="This file holds more than can be read (more than {detail}). Make it shorter, or several files.",
        nl="Dit bestand bevat meer dan te lezen is (meer dan {detail}). Maak het korter, of maak er meerdere van.",
    ),
    ProblemKind.TOO_DEEP: Message(
        en="Values are nested more than {detail} deep here. Make it simpler.",
        nl="Waarden zitten hier meer dan {detail} diep in elkaar. Maak het eenvoudiger.",
    ),
}
_UNREADABLE: Final = Message(
    en="From here on this is not readable YAML. Look for a missing colon, quotation mark or bracket.",
    nl="Vanaf hier is dit geen leesbare YAML. Zoek een ontbrekende dubbele punt, aanhalingsteken of haakje.",
)
_EMPTY: Final = Message(
    en="This file has no rules. Write them below a line ‘rules:’.",
    nl="Dit bestand heeft geen regels. Schrijf ze onder een regel ‘rules:’.",
)
_START: Final = "---"


class Told(NamedTuple):
    """What is wrong in a file, and where."""

    span: Span
    message: BoundMessage


class Declared(NamedTuple):
    """A rule of a file, with the places of its name, its code and its examples."""

    rule: type[AnyRule]
    name: Span
    code: Span
    examples: tuple[Span, ...]


def read_rule_file(source: SourceText, shown: str, told: list[Told], pack: str = "") -> list[Declared]:
    """Return the rules that a file declares.

    A rule that is wrong is left out; the others hold.

    Args:
        source: the file.
        shown: what people know the file by.
        told: what is wrong goes here.
        pack: the pack of contentlint's own that the file is; empty for another file.
    """
    root = _read(source, told)
    if root is None:
        return []
    misfits: list[Misfit] = []
    rule_file().read(root.python, (), misfits)
    told += [Told(_place(source, root, misfit), misfit.message) for misfit in misfits]
    wrong = {misfit.key[1] for misfit in misfits if len(misfit.key) > 1}
    fingerprint = sha256(source.text.encode("utf-8", "surrogatepass")).hexdigest()[:16]
    origin = Origin(shown, fingerprint, is_code=False, pack=pack)
    entry = root.get("rules")
    items = entry.value.items if entry and isinstance(entry.value, ListValue) else ()
    declared = []
    for index, item in enumerate(items):
        if index in wrong:
            continue
        values = cast("dict[str, Any]", rule_keys().read(item.python, ("rules", index), []))
        problems: list[DeclarationProblem] = []
        rule = build_rule(values, origin, problems)
        told += [
            Told(_place(source, item, Misfit(problem.path, problem.message, problem.at_key)), problem.message)
            for problem in problems
        ]
        if not problems:
            name, code = (span_in(item, (key,), at_key=False) for key in ("name", "code"))
            declared.append(Declared(rule, name, code, tuple(_examples(item))))
    return declared


def _read(source: SourceText, told: list[Told]) -> MapValue | None:
    """Return what a file holds, or None when it cannot be used."""
    start = int(source.has_bom)
    if source.text.startswith(_START, start):  # the line that may open a file of YAML
        start += len(_START)
    content = Span(start, len(source))
    if content.end - content.start > MAX_LENGTH:
        told.append(Told(Span(start, start), _MESSAGES[ProblemKind.TOO_LARGE](detail=MAX_LENGTH)))
        return None
    root, problems = read_yaml(source.text, content)
    told += [_told(problem) for problem in problems]
    if problems:
        return None
    entry = root.get("rules") if root else None
    if entry is None or entry.value.kind == "null":
        told.append(Told(Span(start, start), _EMPTY()))
        return None
    return root


def _place(source: SourceText, value: Value, misfit: Misfit) -> Span:
    """Return the place of something wrong; of what goes on over more lines the first one."""
    start, end = span_in(value, misfit.key, at_key=misfit.at_key)
    line = source.line_span(source.line_of(start))
    return Span(start, max(start, min(end, line.end)))


def _told(problem: FrontMatterProblem) -> Told:
    return Told(problem.span, _MESSAGES.get(problem.kind, _UNREADABLE)(detail=problem.detail))


def _examples(rule: Value) -> Iterator[Span]:
    """Yield where the examples of a rule stand, the valid ones first, as the rule has them."""
    examples = rule.get("examples") if isinstance(rule, MapValue) else None
    for key in ("valid", "invalid"):
        entry = examples.value.get(key) if examples and isinstance(examples.value, MapValue) else None
        if entry and isinstance(entry.value, ListValue):
            yield from (span_in(entry.value, (index,), at_key=False) for index in range(len(entry.value.items)))
