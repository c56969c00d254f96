"""Documents that try to do something on the pages that show them, and a check that nothing of theirs can run."""

from lxml import html

from clarion.flow.case import Case

RLO = "\u202e"
SCRIPT = "<script>alert('own')</script>"
IMAGE = "<img src=x onerror=alert('own')>"
TOLD = f"Police in Sunmere arrested 40 people {SCRIPT} on 3 May 2024. {IMAGE} Troops killed 12 villagers in Sunmere."
PAGE = f"""<!doctype html><html><head><title>{SCRIPT.replace("<", "&lt;")} Arrests</title>
<meta http-equiv="refresh" content="0;url=https://evil.example/"><base href="https://evil.example/">
<link rel="stylesheet" href="https://evil.example/x.css"><style>body{{background:url(https://evil.example/b)}}</style>
<script src="https://evil.example/x.js"></script></head>
<body onload="alert('own')" style="position:fixed"><h1 onclick="alert('own')">Arrests in Sunmere</h1>
<p>Police in Sunmere arrested 40 people on 3 May 2024. &lt;script&gt;alert('own')&lt;/script&gt;</p>
<a href="javascript:alert('own')">leads on</a> <a href="https://evil.example/" target=_top>away</a>
<svg onload="alert('own')"><script>alert('own')</script><a xlink:href="javascript:alert('own')">x</a></svg>
<math><mtext><style><img src=x onerror=alert('own')></style></mtext></math>
<iframe srcdoc="<script>alert('own')</script>"></iframe><object data="https://evil.example/o"></object>
<form action="https://evil.example/"><input name=a autofocus onfocus=alert('own')><button>send</button></form>
<img src="https://evil.example/p.png" alt="{SCRIPT.replace("<", "&lt;").replace('"', "&quot;")}">
<noscript><p title="</noscript><img src=x onerror=alert('own')>"></noscript>
<table background="https://evil.example/t"><tr><td colspan=2 style="x:expression(alert(1))">cell</td></tr></table>
<template><script>alert('own')</script></template><!--><script>alert('own')</script>--></body></html>"""
MAIL = f"""From: "{SCRIPT}" <ana@sunmere.example>
To: list@sunmere.example
Subject: {SCRIPT} Arrests
Date: Fri, 3 May 2024 10:00:00 +0000
X-Note: "><script>alert('own')</script>
MIME-Version: 1.0
Content-Type: text/html; charset=utf-8

<p onclick="alert('own')">Police in Sunmere arrested 40 people on 3 May 2024.</p><script>alert('own')</script>
"""
DOCUMENTS = {
    "page.html": PAGE.encode(),
    "told.txt": TOLD.encode(),
    "head.md": f"---\ntitle: {SCRIPT}\npublisher: '{IMAGE}'\ndate: 2024-05-04\n---\n\n{TOLD}\n".encode(),
    "mail.eml": MAIL.encode(),
    "turned.txt": f"Police{RLO} in Sunmere arrested 40 people on 3 May 2024. \u2066Troops\u200b fled.\u0007".encode(),
    "<img src=x onerror=alert(1)>.txt": b"Police in Sunmere arrested 50 people on 4 May 2024.",
    "drawing.svg": b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'><script>alert(1)</script></svg>",
}


def taken_in(case: Case, documents: dict[str, bytes]) -> dict[str, str]:
    """Take documents in and work them through. Returns their ids by name."""
    folder = case.folder.parent / "brought"
    folder.mkdir(exist_ok=True)
    for name, content in documents.items():
        (folder / name).write_bytes(content)
    case.preserve([folder])
    for verb in (case.read, case.extract, case.reconcile, case.assess, case.respond):
        verb()
    return {document.path.rpartition("/")[2]: document.id for document in case.record().documents}


def problems_of(page: str) -> list[str]:
    """What of a page could run, load or lead out, beside the workbench's own scripts."""
    found = []
    for element in html.document_fromstring(page).iter():
        if not isinstance(element.tag, str):
            continue
        name = element.tag.lower()
        if name == "script" and not (element.get("src") or "").startswith(("/static/workbench/", "/words.js")):
            found.append("a script")
        if name in ("svg", "object", "embed", "math", "base", "applet"):
            found.append(name)
        if name == "style" or (name == "link" and not (element.get("href") or "").startswith("/static/")):
            found.append(name)
        if name == "iframe" and (element.get("sandbox") != "" or element.get("srcdoc")):
            found.append("an open frame")
        if name == "meta" and (element.get("http-equiv") or "").lower() == "refresh":
            found.append("a refresh")
        for attribute, value in element.attrib.items():
            if attribute.startswith("on") or attribute == "style":
                found.append(f"{name} {attribute}")
            if attribute in ("href", "src", "action", "formaction", "xlink:href", "hx-get", "hx-post"):
                plain = value.strip().lower()
                if not plain.startswith(("/", "?", "#")) and plain not in ("", "."):
                    found.append(f"{name} {attribute}={value[:40]}")
    return found
