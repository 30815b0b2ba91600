"""The page that compares our checks with those of others names rules that exist, and every rule that runs by default."""

import re
from pathlib import Path

from contentlint.rules.registry import builtin

PAGE = Path(__file__).parents[1] / "docs" / "coverage.md"
LINK = re.compile(r"\[([a-z-]+)\]\(rules/([a-z-]+)\.md\)")


def test_every_rule_that_is_named_exists() -> None:
    found = LINK.findall(PAGE.read_text("utf-8"))
    assert found
    for name, target in found:
        rule = builtin().get(name)
        assert rule is not None, name
        assert rule.info.name == name == target


def test_every_default_rule_is_named() -> None:
    named = {name for name, _ in LINK.findall(PAGE.read_text("utf-8"))}
    assert {rule.info.name for rule in builtin() if rule.info.default} <= named


def test_what_is_left_out_has_a_reason() -> None:
    rows = [line.split("|")[1:-1] for line in PAGE.read_text("utf-8").splitlines() if line.startswith("| ")]
    assert rows
    assert all(len(row) == 3 for row in rows)
    assert all(remark.strip() for _, ours, remark in rows if ours.strip() == "–")
