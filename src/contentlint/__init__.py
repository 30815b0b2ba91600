"""Checks the content of Markdown sites."""
