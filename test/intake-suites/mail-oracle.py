"""What Python's `email` (policy.default) reads in mails: one JSON object a line. The oracle of `compare-mails.ts`."""

import email
import email.policy
import hashlib
import html.parser
import json
import sys


# Transfer codings that Python knows by exactly these names.
CODINGS = ("7bit", "8bit", "binary", "base64", "quoted-printable", "x-uuencode", "uuencode", "uue", "x-uue")


class Words(html.parser.HTMLParser):
    """The text of an HTML document, without what is no text to read."""

    def __init__(self):
        super().__init__()
        self.words, self.skipped = [], 0

    def handle_starttag(self, tag, attrs):
        self.skipped += tag in ("script", "style", "title", "template")

    def handle_endtag(self, tag):
        self.skipped -= tag in ("script", "style", "title", "template") and self.skipped > 0

    def handle_data(self, data):
        if not self.skipped:
            self.words.append(data)


def words_of(part):
    text = part.get_content()
    if part.get_content_type() != "text/html":
        return text
    reader = Words()
    reader.feed(text)
    return " ".join(reader.words)


def addresses(mail, name):
    return [address.addr_spec for field in mail.get_all(name, []) for address in getattr(field, "addresses", [])]


def leaf(part):
    if part.get_content_maintype() == "message":
        return {"kind": "message", "sha256": None}
    payload = part.get_payload(decode=True) or b""
    shown = part.get_content_type() in ("text/plain", "text/html") and not part.get_filename()
    kind = "text" if shown and part.get_content_disposition() != "attachment" else "file"
    return {
        "kind": kind,
        "sha256": hashlib.sha256(payload).hexdigest(),
        "lines": hashlib.sha256(payload.replace(b"\r", b"")).hexdigest(),
        # Python divides what it reads at a CR that stands alone too, and writes it as LF.
        "binary": hashlib.sha256(payload.translate(None, b"\r\n")).hexdigest()
        if str(part.get("content-transfer-encoding", "")).lower() == "binary"
        else None,
        "odd": str(part.get("content-transfer-encoding", "7bit")).lower() not in CODINGS,
        "empty": payload == b"",
    }


def leaves(part):
    if part.is_multipart() and part.get_content_maintype() == "multipart":
        for inner in part.iter_parts():
            yield from leaves(inner)
    else:
        yield part


def read(path):
    with open(path, "rb") as file:
        mail = email.message_from_binary_file(file, policy=email.policy.default)
    body = mail.get_body(preferencelist=("plain", "html"))
    parts = list(leaves(mail))
    with open(path, "rb") as file:
        start = file.read(2)
    return {
        "blank_first": start[:1] in (b"\n", b"\r"),
        "subject": str(mail.get("subject", "")),
        "date": next((str(value) for name, value in mail.raw_items() if name.lower() == "date"), ""),
        "known": sum(name in mail for name in ("from", "to", "cc", "subject", "date", "message-id", "received")),
        **{name: addresses(mail, name) for name in ("from", "to", "cc")},
        "body": words_of(body) if body else "",
        "leaves": [leaf(part) for part in parts],
        "defects": sorted({type(defect).__name__ for part in mail.walk() for defect in part.defects}),
        "header_defects": any(getattr(mail[name], "defects", ()) for name in ("subject", "from", "to", "cc") if name in mail),
    }


for name in sys.argv[1:]:
    try:
        print(json.dumps({"file": name, "read": read(name)}))
    except Exception as error:  # what Python cannot read is told by its own word
        print(json.dumps({"file": name, "failed": f"{type(error).__name__}: {error}"[:200]}))
