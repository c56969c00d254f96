"""The files for programs that lie beside the pages of a site, each with what it is."""

from clarion.publish.options import Format

# path in the site, the form, what it is in words
EXPORTS = (
    ("data/dossier.html", Format.HTML, "everything on one page that works without a network and checks itself"),
    ("data/record.json", Format.JSON, "the record, by its published schema"),
    ("data/claims.csv", Format.CSV, "a table of claims, for spreadsheets"),
    ("data/record.md", Format.MD, "the record as plain text (Markdown)"),
    ("data/calendar.ics", Format.ICS, "actions and deadlines, for calendars (iCalendar)"),
    ("data/incidents.geojson", Format.GEOJSON, "incidents, for maps (GeoJSON)"),
    ("data/incidents.hxl.csv", Format.HXL, "incidents as a table with HXL hashtags"),
    ("data/incidents.hxl-dictionary.csv", Format.HXL_DICTIONARY, "what each column and hashtag of that table means"),
    ("data/entities.ftm.json", Format.FTM, "entities, for Aleph and other readers of FollowTheMoney"),
    ("data/record.jsonld", Format.JSONLD, "linked data: PROV, Web Annotation and schema.org (JSON-LD)"),
)
PDF = ("data/dossier.pdf", Format.PDF, "the dossier on paper (PDF)")
