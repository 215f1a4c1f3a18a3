"""Words that as a link say nothing, to who listens to the links of a page one after another."""

import re

VAGUE = {
    "en": (
        "click here", "here", "click", "read more", "more", "learn more", "find out more",
        "see more", "see here", "this", "this link", "link", "this page", "more info",
        "more information", "further information", "details", "continue", "go", "download",
    ),
    "cy": (
        "cliciwch yma", "clicia yma", "yma", "gwelwch yma", "darllen mwy", "darllenwch fwy",
        "darllenwch ragor", "mwy", "rhagor", "dysgu mwy", "dysgwch fwy", "gweld mwy", "dolen",
        "y ddolen hon", "y dudalen hon", "mwy o wybodaeth", "rhagor o wybodaeth", "manylion",
        "lawrlwytho", "lawrlwythwch",
    ),
    "gd": (
        "briog an seo", "an seo", "cliog an seo", "leugh tuilleadh", "leugh an còrr",
        "leugh barrachd", "tuilleadh", "barrachd", "faic tuilleadh", "ceangal",
        "an ceangal seo", "an duilleag seo", "barrachd fiosrachaidh", "tuilleadh fiosrachaidh",
        "mion-fhiosrachadh", "luchdaich a-nuas",
    ),
}  # fmt: skip
ALL = {words for known in VAGUE.values() for words in known}
EDGES = re.compile(r"^\W+|\W+$")
ADDRESS = re.compile(r"(https?://|www\.)\S+$", re.IGNORECASE)


def is_vague(words: str) -> bool:
    """In whatever language of the site: a Welsh page may say “click here”, too."""
    return EDGES.sub("", " ".join(words.casefold().split())) in ALL


def is_address(words: str) -> bool:
    return bool(ADDRESS.match(words.strip()))
