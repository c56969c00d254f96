"""A data file is kept and searched; nothing in it is taken for somebody's sentence."""

import pytest

from clarion.model import RegionKind
from clarion.read import read_document
from clarion.read.detect import is_json


def test_no_claim_is_taken_from_data() -> None:
    document = read_document(b'{"quote": "Police arrested nine men in Osh on 3 May 2024."}', path="x.json").document
    assert document.media_type == "application/json"
    assert [region.kind for region in document.regions] == [RegionKind.BOILERPLATE]
    assert (document.publisher, document.published) == (None, None)


@pytest.mark.parametrize("text", [b"[A note] Nine men were arrested.", b"{broken", b"[1, 2", b"{" * 100_000])
def test_a_bracket_does_not_make_data(text: bytes) -> None:
    assert not is_json(text)
