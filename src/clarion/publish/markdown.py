"""A record as Markdown: the dossier for reading in plain text.

No text of a document can make markup, a link or HTML: everything that Markdown could read is escaped, and addresses are
written apart (`https[:]//`, `name[@]host`, `www[.]`) because many readers turn bare addresses into links.
The exact words are in the JSON.

Source: CommonMark 0.31, section 2.4, backslash escapes; GitHub Flavored Markdown, extended autolinks.
"""

import re

from clarion.publish.banner import BANNERS, Banner
from clarion.publish.compose import compose
from clarion.publish.index import Index
from clarion.publish.options import PublishOptions
from clarion.publish.phrases import many
from clarion.publish.views import ActionView, ClaimView, DocumentView, Dossier, FindingView, IncidentView
from clarion.publish.visible import one_line, visible

_MARKUP = re.compile(r"([\\`*_{}\[\]()#+\-.!|~<>&\"'$^=:@/])")
_ADDRESS = re.compile(r"(?i)(:)(?=//)|(@)|(?<=\bwww)(\.)|(?<=mailto)(:)|(?<=xmpp)(:)|(?<=javascript)(:)|(?<=data)(:)")
_RULE = "\n---\n"
_Lines = list[str]


def to_markdown(index: Index, options: PublishOptions) -> bytes:
    """The dossier as Markdown, without the documents' whole texts."""
    dossier = compose(index, options)
    parts = [
        _head(dossier, BANNERS[options.view]),
        _summary(dossier),
        *(_incident(view) for view in dossier.incidents),
        *(_finding(view) for view in dossier.findings),
        _channels(dossier),
        _ledger(dossier),
        _asks(dossier),
        _actions(dossier.actions),
        _questions(dossier),
        *(_document(view, BANNERS[options.view]) for view in dossier.documents),
        _proof(dossier),
    ]
    return ("\n\n".join("\n".join(part) for part in parts if part) + "\n").encode()


def escaped(text: str) -> str:
    """A text on one line that Markdown shows as it is; addresses are written apart so that nothing becomes a link."""
    apart = _ADDRESS.sub(lambda found: f"[{found[0]}]", one_line(visible(text)))
    return _MARKUP.sub(_escape, apart)


def _escape(found: re.Match[str]) -> str:
    # entities for what could open HTML or a character reference, a backslash for the rest
    return {"<": "&lt;", ">": "&gt;", "&": "&amp;"}.get(found[0], "\\" + found[0])


def _head(d: Dossier, banner: Banner) -> _Lines:
    case = f"Case: {escaped(d.case_name)}. " if d.case_name else ""
    return [
        f"**{banner.mark}. {banner.note}**",
        "",
        f"# {escaped(d.title)}",
        "",
        f"{case}Made: {escaped(d.made)}. Documents dated: {escaped(d.period)}.",
    ]


def _summary(d: Dossier) -> _Lines:
    shown = [f"{count.number} {count.name.lower()}" for count in d.statuses if count.number]
    lines = [
        "## What is known, and how surely",
        "",
        *_chosen(d),
        f"{many(len(d.documents), 'document')}, {many(d.claims, 'claim')}, {many(len(d.incidents), 'incident')}"
        + (f" ({', '.join(shown)})." if shown else "."),
        f"{d.judged} A claim is what a document says, not what is so.",
        "",
    ]
    lines += [
        f"- **{v.status}**, I{v.number}, {escaped(v.title)}: {escaped(' '.join(v.headline))}" for v in d.strongest
    ]
    lines += ["", "| Word | Meaning |", "| --- | --- |"]
    return lines + [f"| {count.name} | {escaped(count.meaning)} |" for count in d.statuses]


