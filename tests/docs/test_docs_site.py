"""The documentation is one whole: it builds without a warning, and its pictures are there."""

import os
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
_PICTURE = re.compile(r"!\[([^\]]*)\]\(([^)]+)\)")


def test_the_site_builds_without_a_warning(tmp_path: Path) -> None:
    """Every link, anchor, page and docstring reference resolves."""
    built = subprocess.run(  # noqa: S603 - our own build
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "-d", str(tmp_path)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
    )
    assert built.returncode == 0, built.stderr
    assert (tmp_path / "index.html").is_file()
    # A doctest is a block of code: left to Markdown its prompts are quotations.
    reference = (tmp_path / "reference" / "python" / "index.html").read_text(encoding="utf-8")
    assert "<blockquote>" not in reference
    assert '<span class="o">&gt;&gt;&gt;</span>' in reference


def test_every_picture_is_there_and_says_what_it_shows() -> None:
    """Each has a file and words for those who do not see it."""
    for page in [ROOT / "README.md", *ROOT.glob("docs/**/*.md")]:
        for words, target in _PICTURE.findall(page.read_text(encoding="utf-8")):
            assert (page.parent / target).is_file(), f"{page.name}: {target}"
            assert len(words.split()) > 2, f"{page.name}: {target}"


def test_what_is_cited_in_the_bibliography_is_whole() -> None:
    """Every entry names author, title and year, and no key stands twice."""
    entries = [
        line
        for line in (ROOT / "docs" / "literature.bib").read_text(encoding="utf-8").splitlines()
        if line
    ]
    keys = [line.partition("{")[2].partition(",")[0] for line in entries]
    assert len(set(keys)) == len(keys)
    for line in entries:
        assert {"author", "title", "year"} <= set(re.findall(r"(\w+) = ", line))
