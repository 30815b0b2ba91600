"""Settings: where they are found, what they may say, what holds for a path."""
