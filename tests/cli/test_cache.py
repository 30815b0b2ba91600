"""``contentlint cache``."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from contentlint.engine.cache import SUFFIX
from contentlint.engine.cache_folder import VARIABLE

Call = Callable[..., Any]


@pytest.mark.parametrize(("language", "told"), [("en", "1 projects, 1.5 MB."), ("nl", "1 projecten, 1,5 MB.")])
def test_sizes_have_the_decimal_sign_of_the_language(
    call: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, language: str, told: str
) -> None:
    monkeypatch.setenv(VARIABLE, str(tmp_path / "cache"))
    (tmp_path / "cache").mkdir()
    (tmp_path / "cache" / f"een{SUFFIX}").write_bytes(bytes(3 * 2**19))
    assert told in call("cache", "info", "--lang", language).out
    assert told in call("cache", "clear", "--lang", language).out
    assert not list((tmp_path / "cache").iterdir())
