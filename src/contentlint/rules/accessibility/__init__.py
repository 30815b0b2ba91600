"""Rules about accessibility."""
