"""Roles: which side of a flow a case names, where particles mark the cases."""

from collections.abc import Mapping
from typing import NamedTuple

WATCHERS = frozenset({"KOR", "JPN", "USA"})
"""Whose offices and press count the North's trade with others."""
OTHER_WAY: Mapping[str, str] = {"export": "import", "import": "export"}
WAYS = frozenset(OTHER_WAY)
"""Flows with a direction: trade and its balance have none."""
BOTH_WAYS = frozenset({"total", "balance"})
_EXPORT = {
    "possessor": "reporter", "subject": "reporter", "viewpoint": "reporter", "origin": "reporter",
    "made": "reporter", "destination": "partner", "toward": "partner", "counterpart": "partner",
    "object": "partner", "part": "partner",
}  # fmt: skip
_IMPORT = _EXPORT | {"origin": "partner", "made": "partner", "destination": "reporter"}
_BOTH = _EXPORT | {"origin": "partner", "made": "partner", "counterpart": "partner"}
ROLES: Mapping[str, Mapping[str, str]] = {
    "export": _EXPORT,
    "import": _IMPORT,
    "total": _BOTH,
    "balance": _BOTH,
}
"""Which side a case names, by flow."""


class Party(NamedTuple):
    """A country with its case; two joined by a plus are a pair without direction."""

    code: str
    case: str
    is_list: bool = False
    """Whether several are named whose figures follow in order: 러시아와 인도가 각각."""
