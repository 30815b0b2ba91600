"""The JSON Schema of the settings says what the program says."""

import json
import re
import tomllib
from collections.abc import Callable

import pytest
from jsonschema import Draft202012Validator

from contentlint.config import ConfigError, Settings
from contentlint.config.schema import settings_schema
from contentlint.rules.registry import Registry, builtin

Load = Callable[..., Settings]


@pytest.fixture(scope="module")
def validator(registry: Registry) -> Draft202012Validator:
    return Draft202012Validator(settings_schema(registry))


@pytest.mark.parametrize("chosen", [Registry([]), builtin()], ids=["none", "builtin"])
def test_the_schema_is_valid_and_json(chosen: Registry) -> None:
    schema = settings_schema(chosen)
    Draft202012Validator.check_schema(schema)
    assert json.loads(json.dumps(schema)) == json.loads(json.dumps(settings_schema(chosen)))


def test_every_option_of_every_rule_is_described() -> None:
    described = settings_schema(builtin())["$defs"]["rules"]["properties"]  # type: ignore[index]
    for rule in builtin():
        properties = described[rule.info.name]["properties"]
        assert list(properties) == list(rule.rule.options_type.declared())
        assert all(value["description"] for value in properties.values())


@pytest.mark.parametrize(
    "text",
    [
        "",
        'select = ["ALL"]\nextend-select = ["hd011"]\nignore = ["Heading-Long"]\nextend-ignore = []',
        '[severity]\nSP = "off"\nhd005 = "info"',
        "[rules.heading-long]\nmax-length = 3\nstrict = true",
        "[rules.hd005]\nallow = ['x']",
        '[[overrides]]\npaths = ["a/**"]\nlanguage = "nl-BE"\n[overrides.rules.heading-long]\nstyle = "long"',
        '[[shortcodes]]\nname = "x"\ncontent = "code"',
        '[[front-matter]]\nsection = "x"\nrequired = ["a"]\n[front-matter.types]\na = "string"',
        'fail-on = "info"\nhugo-version = "0.152"\ntime-zone = "UTC"\nmessage-language = "nl"\nprose-keys = ["a"]',
        '[images]\nfeature-keys = ["a"]',
    ],
)
def test_what_the_program_accepts_the_schema_accepts(load: Load, validator: Draft202012Validator, text: str) -> None:
    assert load(text).file
    assert list(validator.iter_errors(tomllib.loads(text))) == []


@pytest.mark.parametrize(
    "text",
    [
        "ignroe = []",
        'select = "SP"',
        "select = [3]",
        'fail-on = "eror"',
        '[severity]\nSP = "bad"',
        "[severity]\nSP = 3",
        "[rules.heading-long]\nmax-length = 0",
        "[rules.heading-long]\nmax-length = '3'",
        "[rules.heading-long]\nmax_length = 3",
        "[rules.heading-long]\nstyle = 'medium'",
        '[[overrides]]\nignore = ["SP"]',
        '[[overrides]]\npaths = ["a"]\nwords = []',
        "[[shortcodes]]\ninner = true",
        '[[shortcodes]]\nname = "x"\ncontent = "prose"',
        'language = "Dutch!"',
        'hugo-version = "v1"',
        "images = []",
        "[[front-matter]]\nkind = 'taxonomy'",
    ],
)
def test_what_the_schema_refuses_the_program_refuses(load: Load, validator: Draft202012Validator, text: str) -> None:
    assert list(validator.iter_errors(tomllib.loads(text)))
    with pytest.raises(ConfigError):
        load(text)


def test_editors_show_what_each_setting_is_for(registry: Registry) -> None:
    properties = settings_schema(registry)["properties"]
    assert isinstance(properties, dict)
    assert len(properties) >= 18
    for value in properties.values():
        assert re.fullmatch(r"[A-Z].*\.", value["description"])
