"""The documentation says what is so."""

from __future__ import annotations

import importlib.util
import re
import subprocess
import sys
import tomllib
from pathlib import Path
from types import ModuleType

import pytest

from contentlint.config import load_settings
from contentlint.rules.base import Invalid, RuleBase
from contentlint.rules.registry import builtin
from contentlint.testing import check_rule

ROOT = Path(__file__).parents[1]
WRITTEN = (
    "README.md",
    "CONTRIBUTING.md",
    "CHANGELOG.md",
    "rules/README.md",
    "docs/index.md",
    "docs/pre-commit.md",
    "docs/old-sites.md",
    "docs/faq.md",
    "docs/ci.md",
    "docs/plugins.md",
    "docs/languagetool.md",
    "docs/architecture.md",
    "docs/stability.md",
    "docs/nl/index.md",
)
LINK = re.compile(r"\]\((?!https?:|mailto:)([^)#\s]+)(?:#([^)\s]+))?\)")
FENCED = re.compile(r"^```(\w+)\n(.*?)^```$", re.DOTALL | re.MULTILINE)


def load(path: Path, name: str) -> ModuleType:
    """Import a file that belongs to no package."""
    spec = importlib.util.spec_from_file_location(name, path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def blocks(language: str) -> list[str]:
    """Return the fenced blocks in a language in what was written by hand or stands in the settings' page."""
    return [
        block
        for name in (*WRITTEN, "docs/configuration.md")
        for found, block in FENCED.findall((ROOT / name).read_text("utf-8"))
        if found == language
    ]


@pytest.fixture(scope="module")
def generated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the pages that are made from the code."""
    folder = tmp_path_factory.mktemp("docs")
    module = load(ROOT / "scripts" / "generate_docs.py", "generate_docs")
    module.main(folder)
    return folder


@pytest.mark.parametrize(
    ("folder", "language", "why", "wrong"),
    [("rules", "en", "Why is this bad?", "Wrong"), ("nl/rules", "nl", "Waarom is dat erg?", "Fout")],
)
def test_every_rule_has_a_page_in_both_languages(
    generated: Path, folder: str, language: str, why: str, wrong: str
) -> None:
    rules, packs = load(ROOT / "scripts" / "generate_docs.py", "generate_docs").every_rule()
    assert len(rules) == len(builtin()) + len(packs)
    names = {path.stem for path in (generated / folder).iterdir()}
    assert names == {rule.info.name for rule in rules} | {"README"}
    index = (generated / folder / "README.md").read_text("utf-8")
    for rule in (entry.rule for entry in rules):
        page = (generated / folder / f"{rule.info.name}.md").read_text("utf-8")
        assert page.startswith(f"# {rule.info.name} ({rule.info.code})\n")
        assert f"**{rule.info.summary.in_language(language)}.**" in page
        assert f"\n## {why}\n\n" in page
        shows_mistakes = re.search(rf"^{wrong}(?: \(.+\))?:$", page, re.MULTILINE) is not None
        assert shows_mistakes == any(isinstance(example, Invalid) for example in rule.examples)
        assert f"| {rule.info.code} | [{rule.info.name}]({rule.info.name}.md) |" in index
        assert all(f"`{key}`" in page for key in rule.options_type.declared())
        assert (f'`packs = ["{packs.get(rule.info.name)}"]`' in page) == (rule.info.name in packs)


def test_a_page_leads_to_the_same_page_in_the_other_language(generated: Path) -> None:
    for rule in (entry.rule for entry in builtin()):
        page = (generated / "rules" / f"{rule.info.name}.md").read_text("utf-8")
        assert f"[{rule.info.summary.nl}](../nl/rules/{rule.info.name}.md)" in page


def test_pages_of_rules_that_are_gone_are_deleted(generated: Path) -> None:
    for folder in ("rules", "nl/rules"):
        (generated / folder / "gone.md").write_text("# gone\n")
    load(ROOT / "scripts" / "generate_docs.py", "generate_docs").main(generated)
    assert not (generated / "rules" / "gone.md").exists()
    assert not (generated / "nl" / "rules" / "gone.md").exists()


def test_the_same_code_gives_the_same_pages(generated: Path) -> None:
    before = {path: path.read_bytes() for path in generated.rglob("*.md")}
    load(ROOT / "scripts" / "generate_docs.py", "generate_docs").main(generated)
    assert {path: path.read_bytes() for path in generated.rglob("*.md")} == before


@pytest.mark.parametrize("name", WRITTEN)
def test_links_in_the_documentation_lead_somewhere(name: str) -> None:
    for target, fragment in LINK.findall(FENCED.sub("", (ROOT / name).read_text("utf-8"))):
        path = (ROOT / name).parent / target
        assert path.exists(), target
        if fragment:
            headings = re.findall(r"^#+ (.+)$", path.read_text("utf-8"), re.MULTILINE)
            assert fragment in {heading.lower().replace("`", "").replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("block", blocks("toml"))
def test_settings_in_the_documentation_are_accepted(block: str, tmp_path: Path) -> None:
    (tmp_path / "rules").mkdir()
    (tmp_path / "rules" / "words.nl.txt").write_text("woord\n")
    (tmp_path / "contentlint.toml").write_text(block, encoding="utf-8")
    settings = load_settings(tmp_path, builtin())
    assert settings.file == tmp_path / "contentlint.toml"
    assert tomllib.loads(block)


def test_results_in_the_readme_are_real() -> None:
    module = load(ROOT / "scripts" / "generate_docs.py", "generate_docs")
    readme = (ROOT / "README.md").read_text("utf-8")
    stale = readme.replace("  SP001\n", "  XX001\n").replace("  LK003", "  XX002")
    assert stale != readme
    filled = module.fill_samples(stale)
    assert "  SP001\n" in filled
    assert "  LK003" in filled
    assert module.fill_samples(filled) == filled


def test_options_in_the_documentation_exist() -> None:
    result = subprocess.run(
        [sys.executable, "-m", "contentlint", "check", "--help"], capture_output=True, text=True, check=True, timeout=60
    )
    for block in blocks("console"):
        for line in block.splitlines():
            if "contentlint check" in line:
                arguments = line.partition("contentlint check")[2]
                assert set(re.findall(r"--[a-z][a-z-]+", arguments)) <= set(
                    re.findall(r"--[a-z][a-z-]+", result.stdout)
                )


def test_a_new_rule_works_as_it_is_written(tmp_path: Path) -> None:
    module = load(ROOT / "scripts" / "new_rule.py", "new_rule")
    assert module.place("HD998", "heading-in-dialect").parts[-2:] == ("headings", "in_dialect.py")
    file = tmp_path / "in_dialect.py"
    file.write_text(module.builtin_rule("HD998", "heading-in-dialect", "0.1.0"), encoding="utf-8")
    rules = [
        value
        for value in vars(load(file, "in_dialect")).values()
        if isinstance(value, type) and issubclass(value, RuleBase) and "info" in vars(value)
    ]
    (rule,) = rules
    assert (rule.info.code, rule.info.name) == ("HD998", "heading-in-dialect")
    check_rule(rule, tmp_path / "site")
    for command in (["check"], ["format", "--check"]):
        settings = ["--config", str(ROOT / "pyproject.toml"), "--ignore", "INP001"]
        arguments = [*command, *(settings if command == ["check"] else settings[:2]), str(file)]
        result = subprocess.run(
            [sys.executable, "-m", "ruff", *arguments], capture_output=True, text=True, check=False, timeout=60
        )
        assert result.returncode == 0, result.stdout


@pytest.mark.parametrize(
    ("code", "name"),
    [("HD002", "heading-new"), ("HD998", "heading-level-skip"), ("XX001", "some-rule"), ("HD1", "some-rule"),
     ("HD998", "Some_Rule"), ("HD998", "a-name-that-is-far-too-long-for-a-rule")],
)  # fmt: skip
def test_a_new_rule_needs_a_code_and_a_name_of_its_own(code: str, name: str) -> None:
    module = load(ROOT / "scripts" / "new_rule.py", "new_rule")
    with pytest.raises(module.RequestError):
        module.place(code, name)


def test_contentlint_finds_nothing_in_its_own_documentation() -> None:
    result = subprocess.run(
        [sys.executable, "-m", "contentlint", "check", "--output-format", "concise", *WRITTEN, "docs/configuration.md"],
        cwd=ROOT, capture_output=True, text=True, check=False, timeout=60,
    )  # fmt: skip
    assert (result.stdout, result.stderr, result.returncode) == ("", "", 0)
