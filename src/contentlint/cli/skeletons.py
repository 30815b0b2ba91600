"""The texts with which a new rule begins: rules that work, to be made into others."""

from __future__ import annotations

import re
from typing import Final

from contentlint.rules.base import BUILTIN_FAMILIES, Family

_BUILTIN_IMPORTS: Final = """\
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
"""
_PLUGIN_IMPORTS: Final = """\
from contentlint import (
    Applicability,
    Edit,
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
from contentlint.document import Prose
"""
_PYTHON: Final = '''\
"""@CODE@: a word that should not be there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import ClassVar

@IMPORTS@
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
        family=@FAMILY@,
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
_YAML: Final = """\
rules:
  - name: @NAME@
    code: @CODE@
    kind: substitution          # or existence, occurrence, casing, front-matter
    severity: warning           # or error, info
    # languages: [nl]           # without this line: texts in every language
    # scope: [heading]          # without this line: all that readers read
    summary:
      en: A word that should not be there
      nl: Een woord dat er niet hoort
    message:
      en: ‘{found}’ means nothing to readers. Write ‘{instead}’.
      nl: ‘{found}’ zegt lezers niets. Schrijf ‘{instead}’.
    why:
      en: Say here what it does to readers.
      nl: Zeg hier wat het met lezers doet.
    swap:
      foobar: word
      foobar{ed,ing}: word{ed,ing}
    fix: suggestion             # or unsafe: mended by --fix --unsafe-fixes
    examples:
      valid:
        - A sentence without it.
      invalid:
        - text: A sentence with a ⟦foobar⟧ in it.
          fixed: A sentence with a word in it.
"""


def builtin_rule(code: str, name: str, version: str) -> str:
    """Return the text of a rule for this package, which appears in a version of it."""
    family = next(key for key, family in BUILTIN_FAMILIES.items() if family.value == code[:-3])
    return _filled(_PYTHON, code, name, IMPORTS=_BUILTIN_IMPORTS, FAMILY=f"Family.{family}", VERSION=version)


def python_rule(code: str, name: str) -> str:
    """Return the text of a rule for a site or a plug-in, in Python."""
    letters = code[:-3]
    family = next((key for key, family in BUILTIN_FAMILIES.items() if family == Family(letters)), "")
    written = f"Family.{family}" if family else f'Family("{letters}")'
    return _filled(_PYTHON, code, name, IMPORTS=_PLUGIN_IMPORTS, FAMILY=written, VERSION="1.0")


def yaml_rule(code: str, name: str) -> str:
    """Return the text of a file with a rule without code."""
    return _filled(_YAML, code, name)


def _filled(text: str, code: str, name: str, **more: str) -> str:
    values = {"CODE": code, "NAME": name, "CLASS": "".join(word.capitalize() for word in name.split("-")), **more}
    return re.sub("@([A-Z]+)@", lambda match: values[match[1]], text)
