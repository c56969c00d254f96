"""Word documents tell nothing of their making."""

import io
import zipfile

import docx

from clarion.publish.office import blank_document, packed


def _made() -> bytes:
    document = blank_document(title="A title", language="ko")
    document.add_paragraph("Words.")
    return packed(document)


def test_equal_contents_are_equal_bytes() -> None:
    assert _made() == _made()


def test_the_file_names_no_author_program_or_time() -> None:
    with zipfile.ZipFile(io.BytesIO(_made())) as made:
        assert made.namelist()[0] == "[Content_Types].xml"
        assert {part.date_time for part in made.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        told = made.read("docProps/core.xml").decode()
        # the picture of the template's first page and its program belong to nobody here
        assert "python-docx" not in told
        assert [name for name in made.namelist() if name.startswith("docProps/")] == ["docProps/core.xml"]
    about = docx.Document(io.BytesIO(_made())).core_properties
    assert (about.author, about.last_modified_by, about.comments) == ("", "", "")
    assert (about.title, about.language) == ("A title", "ko")
