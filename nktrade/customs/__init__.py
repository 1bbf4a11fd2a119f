"""The customs room."""
