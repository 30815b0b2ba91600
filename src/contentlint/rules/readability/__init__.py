"""Rules about readability."""
