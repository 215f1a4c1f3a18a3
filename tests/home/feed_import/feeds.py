"""Feeds as websites send them."""


def item(number=1, title="", **changed):
    facts = {
        "guid": f"urn:{number}",
        "link": f"https://bodleian.example.org/{number}",
        "title": title or f"Story {number}",
        "description": "&lt;p&gt;Some &lt;b&gt;words&lt;/b&gt;.&lt;/p&gt;",
        "pubDate": "Mon, 02 Nov 2026 10:00:00 GMT",
        **changed,
    }
    return "<item>" + "".join(f"<{k}>{v}</{k}>" for k, v in facts.items() if v) + "</item>"


def rss(*items, language="en-GB"):
    said = f"<language>{language}</language>" if language else ""
    head = f"<title>Bodleian blog</title>{said}"
    return f'<rss version="2.0"><channel>{head}{"".join(items)}</channel></rss>'


def atom(*entries, language="en"):
    return (
        f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="{language}">'
        f"<title>Blog</title>{''.join(entries)}</feed>"
    )


def atom_entry(number, title, language=""):
    said = f' xml:lang="{language}"' if language else ""
    return (
        f'<entry{said}><id>urn:{number}</id><title>{title}</title><summary type="html">Words'
        f'</summary><link href="/{number}"/><updated>2026-11-02T10:00:00Z</updated></entry>'
    )
