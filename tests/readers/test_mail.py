"""A mail is read with its header set aside, its text whole, and what is attached as sources of their own."""

from __future__ import annotations

import base64
import binascii
import re

import pytest

from verifier.domain.articles import ArticleDraft, Source
from verifier.domain.errors import ReadError
from verifier.domain.kinds import Origin, PartKind, Role
from verifier.domain.kinds import ParagraphKind as Kind
from verifier.domain.reading import ReadOptions
from verifier.i18n.messages import MESSAGES
from verifier.readers import find_form, read
from verifier.readers.mail.bodies import gather
from verifier.readers.mail.mime import MOST_DEPTH, MOST_PARTS, take_apart
from verifier.readers.mail.words import decode_words

WHEN = "2031-05-06T08:00:00.000+00:00"
HEADER = (
    "Received: from relay.example; Tue, 6 May 2031 10:00:01 +0200\r\n"
    "From: =?utf-8?q?Jane_Ro=C3=A9?= <jane@harbour.example>\r\n"
    "To: Desk <desk@paper.example>,\r\n\tMo Lind <mo@paper.example>\r\n"
    "Subject: =?utf-8?B?RsOkaHJl?= =?utf-8?B?IHZlcm1pc3N0?=\r\n"
    "Date: Tue, 6 May 2031 23:30:00 -0500\r\n"
    "MIME-Version: 1.0\r\n"
)


def mail(body: str | bytes, header: str = HEADER) -> bytes:
    return header.encode() + (body if isinstance(body, bytes) else body.encode())


def multipart(kind: str, *parts: str | bytes, boundary: str = "b1") -> bytes:
    """A multipart body; each part brings its own headers."""
    pieces = [f"Content-Type: multipart/{kind}; boundary={boundary}\r\n\r\n".encode()]
    for part in parts:
        pieces.append(f"--{boundary}\r\n".encode())
        pieces.append(part if isinstance(part, bytes) else part.encode())
        pieces.append(b"\r\n")
    return b"".join((*pieces, f"--{boundary}--\r\n".encode()))


def part(kind: str, words: str | bytes, more: str = "") -> bytes:
    return f"Content-Type: {kind}\r\n{more}\r\n".encode() + (
        words if isinstance(words, bytes) else words.encode()
    )


def opened(data: bytes, wanted: str | None = None, encoding: str | None = None) -> ArticleDraft:
    return read(Source("letter.eml", data, "file", WHEN), ReadOptions(part=wanted, encoding=encoding))


def shown(draft: ArticleDraft) -> list[str]:
    return [draft.text[each.start : each.end] for each in draft.paragraphs]


def of_role(draft: ArticleDraft, role: Role) -> list[str]:
    return [draft.text[each.start : each.end] for each in draft.paragraphs if each.role is role]


def body(draft: ArticleDraft) -> list[str]:
    return [
        draft.text[each.start : each.end] for each in draft.paragraphs if each.role is not Role.MAIL_HEADER
    ]


def codes(draft: ArticleDraft) -> set[str]:
    found = {notice.code for notice in draft.warnings}
    assert found <= set(MESSAGES)
    return found


PLAIN = part("text/plain; charset=utf-8", "The ferry left at dawn.\r\n\r\nNobody has seen it since.\r\n")


def test_the_header_is_kept_aside_and_offered_as_candidates() -> None:
    draft = opened(mail(PLAIN))
    assert draft.reader == "eml"
    assert draft.media_type == "message/rfc822"
    assert of_role(draft, Role.MAIL_HEADER) == [
        "From: Jane Roé <jane@harbour.example>",
        "To: Desk <desk@paper.example>, Mo Lind <mo@paper.example>",
        "Subject: Fähre vermisst",
        "Date: Tue, 6 May 2031 23:30:00 -0500",
    ]
    header = [each for each in draft.paragraphs if each.role is Role.MAIL_HEADER]
    assert {each.kind for each in header} == {Kind.FURNITURE}
    assert body(draft) == ["The ferry left at dawn.", "Nobody has seen it since."]
    offered = {(each.field, each.value, each.origin) for each in draft.candidates}
    assert ("title", "Fähre vermisst", Origin.MAIL) in offered
    assert ("byline", "Jane Roé", Origin.MAIL) in offered
    assert ("published", "2031-05-06", Origin.MAIL) in offered, "the day in the sender's own zone"
    assert "published" in draft.unconfirmed
    assert codes(draft) == set()


