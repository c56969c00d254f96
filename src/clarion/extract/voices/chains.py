"""The chain of voices at any place of a document: through whom the words there reached the reader."""

from bisect import bisect_right
from dataclasses import dataclass

from clarion.extract.voices.find import find_said
from clarion.extract.voices.own import Own, ownership
from clarion.extract.voices.said import JUDGEMENT, THROUGH, Said
from clarion.extract.voices.units import Source
from clarion.language.names import Name, NameKind, head_noun, voice_names
from clarion.language.wordlists import words
from clarion.model.nouns import CitedVoice, Document, Span
from clarion.model.vocabulary import VoiceRole

# Classes of cue whose source vouches for the content or asks for it; wants, plans and mere mentions do not.
_VOUCHING = frozenset(("s", "d", "j", "e", "b", "turn", JUDGEMENT, THROUGH))
# Verbs of those classes that are mostly acts, not words: "rebels attacked", "the court ordered", "he held".
_ACTS = words(
    """attack support back endorse champion see hold charge order direct command press push require dare challenge rule
    determine establish prove name list broadcast publish continue begin start know hear learn forget
    approve celebrate contest favour favor view regard recognise recognize realise realize text email figure vote
    veto reflect illustrate hate love thank tout trumpet post invite encourage"""
)
# Verbs of saying by which a speaker also judges: "called it a crime".
_NAMING = words("call describe brand label term dub depict portray declare")
# Binding oneself by words; wanting and planning are no words.
_RULING = words("rule hold determine establish prove charge post text email boast trumpet")
_QUESTION_WORDS = words("whether if why how when where who what which")
_BINDING = words("promise pledge vow threaten undertake guarantee")
# What a paper says by these is in it: "a memo lists 40 men", "a letter orders the police to clear the school".
_WRITTEN = words("list name order direct command charge support")
_PAPERS = words(
    """memo memorandum letter log decree entry register cable ruling judgment judgement verdict order warrant affidavit
    email e-mail circular directive diary summons indictment certificate minutes"""
)
_WISHED = words("should must ought could may might")
# Heads of sources that are no voice: papers and days do not speak, and bare reports are nobody's word.
_MUTE = words(
    """information reports law laws statute act day week month year anniversary date article section rule rules decree
    constitution convention treaty war conflict situation fact facts step move incident case attack event ban word
    number price silence history time age size language"""
)
# Whom a voice tells: a paper or station stands between it and the reader.
_MEDIA = words(
    """site website newspaper paper station channel radio television agency magazine outlet broadcaster blog news media
    reuters bbc cnn afp ap times post herald tribune press daily gazette journal"""
)
# What a body calls itself without its name.
_BARE_KINDS = frozenset(
    ("the group", "the organisation", "the organization", "the ngo", "the charity", "the association")
)
_MEETINGS = words("conference briefing meeting rally hearing event show programme program")
_NOBODY = words("nobody none anybody anyone everybody everyone there")
_NEAR_BODY = 600  # characters after another body has spoken in which "the group" is that body
_SHARE = 0.5  # of the asked span that must lie in somebody's words


@dataclass(frozen=True, slots=True)
class Link:
    """A voice of a chain. `direct`: in its own words. `own`: the publisher's own staff, minister or the publisher."""

    name: str
    role: VoiceRole
    span: Span | None
    direct: bool
    own: bool
    kind: str  # class of the cue that carries the words, see `cues`
    cue: Span | None = None

    def cited(self) -> CitedVoice:
        """The link as the record holds it."""
        return CitedVoice(self.name, self.role, self.span)


