"""In a browser the page runs nothing of a hostile text; skipped where no browser is installed."""

import shutil
import subprocess
from pathlib import Path

import pytest
from report_flagship import of_text

BROWSER = (
    shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
)
HOSTILE = (
    '</style></title></mark></a><script>document.body.dataset.owned = "yes"</script>'
    "<img src=x onerror=\"document.body.dataset.owned = 'yes'\"> \u202e$5 million\u202c"
)


@pytest.mark.skipif(BROWSER is None, reason="no Chromium here: the parser's tests cover the page")
def test_a_browser_runs_nothing_of_the_text(tmp_path: Path) -> None:
    """Neither script nor handler of a document's text has run once the page is shown."""
    page = tmp_path / "page.html"
    page.write_text(of_text(HOSTILE, ("$5 million",), title=HOSTILE).to_html(), encoding="utf-8")
    command = [
        str(BROWSER),
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        f"--user-data-dir={tmp_path / 'profile'}",
        "--virtual-time-budget=1000",
        "--dump-dom",
        page.as_uri(),
    ]
    shown = subprocess.run(command, capture_output=True, text=True, check=True, timeout=120).stdout  # noqa: S603 - our own
    assert "data-owned" not in shown
    assert "<mark>$5 million</mark>" in shown
