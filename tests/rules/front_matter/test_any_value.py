"""No value of any key stops a rule, and every fix fits the text."""

from __future__ import annotations

import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from contentlint.config import ChosenRule
from contentlint.document import Document
from contentlint.engine.linter import lint
from contentlint.rules.front_matter.known_keys import HUGO, THEMES
from contentlint.rules.front_matter.schema.schema import Schema
from contentlint.rules.registry import builtin
from contentlint.site import Site
from contentlint.text import SourceText, apply_edits

FOLDER = tempfile.TemporaryDirectory()
ROOT = Path(FOLDER.name)
(ROOT / "hugo.toml").write_text('theme = "congo"\ntimeZone = "Europe/Amsterdam"\n', "utf-8")
SCHEMA = Schema.from_short({
    "required": ["author"],
    "types": {
        "title": {"type": "string", "pattern": "^[A-Z]", "max-length": 5},
        "tags": {"type": "list of strings", "one-of": ["a"], "max-items": 1, "unique": True},
        "date": "date",
        "weight": {"type": "integer", "minimum": 2, "maximum": 3},
    },
})  # fmt: skip
PAGE = Site.load(ROOT).page("content/post/index.nl.md").with_settings(language="nl", schemas=(SCHEMA,))
RULES = [
    ChosenRule(rule, {"strict": True} if rule.code == "FM005" else {})
    for rule in builtin()
    if rule.code.startswith("FM") and rule.code != "FM014"
]
KEYS = st.sampled_from(
    [key.name for key in {**HUGO, **THEMES["congo"]}.values()] + ["author", "darft", "feature_alt", "~", "'q'"]
)
VALUES = st.sampled_from([
    "", "x", "~", "yes", '"false"', "1", "010", "1e400", ".inf", ".nan", "-0", "2.5", "99999999999999999999", "'", "a: b", "[a", "#a", "# a",
    "2025-11-20", "2025-11-20T07:00:00+02:00", '"2025-02-30"', "20251120", "9999-12-31T23:59:59-12:00", "0001-01-01", "a, b", "a\tb",
    "[Nieuw]", "[]", "[~, '']", "[[a]]", "[{src: a}]", "{}", "{a: b}", "{render: never}", "{priority: x}", "{main: {weight: x}}", "!x y",
    "&a b", "*a", "|\n  a\n  b", ">-\n  a\n\n  b", '"a\n  b"', "\n  -a\n  -b", "\n  - a\n  - b", "https://example.org/", "\u2028", "\x07", "é😀",
])  # fmt: skip


@settings(deadline=None)
@given(st.lists(st.tuples(KEYS, VALUES), max_size=6), st.sampled_from(["\n", "\r\n"]))
def test_no_value_stops_a_rule(lines: list[tuple[str, str]], newline: str) -> None:
    text = "".join(f"{line}\n" for line in ["---", *(f"{key}: {value}" for key, value in lines), "---", "", "Tekst"])
    text = text.replace("\n", newline)
    for violation in lint(Document(SourceText(text), PAGE.path), PAGE, RULES, builtin()):
        assert violation.rule.name != "internal-error", violation.message.render("en")
        assert violation.message.render("nl")
        if violation.fix:
            assert apply_edits(text, violation.fix.edits) != text
