"""Plain text and Markdown: kept as written, so that every offset is an offset into the file's own text."""

from clarion.model.text import normalised
from clarion.read.charset import decode
from clarion.read.detect import MARKDOWN
from clarion.read.draft import NO_METADATA, Draft
from clarion.read.frontmatter import front_matter


def read_plain(original: bytes, media_type: str) -> Draft:
    """Plain text or Markdown. Front matter stays in the text as a header region, from which no claim is taken."""
    decoded = decode(original)
    text = normalised(decoded.text)
    matter = front_matter(text)
    if matter is None:
        return Draft(media_type, text, metadata=NO_METADATA, problems=decoded.problems)
    metadata, region = matter
    return Draft(MARKDOWN, text, (region,), metadata, decoded.problems)
