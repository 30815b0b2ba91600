"""How often what was found."""

import json

from tests.outputs.sample import DOUBLE, NO_WORD, SKIP, result, show, violate

from contentlint.engine.results import FileResult
from contentlint.outputs.results import View
from contentlint.rules.base import Family, Message, RuleInfo, Severity

HOUSE = RuleInfo(
    name="house-rule",
    code="HR001",
    family=Family("HR"),
    severity=Severity.INFO,
    summary=Message(en="House rule", nl="Huisregel"),
    since="0.1.0",
)


def some() -> FileResult:
    rules = (SKIP, DOUBLE, SKIP, HOUSE)
    return result("abcd", *(violate(at, at + 1, NO_WORD(word="x"), rule=rule) for at, rule in enumerate(rules)))


def test_topics_and_rules_are_counted_the_most_frequent_first() -> None:
    assert show("statistics", some()) == (
        "Per onderwerp\n"
        "  2  Koppen\n"
        "  1  HR\n"
        "  1  Typografie\n"
        "\n"
        "Per regel\n"
        "  2  Kop slaat een niveau over  heading-level-skip  HD002\n"
        "  1  Huisregel  house-rule  HR001\n"
        "  1  Meer dan één spatie  space-double  TY001\n"
        "\n"
        "1 bestand bekeken: 2 waarschuwingen, 2 opmerkingen.\n"
        "Uitleg bij een regel: contentlint rule HD002\n"
    )
    assert show("statistics", result("Goed.\n"), view=View("en")) == "1 file checked: nothing found.\n"


def test_programs_get_the_same_with_keys_that_no_language_changes() -> None:
    data = json.loads(show("statistics-json", some()))
    assert data == {
        "schema_version": 1,
        "topics": [
            {"family": "HD", "topic": "Koppen", "count": 2},
            {"family": "HR", "topic": "HR", "count": 1},
            {"family": "TY", "topic": "Typografie", "count": 1},
        ],
        "rules": [
            {"rule": "heading-level-skip", "code": "HD002", "count": 2},
            {"rule": "house-rule", "code": "HR001", "count": 1},
            {"rule": "space-double", "code": "TY001", "count": 1},
        ],
        "summary": {"files": 1, "errors": 0, "warnings": 2, "infos": 2},
    }
