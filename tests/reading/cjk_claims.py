"""What the reader claims of a text of August 2019."""

from datetime import date

from nktrade.core.claims import Claim
from nktrade.documents import load
from nktrade.reading import read

DAY = date(2019, 8, 20)


def claims_in(text: str, day: date | None = DAY) -> tuple[Claim, ...]:
    return read(load(text.encode(), date=day)).claims


def only_claim(text: str) -> Claim:
    (claim,) = claims_in(text)
    return claim
