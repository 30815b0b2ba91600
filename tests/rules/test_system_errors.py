"""Why the system refused something, in the language of the reader."""

import errno
import os
from pathlib import Path

import pytest

from contentlint.rules.base import Message
from contentlint.rules.system_errors import reason_of

COMMON = ("ENOENT", "EACCES", "EPERM", "EISDIR", "ENOTDIR", "ENOSPC", "EROFS", "ELOOP", "ENAMETOOLONG", "EEXIST")


@pytest.mark.parametrize("name", COMMON)
def test_common_reasons_are_told_in_both_languages_and_fit_into_a_sentence(name: str) -> None:
    number = getattr(errno, name)
    reason = reason_of(OSError(number, os.strerror(number)))
    assert isinstance(reason, Message)
    assert reason.en != reason.nl
    assert all(text[0].islower() and not text.endswith(".") for text in (reason.en, reason.nl))


def test_what_is_rare_is_told_in_the_words_of_the_system() -> None:
    assert reason_of(OSError(errno.EXDEV, "Invalid cross-device link")) == "Invalid cross-device link"
    assert reason_of(OSError()) == "OSError"
    assert reason_of(ValueError("embedded null byte")) == "embedded null byte"


def test_a_sentence_has_the_reason_in_its_own_language(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="directory") as refused:
        (tmp_path / "niets" / "hier.md").read_bytes()
    told = Message(en="Not read ({reason}).", nl="Niet gelezen ({reason}).")(reason=reason_of(refused.value))
    assert told.render("nl") == "Niet gelezen (er is geen bestand of map met die naam)."
    assert told.render("en") == "Not read (there is no such file or folder)."