class Chains:
    """The voices of one document. Asked for a span, it gives the chain of those who speak there, outermost first.

    Publisher and authors are not part of a chain. A voice reaches as far as its quotation marks, its turn or its
    sentence; an unattributed sentence after an attributed one belongs to the publisher.
    """

    def __init__(
        self,
        text: str,
        *,
        publisher: str | None = None,
        authors: tuple[str, ...] = (),
        source: Source | None = None,
    ) -> None:
        self._text = text
        self._links_at: dict[Span, tuple[Link, ...]] = {}
        self._own_at: set[Span] = set()
        self._publisher = publisher
        self._authors = authors
        said = find_said(text, source)
        self._own = self._by_kind(said)
        self._staff = self._staff_names(said)
        self._reach = sorted(_reaches(text, said), key=lambda item: item[0])
        self._starts = [span[0] for span, _, _ in self._reach]
        self._furthest: list[int] = []
        for span, _, _ in self._reach:
            self._furthest.append(max(span[1], self._furthest[-1] if self._furthest else 0))

    def at(self, span: Span) -> tuple[Link, ...]:
        """The voices at a span (best the span of the act word), outermost first. Empty: the publisher itself speaks."""
        links = self._links_at.get(span)
        if links is None:
            links = self._links_at[span] = self._found_at(span)
        return links

    def is_own(self, span: Span) -> bool:
        """Whether the publisher is named as the speaker at a span: "The Bureau documented 12 arrests"."""
        return not self.at(span) and span in self._own_at

    def _found_at(self, span: Span) -> tuple[Link, ...]:
        shared: dict[int, int] = {}
        found: dict[int, Said] = {}
        number = bisect_right(self._starts, max(span[0], span[1] - 1)) - 1
        while number >= 0 and self._furthest[number] > span[0]:
            reach, said, whole = self._reach[number]
            number -= 1
            overlap = min(reach[1], span[1]) - max(reach[0], span[0])
            if overlap > 0:
                found[id(said)] = said
                # a cue that judges counts when it lies in the span as a whole
                full = whole and overlap == reach[1] - reach[0]
                shared[id(said)] = shared.get(id(said), 0) + (span[1] - span[0] if full else overlap)
        speaking = [said for key, said in found.items() if shared[key] > _SHARE * (span[1] - span[0])]
        if speaking and all(self._is_own(said) for said in speaking):
            self._own_at.add(span)
        return self._links(sorted(speaking, key=_outermost))

    def _links(self, found: list[Said]) -> tuple[Link, ...]:
        links: list[Link] = []
        for said in found:
            for link in self._of(said):
                if all(link.name != other.name for other in links):
                    links.append(link)
        return tuple(links)

    def _of(self, said: Said) -> list[Link]:
        """The links of one attribution: a paper that was told stands before the one who told it."""
        if id(said) in self._own:
            return []
        whose = ownership(self._text, said, self._publisher, self._authors)
        if whose is Own.PUBLISHER:
            return []
        known = said.names[-1] if said.names else None
        own = whose is Own.STAFF or (
            known is not None and known.kind is NameKind.PERSON and known.text.split()[-1] in self._staff
        )
        links = []
        if said.addressee is not None:
            for name in voice_names(self._text, said.addressee):
                if name.text.split()[0].lower() in ("this", "our", "my"):
                    continue  # the publisher itself was told
                if self._is_publisher(name.text):
                    continue
                spoken = set(name.text.lower().split())
                if spoken & _MEDIA and not spoken & _MEETINGS:
                    links.append(Link(name.text, VoiceRole.CITED, name.span, False, False, said.kind, said.cue))
        for name in said.names:
            if name.kind is not NameKind.PRONOUN and not _is_mute(name):
                links.append(Link(name.text, _role(said, name), name.span, said.direct, own, said.kind, said.cue))
        return links

    def _by_kind(self, found: list[Said]) -> set[int]:
        """The attributions to "the group" in a text of a body that is no paper, before any other body has spoken."""
        named = set((self._publisher or "").lower().split())
        if not named or named & _MEDIA:
            return set()
        own = set()
        other: int | None = None
        for said in found:
            if said.source is None:
                continue
            if self._text[slice(*said.source)].lower() in _BARE_KINDS:
                if other is None or said.source[0] - other > _NEAR_BODY:
                    own.add(id(said))
            elif any(name.kind is NameKind.BODY and not self._is_publisher(name.text) for name in said.names):
                other = said.source[0]
        return own

    def _staff_names(self, found: list[Said]) -> set[str]:
        """Surnames of those who are presented once as the publisher's own: "Ann Roe, the Forum's director"."""
        return {
            said.names[-1].text.split()[-1]
            for said in found
            if said.names
            and said.names[-1].kind is NameKind.PERSON
            and ownership(self._text, said, self._publisher, self._authors) is Own.STAFF
        }

    def _is_own(self, said: Said) -> bool:
        if id(said) in self._own:
            return True
        return ownership(self._text, said, self._publisher, self._authors) is not Own.NO

    def _is_publisher(self, name: str) -> bool:
        """Whether a name is the publisher's, in full or in short."""
        own = set((self._publisher or "").lower().split())
        return bool(own) and set(name.lower().split()) - {"the"} <= own


