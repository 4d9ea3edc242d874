"""What editors do to a report, for tests: comments added, changed, answered or taken out."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Mapping
from html import escape

W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
W15 = "http://schemas.microsoft.com/office/word/2012/wordml"
EXTENDED = "http://schemas.microsoft.com/office/2011/relationships/commentsExtended"


def members_of(report: bytes) -> dict[str, bytes]:
    """The members of a package by name."""
    with zipfile.ZipFile(io.BytesIO(report)) as package:
        return {name: package.read(name) for name in package.namelist()}


def packed(members: Mapping[str, bytes]) -> bytes:
    """A package of some members."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in members.items():
            package.writestr(name, data)
    return file.getvalue()


def replaced(report: bytes, member: str, old: str, new: str) -> bytes:
    """A report with some words of one of its members replaced; they are there once at least."""
    members = members_of(report)
    text = members[member].decode()
    assert old in text, old
    return packed({**members, member: text.replace(old, new).encode()})


def without_comment(report: bytes, number: int) -> bytes:
    """A report somebody took a comment out of."""
    members = members_of(report)
    comments, document = members["word/comments.xml"].decode(), members["word/document.xml"].decode()
    less = re.sub(rf'<w:comment w:id="{number}".*?</w:comment>', "", comments, flags=re.DOTALL)
    assert less != comments
    document = re.sub(rf'<w:comment(RangeStart|RangeEnd|Reference) w:id="{number}"/>', "", document)
    return packed({**members, "word/comments.xml": less.encode(), "word/document.xml": document.encode()})


def answered(report: bytes, number: int, text: str, author: str = "Ed Ito", initials: str = "EI") -> bytes:
    """A report with an answer to a comment, as Word writes it: tied by the ids of paragraphs."""
    members = members_of(report)
    comments, document = members["word/comments.xml"].decode(), members["word/document.xml"].decode()
    if f'xmlns:w14="{W14}"' not in comments:
        comments = comments.replace("<w:comments ", f'<w:comments xmlns:w14="{W14}" ', 1)
    ids = iter(range(0x10, 0x7FFF))
    comments = re.sub("<w:p>", lambda _match: f'<w:p w14:paraId="{next(ids):08X}">', comments)
    own = re.search(rf'<w:comment w:id="{number}".*?</w:comment>', comments, re.DOTALL)
    assert own is not None
    parent = re.findall('w14:paraId="([0-9A-F]{8})"', own[0])[-1]
    new = (
        f'<w:comment w:id="900" w:author="{escape(author)}" w:initials="{escape(initials)}" '
        f'w:date="2026-11-22T10:00:00Z"><w:p w14:paraId="0000AAAA">'
        f"<w:r><w:t>{escape(text)}</w:t></w:r></w:p></w:comment>"
    )
    start, end = f'<w:commentRangeStart w:id="{number}"/>', f'<w:commentRangeEnd w:id="{number}"/>'
    assert start in document
    document = document.replace(start, f'{start}<w:commentRangeStart w:id="900"/>')
    mark = '<w:commentRangeEnd w:id="900"/><w:r><w:commentReference w:id="900"/></w:r>'
    document = document.replace(end, f"{end}{mark}")
    tie = (
        f'<w15:commentsEx xmlns:w15="{W15}"><w15:commentEx w15:paraId="{parent}" w15:done="0"/>'
        f'<w15:commentEx w15:paraId="0000AAAA" w15:paraIdParent="{parent}" w15:done="0"/></w15:commentsEx>'
    )
    relation = f'<Relationship Id="rIdEx" Type="{EXTENDED}" Target="commentsExtended.xml"/></Relationships>'
    links = members["word/_rels/document.xml.rels"].decode().replace("</Relationships>", relation)
    return packed(
        {
            **members,
            "word/comments.xml": comments.replace("</w:comments>", f"{new}</w:comments>").encode(),
            "word/document.xml": document.encode(),
            "word/commentsExtended.xml": tie.encode(),
            "word/_rels/document.xml.rels": links.encode(),
        }
    )


def commented(report: bytes, words: str, text: str, author: str = "Ed Ito", initials: str = "EI") -> bytes:
    """A report with a comment on the last run that is just some words, added by python-docx as any script would."""
    import docx
    from docx.text.run import Run

    document = docx.Document(io.BytesIO(report))
    runs = [Run(element, document) for element in document.element.body.iter("{*}r")]
    found = [run for run in runs if run.text == words]
    assert found, words
    document.add_comment(found[-1], text=text, author=author, initials=initials)
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()
