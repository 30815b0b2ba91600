"""Writes the one file of a new rule: ``python scripts/new_rule.py HD020 heading-in-dialect``."""

from __future__ import annotations

import re
import sys
from pathlib import Path

from contentlint.rules.base import BUILTIN_FAMILIES, Family
from contentlint.rules.registry import builtin

RULES = Path(__file__).parents[1] / "src" / "contentlint" / "rules"
_CODE = re.compile(r"[A-Z]{2}\d{3}")
_NAME = re.compile(r"[a-z]+(?:-[a-z]+)+")
_LONGEST = 30
_PREFIXES = {
    Family.FRONT_MATTER: "front-matter",
    Family.IMAGES: "image",
    Family.HEADINGS: "heading",
    Family.SHORTCODES: "shortcode",
    Family.LINKS: "link",
    Family.SPELLING: "spelling",
}
"""What the names of most rules in a family begin with; the names of their files leave it out."""

_SKELETON = '''\
"""@CODE@: a word that should not be there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import ClassVar

from contentlint.document import Prose
from contentlint.rules.base import (
    Applicability,
    Example,
    Family,
    Invalid,
    Message,
    Options,
    Rule,
    RuleInfo,
    Severity,
    Valid,
    Violation,
    on,
)
from contentlint.text import Edit

_WORD = re.compile(r"\\bfoobar\\b")


class @CLASS@(Rule[Options]):
    """Reports the word *foobar*.

    ## Why is this bad?
    Say here what it does to readers or to the page.

    ## Fix safety
    The fix is unsafe: it takes away a word that readers see.
    """

    dutch = """Meldt het woord *foobar*.

    ## Waarom is dat erg?
    Zeg hier wat het met lezers of met de pagina doet.

    ## Wat herstellen doet
    Herstellen verandert de pagina, dus kijk eerst: er verdwijnt een woord dat lezers zien.
    """

    info = RuleInfo(
        name="@NAME@",
        code="@CODE@",
        family=Family.@FAMILY@,
        severity=Severity.WARNING,
        summary=Message(en="A word that should not be there", nl="Een woord dat er niet hoort"),
        fixable=Applicability.UNSAFE,
        since="@VERSION@",
    )
    found = Message(
        en="‘{word}’ means nothing to readers. Leave it out.", nl="‘{word}’ zegt lezers niets. Laat het weg."
    )
    leave_out = Message(en="Leave out ‘{word}’.", nl="Laat ‘{word}’ weg.")
    examples: ClassVar[tuple[Example, ...]] = (
        Valid("A sentence without it.\\n"),
        Valid("The name `foobar` in code.\\n"),
        Invalid("A sentence with ⟦foobar⟧ in it.\\n", fixed="A sentence with  in it.\\n"),
        Invalid("Twice: ⟦foobar⟧ and ⟦foobar⟧.\\n", fixed="Twice:  and .\\n"),
    )

    @on(Prose)
    def check_words(self, piece: Prose) -> Iterator[Violation]:
        for match in _WORD.finditer(piece.text):
            span = piece.span_of(*match.span())
            fix = self.unsafe_fix(self.leave_out(word=match[0]), Edit(span, ""))
            yield self.violation(span, self.found(word=match[0]), fix=fix)
'''


class RequestError(ValueError):
    """A code or a name that no rule can have."""


def place(code: str, name: str) -> Path:
    """Return the file of a rule.

    Raises:
        RequestError: the code or the name is not well formed, or taken.
    """
    families = {family.value: name for name, family in BUILTIN_FAMILIES.items()}
    if not _CODE.fullmatch(code) or code[:2] not in families:
        message = f"{code} is not a code: the letters of a family ({', '.join(families)}) and three digits"
        raise RequestError(message)
    if not _NAME.fullmatch(name) or len(name) > _LONGEST:
        message = f"{name} is not a name: words in lower case with hyphens between them, at most {_LONGEST} characters"
        raise RequestError(message)
    for key in (code, name):
        if builtin().get(key):
            message = f"{key} is taken"
            raise RequestError(message)
    stem = name.removeprefix(_PREFIXES.get(Family(code[:2]), "") + "-").replace("-", "_")
    return RULES / families[code[:2]].lower() / f"{stem}.py"


def skeleton(code: str, name: str, version: str) -> str:
    """Return the text of a rule that works, to be made into another."""
    values = {
        "CODE": code,
        "NAME": name,
        "CLASS": "".join(word.capitalize() for word in name.split("-")),
        "FAMILY": next(name for name, family in BUILTIN_FAMILIES.items() if family.value == code[:2]),
        "VERSION": version,
    }
    return re.sub("@([A-Z]+)@", lambda match: values[match[1]], _SKELETON)


def main(arguments: list[str]) -> int:
    """Write the file and say where it is."""
    from importlib.metadata import version  # noqa: PLC0415 - only when a file is written

    if len(arguments) != 2:
        print(__doc__)
        return 2
    code, name = arguments
    try:
        path = place(code, name)
    except RequestError as error:
        print(error)
        return 2
    if path.exists():
        print(f"{path} exists already")
        return 2
    path.parent.mkdir(exist_ok=True)
    if not (path.parent / "__init__.py").exists():
        (path.parent / "__init__.py").write_text(f'"""Rules about {path.parent.name.replace("_", " ")}."""\n', "utf-8")
    path.write_text(skeleton(code, name, version("contentlint")), encoding="utf-8")
    print(f"{path}\nTry it: pytest tests/rules -q -k {name}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
