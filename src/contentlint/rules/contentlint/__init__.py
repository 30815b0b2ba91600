"""Rules about suppressions, encodings and contentlint itself."""
