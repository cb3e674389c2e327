"""Whether a PDF is one that we signed, to the last bit. Imported in the child process and by the console only.

Nothing of a file is read as PDF before its signature was found to be ours: until then it is bytes, two numbers and one
container. The container is the one thing that a signature does not cover, so it must be what we would have written
ourselves: capital digits, zeros to the end, every field in the one order and form. Of what stands in it the attributes
are signed, the certificate is named by its hash in them, and the rest has one value only.
"""

import re
from base64 import b64decode
from collections.abc import Mapping, Sequence
from contextlib import suppress
from hashlib import sha256, sha512
from hmac import compare_digest
from io import BytesIO
from typing import Any

from asn1crypto import (
    cms,
    tsp,  # noqa: F401  # it tells cms of the attribute that names the certificate
)
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from bot.paper.limits import LONGEST

ATTACHED = "record.json"
DIGITS = 8192
"""Hexadecimal digits of a container: ours takes some 1,300 of them."""
RANGE = re.compile(rb"/ByteRange \[0 (\d{1,9}) (\d{1,9}) (\d{1,9})\]")
MARK = b"/ByteRange"
HEX = re.compile(rb"[0-9A-F]*")


class NotOurs(Exception):
    """Not signed with one of these keys, or not as it was signed."""


def looked_at(data: Mapping[str, Any]) -> dict[str, str]:
    """``data``: the file in base64, and our public keys in hex. What it says and which key signed it, or nothing."""
    try:
        content, key = verified(b64decode(data["file"]), data["keys"])
    except NotOurs:
        return {}
    return {"content": content, "key": key}


def verified(pdf: bytes, keys: Sequence[str]) -> tuple[str, str]:
    """The content that was signed with the paper, and the key. Raises NotOurs."""
    if len(pdf) > LONGEST:
        raise NotOurs
    covered, container = parted(pdf)
    key = signer_of(covered, container, keys)
    return content_of(pdf), key


def parted(pdf: bytes) -> tuple[bytes, bytes]:
    """What the signature covers, and its container: the one covers all but the other. Raises NotOurs."""
    found = RANGE.match(pdf, pdf.rfind(MARK)) if MARK in pdf else None
    if found is None:
        raise NotOurs
    opens, closes, rest = map(int, found.groups())
    digits = pdf[opens + 1 : closes - 1]
    whole = closes + rest == len(pdf) and closes - opens == DIGITS + 2
    if not whole or pdf[opens : opens + 1] != b"<" or pdf[closes - 1 : closes] != b">" or not HEX.fullmatch(digits):
        raise NotOurs
    return pdf[:opens] + pdf[closes:], bytes.fromhex(digits.decode())


def signer_of(covered: bytes, container: bytes, keys: Sequence[str]) -> str:
    """Raises NotOurs."""
    whole = sha512(covered).digest()
    if whole not in container:  # then nobody need read it
        raise NotOurs
    try:
        public, digest, signature, attributes = read(container)
    except Exception as error:  # whatever hostile bytes make the library raise
        raise NotOurs from error
    if public not in keys or not compare_digest(digest, whole):
        raise NotOurs
    try:
        Ed25519PublicKey.from_public_bytes(bytes.fromhex(public)).verify(signature, attributes)
    except InvalidSignature as error:
        raise NotOurs from error
    return public


def read(container: bytes) -> tuple[str, bytes, bytes, bytes]:
    """The key, the digest, the signature and what it is of. Raises whatever the library does, and NotOurs."""
    found = cms.ContentInfo.load(container)
    der = found.dump()
    (signer,) = found["content"]["signer_infos"]
    (certificate,) = found["content"]["certificates"]
    said = {one["type"].native: one["values"][0] for one in signer["signed_attrs"]}
    named = said["signing_certificate_v2"]["certs"][0]["cert_hash"].native
    if der != anew(found).dump() or any(container[len(der) :]) or named != sha256(certificate.chosen.dump()).digest():
        raise NotOurs
    public = certificate.chosen.public_key["public_key"].native.hex()
    attributes = signer["signed_attrs"].untag().dump()
    return public, said["message_digest"].native, signer["signature"].native, attributes


def anew(found: cms.ContentInfo) -> cms.ContentInfo:
    """The one container that we would write around this certificate, these attributes and this signature."""
    (signer,) = found["content"]["signer_infos"]
    (certificate,) = found["content"]["certificates"]
    chosen = certificate.chosen
    issuer = cms.IssuerAndSerialNumber({"issuer": chosen.issuer, "serial_number": chosen.serial_number})
    return cms.ContentInfo({
        "content_type": "signed_data",
        "content": cms.SignedData({
            "version": "v1",
            "digest_algorithms": [{"algorithm": "sha512"}],
            "encap_content_info": {"content_type": "data"},
            "certificates": [chosen],
            "signer_infos": [
                cms.SignerInfo({
                    "version": "v1",
                    "sid": cms.SignerIdentifier({"issuer_and_serial_number": issuer}),
                    "digest_algorithm": {"algorithm": "sha512"},
                    "signed_attrs": cms.CMSAttributes.load(signer["signed_attrs"].untag().dump()),
                    "signature_algorithm": {"algorithm": "ed25519"},
                    "signature": signer["signature"].native,
                })
            ],
        }),
    })  # fmt: skip


def content_of(pdf: bytes) -> str:
    """What was attached to a paper of ours. Raises NotOurs where there is nothing: we sign no such file."""
    from pyhanko.pdf_utils.reader import PdfFileReader  # noqa: PLC0415  # only for what is ours

    with suppress(Exception):
        names = PdfFileReader(BytesIO(pdf)).root["/Names"]["/EmbeddedFiles"]["/Names"]
        for at in range(0, len(names), 2):
            if str(names[at]) == ATTACHED:
                return bytes(names[at + 1]["/EF"]["/F"].data).decode()
    raise NotOurs
