"""Rules about words in whose place others should stand."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, ClassVar, Final

from contentlint.declarative.declared import EXACT, KEEP, DeclaredRule, Problems
from contentlint.declarative.expressions import ExpressionFinder, check_expression, groups_of
from contentlint.declarative.letters import keep_case
from contentlint.declarative.phrases import Found, PhraseFinder, expand
from contentlint.declarative.problems import DeclarationError, DeclarationProblem
from contentlint.document import Prose
from contentlint.rules.base import Message, Violation
from contentlint.text.records import NamedTuple

Choices = tuple[str, ...]

_NOTHING: Final = Message(
    en="This rule says nothing to replace. Give it ‘swap’ or ‘swap-patterns’.",
    nl="Deze regel zegt niet wat te vervangen. Geef hem ‘swap’ of ‘swap-patterns’.",
)
_UNEVEN: Final = Message(
    en="The forms of ‘{left}’ ({forms}) and of ‘{right}’ ({others}) do not match. Write as many, or one for all.",
    nl="De vormen van ‘{left}’ ({forms}) en van ‘{right}’ ({others}) passen niet bij elkaar. Schrijf er evenveel, of één "
    "voor alle.",
)
_TWICE: Final = Message(
    en="‘{form}’ stands in this list already. Take one of them out.",
    nl="‘{form}’ staat al in deze lijst. Haal er één weg.",
)
_ROUND: Final = Message(
    en="‘{new}’ holds what this rule itself replaces, so mending would never end. Choose another text.",
    nl="In ‘{new}’ staat iets wat deze regel zelf vervangt; herstellen houdt dan nooit op. Kies een andere tekst.",
)
_NO_GROUP: Final = Message(
    en="‘\\{number}’ stands for a part in brackets that this expression does not have.",
    nl="‘\\{number}’ staat voor een deel tussen haakjes dat deze uitdrukking niet heeft.",
)
_PART: Final = re.compile(r"\\([0-9])")


class Substitution(DeclaredRule):
    """Reports words for which there are others, and offers those."""

    gaps: ClassVar = ("found", "instead")
    lists: ClassVar[_Lists]
    case: ClassVar[str] = KEEP

    @classmethod
    def read(cls, values: Mapping[str, Any], problems: Problems) -> dict[str, object]:
        swap, patterns = values.get("swap", {}), values.get("swap-patterns", {})
        if not swap and not patterns:
            problems.append(DeclarationProblem((), _NOTHING()))
        case = values.get("case", KEEP)
        forms = _read_swap(swap, problems)
        lists = _Lists(
            PhraseFinder([(form, choices) for form, (_, choices) in forms.items()], exact=case == EXACT),
            _read_patterns(patterns, values, problems),
        )
        written = [(("swap", key), choices) for key, choices in forms.values()]
        written += [(("swap-patterns", key), choices) for key, choices in patterns.items()]
        for path, choices in written:
            whole = (choice for choice in choices if path[0] == "swap" or not _PART.search(choice))
            if again := next((choice for choice in whole if lists.change(choice, case, "")), None):
                problems.append(DeclarationProblem(path, _ROUND(new=again)))
        return {"lists": lists, "case": case}

    def check_piece(self, piece: Prose) -> Iterator[Violation]:
        for one in self.allowed(piece, self.lists.find(piece.text)):
            text = piece.text[one.start : one.end]
            choices = in_case(text, one.value, self.case, piece.language)
            if text not in choices:
                # A replacement made of what was found may hold again what is replaced; mending would never end.
                ends = not any(self.lists.change(choice, self.case, piece.language) for choice in choices)
                yield self.replacing(piece, one.start, one.end, choices, mends=ends)


class _Lists(NamedTuple):
    """What finds the words and the expressions of a rule, with what could stand in their place."""

    phrases: PhraseFinder[Choices]
    expressions: ExpressionFinder[Choices] | None

    def find(self, text: str) -> Iterator[Found[Choices]]:
        """Yield what is found, with the replacements filled in."""
        yield from self.phrases.find(text)
        for one in self.expressions.find(text) if self.expressions else ():
            yield one._replace(value=tuple(_filled(choice, one.groups) for choice in one.value))

    def change(self, text: str, case: str, language: str) -> bool:
        """Whether something in a text would be replaced by something else."""
        return any(
            text[one.start : one.end] not in in_case(text[one.start : one.end], one.value, case, language)
            for one in self.find(text)
        )


def in_case(found: str, choices: Choices, case: str, language: str) -> Choices:
    """Return replacements with the capitals that they get in the place of what was found."""
    return tuple(keep_case(found, one, language) for one in choices) if case == KEEP else choices


def _read_swap(swap: Mapping[str, Choices], problems: Problems) -> dict[str, tuple[str, Choices]]:
    """Return each form with the line it comes from and what may stand in its place."""
    forms: dict[str, tuple[str, Choices]] = {}
    for key, choices in swap.items():
        try:
            left = expand(key)
            for form, instead in zip(
                left, zip(*(_as_many(key, left, choice) for choice in choices), strict=True), strict=True
            ):
                if form in forms:
                    problems.append(DeclarationProblem(("swap", key), _TWICE(form=form), at_key=True))
                forms.setdefault(form, (key, instead))
        except DeclarationError as error:
            problems.append(DeclarationProblem(("swap", key), error.message))
    return forms


def _as_many(key: str, left: tuple[str, ...], choice: str) -> tuple[str, ...]:
    right = expand(choice)
    if len(right) == 1:
        return right * len(left)
    if len(right) != len(left):
        raise DeclarationError(_UNEVEN(left=key, forms=len(left), right=choice, others=len(right)))
    return right


def _read_patterns(
    patterns: Mapping[str, Choices], values: Mapping[str, Any], problems: Problems
) -> ExpressionFinder[Choices] | None:
    usable: list[tuple[str, Choices]] = []
    for expression, choices in patterns.items():
        try:
            check_expression(expression)
            count = groups_of(expression)
            for number in (int(digit) for choice in choices for digit in _PART.findall(choice)):
                if number > count:
                    raise DeclarationError(_NO_GROUP(number=number))  # noqa: TRY301 - told like what is raised above
            usable.append((expression, choices))
        except DeclarationError as error:
            problems.append(DeclarationProblem(("swap-patterns", expression), error.message))
    if not usable:
        return None
    exact = values.get("case", KEEP) == EXACT
    return ExpressionFinder(usable, exact=exact, whole_words=values.get("whole-words", True))


def _filled(choice: str, groups: tuple[str, ...]) -> str:
    """Return a replacement with the parts that the expression set apart."""
    return _PART.sub(lambda part: groups[int(part[1])], choice)
