"""The names of the rules through which the engine itself speaks, so that it knows them without loading them."""

from typing import Final

BUILD_STOPS_HERE: Final = "build-stops-here"
ENCODING: Final = "encoding"
FILE_NOT_CHECKED: Final = "file-not-checked"
INTERNAL_ERROR: Final = "internal-error"
LANGUAGETOOL: Final = "languagetool"
RULE_FILE_INVALID: Final = "rule-file-invalid"
SITE_SETTINGS_INVALID: Final = "site-settings-invalid"
SUPPRESSION_UNKNOWN: Final = "suppression-unknown"
SUPPRESSION_UNUSED: Final = "suppression-unused"
