"""JSON as nktrade writes it: exact numbers, one claim a line, valid whatever the text holds."""

import json
import re
from collections.abc import Mapping
from typing import Any

from nktrade.core.interval import End

_LONE_SURROGATE = re.compile("[\ud800-\udfff]")
_ENCODER = json.JSONEncoder(ensure_ascii=False, allow_nan=False)
_OPEN = 4
"""Levels laid out: the report, its documents, each document, its claims."""
_LARGEST = 10**300
"""Beyond this no double can hold a number, and readers of JSON lose it or fail."""


def dumped(entry: Mapping[str, Any]) -> str:
    """The entry as JSON, one claim or relation a line; a lone surrogate stays an escape."""
    text = _laid_out(entry, _OPEN)
    return _LONE_SURROGATE.sub(lambda found: f"\\u{ord(found[0]):04x}", text) + "\n"


def _laid_out(value: Any, levels: int, margin: str = "\n") -> str:  # noqa: ANN401 - any JSON value
    """The value with its outer levels one entry a line; json's own indenting is ten times slower."""
    if levels == 0 or not value or not isinstance(value, Mapping | list):
        return _ENCODER.encode(value)
    inner = margin + " "
    if isinstance(value, list):
        parts = [_laid_out(one, levels - 1, inner) for one in value]
        return f"[{inner}{f',{inner}'.join(parts)}{margin}]"
    parts = [
        f"{_ENCODER.encode(str(name))}: {_laid_out(one, levels - 1, inner)}"
        for name, one in value.items()
    ]
    return f"{{{inner}{f',{inner}'.join(parts)}{margin}}}"


def package_version() -> str:
    """The version of nktrade that is installed."""
    from importlib.metadata import version  # noqa: PLC0415 - slow to load, and only needed here

    return version("nktrade")


def number(value: End) -> int | float | None:
    """The value as a JSON number: whole where it is whole, and null where no double holds it.

    >>> from fractions import Fraction
    >>> number(Fraction(12955000)), number(Fraction(75, 2)), number(None)
    (12955000, 37.5, None)
    """
    if value is None or abs(value.numerator) > _LARGEST * value.denominator:
        return None
    return value.numerator if value.denominator == 1 else float(value)
