"""What a file with declared rules may say: one declaration, from which files are read and the JSON Schema is made."""

from __future__ import annotations

from functools import cache
from typing import Final

from contentlint.config.keys import PAGE_KINDS, SEVERITIES
from contentlint.config.plugins.python_rules import CODE, LONGEST_NAME, NAME
from contentlint.config.shapes import Definitions, Flag, Key, ListOf, Named, Pattern, Shape, Table, Text
from contentlint.config.unions import ByKind, Filled, FreeMap, OneOrMore, TextOrTable, Whole
from contentlint.declarative.declared import CASES, EXACT, FIXES, IGNORE
from contentlint.declarative.existence import COUNTED
from contentlint.declarative.letters import STYLES
from contentlint.declarative.scopes import PATTERN
from contentlint.rules.base import LANGUAGES, Message

URL: Final = "https://contentlint.readthedocs.io/en/latest/rule-file.schema.json"

_BAD_NAME: Final = Message(
    en=f"‘{{given}}’ is no name for a rule: words in lower case with hyphens between them, at most {LONGEST_NAME} characters.",
    nl=f"‘{{given}}’ is geen naam voor een regel: kleine letters met streepjes ertussen, hoogstens {LONGEST_NAME} tekens.",
)
_BAD_CODE: Final = Message(
    en="‘{given}’ is no code for a rule: two to four capitals and three digits, such as HR001.",
    nl="‘{given}’ is geen code voor een regel: twee tot vier hoofdletters en drie cijfers, zoals HR001.",
)
_BAD_LANGUAGE: Final = Message(
    en="‘{given}’ is not the code of a language, such as nl or en.", nl="‘{given}’ is geen taalcode, zoals nl of en."
)
_BAD_SCOPE: Final = Message(
    en="‘{given}’ is no part of a page, such as prose, heading, link-text, front-matter:title or shortcode:figure.caption.",
    nl="‘{given}’ is geen deel van een pagina, zoals prose, heading, link-text, front-matter:title of shortcode:figure.caption.",
)
_BAD_KEY: Final = Message(
    en="‘{given}’ is no key of front matter, such as title or photo.credit.",
    nl="‘{given}’ is geen sleutel van front matter, zoals title of photo.credit.",
)
_BAD_CRITERION: Final = Message(
    en="‘{given}’ is no criterion of WCAG, such as 1.3.1.", nl="‘{given}’ is geen WCAG-criterium, zoals 1.3.1."
)


def _texts() -> Shape:
    return Filled(ListOf(Filled(Text())))


