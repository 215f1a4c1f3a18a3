"""Reads a feed from standard input and writes what it found as JSON.

It runs as a process of its own, which can be stopped: there are feeds, made in malice or by
chance, on which the parser works for minutes. So it knows nothing of the site.
"""

import io
import json
import sys
from typing import Any

import feedparser
from bs4 import BeautifulSoup

ENTRIES = 200
READ = 20_000  # of a text, from its beginning
TITLE, SUMMARY = 250, 300
LEFT_OUT = ("script", "style", "iframe", "object", "svg", "figcaption")


def plain(html: str, limit: int) -> str:
    """The words alone, on one line, cut after a word."""
    soup = BeautifulSoup(html[:READ], "html.parser")
    for tag in soup(LEFT_OUT):
        tag.extract()
    text = " ".join(soup.get_text(" ").split())
    text = "".join(sign for sign in text if sign.isprintable())
    if len(text) <= limit:
        return text
    cut = text[:limit]
    words = cut.rpartition(" ")[0] or cut[: limit - 1]
    return words.rstrip(" ,;:–-") + "…"


def facts_of(entry: Any) -> dict[str, Any]:
    moment = entry.get("published_parsed") or entry.get("updated_parsed")
    title = entry.get("title_detail") or {}
    words: Any = entry.get("summary_detail") or next(iter(entry.get("content") or []), {})
    return {
        "id": entry.get("id") or entry.get("link") or "",
        "link": entry.get("link") or "",
        "title": plain(title.get("value") or "", TITLE),
        "summary": plain(words.get("value") or "", SUMMARY),
        "date": moment and list(moment[:6]),
        "language": title.get("language") or words.get("language") or entry.get("language") or "",
    }


def read(content: bytes, headers: dict[str, str]) -> dict[str, Any]:
    found = feedparser.parse(io.BytesIO(content), response_headers=headers)
    return {
        "is_feed": bool(found.get("version")),
        "title": plain(found.feed.get("title") or "", TITLE),
        "language": found.feed.get("language") or "",
        "entries": [facts_of(entry) for entry in found.entries[:ENTRIES]],
    }


if __name__ == "__main__":
    json.dump(read(sys.stdin.buffer.read(), json.loads(sys.argv[1])), sys.stdout)
