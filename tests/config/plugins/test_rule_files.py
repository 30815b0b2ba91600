"""Files with rules: what is wrong is told at its place, and the rest holds."""

from __future__ import annotations

from pathlib import Path

import jsonschema
import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from contentlint.config.plugins.rule_files import Told, read_rule_file
from contentlint.config.plugins.rule_keys import rule_file, rule_file_schema
from contentlint.config.plugins.sources import PACKS, pack_names
from contentlint.config.problems import Misfit
from contentlint.rules.entry import RuleEntry
from contentlint.rules.registry import Registry, builtin
from contentlint.testing import check_rule
from contentlint.text import SourceText

ROOT = Path(__file__).parents[3]
HEAD = "rules:\n  - name: house-word\n    code: HR001\n    summary: Odd\n    message: Odd.\n"
GOOD = HEAD + "    kind: existence\n    words: [odd]\n"


def told(text: str) -> list[str]:
    source = SourceText(text)
    problems: list[Told] = []
    read_rule_file(source, "house.yaml", problems)
    return [
        f"{source.position(one.span.start).line}:{source.position(one.span.start).column} {one.message.render('en')}"
        for one in problems
    ]


def names(text: str) -> list[str]:
    return [one.rule.info.name for one in read_rule_file(SourceText(text), "house.yaml", [])]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", "1:1 This file has no rules."),
        ("# only a remark\n", "1:1 This file has no rules."),
        ("rules:\n", "1:1 This file has no rules."),
        (GOOD.replace("[odd]", ""), "7:11 ‘rules[0].words’ must be a list, not nothing."),
        ("rules: []\n", "1:8 ‘rules’ is empty."),
        ("rules: none\n", "1:8 ‘rules’ must be a list, not a text."),
        ("rulez: []\n", "1:1 This file has no rules."),
        ("- name: x\n", "1:1 From here on this is not readable YAML."),
        ("rules:\n  - odd\n", "2:5 ‘rules[0]’ must be a table, not a text."),
        ("rules:\n\t- name: x\n", "2:1 YAML wants spaces here"),
        ("rules:\n  - name: x: y\n", "2:12 A colon in the value makes it unreadable."),
        (GOOD + "    name: other\n", "8:5 The key ‘name’ stands here twice."),
        (GOOD.replace("[odd]", "[odd"), "7:12 The bracket ‘[’ opens here and is never closed."),
        (GOOD.replace("existence", "existance"), "6:11 ‘kind’ must be one of existence, substitution, occurrence"),
        (HEAD + "    words: [odd]\n", "2:5 ‘kind’ must be one of existence, substitution, occurrence"),
        (GOOD.replace("    words: [odd]\n", ""), "2:5 This rule says nothing to look for."),
        (GOOD.replace("words", "wrods"), "7:5 ‘wrods’ is not a setting of ‘rules[0]’. Did you mean ‘words’?"),
        (GOOD.replace("[odd]", "odd"), "7:12 ‘rules[0].words’ must be a list, not a text."),
        (GOOD.replace("[odd]", "['']"), "7:13 ‘rules[0].words[0]’ is empty."),
        (GOOD.replace("[odd]", "[5]"), "7:13 ‘rules[0].words[0]’ must be a text, not a number."),
        (GOOD.replace("[odd]", "['{a']"), "7:13 In ‘{a’ the braces do not match."),
        (GOOD.replace("[odd]", "['{,a}']"), "7:13 ‘{,a}’ leaves a form without a letter or a sign."),
        (GOOD.replace("[odd]", "['" + "{a,b}" * 11 + "']"), "7:13 ‘{a,b}"),
        (GOOD.replace("words: [odd]", "patterns: ['(a']"), "7:16 This expression cannot be used: missing ): (a."),
        (GOOD.replace("words: [odd]", "patterns: ['a(?!b)']"), "7:16 ‘(?!’ is not supported"),
        (GOOD.replace("words: [odd]", r"patterns: ['(a)\1']"), r"7:16 ‘\1’ is not supported"),
        (GOOD.replace("words: [odd]", "patterns: ['a*']"), "7:16 This expression also fits where there is nothing"),
        (GOOD.replace("words: [odd]", "patterns: ['(a{999}){999}']"), "7:16 This expression cannot be used: "),
        (GOOD.replace("words: [odd]", f"patterns: ['{'a' * 2001}']"), "7:16 This expression is longer than 2000"),
        (GOOD.replace("Odd.", "'{found} {fuond}'"), "5:14 ‘{fuond}’ means nothing in this message."),
        (GOOD.replace("Odd.", "'{found.__class__}'"), "5:14 ‘{found.__class__}’ means nothing in this message."),
        (GOOD.replace("Odd.", "'{found!r}'"), "5:14 The braces in this message do not match."),
        (GOOD.replace("Odd.", "'{'"), "5:14 The braces in this message do not match."),
        (GOOD.replace("Odd.", "{de: Komisch.}"), "5:15 ‘de’ is not a setting"),
        (GOOD.replace("HR001", "HR1"), "3:11 ‘HR1’ is no code for a rule"),
        (GOOD.replace("house-word", "House"), "2:11 ‘House’ is no name for a rule"),
        (GOOD + "    scope: footer\n", "8:12 ‘footer’ is no part of a page"),
        (GOOD + "    languages: Dutch\n", "8:16 ‘Dutch’ is not the code of a language"),
        (GOOD + "    severity: fatal\n", "8:15 ‘rules[0].severity’ must be one of error, warning, info, not ‘fatal’."),
        (GOOD + "    wcag: '1.3'\n", "8:11 ‘1.3’ is no criterion of WCAG"),
        (GOOD + "    examples: {valid: ['a ⟦b']}\n", "8:24 Each ‘⟦’ in an example needs a ‘⟧’"),
        (HEAD + "    kind: substitution\n", "2:5 This rule says nothing to replace."),
        (HEAD + "    kind: substitution\n    swap: {}\n", "2:5 This rule says nothing to replace."),
        (HEAD + "    kind: substitution\n    swap: {a: [b, a b]}\n", "7:15 ‘a b’ holds what this rule itself replaces"),
        (HEAD + "    kind: substitution\n    swap: {a: b, b: c}\n", "7:15 ‘b’ holds what this rule itself replaces"),
        (HEAD + "    kind: substitution\n    swap-patterns: {a: a a}\n", "7:24 ‘a a’ holds what this rule itself replaces"),
        (HEAD + "    kind: substitution\n    swap: {a: b}\n    swap-patterns: {b+: c}\n", "7:15 ‘b’ holds what this rule"),
        (HEAD + "    kind: substitution\n    swap: {'a{,b,c}': 'd{,e}'}\n", "7:23 The forms of ‘a{,b,c}’ (3) and of ‘d{,e}’ (2) do not match."),
        (HEAD + "    kind: substitution\n    swap: {'a{,b}': d, ab: e}\n", "7:24 ‘ab’ stands in this list already."),
        (HEAD + "    kind: substitution\n    swap-patterns: {'(a)': '\\2'}\n", r"7:28 ‘\2’ stands for a part in brackets"),
        (HEAD + "    kind: occurrence\n    words: [a]\n", "2:5 This rule has no limit."),
        (HEAD + "    kind: occurrence\n    max: 2\n", "2:5 This rule says nothing to look for."),
        (HEAD + "    kind: occurrence\n    max: 2\n    min: 3\n    count: words\n", "8:10 ‘min’ is greater than ‘max’"),
        (HEAD + "    kind: occurrence\n    max: 2\n    words: [a]\n    count: words\n", "9:5 ‘count’ and a list of words"),
        (HEAD + "    kind: occurrence\n    max: two\n    count: words\n", "7:10 ‘rules[0].max’ must be a whole number"),
        (HEAD + "    kind: occurrence\n    min: 0\n    count: words\n", "7:10 ‘rules[0].min’ must be at least 1."),
        (HEAD + "    kind: casing\n", "2:5 ‘style’ is missing here."),
        (HEAD + "    kind: front-matter\n    key: title\n", "2:5 This rule asks nothing of ‘title’."),
        (HEAD + "    kind: front-matter\n    key: a b\n    required: true\n", "7:10 ‘a b’ is no key of front matter"),
        (
            HEAD + "    kind: front-matter\n    key: a\n    required: true\n    forbidden: true\n",
            "9:5 ‘a’ cannot be both required and forbidden.",
        ),
    ],
)  # fmt: skip
def test_a_mistake_is_told_at_its_place(text: str, expected: str) -> None:
    (only,) = told(text)
    assert only.startswith(expected)
    assert names(text) == []