def test_who_passed_a_mail_on_and_when_is_not_the_author_and_the_date() -> None:
    draft = opened(mail(PLAIN, HEADER.replace("Subject: ", "Subject: FW: Re: ")))
    assert draft.metadata.title == "Fähre vermisst"
    assert draft.metadata.byline is None
    assert draft.metadata.published is None
    assert "Date: Tue, 6 May 2031 23:30:00 -0500" in shown(draft), "it is still there to be read"


def test_every_position_leads_back_into_the_decoded_pieces() -> None:
    draft = opened(mail(PLAIN))
    for sentence in draft.sentences:
        start, end = draft.positions.source_span(sentence.start, sentence.end)
        assert end - start == sentence.end - sentence.start
    starts = [draft.positions.source_span(each.start, each.end)[0] for each in draft.paragraphs]
    assert starts == sorted(set(starts))


def test_the_html_version_is_read_and_the_plain_one_offered() -> None:
    words = "The ferry left at dawn. Nobody has seen it since."
    both = multipart(
        "alternative", part("text/plain", words), part("text/html", f"<p>{words}</p>"), boundary="alt"
    )
    draft = opened(mail(both))
    assert [(each.id, each.kind, each.name) for each in draft.parts] == [
        ("1", PartKind.ALTERNATIVE, "text/plain"),
        ("2", PartKind.ALTERNATIVE, "text/html"),
    ]
    assert draft.part == "2"
    plain = opened(mail(both), "1")
    assert plain.part == "1"
    assert body(plain) == [words]
    assert codes(plain) == set()


def test_the_part_read_is_one_of_those_offered() -> None:
    both = multipart(
        "alternative", part("text/plain", "Then."), part("text/html", "<p>Then.</p>"), boundary="in"
    )
    draft = opened(mail(multipart("mixed", part("text/plain", "First."), both)))
    assert body(draft) == ["First.", "Then."]
    assert draft.part == "2.2"
    assert [each.id for each in draft.parts] == ["2.1", "2.2"]


def test_plain_text_is_read_where_the_html_lacks_its_words() -> None:
    long = "The harbour master closed the quay on Monday after the ferry had been lost. " * 4
    both = multipart(
        "alternative", part("text/plain", long), part("text/html", "<p>View this in a browser.</p>")
    )
    draft = opened(mail(both))
    assert draft.part == "1"
    assert "mail-versions-differ" in codes(draft)


def test_plain_text_is_read_where_the_html_is_a_layout_of_tables() -> None:
    words = "The harbour master closed the quay on Monday."
    cells = "<table><tr><td>" * 7 + words + "</td></tr></table>" * 7
    both = multipart("alternative", part("text/plain", words), part("text/html", cells))
    assert opened(mail(both)).part == "1"
    strewn = f"{words} ( https://track.example/{'x' * 200} )"
    assert (
        opened(mail(multipart("alternative", part("text/plain", strewn), part("text/html", cells)))).part
        == "2"
    )


def test_texts_one_after_the_other_are_all_read() -> None:
    data = mail(
        multipart(
            "mixed",
            part("text/plain", "First words."),
            part("image/png", b"\x89PNG....", "Content-Disposition: inline; filename=quay.png\r\n"),
            part("text/plain", "Last words."),
        )
    )
    draft = opened(data)
    assert body(draft) == ["First words.", "Last words."]
    assert [(each.name, each.kind) for each in draft.parts] == [("quay.png", PartKind.ATTACHMENT)]
    assert {each.anchor.record for each in draft.paragraphs if each.role is Role.NONE} == {"1", "3"}


