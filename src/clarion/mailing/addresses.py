"""Addresses and header lines that cannot carry anything else along."""

import re
import unicodedata
from dataclasses import dataclass
from typing import NewType

from clarion.model.errors import BadRequest

CleanAddress = NewType("CleanAddress", str)

# RFC 5321, 4.5.3.1: the longest mailbox; longer ones are made to exhaust somebody
_LONGEST = 254
_LONGEST_LOCAL = 64
# "Name <local@domain>" or bare; a name with an @ would be a second address
_WRITTEN = re.compile(r"(?:(?P<name>[^<>@]*)<)?(?P<local>[^<>@]+)@(?P<domain>[^<>@]+)(?(name)>)")
# the dot-atom of RFC 5322: what mailboxes of offices and people look like; quoted local parts are not taken
_LOCAL = re.compile(r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*")
_LABEL = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?")


@dataclass(frozen=True, slots=True)
class MailAddress:
    """An address with the name that is shown before it, both clean."""

    address: CleanAddress
    name: str = ""

    @property
    def domain(self) -> str:
        """The part after the @."""
        return self.address.rpartition("@")[2]


def clean_address(text: str) -> MailAddress:
    """An address as people write it, "Office <office@example.org>" or bare, made safe to put into a mail.

    A domain in another script becomes its ASCII form. The part before the @ has to be ASCII, because not every server
    on the way takes another (SMTPUTF8).

    Raises:
        BadRequest: it holds line breaks or more than one address, or is no address that any server takes.
    """
    line = clean_line(text, "an address")
    written = _WRITTEN.fullmatch(line)
    name, local, domain = written.group("name", "local", "domain") if written else ("", "", "")
    if not local.isascii():
        raise BadRequest(
            f"{_short(line)!r} has letters before the @ that many mail servers refuse; use another address"
        )
    ascii_domain = _ascii_domain(domain)
    whole = f"{local}@{ascii_domain}"
    if (
        ascii_domain is None
        or not _LOCAL.fullmatch(local)
        or len(local) > _LONGEST_LOCAL
        or len(whole) > _LONGEST
        or ("." not in ascii_domain and ascii_domain != "localhost")
    ):
        raise BadRequest(f"{_short(line)!r} is no e-mail address; it reads like office@example.org")
    return MailAddress(CleanAddress(whole), _unquoted(name or ""))


def clean_line(text: str, what: str) -> str:
    """A text for one line of a header: no line break and no other control or direction sign may stand in it.

    Raises:
        BadRequest: one does. Such a text is never mended in silence: it was made to add lines to a mail.
    """
    line = unicodedata.normalize("NFC", text.strip())
    if any(unicodedata.category(sign) in ("Cc", "Cf", "Cs", "Zl", "Zp") for sign in line):
        raise BadRequest(f"{what} holds a line break or another hidden sign; take it out: {_short(line)!r}")
    return line


def _unquoted(name: str) -> str:
    name = name.strip()
    if len(name) > 1 and name[0] == name[-1] == '"':
        name = re.sub(r"\\(.)", r"\1", name[1:-1]).strip()
    return name


def _ascii_domain(domain: str) -> str | None:
    try:
        name = domain.encode("idna").decode("ascii").lower()
    except UnicodeError:
        return None
    return name if name and all(_LABEL.fullmatch(label) for label in name.split(".")) else None


def _short(text: str) -> str:
    return text if len(text) <= 80 else text[:79] + "…"
