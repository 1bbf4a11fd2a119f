"""How many examples a costly law is tried on: a share of what the profile gives to every law."""

from hypothesis import settings


def share(part: float) -> settings:
    """Settings for a law whose single example costs much; at least two examples."""
    return settings(max_examples=max(2, round(part * settings().max_examples)))