def _chosen(d: Dossier) -> _Lines:
    if (out := d.left_out) is None:
        return []
    rest = (many(out.claims, "claim"), many(out.documents, "document"), many(out.asks, "ask"))
    was = "was" if out.chosen == 1 else "were"
    return [
        f"**{out.chosen} of {many(out.incidents, 'incident')} {was} chosen.** "
        f"Left out with the others: {', '.join(rest)} and {many(out.actions, 'action')}.",
        "",
    ]


def _incident(v: IncidentView) -> _Lines:
    lines = [
        f"## I{v.number}. {escaped(v.title)}",
        "",
        f"**{v.status}.** {escaped(' '.join(v.headline))}",
        "",
        f"- When: {escaped(v.when)}",
        f"- Where: {escaped(v.where)}",
        f"- Affected: {escaped(v.affected)}",
        f"- Origins: {escaped(v.origin_words)}",
        f"- Judged: {escaped(v.judged.words)}",
        *([f"- Figure: {escaped(v.figure_rule)}"] if v.figure_rule else []),
        *_figures(v),
        *_alarms(v),
        *_claims("What is said", v.claims),
        *_answers(v),
        *_claims("Denials", v.denials),
        *_claims("Other explanations", v.rivals),
        *_claims("Warnings that came before", tuple(warning.claim for warning in v.warnings)),
        *(f"- C{w.claim.number}: {w.words}" for w in v.warnings),
    ]
    if v.origins or v.untraced:
        lines += ["", "### Where the accounts come from", ""]
        lines += [f"- {escaped(o.name)}: {', '.join(f'D{s.number}' for s in o.sources)}" for o in v.origins]
        lines += [f"- Cannot be traced, not counted: D{s.number}" for s in v.untraced]
    if v.facets:
        lines += ["", "Origins for each part: " + "; ".join(f"{name} {number}" for name, number in v.facets) + "."]
    return lines


def _figures(v: IncidentView) -> _Lines:
    lines: _Lines = []
    for group in v.figures:
        lines += ["", f"### Figures: {group.unit.lower()}", "", escaped(group.statement), ""]
        lines += ["| Figure | As written | Low | Best | High | Who says so |", "| --- | --- | --- | --- | --- | --- |"]
        for row in group.rows:
            written = ", ".join(f"“{escaped(words)}”" for words in row.written) or "unknown"
            sources = "; ".join(f"C{c.number} {escaped(c.speaker)} ({c.stance})" for c in row.sources)
            lines.append(f"| {escaped(row.words)} | {written} | {row.low} | {row.best} | {row.high} | {sources} |")
    return lines


def _alarms(v: IncidentView) -> _Lines:
    lines = [f"- **{a.kind}.** {escaped(a.reason)} {' '.join(f'C{c.number}' for c in a.claims)}" for a in v.alarms]
    return ["", "### Alarms", "", *lines] if lines else []


def _answers(v: IncidentView) -> _Lines:
    lines = [
        f"- **{a.kind}** ({a.meaning}): {escaped(a.voice)}, D{a.source.number}: “{escaped(a.words)}”" for a in v.answers
    ]
    return ["", "### How it is answered", "", *lines] if lines else []


def _channels(d: Dossier) -> _Lines:
    lines: _Lines = ["## Where it can be carried further"] if d.channels else []
    for state, rows in d.channels:
        lines += ["", f"### {escaped(state)}", ""]
        for row in rows:
            incidents = " ".join(f"I{number}" for number, _ in row.incidents)
            lines.append(f"- {escaped(row.name)}: **{row.access}**. {escaped(' '.join(row.reasons))} ({incidents})")
    return lines


def _ledger(d: Dossier) -> _Lines:
    lines: _Lines = ["## Record of warnings"] if d.ledger else []
    for voice in d.ledger:
        lines += ["", f"### {escaped(voice.voice)} ({escaped(voice.summary)})", ""]
        lines += [
            f"- {f.outcome}: C{f.number} “{escaped(f.words)}”, D{f.source.number}. {escaped(f.reason)}"
            for f in voice.forecasts
        ]
    return lines


