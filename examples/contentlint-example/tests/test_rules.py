"""Every rule does what its examples say."""

from pathlib import Path

import contentlint_example
import pytest

from contentlint.testing import check_rule


@pytest.mark.parametrize("name", contentlint_example.__all__)
def test_a_rule_does_what_its_examples_say(name: str, tmp_path: Path) -> None:
    check_rule(getattr(contentlint_example, name), tmp_path)