def test_every_mistake_is_told_and_the_other_rules_hold() -> None:
    text = (
        GOOD + "  - name: Bad\n    kind: casing\n" + GOOD.removeprefix("rules:\n").replace("house-word", "house-other")
    )
    assert len(told(text)) == 5
    assert names(text) == ["house-word", "house-other"]


def test_a_yaml_bomb_is_told_and_not_read() -> None:
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 10)]
    (only,) = told("\n".join(lines) + "\nrules: *a9\n")
    assert "This file holds more than can be read" in only
    (deep,) = told("rules: " + "[" * 5000)
    assert "nested" in deep
    (long,) = told(GOOD + "#" * 600_000)
    assert "This file holds more than can be read" in long


@pytest.mark.parametrize("text", [GOOD, "---\n" + GOOD, "\ufeff" + GOOD, GOOD.replace("\n", "\r\n")])
def test_a_file_may_begin_and_end_its_lines_as_yaml_allows(text: str) -> None:
    assert told(text) == []
    assert names(text) == ["house-word"]


@given(st.text(alphabet=st.sampled_from("rules:-[]{}'\"&*!|> \n\tabé⟦⟧#,\0\ufeff"), max_size=60))
def test_no_file_makes_reading_fail(text: str) -> None:
    told(text)
    told(GOOD + text)