def chains_of(document: Document, source: Source | None = None) -> Chains:
    """The chains of voices of a document that has a text; `source` is the text with what has been read of it."""
    return Chains(document.text or "", publisher=document.publisher, authors=document.authors, source=source)


def _reaches(text: str, found: list[Said]) -> list[tuple[Span, Said, bool]]:
    """Every stretch of text over which an attribution reaches; the cue itself is one where it judges or demands."""
    reaches: list[tuple[Span, Said, bool]] = []
    for said in found:
        if said.source is None or not _vouches(text, said) or _is_wished(text, said):
            continue
        reaches += [(content, said, said.kind == JUDGEMENT) for content in said.contents]
        if said.kind == "turn":
            reaches[-1] = ((said.source[0], reaches[-1][0][1]), said, False)  # the label belongs to the turn
        if said.cue is not None and (said.kind == "j" or said.lemma in _NAMING):
            reaches.append((said.cue, said, True))
    return reaches


def _vouches(text: str, said: Said) -> bool:
    """Quoted words are always their speaker's; a promise or a ruling tells something when a clause follows it."""
    if said.direct:
        return True
    clause = bool(said.contents) and text[said.contents[0][0] :][:5].lower() in ("that ", "that,")
    if said.lemma in ("ask", "query", "inquire", "enquire"):  # "asked us whether …"; "asked for water" is none
        return said.kind == "d" or (bool(said.contents) and _asks(text, said.contents[0]))
    if said.lemma == "remember":  # "remembers guards beating them"; "remembers the dead" is no word
        return clause or any("ing " in text[slice(*content)] for content in said.contents)
    if said.lemma in _ACTS:
        return (clause and said.lemma in _RULING) or (said.lemma in _WRITTEN and _is_paper(said))
    return said.kind in _VOUCHING or (said.kind == "k" and said.lemma in _BINDING and clause)


def _is_paper(said: Said) -> bool:
    return bool(said.names) and head_noun(said.names[-1].text).lower() in _PAPERS


def _asks(text: str, content: Span) -> bool:
    first = text[slice(*content)].split(None, 1)
    return bool(first) and first[0].lower() in _QUESTION_WORDS


def _is_wished(text: str, said: Said) -> bool:
    """ "should say", "may deny": nobody has said it yet."""
    return said.cue is not None and text[said.cue[0] : said.cue[0] + 8].split(None, 1)[0].lower() in _WISHED


def _outermost(said: Said) -> tuple[int, int, int]:
    length = sum(end - start for start, end in said.contents)
    return (0 if said.kind == "turn" else 1, -length, said.source[0] if said.source else 0)


def _role(said: Said, name: Name) -> VoiceRole:
    # "the director" is known from before; "a director" and "the elders" stay without a name
    known = name.text.lower().startswith("the ") and not head_noun(name.text).endswith(("s", "people"))
    if name.kind is NameKind.UNNAMED and not known:
        return VoiceRole.UNNAMED
    return VoiceRole.QUOTED if said.direct or said.mixed else VoiceRole.CITED


def _is_mute(name: Name) -> bool:
    """Whether the head of a source is a thing that vouches for nothing."""
    if name.text.lower() in _NOBODY or name.text.lower() == "no one":
        return True
    if name.text.lower().startswith(("his ", "her ", "their ", "our ")):
        return False  # "his bar section"
    return name.kind is not NameKind.PERSON and head_noun(name.text).lower() in _MUTE
