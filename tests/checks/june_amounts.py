"""Amounts of June 2018, made by hand."""

from typing import Any

from told import claim

from nktrade.core.claims import Claim
from nktrade.core.codes import Flow

MONTH = "2018-06"
MILLION = 10**6


def told(name: str, digits: str, flow: Flow, **known: Any) -> Claim:  # noqa: ANN401 - fields of every type
    """An amount of June 2018 in millions of dollars."""
    usual = {"unit": "USD", "when": MONTH, "scale": MILLION, "commodity": "all", "flow": flow}
    return claim(name, digits, **(usual | known))
