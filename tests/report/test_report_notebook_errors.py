"""What a notebook shows of an error: the message, and the reader's own line."""

import pytest
from IPython.core.interactiveshell import InteractiveShell

WRONG = [
    (
        "import nktrade\nnktrade.load('missing.pdf')",
        "DocumentError: missing.pdf: found no readable",
    ),
    ("import nktrade\nnktrade.check('')", "DocumentError: text: found an empty file"),
    (
        "import nktrade\nnktrade.check('Exports were $5 million.', against='chna_customs')",
        "did you mean 'china_customs'?",
    ),
]


@pytest.mark.parametrize(("cell", "message"), WRONG)
def test_a_cell_shows_the_message_and_its_own_line(
    cell: str, message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Two lines, none of them from within the package."""
    InteractiveShell().run_cell(cell)
    told = capsys.readouterr().out.strip().splitlines()
    assert len(told) == 2
    assert message in told[0]
    assert told[1] == f"  at line 2: {cell.splitlines()[1]}"
