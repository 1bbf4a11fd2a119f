"""Claims of August 2021, made by hand, and the relations that fail among them."""

from typing import Any

from told import DOCUMENT, claim

from nktrade.checks import CHECKS
from nktrade.checks.relations import relate
from nktrade.core.claims import Claim
from nktrade.core.codes import Flow, Kind
from nktrade.core.findings import Relation
from nktrade.diagnosis.judging import judge
from nktrade.ledger.ledger import Ledger

NOW, BEFORE = "2021-08", "2020-08"
_WORDS = (("flow", 0.98), ("reporter", 0.98), ("partner", 0.98), ("commodity", 0.98))


def told(name: str, digits: str, flow: Flow, when: str = NOW, **known: Any) -> Claim:  # noqa: ANN401 - fields of every type
    """A billion-dollar amount of all goods in a plain sentence, read from the words but for what is named."""
    sure = {**dict(_WORDS), "period": 0.98, **known.pop("sure", {})}
    usual = {"flow": flow, "commodity": "all", "scale": 10**9, "is_plain": True}
    usual |= {"trust": tuple(sure.items())}
    return claim(name, digits, "USD", when, **(usual | known))


def judged(*claims: Claim) -> dict[str, Relation]:
    """The failing relations by check."""
    ledger = Ledger.of(claims)
    found = judge(
        relate(ledger.frame, CHECKS),
        ledger.amount,
        {(DOCUMENT, one.id): one for one in claims},
        {},
    )
    return {one.check: one for one in found.get(DOCUMENT, ()) if one.holds is not True}


def rise(name: str, digits: str, flow: Flow, **known: Any) -> Claim:  # noqa: ANN401 - fields of every type
    """Growth over the year before, in percent."""
    usual = {"kind": Kind.CHANGE_PCT, "sign": "+", "base": "year_earlier", "commodity": "all"}
    return claim(name, digits, "percent", NOW, flow=flow, trust=_WORDS, **usual, **known)
