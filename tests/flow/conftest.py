"""Invented reports, and a key folder of the test's own."""

from email.message import EmailMessage
from pathlib import Path

import pytest

TEXTS = {
    "harbour.txt": (
        "Lantern Watch\n\nQuellwater, 4 May 2023\n\nPolice arrested twelve fishermen in Athens on 3 May 2023,"
        " Lantern Watch said. Two of them were beaten in custody, a lawyer told the group.\n"
    ),
    "north/border.txt": (
        "Guards sent about 90 refugees back from Greece to Turkey on 3 May 2023, according to residents."
        " The ministry denied this. We call on Greece to stop the returns.\n"
    ),
    "north/rally.md": (
        "---\ntitle: Rally\npublisher: Harbour Light\ndate: 2023-05-01\n---\n\n"
        "Join the rally in Athens on 9 May 2023 at 13:00. We urge the government to release the fishermen.\n"
    ),
    "page.html": (
        "<html><head><title>Fishermen held</title></head><body><article><p>Twelve fishermen were arrested in Athens"
        " on 3 May 2023, Lantern Watch said.</p></article></body></html>"
    ),
}


@pytest.fixture(autouse=True)
def home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A key folder of the test's own."""
    folder = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("CLARION_HOME", str(folder))
    monkeypatch.setenv("CLARION_NAME", "Test Person")
    return folder


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    """A folder with reports of several kinds, one of them an e-mail with an attachment."""
    folder = tmp_path / "reports"
    for name, text in TEXTS.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    mail = EmailMessage()
    mail["From"], mail["To"] = "Harbour Light <post@harbour.example>", "list@harbour.example"
    mail["Subject"], mail["Date"] = "A note", "Thu, 04 May 2023 10:00:00 +0000"
    mail.set_content("Five people were detained in Athens on 2 May 2023. The list is attached.\n")
    mail.add_attachment("Seven people were released in Athens on 6 May 2023.\n", filename="list.txt")
    (folder / "mail.eml").write_bytes(mail.as_bytes())
    return folder