def test_an_attachment_is_a_source_of_its_own() -> None:
    attached = part(
        "text/plain; name*=utf-8''K%C3%B6nig.txt",
        base64.encodebytes("The council met.\n\nIt decided nothing.".encode("utf-8-sig")),
        "Content-Disposition: attachment\r\nContent-Transfer-Encoding: base64\r\n",
    )
    data = mail(multipart("mixed", PLAIN, attached))
    draft = opened(data)
    assert [(each.id, each.name, each.media_type) for each in draft.parts] == [
        ("2", "König.txt", "text/plain")
    ]
    assert "council" not in draft.text
    own = opened(data, "2")
    assert own.source.name == "König.txt"
    assert own.source.data == "The council met.\n\nIt decided nothing.".encode("utf-8-sig")
    assert own.source.acquired_how == "attached to letter.eml"
    assert own.source.acquired_at == WHEN
    assert shown(own) == ["The council met.", "It decided nothing."]


def test_a_mail_attached_to_a_mail_keeps_its_bytes() -> None:
    inner = mail(PLAIN, HEADER.replace("RsOkaHJl", "S8O2bmln").replace("\r\n\t", "\r\n        "))
    data = mail(multipart("mixed", part("text/plain", "See below."), part("message/rfc822", inner)))
    draft = opened(data)
    assert [each.name for each in draft.parts] == ["König vermisst.eml"]
    own = opened(data, draft.parts[0].id)
    assert own.source.data == inner
    assert own.reader == "eml"
    assert "The ferry left at dawn." in shown(own)


def test_a_flowed_text_is_joined_as_its_header_says() -> None:
    words = "The ferry left \r\nat dawn.\r\n\r\n> Who saw it \r\n> last?\r\n\r\n-- \r\nJane\r\n"
    draft = opened(mail(part("text/plain; format=flowed; delsp=no", words)))
    assert draft.wrap == "flowed"
    assert "The ferry left at dawn." in shown(draft)
    assert [each.strip("> ") for each in of_role(draft, Role.QUOTED_MAIL)] == ["Who saw it last?"]
    assert "Jane" in of_role(draft, Role.SIGNATURE)
    without = opened(mail(part("text/plain; format=flowed; delsp=yes", "The fer \r\nry left.\r\n")))
    assert body(without) == ["The ferry left."]


@pytest.mark.parametrize(
    ("label", "encoding"), [("iso-8859-5", "iso-8859-5"), ("koi8-r", "koi8-r"), ("windows-1251", "cp1251")]
)
def test_the_label_of_a_part_says_its_encoding(label: str, encoding: str) -> None:
    words = "Паром вышел на рассвете."
    draft = opened(mail(part(f"text/plain; charset={label}", words.encode(encoding))))
    assert body(draft) == [words]


def test_a_wrong_label_does_not_garble_the_words() -> None:
    draft = opened(mail(part("text/plain; charset=us-ascii", "Die Fähre fährt nicht. Über Nacht war Sturm.")))
    assert body(draft) == ["Die Fähre fährt nicht. Über Nacht war Sturm."]


def test_the_encoding_can_be_overridden() -> None:
    data = mail(part("text/plain; charset=latin-1", "Паром".encode("koi8-r")))
    assert body(opened(data, encoding="koi8-r")) == ["Паром"]


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        ("=?utf-8?Q?a?= =?utf-8?Q?b?=", "ab"),
        ("x =?utf-8?B?w?= =?utf-8?Q?b?=", "x =?utf-8?B?w?= =?utf-8?Q?b?="),
        ("=?utf-8?B?0J8=?= =?utf-8?B?0LDRgNC+?= =?koi8-r?B?zQ==?=", "Паром"),
        ("=?utf-8?B?0A==?= =?utf-8?B?nw==?=", "П"),
        ("=?no-such?Q?abc?= d", "abc d"),
        ("plain\r\n folded", "plain folded"),
        ("a =?utf-8*en?Q?b?= c", "a b c"),
        ("\udcd0\udc9f raw", "П raw"),
    ],
)
def test_encoded_words_are_decoded_as_they_are_meant(raw: str, words: str) -> None:
    assert decode_words(raw) == words


