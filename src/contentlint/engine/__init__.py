"""Runs rules over documents."""
