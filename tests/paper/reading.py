"""What stands on a page, as a reader of PDF finds it."""

from io import BytesIO

from pypdf import PdfReader


def packed(text: str) -> str:
    """Without spaces: where a line breaks is the page's affair."""
    return "".join(text.split())


def printed(content: bytes) -> str:
    """Every page, packed."""
    return packed("".join(page.extract_text() for page in PdfReader(BytesIO(content)).pages))
