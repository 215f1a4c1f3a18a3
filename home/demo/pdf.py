"""A plain PDF of headings and paragraphs, tagged with its title and language.

The demonstration's documents need no more, and a package for it would be one more to keep.
"""

from textwrap import wrap

WIDTH, HEIGHT, MARGIN = 595, 842, 72  # A4 in points
LINES_A_PAGE = 44
Line = tuple[str, str, int]


def write_pdf(title: str, paragraphs: list[str], language: str) -> bytes:
    lines: list[Line] = [("F2", line, 20) for line in wrap(title, 40)]
    for paragraph in paragraphs:
        lines.append(("F1", "", 11))
        lines += [("F1", line, 11) for line in wrap(paragraph, 84)]
    pages = [lines[at : at + LINES_A_PAGE] for at in range(0, len(lines), LINES_A_PAGE)]
    return assemble(objects(title, language, pages))


def objects(title: str, language: str, pages: list[list[Line]]) -> list[bytes]:
    first = 6
    kids = " ".join(f"{first + 2 * number} 0 R" for number in range(len(pages)))
    font = "<< /Type /Font /Subtype /Type1 /Encoding /WinAnsiEncoding /BaseFont /%s >>"
    catalogue = (
        f"<< /Type /Catalog /Pages 2 0 R /Lang ({language}) "
        "/ViewerPreferences << /DisplayDocTitle true >> >>"
    )
    made = [
        catalogue.encode(),
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>".encode(),
        (font % "Helvetica").encode(),
        (font % "Helvetica-Bold").encode(),
        b"<< /Title " + text(title) + b" >>",
    ]
    for number, lines in enumerate(pages):
        body = content(lines)
        page = (
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {WIDTH} {HEIGHT}] /Resources << /Font "
            f"<< /F1 3 0 R /F2 4 0 R >> >> /Contents {first + 2 * number + 1} 0 R >>"
        )
        made += [page.encode(), b"<< /Length %d >>\nstream\n%s\nendstream" % (len(body), body)]
    return made


def content(lines: list[Line]) -> bytes:
    drawn = [f"BT {MARGIN} {HEIGHT - MARGIN} Td".encode()]
    for font, line, size in lines:
        drawn.append(
            f"/{font} {size} Tf 0 -{round(size * 1.45)} Td ".encode() + text(line) + b" Tj"
        )
    return b"\n".join([*drawn, b"ET"])


def text(value: str) -> bytes:
    encoded = value.encode("cp1252", errors="replace")
    for mark in (b"\\", b"(", b")"):
        encoded = encoded.replace(mark, b"\\" + mark)
    return b"(" + encoded + b")"


def assemble(made: list[bytes]) -> bytes:
    """The objects one after the other, and the table that says where each begins."""
    out, places = b"%PDF-1.4\n", []
    for number, body in enumerate(made, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    count = len(made) + 1
    trailer = b"trailer << /Size %d /Root 1 0 R /Info 5 0 R >>\n" % count
    start = b"startxref\n%d\n%%%%EOF\n" % len(out)
    return out + b"xref\n0 %d\n0000000000 65535 f \n%s" % (count, table) + trailer + start
