"""What an emoji looks like in text."""

from __future__ import annotations

import re
from typing import Final

_PICTURES: Final = (
    "\U0001f300-\U0001f5ff\U0001f600-\U0001f64f\U0001f680-\U0001f6ff\U0001f900-\U0001faff\u2600-\u27bf\u2b50\u2b55"
)
_PICTURE: Final = f"[{_PICTURES}]"
EMOJI: Final = re.compile(
    "(?:[\U0001f1e6-\U0001f1ff]{2}"  # a flag
    f"|[0-9#*]\ufe0f?\u20e3"  # a key
    f"|{_PICTURE}[\ufe0f\U0001f3fb-\U0001f3ff]*(?:\u200d{_PICTURE}[\ufe0f\U0001f3fb-\U0001f3ff]*)*)"
)
"""One emoji, with all the signs it is made of."""

NAMED_EMOJI: Final = re.compile(r":[a-z0-9_+-]{2,40}:")
"""The name of an emoji, where a site makes emoji of names."""

EMOJI_SIGN: Final = re.compile(f"[{_PICTURES}\U0001f1e6-\U0001f1ff\u20e3:](?:(?<!:)|[a-z0-9_+-]{{2,40}}:)")
"""A sign without which a text has no emoji and no name of one; found faster than those."""
