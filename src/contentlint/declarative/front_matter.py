"""Rules about one key of the front matter."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, ClassVar, Final

from contentlint.declarative.declared import DeclaredRule, Problems
from contentlint.declarative.expressions import ExpressionFinder, check_expression
from contentlint.declarative.problems import DeclarationError, DeclarationProblem
from contentlint.document import Document, Entry, ListValue, Prose, StringValue, Value
from contentlint.rules.base import Message, Violation, on
from contentlint.text import Span

_NO_DEMAND: Final = Message(
    en="This rule asks nothing of ‘{key}’. Give it ‘required’, ‘forbidden’, ‘choices’, ‘pattern’, ‘min’ or ‘max’.",
    nl="Deze regel vraagt niets van ‘{key}’. Geef hem ‘required’, ‘forbidden’, ‘choices’, ‘pattern’, ‘min’ of ‘max’.",
)
_CONTRADICTION: Final = Message(
    en="‘{key}’ cannot be both required and forbidden. Take one of them out.",
    nl="‘{key}’ kan niet tegelijk verplicht en verboden zijn. Haal er één weg.",
)
_DEMANDS: Final = ("required", "forbidden", "choices", "pattern", "min", "max")


class FrontMatterKey(DeclaredRule):
    """Reports a key of the front matter that is missing, must not be there, or has a value that is not allowed.

    Of a list every value is looked at.
    """

    gaps: ClassVar = ("key", "found", "limit")
    key: ClassVar[tuple[str, ...]]
    required: ClassVar[bool] = False
    forbidden: ClassVar[bool] = False
    choices: ClassVar[tuple[str, ...]] = ()
    expression: ClassVar[ExpressionFinder[None] | None] = None
    least: ClassVar[int] = 0
    most: ClassVar[int | None] = None
    if_key: ClassVar[tuple[str, ...]] = ()
    sections: ClassVar[tuple[str, ...]] = ()
    kinds: ClassVar[tuple[str, ...]] = ()

    @classmethod
    def read(cls, values: Mapping[str, Any], problems: Problems) -> dict[str, object]:
        key = values["key"]
        if not any(values.get(demand) for demand in _DEMANDS):
            problems.append(DeclarationProblem((), _NO_DEMAND(key=key)))
        if values.get("required") and values.get("forbidden"):
            problems.append(DeclarationProblem(("forbidden",), _CONTRADICTION(key=key), at_key=True))
        expression = None
        if pattern := values.get("pattern"):
            try:
                check_expression(pattern)
                expression = ExpressionFinder([(rf"^(?:{pattern})$", None)], exact=True, whole_words=False)
            except DeclarationError as error:
                problems.append(DeclarationProblem(("pattern",), error.message))
        return {
            "key": tuple(key.split(".")),
            "required": values.get("required", False),
            "forbidden": values.get("forbidden", False),
            "choices": values.get("choices", ()),
            "expression": expression,
            "least": values.get("min", 0),
            "most": values.get("max"),
            "if_key": tuple(values["if-key"].split(".")) if "if-key" in values else (),
            "sections": values.get("sections", ()),
            "kinds": values.get("page-kinds", ()),
        }

    def check_piece(self, piece: Prose) -> Iterator[Violation]:  # noqa: ARG002 - a key is no piece of prose
        return iter(())

    @on(Document)
    def check_document(self, document: Document) -> Iterator[Violation]:
        if (self.sections and self.page.section not in self.sections) or (
            self.kinds and self.page.kind not in self.kinds
        ):
            return
        front_matter = document.front_matter
        if front_matter is None or (front_matter.get(*self.if_key) is None and self.if_key):
            return
        entry = front_matter.get(*self.key)
        if self.forbidden:
            if entry is not None:
                yield self._say(entry.key_span, entry.value.raw)
        elif entry is None or _is_empty(entry):
            if self.required:
                yield self._say(front_matter.opening if entry is None else entry.key_span, "")
        else:
            values = entry.value.items if isinstance(entry.value, ListValue) else (entry.value,)
            yield from (self._say(value.content, _shown(value)) for value in values if not self._fits(value))

    def _fits(self, value: Value) -> bool:
        text = _shown(value)
        return (
            (not self.choices or text in self.choices)
            and (self.expression is None or any(self.expression.find(text)))
            and self.least <= len(text)
            and (self.most is None or len(text) <= self.most)
        )

    def _say(self, span: Span, found: str) -> Violation:
        limit = self.most if self.most is not None and len(found) > self.most else self.least
        return self.violation(span, self.said(key=".".join(self.key), found=found, limit=limit))


def _is_empty(entry: Entry) -> bool:
    value = entry.value
    return (
        value.kind == "null"
        or (isinstance(value, StringValue) and not value.text.strip())
        or (isinstance(value, ListValue) and not value.items)
    )


def _shown(value: Value) -> str:
    return value.text if isinstance(value, StringValue) else value.raw
