"""E-books and PDFs made for a test."""

from collections.abc import Mapping, Sequence
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

CONTAINER = (
    '<?xml version="1.0"?><container xmlns="urn:oasis:names:tc:opendocument:xmlns:container">'
    '<rootfiles><rootfile full-path="OEBPS/book.opf"/></rootfiles></container>'
)


def package(documents: Sequence[str], *, metadata: str = "", head: str = "") -> str:
    items = "".join(
        f'<item id="i{number}" href="{name}" media-type="application/xhtml+xml"/>'
        for number, name in enumerate(documents)
    )
    spine = "".join(f'<itemref idref="i{number}"/>' for number in range(len(documents)))
    return (
        f'<?xml version="1.0"?>{head}<package xmlns="http://www.idpf.org/2007/opf">'
        f'<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">{metadata}</metadata>'
        f"<manifest>{items}</manifest><spine>{spine}</spine></package>"
    )


def page(body: str) -> str:
    return (
        '<?xml version="1.0" encoding="utf-8"?><html xmlns="http://www.w3.org/1999/xhtml">'
        f"<head><title/></head><body>{body}</body></html>"
    )


def zipped(entries: Mapping[str, str | bytes]) -> bytes:
    buffer = BytesIO()
    with ZipFile(buffer, "w", ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/epub+zip")
        for name, content in entries.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def epub(documents: Mapping[str, str], *, metadata: str = "", **others: str) -> bytes:
    """Make a book of the bodies of its documents, by their names, in the order of the spine."""
    entries: dict[str, str | bytes] = {
        "META-INF/container.xml": others.get("container", CONTAINER),
        "OEBPS/book.opf": others.get("opf") or package(list(documents), metadata=metadata),
    }
    entries |= {f"OEBPS/{name}": page(body) for name, body in documents.items()}
    if "encryption" in others:
        entries["META-INF/encryption.xml"] = others["encryption"]
    return zipped(entries)


def pdf(pages: Sequence[Sequence[str]], *, info: str = "") -> bytes:
    """Make a PDF with one line of text below the other on each page."""
    shown = (" ".join(f"({_escaped(line)}) Tj 0 -14 Td" for line in lines) for lines in pages)
    return drawn_pdf([f"BT /F1 11 Tf 50 780 Td {words} ET" for words in shown], info=info)


def placed(x: float, y: float, words: str, size: float = 11) -> str:
    """Draw a line at a place of a page, in points from its left and from below."""
    return f"/F1 {size} Tf 1 0 0 1 {x} {y} Tm ({_escaped(words)}) Tj"


def drawn_pdf(streams: Sequence[str], *, info: str = "") -> bytes:
    """Make a PDF of pages that are drawn by the streams."""
    count = len(streams)
    kids = " ".join(f"{4 + 2 * number} 0 R" for number in range(count))
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {count} >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    for number, stream in enumerate(streams):
        objects.append(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources "
            f"<< /Font << /F1 3 0 R >> >> /Contents {5 + 2 * number} 0 R >>"
        )
        objects.append(f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream")
    objects.append(f"<< {info} >>")
    return _pdf_of(objects)


def _escaped(line: str) -> str:
    return line.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")


def _pdf_of(objects: Sequence[str]) -> bytes:
    data = b"%PDF-1.4\n"
    offsets = []
    for number, body in enumerate(objects, start=1):
        offsets.append(len(data))
        data += f"{number} 0 obj\n{body}\nendobj\n".encode("latin-1")
    table = "".join(f"{offset:010} 00000 n \n" for offset in offsets)
    size = len(objects) + 1
    return data + (
        f"xref\n0 {size}\n0000000000 65535 f \n{table}"
        f"trailer << /Size {size} /Root 1 0 R /Info {size - 1} 0 R >>\n"
        f"startxref\n{len(data)}\n%%EOF\n"
    ).encode("latin-1")
