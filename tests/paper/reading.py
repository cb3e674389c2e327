"""What stands on a page, as a reader of PDF finds it."""

from io import BytesIO

import zxingcpp
from PIL import Image
from pypdf import PdfReader


def packed(text: str) -> str:
    """Without spaces: where a line breaks is the page's affair."""
    return "".join(text.split())


def printed(content: bytes) -> str:
    """Every page, packed."""
    return packed("".join(page.extract_text() for page in PdfReader(BytesIO(content)).pages))


def scanned(content: bytes) -> list[str]:
    """What the codes on a picture say."""
    with Image.open(BytesIO(content)) as picture:
        return [code.text for code in zxingcpp.read_barcodes(picture.convert("L"))]


def as_a_chat_shows_it(content: bytes) -> bytes:
    """As Telegram makes it of a picture: at most 1280 dots wide or high."""
    out = BytesIO()
    with Image.open(BytesIO(content)) as picture:
        picture.thumbnail((1280, 1280))
        picture.convert("RGB").save(out, "JPEG", quality=80)
    return out.getvalue()
