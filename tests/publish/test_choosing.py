"""A dossier about some of the incidents."""

import json
from dataclasses import replace

import lxml.html
import pytest

from clarion.model import IncidentId, Record, View
from clarion.model.errors import BadRequest
from clarion.publish import Format, PublishOptions, check, render
from clarion.publish.choosing import cut_to

OPTIONS = PublishOptions(format=Format.HTML, view=View.SEALED)


def named(record: Record, *titles: str) -> tuple[IncidentId, ...]:
    return tuple(one.id for one in record.incidents if one.title in titles)


def test_a_cut_record_holds_what_its_incidents_rest_on_and_no_more(record: Record) -> None:
    cut, left_out = cut_to(record, named(record, "Arrests in Tachileik"))
    documents = {one.title for one in cut.documents}
    assert documents == {"타칠레익 체포", "Twelve arrested in Tachileik"}
    assert {one.act for one in cut.claims} == {"detention"}
    assert [one.title for one in cut.incidents] == ["Arrests in Tachileik"]
    assert left_out.chosen == 1
    assert left_out.incidents == len(record.incidents)
    assert left_out.claims == len(record.claims) - len(cut.claims)
    assert left_out.documents == len(record.documents) - 2


def test_nothing_in_a_cut_record_points_outside_it(record: Record) -> None:
    for incident in record.incidents:
        cut, _ = cut_to(record, [incident.id])
        claims, documents = {one.id for one in cut.claims}, {one.id for one in cut.documents}
        assert {one.document for one in cut.claims} <= documents
        for one in cut.incidents:
            assert {*one.claims, *one.denials, *one.rivals, *(w.claim for w in one.warnings)} <= claims
            assert set(one.origin_of) <= documents
        assert {name for one in (*cut.asks, *cut.actions) for name in one.claims} <= claims
        assert {one.incident for one in cut.findings} <= {incident.id}
        assert {name for one in cut.voices for name in one.speaks_in} <= documents


def test_asks_and_actions_of_the_same_documents_stay(record: Record) -> None:
    cut, left_out = cut_to(record, named(record, "Beating at Mae Sot"))
    assert [one.title for one in cut.actions] == [one.title for one in record.actions if one.claims]
    assert cut.asks
    assert left_out.asks == len(record.asks) - len(cut.asks)


def test_the_page_says_how_many_were_chosen_and_what_was_left_out(record: Record) -> None:
    made = render(record, replace(OPTIONS, incidents=named(record, "Arrests in Tachileik", "Beating at Mae Sot")))
    page = lxml.html.document_fromstring(made.decode())
    said = " ".join(page.xpath("//p[@class='chosen']")[0].text_content().split())
    assert said.startswith("2 of 5 incidents were chosen for this dossier.")
    assert "Left out with the others: " in said
    assert {href[1:] for href in page.xpath("//@href")} <= set(page.xpath("//@id"))
    assert len(check(made).sentences) < len(record.claims)
    assert b"chosen" not in render(record, OPTIONS).partition(b"<main>")[2]
    marked = render(record, replace(OPTIONS, format=Format.MD, incidents=named(record, "Beating at Mae Sot"))).decode()
    assert "**1 of 5 incidents was chosen.**" in marked


def test_data_are_cut_as_well(record: Record) -> None:
    made = render(record, replace(OPTIONS, format=Format.JSON, incidents=named(record, "Beating at Mae Sot")))
    assert [one["title"] for one in json.loads(made)["incidents"]] == ["Beating at Mae Sot"]


def test_an_incident_that_is_not_there_is_refused(record: Record) -> None:
    with pytest.raises(BadRequest, match="leaves by this view"):
        cut_to(record, [IncidentId("inc_none")])
