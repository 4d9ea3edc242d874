"""Our way of taking a mail apart agrees with the standard library's, wherever that one is sound."""

from __future__ import annotations

import email
import random
from email import policy
from email.message import EmailMessage, Message

import pytest

from verifier.readers.mail.bodies import leaves_of
from verifier.readers.mail.mime import content_of, take_apart
from verifier.readers.mail.words import decode_words

WORDS = "The ferry left at dawn – Паром вышел – 渡し船 – café, “quoted”, = and - and From here."
POLICIES = [policy.SMTP, policy.default, policy.SMTP.clone(max_line_length=60), policy.SMTPUTF8]


def made(dice: random.Random, depth: int = 0) -> EmailMessage:
    """A mail of random structure, as the library writes it."""
    message = EmailMessage(policy=dice.choice(POLICIES))
    message["Subject"] = " ".join(dice.choices(WORDS.split(), k=dice.randrange(1, 12)))
    words = "".join(f"{WORDS}\n" * dice.randrange(1, 4))
    message.set_content(words, cte=dice.choice(["base64", "quoted-printable", "8bit"]))
    if dice.random() < 0.6:
        message.add_alternative(f"<p>{words}</p>", subtype="html")
    if message.is_multipart() and dice.random() < 0.5:
        page = message.get_payload()[1]  # type: ignore[index]
        assert isinstance(page, EmailMessage)
        page.add_related(bytes(dice.randrange(256) for _ in range(80)), "image", "png", cid="<a@b>")
    for number in range(dice.randrange(4)):
        if depth < 2 and dice.random() < 0.3:
            message.add_attachment(made(dice, depth + 1))
        else:
            name = f"{dice.choice(WORDS.split())} {number}.bin"
            data = bytes(dice.randrange(256) for _ in range(200))
            message.add_attachment(data, "application", "octet-stream", filename=name)
    return message


def library_leaves(message: Message) -> list[tuple[str, bytes, str]]:
    """The leaves as the library has them; a mail inside a mail is one."""
    if message.get_content_type() == "message/rfc822":
        return [("message/rfc822", b"", "")]
    if message.is_multipart():
        payload = message.get_payload()
        assert isinstance(payload, list)
        return [leaf for part in payload for leaf in library_leaves(part)]  # type: ignore[arg-type]
    data = message.get_payload(decode=True)
    assert isinstance(data, bytes)
    return [(message.get_content_type(), data, message.get_filename() or "")]


@pytest.mark.parametrize("seed", range(60))
def test_the_parts_are_those_the_library_finds(seed: int) -> None:
    data = made(random.Random(seed)).as_bytes()
    theirs = library_leaves(email.message_from_bytes(data, policy=policy.default))
    ours = [
        (leaf.type, b"" if leaf.type == "message/rfc822" else content_of(leaf)[0], leaf.name)
        for leaf in leaves_of(take_apart(data, "made.eml"))
    ]
    assert [(kind, words.rstrip(b"\r\n")) for kind, words, _ in ours] == [
        (kind, words.rstrip(b"\r\n")) for kind, words, _ in theirs
    ]
    assert [name for kind, _, name in ours if kind == "application/octet-stream"] == [
        name for kind, _, name in theirs if kind == "application/octet-stream"
    ]


@pytest.mark.parametrize("seed", range(60))
def test_headers_read_as_the_library_reads_them(seed: int) -> None:
    message = made(random.Random(seed))
    raw = next(
        value for name, value in email.message_from_bytes(message.as_bytes()).raw_items() if name == "Subject"
    )
    assert decode_words(str(raw)) == str(message["Subject"])


@pytest.mark.parametrize("seed", range(60))
def test_a_mail_inside_a_mail_keeps_its_very_bytes(seed: int) -> None:
    inner = made(random.Random(seed)).as_bytes(policy=policy.SMTP)
    head = b"From: a@x.example\r\nTo: b@x.example\r\nDate: Tue, 6 May 2031 10:00:00 +0200\r\n"
    data = (
        head
        + b"Content-Type: multipart/mixed; boundary=zz\r\n\r\n--zz\r\nContent-Type: message/rfc822\r\n\r\n"
    )
    entity = take_apart(data + inner + b"\r\n--zz--\r\n", "made.eml")
    assert [leaf.body for leaf in leaves_of(entity)] == [inner]