@pytest.mark.large
@pytest.mark.parametrize(
    "unit", ["=?", "=?a?q?", "=?a?q?b?=", " =?utf-8?b?w6k=?=", "\r\n ", "(", "Fwd: ", '";']
)
def test_a_pumped_header_takes_no_more_than_its_share(unit: str) -> None:
    data = mail(
        PLAIN,
        HEADER.replace("Subject: ", "Subject: " + unit * 20_000).replace(
            "MIME", f"X: {unit * 20_000}\r\nMIME"
        ),
    )
    assert body(opened(data)) == ["The ferry left at dawn.", "Nobody has seen it since."]


def test_a_uuencoded_file_inside_a_text_is_attached_not_read() -> None:
    lines = b"".join(binascii.b2a_uu(b"The council met again."[at : at + 45]) for at in range(0, 22, 45))
    words = b"See the file.\r\n\r\nbegin 644 note.txt\r\n" + lines + b"`\r\nend\r\n\r\nYours.\r\n"
    data = mail(part("text/plain", words))
    draft = opened(data)
    assert body(draft) == ["See the file.", "Yours."]
    assert [each.name for each in draft.parts] == ["note.txt"]
    assert shown(opened(data, draft.parts[0].id)) == ["The council met again."]


def test_words_outside_the_parts_are_kept_aside() -> None:
    data = mail(
        multipart("mixed", PLAIN).replace(b"--b1\r\n", b"Hidden before.\r\n--b1\r\n", 1)
        + b"Hidden behind.\r\n"
    )
    draft = opened(data)
    assert of_role(draft, Role.HIDDEN) == ["Hidden before.", "Hidden behind."]
    usual = data.replace(b"Hidden before.", b"This is a multi-part message in MIME format.")
    assert of_role(opened(usual), Role.HIDDEN) == ["Hidden behind."]


def test_a_mail_cut_short_is_read_as_far_as_it_goes() -> None:
    data = mail(multipart("mixed", PLAIN, part("text/plain", "Second words.")))
    cut = opened(data[: data.index(b"Second") + 6])
    assert body(cut)[-1] == "Second"
    assert "mail-not-closed" in codes(cut)


def test_a_boundary_that_is_not_named_is_found() -> None:
    data = mail(multipart("mixed", PLAIN, part("text/plain", "Second words.")).replace(b"; boundary=b1", b""))
    draft = opened(data)
    assert body(draft)[-1] == "Second words."
    assert "mail-no-boundary" in codes(draft)


def test_a_multipart_mail_without_parts_is_still_shown() -> None:
    draft = opened(mail("Content-Type: multipart/mixed; boundary=zz\r\n\r\nJust words.\r\n"))
    assert body(draft) == ["Just words."]
    assert "mail-no-boundary" in codes(draft)


def test_damaged_base64_is_said() -> None:
    words = base64.encodebytes(b"The ferry left at dawn. " * 20).replace(b"\n", b"\r\n")
    damaged = words[:100] + b"@@@@" + words[100:-8]
    draft = opened(mail(part("text/plain", damaged, "Content-Transfer-Encoding: base64\r\n")))
    assert "mail-bad-base64" in codes(draft)
    assert body(draft)[0].startswith("The ferry left at dawn.")


def test_a_text_that_is_none_does_not_keep_the_others_from_being_read() -> None:
    draft = opened(mail(multipart("mixed", PLAIN, part("text/plain", bytes(range(256)) * 4))))
    assert body(draft) == ["The ferry left at dawn.", "Nobody has seen it since."]
    assert [dict(each.values) for each in draft.warnings] == [{"parts": "2"}]
    assert codes(draft) == {"mail-part-unreadable"}


@pytest.mark.parametrize(
    ("line", "kind", "confidence", "title"),
    [
        ("Fähre vermisst", Kind.HEADLINE, 100, "Fähre vermisst"),
        ("Ferry lost off Cape Rowan", Kind.HEADLINE, 70, "Ferry lost off Cape Rowan"),
        ("Dear colleagues at the desk", Kind.BODY, 100, "Fähre vermisst"),
        ("Mo", Kind.BODY, 100, "Fähre vermisst"),
        ("Liebe Kollegen", Kind.BODY, 100, "Fähre vermisst"),
        ("Historic ferry is lost again", Kind.HEADLINE, 70, "Historic ferry is lost again"),
    ],
)
def test_the_first_line_is_a_headline_unless_it_greets(
    line: str, kind: Kind, confidence: int, title: str
) -> None:
    words = f"{line}\r\n\r\nThe ferry left at dawn. Nobody saw it.\r\n\r\nA search was begun at noon.\r\n"
    draft = opened(mail(part("text/plain; charset=utf-8", words)))
    first = next(each for each in draft.paragraphs if each.role is Role.NONE)
    assert (first.kind, first.confidence, draft.metadata.title) == (kind, confidence, title)


