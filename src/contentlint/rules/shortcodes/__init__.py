"""Rules about shortcodes."""
