"""Signs a PDF as PAdES with Ed25519. Imported in the child process only: pyhanko takes long to read.

The container of the signature has one length and is filled up with zeros; what else it could hold is refused by
`verifying`.
"""

import datetime
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from io import BytesIO
from typing import Any

from asn1crypto.keys import PrivateKeyInfo
from asn1crypto.x509 import Certificate
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat, PublicFormat
from cryptography.x509.oid import NameOID
from pyhanko.pdf_utils.embed import EmbeddedFileObject, FileSpec, embed_file
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign import signers
from pyhanko.sign.fields import SigSeedSubFilter
from pyhanko_certvalidator.registry import SimpleCertificateStore

from bot.paper.verifying import ATTACHED, DIGITS

LONGEST_NAME = 64  # characters of a common name, X.520
VALID = datetime.timedelta(days=36_525)  # it names who signed; whether the key is ours is said by the key alone
SERIAL_BYTES = 8


def signed(pdf: bytes, proof: Mapping[str, Any]) -> bytes:
    """``proof``: content (attached as it is), seed of the key in hex, name of who signs, when the key was made."""
    key = Ed25519PrivateKey.from_private_bytes(bytes.fromhex(proof["seed"]))
    signer = signers.SimpleSigner(
        signing_cert=certificate(key, proof["name"], proof["made_at"]),
        signing_key=PrivateKeyInfo.load(key.private_bytes(Encoding.DER, PrivateFormat.PKCS8, NoEncryption())),
        cert_registry=SimpleCertificateStore(),  # type: ignore[no-untyped-call]
    )
    how = signers.PdfSignatureMetadata(
        field_name="Signature", md_algorithm="sha512", subfilter=SigSeedSubFilter.PADES, name=None
    )
    writer = IncrementalPdfFileWriter(BytesIO(attached(pdf, proof["content"])))
    with ThreadPoolExecutor(1) as apart:  # the library wants a loop of its own, and whoever asks may run in one
        out = apart.submit(signers.PdfSigner(how, signer).sign_pdf, writer, bytes_reserved=DIGITS).result()
    return bytes(out.getvalue())


def attached(pdf: bytes, content: str) -> bytes:
    """Before the signature, which covers it."""
    writer, whole = IncrementalPdfFileWriter(BytesIO(pdf)), BytesIO()
    data = EmbeddedFileObject.from_file_data(writer, content.encode(), mime_type="application/json")
    embed_file(writer, FileSpec(file_spec_string=ATTACHED, file_name=ATTACHED, embedded_data=data))
    writer.write(whole)  # type: ignore[no-untyped-call]
    return whole.getvalue()


def certificate(key: Ed25519PrivateKey, name: str, made_at: int) -> Certificate:
    """Self-signed in the agency's name. The same key, name and instant give the same bytes again."""
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name[:LONGEST_NAME])])
    begins = datetime.datetime.fromtimestamp(made_at, datetime.UTC)
    public = key.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw)
    usage = x509.KeyUsage(
        digital_signature=True, content_commitment=True, key_encipherment=False, data_encipherment=False,
        key_agreement=False, key_cert_sign=False, crl_sign=False, encipher_only=False, decipher_only=False,
    )  # fmt: skip
    made = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(subject)
        .public_key(key.public_key())
        .serial_number(int.from_bytes(public[:SERIAL_BYTES]) >> 1 | 1)
        .not_valid_before(begins)
        .not_valid_after(begins + VALID)
        .add_extension(usage, critical=True)
        .sign(key, None)
    )
    return Certificate.load(made.public_bytes(Encoding.DER))
