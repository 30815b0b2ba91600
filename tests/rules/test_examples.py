"""Every rule does what its examples say."""

import inspect
import re
from pathlib import Path

import pytest

from contentlint.rules.base import AnyRule, Message
from contentlint.rules.registry import builtin
from contentlint.testing import check_rule

BY_THE_ENGINE = {"internal-error", "file-not-checked", "languagetool", "rule-file-invalid", "site-settings-invalid"}
"""Rules that speak only when the engine tells them something that no example text can show."""

SECTION = re.compile(r"^ *## (.+)$", re.MULTILINE)
DUTCH_TITLES = {"Why is this bad?": "Waarom is dat erg?", "Fix safety": "Wat herstellen doet"}


@pytest.mark.parametrize(
    "rule", [one.rule for one in builtin() if one.name not in BY_THE_ENGINE], ids=lambda rule: rule.info.name
)
def test_a_rule_does_what_its_examples_say(rule: type[AnyRule], tmp_path: Path) -> None:
    check_rule(rule, tmp_path)


@pytest.mark.parametrize("rule", [one.rule for one in builtin()], ids=lambda rule: rule.info.name)
def test_a_rule_is_named_and_explained_in_both_languages(rule: type[AnyRule]) -> None:
    info = rule.info
    assert len(info.name) <= 30
    assert info.name == info.name.lower().replace("_", "-")
    assert info.code.startswith(info.family.value)
    assert rule.__doc__
    assert "## Why is this bad?" in rule.__doc__
    assert (info.fixable is None) or "## Fix safety" in rule.__doc__
    assert SECTION.findall(rule.dutch) == [DUTCH_TITLES[title] for title in SECTION.findall(rule.__doc__)]
    assert inspect.cleandoc(rule.dutch).startswith("Meldt ")
    messages = [info.summary, *(value for value in vars(rule).values() if isinstance(value, Message))]
    for message in messages:
        assert message.en.strip()
        assert message.nl.strip()
        assert message.en != message.nl
        assert "!" not in message.en.replace("<!--", "") + message.nl.replace("<!--", "")
