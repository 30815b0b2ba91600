"""The regular expressions in the source do the same on every Python that is supported.

Before Python 3.11.5 a possessive repeat of a group goes wrong when the group is given up halfway: on 3.11.2, which Debian
12 has, ``(?:ab?c)++`` matches the whole of ``aca``. Such a group can always be written as a loop around characters, as in
``"[^"\\\\]*+(?:\\\\.[^"\\\\]*+)*"``, which is quicker, too.
"""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[1] / "src" / "contentlint"
CHARACTER = re.compile(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]", re.DOTALL)
UNSAFE = re.compile(r"[^(]\)(?:[*+?]|\{\d*,?\d*\})\+|\(\?>")


def texts(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """Yield each text in a module with its line, one with values in it as a whole."""
    inside = {id(part) for node in ast.walk(tree) if isinstance(node, ast.JoinedStr) for part in node.values}
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr):
            parts = (part.value if isinstance(part, ast.Constant) else "(?:x)" for part in node.values)
            yield node.lineno, "".join(map(str, parts))
        elif isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in inside:
            yield node.lineno, node.value


def unsafe(source: str) -> list[int]:
    """Return the lines of texts with a possessive repeat of a group, or a group without a way back."""
    return [line for line, text in texts(ast.parse(source)) if UNSAFE.search(CHARACTER.sub("x", text))]


@pytest.mark.parametrize("pattern", ["(?:ab?c)++", "(?:ab|c)*+", "(a[)]b)?+", "(?:ab){1,3}+", "(?>ab?)"])
def test_possessive_repeats_of_groups_are_seen(pattern: str) -> None:
    assert unsafe(f"PATTERN = r'x{pattern}'") == [1]


def test_a_part_that_is_named_counts_as_a_group() -> None:
    assert unsafe('PATTERN = rf"x{PART}*+"') == [1]
    assert unsafe('PATTERN = rf"x{PART}*"') == []


@pytest.mark.parametrize("pattern", ["[^a]*+", r"\)*+", "[()]*+", r"\w++(?:a\w++)*", "!$&'()*+,"])
def test_possessive_repeats_of_characters_are_allowed(pattern: str) -> None:
    assert unsafe(f"PATTERN = {pattern!r}") == []


def test_no_expression_of_ours_repeats_a_group_possessively() -> None:
    assert {
        str(file.relative_to(SOURCE)): lines
        for file in SOURCE.rglob("*.py")
        if (lines := unsafe(file.read_text(encoding="utf-8")))
    } == {}
