"""Writes the one file of a new rule: ``python scripts/new_rule.py HD020 heading-in-dialect``."""

from __future__ import annotations

import re
import sys
from pathlib import Path

from contentlint.cli.skeletons import builtin_rule
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
    path.write_text(builtin_rule(code, name, version("contentlint")), encoding="utf-8")
    print(f"{path}\nTry it: pytest tests/rules -q -k {name}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