@cache
def rule_keys() -> ByKind:
    """Return the declaration of a rule."""
    language = Text(pattern=Pattern("[a-z]{2,3}", _BAD_LANGUAGE))
    filled = Filled(Text())
    both = Named(
        "both-languages",
        TextOrTable(filled, Filled(Table({code: Key(filled, f"The text, in {code}.") for code in LANGUAGES}))),
    )
    example = Named(
        "example",
        TextOrTable(
            Text(),
            Table({
                "text": Key(Text(), "The text of a page; ⟦…⟧ marks what the rule reports.", required=True),
                "fixed": Key(Text(), "What becomes of the text when it is mended."),
                "path": Key(filled, "The path of the page."),
                "language": Key(language, "The language of the page. Default: the first of the rule."),
                "movable": Key(Flag(), "Whether the same is reported in a quotation and in a list. Default: true."),
            }),
        ),
    )  # fmt: skip
    key = Text(pattern=Pattern(r"[^\s:.]+(?:\.[^\s:.]+)*", _BAD_KEY))
    common = {
        "name": Key(
            Text(pattern=Pattern(rf"(?=.{{1,{LONGEST_NAME}}}$){NAME}", _BAD_NAME)),
            "What the rule is called: words in lower case with hyphens between them.",
            required=True,
        ),
        "code": Key(
            Text(pattern=Pattern(CODE, _BAD_CODE)),
            "Its second name: the letters of its family and three digits, such as HR001.",
            required=True,
        ),
        "kind": Key(Text(), "What kind of rule it is.", required=True),
        "summary": Key(both, "What it reports, in a few words.", required=True),
        "message": Key(both, "What it tells the editor: what is wrong, and what to do.", required=True),
        "why": Key(both, "Why it matters to readers; shown by ‘contentlint rule’."),
        "severity": Key(Text(choices=SEVERITIES), "How bad it is. Default: warning."),
        "languages": Key(OneOrMore(language), "The languages of text in which it looks. Default: all."),
        "default": Key(Flag(), "Whether it runs without being selected. Default: true."),
        "wcag": Key(
            OneOrMore(Text(pattern=Pattern(r"[1-4]\.\d\.\d{1,2}", _BAD_CRITERION))), "The criteria of WCAG it is about."
        ),
        "since": Key(filled, "The version of these rules in which it appeared."),
        "examples": Key(
            Table({
                "valid": Key(ListOf(example), "Texts in which nothing is reported."),
                "invalid": Key(ListOf(example), "Texts in which ⟦…⟧ marks what is reported."),
            }),
            "Texts that show the rule, and test it.",
        ),
    }  # fmt: skip
    in_text = {
        **common,
        "scope": Key(
            OneOrMore(Text(pattern=Pattern(PATTERN, _BAD_SCOPE))), "Where it looks. Default: prose, all that is read."
        ),
        "except": Key(_texts(), "Words and phrases in which nothing is reported."),
    }
    finding = {
        "words": Key(_texts(), "Words and phrases to look for; ‘benut{,ten}’ stands for two forms."),
        "patterns": Key(_texts(), "Regular expressions (RE2) to look for."),
        "whole-words": Key(Flag(), "Whether expressions fit whole words only. Default: true."),
    }
    capitals = Key(
        Text(choices=(IGNORE, EXACT)), "Whether capitals count: ignore (the default), or exact, as they are written."
    )
    fix = Key(
        Text(choices=FIXES),
        "What may be done with a replacement: suggestion (the default), a person chooses; unsafe, --unsafe-fixes does "
        "it; none.",
    )
    swap = FreeMap(OneOrMore(filled))
    return ByKind("kind", {
        "existence": Table({**in_text, **finding, "case": capitals}),
        "substitution": Table({
            **in_text,
            "swap": Key(swap, "What to look for, and what could stand there instead."),
            "swap-patterns": Key(swap, "The same with regular expressions (RE2); \\1 is the first part in brackets."),
            "whole-words": finding["whole-words"],
            "case": Key(
                Text(choices=CASES),
                "How capitals count: keep (the default), the new text gets those of the old; ignore, it gets its own; "
                "exact, only what is written just so is replaced.",
            ),
            "fix": fix,
        }),
        "occurrence": Table({
            **in_text,
            **finding,
            "case": capitals,
            "count": Key(Text(choices=COUNTED), "What to count, in the place of words or patterns."),
            "max": Key(Whole(0), "How often it may stand in each part of the page that ‘scope’ names."),
            "min": Key(Whole(1), "How often it must stand there."),
        }),
        "casing": Table({
            **in_text,
            "style": Key(
                Text(choices=STYLES),
                "How capitals are used: as in a sentence, as in an English title, a capital first, none, all.",
                required=True,
            ),
            "fix": fix,
        }),
        "front-matter": Table({
            **common,
            "key": Key(key, "The key, such as title or photo.credit.", required=True),
            "required": Key(Flag(), "Whether it must be there, with a value."),
            "forbidden": Key(Flag(), "Whether it must not be there."),
            "choices": Key(_texts(), "The values it may have."),
            "pattern": Key(filled, "A regular expression (RE2) that must fit the whole value."),
            "min": Key(Whole(1), "How many characters it has at least."),
            "max": Key(Whole(1), "How many characters it has at most."),
            "if-key": Key(key, "Another key; the rule holds for pages that have it."),
            "sections": Key(_texts(), "The sections of the site for which it holds."),
            "page-kinds": Key(ListOf(Text(choices=PAGE_KINDS)), "The kinds of pages for which it holds."),
        }),
    })  # fmt: skip


@cache
def rule_file() -> Table:
    """Return the declaration of a file with rules."""
    return Table({"rules": Key(Filled(ListOf(rule_keys())), "The rules.", required=True)})


def rule_file_schema() -> dict[str, object]:
    """Return the JSON Schema (2020-12) of files with declared rules, for editors that complete and check YAML."""
    definitions: Definitions = {}
    schema = rule_file().json_schema(definitions)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": URL,
        "title": "Rules of a site, for contentlint",
        **schema,
        "$defs": dict(sorted(definitions.items())),
    }