def test_a_mail_of_attachments_alone_shows_its_header_and_says_so() -> None:
    attached = part("application/pdf", b"%PDF-1.7", "Content-Disposition: attachment; filename=a.pdf\r\n")
    draft = opened(mail(multipart("mixed", part("text/plain", "\r\n"), attached)))
    assert body(draft) == []
    assert [each.name for each in draft.parts] == ["a.pdf"]
    bare = opened(mail(multipart("mixed", attached)))
    assert "mail-without-text" in codes(bare)


PGP_MIME = multipart(
    "encrypted", part("application/pgp-encrypted", "Version: 1"), part("application/octet-stream", "x")
)
SMIME = part(
    "application/pkcs7-mime; smime-type=enveloped-data", "MIAG", "Content-Transfer-Encoding: base64\r\n"
)


@pytest.mark.parametrize(
    ("body_of", "how"),
    [
        (PGP_MIME, "PGP"),
        (SMIME, "S/MIME"),
        (
            part("text/plain", "-----BEGIN PGP MESSAGE-----\r\n\r\nhQEM\r\n-----END PGP MESSAGE-----\r\n"),
            "PGP",
        ),
    ],
    ids=["pgp", "smime", "inline"],
)
def test_an_encrypted_mail_is_refused_with_what_to_do(body_of: bytes, how: str) -> None:
    with pytest.raises(ReadError) as caught:
        opened(mail(body_of))
    assert (caught.value.code, caught.value.values["how"]) == ("mail-encrypted", how)


def test_a_signature_an_outlook_wrapping_and_a_doubled_header_are_said() -> None:
    signature = part("application/pgp-signature", "x", "Content-Disposition: attachment; filename=s.asc\r\n")
    signed = multipart("signed", PLAIN, signature)
    assert codes(opened(mail(signed))) == {"mail-signed"}
    wrapped = multipart("mixed", PLAIN, part("application/ms-tnef; name=winmail.dat", b"\x78\x9f\x3e\x22"))
    assert codes(opened(mail(wrapped))) == {"mail-winmail"}
    doubled = opened(mail(PLAIN, HEADER + "Subject: Another\r\n"))
    assert codes(doubled) == {"mail-header-repeated"}
    assert "Subject: Another" in shown(doubled)


def test_a_folder_of_mails_offers_each_of_them() -> None:
    other = mail(
        PLAIN.replace(b"dawn", b"noon").replace(b"Nobody", b">From afar nobody"),
        HEADER.replace("\r\n\t", " "),
    )
    data = b"From jane Tue May  6 2031\r\n" + mail(PLAIN) + b"\r\nFrom mo Wed May  7 2031\r\n" + other
    draft = opened(data)
    assert [(each.id, each.kind, each.name) for each in draft.parts] == [
        ("1", PartKind.PAGE, "Fähre vermisst"),
        ("2", PartKind.PAGE, "Fähre vermisst"),
    ]
    assert "mail-folder" in codes(draft)
    assert body(opened(data, "2")) == ["The ferry left at noon.", "From afar nobody has seen it since."]
    assert opened(data, "2").part == "2"


def test_an_unknown_part_is_refused_with_those_there_are() -> None:
    with pytest.raises(ReadError) as caught:
        opened(mail(multipart("mixed", PLAIN, part("text/plain; name=a.txt", "x"))), "9")
    assert (caught.value.code, caught.value.values["known"]) == ("part-unknown", "2")


