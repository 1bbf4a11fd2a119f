"""Two figures and a relation between them."""

from typing import Any

GOOD: dict[str, Any] = {"x": {"value": 1}, "y": {"value": 2}}
SUM = {"id": "e", "terms": {"x": 1, "y": -1}}
