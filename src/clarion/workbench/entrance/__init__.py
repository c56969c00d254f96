"""Coming in by a link, and a person's own preferences."""