def test_nesting_and_numbers_have_limits() -> None:
    deep = PLAIN
    for level in range(MOST_DEPTH + 2):
        deep = multipart("mixed", deep, boundary=f"b{level}")
    with pytest.raises(ReadError) as caught:
        opened(mail(deep))
    assert caught.value.code == "mail-too-deep"
    with pytest.raises(ReadError) as caught:
        opened(mail(multipart("mixed", *[part("text/plain", "x")] * (MOST_PARTS + 1))))
    assert caught.value.code == "mail-too-many-parts"


def test_parts_are_numbered_as_imap_does() -> None:
    inner = multipart("alternative", PLAIN, PLAIN, boundary="in")
    entity = take_apart(mail(multipart("mixed", inner, PLAIN)), "letter.eml")
    assert [each.id for each in entity.parts] == ["1", "2"]
    assert [each.id for each in entity.parts[0].parts] == ["1.1", "1.2"]
    assert take_apart(mail(PLAIN), "letter.eml").id == "1"
    assert len(gather(entity).passages) == 2


@pytest.mark.parametrize(
    "text",
    [
        "The ferry left at dawn.\n\nFrom: nobody knows.\n",
        "Note: this is no mail.\nSubject: neither.\n",
        "From here on: nothing.\n",
        "Date: 3 May 2031\nBy: Jane\nSubject: Ferry\n\nThe ferry left.",
    ],
)
def test_plain_text_is_not_taken_for_a_mail(text: str) -> None:
    assert find_form(text.encode()).name != "eml"


@pytest.mark.parametrize(
    "data", [b"From: a\r\nTo: b\r\nDate: c\r\n", b"From: a\r\nTo: b\r\nDate: c\r\n\r\n \r\n"]
)
def test_a_mail_without_any_text_shows_its_header(data: bytes) -> None:
    draft = opened(data)
    assert shown(draft) == ["From: a", "To: b", "Date: c"]


WHOLE_HEADER = (
    "Return-Path: <m00@harbour.example>\r\n"
    "From: =?koi8-r?B?7dcg?= m01Jane <jane@harbour.example>\r\n"
    "Sender: m02desk@harbour.example\r\n"
    "Reply-To: m03reply@harbour.example\r\n"
    "To: m04to@paper.example\r\n"
    "Cc: m05cc@paper.example\r\n"
    "Resent-From: m06resent@paper.example\r\n"
    "Date: Tue, 6 May 2031 10:00:00 +0200\r\n"
    "Subject: m07 =?utf-8?Q?F=C3=A4hre?=\r\n"
    "MIME-Version: 1.0\r\n"
)
WHOLE_HTML = (
    "<html><head><title>m99</title><style>p { color: red }</style></head><body>"
    "<p>m20words of the <b>m21page</b>, read <a href='https://harbour.example/'>m22here</a>.</p>"
    "<h2>m23Later</h2><ul><li>m24item</li></ul>"
    "<p>On Monday Mo Lind wrote:</p><blockquote type='cite'><p>m25cited words.</p></blockquote>"
    "<table><tr><th>m26Boat</th><th>Crew</th></tr><tr><td>m27Aurora</td><td>9</td></tr></table>"
    "<img src='cid:p1' alt='m28tower'>"
    "<p style='display:none'>m29hidden words</p></body></html>"
)
WHOLE_PLAIN = (
    "m40words of the text \r\nthat flows.\r\n\r\n"
    "> m41cited \r\n> again.\r\n>> m42deeper.\r\n\r\n-- \r\nm43Jane\r\n"
)


WHOLE_NAME = 'Content-Disposition: attachment; filename="=?utf-8?Q?b=C3=B6.txt?="\r\n'


