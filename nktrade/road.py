"""One call."""