SCHEMA = jsonschema.Draft202012Validator(rule_file_schema())


def test_the_schema_is_one() -> None:
    jsonschema.Draft202012Validator.check_schema(rule_file_schema())


@pytest.mark.parametrize(
    "path", [*PACKS.glob("*.yaml"), ROOT / "rules" / "house-style.yaml"], ids=lambda path: path.stem
)
def test_the_schema_accepts_files_that_hold(path: Path) -> None:
    assert told(path.read_text("utf-8")) == []
    SCHEMA.validate(yaml.safe_load(path.read_text("utf-8")))


@pytest.mark.parametrize(
    "change",
    [("kind: existence", "kind: odd"), ("HR001", "hr1"), ("words", "wrods"), ("[odd]", "odd"), ("house-word", "No name"),
     ("    message: Odd.\n", ""), ("Odd.", "{de: x}"), ("[odd]", "[]"), ("    kind: existence\n", "")],
)  # fmt: skip
def test_the_schema_refuses_what_the_program_refuses(change: tuple[str, str]) -> None:
    bad = GOOD.replace(*change)
    misfits: list[Misfit] = []
    rule_file().read(yaml.safe_load(bad), (), misfits)
    assert misfits
    assert not SCHEMA.is_valid(yaml.safe_load(bad))


def packed() -> Registry:
    declared = [
        RuleEntry.of(one.rule)
        for name in pack_names()
        for one in read_rule_file(SourceText((PACKS / f"{name}.yaml").read_text("utf-8")), name, [])
    ]
    return Registry([*builtin(), *declared])


@pytest.mark.parametrize("rule", [one.rule for one in packed() if one.origin], ids=lambda rule: rule.info.name)
def test_a_rule_of_a_pack_does_what_its_examples_say(rule: type, tmp_path: Path) -> None:
    check_rule(rule, tmp_path, packed())


@pytest.mark.parametrize("rule", [one.rule for one in packed() if one.origin], ids=lambda rule: rule.info.name)
def test_a_rule_of_a_pack_speaks_both_languages(rule: type) -> None:
    for message in (rule.info.summary, rule.said):  # type: ignore[attr-defined]  # a declared rule has both
        assert message.en != message.nl
        assert "!" not in message.en + message.nl
    assert "## Why is this bad?" in (rule.__doc__ or "")
    assert "## Waarom is dat erg?" in rule.dutch  # type: ignore[attr-defined]  # as above


def test_a_rule_changes_its_fingerprint_with_its_file() -> None:
    (one,) = read_rule_file(SourceText(GOOD), "house.yaml", [])
    (same,) = read_rule_file(SourceText(GOOD), "house.yaml", [])
    (other,) = read_rule_file(SourceText(GOOD.replace("odd", "odder")), "house.yaml", [])
    prints = [Registry([RuleEntry.of(one.rule)]).fingerprint for one in (one, same, other)]
    assert prints[0] == prints[1] != prints[2]
    assert Registry([]).fingerprint == ""
