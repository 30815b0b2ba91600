"""The rules: what they are written with, where they are found, how they are selected."""