def whole() -> bytes:
    """A mail with every feature a mail can have."""
    html = base64.encodebytes(WHOLE_HTML.encode("cp1252")).replace(b"\n", b"\r\n")
    related = multipart(
        "related",
        part("text/html; charset=windows-1252", html, "Content-Transfer-Encoding: base64\r\n"),
        part("image/png; name=tower.png", b"\x89PNG", "Content-ID: <p1>\r\nContent-Disposition: inline\r\n"),
        boundary="rel",
    )
    versions = multipart(
        "alternative", part("text/plain", "m30plain version of the page."), related, boundary="alt"
    )
    uuencoded = (
        b"m50before\r\n\r\nbegin 644 list.txt\r\n"
        + binascii.b2a_uu(b"m60listed")
        + b"`\r\nend\r\n\r\nm51behind\r\n"
    )
    return mail(
        multipart(
            "mixed",
            versions,
            part("text/plain; charset=utf-8; format=flowed", WHOLE_PLAIN),
            part("text/plain", uuencoded),
            part("text/plain", "m70 in a file", WHOLE_NAME),
            part("message/rfc822", mail("Content-Type: text/plain\r\n\r\nm80inner words.\r\n", WHOLE_HEADER)),
            boundary="top",
        ).replace(b"--top\r\n", b"m10before the parts\r\n--top\r\n", 1)
        + b"m11behind the parts\r\n",
        WHOLE_HEADER,
    )  # fmt: skip


def markers(draft: ArticleDraft) -> dict[str, tuple[Kind, Role]]:
    """Each paragraph that has a marker, by that marker; one that stands twice fails the test."""
    found: dict[str, tuple[Kind, Role]] = {}
    for each in draft.paragraphs:
        for marker in re.findall(r"m\d\d", draft.text[each.start : each.end]):
            assert marker not in found, marker
            found[marker] = (each.kind, each.role)
    return found


def test_every_text_of_a_mail_is_there_once_with_its_role() -> None:
    draft = opened(whole())
    none = Role.NONE
    assert markers(draft) == {
        **{f"m{number:02}": (Kind.FURNITURE, Role.MAIL_HEADER) for number in range(1, 8)},
        "m10": (Kind.ASIDE, Role.HIDDEN),
        "m11": (Kind.ASIDE, Role.HIDDEN),
        **{f"m{number}": (Kind.BODY, none) for number in (20, 21, 22, 40, 50, 51)},
        "m23": (Kind.HEADING, none),
        "m24": (Kind.LIST, none),
        "m25": (Kind.QUOTE, Role.QUOTED_MAIL),
        "m26": (Kind.TABLE, none),
        "m27": (Kind.TABLE, none),
        "m28": (Kind.ASIDE, Role.ALTERNATIVE_TEXT),
        "m29": (Kind.ASIDE, Role.HIDDEN),
        "m41": (Kind.QUOTE, Role.QUOTED_MAIL),
        "m42": (Kind.QUOTE, Role.QUOTED_MAIL),
        "m43": (Kind.BOILERPLATE, Role.SIGNATURE),
    }
    assert shown(draft)[0] == "From: Мв  m01Jane <jane@harbour.example>"
    assert "m40words of the text that flows." in shown(draft)
    assert codes(draft) == {"mail-versions-differ"}
    assert [(each.id, each.kind, each.name) for each in draft.parts] == [
        ("1.1", PartKind.ALTERNATIVE, "text/plain"),
        ("1.2.1", PartKind.ALTERNATIVE, "text/html"),
        ("1.2.2", PartKind.ATTACHMENT, "tower.png"),
        ("4", PartKind.ATTACHMENT, "bö.txt"),
        ("5", PartKind.ATTACHMENT, "m07 Fähre.eml"),
        ("3.uu1", PartKind.ATTACHMENT, "list.txt"),
    ]
    assert draft.part == "1.2.1"


@pytest.mark.parametrize(("wanted", "marker"), [("1.1", "m30"), ("4", "m70"), ("5", "m80"), ("3.uu1", "m60")])
def test_what_is_not_read_first_can_be_read(wanted: str, marker: str) -> None:
    data = whole()
    assert marker not in opened(data).text
    assert marker in opened(data, wanted).text


def test_pictures_and_signatures_are_listed_but_never_taken_for_articles() -> None:
    parts = {each.name: each.may_hold_text for each in opened(whole()).parts}
    assert parts == {
        **{"text/plain": True, "text/html": True, "tower.png": False},
        **{"bö.txt": True, "m07 Fähre.eml": True, "list.txt": True},
    }
    signature = part("application/pgp-signature; name=s.asc", "x")
    assert [each.may_hold_text for each in opened(mail(multipart("signed", PLAIN, signature))).parts] == [
        False
    ]