def _claims(title: str, claims: tuple[ClaimView, ...]) -> _Lines:
    return ["", f"### {title}", "", *(line for claim in claims for line in _claim(claim))] if claims else []


def _claim(c: ClaimView) -> _Lines:
    doubt = ", with doubt" if c.is_tentative else ""
    return [
        f"**C{c.number}** {escaped(c.act)}, *{c.stance}{doubt}*. {escaped(c.chain)}. "
        f"D{c.source.number} {escaped(c.source.name)}, {escaped(c.source.date)}. {escaped(c.judged.words)}.",
        "",
        f"> {escaped(c.quote)}",
        "",
    ]


def _finding(f: FindingView) -> _Lines:
    lines = [
        f"## Law: {escaped(f.norm)}, {escaped(f.state)}",
        "",
        f"On I{f.incident_number}, {escaped(f.incident)}. **{f.verdict}** {escaped(f.bound)} "
        f"(source: {escaped(f.bound_source)}). {escaped(f.judged.words)}.",
        "",
        "| What the norm asks | State of the claims | For | Against |",
        "| --- | --- | --- | --- |",
    ]
    for e in f.elements:
        told, against = (" ".join(f"C{c.number}" for c in claims) or "none" for claims in (e.claims, e.against))
        lines.append(f"| {escaped(e.test)} | {e.state} | {told} | {against} |")
    return [*lines, "", *(f"- {escaped(caveat)}" for caveat in f.caveats)]


def _asks(d: Dossier) -> _Lines:
    lines: _Lines = ["## What is asked, and of whom"] if d.asks else []
    for addressee, asks in d.asks:
        lines += ["", f"### {escaped(addressee)}", ""]
        for ask in asks:
            refs = " ".join(f"C{c.number}" for c in ask.claims)
            lines.append(
                f"- {escaped(ask.act)}: {escaped(ask.text)} ({escaped(ask.made_by)}; {escaped(ask.deadline)}; {refs})"
            )
            shown = " ".join(f"C{c.number}" for c in ask.fate_claims)
            lines.append(f"  {ask.fate}{f' {shown}' if shown else ''}")
            lines += [f"  The opposite is asked of the same addressee: {escaped(text)}" for _, text in ask.opposite]
    return lines


def _actions(actions: tuple[ActionView, ...]) -> _Lines:
    lines: _Lines = ["## Actions", ""] if actions else []
    for a in actions:
        question = f" **? {escaped(a.question)}**" if a.question else ""
        lines.append(
            f"- {escaped(a.start)} ({escaped(a.timezone)}): {escaped(a.kind)}, {escaped(a.title)}, "
            f"{escaped(a.place)}.{question}"
        )
    return lines


def _questions(d: Dossier) -> _Lines:
    return ["## Open questions", "", *(f"- {escaped(words)}" for words, _ in d.questions)] if d.questions else []


def _document(v: DocumentView, banner: Banner) -> _Lines:
    original = [f"- Path: {escaped(v.path)}", f"- SHA-256: {escaped(v.sha256)}"]
    return [
        f"## D{v.source.number}. {escaped(v.source.title)}",
        "",
        f"- Publisher: {escaped(v.source.name)}",
        f"- Authors: {escaped(v.authors)}",
        f"- Published: {escaped(v.source.date)} (found in: {escaped(v.basis)})",
        *([f"- Redacted copy: {escaped(v.sha256)}"] if banner.is_redacted else original),
        *(f"- Problem: {escaped(problem)}" for problem in v.problems),
        *_claims("Claims that belong to no incident", v.loose),
    ]


def _proof(d: Dossier) -> _Lines:
    heads = [f"- Head of the case’s log: {escaped(head)}" for head in d.heads] or ["- Head of the case’s log: unknown"]
    return ["## Proof", "", f"- SHA-256 of the record as canonical JSON, with texts: {d.record_sha256}", *heads]
