"""What a publication says of the view it is made for."""

from dataclasses import dataclass

from clarion.model import View


@dataclass(frozen=True, slots=True)
class Banner:
    """`mark` stands on every page, `edge` in the margin of print, `limit` among the limits."""

    mark: str
    note: str
    kind: str
    edge: str
    limit: str
    is_redacted: bool


_INSTEAD = (
    "Words in square brackets, such as [name withheld], stand for what could lead to a person at risk: names, "
    "contacts, numbers, routes, shelters, small figures. The documents are redacted copies, not the originals."
)
BANNERS = {
    View.SEALED: Banner(
        mark="SEALED",
        note="For those who hold the case. Not checked for names and details that put people at risk. Do not pass on.",
        kind="sealed view",
        edge="Not checked for names and details that put people at risk",
        limit="This is the sealed view: names, places and words stand as they were read. Keep it as safe as the case.",
        is_redacted=False,
    ),
    View.PARTNER: Banner(
        mark="PARTNER",
        note="For those it was given to. What could lead to people at risk is withheld. Do not pass on.",
        kind="partner view",
        edge="For those it was given to; do not pass on",
        limit=f"This is the partner view. {_INSTEAD}",
        is_redacted=True,
    ),
    View.PUBLIC: Banner(
        mark="PUBLIC",
        note="What could lead to people at risk is withheld.",
        kind="public view",
        edge="What could lead to people at risk is withheld",
        limit=f"This is the public view. {_INSTEAD}",
        is_redacted=True,
    ),
}
