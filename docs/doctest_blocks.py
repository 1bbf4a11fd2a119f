"""In the reference a doctest of a docstring is a block of Python, not a quotation of a quotation."""

import re
from typing import Any

import griffe

_DOCTEST = re.compile(r"^>>> .*(?:\n(?!\s*$).*)*", re.MULTILINE)
"""From the prompt to the next blank line."""


class DoctestBlocks(griffe.Extension):
    """Fences every doctest before Markdown takes its prompts for marks of quotation."""

    def on_object(self, *, obj: griffe.Object, **_: Any) -> None:  # noqa: ANN401 - as it is called
        """The docstring of one object with fences around its doctests."""
        if obj.docstring is not None:
            obj.docstring.value = _DOCTEST.sub(r"```python\n\g<0>\n```", obj.docstring.value)
