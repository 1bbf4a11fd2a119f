"""As a process of its own the shell starts light, prints UTF-8 and bears a closed pipe."""

import json
import os
import subprocess
import sys
from pathlib import Path

from report_brief import BRIEF


def nktrade(*arguments: str, **more: object) -> subprocess.CompletedProcess[str]:
    """A whole process, as a user starts it."""
    command = [sys.executable, "-X", "utf8", "-m", "nktrade.cli", *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False, **more)  # type: ignore[call-overload,no-any-return] # noqa: S603 - our own command


def test_help_and_version_import_nothing_heavy() -> None:
    """The first screen comes at once: no dataframe library is loaded for it."""
    code = (
        "import sys, contextlib\nfrom nktrade.cli import main\n"
        "with contextlib.suppress(SystemExit): main([sys.argv[1]])\n"
        "heavy = {'pandas', 'numpy', 'scipy', 'tqdm', 'nktrade.commands'}\n"
        "sys.exit(str(heavy & set(sys.modules)) if heavy & set(sys.modules) else 0)"
    )
    for option in ("--help", "--version"):
        command = [sys.executable, "-c", code, option]
        done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 - our own
        assert done.returncode == 0, done.stderr


def test_the_package_runs_as_a_module() -> None:
    """``python -m nktrade`` is the same shell, for those whose path lacks its scripts."""
    command = [sys.executable, "-m", "nktrade", "--version"]
    told = subprocess.run(command, capture_output=True, text=True, check=True)  # noqa: S603 - our own
    assert told.stdout.startswith("nktrade ")


def test_help_fits_a_screen_and_shows_examples() -> None:
    """Forty lines of eighty columns hold the help, examples included."""
    told = nktrade("--help", env={**os.environ, "COLUMNS": "80"}).stdout.splitlines()
    assert len(told) <= 40
    assert max(map(len, told)) <= 80
    assert any("nktrade check article.html" in line for line in told)


def test_a_report_needs_no_pandas() -> None:
    """Text, JSON, CSV, HTML and SARIF are made without a frame."""
    folder = Path(__file__).parent
    code = (
        "import sys\nfrom report_flagship import FLAGSHIP as r\n"
        "r.to_text(), r.to_json(), r.to_csv(), r.to_html(), r.to_sarif(), r._repr_html_()\n"
        "sys.exit('pandas' in sys.modules)"
    )
    command = [sys.executable, "-c", code]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)  # noqa: S603 - our own
    assert done.returncode == 0, done.stderr


def test_a_closed_pipe_is_quiet() -> None:
    """A reader that has seen enough causes no complaint."""
    reader, writer = os.pipe()
    os.close(reader)
    command = [sys.executable, "-m", "nktrade.cli", "checks"]
    done = subprocess.run(command, stdout=writer, stderr=subprocess.PIPE, check=False)  # noqa: S603 - our own
    os.close(writer)
    assert done.stderr == b""


def test_output_is_utf8_whatever_the_locale() -> None:
    """A C locale changes not one byte."""
    folder = Path(__file__).parent
    code = (
        "from report_flagship import of_text\nfrom nktrade.report.delivery import deliver\n"
        "deliver(of_text('석탄 $5 \\ud800', ('$5',)).to_json(with_text=True), None)"
    )
    outputs = {
        subprocess.run(  # noqa: S603 - our own
            [sys.executable, "-c", code],
            cwd=folder,
            capture_output=True,
            check=True,
            env={**os.environ, "LC_ALL": locale, "PYTHONIOENCODING": encoding},
        ).stdout
        for locale, encoding in (("C", "ascii"), ("C.UTF-8", "utf-8"))
    }
    assert len(outputs) == 1
    assert "석탄".encode() in outputs.pop()


def test_claims_run_without_pandas(tmp_path: Path) -> None:
    """Reading alone pays for no dataframe library."""
    brief = tmp_path / "brief.md"
    brief.write_text(BRIEF, encoding="utf-8")
    code = (
        "import sys\nfrom nktrade.cli import main\n"
        "status = main(['claims', sys.argv[1], '--format', 'json'])\n"
        "sys.exit(status or ('pandas' in sys.modules or 'numpy' in sys.modules))"
    )
    command = [sys.executable, "-c", code, str(brief)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 - our own
    assert done.returncode == 0, done.stderr
    assert len(json.loads(done.stdout)["docs"][0]["claims"]) == 3
