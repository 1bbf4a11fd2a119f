"""The UN resolutions that written reports cite: numbers and days, transcribed for this room alone.

The package's own register is what such citations test, so it must not be where they come from.
"""

from dataclasses import dataclass
from datetime import date

from nktrade.reference.tables import read_table
from nktrade.testing.worlds import TABLES


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolution:
    """A resolution on North Korea and the day, in New York, on which it was adopted."""

    number: int
    adopted: date
    source: str


RESOLUTIONS = read_table(TABLES / "resolutions.csv", Resolution)
