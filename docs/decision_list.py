"""A hook of the documentation site: the page of decisions lists them all, each by its title."""

import re
from pathlib import Path
from typing import Any

_MARK = "<!-- every decision -->"
_PAGE = "decisions/index.md"
_TITLE = re.compile(r"^#\s*(?:\d+\s*)?(.+)$", re.MULTILINE)


def on_page_markdown(markdown: str, *, page: Any, config: Any, files: Any) -> str:  # noqa: ARG001, ANN401 - mkdocs calls it so
    """The text of a page, the mark on the page of decisions replaced by their list."""
    if page.file.src_uri != _PAGE:
        return markdown
    folder = Path(config["docs_dir"]) / "decisions"
    lines = [
        f"- [{_title(file)}]({file.name})"
        for file in sorted(folder.glob("*.md"))
        if file.name != "index.md"
    ]
    return markdown.replace(_MARK, "\n".join(lines))


def _title(file: Path) -> str:
    found = _TITLE.search(file.read_text(encoding="utf-8"))
    return found[1].strip() if found else file.stem
