"""A Hunspell dictionary is expanded as hunspell(5) says."""

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def expansion() -> ModuleType:
    spec = importlib.util.spec_from_file_location("affix_expansion", ROOT / "scripts/affix_expansion.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


AFFIXES = """SET UTF-8
FLAG long
COMPOUNDRULE 1
COMPOUNDRULE (N1)(n2)
CHECKCOMPOUNDPATTERN 2
CHECKCOMPOUNDPATTERN a /C1 # vowels
CHECKCOMPOUNDPATTERN k ker
SFX Za Y 2
SFX Za 0 s/CaCp [^s]
SFX Za us i us
PFX Pr Y 1
PFX Pr 0 her .
PFX A0 Y 1
PFX A0 0 aller .
SFX Ae N 1
SFX Ae 0 ste/A0 .
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "index.aff").write_text(AFFIXES, encoding="utf-8")
    (tmp_path / "index.dic").write_text("4\nfiets/ZaCc\nfocus/Za\ntel/PrZa\nlief/Ae\tpo:adj\n", encoding="utf-8")
    return tmp_path


def test_forms_are_made_with_suffixes_prefixes_and_both(expansion: ModuleType, folder: Path) -> None:
    forms = {form.text for form in expansion.Hunspell(folder).forms()}
    assert forms == {"fiets", "focus", "foci", "tel", "tels", "hertel", "hertels", "lief", "liefste", "allerliefste"}


def test_flags_of_the_stem_and_of_the_affixes_are_kept_apart(expansion: ModuleType, folder: Path) -> None:
    (tels,) = (form for form in expansion.Hunspell(folder).forms() if form.text == "tels")
    assert (tels.stem, tels.affix, tels.suffixed, tels.prefixed) == ({"Pr", "Za"}, {"Ca", "Cp"}, True, False)


def test_the_rules_for_compounds_are_read(expansion: ModuleType, folder: Path) -> None:
    hunspell = expansion.Hunspell(folder)
    assert hunspell.rules == [("N1", "n2")]
    assert hunspell.patterns == [("a", "", "", "C1"), ("k", "", "ker", "")]
