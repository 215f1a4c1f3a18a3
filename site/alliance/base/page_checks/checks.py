"""Static checks of what a page holds. What depends on a reader's browser is not among them."""

from collections.abc import Iterator

from ..models import BasePage
from ..models.finding import FindingKind, PageFinding
from .parts import Heading, Link, Paragraph, Part, Picture, Table
from .targets import Targets
from .vague_words import is_address, is_vague

CAPITALS_FROM = 20  # letters; below that it may be a name, such as CILIP or SCONUL
MOSTLY = 0.9


def findings_in(page: BasePage, parts: list[Part], targets: Targets) -> list[PageFinding]:
    found = []
    for part in parts:
        found += [finding(page, kind, part) for kind in faults_of(part)]
        if isinstance(part, Link) and (fault := targets.fault(part, page)):
            target = f"file:{part.file}" if part.file else f"page:{part.page}"
            found.append(finding(page, fault, part, target))
    return found + [finding(page, FindingKind.SKIPPED_LEVEL, part) for part in skipped(parts)]


def finding(page: BasePage, kind: FindingKind, part: Part, target: str = "") -> PageFinding:
    length = PageFinding._meta.get_field("excerpt").max_length
    return PageFinding(
        page_id=page.pk,
        kind=kind,
        field=part.place.field,
        block=part.place.block,
        excerpt=part.words[:length],
        target=target,
    )


def faults_of(part: Part) -> Iterator[FindingKind]:
    """What is wrong with a part by itself."""
    words = part.words.strip()
    if isinstance(part, Heading) and not words:
        yield FindingKind.EMPTY_HEADING
    if isinstance(part, Heading | Paragraph) and is_in_capitals(words):
        yield FindingKind.CAPITALS
    if isinstance(part, Picture) and not part.is_described:
        yield FindingKind.NO_ALT
    if isinstance(part, Table) and not all(column.strip() for column in part.columns):
        yield FindingKind.TABLE_HEADINGS
    if isinstance(part, Link) and part.has_words:
        yield from faults_of_link(words)


def faults_of_link(words: str) -> Iterator[FindingKind]:
    if not words:
        yield FindingKind.EMPTY_LINK
    elif is_vague(words):
        yield FindingKind.VAGUE_LINK
    elif is_address(words):
        yield FindingKind.ADDRESS_AS_LINK


def is_in_capitals(words: str) -> bool:
    letters = [sign for sign in words if sign.isalpha()]
    if len(letters) < CAPITALS_FROM or " " not in words:
        return False
    return sum(sign.isupper() for sign in letters) > MOSTLY * len(letters)


def skipped(parts: list[Part]) -> Iterator[Heading]:
    """Headings two levels or more below the one before, in each field from its beginning."""
    last: dict[str, int] = {}
    for part in parts:
        if isinstance(part, Heading):
            before = last.get(part.place.field, 1)
            if part.level > before + 1:
                yield part
            last[part.place.field] = part.level
