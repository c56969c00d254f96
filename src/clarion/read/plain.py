"""Plain text and Markdown: kept as written, so that every offset is an offset into the file's own text."""

from clarion.model.nouns import Region
from clarion.model.text import normalised
from clarion.model.vocabulary import RegionKind
from clarion.read.charset import decode
from clarion.read.detect import JSON, MARKDOWN
from clarion.read.draft import NO_METADATA, Draft
from clarion.read.frontmatter import front_matter


def read_plain(original: bytes, media_type: str) -> Draft:
    """Plain text, Markdown or JSON data. Front matter stays in the text as a header region, which tells no claim."""
    decoded = decode(original)
    text = normalised(decoded.text)
    if media_type == JSON:
        # data is kept and can be searched; a field of it is nobody's sentence, so no claim is taken from it
        return Draft(JSON, text, (Region(RegionKind.BOILERPLATE, (0, len(text))),), NO_METADATA, decoded.problems)
    matter = front_matter(text)
    if matter is None:
        return Draft(media_type, text, metadata=NO_METADATA, problems=decoded.problems)
    metadata, region = matter
    return Draft(MARKDOWN, text, (region,), metadata, decoded.problems)
