"""A few rules, so that the tests of settings do not depend on those that exist."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from contentlint.config import CommandLine, ConfigError, Settings, load_settings
from contentlint.rules.base import AnyRule, Family, Message, Options, Rule, RuleInfo, Severity, option
from contentlint.rules.entry import RuleEntry
from contentlint.rules.registry import Registry


def info(name: str, code: str, family: Family, *, default: bool = True) -> RuleInfo:
    return RuleInfo(
        name=name,
        code=code,
        family=family,
        severity=Severity.WARNING,
        summary=Message(en="Something", nl="Iets"),
        default=default,
        since="0.1.0",
    )


class LongOptions(Options):
    max_length = option(60, en="longest", nl="langste", minimum=1)
    style = option("short", en="style", nl="stijl", choices=("short", "long"))
    allow = option((), en="allowed", nl="toegestaan")
    strict = option(default=False, en="strict", nl="streng")


class HeadingLong(Rule[LongOptions]):
    info = info("heading-long", "HD005", Family.HEADINGS)


class HeadingEmoji(Rule[Options]):
    info = info("heading-emoji", "HD011", Family.HEADINGS, default=False)


class SpellingMistake(Rule[Options]):
    info = info("spelling-mistake", "SP001", Family.SPELLING)


class SpellingUnknown(Rule[Options]):
    info = info("spelling-unknown-word", "SP002", Family.SPELLING)


@pytest.fixture(scope="session")
def registry() -> Registry:
    rules: list[type[AnyRule]] = [HeadingLong, HeadingEmoji, SpellingMistake, SpellingUnknown]
    return Registry([RuleEntry.of(rule) for rule in rules])


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A folder at which the search for settings ends."""
    (tmp_path / ".git").mkdir()
    return tmp_path


@pytest.fixture
def load(repository: Path, registry: Registry) -> Callable[..., Settings]:
    """Load settings from the text of a contentlint.toml."""

    def load(text: str | bytes, command_line: CommandLine | None = None) -> Settings:
        data = text.encode() if isinstance(text, str) else text
        (repository / "contentlint.toml").write_bytes(data)
        return load_settings(repository, registry, command_line=command_line or CommandLine())

    return load


@pytest.fixture
def problems(load: Callable[..., Settings]) -> Callable[[str | bytes], list[str]]:
    """Return what is wrong with the text of a contentlint.toml, as ``line:column: message`` in English."""

    def problems(text: str | bytes) -> list[str]:
        with pytest.raises(ConfigError) as caught:
            load(text)
        return [f"{one.line}:{one.column}: {one.message.render('en')}" for one in caught.value.problems]

    return problems
