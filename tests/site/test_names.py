"""What the package hands out by name, loaded where it is used."""

import subprocess
import sys
from pathlib import Path

import pytest

from contentlint import site


def test_no_name_is_that_of_a_module_too() -> None:
    """Importing the module would put it in the place of what is meant."""
    assert not set(site.__all__) & {path.stem for path in Path(site.__file__).parent.glob("*.py")}


@pytest.mark.parametrize("name", site.__all__)
def test_every_name_is_there(name: str) -> None:
    assert getattr(site, name).__name__ == name


def test_names_are_right_in_whatever_order_they_are_asked_for() -> None:
    code = (
        "import sys; from contentlint import site; "
        "assert all(getattr(site, name).__name__ == name for name in sys.argv[1:] * 2)"
    )
    for names in (site.__all__, sorted(site.__all__, reverse=True)):
        subprocess.run([sys.executable, "-c", code, *names], check=True, timeout=60)
